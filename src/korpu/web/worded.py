"""How what is said of false claims and outlets is written on a page."""

from __future__ import annotations

from typing import Any

from korpu.ledger.incidents.techniques import techniques
from korpu.web.labels import label

WORDED = frozenset({"false_claim", "seen", "status", "refuted_by", "technique", "exchanged", "outlet_kind"})


def worded(name: str, value: Any) -> str:
    """Return the value of one of these properties in the reader's language."""
    about: dict[str, Any] = value if isinstance(value, dict) else {}
    if name == "false_claim":
        return str(about.get("words") or value)
    if name == "seen":
        return " · ".join(str(part) for part in (about.get("outlet"), about.get("date"), about.get("url")) if part)
    if name == "status":
        code = str(about.get("status") or value)
        known = label(code, "incident") if code in ("open", "refuted", "closed") else label(code, "outlet_status")
        return " · ".join(
            str(p) for p in (known, about.get("according_to"), about.get("date"), about.get("reason")) if p
        )
    if name == "refuted_by":
        return str(about.get("reason") or about.get("title") or about.get("record") or about.get("quote") or "")
    if name == "technique":
        found = techniques().get(str(value))
        return f"{value} {found.name}" if found else str(value)
    if name == "outlet_kind":
        return label(str(value), "outlet_kind")
    return str(about.get("uid") or about.get("modified") or value)
