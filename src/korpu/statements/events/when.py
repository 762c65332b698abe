"""Which date belongs to which event: its own clause's, else the sentence's opening, else the event spoken of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from korpu.statements.reading import Figure

_PREPOSITION = re.compile(
    r"(?:In|On|Since|From|During|At|By|Between|Until|After|Before|Today|Yesterday|This|Last|Next)\b"
)


def opening_date(text: str, offset: int, dates: Sequence[Figure]) -> str | None:
    """Return the date with which a sentence opens ("In 2024, …"): it holds for all that the sentence tells."""
    if not dates or dates[0].start - offset > 90:
        return None
    head = text[: dates[0].start - offset]
    if _PREPOSITION.match(text) and head.count(",") <= 1:
        return dates[0].value
    return None
