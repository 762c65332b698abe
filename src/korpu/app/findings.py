"""Everything the checks found, source by source and over the whole ledger, with what a person has waived."""

from __future__ import annotations

import functools
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from importlib.resources import files
from typing import Any

from korpu.app.books import Books
from korpu.app.held import held
from korpu.app.intake import reading, sources
from korpu.app.origins import origins
from korpu.app.waivers import Waiver, waivers
from korpu.kernel.errors import NotFoundError
from korpu.kernel.finding import Finding, Proposal
from korpu.ledger.checks import LedgerFinding, check_ledger
from korpu.ledger.origins.told_once import told_once
from korpu.statements.reading import Reading
from korpu.store.rows import SourceRow

_RULES = ("kernel", "reference", "statements")
"""Packages whose files decide what is found in a source."""


@dataclass(frozen=True)
class FindingRow:
    """A finding and the source whose words it concerns; `record` is set where the ledger as a whole shows it.

    `id` names the finding for as long as the words that it compares stay the same; `waiver` is set once it was waived.
    """

    source: str
    finding: Finding
    record: str | None = None
    id: str = ""
    waiver: Waiver | None = None


def findings(books: Books, source: str | None = None, *, waived: bool | None = False) -> list[FindingRow]:
    """Return what the checks found in one source or in all, then what the ledger as a whole shows to be wrong.

    Waived findings are left out; `waived=True` returns only them, None returns both.
    """
    taken = [row for row in sources(books) if source in (None, row.id)]
    rows = [FindingRow(name, finding) for name, found in _checked(books, taken).items() for finding in found]
    wanted = {row.id for row in taken}
    rows += [FindingRow(one.source, one.finding, one.record) for one in _whole(books) if one.source in wanted]
    marked = with_waivers(books, rows)
    return [row for row in marked if waived is None or (row.waiver is not None) == waived]


_kept: dict[str, tuple[object, list[LedgerFinding]]] = {}


def _whole(books: Books) -> list[LedgerFinding]:
    """Return what the ledger as a whole shows, worked out once a day for as long as the journal stays as it is."""
    key = (tuple((h.site, h.seq, h.hash) for h in books.journal.heads()), books.clock().date())
    if _kept.get(books.alias, (None,))[0] != key:
        found = told_once(check_ledger(held(books), books.clock().date()), origins(books))
        _kept[books.alias] = (key, found)
    return _kept[books.alias][1]


def with_waivers(books: Books, rows: Iterable[FindingRow]) -> list[FindingRow]:
    """Return findings with their ids and the waivers that stand."""
    standing = {one.finding: one for one in waivers(books)}
    named = [(row, finding_id(row.source, row.finding, row.record)) for row in rows]
    return [FindingRow(row.source, row.finding, row.record, name, standing.get(name)) for row, name in named]


def unwaived(books: Books, read: Reading) -> Reading:
    """Return a reading without the findings that were waived."""
    gone = {one.finding for one in waivers(books)}
    kept = tuple(one for one in read.findings if not gone or finding_id(read.document.id, one) not in gone)
    return replace(read, findings=kept)


def finding(books: Books, name: str) -> FindingRow:
    """Return the finding of an id, waived or not; raises NotFoundError KORPU-FINDING-001 where there is none."""
    found = next((row for row in findings(books, waived=None) if row.id == name), None)
    if found is None:
        raise NotFoundError("KORPU-FINDING-001", f"There is no finding {name}.")
    return found


def finding_id(source: str, finding: Finding, record: str | None = None) -> str:
    """Return the name of a finding, made of what it says and of the words that it compares, not of today's date."""
    inputs = sorted([one.source, *map(list, one.ranges)] for one in finding.inputs)
    parts = [finding.check, source, record, finding.message, *map(list, finding.ranges), *inputs]
    return "f-" + sha256(json.dumps(parts).encode()).hexdigest()[:16]


def _checked(books: Books, taken: Sequence[SourceRow]) -> dict[str, Sequence[Finding]]:
    """Return the findings of each source, from the books where they were kept for the same words and rules.

    A source is named after its words, and an erasure drops all that is kept, so that no text need be loaded.
    """
    from korpu.store.checked import keep, kept  # noqa: PLC0415

    had = kept(books.alias)
    found: dict[str, Sequence[Finding]] = {}
    known = names_key(books)
    for row in taken:
        key = _key(row, known)
        if had.get(row.id, ("",))[0] == key:
            found[row.id] = [_from_json(one) for one in had[row.id][1]]
        else:
            found[row.id] = reading(books, row.id).findings
            keep(books.alias, row.id, key, [one.as_json() for one in found[row.id]])
    return found


def names_key(books: Books) -> str:
    """Return what tells apart the names that a person has put into the books, without loading those of the world."""
    own = sorted({json.dumps(c.value) for c in books.claims.by_hand() if c.property in ("party", "place", "places")})
    return sha256("\n".join(own).encode()).hexdigest()


def _key(row: SourceRow, known: str) -> str:
    parts = (row.id, row.published or "", row.language or "", known, _rules())
    return sha256("\n".join(parts).encode()).hexdigest()


@functools.cache
def _rules() -> str:
    """Return what tells one set of rules from another: the names, sizes and times of their files."""
    seen = []
    for part in _RULES:
        for path in sorted(_files(part)):
            about = path.stat()
            seen.append(f"{path.name} {about.st_size} {about.st_mtime_ns}")
    return sha256("\n".join(seen).encode()).hexdigest()


def _files(part: str) -> list[Any]:
    root = files("korpu").joinpath(part)
    return [p for p in root.rglob("*") if p.suffix in (".py", ".csv", ".txt", ".json")]  # type: ignore[attr-defined]


def _from_json(said: dict[str, Any]) -> Finding:
    proposal = said["proposal"] and Proposal(
        said["proposal"]["text"], said["proposal"]["value"], said["proposal"]["unit"]
    )
    return Finding(
        said["check"], said["severity"], said["message"], tuple((a, b) for a, b in said["ranges"]), said["arithmetic"],
        proposal or None,
    )  # fmt: skip
