"""Runs the command line as `python -m korpu`."""

from __future__ import annotations

import sys

from korpu.cli.main import run

if __name__ == "__main__":
    sys.exit(run())
