"""Processor time of a command, without what the machine does beside it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence

BEST_OF = 7


def cpu(arguments: Sequence[str], *, best_of: int = BEST_OF) -> float:
    """Return the least processor time in seconds, user and system, that `korpu` took with these arguments."""
    return min(_once(arguments) for _ in range(best_of))


def _once(arguments: Sequence[str]) -> float:
    process = subprocess.Popen([sys.executable, "-m", "korpu", *arguments], stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"korpu {' '.join(arguments)} ended with {process.returncode}")
    return used.ru_utime + used.ru_stime
