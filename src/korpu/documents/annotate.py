"""Comments in the margin of a Word document, at the very words: in the file that was read, or in a new one of its text.

The bytes that were read are opened again and nothing is changed but this: runs are cut where the words of a comment
begin and end, both halves keeping the formatting of the whole, and the comment is tied to the runs between.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import docx
from docx.text.run import Run
from lxml import etree

from korpu.documents.docx import pieces
from korpu.kernel.finding import Range

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R, _T, _BOX, _NOTE = _W + "r", _W + "t", _W + "txbxContent", _W + "footnoteReference"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_NOT_XML = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
AUTHOR = "korpu"

Spot = tuple[Any, int]
"""An element that holds words, and how many of its characters stand before the one meant."""


@dataclass(frozen=True)
class Comment:
    """What is to stand beside the words of a range of the canonical text."""

    start: int
    end: int
    text: str


def annotated(raw: bytes, text: str, comments: Sequence[Comment]) -> bytes:
    """Return a DOCX with comments at the words of its canonical text; its own words and formatting stay as they are.

    `raw` is what `load` has read and `text` the canonical text that it gave. Words that Word lets nobody comment on (in
    a text box, a footnote) get their comment where the box or the note is anchored.
    """
    document = docx.Document(io.BytesIO(raw))
    visible = [at for at, sign in enumerate(text) if not sign.isspace()]
    order = {at: number for number, at in enumerate(visible)}
    spans = [(_shrunk(text, one.start, one.end), one) for one in comments]
    inner = [span for span, _ in spans if span[0] < span[1]]
    _cut(document, {edge for start, end in inner for edge in (order[start], order[end - 1] + 1)})
    spots = list(_spots(document))
    for (start, end), one in spans:
        runs = [_run(spots[order[at]][0]) for at in (start, end - 1) if start < end and order[at] < len(spots)]
        if runs and None not in runs:
            said = document.comments.add_comment(_clean(one.text), AUTHOR, AUTHOR[:1])
            Run(runs[0], document).mark_comment_range(Run(runs[1], document), said.comment_id)
    return _bytes(document)


def typed(text: str, comments: Sequence[Comment], *, title: str | None = None) -> bytes:
    """Return a new DOCX of a plain text, a paragraph for each of its lines, with comments at the words."""
    document = docx.Document()
    if title:
        document.core_properties.title = _clean(title)[:200]
    edges = sorted({edge for one in comments for edge in _shrunk(text, one.start, one.end)})
    runs: list[tuple[int, int, Run]] = []
    for line in re.finditer(r"[^\n]+", text):
        if not line[0].strip():
            continue
        paragraph = document.add_paragraph()
        cuts = [line.start(), *(e for e in edges if line.start() < e < line.end()), line.end()]
        runs += [(a, b, paragraph.add_run(_clean(text[a:b]))) for a, b in pairwise(cuts)]
    for one in comments:
        start, end = _shrunk(text, one.start, one.end)
        own = [run for a, b, run in runs if a < end and start < b]
        if own:
            document.add_comment([own[0], own[-1]], _clean(one.text), AUTHOR, AUTHOR[:1])
    return _bytes(document)


def _shrunk(text: str, start: int, end: int) -> Range:
    """Return a range without the blanks at its ends."""
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())


def _spots(document: Any) -> Iterator[Spot]:
    """Yield where each character stands that is no blank, in the order of the canonical text.

    Blanks are passed over, because reading adds and drops some between paragraphs and cells.
    """
    for element, words in pieces(document.element.body):
        yield from ((element, at) for at, sign in enumerate(words) if not sign.isspace())
    yield from _in_footnotes(document)


def _in_footnotes(document: Any) -> Iterator[Spot]:
    """Yield for each character of the footnotes the place in the body where its note is called."""
    calls = {call.get(f"{_W}id"): call for call in document.element.body.iter(_NOTE)}
    for related in document.part.rels.values():
        if related.reltype.endswith("/footnotes") and not related.is_external:
            root = etree.fromstring(related.target_part.blob, etree.XMLParser(resolve_entities=False, no_network=True))
            for note in root.iter(f"{_W}footnote"):
                call = calls.get(note.get(f"{_W}id"))
                for _, words in pieces(note):
                    yield from ((call, 0) for sign in words if not sign.isspace())


def _cut(document: Any, places: Iterable[int]) -> None:
    """Cut runs so that each of these characters begins one; the last first, so that the places before stay right."""
    spots = list(_spots(document))
    for place in sorted(places, reverse=True):
        if place >= len(spots):
            continue
        element, at = spots[place]
        run = element.getparent() if element is not None else None
        if run is None or run.tag != _R or _boxed(run) is not run:
            continue
        if element.tag == _T and 0 < at < len(element.text or ""):
            _split_words(element, at)
            element = element.getnext()
        if element.tag == _T or at == 0:
            _split_run(run, element)


def _split_words(element: Any, at: int) -> None:
    words = element.text
    rest = deepcopy(element)
    element.text, rest.text = words[:at], words[at:]
    for half in (element, rest):
        half.set(_SPACE, "preserve")
    element.addnext(rest)


def _split_run(run: Any, element: Any) -> None:
    """Move an element and all that follows it into a run of its own with the same properties."""
    before = [child for child in element.itersiblings(preceding=True) if child.tag != f"{_W}rPr"]
    if not before:
        return
    rest = deepcopy(run)
    for child in list(rest):
        if child.tag != f"{_W}rPr":
            rest.remove(child)
    for child in [element, *element.itersiblings()]:
        rest.append(child)
    run.addnext(rest)


def _run(element: Any) -> Any:
    """Return the run that a comment on an element is tied to, None where there is none."""
    run = element if element is None or element.tag == _R else next(element.iterancestors(_R), None)
    return None if run is None else _boxed(run)


def _boxed(run: Any) -> Any:
    """Return the run that anchors the text box in which a run stands, the run itself where it is in none."""
    boxes = list(run.iterancestors(_BOX))
    return next(boxes[-1].iterancestors(_R), run) if boxes else run


def _clean(text: str) -> str:
    return _NOT_XML.sub("", text)


def _bytes(document: Any) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()
