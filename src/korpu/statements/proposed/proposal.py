"""What a model may say of a statement, and why a proposal is refused."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from korpu.statements.reading import Candidate

RULE = "model.proposed"
"""The rule of every candidate that a model proposed; a person decides on each."""

CONFIDENCE = 0.2

NOT_IN_TEXT = "KORPU-MODEL-101"
CUT_OFF = "KORPU-MODEL-102"
BAD_FORM = "KORPU-MODEL-103"
NUMBER = "KORPU-MODEL-104"
UNIT = "KORPU-MODEL-105"
DATE = "KORPU-MODEL-106"
ROLE = "KORPU-MODEL-107"
TWICE = "KORPU-MODEL-108"
READ_ALREADY = "KORPU-MODEL-109"


@dataclass(frozen=True)
class Proposal:
    """One event as a model sees it: the words, and what it takes them to say. Nothing of it is believed unread.

    `amount` and `count` are decimal strings or the words of the text, `when` EDTF or the words of the text; the roles
    are words of the text.
    """

    quote: str
    kind: str
    stage: str | None = None
    track: str | None = None
    actor: str | None = None
    counterpart: str | None = None
    place: str | None = None
    title: str | None = None
    amount: str | None = None
    currency: str | None = None
    count: str | None = None
    count_unit: str | None = None
    when: str | None = None


@dataclass(frozen=True)
class Rejection:
    """A proposal that was refused: a stable code, the reason in a sentence, and the quote as the model gave it."""

    code: str
    reason: str
    quote: str

    def as_json(self) -> dict[str, Any]:
        """Return the rejection as the command line prints it."""
        return {"code": self.code, "reason": self.reason, "quote": self.quote}


class RefusedError(Exception):
    """Raised within this package to refuse a proposal; `verify` makes a Rejection of it."""

    def __init__(self, code: str, reason: str) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason


@dataclass(frozen=True)
class Verdict:
    """What became of proposals: candidates, what is kept of each (see `kept`), and the proposals refused."""

    candidates: tuple[Candidate, ...] = ()
    kept: tuple[dict[str, Any], ...] = ()
    rejections: tuple[Rejection, ...] = ()
