"""Check *date_order* on spans of time that the ledger can date: "a couple of weeks before the outbreak of the war"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from korpu.ledger.checks.finding import LedgerFinding, input_of
from korpu.ledger.checks.order import stages
from korpu.ledger.claim import Claim
from korpu.ledger.record import Record
from korpu.reference.happenings import happenings
from korpu.reference.objects import load_objects
from korpu.statements.checks.durations import judge, spans
from korpu.statements.checks.events import time_of
from korpu.statements.checks.scene import Line, Scene

EVENTS = frozenset({"visit", "event", "agreement", "decision"})
"""Kinds of record that happen on a day."""

_BETWEEN = re.compile(r"\W*(?:just|only|exactly|лише|тільки|всего|лишь|cəmi)?\W*", re.IGNORECASE)
_CLOSE = 30


def check_spans(scene: Scene, records: Iterable[Record], about: frozenset[str]) -> Iterator[LedgerFinding]:
    """Compare "two weeks before E" with the day of the event that the sentence tells, where the ledger knows it."""
    dated = [r for r in records if r.kind in EVENTS]
    for line in scene.lines:
        for happening in happenings(line.text):
            if not happening.before or (happening.country and happening.country not in about):
                continue
            for span in spans(line):
                if 0 <= happening.start - span.end <= _CLOSE:
                    known = _known(line, dated, scene.reading.document.id)
                    finding = judge(line, span, known[1], date.fromisoformat(happening.began)) if known else None
                    if known and finding:
                        own = replace(finding, inputs=(input_of(known[2]),))
                        yield LedgerFinding(known[0].id, scene.reading.document.id, own)


def _known(line: Line, records: list[Record], source: str) -> tuple[Record, date, Claim] | None:
    """The one event of the ledger that the sentence names by its kind and its year."""
    times = [t for p in line.figures if p.figure.kind == "date" and (t := time_of(p))]
    named = {m.object_id for m in load_objects().find(line.text)}
    found = []
    for record in records:
        if record.object not in named or not times:
            continue
        for _, when, claim in stages(record):
            exact = when is not None and when.precision == "day" and claim.evidence.source != source
            if exact and when and when.low and any(t.contains(when) for t in times):
                found.append((record, when.low, claim))
    return found[0] if len({record.id for record, _, _ in found}) == 1 else None
