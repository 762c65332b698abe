"""The words around a number that make it an interval: "almost", "at least", "reaching around", "or more"."""

from __future__ import annotations

from decimal import Decimal

from korpu.kernel.values import interval, plain
from korpu.statements.figures.hit import Hit, Scene
from korpu.statements.figures.tokens import at

_SKIPPED = frozenset({"a", "further", "another", "additional", "extra", "total", "of", "some", "around", "about"})
_LOOSE = frozenset({"over", "about", "under", "above", "below", "some", "around", "beyond", "до"})
_SLAVIC_PAST = ("в", "ла", "ло", "ли", "лося", "лася", "лись", "лся", "лось", "но", "то", "зі", "з")
QUALIFYING = frozenset({"çox", "artıq", "yaxın", "qədər"})
"""Azerbaijani qualifiers that may stand between a number and its unit: "5 milyondan çox manat"."""
_FEW = Decimal(20)
_ARROW = frozenset("-–—=<>")


def qualify(scene: Scene, hit: Hit) -> None:
    """Find the qualifier of a figure and set its bounds; without one both bounds are the value itself."""
    if hit.kind == "ordinal" or not isinstance(hit.value, Decimal):
        return
    hit.qualifier = _before(scene, hit) or _after(scene, hit)
    bounds = interval(hit.value, hit.qualifier)
    hit.low = None if bounds.low is None else plain(bounds.low)
    hit.high = None if bounds.high is None else plain(bounds.high)


def _before(scene: Scene, hit: Hit) -> str | None:
    tokens = scene.tokens
    for i in (hit.start, hit.start - 1, hit.start - 2):
        if i < hit.start and at(tokens, i).low not in _SKIPPED:
            return None
        found = scene.lexicon.before.before(tokens, i)
        if found:
            qualifier, start = found
            if tokens[start].text in "<>" and at(tokens, start - 1).text in _ARROW:
                return None
            compared = at(tokens, i - 1).low == "than" and at(tokens, start - 1).low in ("times", "twice", "fold")
            return None if compared or _is_loose(scene, hit, start, i) else qualifier
    return None


def _is_loose(scene: Scene, hit: Hit, start: int, end: int) -> bool:
    """Tell the qualifier from the preposition or particle: "handed over 200", "spoke about two", "over two years"."""
    if end - start > 1 or scene.tokens[start].low not in _LOOSE:
        return False
    if scene.tokens[start].low == "до":
        return at(scene.tokens, start - 1).low.endswith(_SLAVIC_PAST)  # "grew to", not "up to"
    word, before = scene.tokens[start].low, at(scene.tokens, start - 1).low
    if before in scene.lexicon.roles["particle"]:
        return True
    spelled = hit.kind == "count" and not hit.digits and isinstance(hit.value, Decimal) and hit.value < _FEW
    lasting = hit.kind == "count" and hit.unit in ("days", "weeks", "months", "years", "hours", "minutes")
    if word in ("about", "around", "some"):
        return spelled and not lasting
    return spelled if word != "over" else spelled or lasting


def _after(scene: Scene, hit: Hit) -> str | None:
    tokens = scene.tokens
    if any(t.text == "+" and t.glued for t in tokens[hit.start + 1 : hit.end + 1]):
        return "at_least"
    within = next((k for k in range(hit.start + 1, hit.end) if tokens[k].low in QUALIFYING), None)
    if within is not None and scene.lexicon.language == "az":
        found = scene.lexicon.after.at(tokens, within)
        return found[0] if found else None
    start = hit.end + 1 if hit.kind == "count" and at(tokens, hit.end).low == hit.unit else hit.end
    found = scene.lexicon.after.at(tokens, start) or scene.lexicon.after.at(tokens, hit.end)
    if at(tokens, start).low in ("yaxın", "qədər") and not at(tokens, start - 1).low.endswith(("a", "ə")):
        return None  # "15 vaqon yaxın saatlarda": in the next hours
    return found[0] if found and at(tokens, found[1]).low != "than" else None
