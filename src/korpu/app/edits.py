"""Corrections that a person makes to a candidate, checked before they reach the books, where nothing is ever edited."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import Any

from korpu.kernel.edtf import parse
from korpu.kernel.errors import InputError
from korpu.kernel.stages import STAGES
from korpu.ledger.kinds import kinds, tracks
from korpu.ledger.writing import EDITABLE
from korpu.statements.reading import Candidate, Party

_CURRENCY = re.compile(r"[A-Z]{3}")
_GROUPING = re.compile(r"(?<=\d)[ ,\u00a0\u202f](?=\d{3}(?!\d))")


def edited(candidate: Candidate, edits: Mapping[str, Any]) -> Candidate:
    """Return the candidate with a reviewer's corrections; an empty one clears the field.

    Raises InputError KORPU-REVIEW-004 for unknown fields and for values that the ledger could not read: a kind, track
    or stage that is none, a currency that is no ISO 4217 code, an amount or number that is no number; KORPU-TIME-001
    for a time that is not EDTF.
    """
    unknown = sorted(set(edits) - EDITABLE)
    if unknown:
        raise InputError("KORPU-REVIEW-004", f"A candidate has no field {', '.join(unknown)} to correct.")
    given: dict[str, Any] = {
        name: _checked(name, value) if value not in ("", None) else None for name, value in edits.items()
    }
    if "parties" in given:
        given["parties"] = tuple(_party(p) for p in given["parties"] or ())
    if "places" in given:
        given["places"] = tuple(given["places"] or ())
    return replace(candidate, **given)


def _checked(name: str, value: Any) -> Any:
    allowed: dict[str, Container[str]] = {"kind": kinds(), "track": tracks(), "stage": STAGES}
    if name in allowed and value not in allowed[name]:
        what = "kind of record" if name == "kind" else name
        raise InputError("KORPU-REVIEW-004", f"There is no {what} {value!r}.")
    if name in ("amount", "count"):
        return _number(name, str(value))
    if name == "currency" and not _CURRENCY.fullmatch(str(value)):
        raise InputError("KORPU-REVIEW-004", f"A currency is a code of three letters such as EUR, not {value!r}.")
    if name == "when":
        parse(str(value))
    return value


def _number(name: str, text: str) -> str:
    """Return a decimal number without the signs that group its thousands."""
    plain = _GROUPING.sub("", text.strip())
    try:
        sound = Decimal(plain).is_finite() and Decimal(plain) >= 0
    except InvalidOperation:
        sound = False
    if not sound:
        raise InputError("KORPU-REVIEW-004", f"The {name} is a number such as 1500000 or 7.5, not {text!r}.")
    return plain


def _party(given: Any) -> Party:
    return given if isinstance(given, Party) else Party(given["party"], given.get("role") or "partner")
