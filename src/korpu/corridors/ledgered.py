"""Closures that the ledger holds: records of links and services told as stopped or closed, until told as open again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from korpu.corridors.between import edges_between
from korpu.corridors.closures import Closure
from korpu.corridors.model import MODES, Network
from korpu.corridors.wheres import Spelling, Where, as_spelt, where
from korpu.kernel.tables import rows
from korpu.ledger.checks.routes import CLOSED, OPEN, scope, scope_of
from korpu.ledger.claim import Claim
from korpu.ledger.record import Record, Step
from korpu.ledger.values import time_of

KINDS = frozenset({"link", "service", "closure"})
OTHERS = frozenset({"event", "initiative", "flow", "decision", "measure"})
"""Kinds that tell of a closure only where their words say so: "the port of Poti was closed", "rail traffic stopped"."""
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
        states = timeline(record)
        if not states or not _concerns(record, states):
            continue
        modes, wheres, known = meant(network, record, spelling)
        if any(not s.open for s in states) and not known:
            found.unplaced.append(record)
            continue
        found.closures.extend(_closures(record, states, modes, wheres))
        told = [s.since for s in states if s.open and s.since and s.claim.reviewed and record.kind != "service"]
        found.reopened.extend((w, on) for on in told for w in wheres)
    return found


def _concerns(record: Record, states: list[State]) -> bool:
    """Whether a record tells of freight that can or cannot pass."""
    said = " ".join(s.claim.evidence.quote for s in states)
    named = scope_of(said) | scope(record)
    if named & NOT_FREIGHT and not named & frozenset(MODES):
        return False
    if record.kind in KINDS:
        return True
    return record.kind in OTHERS and _has("shut", said) and _has("transport", said) and not _has("works", said)


def lifted(tables: Iterable[Closure], reopened: Iterable[tuple[Where, date]]) -> list[Closure]:
    """Return the tables' closures, ended where the ledger tells of the same water or port as open again later on."""
    again = list(reopened)
    kept = []
    for one in tables:
        key = Where("terminal", one.target.casefold()) if one.scope == "port" else Where(one.scope, one.target)
        begun = time_of(one.since)
        later = [on for w, on in again if w == key and one.lifts and begun and begun.low and on > begun.low]
        on = min(later, default=None)
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


def meant(network: Network, record: Record, spelling: Spelling) -> tuple[tuple[str, ...], tuple[Where, ...], bool]:
    """Return the modes and places that a record is about, and whether they say enough to close anything."""
    said = " ".join(c.evidence.quote for c in record.claims)
    modes = _modes(record, said)
    named = list(dict.fromkeys(p for p in (record.place, *record.places) if p))
    wheres = [where(network, name, spelling) for name in named]
    known = None not in wheres
    roles = ("partner", "actor") if _has("border", said) or record.kind in OTHERS else ("partner",)
    partners = [where(network, party, spelling) for party, role in record.parties if role in roles]
    found = [w for w in wheres if w]
    ends = [p for p in partners if p and p.scope == "country" and p not in found]
    if not found:
        found = ends
    elif len(found) == 1:
        found += [e for e in ends if _serves(network, found[0], e)]
    closer = tuple(dict.fromkeys([*found, *_called(network, said)]))
    if len(closer) > len(found) and edges_between(network, modes, closer).any():
        found = list(closer)
    enough = bool(found) if named or record.kind in OTHERS else bool(modes or found)
    return modes, tuple(dict.fromkeys(found)), enough and known


def _called(network: Network, said: str) -> list[Where]:
    """The terminals of the hand table that the words name, whether or not they were read as places."""
    ports = (t for t in network.terminals if t["by_hand"] and t["type"] == "port")
    return [Where("terminal", t["id"]) for t in ports if re.search(rf"\b{re.escape(t['name'])}\b", said)]


def _modes(record: Record, said: str) -> tuple[str, ...]:
    """The modes that the words name, else those of the thing the record is about."""
    for words in (scope(record), scope_of(said)):
        modes = tuple(m for m in MODES if m in words)
        if modes:
            return modes
    if record.object in _objects():
        return _object_modes(record)
    if _has("border", said):
        return ("rail", "road")
    return ("sea", "ferry") if _has("port", said) or _has("sea", said) else ()


def _has(group: str, text: str) -> bool:
    return _words()[group].search(text) is not None


@cache
def _words() -> dict[str, re.Pattern[str]]:
    table = rows("korpu.corridors", "data/words.csv")
    return {row["group"]: re.compile(row["words"], re.IGNORECASE) for row in table}


def _serves(network: Network, one: Where, other: Where) -> bool:
    """Whether a service joins the two, or the one is a sea that the other has ports on: else it is a bystander."""
    modes = ("ferry",) if one.scope in ("terminal", "country") else ("sea", "ferry")
    return bool(edges_between(network, modes, (one, other)).any())


@cache
def _objects() -> dict[str, dict[str, str]]:
    return {row["object"]: row for row in rows("korpu.corridors", "data/objects.csv")}


def _object_modes(record: Record) -> tuple[str, ...]:
    return tuple(_objects().get(record.object or "", {}).get("modes", "").split())


def _object_cargo(record: Record) -> set[str]:
    return set(_objects().get(record.object or "", {}).get("cargo", "").split())
