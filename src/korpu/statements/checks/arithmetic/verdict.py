"""Whether figures go together, and whether one slip undone makes them; each figure is doubted once at most."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from korpu.kernel.finding import Finding, Severity
from korpu.statements.checks.arithmetic.window import Window
from korpu.statements.checks.numbers import amount
from korpu.statements.checks.scene import Placed
from korpu.statements.checks.slips import Holds, Undone, proposal, undone

_PLAIN = (None, "at_most", "reaching")
"""Qualifiers that leave a figure as it is: "from 20 to 30 million" is no bound, though "to" alone is."""


@dataclass(frozen=True)
class Relation:
    """Figures that could go together, how to tell, how that is written out, and what it takes to believe a slip.

    `holds` is the test with the room that rounding needs, `exact` the one that a slip undone must meet. `scale`,
    `currency` and `digits` say whether a slip of that sort is believed; `firm` whether a failure is reported even
    where no slip explains it, as what the figures give (`given`) in place of what is `said`; `impossible`
    where it cannot be, as parts beyond their whole.
    """

    check: str
    what: str
    figures: tuple[Placed, ...]
    holds: Holds
    exact: Holds
    sums: str
    scale: bool = False
    currency: bool = False
    digits: bool = False
    firm: bool = False
    given: str = ""
    said: str = ""
    impossible: bool = False

    @property
    def values(self) -> list[Decimal]:
        """The values of the figures, in order."""
        return [p.figure.number or Decimal(0) for p in self.figures]

    @property
    def units(self) -> set[str]:
        """The currencies of the amounts among the figures."""
        return {p.figure.unit for p in self.figures if p.figure.kind == "money" and p.figure.unit}


def significant(value: Decimal) -> int:
    """Return how many digits of a number carry something.

    >>> significant(Decimal("37500000")), significant(Decimal(40))
    (3, 1)
    """
    return len(value.normalize().as_tuple().digits)


class Verdicts:
    """What has been explained and doubted so far in a statement."""

    def __init__(self) -> None:
        """Start with nothing explained."""
        self.explained: set[int] = set()
        self.doubted: set[int] = set()

    def explain(self, relation: Relation) -> None:
        """Note the figures of a relation that holds in one currency, to the last digit."""
        if len(relation.units) < 2 and relation.exact(relation.values):
            self.explained |= {p.figure.start for p in relation.figures}

    def judge(self, window: Window, relation: Relation) -> Finding | None:
        """Return what is wrong with a relation, None where nothing is or nobody can say."""
        starts = [p.figure.start for p in relation.figures]
        if self.doubted & set(starts) or self.explained.issuperset(starts):
            return None
        finding = self._judged(relation)
        if finding is not None:
            self.doubted |= set(starts)
        return finding

    def fresh(self, finding: Finding) -> bool:
        """Tell whether none of a finding's figures was doubted before, and note that they are now."""
        starts = {start for start, _ in finding.ranges}
        if self.doubted & starts:
            return False
        self.doubted |= starts
        return True

    def _judged(self, relation: Relation) -> Finding | None:
        ranges = tuple((p.figure.start, p.figure.end) for p in relation.figures)
        if len(relation.units) > 1:
            if not relation.currency or not relation.exact(relation.values):
                return None
            text = f"The figures make {relation.what} only if they are in one currency."
            sums = f"{relation.sums}; in {' and '.join(sorted(relation.units))}"
            return Finding("currency_mismatch", "error", text, ranges, sums)
        if relation.holds(relation.values):
            return None
        slip = self._slip(relation)
        if slip is not None:
            figure = relation.figures[slip.index].figure
            if figure.kind == "percent" and relation.given:
                text = f"The figures give {relation.given}, not “{relation.said}”."
                return Finding(relation.check, "error", text, ranges, relation.sums)
            text = f"The figures make {relation.what} only if “{figure.text}” is {amount(figure, slip.value)}."
            name = "scale_slip" if slip.scale else relation.check
            return Finding(name, "error", text, ranges, relation.sums, proposal(figure, slip))
        if relation.firm:
            text = f"The figures give {relation.given}, not “{relation.said}”."
            severity: Severity = "error" if relation.impossible else "warning"
            return Finding(relation.check, severity, text, ranges, relation.sums)
        return None

    def _slip(self, relation: Relation) -> Undone | None:
        if not (relation.scale or relation.digits):
            return None
        figures = [p.figure for p in relation.figures]
        slip = undone(figures, relation.exact, digits=relation.digits)
        if slip is None or (slip.scale and not relation.scale) or figures[slip.index].start in self.explained:
            return None
        return slip


def plain(figures: Sequence[Placed]) -> bool:
    """Tell whether no figure is said to be about, over or under what is written."""
    return all(p.figure.qualifier in _PLAIN for p in figures)


def rounding(figures: Sequence[Placed], exact: Decimal, loose: Decimal) -> Decimal:
    """Return the room for rounding among figures: more where one has a qualifier."""
    return exact if plain(figures) else loose
