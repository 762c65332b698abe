"""The figures of a quote, read again from its words; what a proposal says of them must agree or is refused."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

from korpu.kernel.edtf import is_edtf
from korpu.kernel.finding import Range
from korpu.statements.proposed.proposal import DATE, NUMBER, UNIT, Proposal, RefusedError
from korpu.statements.reading import Figure, Reading

_GROUPING = re.compile(r"(?<=\d)[ ,\u00a0\u202f](?=\d{3}(?!\d))")


def within(reading: Reading, span: Range) -> tuple[int, ...]:
    """Return the indices of the figures that lie within a span."""
    return tuple(i for i, f in enumerate(reading.figures) if span[0] <= f.start and f.end <= span[1])


def amount_in(figures: Sequence[Figure], said: Proposal) -> Figure | None:
    """Return the money that a proposal means: the figure it states, else the only one in the quote.

    Raises RefusedError where it states another number or another currency than the words do.
    """
    own = [f for f in figures if f.kind == "money" and f.value is not None]
    if said.amount is None:
        if said.currency is not None and said.currency not in {f.unit for f in own}:
            raise RefusedError(UNIT, f"The quote holds no money in {said.currency}.")
        return own[0] if len(own) == 1 else None
    found = [f for f in own if _agrees(said.amount, f)]
    if not found:
        raise RefusedError(NUMBER, f"The quote does not hold the amount {said.amount}.")
    if said.currency is None:
        return found[0]
    same = next((f for f in found if f.unit == said.currency), None)
    if same is None:
        raise RefusedError(
            UNIT, f"The amount is not in {said.currency} there, but in {found[0].unit or 'no currency'}."
        )
    return same


def count_in(figures: Sequence[Figure], said: Proposal) -> Figure | None:
    """Return the count or measure that a proposal means: the one it states, else the only count in the quote.

    Raises RefusedError where it states another number or unit than the words do.
    """
    own = [f for f in figures if f.kind in ("count", "measure") and f.value is not None]
    if said.count is None:
        counts = [f for f in own if f.kind == "count"]
        return counts[0] if len(counts) == 1 else None
    found = [f for f in own if _agrees(said.count, f)]
    if not found:
        raise RefusedError(NUMBER, f"The quote does not hold the number {said.count}.")
    if said.count_unit is None:
        return found[0]
    same = next((f for f in found if _same_unit(f, said.count_unit)), None)
    if same is None:
        raise RefusedError(UNIT, f"The number does not count “{said.count_unit}” there, but “{found[0].unit or '–'}”.")
    return same


def time_in(figures: Sequence[Figure], said: Proposal) -> Figure | None:
    """Return the date that a proposal means: the one it states, else the only one in the quote.

    Raises RefusedError where the words give another date, or none.
    """
    own = [f for f in figures if f.kind == "date" and f.value is not None and is_edtf(f.value)]
    if said.when is None:
        return own[0] if len(own) == 1 else None
    found = next((f for f in own if said.when == f.value or _words(said.when) == _words(f.text)), None)
    if found is None:
        raise RefusedError(DATE, f"The quote does not hold the date {said.when}.")
    return found


def _agrees(stated: str, figure: Figure) -> bool:
    """Tell whether a stated number is the figure's, as a number or in its own words."""
    if _words(stated) == _words(figure.text):
        return True
    try:
        return Decimal(_GROUPING.sub("", stated.strip())) == figure.number
    except InvalidOperation:
        return False


def _same_unit(figure: Figure, stated: str) -> bool:
    return _singular(stated) == _singular(figure.unit or "")


def _singular(unit: str) -> str:
    return _words(unit).removesuffix("s")


def _words(text: str) -> str:
    return " ".join(text.casefold().split())
