"""Which module speaks to which database: SQLite now; another one is added here and nowhere else."""

from __future__ import annotations

from types import ModuleType

from korpu.kernel.errors import UsageError
from korpu.store import sqlite

VENDORS: dict[str, ModuleType] = {"sqlite": sqlite}


def triggers(vendor: str) -> list[str]:
    """Return the statements that guard the books in this database, or raise UsageError KORPU-STORE-001."""
    if vendor not in VENDORS:
        raise UsageError("KORPU-STORE-001", f"korpu keeps no books in {vendor} yet; it uses {', '.join(VENDORS)}.")
    return list(VENDORS[vendor].TRIGGERS.values())
