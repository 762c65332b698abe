"""The journal kept in memory: for tests and trials, with the same promises as the database."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from types import TracebackType
from typing import Self, cast

from korpu.journal.canonical import canonical
from korpu.journal.clock import Clock, now, stamp
from korpu.journal.entry import SALT_BYTES, Entry, Head, check_site, seal
from korpu.journal.payloads import Payload, check_payload, erased_by
from korpu.journal.ports import KeptText, Row
from korpu.kernel.errors import ConflictError, NotFoundError


@dataclass
class Shelf:
    """Everything that lasts beyond a unit of work."""

    entries: dict[str, Entry] = field(default_factory=dict)
    payloads: dict[str, tuple[bytes, bytes]] = field(default_factory=dict)
    texts: dict[str, KeptText] = field(default_factory=dict)
    heads: dict[str, Head] = field(default_factory=dict)

    def copy(self) -> Shelf:
        """Return a copy that can be changed and thrown away."""
        return Shelf(dict(self.entries), dict(self.payloads), dict(self.texts), dict(self.heads))


class MemoryUnitOfWork:
    """A unit of work on a Shelf: works on a copy and puts it back on commit."""

    def __init__(self, shelf: Shelf, *, site: str = "embassy", clock: Clock = now) -> None:
        self.shelf = shelf
        self.site = check_site(site)
        self.clock = clock
        self._copy: Shelf | None = None

    def __enter__(self) -> Self:
        self._copy = self.shelf.copy()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._copy = None

    @property
    def _open(self) -> Shelf:
        """What is read: the copy while the unit lasts, the shelf outside."""
        return self.shelf if self._copy is None else self._copy

    @property
    def _own(self) -> Shelf:
        """What is written: the copy, and nothing outside the unit."""
        if self._copy is None:
            raise ConflictError("KORPU-JOURNAL-004", "This unit of work is over; begin another one.")
        return self._copy

    def commit(self) -> None:
        """Put everything done so far on the shelf."""
        done, self._copy = self._own, None
        self.shelf.entries, self.shelf.payloads = done.entries, done.payloads
        self.shelf.texts, self.shelf.heads = done.texts, done.heads

    def head(self, site: str) -> Head:
        """Return the last entry of a site."""
        return self._open.heads.get(site, Head(site))

    def entry(self, name: str) -> Entry | None:
        """Return one entry, None when there is none."""
        return self._open.entries.get(name)

    def payload(self, name: str) -> Payload | None:
        """Return what an entry says, None when there is no such entry or it was erased."""
        kept = self._open.payloads.get(name)
        return cast("Payload", json.loads(kept[1])) if kept else None

    def entries(self, *types: str) -> Iterator[tuple[Entry, Payload | None]]:
        """Yield entries of these types (all without types) in the order of site and number, with their payloads."""
        for entry in sorted(self._open.entries.values(), key=lambda e: (e.site, e.seq)):
            if not types or entry.type in types:
                yield entry, self.payload(entry.id)

    def rows(self) -> Iterator[Row]:
        """Yield every entry raw, in the order of site and number."""
        for e, _ in self.entries():
            salt, body = self._open.payloads.get(e.id, (None, None))
            fields = (e.site, e.seq, e.id, e.recorded, e.author, e.type, e.payload_hash, e.previous, e.hash)
            yield (*fields, salt, body)

    def heads(self) -> list[Head]:
        """Return the remembered last entry of every site."""
        return [self._open.heads[site] for site in sorted(self._open.heads)]

    def text(self, source: str) -> KeptText | None:
        """Return the text of a source as it stands now."""
        return self._open.texts.get(source)

    def texts(self) -> Iterator[KeptText]:
        """Yield every text kept, in the order of source ids."""
        yield from (self._open.texts[source] for source in sorted(self._open.texts))

    def append(self, payload: Payload, *, author: str) -> Entry:
        """Seal a payload into this site's chain and return the entry."""
        kind = check_payload(payload)
        salt, body = os.urandom(SALT_BYTES), canonical(payload)
        recorded = stamp(self.clock)
        entry = seal(self.head(self.site), recorded=recorded, author=author, kind=kind, salt=salt, body=body)
        self._own.entries[entry.id] = entry
        self._own.payloads[entry.id] = (salt, body)
        self._own.heads[self.site] = Head(self.site, entry.seq, entry.hash)
        return entry

    def keep_text(self, text: KeptText) -> None:
        """Keep the text of a source."""
        if text.source in self._open.texts:
            raise ConflictError("KORPU-JOURNAL-005", f"The text of {text.source} is kept already.")
        self._own.texts[text.source] = text

    def destroy(self, names: Sequence[str]) -> None:
        """Destroy payload and salt of entries that an erasure names."""
        named = {name for _, payload in self.entries("erasure") if payload for name in erased_by(payload)}
        for name in names:
            if name not in named:
                raise ConflictError("KORPU-JOURNAL-006", f"No erasure names {name}, so its payload stays.")
            self._own.payloads.pop(name, None)

    def replace_text(self, source: str, text: str | None) -> None:
        """Put the redacted text in place of the old one, or remove it."""
        kept = self._open.texts.get(source)
        if kept is None:
            raise NotFoundError("KORPU-JOURNAL-007", f"There is no text of {source}.")
        if text is None:
            del self._own.texts[source]
        elif len(text) != len(kept.text):
            raise ConflictError("KORPU-JOURNAL-008", "A redacted text keeps its length, so that offsets hold.")
        else:
            self._own.texts[source] = replace(kept, text=text)
