"""Run every benchmark, or those named: python -m benchmarks [name ...]; fails when a bar is missed."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path


def main(wanted: list[str]) -> int:
    """Print one line for each bar and return 1 if any is red."""
    names = sorted(p.stem for p in Path(__file__).parent.glob("*.py") if not p.stem.startswith("_"))
    red = 0
    for name in wanted or names:
        for measure in import_module(f"benchmarks.{name}").measure():
            print(measure, flush=True)
            red += not measure.ok
    return int(red > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
