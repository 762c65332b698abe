"""How answers are worded in English, Ukrainian and Azerbaijani: phrases, plural forms, figures, titles."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from korpu.briefs.answer import Line
from korpu.briefs.times import when_phrase
from korpu.drawing import wording
from korpu.kernel.tables import rows
from korpu.ledger.claim import Claim
from korpu.ledger.record import Record, Step, Value

NBSP = "\u00a0"


@cache
def _table(name: str, key: str) -> dict[str, dict[str, str]]:
    return {row[key]: row for row in rows("korpu.briefs", f"data/{name}")}


def plural(number: Decimal | int, language: str) -> str:
    """Return which plural form a number takes: one, few or many (few only in Ukrainian).

    >>> plural(1, "en"), plural(22, "uk"), plural(11, "uk"), plural(5, "az")
    ('one', 'few', 'many', 'many')
    """
    if language != "uk":
        return "one" if number == 1 else "many"
    if number % 1:
        return "few"
    last, teens = number % 10, number % 100
    if last == 1 and teens != 11:
        return "one"
    return "few" if 2 <= last <= 4 and not 12 <= teens <= 14 else "many"


@dataclass(frozen=True)
class Voice:
    """Words in one language."""

    language: str

    def phrase(self, key: str, **values: Any) -> str:
        """Return a phrase with its gaps filled."""
        return _table("phrases.csv", "key")[key][self.language].format(**values)

    def has(self, key: str) -> bool:
        """Whether there is such a phrase."""
        return key in _table("phrases.csv", "key")

    def counted(self, number: int, noun: str) -> str:
        """Return a noun in the form that the number asks for, without the number."""
        return self.phrase(f"{noun}.{plural(number, self.language)}")

    def stage(self, stage: str | None) -> str:
        """Return how far something has come, as a predicate."""
        key = f"stage.{stage or 'none'}"
        return self.phrase(key) if self.has(key) else str(stage).replace("_", " ")

    def term(self, family: str, code: str) -> str:
        """Return the word for a code, the code itself as words where there is none."""
        key = f"{family}.{code}"
        return self.phrase(key) if self.has(key) else code.replace("_", " ")

    def title(self, record: Record) -> str:
        """Return what a record is called, the beginning of its first quote where it has no title."""
        if record.title:
            return record.name(self.language).strip().rstrip(".")
        words = record.claims[0].evidence.quote.split()
        return f"“{' '.join(words[:8])}{'…' if len(words) > 8 else ''}”"

    def titles(self, records: Iterable[Record], most: int = 8) -> str:
        """Return the titles of records as a list, the first of them when there are many."""
        names = [self.title(record) for record in records]
        rest = f" (+{len(names) - most})" if len(names) > most else ""
        return "; ".join(names[:most]) + rest

    def when(self, edtf: Any) -> str:
        """Return a time as it fits into a sentence."""
        words = when_phrase(str(edtf), self.language) if edtf else ""
        return f"{words} (?)" if words and "?" in str(edtf) else words

    def money(self, value: dict[str, Any]) -> str:
        """Return an amount of money with the word that bounds it."""
        return self._uncased(wording.money(value, self.language))

    def _uncased(self, figure: str) -> str:
        """Return a figure for running text; in Ukrainian with the word for "about" that leaves the number as it is."""
        return figure.replace(NBSP, " ").replace("близько ", "приблизно ")

    def number(self, value: dict[str, Any]) -> str:
        """Return a count with its unit in the form that the number asks for."""
        unit = str(value.get("unit") or "")
        figure = self._uncased(wording.count({**value, "unit": None}, self.language))
        known = _table("units.csv", "unit").get(unit.replace("_", " "))
        if known and self.language == "az":
            unit = known["az"]
        elif known and self.language == "uk":
            exact = value.get("qualifier") in (None, "exact", "exactly", "almost", "about", "reaching", "over")
            form = plural(Decimal(str(value["count"])), "uk") if exact and value.get("count") else "many"
            unit = known[f"uk_{form}"]
        return f"{figure} {unit.replace('_', ' ')}".strip()


def claim_of(value: Value | None) -> str | None:
    """Return the id of the claim that states the picked value."""
    return value.claims[0].id if value is not None and value.claims else None


def stage_claim(step: Step) -> str | None:
    """Return the id of the claim that states the stage of a step."""
    stated = [claim.id for claim in step.claims if claim.property == "stage"]
    return stated[-1] if stated else step.claims[0].id if step.claims else None


GIVEN = frozenset({"need", "pledged", "allocated", "contracted", "paid", "shipped", "delivered", "handed_over"})
"""Stages at which it is the money or the things themselves that are pledged, paid or delivered."""


def say_step(line: Line, step: Step, voice: Voice) -> Line:
    """Add stage, time, money and number of a step in the order of the language, each figure tied to its claim."""
    claim = stage_claim(step)
    line.cite(*([claim] if claim else []))
    stage = Line().say(voice.stage(step.stage))
    time = Line().figure(voice.when(step.when.value), claim_of(step.when)) if step.when is not None else Line()
    sums = say_sums(step, voice)
    if voice.language == "az":
        pieces, comma = [time, sums, stage], None
    elif step.stage in GIVEN:
        pieces, comma = [sums, stage, time], None
    else:
        pieces, comma = [stage, time, sums], sums
    first = True
    for piece in pieces:
        if piece.text:
            line.say("" if first else ", " if piece is comma else " ").join(piece)
            first = False
    return line


def say_sums(step: Step, voice: Voice) -> Line:
    """Return money and number of a step."""
    line = Line()
    if step.amount is not None and step.amount.value.get("amount") is not None:
        line.figure(voice.money(step.amount.value), claim_of(step.amount))
    for value, claim in numbers_of(step):
        if value.get("count") != "1":
            line.say(", " if line.text else "").figure(voice.number(value), claim)
    return line


def numbers_of(step: Step) -> list[tuple[dict[str, Any], str]]:
    """Return the numbers of a step with their claims, one for each unit: 45 transformers and 50 generators."""
    if step.count is None:
        return []
    stated = [(step.count.value, step.count.claims), *step.count.others]
    found: dict[Any, tuple[dict[str, Any], str]] = {}
    for value, claims in stated:
        if value.get("count") is not None:
            found.setdefault(value.get("unit"), (value, claims[0].id))
    return list(found.values())


def step_line(record: Record, step: Step | None, voice: Voice) -> Line:
    """Return "School in Irpin: opened on 1 September 2022", with the figures of the step."""
    line = Line().about(record.id).say(f"{voice.title(record)}: ")
    if step is None:
        return line.say(voice.stage(record.stage)).cite(*[c.id for c in record.claims[:1]])
    if wordy(step):
        return say_words(line, step, voice)
    return say_step(line, step, voice)


def wordy(step: Step) -> bool:
    """Whether a step tells neither how far something has come nor any figure, so that its words are all there is."""
    return step.stage in (None, "stated") and not (step.when or step.amount or step.count) and bool(step.claims)


def say_words(line: Line, step: Step, voice: Voice) -> Line:
    """Add the words that a step rests on."""
    return say_quote(line, next((c for c in step.claims if c.property == "stage"), step.claims[0]), voice)


def say_quote(line: Line, claim: Claim, voice: Voice) -> Line:
    """Add the quote of a claim in the quotation marks of the language."""
    before, after = voice.phrase("quote", words="\0").split("\0")
    return line.say(before).figure(" ".join(claim.evidence.quote.split()).rstrip(" ."), claim.id).say(after)
