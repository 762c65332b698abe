"""Every sentence of a check or an error is there in Ukrainian and Azerbaijani, with all it is filled with."""

from __future__ import annotations

import ast
import csv
import itertools
import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

import korpu
from korpu.drawing.sentences import sentence, translated

SOURCE = Path(korpu.__file__).parent
ERRORS = {"InputError", "UsageError", "NotFoundError", "ConflictError", "IntegrityError"}
SHOWN = ("app", "documents", "web", "kernel")
CHECKS = [p for part in ("statements", "ledger") for p in sorted((SOURCE / part / "checks").rglob("*.py"))]
CHOSEN = {
    "translation.what": ("number", "date"),
    "scripts.what": ("mixes Latin and Cyrillic letters", "is spelt in Latin letters", "is spelt in Cyrillic letters"),
    "wanted": ("an amount", "a number", "a time"),
    "length.unit": ("days", "weeks", "months", "years"),
    "verb": ("exceed", "do not reach"),
    "funding.names": ("7, and by B",),
    "changes.missing": ("what it started from", "any number"),
    "shown": ("1 EUR in one source, 2 EUR in another",),
    "_count(len(ranges))": ("one expression depends", "3 expressions depend"),
}
"""Gaps that are filled with one of a few phrases, which are part of the templates."""


def _filled(node: ast.expr, module: str) -> Iterator[str]:
    """Yield a text of a module as it can come out, every gap filled."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.FormattedValue):
        name = ast.unparse(node.value)
        inner = node.value
        if isinstance(inner, ast.IfExp):
            yield from (*_filled(inner.body, module), *_filled(inner.orelse, module))
        elif name == "more":
            yield ""
        else:
            yield from CHOSEN.get(f"{module}.{name}") or CHOSEN.get(name, ("7",))
    elif isinstance(node, ast.JoinedStr):
        for parts in itertools.product(*(list(_filled(value, module)) for value in node.values)):
            yield "".join(parts)


def _sentences_of_checks() -> list[str]:
    found: list[str] = []
    for path in CHECKS:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        inner = {id(v) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for v in node.values}
        for node in ast.walk(tree):
            if isinstance(node, ast.JoinedStr | ast.Constant) and id(node) not in docs | inner:
                found += [text for text in _filled(node, path.stem) if re.fullmatch(r"[“A-Z7].* .*\.", text)]
    return sorted(set(found))


def _sentences_of_errors() -> list[str]:
    found: list[str] = []
    for path in sorted(p for part in SHOWN for p in (SOURCE / part).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            named = isinstance(node, ast.Call) and getattr(node.func, "id", "") in ERRORS and len(node.args) > 1
            if named and path.name != "demo.py":
                found += list(_filled(node.args[1], path.stem))  # type: ignore[attr-defined]
    return sorted(set(found))


@pytest.mark.parametrize("language", ["uk", "az"])
@pytest.mark.parametrize("english", [*_sentences_of_checks(), *_sentences_of_errors()])
def test_every_sentence_is_translated_with_its_figures(english: str, language: str) -> None:
    said = translated(english, language)
    assert said is not None
    assert said != english
    assert said.count("7") >= min(1, english.count("7"))


def test_there_are_sentences_to_translate() -> None:
    assert len(_sentences_of_checks()) > 30
    assert len(_sentences_of_errors()) > 30


def test_a_translation_fills_the_gaps_of_its_english_sentence() -> None:
    with files("korpu.drawing").joinpath("data", "sentences.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            gaps = set(re.findall(r"\{\w+\}", row["en"]))
            assert all(set(re.findall(r"\{\w+\}", row[language])) == gaps for language in ("uk", "az")), row["en"]


def test_quotes_and_figures_stay_and_days_are_translated() -> None:
    assert sentence("“100-million” is 1,000 times too small for “three times higher”.", "uk") == (
        "«100-million» замале для «three times higher»: різниця в 1,000 разів."
    )
    assert "понеділок" in sentence("12 May 2025 is a Monday, not a Sunday.", "uk")


def test_what_nobody_translated_stays_english() -> None:
    assert sentence("This one is new.", "az") == "This one is new."
    assert sentence("The file is empty.", "en") == "The file is empty."
