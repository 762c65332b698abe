"""Waiving a finding with a reason: a journal entry that says who looked at it, when and why it may stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from korpu.app.books import Books
from korpu.kernel.errors import ConflictError, InputError, NotFoundError

if TYPE_CHECKING:
    from korpu.app.findings import FindingRow


@dataclass(frozen=True)
class Waiver:
    """A waiver that stands: the entry, the finding that it waives, who waived it, when (UTC) and why."""

    entry: str
    finding: str
    check: str
    source: str
    by: str
    when: str
    reason: str


def waivers(books: Books) -> list[Waiver]:
    """Return the waivers that stand, in the order in which they were recorded."""
    from korpu.store.checked import taken_back  # noqa: PLC0415

    gone = taken_back(books.alias)
    return [
        Waiver(
            entry.id, said["finding"], said.get("check") or "", said.get("source") or "", entry.author,
            entry.recorded, said.get("reason") or "",
        )
        for entry, said in books.journal.entries("waiver")
        if said is not None and entry.id not in gone
    ]  # fmt: skip


def waive(books: Books, name: str, *, reason: str, by: str, row: FindingRow | None = None) -> str:
    """Waive the finding of an id and return the entry's id; it stays waived while the words it compares stay the same.

    `row` is the finding where it is one of a statement that is not in the books.

    Raises InputError KORPU-FINDING-002 without a reason, NotFoundError KORPU-FINDING-001 for an unknown finding,
    ConflictError KORPU-FINDING-003 for one that is waived already.
    """
    from korpu.app.findings import finding  # noqa: PLC0415

    if not reason.strip():
        raise InputError("KORPU-FINDING-002", "Say why the finding may stand.")
    row = row or finding(books, name)
    if row.waiver is not None:
        raise ConflictError("KORPU-FINDING-003", f"Finding {name} was waived already, in entry {row.waiver.entry}.")
    # The message quotes words of sources, which an erasure must find in one place only: so it is not written again.
    said = {"type": "waiver", "finding": name, "check": row.finding.check, "source": row.source, "record": row.record}
    return books.write({**said, "reason": reason.strip()}, by=by)


def unwaive(books: Books, name: str, *, by: str) -> str:
    """Take a waiver back, named by its finding or its entry, and return the id of the withdrawal.

    Raises NotFoundError KORPU-FINDING-004 where no such waiver stands.
    """
    from korpu.app.review import undo  # noqa: PLC0415

    found = next((one for one in waivers(books) if name in (one.entry, one.finding)), None)
    if found is None:
        raise NotFoundError("KORPU-FINDING-004", f"No waiver of {name} stands.")
    return undo(books, found.entry, by=by)
