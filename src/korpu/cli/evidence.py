"""Commands that follow."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from korpu.cli.parser import Commands


def add(commands: Commands) -> None:
    """Add the commands of this group."""
