"""A writer that is killed in the middle of its work loses nothing that it had acknowledged."""

from __future__ import annotations

import random
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

from korpu.app import custody
from korpu.app.books import open_books

ROUNDS = 40
WRITER = """
import sys
from korpu.app.books import open_books

books = open_books(sys.argv[1])
print("ready", flush=True)
while True:
    with books.unit() as unit:
        said = [{"type": "review", "target": "c-%d" % n, "decision": "ask"} for n in (1, 2, 3)]
        entries = [unit.append(payload, author="w") for payload in said]
        unit.commit()
    print(entries[-1].id, flush=True)
"""


def acknowledged(folder: Path, seconds: float) -> int:
    """Let a writer run, kill it, and return the number of the last entry that it said was written."""
    command = [sys.executable, "-c", WRITER, str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        select.select([writer.stdout], [], [], 30)
        time.sleep(seconds)
        writer.send_signal(signal.SIGKILL)
        said = [line for line in writer.stdout.read().splitlines(keepends=True) if line.endswith("\n")]
    names = [line.strip() for line in said if line.startswith("embassy-")]
    return int(names[-1].removeprefix("embassy-")) if names else 0


def test_no_acknowledged_entry_is_lost_in_forty_rounds(tmp_path: Path) -> None:
    chance = random.Random(40)
    last = 0
    for _ in range(ROUNDS):
        last = max(last, acknowledged(tmp_path, chance.uniform(0.0, 0.15)))
        with open_books(tmp_path) as books:
            head = books.journal.head("embassy")
            assert head.seq >= last
            assert head.seq % 3 == 0, "a transaction was half written"
    with open_books(tmp_path) as books:
        verdict = custody.verify(books)
        assert verdict.ok
        assert verdict.entries >= last > ROUNDS
