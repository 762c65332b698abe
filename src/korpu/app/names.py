"""The names that statements are read with: those of the reference tables."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import Any


def names() -> Any:
    """Return the names of the world, None where there are no reference tables."""
    if find_spec("korpu.reference.names") is None:
        return None
    return import_module("korpu.reference.names").load()
