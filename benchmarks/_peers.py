"""The programs that korpu is measured beside, in an environment of their own: make peers."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PYTHON = ROOT / ".venv-peers" / ("Scripts" if sys.platform == "win32" else "bin") / "python"


def seconds(code: str, text: Path) -> float | None:
    """Return the processor seconds that a peer takes for a text, its loading left out; None where it is not there.

    `code` defines `run(text)` and is run by the peers' own Python.
    """
    if not PYTHON.exists():
        return None
    timed = (
        f"import sys, time, warnings\nwarnings.simplefilter('ignore')\n{code}\n"
        "text = open(sys.argv[1], encoding='utf-8').read()\nrun('He paid 5 dollars on 3 May 2024.')\n"
        "start = time.process_time(); run(text); print(time.process_time() - start)"
    )
    done = subprocess.run([PYTHON, "-c", timed, text], capture_output=True, text=True, timeout=900, check=False)
    return float(done.stdout.split()[-1]) if done.returncode == 0 and done.stdout else None
