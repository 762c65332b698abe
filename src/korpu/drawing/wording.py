"""How figures are written in English, Ukrainian and Azerbaijani: one module for pages, answers and paper.

Exact figures show every digit ("1,000,000 USD"); bounded ones carry a word ("over 40 million USD"). Numbers follow CLDR
through Babel, because Django's own Azerbaijani format is not what is printed in Baku.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

LANGUAGES = ("en", "uk", "az")

_BEFORE: dict[str, dict[str, str]] = {
    "en": {
        "about": "about", "reaching": "about", "almost": "almost", "over": "over",
        "at_least": "at least", "at_most": "at most", "under": "under",
    },
    "uk": {
        "about": "приблизно", "reaching": "приблизно", "almost": "майже", "over": "понад",
        "at_least": "щонайменше", "at_most": "щонайбільше", "under": "менше ніж",
    },
    "az": {
        "about": "təxminən", "reaching": "təxminən", "almost": "az qala",
        "at_least": "ən azı", "at_most": "ən çoxu",
    },
}  # fmt: skip
_AZ_AFTER = {"over": "çox", "under": "az"}
_AZ_BACK = frozenset(["0", "6", "9"])
_AZ_TENS_BACK = frozenset(["1", "3", "4", "6", "9"])


def number(value: Decimal | str, language: str = "en") -> str:
    """Return a number with the thousands and decimal signs of the language.

    >>> number("7600000"), number("1234567.5", "az")
    ('7,600,000', '1.234.567,5')
    """
    from babel.numbers import format_decimal  # noqa: PLC0415 -- start-up stays light

    amount = Decimal(value)
    return format_decimal(
        amount.normalize() if amount % 1 else amount.to_integral_value(), format="#,##0.######", locale=language
    )


def short(value: Decimal | str, language: str = "en") -> str:
    """Return a round number in words ("40 million"), or all its digits when rounding would change it.

    >>> short("40000000"), short("41234567")
    ('40 million', '41,234,567')
    """
    from babel.numbers import format_compact_decimal  # noqa: PLC0415 -- start-up stays light

    amount = Decimal(value)
    scale = Decimal(10) ** (min(max(amount.adjusted(), 0) // 3, 4) * 3)
    if scale < 1_000_000 or (amount / scale * 100) % 1:
        return number(amount, language)
    return format_compact_decimal(amount, format_type="long", locale=language, fraction_digits=2)


def bounded(value: Decimal | str, qualifier: str | None, language: str = "en") -> str:
    """Return the number with the word that bounds it, or exact when there is none.

    >>> bounded("40000000", "over"), bounded("40000000", "over", "az")
    ('over 40 million', '40 milyondan çox')
    """
    if not qualifier or qualifier in ("exact", "exactly"):
        return number(value, language)
    figure = short(value, language)
    if language == "az" and qualifier in _AZ_AFTER:
        return f"{figure}{_az_from(figure)} {_AZ_AFTER[qualifier]}"
    word = _BEFORE.get(language, _BEFORE["en"]).get(qualifier)
    return f"{word} {figure}" if word else figure


def _az_from(figure: str) -> str:
    """Return the Azerbaijani ablative ending that the last spoken word of a number takes."""
    if figure.endswith(("milyon", "milyard")):
        return "dan"
    if figure.endswith("min"):
        return "dən"
    digits = [c for c in figure if c.isdigit()]
    last = digits[-1] if digits else "0"
    if last != "0" or len(digits) < 2:
        return "-dan" if last in _AZ_BACK else "-dən"
    tens = digits[-2]
    if tens != "0":
        return "-dan" if tens in _AZ_TENS_BACK else "-dən"
    trailing = len(digits) - len("".join(digits).rstrip("0"))
    return "-dan" if trailing >= 6 else "-dən"


def money(value: Mapping[str, Any], language: str = "en") -> str:
    """Return an amount of a ledger value: {"amount", "currency", "low", "high", "qualifier"}.

    >>> money({"amount": "1000000", "currency": "USD"}).split()
    ['1,000,000', 'USD']
    """
    return _with_unit(value, "amount", value.get("currency"), language)


def count(value: Mapping[str, Any], language: str = "en") -> str:
    """Return a count of a ledger value: {"count", "unit", "low", "high", "qualifier"}."""
    return _with_unit(value, "count", value.get("unit"), language)


def _with_unit(value: Mapping[str, Any], key: str, unit: Any, language: str) -> str:
    figure = value.get(key)
    if figure is None and value.get("low") is not None and value.get("high") is not None:
        words = f"{number(value['low'], language)}–{number(value['high'], language)}"
    elif figure is None:
        return str(unit or "")
    else:
        try:
            words = bounded(str(figure), value.get("qualifier"), language)
        except InvalidOperation:
            words = str(figure)
    return f"{words}\u00a0{unit}" if unit else words
