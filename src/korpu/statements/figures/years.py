"""Which year is meant by "In March": from the tense of the clause, a time just stated, and the publication date."""

from __future__ import annotations

from korpu.statements.figures import slavic_times
from korpu.statements.figures.hit import Anchor, Scene
from korpu.statements.figures.tokens import at
from korpu.statements.figures.turkic_day import tense_of
from korpu.statements.figures.when import When

_BOUNDARIES = frozenset(",;:—–().!?")
_LOOKS_AHEAD = frozenset({"by", "until", "before", "beyond"})
_LOOKS_BACK = frozenset({"since", "after"})
_COMPLETED = frozenset({"had", "was", "were"})
_COMPARES = frozenset({"than", "compared"})
_STANDS = frozenset({"is", "are", "be"})
_LINKS = frozenset({"and", "but"})
_PROMISED = frozenset({"agreed", "decided", "pledged", "promised", "undertook", "vowed", "committed"})
_RECENT = 3
_AGREED = frozenset({"set", "scheduled", "planned", "slated", "due", "announced", "booked"})
_AFTER_DATELINE = frozenset("-–—(.:")


def resolve_year(scene: Scene, when: When) -> None:
    """Fill in the year of a bare month, day or season; it stays None when nothing tells."""
    if when.year is not None or when.middle is None:
        return
    when.inferred = when.inferred or "year"
    if _is_dateline(scene, when):
        when.year = _nearest(when, scene.context.published, None) if scene.context.published else None
        return
    tense = _tense(scene, when)
    anchor = _anchor(scene)
    published = scene.context.published
    if published and when.day and tense == "past" and _is_recent(when, published):
        when.year = _nearest(when, published, tense)
    elif anchor and tense != "future" and (published is None or anchor.year < published[0]):
        when.year = _after_anchor(anchor, when.middle, published)
    elif published is not None:
        when.year = _nearest(when, published, tense)


def _is_dateline(scene: Scene, when: When) -> bool:
    """Say whether the day opens a report behind its place: "Riga, 3 June – The government has …"."""
    places = [t for t in scene.tokens[: when.start] if t.text != ","]
    opens = 0 < len(places) <= 3 and all(t.text[0].isupper() for t in places)
    marked = at(scene.tokens, when.end).text in _AFTER_DATELINE and at(scene.tokens, when.start - 1).text == ","
    return when.day is not None and opens and marked


def _is_recent(when: When, published: tuple[int, int | None, int | None]) -> bool:
    """Say whether a day without its year lies in the months right before the publication, as news of it does."""
    month = published[1]
    return month is not None and published[2] is not None and (month - (when.middle or 1)) % 12 <= _RECENT


def preposition(scene: Scene, i: int) -> str | None:
    """Return the preposition before a token ("in", "by", "since" …), past an article."""
    tokens, words = scene.tokens, scene.lexicon.calendar["preposition"]
    before = at(tokens, i - 1)
    if before.low in ("the", "this"):
        before = at(tokens, i - 2)
    found = words.get(before.low)
    return str(found) if found is not None else None


def tense(scene: Scene, start: int, end: int) -> str | None:
    """Tell whether the clause around some tokens speaks of the past or the future; None when it does not say."""
    tokens = scene.tokens
    if scene.lexicon.language in slavic_times.SLAVIC:
        return slavic_times.tense_of(scene, start, end)
    a, b = start, end
    while a > 0 and tokens[a - 1].text not in _BOUNDARIES and not _opens_clause(scene, a - 1):
        a -= 1
    while b < len(tokens) and tokens[b].text not in _BOUNDARIES and not _opens_clause(scene, b):
        b += 1
    return _of_words(scene, a, b)


def _tense(scene: Scene, when: When) -> str | None:
    if scene.lexicon.language == "az":
        return tense_of(scene.tokens, when.start, when.end)
    found = tense(scene, when.start, when.end)
    before = preposition(scene, when.start)
    if scene.lexicon.language in slavic_times.SLAVIC:
        if found == "past" and before == "by" and slavic_times.orders(scene):
            return "future"
        looks = "future" if before in _LOOKS_AHEAD else "past" if before in _LOOKS_BACK else None
        told = found or looks or slavic_times.tense_of_sentence(scene)
        return told or ("future" if slavic_times.speaks_of_now(scene) else None)
    if found == "past" and _put_off(scene, when.start):
        return "future"
    if found == "past" and before == "by" and not _COMPLETED & {t.low for t in scene.tokens}:
        return "future"  # "has told us that he can finish by December"
    if found == "future" and _inserted(scene, when) and _of_words(scene, when.end, len(scene.tokens)) == "past":
        return "past"  # "the pumps, due in April, came in May"
    if found:
        return found
    if before in _LOOKS_AHEAD:
        return "future"
    if before in _LOOKS_BACK:
        return "past"
    return "future" if _present(scene, when.start) else _of_words(scene, 0, len(scene.tokens))


_DUE = frozenset({"due", "planned", "scheduled", "expected", "foreseen", "set"})
_HAPPENS = frozenset(
    {"opens", "reopens", "closes", "starts", "begins", "ends", "expires", "lapses", "leaves", "arrives", "departs",
     "comes", "come", "follows", "follow", "returns", "return", "resumes", "resume", "votes", "meets", "meet",
     "decides", "enters", "enter", "takes", "runs", "falls", "goes", "joins", "join", "moves", "launches", "hosts",
     "holds", "is", "are", "leave", "arrive", "start", "begin", "expire"}
)  # fmt: skip
"""What a timetable says in the present: it tells of the next such day."""


def _inserted(scene: Scene, when: When) -> bool:
    """Say whether a time stands in an insertion that tells what was due: ", due in April,"."""
    k = when.start - 1
    while k > max(0, when.start - 4) and scene.tokens[k].text not in _BOUNDARIES:
        k -= 1
    return k >= 0 and scene.tokens[k].text == "," and at(scene.tokens, k + 1).low in _DUE


def _present(scene: Scene, start: int) -> bool:
    """Say whether the verb of a timetable stands before a time in its own clause: "reopens in September"."""
    if scene.lexicon.language != "en":
        return False
    for k in range(start - 1, max(-1, start - 8), -1):
        if scene.tokens[k].text in _BOUNDARIES:
            return False
        if scene.tokens[k].low in _HAPPENS:
            return True
    return False


_LIMITS = frozenset({"later", "earlier", "sooner"})
_SHIFTED = frozenset(
    {"moved", "postponed", "deferred", "extended", "prolonged", "rescheduled", "shifted", "adjourned", "forward",
     "back", "delayed", "off"}
)  # fmt: skip
_REACHES = frozenset({"to", "until", "till"})


def _put_off(scene: Scene, start: int) -> bool:
    """Say whether a day is the new one of something put off: "the deadline was moved to 1 October"."""
    before = [t.low for t in scene.tokens[max(0, start - 9) : start]]
    while before and before[-1] in ("the", "end", "of", "early", "late"):
        before.pop()
    return bool(before) and before[-1] in _REACHES and bool(_SHIFTED & set(before)) and "from" not in before


def _of_words(scene: Scene, a: int, b: int) -> str | None:
    words, found = scene.lexicon.calendar["tense"], None
    english = scene.lexicon.language == "en"
    for k in range(a, b):
        token = scene.tokens[k]
        kind, after = words.get(token.low), at(scene.tokens, k + 1).low
        if kind == "future" and after != "have":
            return "future"
        if after == "to" and token.low in _PROMISED:
            return "future"
        if english and after == "to" and _stands_before(scene, k + 1) and token.low in (*_STANDS, "set"):
            return "future"  # "is to open", "are set to leave"
        if english and after == "for" and _stands_before(scene, k) and token.low in _AGREED:
            return "future"  # "the first voyage is set for 9 July"
        participle = english and _is_past(token.low) and not _stands_before(scene, k)
        compared = token.low in _COMPARES and at(scene.tokens, k - 1).low not in _LIMITS
        if kind == "past" or compared or participle:
            found = "past"
    return found


def _opens_clause(scene: Scene, k: int) -> bool:
    """Say whether a second verb begins: "left on 28 October and should arrive", "said that it would"."""
    if scene.tokens[k].low == "that":
        return True
    if scene.tokens[k].low not in _LINKS:
        return False
    after = at(scene.tokens, k + 1).low
    return after in _STANDS or after in scene.lexicon.calendar["tense"]


def _stands_before(scene: Scene, k: int) -> bool:
    """Say whether "is", "are" or "be" stands before a participle, up to one adverb away: "is still needed"."""
    return at(scene.tokens, k - 1).low in _STANDS or at(scene.tokens, k - 2).low in _STANDS


def _is_past(word: str) -> bool:
    return len(word) > 4 and word.endswith("ed") and not word.endswith(("eed", "hundred"))


def _anchor(scene: Scene) -> Anchor | None:
    context = scene.context
    reach = 1 if context.published else 3
    return next((a for a in reversed(context.anchors) if context.sentence - a.sentence <= reach), None)


def _after_anchor(anchor: Anchor, month: int, published: tuple[int, int | None, int | None] | None) -> int:
    if anchor.month is None or month >= anchor.month:
        return anchor.year
    later = (anchor.year + 1, month)
    if published and later > (published[0], published[1] or 12):
        return anchor.year
    return anchor.year + 1


def _nearest(when: When, published: tuple[int, int | None, int | None], tense: str | None) -> int:
    """Choose among three years: the last that is past, the next that is to come, or the closest one."""
    year, month, day = published
    if month is None:
        return year
    now = year * 12 + month

    def distance(candidate: int) -> int:
        return candidate * 12 + (when.middle or 1) - now

    def is_past(candidate: int) -> bool:
        away = distance(candidate)
        return away < 0 or (away == 0 and not (day and when.day and when.day > day))

    years = (year - 1, year, year + 1)
    if tense == "past":
        return max(y for y in (*years, year - 2) if is_past(y))
    if tense == "future":
        rest = (when.last_month or when.month or 0) - (when.month or 0) if not when.last_year else 0
        ahead = [
            y
            for y in years
            if distance(y) + rest > 0 or (distance(y) + rest == 0 and not (day and when.day and when.day < day))
        ]
        return min(ahead) if ahead else year + 1
    return min(years, key=lambda y: (abs(distance(y)), distance(y) > 0))
