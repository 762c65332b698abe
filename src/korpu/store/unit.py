"""The unit of work on a database: entries, texts and projections are written together or not at all."""

from __future__ import annotations

import os
from collections.abc import Sequence
from types import TracebackType
from typing import Self

from django.db import OperationalError, transaction

from korpu.journal.canonical import canonical
from korpu.journal.clock import Clock, now, stamp
from korpu.journal.entry import SALT_BYTES, Entry, Head, check_site, seal
from korpu.journal.payloads import Payload, check_payload, erased_by
from korpu.journal.ports import KeptText
from korpu.kernel.errors import ConflictError, InputError, NotFoundError
from korpu.store import models, sqlite
from korpu.store.projection import Projection
from korpu.store.reading import JournalTables


class StoreUnitOfWork(JournalTables):
    """One transaction; leaving the block without commit() rolls it back. Not to be nested or shared by threads.

    Raises InputError KORPU-STORE-007 when the database cannot be written.
    """

    def __init__(self, alias: str, *, site: str, clock: Clock = now) -> None:
        super().__init__(alias)
        self.site = check_site(site)
        self.clock = clock
        self.projection = Projection(alias)
        self._transaction: transaction.Atomic | None = None

    def __enter__(self) -> Self:
        begun = transaction.atomic(using=self.alias, durable=True)
        try:
            begun.__enter__()
        except OperationalError as failure:
            if not sqlite.unwritable(failure):
                raise
            raise _unwritable(failure) from failure
        self._transaction = begun
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._transaction is not None:
            transaction.set_rollback(True, using=self.alias)
            self._transaction.__exit__(None, None, None)
            self._transaction = None
        if isinstance(error, OperationalError) and sqlite.unwritable(error):
            raise _unwritable(error) from error

    def commit(self) -> None:
        """Make everything durable; a crash after this returns loses nothing of it."""
        if self._transaction is None:
            raise ConflictError("KORPU-JOURNAL-004", "This unit of work is over; begin another one.")
        ending, self._transaction = self._transaction, None  # if this fails, the database has rolled back itself
        ending.__exit__(None, None, None)

    def append(self, payload: Payload, *, author: str) -> Entry:
        """Seal a payload into this site's chain, bring the projections up to date and return the entry."""
        self._check_open()
        kind = check_payload(payload)
        salt, body = os.urandom(SALT_BYTES), canonical(payload)
        recorded = stamp(self.clock)
        entry = seal(self.head(self.site), recorded=recorded, author=author, kind=kind, salt=salt, body=body)
        row = models.Entry.objects.using(self.alias).create(
            site=entry.site, seq=entry.seq, name=entry.id, recorded=recorded, author=author, type=kind,
            payload_hash=entry.payload_hash, previous=entry.previous, hash=entry.hash,
        )  # fmt: skip
        models.Payload.objects.using(self.alias).create(entry=row, salt=salt, body=body.decode())
        self._remember(Head(entry.site, entry.seq, entry.hash))
        self.projection.add(row.row, entry, payload)
        return entry

    def withdrawn(self, name: str) -> bool:
        """Tell whether an entry was taken back by a decision that stands."""
        return self.projection.withdrawn(name)

    def keep_text(self, text: KeptText) -> None:
        """Keep the text of a source."""
        self._check_open()
        if self.text(text.source) is not None:
            raise ConflictError("KORPU-JOURNAL-005", f"The text of {text.source} is kept already.")
        models.Text.objects.using(self.alias).create(source=text.source, text=text.text, raw_sha256=text.raw_sha256)

    def destroy(self, names: Sequence[str]) -> None:
        """Destroy payload and salt of entries that an erasure names, and what was worked out from them."""
        self._check_open()
        named = {name for _, payload in self.entries("erasure") if payload for name in erased_by(payload)}
        for name in names:
            if name not in named:
                raise ConflictError("KORPU-JOURNAL-006", f"No erasure names {name}, so its payload stays.")
        models.Payload.objects.using(self.alias).filter(entry__name__in=list(names)).delete()
        self.projection.forget(list(names))

    def replace_text(self, source: str, text: str | None) -> None:
        """Put the redacted text in place of the old one, or remove it."""
        self._check_open()
        kept = self.text(source)
        if kept is None:
            raise NotFoundError("KORPU-JOURNAL-007", f"There is no text of {source}.")
        if text is None:
            models.Text.objects.using(self.alias).filter(source=source).delete()
        elif len(text) != len(kept.text):
            raise ConflictError("KORPU-JOURNAL-008", "A redacted text keeps its length, so that offsets hold.")
        else:
            models.Text.objects.using(self.alias).filter(source=source).update(text=text)

    def replay(self) -> None:
        """Throw the projections away and work them out from the journal; candidates are for the caller to queue."""
        self._check_open()
        self.projection.clear()
        for row, entry, payload in self.in_order():
            if payload is not None:
                self.projection.add(row, entry, payload)

    def note_chore(self, name: str) -> None:
        """Remember something to be done after this commit, so that a crash in between does not lose it."""
        models.Chore.objects.using(self.alias).get_or_create(name=name)

    def _remember(self, head: Head) -> None:
        changed = models.Head.objects.using(self.alias).filter(site=head.site).update(seq=head.seq, hash=head.hash)
        if not changed:
            models.Head.objects.using(self.alias).create(site=head.site, seq=head.seq, hash=head.hash)

    def _check_open(self) -> None:
        if self._transaction is None:
            raise ConflictError("KORPU-JOURNAL-004", "This unit of work is over; begin another one.")


def _unwritable(error: OperationalError) -> InputError:
    """Say in a sentence why nothing was written: the disk is full, the file is read-only, somebody writes for long."""
    return InputError("KORPU-STORE-007", f"Nothing was written, as the books cannot be written: {error}.")
