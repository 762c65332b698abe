"""DOCX: paragraphs in their order, the rows of tables as lines, footnotes at the end; deleted text stays deleted."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from typing import Any

import docx
from lxml import etree

from korpu.documents.archive import check_archive
from korpu.documents.extracted import Block, Extracted, checked
from korpu.kernel.errors import InputError

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_P, _TBL, _TR, _TC, _T = (_W + name for name in ("p", "tbl", "tr", "tc", "t"))
_LEFT_OUT = frozenset(_W + name for name in ("del", "moveFrom", "pPr", "rPr")) | {
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
}
_SIGNS = {_W + "tab": "\t", _W + "br": "\n", _W + "cr": "\n", _W + "noBreakHyphen": "-"}


def read_docx(raw: bytes) -> Extracted:
    """Read a DOCX.

    Raises InputError: what `check_archive` raises, KORPU-INPUT-001 for no words, -015 too long, -017 damaged.
    """
    check_archive(raw)
    try:
        document = docx.Document(io.BytesIO(raw))
        title = (document.core_properties.title or "").strip() or None
        found = list(_blocks(document.element.body))
        for related in document.part.rels.values():
            if related.reltype.endswith("/footnotes") and not related.is_external:
                found += _footnotes(related.target_part)
    except MemoryError:
        raise
    except Exception as error:  # python-docx raises whatever the damage makes of its own assumptions
        raise InputError("KORPU-INPUT-017", "The document is damaged and cannot be opened.") from error
    return _put_together(found, title)


def _footnotes(part: Any) -> Iterator[tuple[str, str, int, int | None]]:
    root = etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False, no_network=True))
    for number, paragraph in enumerate(root.iter(_P), 1):
        yield _text(paragraph), "footnote", number, None


def pieces(body: Any) -> Iterator[tuple[Any, str]]:
    """Yield every element of the body that holds words, with its words, in the order of the canonical text."""
    found: list[tuple[Any, str]] = []

    def noting(paragraph: Any) -> str:
        found.extend(_gathered(paragraph))
        return _text(paragraph)

    for _ in _blocks(body, noting):
        yield from found
        found.clear()


def _blocks(body: Any, text: Callable[[Any], str] | None = None) -> Iterator[tuple[str, str, int, int | None]]:
    """Yield text, kind, number and table of every paragraph and row, in the order of the file."""
    text = text or _text
    paragraphs = tables = 0
    for element in _outer(body):
        if element.tag == _P:
            paragraphs += 1
            yield text(element), "paragraph", paragraphs, None
            for box in element.iter(_W + "txbxContent"):
                if not any(ancestor.tag in _LEFT_OUT for ancestor in box.iterancestors()):
                    paragraphs += 1
                    yield "\n".join(text(inner) for inner in box.iter(_P)), "paragraph", paragraphs, None
        else:
            tables += 1
            for number, row in enumerate(element.iter(_TR), 1):
                cells = [" ".join(text(p) for p in cell.iter(_P)).strip() for cell in row.iterchildren(_TC)]
                yield "\t".join(cells), "row", number, tables


def _outer(element: Any) -> Iterator[Any]:
    """Yield the paragraphs and tables right under an element, looking into content controls and insertions."""
    for child in element.iterchildren():
        if child.tag in (_P, _TBL):
            yield child
        elif child.tag not in _LEFT_OUT:
            yield from _outer(child)


def _text(paragraph: Any) -> str:
    return "".join(words for _, words in _gathered(paragraph)).replace("\r", "").strip()


def _gathered(element: Any) -> Iterator[tuple[Any, str]]:
    for child in element.iterchildren():
        if child.tag == _T:
            yield child, child.text or ""
        elif child.tag in _SIGNS:
            yield child, _SIGNS[child.tag]
        elif child.tag not in _LEFT_OUT and child.tag != _P:
            yield from _gathered(child)


def _put_together(found: list[tuple[str, str, int, int | None]], title: str | None) -> Extracted:
    pieces: list[str] = []
    blocks: list[Block] = []
    at = 0
    for text, kind, number, within in found:
        if not text.strip():
            continue
        at += 2 if pieces else 0
        blocks.append(Block(at, at + len(text), kind, number, within))
        pieces.append(text)
        at += len(text)
    return Extracted(checked("\n\n".join(pieces)), title=title, blocks=tuple(blocks))
