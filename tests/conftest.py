"""Fixtures that every test may use."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

# A busy machine is no failure: speed is measured in benchmarks, never in a timed test.
settings.register_profile("korpu", deadline=None)
settings.load_profile("korpu")

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The shared material beside the repository (interview, gold files); skipped by name where it is not there."""
    if not SHARED.is_dir():
        pytest.skip("the shared material is not beside this checkout")
    return SHARED


@pytest.fixture(scope="session")
def interview(shared: Path) -> str:
    """The canonical text of the interview that korpu starts from."""
    return (shared / "interview" / "interview.txt").read_text(encoding="utf-8")
