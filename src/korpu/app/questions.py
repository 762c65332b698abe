"""Questions that somebody will be asked, found in a file, each with the draft of an answer where one is given."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from korpu.kernel.errors import InputError
from korpu.kernel.finding import Range

MOST = 60
"""Most questions taken from one file."""

LONGEST = 500
"""Letters of the longest question taken."""

_ITEM = re.compile(
    r"\s*(?:[-–—•*]\s+|\(?\d{1,2}[.)]\s+|[a-zа-яəіїєґ]\)\s+|(?:Q|Питання|Запитання|Sual|Вопрос)\s*\d*\s*[:.]\s*)", re.I
)
_LABEL = re.compile(r"\s*(?:A|Answer|Draft(?: answer)?|Відповідь|Чернетка|Cavab|Layihə|Ответ)\s*\d*\s*[:.]\s*", re.I)
_BLANK = re.compile(r"[\s_.…·\-–—]*")
_ENDS = re.compile(r"[?？][\"'”’»)\]]*")


@dataclass(frozen=True)
class Asked:
    """A question as it stands in a file, and the range of the draft of its answer, None where there is none."""

    text: str
    start: int
    end: int
    draft: Range | None = None


def questions_in(text: str) -> list[Asked]:
    """Return the questions of a text in their order.

    A question ends with a question mark; what follows it up to the next one is the draft of its answer. In a text
    without question marks every item of a list, else every line, is taken for one. Raises InputError KORPU-PACK-001
    where there is none, -002 for too many, -003 for one that is too long.
    """
    units = list(_units(text))
    marked = any(_ENDS.search(text[start:end]) for start, end in units)
    listed = [unit for unit in units if _ITEM.match(text, unit[0], unit[1])]
    found: list[Asked] = []
    for start, end in units:
        question = _question(text, start, end) if marked else (start, end)
        if not marked and listed and (start, end) not in listed:
            question = None
        if question is not None:
            found.append(_asked(text, *question))
        rest = (question[1] if question else start, end)
        if found and _worded(text, *rest):
            last = found[-1]
            first = _skip(text, *rest) if last.draft is None else last.draft[0]
            found[-1] = Asked(last.text, last.start, last.end, (first, _trimmed(text, *rest)))
    _check(found)
    return found


def written(turns: Iterable[tuple[str, str]]) -> tuple[str, list[Asked]]:
    """Return questions and drafts as one text, and where each of them stands in it; the drafts stay as they are."""
    text, found = "", []
    for question, draft in turns:
        start = len(text)
        text += f"{question}\n\n"
        where = (len(text), len(text) + len(draft)) if draft.strip() else None
        found.append(Asked(question, start, start + len(question), where))
        text += f"{draft}\n\n" if where else ""
    return text, found


def _check(found: list[Asked]) -> None:
    if not found:
        raise InputError("KORPU-PACK-001", "There is no question here; a question ends with a question mark.")
    if len(found) > MOST:
        raise InputError("KORPU-PACK-002", f"There are {len(found)} questions; a pack holds up to {MOST}.")
    long = next((one for one in found if len(one.text) > LONGEST), None)
    if long is not None:
        raise InputError("KORPU-PACK-003", f"A question has at most {LONGEST} letters; this one has {len(long.text)}.")


def _units(text: str) -> list[Range]:
    """Return the paragraphs and items of a text; the lines of one wrapped paragraph are one unit."""
    found: list[Range] = []
    open_from: int | None = None
    at = 0
    for line in text.split("\n"):
        end = at + len(line)
        begins = not line.strip() or _ITEM.match(line) or _LABEL.match(line)
        if open_from is not None and (begins or text[open_from:at].rstrip()[-1:] in ".?!:？"):
            found.append((open_from, at - 1))
            open_from = None
        if line.strip() and open_from is None:
            open_from = at
        at = end + 1
    if open_from is not None:
        found.append((open_from, len(text)))
    return found


def _question(text: str, start: int, end: int) -> Range | None:
    """Return the question that a unit holds, up to its last question mark, None where it holds none."""
    marks = list(_ENDS.finditer(text, start, end))
    if not marks or _LABEL.match(text, start, end):
        return None
    return start, marks[-1].end()


def _asked(text: str, start: int, end: int) -> Asked:
    item = _ITEM.match(text, start, end)
    start = item.end() if item else start
    start += len(text[start:end]) - len(text[start:end].lstrip())
    end = _trimmed(text, start, end)
    return Asked(" ".join(text[start:end].split()), start, end)


def _skip(text: str, start: int, end: int) -> int:
    label = _LABEL.match(text, start, end)
    start = label.end() if label else start
    return start + len(text[start:end]) - len(text[start:end].lstrip())


def _worded(text: str, start: int, end: int) -> bool:
    """Tell whether there are words, beside a label and dots to write on."""
    return not _BLANK.fullmatch(text, min(_skip(text, start, end), end), end)


def _trimmed(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip())
