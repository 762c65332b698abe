"""What a format's check reports: which rule, how grave, where in the document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal


@dataclass(frozen=True)
class Breach:
    """A rule of a format that a document breaks; `path` leads to the place, such as objects[3].created."""

    rule: str
    severity: Literal["error", "warning"]
    message: str
    path: str

    def as_json(self) -> dict[str, Any]:
        """Return the breach as `korpu validate` prints it."""
        return {"rule": self.rule, "severity": self.severity, "message": self.message, "line": None, "path": self.path}
