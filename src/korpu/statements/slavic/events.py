"""Puts the events of a Ukrainian or Russian sentence together: its clauses, and what it says without a verb."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from korpu.statements.events.context import Context
from korpu.statements.events.scene import Placed, Scene
from korpu.statements.reading import Candidate
from korpu.statements.slavic.clauses import (
    COMPLEMENT,
    COORD,
    MAIN,
    PARTICIPLE,
    RELATIVE,
    SUB,
    Clause,
    clauses,
)
from korpu.statements.slavic.fill import Event, ahead, fill
from korpu.statements.slavic.lexicon import word_list
from korpu.statements.slavic.meaning import LACKING, stage_of
from korpu.statements.slavic.notes import heading, notes
from korpu.statements.slavic.predicate import Predicate
from korpu.statements.slavic.predicates import predicates
from korpu.statements.slavic.roles import roles
from korpu.statements.slavic.tokens import UNKNOWN, Token, tokenize

_NUMBERED = re.compile(r"\s*(?:\(?[а-яіїєґ]\)|\d{1,2}(?:\.\d{1,2})*[.)])\s+")
_EMPTY = frozenset(["report", "reaffirm"])
_DATED = frozenset(["build", "deliver", "hand_over", "open", "ship", "pay", "act", "allocate", "stop", "harm"])
_HOSTS = frozenset(["report", "reaffirm", "plan", "consider", "need", "pledge", "decide"])
_RUNNING = frozenset(["ongoing", "under_way", "opened", "completed"])
_WANTED = ("need", "planned", "pledged", "decided")
_AT_ONCE = frozenset(["open", "deliver", "hand_over", "ship", "contract", "pay"])
_TODAY = re.compile(r"\b(?:сьогодні|сегодня)\b", re.IGNORECASE)
_SHORT = 12
_LONG = 36
_LIGHT = frozenset(["act", "hold_on", "consider"])
"""Classes of verbs that say little by themselves: what names nothing and counts nothing must at least be long."""
_PHOTO = re.compile(r"\s*(?:на\s+)?(?:фото|світлин|фотограф|снимк|рис\.)", re.IGNORECASE)
_WISH = re.compile(
    r"[«\"]?(?:нехай|хай|пусть|да здравству|бажа[ює]|желаю|желаем|дозвольте|позвольте|спасибі|спасибо|щиро)\b",
    re.IGNORECASE,
)
_TAIL = re.compile(r"\.\s+[^.]{4,24}\d{4}(?: року| р\.| года| г\.)?\.?$")


@dataclass
class Told:
    """A sentence while its clauses are read: its tokens, whether it orders, the money told so far."""

    scene: Scene
    context: Context
    tokens: list[Token]
    decree: bool
    taken: set[int] = field(default_factory=set)


@dataclass
class Part:
    """A clause to be told: its own stretches of characters, and those of clauses that tell nothing themselves."""

    clause: Clause
    predicate: Predicate
    own: list[tuple[int, int]]
    more: list[tuple[int, int]] = field(default_factory=list)


def events(scene: Scene, context: Context) -> Iterator[Candidate]:
    """Yield the candidates of one sentence."""
    text, language = scene.sentence.text, scene.sentence.language
    tokens = tokenize(text, language)
    found = clauses(tokens, predicates(tokens, language), language)
    told = Told(scene, context, tokens, _NUMBERED.match(text) is not None)
    if heading(scene, context, found):
        return
    bracket, closing = text.find(" ("), text.find(")")
    verbs = [tokens[c.predicate.first].start for c in found if c.predicate]
    if bracket > 0 and found and all(bracket < v and not 0 < closing < v for v in verbs):
        yield from notes(scene, context, bracket)
        found = [_behind(tokens, c, bracket) for c in found]
    parts = _parts(told, found)
    if _WISH.match(text):
        return
    if text.rstrip().endswith("?"):
        parts = [p for p in parts if p.clause.kind == SUB and _figures(scene, p.own)]
    for part in reversed(parts):
        yield _event(told, part)
    if not found:
        yield from notes(scene, context)


def _behind(tokens: Sequence[Token], clause: Clause, bracket: int) -> Clause:
    """Return a clause without the words before a bracket."""
    first = next(k for k, t in enumerate(tokens) if t.start > bracket)
    cut = [(max(a, first), b) for a, b in clause.stretches if b > first]
    return Clause(clause.predicate, clause.kind, cut, clause.opener)


def _parts(told: Told, found: Sequence[Clause]) -> list[Part]:
    """Return the clauses that tell something; the others lend their words to the clause they hang on."""
    language = told.scene.sentence.language
    parts: list[Part] = []
    loose: list[tuple[int, int]] = []
    for i, clause in enumerate(found):
        if clause.predicate is None:
            continue
        own = [_whole(told.scene, *_chars(told.tokens, a, b)) for a, b in clause.stretches]
        if _merges(told, clause, parts):
            parts[-1].own.extend(own)
            if clause.predicate.verb in word_list(language, "cost"):
                parts[-1].predicate = clause.predicate if parts[-1].predicate.cls == "measure" else parts[-1].predicate
            continue
        if clause.kind == COMPLEMENT and parts and _refuses(parts[-1].predicate) and parts[-1].clause is found[i - 1]:
            parts[-1].more.extend(own)  # "не підтвердило, що платитиме зарплати"
            continue
        if not _substantial(told, clause, clause.predicate, own) or _only_introduces(told, found, i, own):
            hanging = clause.kind in (RELATIVE, PARTICIPLE, SUB) or (clause.kind == COORD and parts)
            if hanging and parts and (clause.kind in (RELATIVE, PARTICIPLE) or clause.predicate.cls not in _EMPTY):
                parts[-1].more.extend(own)
            elif clause.kind in (RELATIVE, PARTICIPLE, SUB):
                loose.extend(own)
            continue
        parts.append(Part(clause, clause.predicate, own, loose))
        loose = []
    return parts


def _merges(told: Told, clause: Clause, parts: Sequence[Part]) -> bool:
    """Say whether a clause only goes on with the one before: a purpose, or "і коштувало 3,4 млн євро"."""
    if not parts or clause.predicate is None:
        return False
    language = told.scene.sentence.language
    opener = told.tokens[clause.opener if clause.opener is not None else clause.first].low
    if clause.kind == SUB and opener in word_list(language, "purpose"):
        return True
    bare = opener in ("і", "й", "та", "и") and told.tokens[clause.first - 1].low != ","
    measures = parts[-1].predicate.cls == "measure" and clause.predicate.verb in ("мати", "иметь", "бути", "быть")
    counted = measures or clause.predicate.cls == "measure" or clause.predicate.verb in word_list(language, "cost")
    return bare and counted and parts[-1].clause.last == clause.first


def _only_introduces(told: Told, found: Sequence[Clause], i: int, own: list[tuple[int, int]]) -> bool:
    """Say whether a clause tells nothing but that the next one is said, hoped or promised."""
    after = found[i + 1] if i + 1 < len(found) else None
    one = found[i].predicate
    if after is None or one is None or after.kind != COMPLEMENT or one.cls not in _HOSTS or _refuses(one):
        return False
    return not _figures(told.scene, own)


def _refuses(one: Predicate) -> bool:
    """Say whether it is denied that something was decided or promised: what follows is not said to happen."""
    return one.negated and one.cls in ("decide", "pledge")


def _event(told: Told, part: Part) -> Candidate:
    one, scene = part.predicate, told.scene
    whole = [*part.own, *part.more]
    span, verb = (min(a for a, _ in whole), max(b for _, b in whole)), told.tokens[one.at].start
    who = roles(scene, span, part.own, verb, passive=one.passive, known=told.context.known)
    wanted = told.context.heading if one.kind == "inf" and told.context.heading in _WANTED else None
    wanted = "allocated" if wanted == "decided" and one.cls == "allocate" else wanted
    stage = wanted or stage_of(one, decree=told.decree, cost=word_list(scene.sentence.language, "cost"))
    pictured = _TAIL.search(scene.sentence.text) or (
        _PHOTO.match(scene.sentence.text) and scene.within([span], "date") and one.kind == "finite"
    )
    if stage == "ongoing" and one.time == "now" and pictured:
        stage = stage_of(replace(one, time="done"))  # a caption tells what its photograph shows, and dates it
    if one.time == "now" and stage == "ongoing" and one.cls in _AT_ONCE and _TODAY.search(scene.sentence.text):
        stage = stage_of(replace(one, time="done"))  # "сьогодні передаємо": said while it is done
    if one.time == "now" and stage in _RUNNING and ahead(scene, told.context, part.own):
        stage = "planned"
    event = Event(span, part.own, stage, one.cls, part.clause.kind, verb, part.more)
    return fill(scene, told.context, event, who, told.taken)


def _chars(tokens: Sequence[Token], a: int, b: int) -> tuple[int, int]:
    """Return the characters of tokens [a, b) without marks at either end or the number of an item."""
    if a == 0 and b > 3 and tokens[0].kind == "num" and tokens[1].low in (".", ")"):
        a = 2
    while a < b - 1 and tokens[a].kind == "mark" and tokens[a].low not in ("«", "(", "№"):
        a += 1
    while b > a + 1 and tokens[b - 1].kind == "mark" and tokens[b - 1].low not in ("»", ")", "%"):
        b -= 1
    return tokens[a].start, tokens[b - 1].end


def _whole(scene: Scene, start: int, end: int) -> tuple[int, int]:
    """Return a stretch with the full stop of a short form that a figure in it ends with: "1,4 млн дол."."""
    return start, max([end, *(p.end for p in scene.figures if start <= p.start < end)])


def _figures(scene: Scene, own: Sequence[tuple[int, int]]) -> list[Placed]:
    inside = [p for p in scene.figures if any(a <= p.start and p.end <= b for a, b in own)]
    return [p for p in inside if p.figure.kind != "ordinal"]


def _substantial(told: Told, clause: Clause, one: Predicate, own: list[tuple[int, int]]) -> bool:
    """Say whether a clause tells something that a desk officer would record."""
    scene, language = told.scene, told.scene.sentence.language
    inside = _figures(scene, own)
    if one.cls in ("report", "reaffirm", "harm") and (one.negated or one.mood is not None) and not inside:
        return False
    opener = told.tokens[clause.opener].low if clause.opener is not None else ""
    if opener in word_list(language, "apposite") or (clause.kind == SUB and opener in ("щоб", "аби", "чтобы", "дабы")):
        return False
    if one.cls in _EMPTY and one.mood is None:
        worth = [p for p in inside if one.cls == "reaffirm" or _counts(p)]
        return bool(worth) and clause.kind in (MAIN, COORD, COMPLEMENT)
    kinds = {p.figure.kind for p in inside}
    if clause.kind == RELATIVE:
        return bool(kinds & {"money", "date"})
    if clause.kind == PARTICIPLE:
        return "money" in kinds or ("date" in kinds and one.cls in _DATED)
    named = any(any(a <= m.start and m.end <= b for a, b in own) for m in scene.named)
    thing = any(any(a <= m.start and m.end <= b for a, b in own) for m in scene.objects)
    if one.cls in ("be", "measure") and one.kind != "said" and not kinds - {"date"} and one.verb not in LACKING:
        dated = one.verb == "be" and one.time == "planned" and "date" in kinds and (named or thing)
        return dated or _existing(told, clause, one)
    if inside:
        return True
    return (
        clause.kind != SUB
        and told.tokens[one.at].kind != "mark"
        and _weighty(one, own, named=named, thing=thing, existing=_existing(told, clause, one))
    )


def _existing(told: Told, clause: Clause, one: Predicate) -> bool:
    """Say whether a clause opens with what there is: "Є пакет безпеки та домовленості з Японією"."""
    opens = one.at == clause.first or all(t.kind == "mark" for t in told.tokens[clause.first : one.at])
    return opens and one.time == "now" and not one.negated and clause.kind == MAIN


def _counts(placed: Placed) -> bool:
    """Say whether a figure is worth reporting: no day on which somebody said it, no "one" as in "ще один приклад"."""
    return placed.figure.kind != "date" and not (placed.figure.kind == "count" and placed.figure.value == "1")


def _weighty(one: Predicate, own: Sequence[tuple[int, int]], *, named: bool, thing: bool, existing: bool) -> bool:
    """Say whether a clause without a figure counts: it names somebody or something, or its verb alone says enough."""
    if one.kind == "said" and one.stage in ("potential", "stated") and one.mood is None:
        return named or thing
    if one.verb == "be":
        return existing
    if one.verb == UNKNOWN:
        return named
    words = sum(b - a for a, b in own)
    return named or thing or words > (_SHORT if one.cls not in _LIGHT else _LONG)
