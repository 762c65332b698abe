"""What only Ukrainian and Russian say of times: the tense of a clause, "ц. р.", school years, "до кінця року"."""

from __future__ import annotations

from collections.abc import Sequence

from korpu.statements.figures.hit import Scene
from korpu.statements.figures.tokens import Token, at
from korpu.statements.figures.when import When
from korpu.statements.slavic.lexicon import word_list
from korpu.statements.slavic.tokens import folded, readings

SLAVIC = ("uk", "ru")
_MARKS = frozenset(",;:—–().!?")
_AHEAD = ("plan", "pledge", "need")
_OBLIGED = frozenset(
    ["мають", "має", "повинні", "повинна", "повинен", "повинно", "должны", "должен", "должна", "должно", "обязаны"]
)
_BOUNDS = frozenset(["раніше", "пізніше", "ранее", "раньше", "позднее", "позже"])
_LATEST = frozenset(["щонайпізніше", "найпізніше", "щонайраніше"])
_WERE = frozenset(["був", "була", "було", "були", "был", "была", "было", "были"])
_SHORT = {("ц", "р"): 0, ("с", "г"): 0, ("п", "р"): -1, ("т", "г"): 0, ("м", "р"): -1}
_SCHOOL = ("учебн", "навчальн", "бюджетн", "фінансов", "финансов", "маркетингов", "академічн")
_JOINTS = frozenset(["і", "й", "та", "и", "або", "или"])


def tense_of(scene: Scene, start: int, end: int) -> str | None:
    """Tell whether the verb nearest to some tokens of a clause speaks of the past or the future; None for neither."""
    tokens = scene.tokens
    if _bounded(tokens, start):
        return "future"
    a, b = start, end
    while a > 0 and tokens[a - 1].text not in _MARKS:
        a -= 1
    while b < len(tokens) and tokens[b].text not in _MARKS:
        b += 1
    before = [(start - k, k) for k in range(a, start)]
    after = [(k - end + 1, k) for k in range(end, b)]
    order = [k for _, k in sorted([*before, *after])]
    language = scene.lexicon.language
    told = _of_words(tokens, order, language)
    if told == "past" and at(tokens, start - 1).low == "на" and any(_put_off(tokens[k].low, language) for k in order):
        return "future"
    return told


def _bounded(tokens: Sequence[Token], start: int) -> bool:
    """Say whether a time is the earliest or latest of what is to come: "не раніше липня", "щонайпізніше у березні"."""
    before = [at(tokens, start - back).low for back in (3, 2, 1)]
    return any(w in _LATEST or (w in _BOUNDS and v == "не") for v, w in zip(["", *before], before, strict=False))


def _put_off(low: str, language: str) -> bool:
    """Say whether a verb moves something to a later time: "доставку відклали на січень"."""
    return any(f.cls in ("fail", "plan") for f in readings(folded(low), language)[0])


def tense_of_sentence(scene: Scene) -> str | None:
    """Tell the same of the whole sentence: of its first verb that speaks of either."""
    return _of_words(scene.tokens, list(range(len(scene.tokens))), scene.lexicon.language)


def _of_words(tokens: Sequence[Token], order: Sequence[int], language: str) -> str | None:
    for k in order:
        token = tokens[k]
        if token.digit or not token.text[0].isalpha():
            continue
        told = _of_word(folded(token.low), language)
        if told == "past" and any(at(tokens, j).low in word_list(language, "be_future") for j in range(k - 4, k + 3)):
            return "future"  # "будет отправлена", "буде вже передано"
        if told == "future" and token.low in _OBLIGED and any(t.low in _WERE for t in tokens[k : k + 3]):
            return "past"
        if told:
            return told
    return None


def speaks_of_now(scene: Scene) -> bool:
    """Say whether a sentence has a verb in the present; with a bare time it means what comes ("стартує навесні")."""
    language = scene.lexicon.language
    return any(f.tag == "pres" for t in scene.tokens for f in readings(folded(t.low), language)[0])


def orders(scene: Scene) -> bool:
    """Say whether an infinitive in the sentence tells what is still to be done: "доручив вирішити до 1 листопада"."""
    language = scene.lexicon.language
    return any(f.tag == "inf" for t in scene.tokens for f in readings(folded(t.low), language)[0])


def _of_word(low: str, language: str) -> str | None:
    """Return the time of one word: past, future, None for the present and for what is no verb."""
    if low in word_list(language, "be_future") or low in _OBLIGED:
        return "future"
    if low in word_list(language, "be_past"):
        return "past"
    known, _ = readings(low, language)
    for form in known:
        if form.tag in ("past", "short", "part"):
            return "future" if form.cls == "plan" and form.tag != "past" else "past"
        if form.tag == "future" or (form.tag == "pres" and (form.aspect == "p" or form.cls in _AHEAD)):
            return "future"
    return None


def short_year(scene: Scene, j: int) -> tuple[int, int] | None:
    """Read "ц. р.", "с. г." and "ц.р." behind a month: the year meant and the index past it."""
    published = scene.context.published
    if published is None or scene.lexicon.language not in SLAVIC:
        return None
    first, last = at(scene.tokens, j), at(scene.tokens, j + 2)
    if first.text.count(".") == 2 and len(first.low) == 2 and tuple(first.low) in _SHORT:
        return published[0] + _SHORT[first.low[0], first.low[1]], j + 1
    if at(scene.tokens, j + 1).text == "." and (first.low, last.low) in _SHORT:
        end = j + 4 if at(scene.tokens, j + 3).text == "." else j + 3
        return published[0] + _SHORT[first.low, last.low], end
    return None


def school_year(scene: Scene, j: int) -> int:
    """Return the index past "навчальний рік" behind a span of years, else the same index."""
    after, year = at(scene.tokens, j), at(scene.tokens, j + 1)
    if after.low.startswith(_SCHOOL) and year.low in scene.lexicon.calendar["yearword"]:
        return j + 2
    return j


def part_of_period(scene: Scene, i: int, part: str) -> When | None:
    """Read "кінця року", "конце месяца", "конца лета" from the word for the part on."""
    calendar, published = scene.lexicon.calendar, scene.context.published
    word = at(scene.tokens, i + 1)
    period = calendar["period"].get(word.low)
    year, month = published[:2] if published else (None, None)
    if period == "year":
        return When(i, i + 2, year, part=part, inferred="year", relative=True)
    if period == "month":
        return When(i, i + 2, year if month else None, month=month, part=part, inferred="month", relative=True)
    season = calendar["season"].get(word.low)
    if season is not None and not at(scene.tokens, i + 2).digit:
        return When(i, i + 2, season=int(season), part=part, inferred="year")
    return None


def follows_month(scene: Scene, i: int) -> bool:
    """Say whether a month is joined to one before it: "за листопад і грудень"."""
    before = at(scene.tokens, i - 2)
    return at(scene.tokens, i - 1).low in _JOINTS and before.low in scene.lexicon.calendar["month"]


def is_verb(low: str, language: str) -> bool:
    """Say whether a word tells an event, so that no number counts it: "58 млн пришлось на экспорт"."""
    return any(form.tag in ("past", "short", "pres", "inf", "future") for form in readings(folded(low), language)[0])
