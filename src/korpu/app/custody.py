"""Keeping the books safe: verify, erase, back up, rebuild."""

from __future__ import annotations

import os
import sqlite3
from dataclasses import dataclass, replace
from pathlib import Path

from korpu.app import origins, pages
from korpu.app.books import Books
from korpu.app.intake import pending_rows, read_again
from korpu.journal.erasing import carry_out, plan
from korpu.journal.texts import verify_texts
from korpu.journal.verify import Verified
from korpu.journal.verify import verify as verify_chain
from korpu.kernel.errors import ConflictError, InputError, IntegrityError
from korpu.store import sqlite


@dataclass(frozen=True)
class Erased:
    """What an erasure destroyed: the payload asked for, those that quoted the same words, and words in these sources.

    `swept` says that the freed places of the file were overwritten at once; if another program was reading, that is
    done the next time the books are opened.
    """

    entry: str
    target: str
    also: tuple[str, ...]
    sources: tuple[str, ...]
    swept: bool


@dataclass(frozen=True)
class BackedUp:
    """Where the copy lies and what verifying it said."""

    path: Path
    verified: Verified


def verify(books: Books) -> Verified:
    """Check every entry, payload, text and projection; the verdict names the first that is not as it was written."""
    from django.db import Error  # noqa: PLC0415

    from korpu.store.check import verify_projections  # noqa: PLC0415

    verdict = Verified(0, 0)
    try:
        verdict = _verify_file(books.path)
        if not verdict.ok:
            return verdict
        with books.unit() as unit:  # so that nobody writes between the one look and the other
            wrong = verify_texts(unit) or verify_projections(books.alias) or origins.verify_pairs(books)
    except (Error, sqlite3.Error) as error:
        wrong = (books.path.name, f"the file is damaged: {error}")
    return replace(verdict, first_bad=wrong[0], reason=wrong[1]) if wrong else verdict


def erase(books: Books, entry: str, *, why: str, approved_by: str, by: str = "desk") -> Erased:
    """Destroy what an entry says, the words it quotes, all that quotes the same words, and the file that holds them.

    Backups and copies made before keep what they hold. Raises KORPU-ERASE-001 to -004 (see `journal.erasing`).
    """
    with books.unit() as unit:
        planned = plan(unit, entry)
        erasure = carry_out(unit, planned, why=why, approved_by=approved_by, author=by)
        unit.note_chore("sweep")
        for source, text in planned.texts.items():
            if text is not None:
                unit.projection.put_pending(source, pending_rows(source, read_again(books, source).candidates))
        unit.commit()
    books.forget_readings()
    pages.forget()
    origins.forget()
    return Erased(erasure.id, entry, planned.also, tuple(planned.texts), books.sweep())


def rebuild(books: Books) -> int:
    """Throw away all that is worked out from the journal, work it out anew, and return the number of candidates."""
    count = 0
    books.forget_readings()
    with books.unit() as unit:
        unit.replay()
        for row in books.sources():
            rows = pending_rows(row.id, read_again(books, row.id).candidates)
            unit.projection.put_pending(row.id, rows)
            count += len(rows)
        unit.commit()
    return count


def backup(books: Books, target: str | os.PathLike[str]) -> BackedUp:
    """Copy the books while they are in use and verify the copy; a folder gets a data folder that can be opened.

    Raises ConflictError KORPU-CUSTODY-001 if the file is there already, InputError -002 if it cannot be written,
    IntegrityError -003 if the copy does not verify (it is then removed).
    """
    path = Path(target)
    path = path if path.suffix in (".sqlite3", ".db") and not path.is_dir() else path / sqlite.FILE
    if path.exists():
        raise ConflictError("KORPU-CUSTODY-001", f"{path} is there already; name another place.")
    part = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        part.touch(mode=0o600)
        sqlite.copy(books.path, part)
        verdict = _verify_file(part)
        if not verdict.ok:
            raise IntegrityError(
                "KORPU-CUSTODY-003", f"The copy does not verify: {verdict.first_bad}: {verdict.reason}."
            )
        part.replace(path)
    except OSError as error:
        raise InputError("KORPU-CUSTODY-002", f"{path} cannot be written: {error.strerror}.") from error
    finally:
        if part.is_file():
            part.unlink()
    return BackedUp(path, verdict)


def _verify_file(path: Path) -> Verified:
    with sqlite.snapshot(path) as (rows, heads):
        return verify_chain(rows, heads)
