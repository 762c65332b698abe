"""How commands speak: JSON a line, aligned tables, one sentence on stderr, progress on a terminal."""

from __future__ import annotations

import json
import shutil
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TextIO, TypeVar

from korpu.kernel.plain_text import visible

T = TypeVar("T")


def utf8() -> None:
    """Write UTF-8 whatever the terminal's locale says: quotes come in four languages."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")


def complain(code: str, message: str, about: str | None = None) -> None:
    """Say on stderr in one line what went wrong, with its stable code."""
    where = f"{about}: " if about else ""
    print(f"{code}: {where}{' '.join(message.split())}", file=sys.stderr)


def print_json(data: Any) -> None:
    """Print one object on one line; decimals are strings already, letters stay as they are."""
    print(json.dumps(data, ensure_ascii=False, separators=(", ", ": ")))


def width(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def columns() -> int:
    """Return the width of the terminal, 100 where the output goes elsewhere."""
    return shutil.get_terminal_size((100, 24)).columns


def shorten(text: str, most: int) -> str:
    """Return the text on one line, cut at a word with an ellipsis where it is longer than `most` columns.

    >>> shorten("one two three", 8)
    'one two…'
    """
    text = " ".join(visible(text).split())
    if width(text) <= most:
        return text
    cut = text[: max(most - 1, 1)]
    at_word = cut.rsplit(" ", 1)[0] if " " in cut and text[len(cut)] != " " else cut
    kept = at_word if len(at_word) * 2 > len(cut) else cut
    return kept.rstrip(" ,;:") + "…"


def table(head: Sequence[str], rows: Iterable[Sequence[Any]], *, right: Iterable[int] = ()) -> None:
    """Print an aligned table: words left, columns named in `right` right; the last column takes the room left."""
    cells = [["" if c is None else " ".join(visible(str(c)).split()) for c in row] for row in rows]
    rightward = set(right)
    last = len(head) - 1
    wide = [max(width(line[i]) for line in [list(head), *cells]) for i in range(len(head))]
    room = columns() - sum(wide[:last]) - 2 * last
    wide[last] = max(min(wide[last], room), 24) if last not in rightward else wide[last]
    for line in [[h.upper() for h in head], *cells]:
        parts = []
        for i, cell in enumerate(line):
            text = shorten(cell, wide[i]) if i == last else cell
            space = " " * (wide[i] - width(text))
            parts.append(space + text if i in rightward else text + space)
        print("  ".join(parts).rstrip())


def wrapped(text: str, indent: str = "") -> None:
    """Print a paragraph, wrapped to the terminal (at most 100 columns) and indented."""
    import textwrap

    for line in text.splitlines() or [""]:
        print(textwrap.fill(line, min(columns(), 100), initial_indent=indent, subsequent_indent=indent))


@contextmanager
def working(what: str) -> Iterator[None]:
    """Say on a terminal what runs while a person waits; silent elsewhere."""
    shown = sys.stderr.isatty()
    if shown:
        print(f"{what} …", end="", file=sys.stderr, flush=True)
    try:
        yield
    finally:
        if shown:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def progress(items: Sequence[T], what: str, *, stream: TextIO | None = None) -> Iterator[T]:
    """Yield the items, showing on a terminal how many are done; silent elsewhere and for a single item."""
    out = stream or sys.stderr
    shown = out.isatty() and len(items) > 1
    for done, item in enumerate(items):
        if shown:
            print(f"\r{what} {done + 1} of {len(items)} …\x1b[K", end="", file=out, flush=True)
        yield item
    if shown:
        print("\r\x1b[K", end="", file=out, flush=True)
