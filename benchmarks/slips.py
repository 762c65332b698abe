"""Slips in consistent statements: how many of the checkable ones are found, and how often a clean statement is doubted.

python -m benchmarks slips runs 1,000 cases; python -m benchmarks.slips [number] [--misses] lists what was missed.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks import Measure
from benchmarks._slips.cases import TABLES, Case, cases
from korpu.kernel.finding import Finding
from korpu.ledger.checks.against import check_statement
from korpu.ledger.claim import Claim, Evidence
from korpu.ledger.fold import fold
from korpu.ledger.record import Record
from korpu.reference.names import load_names
from korpu.statements.checks.scene import scene_of
from korpu.statements.document import Document
from korpu.statements.read import read
from korpu.statements.sentences import sentences

NUMBER = 1000
METRICS = {"total": ("aid_total", "humanitarian", "delivered"), "yearly": ("trade_turnover", "trade", "stated")}


@dataclass
class Score:
    """What was found: checkable slips by kind, those found, and clean statements with an error or a warning."""

    checkable: Counter[str]
    found: Counter[str]
    clean: int = 0
    doubted: int = 0

    @property
    def recall(self) -> float:
        """The share of checkable slips that were found."""
        return self.found.total() / max(1, self.checkable.total())

    @property
    def false(self) -> float:
        """The share of clean statements that were doubted."""
        return self.doubted / max(1, self.clean)


def alarms(case: Case, text: str) -> list[Finding]:
    """Return the errors and warnings on a text of a case, checked by itself and against the ledger of the case."""
    document = Document(text, published=case.published.isoformat(), language=case.language)
    reading = read(document)
    found = list(reading.findings)
    if case.ledger:
        scene = scene_of(reading, sentences(document, reading.passages))
        found += [one.finding for one in check_statement(scene, books(case), load_names())]
    return [finding for finding in found if finding.severity != "info"]


def books(case: Case) -> list[Record]:
    """Return the one record that the ledger of a case holds: a measure told by earlier and later sources."""
    thing, track, stage = METRICS[case.metric or ""]
    claims: list[Claim] = []
    for i, (when, amount, currency) in enumerate(case.ledger):
        said = when if len(when) > 4 else f"{int(when) + 1}-02-01"
        value = {"amount": str(amount), "currency": currency, "low": None, "high": None, "qualifier": None}
        told: list[tuple[str, object]] = [("stage", stage), ("when", when), ("amount", value)]
        told += [("object", thing), ("track", track), ("title", {"en": thing.replace("_", " ")})]
        roles = ("donor", "recipient") if case.metric == "total" else ("partner", "partner")
        told += [("party", {"party": p, "role": r}) for p, r in zip((case.giver, case.taker), roles, strict=True)]
        words = Evidence(f"src-{i}", ((0, 1),), "…")
        claims += [
            Claim(f"e{i}.{n}", f"e{i}", "rec-1", "measure", name, given, words, step="s1", said=said)
            for n, (name, given) in enumerate(told)
        ]
    return list(fold(claims).values())


def score(number: int, *, show: bool = False, seed: int = 1, tables: tuple[str, ...] = TABLES) -> Score:
    """Run so many cases; with `show`, print every checkable slip missed and every clean statement doubted."""
    result = Score(Counter(), Counter())
    for case in cases(number, seed, tables):
        result.clean += 1
        doubts = alarms(case, case.text)
        result.doubted += bool(doubts)
        if show and doubts:
            print(f"DOUBTED {case.family} {case.language}: {case.text}\n    {doubts[0].check}: {doubts[0].message}")
        if case.checkable:
            result.checkable[case.kind] += 1
            caught = bool(alarms(case, case.slipped))
            result.found[case.kind] += caught
            if show and not caught:
                print(f"MISSED {case.family} {case.language} {case.kind}: {case.slipped}")
    return result


def measure() -> Iterator[Measure]:
    """Yield the share of checkable slips found (bar 0.90) and of clean statements doubted (bar 0.02)."""
    result = score(NUMBER)
    kinds = ", ".join(f"{k} {result.found[k]}/{n}" for k, n in sorted(result.checkable.items()))
    name = f"slips found, {result.checkable.total()} checkable of {NUMBER} ({kinds})"
    yield Measure(name, round(result.recall, 3), 0.9, "", lower=False)
    yield Measure(f"clean statements doubted, of {result.clean}", round(result.false, 3), 0.02, "")


if __name__ == "__main__":
    wanted = [int(word) for word in sys.argv[1:] if word.isdigit()]
    only = tuple(word for word in sys.argv[1:] if word.endswith(".csv")) or TABLES
    made = score(*(wanted or [NUMBER]), show="--misses" in sys.argv, tables=only)
    print(f"found {made.found.total()} of {made.checkable.total()} ({made.recall:.3f}) {dict(made.found)}")
    print(f"checkable {dict(made.checkable)}; doubted {made.doubted} of {made.clean} ({made.false:.3f})")
