"""Does the arithmetic of a statement hold: sums, prices, shares, changes, multiples, in whatever words they are told?

In: the lines of a statement with their figures. Out: findings. Rather than one pattern for each way of putting things,
every stretch of neighbouring sentences is searched for figures that could go together (one the sum of the others, a
number times a price, a share of a whole). Where they do, they are explained. Where they do not, and undoing one slip of
the pen (a scale, a currency, two digits) makes them go together, that slip is reported, provided that chance alone
would hardly close so many digits or that words of the stretch (data/relations.csv) say that the figures are related.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING

from korpu.statements.checks.arithmetic.addition import sums
from korpu.statements.checks.arithmetic.exchange import exchanges
from korpu.statements.checks.arithmetic.lengths import lengths
from korpu.statements.checks.arithmetic.multiplication import products
from korpu.statements.checks.arithmetic.proportion import proportions
from korpu.statements.checks.arithmetic.splits import splits
from korpu.statements.checks.arithmetic.verdict import Verdicts
from korpu.statements.checks.arithmetic.window import windows

if TYPE_CHECKING:
    from korpu.kernel.finding import Finding
    from korpu.statements.checks.scene import Scene

__all__ = ["check"]

KINDS = (products, sums, proportions, splits)
"""Relations in the order of their certainty: a product of two figures is seldom right by chance, a share often."""


def check(scene: Scene) -> Iterator[Finding]:
    """Yield the slips whose undoing makes figures of neighbouring sentences go together; short stretches first."""
    verdicts = Verdicts()
    found = [window for window in windows(scene) if window.figures]
    related = [[relation for relations in KINDS for relation in relations(window)] for window in found]
    for relation in chain.from_iterable(related):
        verdicts.explain(relation)
    for window, relations in zip(found, related, strict=True):
        if len(window.money) == 2 and window.says("rate"):
            yield from (f for f in exchanges(window, scene.published) if verdicts.fresh(f))
        yield from (f for f in lengths(window) if verdicts.fresh(f))
        for relation in relations:
            finding = verdicts.judge(window, relation)
            if finding is not None:
                yield finding
