"""Amounts below zero: "minus 5 million", "−5 млн", "€-5m"; a dash, a range or a bullet is no sign."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from korpu.statements.figures.hit import Hit, Scene
from korpu.statements.figures.tokens import DASHES, at

_WORDS = {"en": ("minus",), "uk": ("мінус",), "ru": ("минус",), "az": ("mənfi", "minus")}
_PLUS = frozenset(["plus", "плюс", "or"])
_MINUS = "\u2212"
_SIGNED = ("money", "measure", "percent")
_LIKE = re.compile(r"(?<!\S)[-–][$€£]?\d")
_OPENS = frozenset(":(=")


def signed(scene: Scene, hit: Hit) -> Hit:
    """Give an amount of money, a measure or a share the minus that is meant before it."""
    value = hit.value
    if hit.kind not in _SIGNED or not isinstance(value, Decimal) or not value:
        return hit
    tokens, k = scene.tokens, hit.start - 1
    if at(tokens, k).low in _WORDS.get(scene.lexicon.language, ()):
        about = at(tokens, k - 1).low in _PLUS or at(tokens, k - 2).low in _PLUS  # "plus-minus"
        return hit if about else replace(hit, start=k, value=-value)
    if _inside(scene, hit):
        return replace(hit, value=-value)
    meant = k >= 0 and tokens[hit.start].glued and _is_minus(scene, hit, k)
    return replace(hit, start=k, value=-value) if meant else hit


def _inside(scene: Scene, hit: Hit) -> bool:
    """Say whether the minus stands between the sign of a currency and the number: "€-5 million"."""
    tokens = scene.tokens
    marks = (k for k in range(hit.start + 1, hit.end - 1) if tokens[k].text in (_MINUS, "-"))
    return any(tokens[k + 1].digit and tokens[k + 1].glued and not tokens[k - 1].digit for k in marks)


def _is_minus(scene: Scene, hit: Hit, k: int) -> bool:
    """Tell a minus from a dash: it touches the number and not the word before, and no other dash answers it."""
    tokens = scene.tokens
    mark, before = tokens[k], at(tokens, k - 1)
    if mark.text == _MINUS:
        return not before.digit
    if mark.text not in ("-", "–"):
        return False
    if k == 0:
        alone = all(t.text in ".;!" for t in tokens[hit.end :])
        return alone and len(_LIKE.findall(scene.context.document)) == 1  # else the bullet of a list
    if mark.glued and before.text not in _OPENS:
        return False
    if at(tokens, hit.end).text in DASHES or sum(_starts_alike(scene, j) for j in range(len(tokens))) > 1:
        return False  # "Aid -5 million- was paid", "Norway -5 million, Sweden -3 million"
    return before.text in _OPENS or (mark.text == "-" and before.text[:1].islower())


def _starts_alike(scene: Scene, j: int) -> bool:
    after = at(scene.tokens, j + 1)
    return scene.tokens[j].text in ("-", "–") and not (j and scene.tokens[j].glued) and after.glued and after.digit
