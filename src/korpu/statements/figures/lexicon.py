"""What the words of a language say about figures, loaded once from the tables in `data`."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from typing import Generic, TypeVar

from korpu.kernel.tables import rows
from korpu.statements.figures.endings import inflected
from korpu.statements.figures.tokens import Token, lower, phrase

T = TypeVar("T")

_RELATED = {"en": ("en",), "az": ("az",), "uk": ("uk", "ru"), "ru": ("ru", "uk")}
LEADING = frozenset({"rs", "kr"})
"""Short names of currencies that may stand before the number, and touch it: "Rs450", "kr 12 million"."""


_DIGIT = re.compile(r"[\d½¼¾]")
_PLAIN = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")


class Phrases(Generic[T]):
    """Words or runs of words, each with what they mean; the longest that fits is found."""

    def __init__(self) -> None:
        self._by_word: dict[str, dict[tuple[str, ...], T]] = {}
        self._sorted: dict[str, tuple[tuple[tuple[str, ...], T], ...]] = {}

    def add(self, words: tuple[str, ...], meaning: T, *, last: bool = False) -> None:
        """File a phrase under its first word, or under its last one for looking back; the first meaning holds."""
        word = words[-1] if last else words[0]
        self._by_word.setdefault(word, {}).setdefault(words, meaning)
        self._sorted.pop(word, None)

    def _under(self, word: str) -> tuple[tuple[tuple[str, ...], T], ...]:
        """Return the phrases filed under a word, the longest first."""
        if word not in self._by_word:
            return ()
        if word not in self._sorted:  # sorted when first asked for: most words of the tables never are
            self._sorted[word] = tuple(sorted(self._by_word[word].items(), key=lambda item: -len(item[0])))
        return self._sorted[word]

    def words(self) -> Iterator[str]:
        """Return the words under which phrases are filed."""
        return iter(self._by_word)

    def at(self, tokens: Sequence[Token], i: int, *, exact: bool = False) -> tuple[T, int] | None:
        """Return the meaning of the longest phrase that starts at a token, and the index past it."""
        if i >= len(tokens):
            return None
        for words, meaning in self._under(tokens[i].text if exact else tokens[i].low):
            j = i + len(words)
            if len(words) == 1:
                return meaning, j
            if j <= len(tokens) and all(
                (t.text if exact else t.low) == w for t, w in zip(tokens[i:j], words, strict=True)
            ):
                return meaning, j
        return None

    def before(self, tokens: Sequence[Token], i: int) -> tuple[T, int] | None:
        """Return the meaning of the longest phrase that ends right before a token, and the index where it starts."""
        if i <= 0:
            return None
        for words, meaning in self._under(tokens[i - 1].low):
            start = i - len(words)
            if start >= 0 and all(t.low == w for t, w in zip(tokens[start:i], words, strict=True)):
                return meaning, start
        return None


Currencies = tuple[tuple[str, str], ...]
"""What a currency word may mean: (code, adjective that picks it); an empty adjective is the usual meaning."""


class Lexicon:
    """The tables of one language as the grammar asks for them."""

    def __init__(self, language: str) -> None:
        self.language = language
        related = _RELATED.get(language, ("en",))
        self.numbers: dict[str, tuple[Decimal, str]] = {}
        for row in _rows("numbers", (*related, "*")):
            for form in self._forms(row):
                self.numbers.setdefault(form, (Decimal(row["value"]), row["role"]))
        self.calendar: dict[str, dict[str, int | str]] = defaultdict(dict)
        for row in _rows("calendar", related):
            value = row["value"]
            number = int(value) if value.lstrip("-").isdigit() else value
            self.calendar[row["kind"]].setdefault(lower(row["form"], language), number)
        self.ordinals = {
            form: Decimal(row["value"]) for row in _rows("ordinals", (language,)) for form in self._forms(row)
        }
        self.ratios = {lower(r["form"], language): (Decimal(r["value"]), r["kind"]) for r in _rows("ratios", related)}
        self._load_units(related)
        self._load_currencies(related)
        self._load_surroundings(related)
        self.starts = self._starts()

    def _forms(self, row: dict[str, str]) -> Iterator[str]:
        """Yield the forms that a row stands for: Azerbaijani words take endings by rule, the others are spelled out."""
        form = lower(row["form"], self.language)
        if self.language != "az" or row["language"] != "az":
            yield form
            return
        *before, last = form.split(" ")
        for bent in inflected(last) if len(last) > 1 and last not in ("bir", "on") else (last,):
            if bent == last or bent not in _pronouns():
                yield " ".join([*before, bent])

    def _load_units(self, related: tuple[str, ...]) -> None:
        self.units: Phrases[tuple[str, str]] = Phrases()
        self.symbols: Phrases[tuple[str, str]] = Phrases()
        for row in _rows("units", (*related, "symbol")):
            if row["language"] == "symbol" or row["kind"] == "symbol":
                kind = "measure" if row["kind"] == "symbol" else row["kind"]
                self.symbols.add(tuple(_exact(row["form"])), (row["unit"], kind))
            else:
                for form in self._forms(row):
                    self.units.add(phrase(form, self.language), (row["unit"], row["kind"]))

    def _load_currencies(self, related: tuple[str, ...]) -> None:
        self.codes: dict[str, str] = {}
        self.signs: dict[str, str] = {}
        self.prefixes: dict[str, str] = {}
        meanings: dict[tuple[str, ...], list[tuple[str, str]]] = defaultdict(list)
        tables = {"code": self.codes, "symbol": self.signs, "prefix": self.prefixes}
        for row in _rows("currencies", (*related, *tables)):
            if row["language"] in tables:
                tables[row["language"]][row["form"]] = row["currency"]
                continue
            for spelled in self._forms(row):
                form = phrase(spelled, self.language)
                for adjective in row["adjectives"].split("|"):
                    meanings[form].append((row["currency"], adjective))
                    if adjective:
                        words = phrase(adjective, self.language)
                        meanings[words + form].append((row["currency"], ""))
                        meanings[form + words].append((row["currency"], ""))
        self.money: Phrases[Currencies] = Phrases()
        for form, found in meanings.items():
            self.money.add(form, tuple(found))

    def _load_surroundings(self, related: tuple[str, ...]) -> None:
        self.idioms: Phrases[bool] = Phrases()
        self.roles: dict[str, set[str]] = defaultdict(set)
        for row in _rows("surroundings", related):
            if row["role"] == "idiom":
                self.idioms.add(phrase(row["form"], self.language), True)
            else:
                self.roles[row["role"]].add(lower(row["form"], self.language))
        self.before: Phrases[str] = Phrases()
        self.after: Phrases[str] = Phrases()
        for row in _rows("qualifiers", (*related, "*")):
            side = row["side"] == "before"
            table = self.before if side else self.after
            table.add(phrase(row["form"], self.language), row["qualifier"], last=side)

    def _starts(self) -> frozenset[str]:
        """Collect every word at which a figure may begin."""
        words = {w for w, (_, role) in self.numbers.items() if role not in ("and", "article", "letter", "half_after")}
        for kind in ("month", "weekday", "season", "part", "nth", "relative", "day", "yearday", "anchored", "reckoned"):
            words.update(self.calendar[kind])
            if self.language == "az":
                words.update(form for word in self.calendar[kind] for form in inflected(word))
        if self.language == "az":
            words.update(w for w, (_, role) in self.numbers.items() if role == "half_after")
        return frozenset({*words, *LEADING, *self.ordinals, *self.ratios})

    def holds_figures(self, text: str) -> bool:
        """Say whether a sentence may hold a figure at all; most do not, and are not looked at further."""
        if _DIGIT.search(text):
            return True
        return not self.starts.isdisjoint(_PLAIN.findall(lower(text, self.language)))


def _exact(form: str) -> list[str]:
    from korpu.statements.figures.tokens import tokenize  # noqa: PLC0415

    return [t.text for t in tokenize(form, "en")]


@cache
def _table(name: str) -> tuple[dict[str, str], ...]:
    return tuple(rows("korpu.statements", f"data/{name}.csv"))


def _rows(name: str, languages: Sequence[str]) -> Iterator[dict[str, str]]:
    """Return the rows of a table for some languages, those of the first language first."""
    rank = {language: i for i, language in enumerate(languages)}
    found = [row for row in _table(name) if row["language"] in rank]
    return iter(sorted(found, key=lambda row: rank[row["language"]]))


@cache
def _pronouns() -> frozenset[str]:
    """Return words that only look like a number with an ending: "onun" is "his", "altında" is "under"."""
    return frozenset(row["form"] for row in _rows("surroundings", ("az",)) if row["role"] == "pronoun")


@cache
def lexicon(language: str) -> Lexicon:
    """Return the compiled tables of a language; one without tables is read with the English ones."""
    return Lexicon(language if language in _RELATED else "en")
