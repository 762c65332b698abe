"""Verbs whose object tells what they mean: "müqavilə imzalamaq" contracts, "5 milyona çatmaq" measures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from korpu.statements.events.scene import Scene
from korpu.statements.turkic.predicates import Predicate
from korpu.statements.turkic.tokens import Token, lower

_CONTRACT = re.compile(r"\b(?:müqavilə|kontrakt|sövdələşmə|podrat)\w*(?:\s+\w+)?\s*$")
_PACT = re.compile(r"\b(?:saziş|memorandum|kredit)\w*(?:\s+\w+)?\s*$")
_ACT = re.compile(r"\b(?:fərman|sərəncam|qərar|qanun|qətnamə|əmr)\w*(?:\s+\w+)?\s*$")
_SUM = re.compile(r"\b(?:həcm|dəyər|məbləğ|say|dövriyyə|göstərici|ixrac|idxal|cəm|xərc|büdcə|pay|qiymət|gəlir|borc)\w*")
_SIGNING = ("imzala", "bağla", "qəbul")
_NUMERIC = ("money", "count", "measure", "percent", "ratio")
_REACHED = re.compile(r"[aə](?:\s+yaxın)?\s*$")
_NEAR = 120
_EXPLOSIVES = re.compile(r"\b(?:mina|sursat|mərmi|bomba|raket|silah|partlayıcı|qumbara|pua|dron)\w*")
"""What is destroyed on purpose."""
_GIFT = re.compile(r"\b(?:yardım|dəstək|paket|töhfə|ianə)\w*")
_CONTEST = re.compile(r"\b(?:tender|müsabiqə|qəbul|seçki|satınalma|nəticə)\w*")
_LATER = re.compile(r"\b(?:yaza|payıza|qışa|yaya|sonraya|ilə|aya|həftəyə|rübə)\s*$")
"""To when something is kept: put off."""
_ASKING = re.compile(r"\b(?:üçün|kömək|yardım|dəstək|xahiş|bağlı)\w*")
_BESIDE = re.compile(r"(?:-\w+)?\s*(?:\w+\s+){0,2}?$")


def classed(scene: Scene, tokens: Sequence[Token], found: Sequence[Predicate]) -> list[Predicate]:
    """Return the predicates with the class that their objects tell."""
    return [_classed(scene, tokens, one) for one in found]


def _classed(scene: Scene, tokens: Sequence[Token], one: Predicate) -> Predicate:
    verb = tokens[one.last].low
    start = tokens[one.first].start
    before = lower(scene.sentence.text[max(0, start - 40) : start])
    if verb.startswith(("imzala", "bağla")) and one.cls in ("act", "stop", "contract"):
        signed = _CONTRACT.search(before) or (verb.startswith("bağla") and _PACT.search(before))
        cls = "contract" if signed else "decide" if _ACT.search(before) else one.cls
        return replace(one, cls=cls)
    if verb.startswith("qiymətləndir") and re.search(r"(?:kimi|yüksək|müsbət)\s*$", before):
        return replace(one, cls="report")
    if one.cls == "need" and tokens[one.first].low == "müraciət":
        return one if _ASKING.search(before) or one.tense == "present" else replace(one, cls="act")
    if one.cls == "harm" and _EXPLOSIVES.search(before):
        return replace(one, cls="act")
    if one.first < one.last and tokens[one.first].low == "elan":
        promised = _GIFT.search(before) or any(
            p.figure.kind == "money" and start - _NEAR < p.start < start for p in scene.figures
        )
        return replace(one, cls="pledge") if promised and not _CONTEST.search(before) else one
    if verb.startswith("saxla") and one.first == one.last:
        until = any(p.figure.kind == "date" and 0 <= start - p.end <= 1 for p in scene.figures)
        return replace(one, cls="stop") if until or _LATER.search(before) else one
    if verb.startswith("adlandır") and not one.passive:
        return replace(one, cls="report")
    if one.cls == "plan" and verb.startswith("gözlə") and not one.passive and one.tense in ("perfect", "past", "mish"):
        return replace(one, cls="act")  # "waited"
    if one.cls == "plan" and verb.startswith("çalış"):
        aim = re.search(r"(?:mağa|məyə)$", before.rstrip()) is not None
        return one if aim else replace(one, cls="hold_on")
    if one.cls == "deliver" and one.first == one.last and verb.startswith("köçür"):
        end = tokens[one.first].start
        moved = any(p.figure.kind == "money" and end - _NEAR < p.start < end for p in scene.figures)
        return replace(one, cls="pay") if moved else one
    if verb.startswith("aşırıl"):
        return one  # "was shipped on", not "exceeded"
    if one.cls in ("deliver", "act", "measure") and verb.startswith(("çat", "keç", "öt", "aş", "et", "ed", "ol")):
        return _measuring(scene, tokens, one, verb)
    return one


def _measuring(scene: Scene, tokens: Sequence[Token], one: Predicate, verb: str) -> Predicate:
    """Tell "57 milyona çatıb" from "limana çatıb", "12 faiz təşkil edir" from "kurs təşkil edib"."""
    start = tokens[one.first].start
    beside = any(
        p.figure.kind in _NUMERIC and p.end <= start and _BESIDE.fullmatch(scene.sentence.text[p.end : start])
        for p in scene.figures
    )
    organised = one.first < one.last and tokens[one.first].low == "təşkil"
    if organised:
        close = any(
            p.figure.kind in _NUMERIC and p.figure.kind != "count" and start - p.end <= 2 for p in scene.figures
        ) or (beside and _SUM.search(lower(scene.sentence.text[:start])) is not None)
        return replace(one, cls="measure" if close else "act")
    if one.first < one.last:
        return one
    if verb.startswith("çat"):
        reached = beside and _REACHED.search(lower(scene.sentence.text[:start])) is not None
        return replace(one, cls="deliver" if not reached else "act" if verb.startswith("çatdır") else "measure")
    return replace(one, cls="measure" if beside else "act") if verb.startswith(("keç", "öt", "aş", "ol")) else one
