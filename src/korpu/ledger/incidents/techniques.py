"""The techniques of DISARM by their official ids, from a table (techniques.csv; its licence lies beside it)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from korpu.kernel.tables import rows

ID = re.compile(r"T\d{4}(?:\.\d{3})?")


@dataclass(frozen=True)
class Technique:
    """A technique: its id (T0002), its short name, the id and time of its object in the STIX bundle of DISARM."""

    id: str
    name: str
    stix: str
    created: str


@cache
def techniques() -> dict[str, Technique]:
    """Return the techniques by their ids, in their order."""
    return {
        row["id"]: Technique(row["id"], row["name"], f"attack-pattern--{row['stix']}", row["created"])
        for row in rows("korpu.ledger", "incidents/techniques.csv")
    }
