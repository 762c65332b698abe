"""Cases and outlets as the command line prints them: every key present, missing is null."""

from __future__ import annotations

from typing import Any

from korpu.ledger.incidents.case import Case, Outlet
from korpu.ledger.incidents.techniques import techniques


def case_json(case: Case) -> dict[str, Any]:
    """Return the line that `korpu incident list --json` prints for one case."""
    known = techniques()
    return {
        "id": case.record,
        "uid": case.uid,
        "title": case.title,
        "words": case.words,
        "language": case.language,
        "narrative": case.narrative,
        "topic": case.topic,
        "status": case.status,
        "seen": [{"outlet": s.outlet, "url": s.url, "date": s.date} for s in case.sightings],
        "refuted_by": [{n: getattr(r, n) for n in r.__dataclass_fields__} for r in case.refutations],
        "techniques": [{"id": t, "name": known[t].name if t in known else None} for t in case.techniques],
        "outlets": [outlet_json(outlet) for outlet in case.outlets],
        "author": case.author,
        "created": case.created,
        "modified": case.modified,
    }


def outlet_json(outlet: Outlet) -> dict[str, Any]:
    """Return the line that `korpu outlet list --json` prints for one outlet."""
    return {
        "id": outlet.record,
        "name": outlet.name,
        "country": outlet.country,
        "kind": outlet.kind,
        "status": outlet.status,
        "status_date": outlet.status_date,
        "according_to": outlet.status_source,
        "url": outlet.url,
        "practices": list(outlet.practices),
        "contacts": list(outlet.contacts),
    }
