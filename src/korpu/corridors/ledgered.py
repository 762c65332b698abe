"""Closures that the ledger holds: records of links and services told as stopped or closed, until told as open again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from korpu.corridors.closures import Closure
from korpu.corridors.model import MODES, Network
from korpu.corridors.wheres import Spelling, Where, as_spelt, where
from korpu.kernel.tables import rows
from korpu.ledger.checks.routes import CLOSED, OPEN, scope
from korpu.ledger.claim import Claim
from korpu.ledger.record import Record, Step
from korpu.ledger.values import time_of

KINDS = frozenset({"link", "service", "closure"})
CARGO_WORDS = {"oil": "oil", "gas": "gas", "grain": "grain", "containers": "container"}
NOT_FREIGHT = frozenset({"electricity", "passengers", "air", "gas"})


@dataclass(frozen=True)
class State:
    """What a record was from a day on (None: since nobody says when), and the claim of it."""

    since: date | None
    told: str
    open: bool
    claim: Claim


@dataclass(frozen=True)
class FromLedger:
    """Closures read from the ledger, places told as open again, and records that no part of the network matches."""

    closures: list[Closure]
    reopened: list[tuple[Where, date]]
    unplaced: list[Record]


def from_ledger(network: Network, records: Iterable[Record], spelling: Spelling = as_spelt) -> FromLedger:
    """Return what the ledger says is closed, for how long, and by whose words."""
    found = FromLedger([], [], [])
    for record in records:
        if record.kind not in KINDS or scope(record) & NOT_FREIGHT:
            continue
        states = timeline(record)
        modes, wheres, known = _meant(network, record, spelling)
        if any(not s.open for s in states) and not known:
            found.unplaced.append(record)
            continue
        found.closures.extend(_closures(record, states, modes, wheres))
        found.reopened.extend(
            (w, s.since) for s in states if s.open and s.since for w in wheres if record.kind != "service"
        )
    return found


def lifted(tables: Iterable[Closure], reopened: Iterable[tuple[Where, date]]) -> list[Closure]:
    """Return the tables' closures, ended where the ledger tells of the same water or port as open again."""
    again = {(w.scope, w.target): on for w, on in reopened}
    kept = []
    for one in tables:
        key = ("terminal", one.target) if one.scope == "port" else (one.scope, one.target)
        on = again.get(key) if one.scope in ("area", "port", "passage") else None
        kept.append(replace(one, until=(on - timedelta(days=1)).isoformat()) if on else one)
    return kept


def timeline(record: Record) -> list[State]:
    """Return the states of a record in the order of time, those without any date first."""
    states = [state for step in record.steps for state in _state(record, step)]
    return sorted(states, key=lambda s: (s.since or date.min, s.open))


def _state(record: Record, step: Step) -> Iterator[State]:
    is_open, is_closed = (
        step.stage in OPEN,
        step.stage in CLOSED or (record.kind == "closure" and step.stage not in OPEN),
    )
    claim = next((c for c in step.claims if c.property == "stage"), step.claims[0] if step.claims else None)
    if claim is None or not (is_open or is_closed):
        return
    told = str(step.when.value) if step.when else (claim.said or "")
    time = time_of(told) if told else None
    yield State(time.low if time else None, told if time else "", is_open, claim)


def _closures(
    record: Record, states: list[State], modes: tuple[str, ...], wheres: tuple[Where, ...]
) -> Iterator[Closure]:
    cargo = tuple(sorted({CARGO_WORDS[w] for w in scope(record) if w in CARGO_WORDS} | _object_cargo(record)))
    for i, state in enumerate(states):
        if state.open:
            continue
        after = next((s.since for s in states[i + 1 :] if s.open and s.since and s.told != state.told), None)
        disputed = any(s.open and s.told == state.told for s in states)
        until = (after - timedelta(days=1)).isoformat() if after else ""
        evidence = state.claim.evidence
        since = state.since.isoformat() if state.since else ""
        yield Closure(
            f"{record.id}.{i}", record.name(), "between", record.id, modes, cargo, since, until,
            f"told as {state.claim.value}" + (" and as open for the same time by another" if disputed else ""),
            evidence.source, evidence.quote, record.id, wheres,
        )  # fmt: skip


def _meant(network: Network, record: Record, spelling: Spelling) -> tuple[tuple[str, ...], tuple[Where, ...], bool]:
    """Modes and places that a record is about, and whether they say enough to close anything."""
    words = scope(record)
    modes = tuple(m for m in MODES if m in words) or _object_modes(record)
    named = list(dict.fromkeys(p for p in (record.place, *record.places) if p))
    spots = [where(network, name, spelling) for name in named]
    partners = [where(network, party, spelling) for party, role in record.parties if role == "partner"]
    wheres = [s for s in spots if s]
    if len(wheres) <= 1:
        ends = [p for p in partners if p and p.scope == "country" and p not in wheres]
        wheres += ends if not wheres else [e for e in ends if _serves(network, wheres[0], e)]
    known = bool(wheres) if named else bool(modes or wheres)
    return modes, tuple(dict.fromkeys(wheres)), known and None not in spots


def _serves(network: Network, one: Where, other: Where) -> bool:
    """Whether a service joins the two, or the one is a sea that the other has ports on: else it is a bystander."""
    from korpu.corridors.between import edges_between  # noqa: PLC0415

    modes = ("ferry",) if one.scope in ("terminal", "country") else ("sea", "ferry")
    return bool(edges_between(network, modes, (one, other)).any())


@cache
def _objects() -> dict[str, dict[str, str]]:
    return {row["object"]: row for row in rows("korpu.corridors", "data/objects.csv")}


def _object_modes(record: Record) -> tuple[str, ...]:
    return tuple(_objects().get(record.object or "", {}).get("modes", "").split())


def _object_cargo(record: Record) -> set[str]:
    return set(_objects().get(record.object or "", {}).get("cargo", "").split())
