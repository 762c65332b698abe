"""What the journal asks of whoever keeps it: a store of entries, payloads and texts, and a unit of work around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Protocol, Self

from korpu.journal.entry import Entry, Head
from korpu.journal.payloads import Payload
from korpu.kernel.errors import KorpuError

Row = tuple[str, int, str, str, str, str, str, str, str, bytes | None, bytes | None]
"""An entry's nine fields in order, then salt and canonical payload; both are None once erased."""


class UnreadableRowError(KorpuError):
    """An entry cannot even be decoded; whoever reads the rows raises it in place of the row."""


@dataclass(frozen=True)
class KeptText:
    """The canonical text of a source; `raw_sha256` is the hash of the bytes it came in."""

    source: str
    text: str
    raw_sha256: str | None = None


class JournalReader(Protocol):
    """Reading the journal: what was committed, plus what this unit of work has added itself."""

    def head(self, site: str) -> Head:
        """Return the last entry of a site."""

    def entry(self, name: str) -> Entry | None:
        """Return one entry by its id, None when there is none."""

    def payload(self, name: str) -> Payload | None:
        """Return what an entry says, None when there is no such entry or it was erased."""

    def entries(self, *types: str) -> Iterator[tuple[Entry, Payload | None]]:
        """Yield entries of these types (all without types) in the order of site and number, with their payloads."""

    def rows(self) -> Iterator[Row]:
        """Yield every entry raw, in the order of site and number, for verification."""

    def heads(self) -> list[Head]:
        """Return the remembered last entry of every site, in the order of their names."""

    def text(self, source: str) -> KeptText | None:
        """Return the text of a source as it stands now, None when there is none or it was erased."""

    def texts(self) -> Iterator[KeptText]:
        """Yield every text kept, in the order of source ids."""


class JournalStore(JournalReader, Protocol):
    """Writing the journal; only inside a unit of work."""

    def append(self, payload: Payload, *, author: str) -> Entry:
        """Seal a payload into this site's chain and return the entry."""

    def keep_text(self, text: KeptText) -> None:
        """Keep the text of a source; the same source twice is an error (ConflictError KORPU-JOURNAL-005)."""

    def destroy(self, names: Sequence[str]) -> None:
        """Destroy payload and salt of entries that an erasure names (else ConflictError KORPU-JOURNAL-006)."""

    def replace_text(self, source: str, text: str | None) -> None:
        """Put the redacted text in place of the old one (same length), or remove it, as an erasure says."""


class UnitOfWork(JournalStore, Protocol):
    """All or nothing: leaving the block without commit() undoes everything done in it."""

    def __enter__(self) -> Self:
        """Begin; others who want to write wait."""

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Roll back unless committed."""

    def commit(self) -> None:
        """Make everything durable; when this returns, a crash loses nothing of it."""


def append_all(unit: UnitOfWork, payloads: Iterable[Payload], *, author: str) -> list[Entry]:
    """Append several payloads in order within a unit of work that the caller commits."""
    return [unit.append(payload, author=author) for payload in payloads]
