"""How fast the journal is verified from SQLite, on one core: 100,000 entries with payloads of one kilobyte."""

from __future__ import annotations

import os
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from benchmarks import Measure
from korpu.app import custody, intake
from korpu.app.books import open_books
from korpu.journal.canonical import canonical
from korpu.journal.entry import Head, seal
from korpu.journal.verify import verify
from korpu.statements.reading import Reading
from korpu.store import sqlite

ENTRIES = 100_000
CLAIMS = 10_000


def measure() -> Iterator[Measure]:
    """Yield the entries verified a second, the time to append one durably, and the time to open books that exist."""
    with tempfile.TemporaryDirectory() as folder, open_books(folder) as books:
        started = time.perf_counter()
        for number in range(200):
            books.write({"type": "review", "target": f"c-{number}", "decision": "ask"}, by="desk")
        yield Measure("append one entry durably", (time.perf_counter() - started) / 200 * 1000, 20, "ms")
        fill(books.path, ENTRIES)
        seconds = []
        for _ in range(3):
            started = time.process_time()
            with sqlite.snapshot(books.path) as (rows, heads):
                verdict = verify(rows, heads)
            seconds.append(time.process_time() - started)
            assert verdict.ok, verdict
        yield Measure(
            "entries of 1 kB verified from SQLite a second", verdict.entries / min(seconds), 50_000, "/s", lower=False
        )
        started = time.perf_counter()
        open_books(Path(folder))
        yield Measure("open books of 100,000 entries (Django running)", time.perf_counter() - started, 0.5, "s")

    yield _claims_verified()


def _claims_verified() -> Measure:
    """Verify claims of one kilobyte with their text and projections, as `korpu verify` does."""
    words = "word " * 100
    with tempfile.TemporaryDirectory() as folder, open_books(folder, reader=lambda d, _: Reading(d, "en")) as books:
        source = intake.add(books, words.encode()).source
        evidence = {
            "source": source,
            "ranges": [[0, 500]],
            "quote": words,
            "speaker": "the ambassador",
            "language": "en",
        }
        amount = {"amount": "7600000", "currency": "USD", "low": "7220000", "high": "7980000", "qualifier": "about"}
        said = [{"property": "stage", "value": "allocated"}, {"property": "amount", "value": amount}]
        with books.unit() as unit:
            for number in range(CLAIMS):
                payload = {
                    "type": "claims",
                    "record": f"r{number % 900}",
                    "kind": "initiative",
                    "step": "s1",
                    "claims": said,
                }
                unit.append(payload | {"evidence": evidence, "rule": "allocate"}, author="desk")
            unit.commit()
        started = time.process_time()
        verdict = custody.verify(books)
        assert verdict.ok, verdict
        rate = verdict.entries / (time.process_time() - started)
    return Measure("claims verified with texts and projections a second", rate, 50_000, "/s", lower=False)


def fill(path: Path, count: int) -> None:
    """Append sealed entries in one transaction, past the object layer, to save time."""
    with closing(sqlite3.connect(path)) as raw:
        head = Head(*raw.execute("SELECT site, seq, hash FROM store_head").fetchone())
        row = raw.execute("SELECT max(row) FROM store_entry").fetchone()[0]
        raw.execute("DROP TRIGGER entry_in_order")
        raw.execute("DROP TRIGGER head_forward")
        for number in range(count):
            body = canonical({"type": "waiver", "finding": "й" * 470 + f"{number:>60}"})
            salt = os.urandom(16)
            entry = seal(
                head, recorded="2026-01-01T00:00:00.000000Z", author="desk", kind="waiver", salt=salt, body=body
            )
            row += 1
            raw.execute(
                "INSERT INTO store_entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (row, entry.site, entry.seq, entry.id, entry.recorded, entry.author, entry.type, entry.payload_hash,
                 entry.previous, entry.hash),
            )  # fmt: skip
            raw.execute("INSERT INTO store_payload (entry_id, salt, body) VALUES (?, ?, ?)", (row, salt, body.decode()))
            head = Head(entry.site, entry.seq, entry.hash)
        raw.execute("UPDATE store_head SET seq = ?, hash = ? WHERE site = ?", (head.seq, head.hash, head.site))
        raw.commit()
