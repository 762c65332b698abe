"""Check *personal_data*: a list of names with ages or dates of birth; people helped are counted, never named."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from korpu.kernel.finding import Finding
from korpu.statements.checks.scene import Scene

FEWEST = 3
"""So many named people make a list; fewer may be officials or authors."""

_FAR = 400
"""Characters between two people of one list, at most."""

_NAME = r"[^\W\d_a-zа-яёіїєґəçğıöşü][^\W\d_]+(?:[-'’ʼ][^\W\d_]+)*"
_PERSON = rf"(?P<name>{_NAME}(?:[ \t]+(?:{_NAME}|oğlu|qızı|оглы|кызы)){{1,3}})"
_GAP = r"[ \t,;:|(–—-]{1,8}"
_AGE = (
    r"(?:aged?[ \t]+\d{1,2}\b|\d{1,2}[ \t-]*(?:years?[ \t-]+old|y\.?[ \t]?o\b|yrs?\b|years?\b|рок(?:ів|и)\b|рік\b|річн|"
    r"лет\b|года?\b|yaş(?:lı|ında|ı)?\b))"
)
_DAY = r"(?:\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)"
_BORN = (
    r"(?:(?:born|b\.|р\.[ \t]?н\.|нар(?:одивс|одила|\.)|род(?:ился|илась|\.)|г\.[ \t]?р\.|təvəllüd|doğul)"
    r"\D{0,16}(?:19|20)\d\d|"
    r"(?:19|20)\d\d(?:[ \t]|-c[iıuü]|[ \t]+il)*(?:[ \t]+(?:р\.|г\.|року|года|ildə))?[ \t]*"
    r"(?:р\.[ \t]?н|г\.[ \t]?р|народження|рождения|təvəllüd|doğum))"
)
_LISTED = re.compile(rf"{_PERSON}{_GAP}(?:{_AGE}|{_BORN}|{_DAY})")
_HEADED = re.compile(
    r"(?i)(?:date of birth|birth date|year of birth|\bage\b|\bвік\b|дата народження|рік народження|\bвозраст\b|"
    r"дата рождения|\byaş\b|doğum tarixi|təvəllüd)"
)
_ROW = re.compile(rf"(?m)^[ \t\d.)№-]*{_PERSON}{_GAP}(?:\d{{1,2}}|(?:19|20)\d\d|{_DAY})[ \t]*(?:$|[;,|\t])")


def check(scene: Scene) -> Iterator[Finding]:
    """Report each list of three or more people with their age or birth."""
    text = scene.reading.document.text
    found = {m.start("name"): m.span() for m in _LISTED.finditer(text)}
    if _HEADED.search(text):
        found.update({m.start("name"): (m.start("name"), m.end()) for m in _ROW.finditer(text)})
    for people in _lists(sorted(found.values())):
        yield Finding(
            "personal_data",
            "warning",
            f"{len(people)} people stand here by name with their age or birth; count them and leave the names out.",
            tuple(people),
        )


def _lists(people: list[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """Yield the people that stand near each other, where they are enough to make a list."""
    if not people:
        return
    cuts = [i for i, (one, two) in enumerate(pairwise(people), 1) if two[0] - one[1] > _FAR]
    for a, b in pairwise([0, *cuts, len(people)]):
        if b - a >= FEWEST:
            yield people[a:b]
