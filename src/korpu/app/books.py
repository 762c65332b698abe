"""Opened books: one data folder, ready to be read and written."""

from __future__ import annotations

import os
from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from korpu.journal.clock import Clock, now
from korpu.kernel.errors import NotFoundError
from korpu.statements.document import Document
from korpu.statements.reading import Reading
from korpu.store.connect import connect, default_folder, path_of, sweep

if TYPE_CHECKING:
    from korpu.journal.payloads import Payload
    from korpu.store.claims import StoreClaimReader
    from korpu.store.reading import JournalTables
    from korpu.store.rows import PendingRow, SourceRow
    from korpu.store.unit import StoreUnitOfWork

Reader = Callable[[Document, Any], Reading]
"""What reads a document with the names of the world: `korpu.statements.read.read`, or a stand-in for tests."""

_CACHED = 64


class Books:
    """The books of one folder. Safe to share between threads: nothing here holds a connection."""

    def __init__(self, alias: str, *, site: str, reader: Reader | None = None, clock: Clock = now) -> None:
        self.alias = alias
        self.site = site
        self.clock = clock
        self._reader = reader
        self._readings: OrderedDict[str, Reading] = OrderedDict()
        self._names: tuple[str, Any] | None = None
        self._lock = Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    @property
    def path(self) -> Path:
        """The database file."""
        return path_of(self.alias)

    @property
    def folder(self) -> Path:
        """The data folder."""
        return self.path.parent

    @property
    def names(self) -> Any:
        """The names of the world, and of these books, that statements are read with."""
        from korpu.app.names import names  # noqa: PLC0415

        head = self.journal.head(self.site).hash
        if self._names is None or self._names[0] != head:
            own = names(self.claims.by_hand())
            self._names = (head, self._names[1] if self._names and list(self._names[1]) == list(own) else own)
        return self._names[1]

    @property
    def journal(self) -> JournalTables:
        """The journal, for reading outside a unit of work."""
        from korpu.store.reading import JournalTables  # noqa: PLC0415

        return JournalTables(self.alias)

    @property
    def claims(self) -> StoreClaimReader:
        """The claims and identities that stand."""
        from korpu.store.claims import StoreClaimReader  # noqa: PLC0415

        return StoreClaimReader(self.alias)

    def unit(self) -> StoreUnitOfWork:
        """Begin a unit of work; nothing is written unless its commit() is called."""
        from korpu.store.unit import StoreUnitOfWork  # noqa: PLC0415

        return StoreUnitOfWork(self.alias, site=self.site, clock=self.clock)

    def write(self, payload: Payload, *, by: str) -> str:
        """Write one entry in a unit of work of its own and return its id."""
        with self.unit() as unit:
            entry = unit.append(payload, author=by)
            unit.commit()
        return entry.id

    def pending(self, *, source: str | None = None, state: str | None = "open") -> list[PendingRow]:
        """Return candidates in the order of their sources and places, those in one state (None: in any)."""
        from korpu.store.lists import pending  # noqa: PLC0415

        return pending(self.alias, source=source, state=state)

    def candidate(self, key: str) -> PendingRow:
        """Return one candidate, or raise NotFoundError KORPU-BOOKS-001."""
        from korpu.store.lists import candidate  # noqa: PLC0415

        found = candidate(self.alias, key)
        if found is None:
            raise NotFoundError("KORPU-BOOKS-001", f"There is no candidate {key}.")
        return found

    def sources(self) -> list[SourceRow]:
        """Return every source that stands, in the order in which they were taken in, with its candidates counted."""
        from korpu.store.lists import sources  # noqa: PLC0415

        return sources(self.alias)

    def source(self, source: str) -> tuple[str, Payload] | None:
        """Return the entry that took a source in and what it says of it, None when there is none or it was erased."""
        from korpu.store.lists import source_entry  # noqa: PLC0415

        return source_entry(self.alias, source)

    def document(self, source: str) -> Document:
        """Return a source as a document, its text as it stands now, or raise NotFoundError KORPU-BOOKS-002."""
        from korpu.store.lists import document  # noqa: PLC0415

        found = document(self.alias, source)
        if found is None:
            raise NotFoundError("KORPU-BOOKS-002", f"There is no source {source}.")
        return found

    def read(self, document: Document) -> Reading:
        """Read a document with the names of these books."""
        if self._reader is None:
            from korpu.statements.read import read  # noqa: PLC0415

            self._reader = read
        return self._reader(document, self.names)

    def cached_reading(self, document: Document, make: Callable[[], Reading]) -> Reading:
        """Return the reading kept for a document as it stands now, making it when none is kept."""
        key = f"{document.sha256} {document.published} {document.language}"
        with self._lock:
            if key in self._readings:
                self._readings.move_to_end(key)
                return self._readings[key]
        reading = make()
        with self._lock:
            self._readings[key] = reading
            while len(self._readings) > _CACHED:
                self._readings.popitem(last=False)
        return reading

    def forget_readings(self) -> None:
        """Drop every kept reading, after words were erased."""
        with self._lock:
            self._readings.clear()

    def sweep(self) -> bool:
        """Overwrite what was erased in the file; False if another reader was in the way (done at the next opening)."""
        return sweep(self.alias)

    def close(self) -> None:
        """Close this thread's connection."""
        from django.db import connections  # noqa: PLC0415

        connections[self.alias].close()


def open_books(
    folder: str | os.PathLike[str] | None = None,
    *,
    site: str = "embassy",
    reader: Reader | None = None,
    clock: Clock = now,
) -> Books:
    """Open the books of a folder, which is made when it is not there; by default $KORPU_DATA or the user's data folder.

    `reader` and `clock` stand in for the reading of statements and the time of day in tests.
    """
    alias = connect(Path(folder) if folder is not None else default_folder())
    return Books(alias, site=site, reader=reader, clock=clock)
