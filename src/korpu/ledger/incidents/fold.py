"""Reads cases and outlets from the records that hold them. Of a status that changes, the last said stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from uuid import UUID, uuid5

from korpu.ledger.claim import Claim
from korpu.ledger.incidents.case import OPEN, STATUSES, Case, Outlet, Refutation, Sighting, in_order
from korpu.ledger.record import Record

SPACE = UUID("6f0d6bd5-3f1c-5a52-9a0d-0b7a2f4c51e7")
"""The namespace of korpu's name-based UUIDs (RFC 9562, version 5)."""


def is_case(record: Record) -> bool:
    """Tell whether a record holds a false claim; a blackout is an incident too, and is none."""
    return record.kind == "incident" and any(c.property == "false_claim" for c in record.claims)


def outlets(records: Iterable[Record]) -> list[Outlet]:
    """Return the register of outlets in the order in which they were first named."""
    return [outlet_of(record) for record in records if record.kind == "outlet"]


def by_name(register: Iterable[Outlet]) -> dict[str, Outlet]:
    """Return outlets by their names as `folded` writes them."""
    return {folded(outlet.name): outlet for outlet in register}


def folded(name: str) -> str:
    """Return a name as it is compared: case and spaces do not matter."""
    return " ".join(name.casefold().split())


def outlet_of(record: Record) -> Outlet:
    """Return the outlet that a record holds."""
    claims = record.claims
    status = _last(claims, "status") or {}
    outside = _last(claims, "exchanged") or {}
    entries = {c.entry for c in claims if c.property == "exchanged"}
    return Outlet(
        str(_last(claims, "name") or record.name()), _text(claims, "country"), _text(claims, "outlet_kind"),
        status.get("status"), status.get("date"), status.get("according_to"), _text(claims, "url"),
        tuple(_many(claims, "practice")), tuple(_many(claims, "contact")),
        _modified(claims, entries, outside), record.id,
    )  # fmt: skip


def case_of(record: Record, register: Mapping[str, Outlet], sources: Mapping[str, Any], *, author: str) -> Case:
    """Return the case that a record holds.

    `register` are outlets by their folded names; `sources` are what is kept of sources ("title", "url", "published")
    by their ids, which the refuting words are cited with; `author` is who keeps these books.
    """
    claims = record.claims
    words = next(c for c in claims if c.property == "false_claim")
    outside = _last(claims, "exchanged") or {}
    entries = {c.entry for c in claims if c.property == "exchanged"}
    seen = in_order(_sighting(said, register) for said in _many(claims, "seen"))
    named = [register.get(folded(s.outlet)) or Outlet(s.outlet) for s in seen if s.outlet]
    status = (_last(claims, "status") or {}).get("status")
    return Case(
        uid=str(outside.get("uid") or uuid5(SPACE, f"incident {record.id}")),
        words=words.value["words"],
        language=words.value.get("language") or words.evidence.language,
        title=dict(record.title),
        narrative=_text(claims, "narrative"),
        topic=_text(claims, "topic"),
        status=status if status in STATUSES else OPEN,
        sightings=seen,
        refutations=tuple(dict.fromkeys(_refutations(claims, sources))),
        techniques=tuple(sorted(set(_many(claims, "technique")))),
        outlets=tuple({folded(o.name): o for o in named}.values()),
        author=str(outside.get("author") or author),
        created=str(outside.get("created") or min(c.recorded for c in claims)),
        modified=_modified(claims, entries, outside),
        record=record.id,
    )


def _sighting(said: Mapping[str, Any], register: Mapping[str, Outlet]) -> Sighting:
    """Return where a claim was seen, the outlet under the name that the register has for it."""
    known = register.get(folded(said.get("outlet") or ""))
    return Sighting(known.name if known else said.get("outlet"), said.get("url"), said.get("date"))


def _modified(claims: tuple[Claim, ...], entries: set[str], outside: Mapping[str, Any]) -> str:
    """Return when a case last changed: here, or where it came from if nothing was said here since."""
    here = [c.recorded for c in claims if c.entry not in entries]
    there = [str(outside["modified"])] if outside.get("modified") else []
    return max([*here, *there])


def _refutations(claims: tuple[Claim, ...], sources: Mapping[str, Any]) -> Iterator[Refutation]:
    for claim in claims:
        if claim.property != "refuted_by":
            continue
        said, words = claim.value, claim.evidence
        about = sources.get(words.source) or {}
        if said.get("quote"):  # it came with an imported case, whose words are all that there is
            yield Refutation(
                said["quote"], said.get("language") or "en", said.get("title"), said.get("url"), said.get("date"),
                said.get("reason"),
            )  # fmt: skip
        else:
            yield Refutation(
                words.quote, words.language, about.get("title"), about.get("url"), about.get("published"),
                said.get("reason"), said.get("record"), said.get("claim"), words.source,
            )  # fmt: skip


def _last(claims: tuple[Claim, ...], name: str) -> Any:
    return next((c.value for c in reversed(claims) if c.property == name), None)


def _text(claims: tuple[Claim, ...], name: str) -> str | None:
    found = _last(claims, name)
    return str(found) if found else None


def _many(claims: tuple[Claim, ...], name: str) -> list[Any]:
    found: list[Any] = []
    for claim in claims:
        if claim.property == name and claim.value not in found:
            found.append(claim.value)
    return found
