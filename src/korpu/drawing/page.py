"""Draws a page of a document with words marked on it: over its picture, or over its words where there is no picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from korpu.drawing.svg import element, text

Box = tuple[float, float, float, float]
"""Left, bottom, right and top, in points from the lower left corner of the page."""

_ROOM = 2.0
_AROUND = 70.0
_LEAST = 4.0


@dataclass(frozen=True)
class Paper:
    """A page to draw: its size in points, what is marked, and either the address of its picture or its words."""

    width: float
    height: float
    marks: Sequence[Box] = ()
    picture: str | None = None
    words: Sequence[tuple[str, Box]] = ()


def draw(paper: Paper, said: str, *, crop: bool = False) -> str:
    """Return the page as SVG; `said` is what it shows, in words, and `crop` cuts out the part around the marks.

    >>> draw(Paper(100, 200, [(10, 150, 60, 160)]), "Page 1").count("<rect")
    2
    """
    wide, high = paper.width, paper.height
    top, bottom = 0.0, high
    if crop and paper.marks:
        top = max(0.0, high - max(mark[3] for mark in paper.marks) - _AROUND)
        bottom = min(high, high - min(mark[1] for mark in paper.marks) + _AROUND)
    parts = [element("rect", class_="sheet", width=wide, height=high)]
    if paper.picture:
        parts.append(element("image", href=paper.picture, width=wide, height=high, preserveAspectRatio="none"))
    parts += [_words(words, box, high) for words, box in paper.words]
    parts += [_mark(mark, high) for mark in paper.marks]
    view = f"0 {top:g} {wide:g} {bottom - top:g}"
    title = element("title", escape(said))
    return element("svg", title + "".join(parts), class_="paper", viewBox=view, role="img", aria_label=said)


def _mark(mark: Box, high: float) -> str:
    left, bottom, right, top = mark
    return element(
        "rect", class_="marked", x=left - _ROOM, y=high - top - _ROOM, width=right - left + 2 * _ROOM,
        height=top - bottom + 2 * _ROOM, rx=1.5,
    )  # fmt: skip


def _words(words: str, box: Box, high: float) -> str:
    left, bottom, right, top = box
    return text(
        words, left, high - bottom, font_size=max(top - bottom, _LEAST), textLength=max(right - left, 1.0),
        lengthAdjust="spacingAndGlyphs",
    )  # fmt: skip
