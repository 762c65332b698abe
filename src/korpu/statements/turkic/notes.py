"""Lines of Azerbaijani fact sheets that have no verb: "Büdcə: 3 mln. avro", "12 müəllimi təlimə göndərmək"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from korpu.statements.events.context import Context
from korpu.statements.events.scene import Scene
from korpu.statements.reading import Candidate
from korpu.statements.turkic.fill import Event, fill
from korpu.statements.turkic.meaning import stage_of
from korpu.statements.turkic.predicates import AIM, FIN, PTC, Predicate, find
from korpu.statements.turkic.roles import Words, named, roles
from korpu.statements.turkic.tokens import lower, tokenize

_LABEL = re.compile(r"(?:(?<=\s)|^)(?P<label>[^\W\d_a-zəöüçşığ][^:;.!?\d]{2,50}):\s+(?=\S)")
_BULLET = re.compile(r"(?:[-–—•·*]|\(?[a-z0-9]{1,2}[.)])\s+")
_PARTS = re.compile(r";\s+")
_AHEAD = re.compile(r"\b(?:plan|növbəti|planlaşdır|gözlənil|nəzərdə|hədəf|gələcək|məqsəd)\w*")
_LACKING = re.compile(r"\b(?:ehtiyac|tələbat|lazım|çatışmayan|tələb)\w*")
_FIGURES = ("money", "count", "measure", "percent", "date")
_WORD = re.compile(r"[^\W\d_]{3,}")


def notes(scene: Scene, context: Context, text: str) -> Iterator[Candidate]:
    """Yield what the parts of a line without a finite verb say."""
    words = scene.sentence.text
    tokens = tokenize(words)
    found = find(tokens)
    if any(p.kind == FIN for p in found):
        return
    bullet = _BULLET.match(words)
    heading = _heading(text, scene.sentence.ranges[0][0]) if bullet else ""
    taken: set[int] = set()
    names = named(scene)
    for start, end, label in _parts(words, bullet.end() if bullet else 0):
        inside = [p for p in found if start <= tokens[p.first].start and tokens[p.last].end <= end]
        figured = any(p.figure.kind in _FIGURES and start <= p.start and p.end <= end for p in scene.figures)
        things = any(start <= m.start and m.end <= end for m in scene.objects)
        aimed = any(p.kind == AIM for p in inside)
        telling = figured and (label or heading or things or inside) and _WORD.search(words, start, end)
        if not telling and not (aimed and _AHEAD.search(lower(label + heading))):
            continue
        span = start, len(words[:end].rstrip(" .;"))
        here = [m for m in names if span[0] <= m.start and m.end <= span[1]]
        event = Event(span, [span], _stage(label, heading, inside), "be", "note", end)
        told = roles(scene, Words(here, [span], end, passive=False), context.known)
        yield fill(scene, context, event, told, taken)


def _parts(words: str, first: int) -> Iterator[tuple[int, int, str]]:
    """Yield the stretches of a line: each label with its value, and the items that semicolons part."""
    labels = list(_LABEL.finditer(words, first))
    edges = [first, *(m.start("label") for m in labels if m.start("label") > first), len(words)]
    for a, b in pairwise(edges):
        label = next((m.group("label") for m in labels if m.start("label") == a), "")
        start = a
        for mark in [*_PARTS.finditer(words, a, b), None]:
            end = mark.start() if mark else b
            if end - start > 1:
                yield start, end, label
            start = mark.end() if mark else b


def _heading(text: str, start: int) -> str:
    """Return the line above a list that ends with a colon, empty where there is none."""
    for line in reversed(text[:start].rstrip().split("\n")):
        if line.rstrip().endswith(":"):
            return line.rstrip(": ")
        if not _BULLET.match(line.lstrip()):
            return ""
    return ""


def _stage(label: str, heading: str, inside: Sequence[Predicate]) -> str:
    """Return the stage of a line: its label's, else that of the list's heading, else what an infinitive says."""
    for words in (label, heading):
        low = lower(words)
        if _LACKING.search(low):
            return "need"
        if _AHEAD.search(low):
            return "planned"
        done = [p for p in find(tokenize(words)) if p.kind in (FIN, PTC)]
        if done:
            return stage_of(done[-1])
    if any(p.kind == AIM for p in inside):
        return "planned"
    return "stated"
