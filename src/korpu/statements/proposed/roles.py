"""Who and where, as names that stand in the text: a role that the document does not name is refused."""

from __future__ import annotations

from korpu.kernel.finding import Range
from korpu.reference.names import Names
from korpu.statements.locate import Located, locate
from korpu.statements.proposed.proposal import ROLE, RefusedError
from korpu.statements.reading import Reading

FAR = 2_000
"""How many characters before its quote a role may be named, as "the ministry" is a sentence or a paragraph earlier."""


def literally(text: str, words: str, near: int | None = None) -> Located | None:
    """Return where words stand in a text exactly or up to white space, None where they do not."""
    found = locate(text, words, near)
    return found if found is not None and found.tier != "typography" else None


def role_in(reading: Reading, names: Names, said: str | None, span: Range, what: str) -> Range | None:
    """Return where the text names somebody or some place, within the quote or shortly before it.

    The words may be those of the text or a known name in another case or language. Raises RefusedError where the text
    does not name it there.
    """
    if said is None or not said.strip():
        return None
    start = max(0, span[0] - FAR)
    stretch = reading.document.text[start : span[1]]
    found = literally(stretch, said, near=span[0] - start)
    if found is not None:
        return found.start + start, found.end + start
    known = names.id_of(said)
    match = next((m for m in reversed(names.find(stretch)) if m.id == known), None) if known else None
    if match is None:
        raise RefusedError(ROLE, f"The text does not name the {what} “{said[:80]}” there.")
    return match.start + start, match.end + start


def named_at(reading: Reading, names: Names, span: Range | None) -> str | None:
    """Return what a span names: the known name where it is one, else its words."""
    if span is None:
        return None
    words = reading.document.text[span[0] : span[1]]
    known = names.id_of(words) or next((m.id for m in names.find(words) if m.end - m.start == len(words)), None)
    return names.name(known, "en") if known else " ".join(words.split())
