"""Small phrases of the command line: plural forms, codes in plain words, times and figures as a person writes them."""

from __future__ import annotations

from typing import Any

from korpu.kernel.edtf import format_time
from korpu.kernel.errors import KorpuError
from korpu.ledger.record import Record
from korpu.statements.reading import Figure


def title_of(record: Record) -> str:
    """Return what a record is called, the beginning of its first quote where it has no title."""
    if record.title or not record.claims:
        return record.name()
    return f"“{record.claims[0].evidence.quote}”"


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """Return a number with its noun in the right form.

    >>> counted(1, "figure"), counted(0, "entry", "entries")
    ('1 figure', 'no entries')
    """
    form = noun if number == 1 else plural or f"{noun}s"
    return f"{number:,} {form}" if number else f"no {form}"


def plain(code: str | None) -> str:
    """Return a code as words: handed_over is "handed over"."""
    return (code or "").replace("_", " ")


def time_words(edtf: str | None) -> str:
    """Return an EDTF time as a person writes it, or unchanged where it cannot be read."""
    if not edtf:
        return ""
    try:
        return format_time(edtf, "en")
    except (KorpuError, ValueError):
        return edtf


def figure_value(figure: Figure) -> str:
    """Return the value of a figure: number with unit, the date as EDTF, a bound where it has one."""
    if figure.value is None:
        return f"{figure.low or ''}…{figure.high or ''}" if figure.low or figure.high else "not known"
    if figure.kind == "date":
        return figure.value
    parts = [plain(figure.qualifier), grouped(figure.value), figure.unit or ""]
    return " ".join(part for part in parts if part)


def grouped(value: Any) -> str:
    """Return a decimal string with thousands set off.

    >>> grouped("7600000"), grouped("0.5")
    ('7,600,000', '0.5')
    """
    whole, dot, rest = str(value).partition(".")
    digits = whole.lstrip("-")
    return (f"{int(whole):,}" if digits.isdigit() else whole) + dot + rest


def money(amount: dict[str, Any] | None) -> str:
    """Return an amount of the ledger with the word that bounds it."""
    return _valued(amount, "amount", "currency")


def count(value: dict[str, Any] | None) -> str:
    """Return a count of the ledger with the word that bounds it."""
    return _valued(value, "count", "unit")


def _valued(value: dict[str, Any] | None, key: str, unit: str) -> str:
    if not value or value.get(key) is None:
        return ""
    parts = [plain(value.get("qualifier")), grouped(value[key]), plain(value.get(unit))]
    return " ".join(part for part in parts if part)


def sum_words(one: Any) -> str:
    """Return a sum of the ledger: the number, and the bounds where it is not exact."""
    if one is None:
        return ""
    if one.low == one.high == one.amount:
        return grouped(one.amount)
    low, high = (None if side is None else grouped(side) for side in (one.low, one.high))
    if low is None or high is None:
        return f"at least {low}" if low else f"at most {high}" if high else grouped(one.amount)
    return f"{grouped(one.amount)} ({low} to {high})"


def value_words(value: Any) -> str:
    """Return a value of a property, whatever it is, on one line."""
    if isinstance(value, dict):
        return money(value) or count(value) or str(value)
    return plain(value) if isinstance(value, str) and value.islower() else time_words(value) if value else ""
