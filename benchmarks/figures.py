"""How much text a second the figures and the whole read take, and the memory, beside other such readers.

The same text goes to every program once; a peer that is not installed (make peers) is left out by name.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks import Measure
from benchmarks._peers import seconds
from benchmarks._processes import cpu
from benchmarks.reading import DIGEST, INTERVIEW, TEN_WORDS
from korpu.statements.document import Document
from korpu.statements.figures import figures
from korpu.statements.passages import passages
from korpu.statements.sentences import sentences

ENOUGH = 500_000
PEERS = {
    "quantulum3": "from quantulum3 import parser\ndef run(text): return parser.parse(text)",
    "dateparser": (
        "from dateparser.search import search_dates\ndef run(text): return search_dates(text, languages=['en'])"
    ),
    "Microsoft recognizers": (
        "from recognizers_number_with_unit import NumberWithUnitRecognizer\n"
        "from recognizers_date_time import DateTimeRecognizer\n"
        "model = NumberWithUnitRecognizer('en-us').get_currency_model()\n"
        "dates = DateTimeRecognizer('en-us').get_datetime_model()\n"
        "def run(text):\n    for line in text.splitlines(): model.parse(line), dates.parse(line)"
    ),
}


def measure() -> Iterator[Measure]:
    """Yield kilobytes of text a second of processor time: figures, whole read, peers; and megabytes of memory."""
    source = INTERVIEW if INTERVIEW.is_file() else DIGEST
    once = source.read_text(encoding="utf-8") + "\n\n"
    text = once * (ENOUGH // len(once) + 1)
    size = len(text.encode()) / 1000
    yield Measure("figures of a statement", size / figures_alone(text), 500, "kB/s", lower=False)
    with tempfile.TemporaryDirectory() as folder:
        whole, short = Path(folder) / "long.txt", Path(folder) / "short.txt"
        whole.write_text(text, encoding="utf-8")
        short.write_text(TEN_WORDS, encoding="utf-8")
        long, start = (cpu(["read", str(file), "--published", "2025-05", "--json"]) for file in (whole, short))
        yield Measure("whole read less a ten-word file", size / (long - start), 100, "kB/s", lower=False)
        yield Measure("memory of that read", memory(whole), 300, "MB")
    for name, code in PEERS.items():
        taken = seconds(code, source)
        if taken:
            yield Measure(f"{name} on {source.stem}", len(once.encode()) / 1000 / taken, None, "kB/s")
        else:
            print(f"     {name} is not installed (make peers)")


def figures_alone(text: str) -> float:
    """Return the least processor seconds, of seven runs, from sentences to figures."""
    document = Document(text, published="2025-05")
    found = passages(document)
    cut = sentences(document, found)
    return min(_once(document, found, cut) for _ in range(7))


def _once(*arguments: object) -> float:
    start = time.process_time()
    figures(*arguments)  # type: ignore[arg-type]
    return time.process_time() - start


def memory(file: Path) -> float:
    """Return the largest resident memory of reading a file, in megabytes."""
    command = [sys.executable, "-m", "korpu", "read", str(file), "--published", "2025-05", "--json"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, _, used = os.wait4(process.pid, 0)
    process.returncode = 0
    return used.ru_maxrss / 1024
