"""How long a statement of some three thousand words takes to be read, without the start of the program."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks import Measure
from benchmarks._processes import cpu

INTERVIEW = Path(__file__).resolve().parents[2] / "shared" / "interview" / "interview.txt"
DIGEST = Path(__file__).resolve().parents[1] / "src" / "korpu" / "demo" / "digests" / "2025-05-ambassador-interview.txt"
TEN_WORDS = "A school in Irpin was opened in 2022 after repair.\n"


def measure() -> Iterator[Measure]:
    """Yield processor time of reading the interview, or the longest digest where it is not beside the checkout."""
    long = INTERVIEW if INTERVIEW.is_file() else DIGEST
    with tempfile.TemporaryDirectory() as folder:
        short = Path(folder) / "short.txt"
        short.write_text(TEN_WORDS, encoding="utf-8")
        whole, start = (cpu(["read", str(file), "--published", "2025-05", "--json"]) for file in (long, short))
    yield Measure(f"read {long.stem} less a ten-word file, CPU", whole - start, 0.4, "s")
