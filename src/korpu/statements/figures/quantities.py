"""Counts, ratios, per cent and measures: what a number in running text turns out to be."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from korpu.statements.figures.hit import Hit, Scene
from korpu.statements.figures.lexicon import Lexicon
from korpu.statements.figures.money import money_after_number
from korpu.statements.figures.nouns import counted_noun, is_plural, singular_noun
from korpu.statements.figures.numerals import DASHES, Number, at, read_number
from korpu.statements.figures.tokens import Token

_CLOCK = frozenset({"am", "pm", "a.m", "p.m", "o'clock", "o’clock"})
_FRACTIONS = {"quarter": 4, "quarters": 4, "third": 3, "thirds": 3, "fifth": 5, "fifths": 5, "tenth": 10, "tenths": 10}
_MILLION = Decimal(1_000_000)
_LEADS = frozenset({"to", "from", "of", "with", "than", "against", "only", "another", "by"})
_JOINERS = frozenset({"to", "or", "and", "до", "и", "і", "или", "або", "of", "out", "with"})


def quantity(scene: Scene, i: int) -> Hit | None:
    """Read the number at a token and say what it is; None when it is no figure ("Article 6", "one of the")."""
    tokens, lexicon = scene.tokens, scene.lexicon
    number = read_number(tokens, i, lexicon)
    if number is None:
        return _voltages(scene, i)
    number = _in_millions(tokens, number, lexicon)
    if at(tokens, number.end).low in _CLOCK:
        return None
    hit = money_after_number(scene, number) or _with_unit(tokens, number, lexicon)
    if hit:
        return hit
    if _is_name(tokens, number, lexicon):
        return None
    return _shared(scene, number) or _counted(scene, number)


def _in_millions(tokens: Sequence[Token], number: Number, lexicon: Lexicon) -> Number:
    """Take the "m" of "1.1m tonnes" and "40k people" for a factor; "300m pipes" are pipes of 300 metres."""
    after, noun = at(tokens, number.end), at(tokens, number.end + 1)
    if not (number.digits and number.unscaled and after.glued and after.low in ("m", "k") and number.value < 100):
        return number
    if lexicon.units.at(tokens, number.end + 1) or is_plural(noun.low, lexicon):
        return read_number(tokens, number.start, lexicon, money=True) or number
    return number


def _with_unit(tokens: Sequence[Token], number: Number, lexicon: Lexicon) -> Hit | None:
    """Read a unit behind the number: a symbol, a word, or a word joined by a hyphen ("400-kilovolt")."""
    j = number.end
    if at(tokens, j).text in DASHES and at(tokens, j).glued and at(tokens, j + 1).glued:
        j += 1
    found = lexicon.symbols.at(tokens, j, exact=True) or lexicon.units.at(tokens, j)
    if found is None:
        return _fraction(tokens, number)
    (unit, kind), end = found
    if kind == "measure" and len(unit) == 1 and at(tokens, end).text in DASHES | {"'", "’"}:
        return None
    if kind == "time":
        return _hit(number, number.end, "count", unit)
    if kind == "times":
        return _times(tokens, number, end, lexicon)
    return _hit(number, end, kind, unit)


def _voltages(scene: Scene, i: int) -> Hit | None:
    """Read "110/10 kV", the two sides of a transformer, as one measure with the value of the first."""
    tokens = scene.tokens
    if not (tokens[i].text.isdigit() and at(tokens, i + 1).text == "/" and at(tokens, i + 2).text.isdigit()):
        return None
    found = scene.lexicon.symbols.at(tokens, i + 3, exact=True)
    if found is None or found[0][0] != "kV":
        return None
    return Hit(i, found[1], "measure", Decimal(tokens[i].text), "kV")


def _times(tokens: Sequence[Token], number: Number, end: int, lexicon: Lexicon) -> Hit | None:
    """Tell "three times higher" from how often something happens ("three times a week")."""
    after = at(tokens, end).low
    if lexicon.language == "en" and after in (
        "a",
        "an",
        "per",
        "each",
        "every",
        "daily",
        "weekly",
        "in",
        "this",
        "since",
    ):
        return _hit(number, number.end, "count", "times")
    return _hit(number, end, "ratio", "ratio")


def _fraction(tokens: Sequence[Token], number: Number) -> Hit | None:
    j = number.end
    if at(tokens, j).text in DASHES and at(tokens, j).glued:
        j += 1
    whole = _FRACTIONS.get(at(tokens, j).low)
    if whole is None or number.digits or number.value >= whole or at(tokens, j + 1).low not in ("of", "the", ""):
        return None
    share = (number.value / whole).quantize(Decimal("0.0001"))
    return Hit(number.start, j + 1, "ratio", share, "ratio", digits=False)


def _hit(number: Number, end: int, kind: str, unit: str | None) -> Hit:
    return Hit(number.start, end, kind, number.value, unit, scale=number.scale, digits=number.digits)


def _is_name(tokens: Sequence[Token], number: Number, lexicon: Lexicon) -> bool:
    """Say whether the number only names a thing: "Article 6", "No 812", "day one", "Patriot 3", "(2)"."""
    i, j = number.start, number.end
    before, after = at(tokens, i - 1), at(tokens, j)
    if not number.unscaled:
        return False
    if before.text in ("(", "[") and after.text in (")", "]"):
        return True
    if number.digits and after.glued and (after.text == ")" or (i == 0 and after.text == ".")):
        opened = sum((t.text == "(") - (t.text == ")") for t in tokens[:i])
        if opened <= 0 or i == 0:
            return True
    if before.text == "." and at(tokens, i - 2).low in ("no", "nos", "p", "pp", "fig", "art"):
        return True
    if before.text in ("№", "#"):
        return True
    noun = counted_noun(tokens, j, lexicon)
    if before.low in lexicon.roles["identifier"]:
        return noun is None or before.text[0].isupper() or before.low in ("no", "nos", "number", "article", "section")
    return number.digits and noun is None and i > 1 and before.text[:1].isupper() and not before.text.isupper()


def _shared(scene: Scene, number: Number) -> Hit | None:
    """Read a number that shares the unit of the next one: "11 to 38 hours", "10-15 million euros", "3,700 of 4,000"."""
    tokens = scene.tokens
    j = number.end
    joiner = at(tokens, j)
    if joiner.low not in _JOINERS and joiner.text not in DASHES:
        return None
    skip = 2 if joiner.low == "out" and at(tokens, j + 1).low == "of" else 1
    if joiner.low in ("of", "out") and at(tokens, j + skip).low in ("the", "these", "those", "our", "its", "their"):
        skip += 1
    if joiner.low in ("and", "і", "и") and not _opens_range(tokens, number.start):
        return None
    following = read_number(tokens, j + skip, scene.lexicon)
    if following is None:
        return None
    other = quantity(scene, following.start)
    if other is None or not isinstance(other.value, Decimal):
        return None
    if joiner.low in ("of", "out"):
        unit = other.unit if other.kind == "count" else None
        return Hit(number.start, j, "count", number.value, unit, digits=number.digits) if unit else None
    raw = other.value / other.scale
    factor = other.scale if number.unscaled and number.value < max(raw, Decimal(1000)) else Decimal(1)
    if other.kind == "count" and other.unit is None:
        return None
    inferred = "currency" if other.kind == "money" else None
    value = number.value * factor
    return Hit(
        number.start, j, other.kind, value, other.unit, inferred, max(factor, number.scale), digits=number.digits
    )


def _opens_range(tokens: Sequence[Token], i: int) -> bool:
    return any(at(tokens, k).low in ("between", "між", "между") for k in range(i - 3, i))


def _counted(scene: Scene, number: Number) -> Hit | None:
    tokens, lexicon = scene.tokens, scene.lexicon
    j = number.end
    if lexicon.language == "en" and number.value == 1 and not number.digits:
        return _single(scene, number)
    noun = _compound(tokens, number, lexicon) if at(tokens, j).text in DASHES and at(tokens, j).glued else None
    noun = noun or counted_noun(tokens, j, lexicon)
    if noun is None and at(tokens, j).text in DASHES and at(tokens, j).glued and at(tokens, j + 1).glued:
        return None
    if number.scale >= _MILLION and (noun is None or _means_money(tokens, j, lexicon)):
        return _without_currency(scene, number)
    if noun:
        return _hit(number, j, "count", noun)
    return _elliptic(scene, number)


def _compound(tokens: Sequence[Token], number: Number, lexicon: Lexicon) -> str | None:
    """Read "nine-storey" and "30-bed"; after a number word only nouns that are counted so ("two-way" is none)."""
    word = at(tokens, number.end + 1)
    if not word.glued or word.digit or not word.text[:1].islower():
        return None
    if lexicon.language != "en":
        return word.low
    known = word.low in lexicon.roles["compound"]
    return word.low + ("" if word.low.endswith("s") else "s") if known else None


def _means_money(tokens: Sequence[Token], j: int, lexicon: Lexicon) -> bool:
    """Say whether "2.9 million" stands before a word for money, as in "the 2.9 million reconstruction pledge"."""
    return any(at(tokens, k).low in lexicon.roles["moneynoun"] for k in (j, j + 1))


def _without_currency(scene: Scene, number: Number) -> Hit | None:
    """Read "at one billion": money whose currency an earlier sentence named, or which no sentence names."""
    context = scene.context
    if context.currency and context.sentence - context.currency_at <= 4:
        return Hit(
            number.start,
            number.end,
            "money",
            number.value,
            context.currency,
            "currency",
            number.scale,
            digits=number.digits,
        )
    words = scene.lexicon.roles["moneyverb"]
    if any(t.low in words for t in scene.tokens):
        return Hit(number.start, number.end, "money", number.value, None, None, number.scale, digits=number.digits)
    return _hit(number, number.end, "count", None)


def _single(scene: Scene, number: Number) -> Hit | None:
    """Read "one" as a count only where it is set against another number: "two schools and one kindergarten"."""
    tokens, lexicon = scene.tokens, scene.lexicon
    noun = singular_noun(tokens, number.end, lexicon)
    if noun is None or not at(tokens, number.end).text[:1].islower() or is_plural(noun, lexicon):
        return None
    others = [
        t
        for k, t in enumerate(tokens)
        if k != number.start and lexicon.numbers.get(t.low, (0, ""))[1] in ("unit", "teen", "ten")
    ]
    listed = at(tokens, number.start - 1).low in ("and", ",") or at(tokens, number.start - 1).text == ","
    return _hit(number, number.end, "count", noun) if others and listed else None


def _elliptic(scene: Scene, number: Number) -> Hit | None:
    """Read a number whose noun was said before: "ten of which", "seven have opened offices", "31 in the region"."""
    tokens, context = scene.tokens, scene.context
    after = at(tokens, number.end)
    if after.text in ("%", "/", "°") or (after.glued and after.text[:1].isalpha()):
        return None
    before = at(tokens, number.start - 1)
    if before.low in ("aged", "age") or at(tokens, number.start - 2).low == "age":
        return None
    if not number.digits and number.start and tokens[number.start].text[0].isupper() and before.text[:1].isupper():
        return None
    away = context.sentence - context.noun_at
    recent = context.noun if away <= 3 else None
    noun = (recent if away == 0 else None) or _earlier_plural(scene, number.start) or recent
    partitive = after.low in ("of", "з", "із", "из")
    if noun is None and not partitive:
        return None
    if number.digits and not partitive and recent is None and at(tokens, number.start - 1).low not in _LEADS:
        return None
    return Hit(
        number.start, number.end, "count", number.value, noun, scale=number.scale, bare=True, digits=number.digits
    )


def _earlier_plural(scene: Scene, i: int) -> str | None:
    if scene.lexicon.language != "en":
        return None
    stop = scene.lexicon.roles["stop"]
    lows = [t.low for t in scene.tokens[:i]]
    nouns = [k for k, w in enumerate(lows) if w[0].isalpha() and is_plural(w, scene.lexicon) and w not in stop]
    if not nouns:
        return None
    named = next((k for k, w in enumerate(lows[:-1]) if w == "number" and lows[k + 1] == "of"), None)
    return lows[next((k for k in nouns if named is not None and k > named), nouns[-1])]
