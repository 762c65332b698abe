"""Reports on the ledger: balances, promises, totals against their parts, changes, and everything the checks found."""

from __future__ import annotations

from datetime import date

from korpu.app.books import Books
from korpu.app.findings import FindingRow, findings
from korpu.app.held import held
from korpu.kernel.edtf import parse
from korpu.kernel.errors import InputError
from korpu.ledger.balances import BY, BalanceRow
from korpu.ledger.balances import balance as balance_of
from korpu.ledger.changes import Change
from korpu.ledger.changes import changes as changes_of
from korpu.ledger.lateness import LateRow
from korpu.ledger.lateness import late as late_on
from korpu.ledger.totals import TotalAgainstParts
from korpu.ledger.totals import totals as totals_of

__all__ = ["BalanceRow", "FindingRow", "balance", "changes", "findings", "late", "totals"]


def balance(books: Books, *, by: str = "record", said: str | None = None, known: str | None = None) -> list[BalanceRow]:
    """Return money by stage per record, track or place, in the currency stated; InputError KORPU-REPORT-001 else."""
    if by not in BY:
        raise InputError("KORPU-REPORT-001", f"A balance is drawn up by {', '.join(BY)}, not by {by!r}.")
    return balance_of(held(books, said=said, known=known), by)


def late(books: Books, *, on: str | date | None = None) -> list[LateRow]:
    """Return promises not yet met as of a day (EDTF, by default today): late ones first, undated ones last."""
    day = on if isinstance(on, date) else parse(on).high if on else books.clock().date()
    if day is None:
        raise InputError("KORPU-REPORT-002", "Say by which day promises are to be judged.")
    return late_on(held(books), day)


def totals(books: Books, *, said: str | None = None, known: str | None = None) -> list[TotalAgainstParts]:
    """Return every stated total of aid against the parts that the books know."""
    return totals_of(held(books, said=said, known=known))


def changes(books: Books, since: str, until: str | None = None) -> list[Change]:
    """Return what the sources published after `since` and by `until` (EDTF; None: all) changed in the ledger."""
    return changes_of(held(books, said=since), held(books, said=until))
