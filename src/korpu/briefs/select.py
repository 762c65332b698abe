"""Which records a question is about: by place, party, topic and time; and what it names that the books do not hold."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from korpu.briefs.lexicon import fold, topics
from korpu.briefs.question import Named, Question
from korpu.briefs.voice import numbers_of
from korpu.ledger.claim import Claim
from korpu.ledger.kinds import tracks
from korpu.ledger.record import Record
from korpu.reference.names import Names

GIVERS = frozenset({"donor", "funder", "implementer", "actor", "investor", "operator", "host", "signatory", "partner",
                    "speaker", "owner", "counterpart", "member", "organiser"})  # fmt: skip
ROUTES = frozenset({"link", "service", "closure", "flow", "route"})
_SUBJECT = {
    "en": r"\b(did|has|have|had|does|do|by)\s+(the\s+)?((?!for|to|in|with|from|of|at|on|do)\w+\s+)?$",
    "uk": r"(^|\b(що|чи|скільки|яку|які|який|яке|коли)\s+(\w+\s+)?)$",
    "az": r"^$",
}
_RECEIVING = {
    "en": r"\b(receiv|get|got|gain|obtain)",
    "uk": r"отрим|одерж",
    "az": r"(?<!qərara )(?<!qərar )(?<!qərarlar )(?<!qərarı )\b(alıb|aldı|alınıb|qəbul ed)",
}


@dataclass
class Selection:
    """The records a question is about; `missing` holds (phrase key, words) for what the books would need to hold."""

    records: list[Record] = field(default_factory=list)
    missing: list[tuple[str, str]] = field(default_factory=list)
    filtered: bool = False
    mentioned: list[Claim] = field(default_factory=list)


def select(asked: Question, ledger: Sequence[Record], names: Names) -> Selection:
    """Return the records that meet every condition of a question except its stages and its time."""
    found = Selection(list(ledger))
    partners = _partners(ledger, names)
    for named in asked.names:
        if not _generic(named, asked, partners):
            _keep(
                found,
                _by_name(named, asked, found.records, names, partners),
                shown(named, asked, names),
                "missing.name",
            )
    if found.missing:
        _name_actor(found, asked, partners, names)
        return found
    by_topic = _by_topics(asked, found)
    if by_topic is not None:
        if not by_topic:
            found.mentioned = mentions(asked, found.records)
        found.records, found.filtered = by_topic, True
    for word in asked.rest:
        hits = mentioning([word], found.records, asked.language)
        _keep(found, hits, word, "missing.word")
    return found


def shown(named: Named, asked: Question, names: Names) -> str:
    """Return a name of the question in the form that the language asked in shows it, without its case ending."""
    return names.name(named.id, asked.language) if named.id else named.text


def _keep(found: Selection, hits: list[Record], words: str, key: str) -> None:
    if hits:
        found.records, found.filtered = hits, True
    else:
        found.missing.append((key, words))


def _partners(ledger: Sequence[Record], names: Names) -> frozenset[str]:
    """Return the two countries whose partnership the books keep: those named in most records."""
    seen: Counter[str] = Counter()
    for record in ledger:
        own = {place_id(p, names) for p in (*record.places, *(party for party, _ in record.parties))}
        around = {outer for name in own if name for outer in (name, *names.inside(name))}
        seen.update(n for n in around if (known := names.get(n)) is not None and known.type == "country")
    return frozenset(name for name, often in seen.most_common(2) if often * 10 >= len(ledger))


@lru_cache(maxsize=8192)
def place_id(text: str, names: Names) -> str | None:
    """Return the id under which the reference tables know a name of the ledger."""
    return names.id_of(text)


def _generic(named: Named, asked: Question, partners: frozenset[str]) -> bool:
    """Whether a name narrows nothing: a partner country that is neither the one who acts nor the place asked about."""
    if named.id not in partners:
        return False
    return named.adjective or not (named.inside or subject(named, asked))


def subject(named: Named, asked: Question) -> bool:
    """Tell whether the question asks what somebody did, by the words around the name."""
    at = asked.text.find(named.text)
    before = fold(asked.text[:at], asked.language)
    if asked.language == "en":
        return bool(re.search(_SUBJECT["en"], before)) or (at == 0 and not named.adjective)
    if asked.language == "az":
        return (
            at == 0
            and named.bare
            and not named.inside
            and re.match(r"\w*\s", asked.text[len(named.text) :]) is not None
        )
    return bool(re.search(_SUBJECT["uk"], before))


def _by_name(
    named: Named, asked: Question, records: Sequence[Record], names: Names, partners: frozenset[str]
) -> list[Record]:
    """Return the records at a place, with a party, or naming the words; in this order, the first that gives any."""
    acts = subject(named, asked) and not named.inside
    if named.id is not None:
        if (acts and not named.place) or (acts and (known := names.get(named.id)) and known.type == "country"):
            receives = re.search(_RECEIVING[asked.language], fold(asked.text, asked.language)) is not None
            hits = [r for r in records if _acts(r, named.id, names, receives=receives)]
            return hits if hits or named.id in partners or not receives else []
        hits = [r for r in records if _at(r, named.id, names)]
        if not named.inside:
            hits += [r for r in records if r not in hits and _party(r, named.id, names)]
        if hits:
            return hits
    words = [names.name(named.id), named.text] if named.id else [re.sub(r"[-’']\w{1,4}$", "", named.text)]
    if acts:
        return [r for r in records if any(_same(p, w) for p, _ in r.parties for w in words)]
    hits = [r for r in records if any(_same(p, w) for p in (*r.places, *(p for p, _ in r.parties)) for w in words)]
    more = mentioning(words, records, asked.language, quotes=named.id is None)
    return hits + [r for r in more if r not in hits]


def _same(one: str, two: str) -> bool:
    return one.casefold() == two.casefold() or two.casefold() in one.casefold().split()


def _at(record: Record, place: str, names: Names) -> bool:
    own = [place_id(p, names) for p in record.places]
    return any(p and (p == place or place in names.inside(p)) for p in own)


def _party(record: Record, party: str, names: Names) -> bool:
    own = [place_id(p, names) for p, _ in record.parties]
    return any(p and (p == party or party in names.inside(p)) for p in own)


def _acts(record: Record, party: str, names: Names, *, receives: bool) -> bool:
    for name, role in record.parties:
        own = place_id(name, names)
        if own and (own == party or party in names.inside(own)) and (role == "recipient") == receives:
            return True
    return False


def _name_actor(found: Selection, asked: Question, partners: frozenset[str], names: Names) -> None:
    """Where somebody acts whom no record names as acting, say that instead of "not named"."""
    acting = {
        shown(n, asked, names) for n in asked.names if subject(n, asked) and not n.inside and n.id not in partners
    }
    found.missing = [("missing.actor" if words in acting else key, words) for key, words in found.missing]


def _by_topics(asked: Question, found: Selection) -> list[Record] | None:
    """Return the records of the topics asked about: of all if possible, else of the words without their field."""
    tests: list[list[Callable[[Record], bool]]] = [[], [], []]
    counted = asked.asks("how_many") and any(unit != "record" for unit in asked.about("unit"))
    for track in asked.about("track"):
        named = {r.id for r in found.records if (counted or not r.track) and _names_track(r, track)}
        tests[0].append(lambda r, track=track, named=named: of_track(r, track) or r.id in named)  # type: ignore[misc]
    for kind in () if counted else asked.about("kind"):
        kinds = ROUTES if kind == "route" else frozenset({kind})
        tests[1].append(lambda r, kinds=kinds: r.kind in kinds)  # type: ignore[misc]
    texts = [text.split("|") for text in asked.about("text")]
    texts += [[unit] for unit in asked.about("unit") if unit != "record"]
    if not (any(tests) or texts):
        return None
    for stems in texts:
        hits = {r.id for r in mentioning(stems, found.records, "en", quotes="open" in asked.stages)}
        tests[2].append(lambda r, hits=hits: r.id in hits)  # type: ignore[misc]
    every, loose = [*tests[0], *tests[1], *tests[2]], [*tests[1], *tests[2]]
    for chosen in (every, loose, tests[2]):
        passed = [r for r in found.records if all(test(r) for test in chosen)] if chosen else []
        if passed:
            return passed
    return []


def mentions(asked: Question, records: Sequence[Record]) -> list[Claim]:
    """Return a claim for each quote that names the field asked about, though no record is of that field itself."""
    tests = [t.regex for t in topics("en") if t.slot == "track" and t.value in asked.about("track")]
    found: dict[str, Claim] = {}
    for claim in (c for r in records for c in r.claims):
        if any(test.search(claim.evidence.quote.lower()) for test in tests):
            found.setdefault(claim.evidence.quote, claim)
    return list(found.values())


def of_track(record: Record, track: str) -> bool:
    """Whether a record belongs to a track or to one within it."""
    own = tracks().get(record.track or "")
    return own is not None and track in (own.track, own.within)


def _names_track(record: Record, track: str) -> bool:
    """Whether a record that was given no track names it in so many words."""
    words = f"{_head(record)}\n{_quotes(record)}"
    return any(t.regex.search(words) for t in topics("en") if (t.slot, t.value) == ("track", track))


def mentioning(stems: Iterable[str], records: Sequence[Record], language: str, *, quotes: bool = False) -> list[Record]:
    """Return the records that name one of the word stems in title, name, kind of object or parties, else in a quote.

    With `quotes` those that name it in a quote come along in any case.
    """
    tests = [re.compile(_pattern(stem, language)) for stem in stems]
    named = [r for r in records if any(test.search(_head(r)) for test in tests)]
    return (named if not quotes else []) or [
        r for r in records if r in named or any(test.search(_quotes(r)) for test in tests)
    ]


def _pattern(stem: str, language: str) -> str:
    """Return the regular expression of a stem; words of languages with cases are cut before their ending."""
    parts = fold(stem, language).split()
    if language != "en":
        parts = [part[: max(4, len(part) - 3)] for part in parts]
    elif len(parts) == 1 and len(parts[0]) > 4 and parts[0].endswith("s"):
        parts = [parts[0][:-1]]
    return r"[\s-]+".join(rf"\b{re.escape(part)}\w*" for part in parts)


def _head(record: Record) -> str:
    groups = [
        str(c.value.get("group") or "") for c in record.claims if c.property == "group" and isinstance(c.value, dict)
    ]
    parts = [*record.title.values(), (record.object or "").replace("_", " "), *groups]
    parts += [str(v.value) for name, v in record.values.items() if name == "name"]
    parts += [*record.places, *(party for party, _ in record.parties)]
    parts += [str(value.get("unit") or "") for step in record.steps for value, _ in numbers_of(step)]
    return "\n".join(parts).lower()


def _quotes(record: Record) -> str:
    return "\n".join({c.evidence.quote for c in record.claims}).lower()
