"""Speed and memory beside the bars that korpu promises: `make bench`.

Every module here that is not private has a function `measure()` which yields one Measure for each bar; adding a module
is all it takes to be run.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Measure:
    """One figure beside its bar: at least the bar, or at most if `lower` is better; a peer's figure has no bar."""

    name: str
    figure: float
    bar: float | None
    unit: str
    lower: bool = True

    @property
    def ok(self) -> bool:
        """Whether the bar is met."""
        if self.bar is None:
            return True
        return self.figure <= self.bar if self.lower else self.figure >= self.bar

    def __str__(self) -> str:
        if self.bar is None:
            return f"     {self.name:<52} {self.figure:>12,.6g} {self.unit}"
        verdict, sign = ("ok " if self.ok else "red"), ("≤" if self.lower else "≥")
        return f"{verdict}  {self.name:<52} {self.figure:>12,.6g} {self.unit}  ({sign} {self.bar:,.6g})"
