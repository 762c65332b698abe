"""Finds the books of a folder, opens them and brings their tables up to date.

Django has one "default" database, the folder it was started for; books in other folders get a name of their own, so
that one process can have several open.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from korpu.kernel.errors import InputError, IntegrityError
from korpu.store import sqlite

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper

MIGRATIONS = Path(__file__).parent / "migrations"


def default_folder() -> Path:
    """Return where books are kept unless told: $KORPU_DATA, else korpu in the user's data folder (XDG)."""
    told = os.environ.get("KORPU_DATA")
    if told:
        return Path(told)
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "korpu"


def connect(folder: Path) -> str:
    """Open the books of a folder, making folder and tables where missing, and return Django's name of the database.

    Raises InputError KORPU-STORE-004 when the folder cannot be used, IntegrityError KORPU-STORE-006 when the file is no
    database or damaged.
    """
    folder = _make(folder)
    _start_django(folder)
    from django.db import Error  # noqa: PLC0415

    alias = _alias(folder)
    try:
        if not _up_to_date(alias):
            _migrate(alias, folder)
        sweep(alias)
    except Error as error:
        _wrapper(alias).close()
        raise IntegrityError("KORPU-STORE-006", f"The books in {folder} cannot be read: {error}.") from error
    return alias


def _migrate(alias: str, folder: Path) -> None:
    """Bring the tables up to date, one process at a time; whoever waited finds it done."""
    from django.core.management import call_command  # noqa: PLC0415

    with _alone(folder):
        if not _up_to_date(alias):
            call_command("migrate", database=alias, verbosity=0, interactive=False)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Hold a lock on the folder itself, so that no lock file is left behind; nothing where there are no such locks."""
    if fcntl is None:
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def sweep(alias: str) -> bool:
    """Overwrite what was erased, if that is still to be done; whether nothing is left to do."""
    from korpu.store.models import Chore  # noqa: PLC0415

    due = Chore.objects.using(alias).filter(name="sweep")
    if not due.exists():
        return True
    done = sqlite.sweep(path_of(alias))
    if done:
        due.delete()
    return done


def path_of(alias: str) -> Path:
    """Return the database file behind one of Django's database names."""
    return Path(str(_wrapper(alias).settings_dict["NAME"]))


def _wrapper(alias: str) -> BaseDatabaseWrapper:
    from django.db import connections  # noqa: PLC0415

    return connections[alias]


def _make(folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise InputError("KORPU-STORE-004", f"The data folder {folder} cannot be used: {error.strerror}.") from error
    return folder.resolve()


def _start_django(folder: Path) -> None:
    """Set Django up for this folder unless it runs already."""
    import django  # noqa: PLC0415
    from django.apps import apps  # noqa: PLC0415

    if not apps.ready:
        os.environ["KORPU_DATA"] = str(folder)
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "korpu.server.settings")
        django.setup()


def _alias(folder: Path) -> str:
    from django.db import connections  # noqa: PLC0415

    wanted = sqlite.settings(folder)
    default = connections.databases.get("default", {})
    if default.get("NAME") and Path(str(default["NAME"])).resolve() == Path(wanted["NAME"]):
        return "default"
    alias = "books-" + sha256(wanted["NAME"].encode()).hexdigest()[:12]
    if alias not in connections.databases:
        both = {"default": default, alias: wanted}
        connections.databases[alias] = connections.configure_settings(both)[alias]
    return alias


@cache
def _known() -> frozenset[str]:
    return frozenset(path.stem for path in MIGRATIONS.glob("0*.py"))


def _up_to_date(alias: str) -> bool:
    """Whether every migration of the store has run; asked of the table alone, as loading Django's graph is slow."""
    from django.db import Error  # noqa: PLC0415

    with _wrapper(alias).cursor() as cursor:
        try:
            cursor.execute("SELECT name FROM django_migrations WHERE app = 'store'")
        except Error:
            return False
        return _known() <= {row[0] for row in cursor.fetchall()}
