"""Counts: numbers of things, also where the thing was named before ("ten of which"), and numbers that only name."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from korpu.statements.figures.hit import Hit, Scene
from korpu.statements.figures.lexicon import Lexicon
from korpu.statements.figures.no_counts import of_an_age
from korpu.statements.figures.nouns import counted_noun, is_plural, singular_noun
from korpu.statements.figures.number import Number, of_an_adjective
from korpu.statements.figures.slavic_times import SLAVIC
from korpu.statements.figures.tokens import DASHES, Token, at
from korpu.statements.figures.units import plain_hit

_MILLION = Decimal(1_000_000)
_NEAR = 60
_AHEAD = 8
_YEAR_DIGITS = 4
_OWNED = (
    "onu", "onunu", "ardı", "ardını", "isi", "sini", "üçü", "üçünü", "dördü", "dördünü", "beşi", "beşini", "sı", "sını",
    "kizi", "kizini", "quzu", "quzunu", "onuna", "ləri",
)  # fmt: skip
"""How numbers end that are part of what was named before: "qalan 1,1 milyonu", "dördü"."""
_OF_AN_ACT = (
    "пункт",
    "підпункт",
    "подпункт",
    "статт",
    "стать",
    "частин",
    "розділ",
    "раздел",
    "додат",
    "прилож",
    "абзац",
)
"""How the parts of an act begin in Ukrainian and Russian: the number behind them counts nothing."""
_TOLD_OF = frozenset(
    ["них", "яких", "которых", "було", "было", "лише", "лишь", "только", "тільки", "ще", "еще", "усього", "всього",
     "всего", "уже", "вже", "із", "из", "встановлено", "установлено"]
)  # fmt: skip
_LEADS = frozenset({"to", "from", "of", "with", "than", "against", "only", "another", "by"})


def is_name(tokens: Sequence[Token], number: Number, lexicon: Lexicon) -> bool:
    """Say whether the number only names a thing: "Article 6", "No 812", "day one", "Patriot 3", "(2)"."""
    i, j = number.start, number.end
    before, after = at(tokens, i - 1), at(tokens, j)
    if not number.unscaled:
        return False
    if of_an_age(tokens, number, lexicon):
        return True
    if before.text in ("(", "[") and after.text in (")", "]"):
        return True
    marked = after.text in DASHES and after.glued and at(tokens, j + 1).low in lexicon.calendar["ordinalmark"]
    if lexicon.language == "az" and number.digits and marked:
        return True  # "16-cı əsr"
    if after.low in lexicon.roles["numbered"]:
        return True  # "12 nömrəli məktəb"
    if number.digits and after.glued and (after.text == ")" or (i == 0 and after.text == ".")):
        opened = sum((t.text == "(") - (t.text == ")") for t in tokens[max(0, i - _NEAR) : i])
        if opened <= 0 or i == 0:
            return True
    if before.text == "." and at(tokens, i - 2).low in ("no", "nos", "p", "pp", "fig", "art"):
        return True
    if before.text in ("№", "#"):
        return True
    if lexicon.language in SLAVIC and number.digits and before.low.startswith(_OF_AN_ACT):
        return True
    noun = counted_noun(tokens, j, lexicon) or None
    if before.low in lexicon.roles["identifier"]:
        return noun is None or before.text[0].isupper() or before.low in ("no", "nos", "number", "article", "section")
    if lexicon.language == "az" and before.low.endswith(("da", "də", "dan", "dən", "ya", "yə")):
        return False  # "Yevlaxda 6, Ucarda 9 kənd"
    return number.digits and noun is None and i > 1 and before.text[:1].isupper() and not before.text.isupper()


def counted(scene: Scene, number: Number) -> Hit | None:
    """Read a number as a count: of the noun behind it, of money without a currency, or of a noun said before."""
    tokens, lexicon = scene.tokens, scene.lexicon
    j = number.end
    if lexicon.language == "en" and number.value == 1 and not number.digits:
        return _single(scene, number)
    noun = _compound(tokens, number, lexicon) if at(tokens, j).text in DASHES and at(tokens, j).glued else None
    noun = noun or counted_noun(tokens, j, lexicon)
    if lexicon.language == "az":
        owned = tokens[j - 1].low.endswith(_OWNED)
        if number.scale >= _MILLION and owned:
            return _without_currency(scene, number)
        if noun == "" or (owned and not number.digits and number.value > 1):
            context = scene.context
            return plain_hit(number, j, "count", context.noun if context.sentence == context.noun_at else noun or None)
    joined = at(tokens, j).text in DASHES and at(tokens, j).glued and at(tokens, j + 1).glued
    if noun is None and joined and lexicon.language != "az":
        return None
    if number.scale >= _MILLION and (noun is None or _means_money(tokens, j, lexicon)):
        return _without_currency(scene, number)
    if number.scale > 1 and _adjective(tokens[j - 1], lexicon):
        meant = any(at(tokens, k).low.startswith(_SUMS) for k in (j, j + 1))
        return _without_currency(scene, number) if meant else plain_hit(number, j, "count", None)
    if noun:
        return plain_hit(number, j, "count", noun)
    return _elliptic(scene, number)


_SUMS = (
    "кредит", "грант", "позик", "займ", "транш", "пакет", "контракт", "проєкт", "проект", "програм", "інвест", "инвест",
    "бюджет", "фонд", "kredit", "qrant", "layihə", "müqavilə", "investisiya", "büdcə", "paket",
)  # fmt: skip
"""What an amount of money describes: "100-мільйонний кредит", "100 milyonluq kredit"."""


def _adjective(token: Token, lexicon: Lexicon) -> bool:
    """Say whether a factor is said as an adjective."""
    if lexicon.language == "az":
        return token.low.endswith(("luq", "lıq", "lik", "lük"))
    return lexicon.language in SLAVIC and of_an_adjective(token.low)[1] != ""


def _compound(tokens: Sequence[Token], number: Number, lexicon: Lexicon) -> str | None:
    """Read "nine-storey" and "30-bed"; after a number word only nouns that are counted so ("two-way" is none)."""
    word = at(tokens, number.end + 1)
    if not word.glued or word.digit or not word.text[:1].islower():
        return None
    if lexicon.language == "az":
        return None  # an ending, as in "20-ə yaxın"
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
    before = scene.tokens[max(0, number.start - 3) : number.start]
    if any(t.low in scene.lexicon.roles["population"] for t in before):
        return plain_hit(number, number.end, "count", None)
    if context.large and context.large[0] != "money" and context.sentence - context.large_at <= 1:
        return plain_hit(number, number.end, *context.large)
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
    return plain_hit(number, number.end, "count", None)


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
    return plain_hit(number, number.end, "count", noun) if others and listed else None


def _elliptic(scene: Scene, number: Number) -> Hit | None:
    """Read a number whose noun was said before: "ten of which", "seven have opened offices", "31 in the region"."""
    tokens, context = scene.tokens, scene.context
    after = at(tokens, number.end)
    if number.value % 1:
        return None
    if after.text in ("%", "/", "°") or (after.glued and after.text[:1].isalpha()):
        return None
    if scene.lexicon.language == "az" and (after.text in (",", ";") or after.low in ("isə", "və")):
        shared = _noun_ahead(scene, number.end + 1)
        if shared is not None:
            return plain_hit(number, number.end, "count", shared)
    before = at(tokens, number.start - 1)
    if before.low in ("aged", "age") or at(tokens, number.start - 2).low == "age":
        return None
    if not number.digits and number.start and tokens[number.start].text[0].isupper() and before.text[:1].isupper():
        return None
    away = context.sentence - context.noun_at
    recent = context.noun if away <= 3 else None
    noun = (recent if away == 0 else None) or _earlier_plural(scene, number.start) or recent
    compared = after.low in ("more", "fewer", "less") and at(tokens, number.end + 1).low == "than"
    partitive = compared or number.scale > 1 or after.low in ("of", "з", "із", "из")
    partitive = partitive or (scene.lexicon.language in SLAVIC and number.digits and _told_of(before))
    if noun is None and not partitive:
        return None
    labelled = before.text == ":" and not tokens[number.start].text.startswith("0")  # "Schools rebuilt: 14"
    if number.digits and not partitive and recent is None and before.low not in _LEADS and not labelled:
        return None
    return Hit(
        number.start, number.end, "count", number.value, noun, scale=number.scale, bare=True, digits=number.digits
    )


def _told_of(before: Token) -> bool:
    """Say whether a bare number follows what it is told of: "Для громадян – 70, з них 25", "торік було 55"."""
    return before.text in DASHES or before.text == ":" or before.low in _TOLD_OF


def _noun_ahead(scene: Scene, j: int) -> str | None:
    """Return the noun of the next number, which "Yevlaxda 6, Ucarda 9 kənd" counts too."""
    for k in range(j, min(j + _AHEAD, len(scene.tokens))):
        token = scene.tokens[k]
        if token.text in (";", ".", ":"):
            return None
        if token.digit and len(token.text) < _YEAR_DIGITS:
            noun = counted_noun(scene.tokens, k + 1, scene.lexicon)
            unit = scene.lexicon.units.at(scene.tokens, k + 1) or scene.lexicon.calendar["month"].get(
                at(scene.tokens, k + 1).low
            )
            return noun if noun and not unit else None
    return None


def _earlier_plural(scene: Scene, i: int) -> str | None:
    if scene.lexicon.language != "en":
        return None
    stop = scene.lexicon.roles["stop"]
    lows = [t.low for t in scene.tokens[max(0, i - _NEAR) : i]]
    nouns = [k for k, w in enumerate(lows) if w[0].isalpha() and is_plural(w, scene.lexicon) and w not in stop]
    if not nouns:
        return None
    named = next((k for k, w in enumerate(lows[:-1]) if w == "number" and lows[k + 1] == "of"), None)
    return lows[next((k for k in nouns if named is not None and k > named), nouns[-1])]
