"""Two statements on the same events, in one language or two, land on the same records: B-cubed F1 of the open pairs."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

FOLDER = Path(__file__).resolve().parents[2] / "linking"
ENOUGH = 0.85


@pytest.fixture(scope="module")
def score() -> ModuleType:
    spec = importlib.util.spec_from_file_location("linking_score", FOLDER / "score.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("folder", ["dev", "heldout"])
def test_pairs_are_put_together(folder: str, score: ModuleType) -> None:
    precision = recall = quotes = 0.0
    for path in sorted((FOLDER / folder).glob("*.pair.txt")):
        found, _ = score.linked(path)
        p, r = score.b_cubed(found)
        precision, recall, quotes = precision + p, recall + r, quotes + len(found)
    precision, recall = precision / quotes, recall / quotes
    assert 2 * precision * recall / (precision + recall) >= ENOUGH
