"""Which module speaks to which database: SQLite now; another one is added here and nowhere else."""

from __future__ import annotations

from types import ModuleType
from typing import cast

from korpu.kernel.errors import UsageError
from korpu.store import sqlite

VENDORS: dict[str, ModuleType] = {"sqlite": sqlite}


def triggers(vendor: str) -> list[str]:
    """Return the statements that guard the books in this database, or raise UsageError KORPU-STORE-001."""
    return list(_module(vendor).TRIGGERS.values())


def differing(vendor: str) -> tuple[str, ...]:
    """Return the queries that name an entry which a projection shows otherwise than its payload says."""
    return cast("tuple[str, ...]", _module(vendor).DIFFERING)


def _module(vendor: str) -> ModuleType:
    if vendor not in VENDORS:
        raise UsageError("KORPU-STORE-001", f"korpu keeps no books in {vendor} yet; it uses {', '.join(VENDORS)}.")
    return VENDORS[vendor]
