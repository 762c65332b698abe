"""Sentences of findings and errors in the reader's language, made from the English ones that the checks write.

A check or an error says one plain English sentence. data/sentences.csv holds each of them as a template with its gaps
named, beside the same sentence in Ukrainian and Azerbaijani. A sentence that no template fits stays in English.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from korpu.drawing.wording import bounded, short
from korpu.kernel.edtf import format_time
from korpu.kernel.tables import rows

_GAP = re.compile(r"\{(\w+)\}")
_BOUNDED = re.compile(r"(about|reaching|almost|over|at least|at most|under) (\d[\d,]*(?:\.\d+)?)( \S+)?")
_AMOUNT = re.compile(r"(about )?(\d[\d,]*(?:\.\d+)?)(?: (million|billion|trillion))?( [A-Z]{3}| ?%)")
_POWERS = {"million": 10**6, "billion": 10**9, "trillion": 10**12}
_SCALE = re.compile(r"(?<=\d )(?:million|billion|trillion)\b")
_SCALES = {
    "uk": {"million": "млн", "billion": "млрд", "trillion": "трлн"},
    "az": {"million": "mln", "billion": "mlrd", "trillion": "trln"},
}
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_DAY = re.compile(rf"(?:(\d{{1,2}}) )?({'|'.join(_MONTHS)}) (\d{{4}})")


@dataclass(frozen=True)
class Template:
    """An English sentence with gaps, and the same sentence in other languages."""

    key: str
    regex: re.Pattern[str]
    forms: dict[str, str]


def sentence(english: str, language: str) -> str:
    """Return the sentence in a language, the English one where that language has none.

    >>> sentence("The file is empty.", "uk"), sentence("A sentence nobody wrote.", "az")
    ('Файл порожній.', 'A sentence nobody wrote.')
    """
    return translated(english, language) or english


def translated(english: str, language: str) -> str | None:
    """Return the sentence in a language, None where it is not known there."""
    for template in templates():
        found = template.regex.fullmatch(english)
        form = template.forms.get(language)
        if found and form:
            said = form.format(**{gap: word(text, language) for gap, text in found.groupdict().items()})
            return said[:1].upper() + said[1:] if english[:1].isupper() else said
    return None


def arithmetic(english: str, language: str) -> str:
    """Return the arithmetic of a finding in a language, clause by clause: figures and signs stay as they are.

    >>> arithmetic("2 + 3 = 5; stated 6", "uk")
    '2 + 3 = 5; заявлено 6'
    """
    said = "; ".join(sentence(clause, language) for clause in english.split("; "))
    return _SCALE.sub(lambda found: _SCALES.get(language, {}).get(found[0], found[0]), said)


def word(text: str, language: str) -> str:
    """Return what fills a gap: a day of the week, a stage, a bounded figure; a quote or a plain figure stays as it is.

    >>> word("over 44,000,000 USD", "uk")
    'понад 44 мільйони USD'
    """
    known = words().get(text, {}).get(language)
    if known is not None or language == "en":
        return known or text
    figure = _BOUNDED.fullmatch(text)
    if figure is None:
        return _amount(text, language) or _day(text, language) or text
    return bounded(figure[2].replace(",", ""), figure[1].replace(" ", "_"), language) + (figure[3] or "")


def _amount(text: str, language: str) -> str | None:
    """Return an amount as the checks write it ("about 3.4 million AZN") with the words of a language."""
    found = _AMOUNT.fullmatch(text)
    if found is None:
        return None
    value = Decimal(found[2].replace(",", "")) * _POWERS.get(found[3] or "", 1)
    figure = bounded(value, "about", language) if found[1] else short(value, language)
    return f"{figure}{found[4] or ''}"


def _day(text: str, language: str) -> str | None:
    """Return a day or a month as the checks write it ("12 November 2025") in a language."""
    found = _DAY.fullmatch(text)
    if found is None:
        return None
    month = f"{found[3]}-{_MONTHS.index(found[2]) + 1:02}"
    return format_time(f"{month}-{int(found[1]):02}" if found[1] else month, language)


@cache
def templates() -> tuple[Template, ...]:
    """Return the templates, those with most words of their own first."""
    ordered = sorted(_rows("sentences.csv"), key=lambda row: -len(_GAP.sub("", row["en"])))
    return tuple(Template(row["key"], _regex(row["en"]), _forms(row)) for row in ordered)


@cache
def words() -> dict[str, dict[str, str]]:
    """Return the words that fill gaps, by their English form."""
    return {row["en"]: _forms(row) for row in _rows("gap_words.csv")}


def _forms(row: dict[str, str]) -> dict[str, str]:
    return {language: row[language] for language in ("uk", "az")}


def _regex(template: str) -> re.Pattern[str]:
    parts = re.split(r"\{(\w+)\}", template)
    return re.compile(
        "".join(f"(?P<{part}>.+?)" if i % 2 else re.escape(part) for i, part in enumerate(parts)), re.DOTALL
    )


def _rows(name: str) -> list[dict[str, str]]:
    return rows("korpu.drawing", f"data/{name}")
