"""A Finding is what a check reports: which check, how grave, why, and the arithmetic that anyone can redo."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

Range = tuple[int, int]
"""Start and end (exclusive) in Unicode code points of a document's canonical text."""

Severity = Literal["error", "warning", "info"]


@dataclass(frozen=True)
class Proposal:
    """What the text would have to say for the check to hold.

    >>> Proposal("100-billion-dollar", "100000000000", "USD").value
    '100000000000'
    """

    text: str
    value: str | None = None
    unit: str | None = None


@dataclass(frozen=True)
class Input:
    """What a finding compares the words with: a quote of a source, where it stands, and when it was said (EDTF)."""

    source: str
    ranges: tuple[Range, ...]
    quote: str
    said: str | None = None

    def as_json(self) -> dict[str, Any]:
        """Return the input with every key present."""
        return {"source": self.source, "quote": self.quote, "said": self.said, "ranges": [list(r) for r in self.ranges]}


@dataclass(frozen=True)
class Finding:
    """One thing a check noticed, tied to the words concerned.

    `check` is one of the stable names of design section 3; `arithmetic` shows the sum or comparison in plain text.
    `inputs` are the words of other sources that the check has compared these with.
    """

    check: str
    severity: Severity
    message: str
    ranges: tuple[Range, ...]
    arithmetic: str | None = None
    proposal: Proposal | None = None
    inputs: tuple[Input, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return the finding as the command-line contract prints it: every key present, missing is None."""
        proposal = self.proposal
        return {
            "check": self.check,
            "severity": self.severity,
            "message": self.message,
            "arithmetic": self.arithmetic,
            "proposal": proposal and {"text": proposal.text, "value": proposal.value, "unit": proposal.unit},
            "ranges": [list(r) for r in self.ranges],
        }
