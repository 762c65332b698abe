"""How a value of the ledger is written on a page, whatever its property."""

from __future__ import annotations

from typing import Any

from babel.numbers import format_percent

from korpu.briefs.voice import Voice
from korpu.drawing import wording
from korpu.kernel.edtf import format_time
from korpu.web.labels import FAMILIES, label
from korpu.web.named import named
from korpu.web.worded import WORDED, worded

_CODED = {"stage": "stage", "track": "track", "kind": "kind"}


def written(name: str, value: Any, language: str) -> str:
    """Return the value of property `name` in the reader's language; a missing value is an empty string."""
    if value is None:
        return ""
    if name in WORDED:
        return worded(name, value)
    if isinstance(value, dict):
        return _compound(value, language)
    if name in _CODED and value in FAMILIES[_CODED[name]]:
        return label(str(value), _CODED[name])
    if name in ("when", "said", "published", "from", "to", "cleared", "valid_until"):
        return time(str(value), language)
    if name in ("place", "places"):
        return named(str(value), language)
    if isinstance(value, (list, tuple)):
        return ", ".join(written(name, item, language) for item in value)
    return str(value)


def percent(share: float, language: str) -> str:
    """Return a share of one as a whole percentage in the reader's language."""
    return str(format_percent(share, locale=language))


def time(edtf: str | None, language: str) -> str:
    """Return an EDTF time in words, or as it stands when it is not EDTF."""
    if not edtf:
        return ""
    try:
        return format_time(edtf, language)
    except ValueError:
        return edtf
    except Exception as error:  # noqa: BLE001 -- a time that cannot be read is shown as it was written
        return edtf if error else ""


def _compound(value: dict[str, Any], language: str) -> str:
    if "currency" in value or "amount" in value:
        return wording.money(value, language)
    if "count" in value:
        return Voice(language).number(value) if value.get("count") is not None else wording.count(value, language)
    if "party" in value:
        role = label(str(value.get("role") or ""), "role")
        name = named(str(value["party"]), language)
        return f"{name} ({role})" if role else name
    if "group" in value:
        number = f" ({value['ordinal']})" if value.get("ordinal") else ""
        return f"{value['group']}{number}"
    if language in value or "en" in value:
        return str(value.get(language) or value.get("en"))
    return ", ".join(f"{key}: {item}" for key, item in value.items() if item not in (None, "", []))
