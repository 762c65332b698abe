"""JSON from outside, within limits of size, depth and number, every text of it sound; nothing else gets in."""

from __future__ import annotations

import json
import unicodedata
from datetime import UTC, datetime
from typing import Any

from korpu.kernel.edtf import is_edtf
from korpu.kernel.errors import InputError
from korpu.ledger.incidents.case import UNDATED

MOST_BYTES = 5_000_000
MOST_DEPTH = 32
MOST_VALUES = 100_000
MOST_CASES = 1_000
LONGEST = 20_000
"""Most characters of one text."""


def load(data: bytes) -> Any:
    """Return JSON from outside.

    Raises InputError KORPU-EXCHANGE-001 (too large), -002 (not JSON in UTF-8, or a name twice in one object), -003
    (too deep or too many values), -004 (a text too long, or with characters that are none).
    """
    if len(data) > MOST_BYTES:
        raise InputError("KORPU-EXCHANGE-001", f"The file is larger than {MOST_BYTES:,} bytes.")
    try:
        text = data.decode("utf-8-sig")
        found = json.loads(text, object_pairs_hook=_object, parse_constant=_none_such)
    except RecursionError as error:
        raise _too_much() from error
    except ValueError as error:
        raise InputError("KORPU-EXCHANGE-002", "The file is not sound JSON.") from error
    _measure(found)
    return found


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name stands twice in one object")
    return found


def _none_such(_name: str) -> Any:
    raise ValueError("no such number in JSON")


def _measure(value: Any) -> None:
    """Walk through all values without recursion, counting, measuring and looking at every text."""
    waiting = [(value, 1)]
    count = 0
    while waiting:
        one, depth = waiting.pop()
        count += 1
        if depth > MOST_DEPTH or count > MOST_VALUES:
            raise _too_much()
        if isinstance(one, dict):
            waiting += [(item, depth + 1) for pair in one.items() for item in pair]
        elif isinstance(one, list):
            waiting += [(item, depth + 1) for item in one]
        elif isinstance(one, str):
            _sound(one)


def _sound(text: str) -> None:
    if len(text) > LONGEST:
        raise InputError("KORPU-EXCHANGE-004", f"A text of the file is longer than {LONGEST:,} characters.")
    if any(unicodedata.category(c) in ("Cs", "Cc") and c not in "\n\t\r" for c in text):
        raise InputError("KORPU-EXCHANGE-004", "A text of the file holds characters that are none.")


def _too_much() -> InputError:
    return InputError(
        "KORPU-EXCHANGE-003", f"The file is nested deeper than {MOST_DEPTH} or holds more than {MOST_VALUES:,} values."
    )


def text(value: Any) -> str | None:
    """Return a text from outside with its line ends as they are here, None for anything else or nothing."""
    if not isinstance(value, str):
        return None
    return value.replace("\r\n", "\n").replace("\r", "\n").strip() or None


def texts(value: Any) -> list[str]:
    """Return the texts of a list, or the one text that stands for a list."""
    return [found for item in items(value) if (found := text(item))]


def items(value: Any) -> list[Any]:
    """Return a list as it is, nothing as an empty one, and a single value as a list of one."""
    return value if isinstance(value, list) else [] if value is None else [value]


def mapping(value: Any) -> dict[str, Any]:
    """Return an object, an empty one in place of anything else."""
    return value if isinstance(value, dict) else {}


def web(value: Any) -> str | None:
    """Return an address of the web, None for anything else: no other scheme may come in as a link."""
    found = text(value)
    return found if found and found.startswith(("https://", "http://")) and not set(found) & set(' \n\t"<>') else None


def tongue(value: Any, otherwise: str = "en") -> str:
    """Return the code of a language, its region left out; another one for what is none."""
    found = (text(value) or "").split("-")[0].lower()
    return found if found.isascii() and found.isalpha() and 2 <= len(found) <= 3 else otherwise


def edtf(value: Any) -> str | None:
    """Return a time in EDTF, None for anything else."""
    found = text(value)
    return found if found and is_edtf(found) else None


def moment(value: Any) -> str:
    """Return a moment in UTC as the books write it, of a day its beginning; UNDATED for anything else."""
    said = text(value) or ""
    try:
        found = datetime.fromisoformat(said)
        at = found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return UNDATED
    return at.isoformat(timespec="microseconds").replace("+00:00", "Z")


def day(value: Any) -> str | None:
    """Return a year, month or day as EDTF from a date or a moment in ISO 8601, None for anything else."""
    found = text(value)
    bare = found[:10] if found and "T" in found else found
    return bare if bare and bare[:1].isdigit() and "/" not in bare and is_edtf(bare) else None
