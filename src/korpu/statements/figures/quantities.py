"""What a number in running text turns out to be: money, a measure, a share, a part of a range, a count."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from korpu.statements.figures.counts import counted, is_name
from korpu.statements.figures.hit import Hit, Scene
from korpu.statements.figures.lexicon import Lexicon
from korpu.statements.figures.money import money_after_number
from korpu.statements.figures.no_counts import is_clock
from korpu.statements.figures.nouns import is_plural
from korpu.statements.figures.number import Number
from korpu.statements.figures.numerals import read_number
from korpu.statements.figures.qualifiers import QUALIFYING
from korpu.statements.figures.repeated import said_again
from korpu.statements.figures.tokens import DASHES, Token, at
from korpu.statements.figures.units import voltages, with_unit

_CLOCK = frozenset({"am", "pm", "a.m", "p.m", "o'clock", "o’clock"})
_JOINERS = frozenset({"to", "or", "and", "до", "и", "і", "или", "або", "of", "out", "with"})


def quantity(scene: Scene, i: int) -> Hit | None:
    """Read the number at a token and say what it is; None when it is no figure ("Article 6", "one of the")."""
    tokens, lexicon = scene.tokens, scene.lexicon
    number = read_number(tokens, i, lexicon)
    if number is None:
        return voltages(scene, i)
    number = said_again(tokens, _in_millions(tokens, number, lexicon), lexicon)
    number = _after_sign(tokens, number, lexicon)
    if at(tokens, number.end).low in _CLOCK or is_clock(tokens, number, lexicon):
        return None
    hit = money_after_number(scene, number) or with_unit(tokens, number, lexicon) or _past_qualifier(scene, number)
    if hit:
        return hit
    if is_name(tokens, number, lexicon):
        return None
    return _shared(scene, number) or counted(scene, number)


def _past_qualifier(scene: Scene, number: Number) -> Hit | None:
    """Read "5 milyondan çox manat" and "200-dən artıq ton", where the qualifier stands between number and unit."""
    tokens, j = scene.tokens, number.end
    if scene.lexicon.language != "az":
        return None
    joined = at(tokens, j).text in DASHES and at(tokens, j).glued and at(tokens, j + 1).glued
    j += 2 * joined
    j += 2 * (at(tokens, j).low == "bir" and at(tokens, j + 1).low == "az")
    if not (at(tokens, j).low in QUALIFYING and (joined or tokens[number.end - 1].low.endswith(("n", "a", "ə")))):
        return None
    behind = replace(number, end=j + 1)
    hit = money_after_number(scene, behind) or with_unit(tokens, behind, scene.lexicon)
    return hit if hit and hit.kind in ("money", "measure") and hit.unit else None


def _in_millions(tokens: Sequence[Token], number: Number, lexicon: Lexicon) -> Number:
    """Take the "m" of "1.1m tonnes" and "40k people" for a factor; "300m pipes" are pipes of 300 metres."""
    after, noun = at(tokens, number.end), at(tokens, number.end + 1)
    if not (number.digits and number.unscaled and after.low in ("m", "k") and number.value < 100):
        return number
    if not after.glued and not lexicon.units.at(tokens, number.end + 1):
        return number
    if lexicon.units.at(tokens, number.end + 1) or is_plural(noun.low, lexicon):
        return read_number(tokens, number.start, lexicon, money=True) or number
    return number


def _after_sign(tokens: Sequence[Token], number: Number, lexicon: Lexicon) -> Number:
    """Take the "m" of the second number of "$10-15m" and "€10 to 15m" for a factor, not for metres."""
    joint, sign = at(tokens, number.start - 1), at(tokens, number.start - 3)
    ranged = joint.text in DASHES or joint.low in ("to", "or")
    if not (ranged and number.digits and number.unscaled and at(tokens, number.start - 2).digit):
        return number
    known = sign.text in lexicon.signs or sign.text in lexicon.codes
    return (read_number(tokens, number.start, lexicon, money=True) or number) if known else number


def _shared(scene: Scene, number: Number) -> Hit | None:
    """Read a number that shares the unit of the next one: "11 to 38 hours", "10-15 million euros", "3,700 of 4,000"."""
    tokens = scene.tokens
    j = number.end
    joiner = at(tokens, j)
    if scene.lexicon.language == "az" and (range_end := _turkic_range(scene, number)) is not None:
        return range_end
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


def _turkic_range(scene: Scene, number: Number) -> Hit | None:
    """Read the first number of "2 milyondan 5 milyon dollara" and "1 və ya 2 ay", which has the unit of the second."""
    tokens, j = scene.tokens, number.end
    from_ = tokens[j - 1].low.endswith(("dan", "dən"))
    if at(tokens, j).text in DASHES and at(tokens, j).glued and at(tokens, j + 1).low in ("dan", "dən"):
        from_, j = True, j + 2
    if at(tokens, j).low == "və" and at(tokens, j + 1).low == "ya":
        from_, j = True, j + 2
    following = read_number(tokens, j, scene.lexicon) if from_ else None
    other = quantity(scene, following.start) if following is not None else None
    if other is None or other.kind not in ("money", "measure", "count", "percent") or other.unit is None:
        return None
    inferred = "currency" if other.kind == "money" else None
    return Hit(number.start, number.end, other.kind, number.value, other.unit, inferred, number.scale)


def _opens_range(tokens: Sequence[Token], i: int) -> bool:
    return any(at(tokens, k).low in ("between", "між", "между") for k in range(i - 3, i))
