"""Further kinds of statement: rates, running totals, shares of a whole, lengths of time, distances and speeds.

The same rules hold as in `families`: values for which every relation holds, and relations that allow for rounding.
"""

from __future__ import annotations

import random
from datetime import date, timedelta
from decimal import Decimal

from benchmarks._slips.families import Drawn, Slots, currency_of, drawn_sum, mantissa, near, unlike, value_of
from benchmarks._slips.writing import Day, Money


def four(rng: random.Random, lang: str, parts: int) -> Drawn:
    """A sum of money in four parts."""
    currency, style = currency_of(rng), rng.choice((0, 0, 1))
    return drawn_sum(rng, 4, rng.choice((5, 6, 6)), lambda v: Money(v, currency, style))


def split(rng: random.Random, lang: str, parts: int) -> Drawn:
    """Three shares of a whole in per cent, which make a hundred."""
    while True:
        p, q = rng.randint(12, 62), rng.randint(12, 48)
        if all(unlike(n) for n in (p, q, 100 - p - q)) and 100 - p - q > 11:
            break
    return Drawn({"P": p, "Q": q, "R": 100 - p - q}, [lambda s: s["P"] + s["Q"] + s["R"] == 100])


def series(rng: random.Random, lang: str, parts: int) -> Drawn:
    """What was given, what came on top, and what it makes, twice over."""
    currency = currency_of(rng)
    a, b, c = (mantissa(rng) * 10**6 for _ in range(3))
    slots: Slots = {n: Money(v, currency) for n, v in zip("ABCWV", (a, b, c, a + b, a + b + c), strict=True)}

    def holds(s: Slots, one: str, two: str, whole: str) -> bool:
        same: bool = s[one].currency == s[two].currency == s[whole].currency
        return same and near(s[one].value + s[two].value, s[whole].value, "0.01")

    return Drawn(slots, [lambda s: holds(s, "A", "B", "W"), lambda s: holds(s, "W", "C", "V")])


def rated(rng: random.Random, lang: str, parts: int) -> Drawn:
    """An amount, the rate that the words give, and what it makes in the other currency."""
    one, two, low, high = rng.choice((("USD", "AZN", 169, 171), ("EUR", "UAH", 4100, 4700), ("USD", "UAH", 3600, 4200)))
    rate = Decimal(rng.randint(low, high)) / 100
    own = mantissa(rng, 12, 98) * 10**6
    slots: Slots = {"A": Money(own, one), "B": Money(own * rate, two, 1), "r": rate}
    # A currency that slips no longer fits the rate, whose own words name the two.
    fixed = (one, two)

    def converts(s: Slots) -> bool:
        same: bool = (s["A"].currency, s["B"].currency) == fixed
        return same and near(s["A"].value * rate, s["B"].value, "0.01")

    return Drawn(slots, [converts])


def things(rng: random.Random, lang: str, parts: int) -> Drawn:
    """A number of things with so many parts each, and how many that makes."""
    while True:
        number, each = rng.randint(12, 48), rng.randint(12, 36)
        if unlike(number) and unlike(each) and unlike(number * each):
            break
    return Drawn({"N": number, "K": each, "W": number * each}, [lambda s: s["N"] * s["K"] == s["W"]])


def speed(rng: random.Random, lang: str, parts: int) -> Drawn:
    """A distance, how long it takes, and how fast that is."""
    while True:
        hours, fast = rng.randint(12, 38), rng.randint(13, 58)
        if unlike(hours) and unlike(fast):
            break
    return Drawn(
        {"N": hours, "K": fast, "W": hours * fast},
        [lambda s: near(Decimal(s["N"] * s["K"]), Decimal(s["W"]), "0.04")],
    )


def lasting(rng: random.Random, lang: str, parts: int) -> Drawn:
    """Two days and the number of days between them."""
    start = date(rng.choice((2022, 2023)), rng.randint(1, 12), rng.randint(1, 28))
    while True:
        days = rng.randint(24, 97)
        if unlike(days):
            break
    slots: Slots = {"D1": Day(start), "D2": Day(start + timedelta(days=days)), "N": days}

    def lasts(s: Slots) -> bool:
        return abs((s["D2"].day - s["D1"].day).days - s["N"]) <= 1

    return Drawn(slots, [lasts])


def jubilee(rng: random.Random, lang: str, parts: int) -> Drawn:
    """A year in which something began, a later one, and how many years lie between."""
    while True:
        began, years = rng.randint(1991, 2005), rng.randint(12, 19)
        if unlike(years) and began + years < 2025:
            break
    slots: Slots = {"Y": began + years, "N": years, "began": str(began)}
    return Drawn(slots, [lambda s: abs(int(s["Y"]) - began - s["N"]) < 1])


def average(rng: random.Random, lang: str, parts: int) -> Drawn:
    """A whole, the number of those who share it, and what that is for each on average."""
    currency = currency_of(rng)
    while True:
        number, price = rng.randint(12, 98), Decimal(rng.randint(12, 98)) * 1000
        if unlike(number) and unlike(int(price / 1000)):
            break
    slots: Slots = {"N": number, "A": Money(price, currency), "W": Money(price * number, currency)}
    return Drawn(
        slots,
        [lambda s: s["A"].currency == s["W"].currency and near(value_of(s["A"]) * s["N"], value_of(s["W"]), "0.01")],
    )
