"""Who spoke: header, question, answer, caption or body, told by layout and script, never by the words.

Turns of a conversation are lines that open with "- "; they alternate question, answer. A caption is a short paragraph
that a page break put between two others, often in two languages on one line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from korpu.statements.document import Document
from korpu.statements.reading import Passage
from korpu.statements.text import (
    CYRILLIC,
    Paragraph,
    bullets,
    ends_sentence,
    language_of,
    paragraphs,
    script,
    script_runs,
)

HEADER_LENGTH = 220
CAPTION_LENGTH = 400

_NEAR = 40
_TURN = re.compile(r"-[ \t]+")
_NAME = re.compile(r"((?:[^\W\d_a-zа-я][\w'’.-]*\s+){1,3}[^\W\d_a-zа-я][\w'’-]*),?\Z")
_DATE_END = re.compile(r"\b(?:19|20)\d\d(?:\s*(?:року|рік|р\.|года|г\.|-c[iıuü] il))?[.)]?\Z")
_SIGNED = re.compile(
    r"[^\W\d_]{3,}[^.!?]{12,}[.!?…]\s+(?:[^\W\d_]+,\s+)?\d{1,2}(?:\.\d\d\.|\s+[^\W\d_]+\s+)(?:19|20)\d\d"
    r"(?:\s*(?:року|рік|р\.|года|г\.|-c[iıuü] il))?[.)]?\Z"
)
"""A sentence with nothing but its date behind it, as under a photograph."""
_PHOTO = re.compile(r"(?:photo|picture|caption|фото|світлина|foto|şəkil)\b\s*[:.(]", re.IGNORECASE)
_SALUTATION = re.compile(r"[,:!]\Z")
_PARTED = re.compile(r"[\n/|]")
_SMALL_WORD = re.compile(r"\b[a-zа-яіїєґ]{3,}")


def passages(document: Document) -> tuple[Passage, ...]:
    """Cut a document into passages, in order; together they cover every visible word once."""
    found = paragraphs(document.text)
    main = document.language or language_of(document.text)
    turns = _turns(found)
    speaker = _respondent(found[: turns[0]]) if turns else None
    merged: list[Passage] = []
    for passage in _label(found, turns, main, speaker):
        last = merged[-1] if merged else None
        if last and passage.role in ("question", "answer", "body") and _continues(last, passage, document.text):
            merged[-1] = Passage(last.start, passage.end, last.role, last.speaker, last.language)
        else:
            merged.append(passage)
    return tuple(merged)


def _continues(last: Passage, passage: Passage, text: str) -> bool:
    """Tell the next paragraph of the same turn from a new turn, which opens with its dash."""
    same = (last.role, last.speaker, last.language) == (passage.role, passage.speaker, passage.language)
    return same and not (passage.role != "body" and _TURN.search(text[last.end : passage.start]))


def _turns(found: list[Paragraph]) -> list[int]:
    """Return the indexes of paragraphs that open a turn; a list of items is not a conversation."""
    turns: list[int] = []
    item = -2
    for i, paragraph in enumerate(found):
        if not _TURN.match(paragraph.text):
            continue
        before = found[i - 1].text if i else ""
        after_item = item == i - 1 and "?" not in paragraph.text
        if before.endswith((":", ";")) or (turns and before.endswith(",") and turns[-1] == i - 1) or after_item:
            item = i
            continue
        turns.append(i)
    asked = any("?" in found[i].text for i in turns[::2])
    return turns if asked or len(turns) == 2 else []


def _label(found: list[Paragraph], turns: list[int], main: str, speaker: str | None) -> Iterator[Passage]:
    role, who, opened = ("body", None, False) if not turns else ("header", None, True)
    opening = set(turns)
    count = 0
    for i, paragraph in enumerate(found):
        start, text = paragraph.start, paragraph.text
        if i in opening:
            role, who = ("question", None) if count % 2 == 0 else ("answer", speaker)
            count += 1
            opened = True
            start += len(_TURN.match(text).group())  # type: ignore[union-attr]
            yield Passage(start, paragraph.end, role, who, _tongue(text, main))
            continue
        if _is_caption(found, i, main):
            yield from _bilingual(paragraph, main)
            continue
        if not opened and not _is_header(found, i, main):
            opened = True
        if not count and (_is_header(found, i, main) if not opened or turns else _is_heading(found, i)):
            yield Passage(start, paragraph.end, "header", None, _tongue(text, main))
        else:
            yield Passage(start, paragraph.end, role if role != "header" else "body", who, _tongue(text, main))


def _tongue(text: str, main: str) -> str:
    """Return the language of a paragraph; a short one keeps the main language unless its script differs."""
    language = language_of(text, main)
    if language != main and len(text) < 200 and (main in ("uk", "ru")) == (language in ("uk", "ru")):
        return main
    return language


def _is_header(found: list[Paragraph], i: int, main: str) -> bool:
    """Tell a line at the top from prose: it is short, closes no sentence, and no later paragraph goes on with it."""
    text = found[i].text
    if i == len(found) - 1:
        return False  # a line with nothing below it heads nothing: a note of one line is a statement
    if len(text) > HEADER_LENGTH or (ends_sentence(text) and not text.isupper()) or bullets(text):
        return False
    after = next((p.text for p in found[i + 1 : i + _NEAR] if not _foreign(p.text, main)), "")
    return not (after[:1].islower() or (text.endswith(":") and after.startswith("- ")))


def _is_heading(found: list[Paragraph], i: int) -> bool:
    """Tell a heading between paragraphs of prose from the first half of a sentence that a page break cut."""
    text = found[i].text
    if i == 0 or len(text) > 90 or bullets(text) or not text[:1].isupper():
        return False
    if ends_sentence(text) or _SALUTATION.search(text):
        return False
    after = found[i + 1].text if i + 1 < len(found) else ""
    return ends_sentence(found[i - 1].text) and (after[:1].isupper() or after[:1].isdigit())


def _is_caption(found: list[Paragraph], i: int, main: str) -> bool:
    """Decide by script, page gap and ending; prose of the main language that closes its sentence is no caption."""
    paragraph = found[i]
    text = paragraph.text
    if len(text) > CAPTION_LENGTH or i == 0:
        return False
    if _in_two_scripts(text, main) or _foreign(text, main):
        return True
    if _PHOTO.match(text):
        return True
    if ends_sentence(text) or text[:1].islower():
        return False
    wide = paragraph.gap > 2
    dated = _DATE_END.search(text) is not None
    after_foreign = _foreign(found[i - 1].text, main) and len(found[i - 1].text) <= CAPTION_LENGTH
    prose_before = any(len(p.text) > HEADER_LENGTH for p in found[max(0, i - _NEAR) : i])
    signed = main != "en" and _SIGNED.search(text) is not None
    return (
        after_foreign
        or signed
        or (prose_before and dated and ". " in text)
        or (wide and prose_before and (dated or _stands_alone(found, i)))
    )


def _in_two_scripts(text: str, main: str) -> bool:
    """Say whether a paragraph goes on in another script, as a bilingual caption does; a long name in prose does not."""
    runs = script_runs(text)
    if len(runs) < 2 or not ends_sentence(text) or _PARTED.search(text):
        return len(runs) > 1
    return any(_foreign(text[a:b], main) and len(_SMALL_WORD.findall(text, a, b)) > 1 for a, b in runs)


def _stands_alone(found: list[Paragraph], i: int) -> bool:
    before = found[i - 1].text
    after = found[i + 1].text if i + 1 < len(found) else ""
    return len(found[i].text) <= HEADER_LENGTH and (after[:1].islower() or not ends_sentence(before))


def _foreign(text: str, main: str) -> bool:
    """Say whether most words of the text are in the other script than the main language's."""
    if len(text) > 4 * CAPTION_LENGTH:
        return False
    cyrillic = language_of(text, main) in ("uk", "ru")
    return cyrillic != (main in ("uk", "ru")) and any(
        script(w) == (CYRILLIC if cyrillic else "Latn") for w in text.split()
    )


def _bilingual(paragraph: Paragraph, main: str) -> Iterator[Passage]:
    for a, b in script_runs(paragraph.text) or [(0, len(paragraph.text))]:
        language = _tongue(paragraph.text[a:b], main)
        yield Passage(paragraph.start + a, paragraph.start + b, "caption", None, language)


def _respondent(header: list[Paragraph]) -> str | None:
    """Return the person who answers when the first line of the header is a name, as in "Jane Doe,"."""
    if not header:
        return None
    match = _NAME.match(header[0].text)
    return match.group(1) if match and not header[0].text.isupper() else None
