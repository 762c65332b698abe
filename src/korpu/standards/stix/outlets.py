"""Reads outlets from the identities of a bundle."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from korpu.ledger.incidents.case import OUTLET_KINDS, OUTLET_STATUSES, Outlet
from korpu.standards.untrusted import edtf, items, mapping, moment, text, texts, web

Object = dict[str, Any]
_STATUS = re.compile(r"outlet status (\S+)(?: as of (\S+))?")
_COUNTRY = re.compile(r"[A-Za-z]{2}")


def outlets(identities: Iterable[Object], ties: Iterable[Object], by_id: Mapping[str, Object]) -> Iterator[Outlet]:
    """Yield the outlet of each identity, with what labels, references and places tell of it."""
    places = {t["source_ref"]: t["target_ref"] for t in ties if t["relationship_type"] == "located-at"}
    for one in identities:
        labels = [label.partition(":") for label in texts(one.get("labels"))]
        told: dict[str, list[str]] = {}
        for name, _, value in labels:
            told.setdefault(name, []).append(value)
        status = next((s for s in told.get("status", ()) if s in OUTLET_STATUSES), None)
        since, source, url = _links(one)
        place = mapping(by_id.get(str(places.get(one["id"])))).get("country")
        country = text(place)
        yield Outlet(
            text(one["name"]) or "",
            country.upper() if country and _COUNTRY.fullmatch(country) else None,
            next((k for k in told.get("kind", ()) if k in OUTLET_KINDS), None),
            status,
            since if status else None,
            source if status else None,
            url,
            tuple(told.get("practice", ())),
            tuple(line for line in (text(one.get("contact_information")) or "").split("\n") if line.strip()),
            moment(one["modified"]),
        )


def _links(one: Object) -> tuple[str | None, str | None, str | None]:
    """Return since when a status holds, who says so, and the outlet's own address."""
    since = source = url = None
    for link in map(mapping, items(one.get("external_references"))):
        match = _STATUS.fullmatch(text(link.get("description")) or "")
        if match:
            name = text(link.get("source_name"))
            since, source = edtf(match.group(2)), None if name == "unknown" else name
        else:
            url = url or web(link.get("url"))
    return since, source, url
