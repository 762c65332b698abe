"""A watched folder: what is put there is taken into the books once it is whole, each file once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from stat import S_ISREG

from korpu.app.books import Books
from korpu.app.intake import Added, add
from korpu.documents import load
from korpu.kernel.errors import InputError, KorpuError

Mark = tuple[int, int]
"""Size and time of change of a file: while it changes, somebody is still writing it."""

_PASSED_OVER = (".", "~$")
"""How the names of hidden files and of the locks that office programmes leave begin."""


@dataclass(frozen=True)
class Seen:
    """What became of a file: it was taken in, or it could not be read."""

    path: Path
    added: Added | None
    error: KorpuError | None


@dataclass
class Watch:
    """A folder under watch. `look` is called now and then; it takes in files unchanged since the last look."""

    folder: Path
    by: str
    _before: dict[Path, Mark] = field(default_factory=dict)
    _done: dict[Path, Mark] = field(default_factory=dict)

    def look(self, books: Books) -> Iterator[Seen]:
        """Take in what is whole and new; yield what became of each file, bad ones included, in the order of names.

        Raises InputError KORPU-INTAKE-003 where the folder is not there.
        """
        now = self._marks()
        for path, mark in sorted(now.items()):
            if self._before.get(path) == mark and self._done.get(path) != mark:
                self._done[path] = mark
                yield self._taken(books, path)
        self._before = now

    def _marks(self) -> dict[Path, Mark]:
        if not self.folder.is_dir():
            raise InputError("KORPU-INTAKE-003", f"There is no folder “{self.folder}” to watch.")
        found: dict[Path, Mark] = {}
        for path in self.folder.iterdir():
            if path.name.startswith(_PASSED_OVER):
                continue
            try:
                about = path.stat()
            except OSError:  # gone since the folder was listed
                continue
            if not S_ISREG(about.st_mode):
                continue
            found[path] = (about.st_size, about.st_mtime_ns)
        return found

    def _taken(self, books: Books, path: Path) -> Seen:
        try:
            return Seen(path, add(books, load(path, title=path.stem), by=self.by), None)
        except KorpuError as error:
            return Seen(path, None, error)
