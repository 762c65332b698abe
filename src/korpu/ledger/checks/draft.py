"""What the ledger would find if a statement were taken into it: its events are laid on the records they tell of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from korpu.kernel.finding import Input
from korpu.ledger.checks import deadline, funding, metric, order, routes, tense
from korpu.ledger.checks.finding import LedgerFinding
from korpu.ledger.checks.order import PLEDGES
from korpu.ledger.claim import Claim, Evidence
from korpu.ledger.fold import fold_one
from korpu.ledger.record import Record
from korpu.ledger.writing import claims_of
from korpu.statements.reading import Candidate, Reading

OF_ONE = (metric.contested, funding.double_funder, order.order, routes.of_one, deadline.slipped, tense.tense)
ACROSS = (funding.one_gift, order.before_pledge, routes.with_scopes)


@dataclass(frozen=True)
class Laid:
    """An event of a statement and the record that it tells of; an id that is not in the ledger opens a draft of one."""

    candidate: Candidate
    record: str
    kind: str


def check_draft(reading: Reading, laid: Sequence[Laid], records: Iterable[Record]) -> list[LedgerFinding]:
    """Return what the checks find with the events of a statement laid on the ledger, each tied to its words.

    What they find without the statement is not told again.
    """
    source = reading.document.id
    held = {record.id: record for record in records}
    claims: dict[str, list[Claim]] = {}
    kinds = {one.record: one.kind for one in reversed(laid)}
    for i, one in enumerate(laid):
        claims.setdefault(one.record, []).extend(_claims(reading, one, f"draft-{i}"))
    touched = [_with(held.get(name), name, kinds[name], own, source) for name, own in claims.items()]
    everything = [*touched, *(r for r in held.values() if r.id not in claims)]
    found = [one for record in touched for check in OF_ONE for one in check(record)]
    found += [one for check in ACROSS for one in check(everything)]
    kinds_of = {record.id: record.kind for record in everything}
    told = [own for one in found if (own := _own(one, source)) is not None]
    return [_milder(one) if _elsewhere(one, source, found, kinds_of) else one for one in told]


def _elsewhere(one: LedgerFinding, source: str, found: Sequence[LedgerFinding], kinds: dict[str, str]) -> bool:
    """Tell whether a pledge that only the ledger tells of is later than a thing that the statement tells as finished.

    A school that stood before somebody promised help to its town is no fault of whoever speaks of the school.
    """
    pledge = one.finding.check == "promise_after_delivery" and kinds.get(one.record) in PLEDGES
    return pledge and not any(f.source == source and f.finding.message == one.finding.message for f in found)


def _milder(one: LedgerFinding) -> LedgerFinding:
    return replace(one, finding=replace(one.finding, severity="info"))


def _with(record: Record | None, name: str, kind: str, claims: Sequence[Claim], source: str) -> Record:
    kept = [c for c in record.claims if c.evidence.source != source] if record else []
    kind = record.kind if record else kind
    return fold_one(name, [*(replace(c, kind=kind) for c in claims), *kept], record.relations if record else ())


def _claims(reading: Reading, one: Laid, entry: str) -> list[Claim]:
    document, candidate = reading.document, one.candidate
    words = Evidence(
        document.id, candidate.ranges, candidate.quote, candidate.speaker, candidate.language, candidate.reported
    )
    said = claims_of(candidate, reading.figures)
    return [
        Claim(
            f"{entry}.{i}", entry, one.record, one.kind, item["property"], item["value"], words, step="s1",
            said=document.published, source_kind=document.kind,
        )
        for i, item in enumerate(said)
    ]  # fmt: skip


def _own(one: LedgerFinding, source: str) -> LedgerFinding | None:
    """The finding as one on the words of the statement, None when these have no part in it."""
    finding = one.finding
    if one.source == source:
        return one
    mine = [i for i in finding.inputs if i.source == source]
    if not mine:
        return None
    quote = Input(one.source, finding.ranges, "", None)
    others = tuple(i for i in finding.inputs if i.source != source)
    return LedgerFinding(one.record, source, replace(finding, ranges=mine[0].ranges, inputs=(*others, quote)))
