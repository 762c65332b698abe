"""The tables beside the code."""

from __future__ import annotations

from korpu.kernel.tables import rows as table


def rows(name: str) -> list[dict[str, str]]:
    """Return the rows of a table, column name to text, in the order of the file."""
    return table("korpu.reference", f"data/{name}.csv")
