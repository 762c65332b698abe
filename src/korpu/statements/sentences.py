"""Sentences as they were spoken: joined where a page break or a caption cut them, with a way back to the offsets."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from korpu.kernel.finding import Range
from korpu.kernel.tables import rows
from korpu.statements.document import Document
from korpu.statements.reading import Passage
from korpu.statements.text import bullets, ends_sentence, paragraphs, script_runs, spoken

LONGEST = 1200
_STOP = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s)")
_NEXT = re.compile(r"\s+[\"'“‘«(\[—–-]*\s*([^\W_])")
_LAST_WORD = re.compile(r"(?:[^\W\d_]+\.)*[^\W_]+\Z")
_DATE_TAIL = re.compile(
    r"\s+(?:\d{1,2}[ \u00a0])?[а-яіїєґ]{3,9}[ \u00a0]\d{4}(?:[ \u00a0](?:року|рік|р\.|года|год|г\.))?\.?\s*\Z|"
    r"\s+\d{1,2}\.\d{1,2}\.\d{4}(?:[ \u00a0](?:року|р\.|года|г\.))?\.?\s*\Z",
    re.IGNORECASE,
)
"""The date behind the full stop of a Ukrainian or Russian caption: it belongs to what the photograph shows."""
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_PARTED = re.compile(r"[\n/|]")
_ITEM = re.compile(r"(?:\(?[0-9]{1,2}|[a-zа-я]|[ivx]{1,4})\Z")


@dataclass(frozen=True)
class Sentence:
    """One sentence. `text` is the joined view: line and page breaks are single spaces, nothing else is changed.

    `pieces` maps it back: (position in `text`, offset in the document, length), in order. `passage` is the index of
    the passage where it starts.
    """

    ranges: tuple[Range, ...]
    text: str
    passage: int
    language: str
    pieces: tuple[tuple[int, int, int], ...]

    def at(self, position: int) -> int:
        """Return the document offset of a position in the joined text."""
        if len(self.pieces) == 1:
            return self.pieces[0][1] + position
        k = bisect_right([p[0] for p in self.pieces], position) - 1
        joined, offset, length = self.pieces[k]
        return offset + min(position - joined, length)

    def to_canonical(self, start: int, end: int) -> tuple[Range, ...]:
        """Return the ranges of the document that a stretch of the joined text stands for, one for each piece."""
        found: list[Range] = []
        for joined, offset, length in self.pieces:
            a, b = max(start, joined), min(end, joined + length)
            if a < b:
                found.append((offset + a - joined, offset + b - joined))
        return tuple(found)


@dataclass
class _Flow:
    """Text of one speaker in a row, put together from its paragraphs, with the passage of every piece."""

    text: str
    pieces: list[tuple[int, int, int]]
    owners: list[int]


def sentences(document: Document, passages: Sequence[Passage]) -> tuple[Sentence, ...]:
    """Cut the passages into sentences, in document order; a sentence may span a page break or an inserted caption."""
    found: list[Sentence] = []
    for flow in _flows(document.text, passages):
        caption = passages[flow.owners[0]].role == "caption"
        for start, end in _cut(flow.text, whole=not caption):
            found.append(_sentence(flow, start, end, passages))
    return tuple(sorted(found, key=lambda s: s.ranges[0][0]))


def _sentence(flow: _Flow, start: int, end: int, passages: Sequence[Passage]) -> Sentence:
    pieces: list[tuple[int, int, int]] = []
    owner = -1
    for (joined, offset, length), passage in zip(flow.pieces, flow.owners, strict=True):
        a, b = max(start, joined), min(end, joined + length)
        if a < b:
            pieces.append((a - start, offset + a - joined, b - a))
            owner = passage if owner < 0 else owner
    ranges = tuple((offset, offset + length) for _, offset, length in pieces)
    return Sentence(
        ranges, flow.text[start:end], owner, spoken(flow.text[start:end], passages[owner].language), tuple(pieces)
    )


def _flows(text: str, passages: Sequence[Passage]) -> Iterator[_Flow]:
    """Put paragraphs together that one sentence may run through; captions and headers each stand for themselves."""
    flow: _Flow | None = None
    held: list[_Flow] = []
    for index, passage in enumerate(passages):
        for start, end in _blocks(text, passage):
            block = text[start:end].replace("\n", " ")
            if passage.role in ("caption", "header"):
                held.append(_Flow(block, [(0, start, end - start)], [index]))
            elif flow and _runs_on(flow, block, passage, passages[flow.owners[-1]]):
                flow.pieces.append((len(flow.text) + 1, start, end - start))
                flow.owners.append(index)
                flow.text += " " + block
            else:
                if flow:
                    yield flow
                yield from held
                held = []
                flow = _Flow(block, [(0, start, end - start)], [index])
    if flow:
        yield flow
    yield from held


def _blocks(text: str, passage: Passage) -> Iterator[Range]:
    for paragraph in paragraphs(text[passage.start : passage.end]):
        cuts = sorted({0, *bullets(paragraph.text), *_changes(paragraph.text), len(paragraph.text)})
        for a, b in pairwise(cuts):
            item = paragraph.text[a:b]
            start = passage.start + paragraph.start + a
            yield start + len(item) - len(item.lstrip()), start + len(item.rstrip())


def _changes(text: str) -> Iterator[int]:
    """Yield where a new line, or what stands behind a stroke, goes on in another script: the same told to others."""
    for (_, last), (start, _) in pairwise(script_runs(text)):
        if _PARTED.search(text, last, start):
            yield start


def _runs_on(flow: _Flow, block: str, passage: Passage, last: Passage) -> bool:
    """Say whether a paragraph goes on with a sentence: the one before is open, and this is the same speaker's."""
    if passage.role != last.role or passage.language != last.language or bullets(block):
        return False
    if ends_sentence(flow.text) or flow.text.endswith((":", ";")) or len(flow.text) > LONGEST:
        return False
    return block[:1].islower() or (len(flow.text) > 120 and not flow.text.endswith(","))


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(row["form"] for row in rows("korpu.statements", "data/abbreviations.csv"))


def _cut(text: str, *, whole: bool = True) -> Iterator[Range]:
    """Cut a flow at its closing marks; what runs on past `LONGEST`, as tables do, is cut at a space."""
    for first, end in _close(text, whole=whole):
        start = first
        while end - start > LONGEST:
            space = max(text.rfind(" ", start, start + LONGEST), start + LONGEST // 2)
            yield start, space
            start = space + (text[space] == " ")
        if start < end:
            yield start, end


_UNITS = frozenset(
    ["грн", "руб", "тис", "тыс", "млн", "млрд", "шт", "од", "ед", "чел", "чол", "ос", "дол", "долл", "га", "км", "кв"]
)
"""Short forms that close what they count, and so may close a sentence."""
_NEW_SENTENCE = re.compile(r"\s+[\"“«]?[А-ЯІЇЄҐ](?:[а-яіїєґё'’]+|\s+[А-ЯІЇЄҐа-яіїєґё])")


def _close(text: str, *, whole: bool) -> Iterator[Range]:
    """Cut at full stops; with `whole` a last date stays with the sentence before it."""
    start = 0
    for stop in _STOP.finditer(text):
        follow = _NEXT.match(text, stop.end())
        if follow is None or follow.group(1).islower() or not _closes(text, start, stop, follow.group(1)):
            continue
        if whole and _CYRILLIC.search(text, start, stop.start()) and _DATE_TAIL.match(text, stop.end()):
            continue
        yield start, stop.end()
        start = follow.end() - len(follow.group().lstrip())
    if start < len(text):
        yield start, len(text.rstrip())


def _closes(text: str, start: int, stop: re.Match[str], follow: str) -> bool:
    """Tell a closing full stop from that of an abbreviation, an initial or an item number."""
    if stop.group()[0] != ".":
        return True
    word = _LAST_WORD.search(text[max(start, stop.start() - 24) : stop.start()])
    if word is None:
        return True
    last = word.group()
    if len(last) == 1 and last.isalpha() and last.isupper():
        return False
    if last.casefold() in _UNITS and _NEW_SENTENCE.match(text, stop.end()):
        return True
    if last.casefold() in _abbreviations():
        return follow.isdigit() and last.casefold() in {"pp", "etc", "p.m", "a.m"}
    return not (_ITEM.fullmatch(last) and start + len(last) == stop.start())
