"""What each kind of statement asserts: its figures, and the relations between them that a slip may break.

A relation is a test on the values as written. `families` draws values for which all relations hold; a slip that leaves
them all intact cannot be noticed by anybody, and is not checkable. Relations allow for rounding: sums and products one
per cent, shares and percentages one point or a tenth, multiples a tenth, conversions a quarter.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from benchmarks._slips.writing import WEEKDAYS, Day, Money

Slots = dict[str, Any]
Relation = Callable[[Slots], bool]

TIMES = {"en": {2: "doubled", 3: "tripled", 4: "quadrupled"},
         "uk": {2: "удвічі", 3: "втричі", 4: "вчетверо", 5: "у п’ять разів"},
         "ru": {2: "вдвое", 3: "втрое", 4: "вчетверо", 5: "в пять раз"},
         "az": {2: "iki", 3: "üç", 4: "dörd", 5: "beş"}}  # fmt: skip
EN_TIMES = {2: "two", 3: "three", 4: "four", 5: "five"}

# Units of a currency for a US dollar, year's averages rounded from the IMF's exchange rate archives.
PER_DOLLAR = {
    ("AZN", 2022): "1.70", ("AZN", 2023): "1.70", ("AZN", 2024): "1.70", ("UAH", 2022): "32.3", ("UAH", 2023): "36.6",
    ("UAH", 2024): "40.2", ("EUR", 2022): "0.951", ("EUR", 2023): "0.925", ("EUR", 2024): "0.924",
    ("PLN", 2022): "4.46", ("PLN", 2023): "4.20", ("PLN", 2024): "3.98",
}  # fmt: skip


@dataclass
class Drawn:
    """Values for the slots of a template, the relations that hold between them, and what a ledger knows before.

    `ledger` holds (year or day, amount, currency) of the same metric, oldest first; `metric` says which one.
    """

    slots: Slots
    relations: list[Relation] = field(default_factory=list)
    ledger: list[tuple[str, Decimal, str]] = field(default_factory=list)
    metric: str | None = None
    published: date = date(2025, 3, 1)


def near(one: Decimal, two: Decimal, room: str) -> bool:
    """Tell whether two numbers are the same but for rounding."""
    return abs(one - two) <= abs(two) * Decimal(room)


def currency_of(rng: random.Random) -> str:
    return rng.choice(("USD", "EUR", "USD", "UAH", "AZN", "PLN"))


def mantissa(rng: random.Random, low: int = 11, high: int = 97) -> Decimal:
    """A number of two unlike digits or three, so that swapping them changes it."""
    while True:
        number = Decimal(rng.randint(low, high))
        if rng.random() < 0.4:
            number /= 10
        text = f"{number.normalize():f}".replace(".", "")
        if len(set(text)) > 1 and not text.endswith("0"):
            return number


def drawn_sum(rng: random.Random, parts: int, power: int, unit: Callable[[Decimal], Any]) -> Drawn:
    own = [mantissa(rng) * 10**power for _ in range(parts)]
    names = "ABCD"[:parts]
    slots: Slots = {"W": unit(sum(own, Decimal(0))), **{n: unit(v) for n, v in zip(names, own, strict=True)}}

    def adds_up(s: Slots) -> bool:
        values = [s[n] for n in names]
        whole = s["W"]
        one_unit = not isinstance(whole, Money) or {v.currency for v in values} == {whole.currency}
        return one_unit and near(sum((value_of(v) for v in values), Decimal(0)), value_of(whole), "0.01")

    return Drawn(slots, [adds_up])


def value_of(value: Any) -> Decimal:
    return value.value if isinstance(value, Money) else Decimal(value)


def sum_money(rng: random.Random, lang: str, parts: int) -> Drawn:
    """A sum of money and its parts."""
    currency, style = currency_of(rng), rng.choice((0, 0, 1))
    return drawn_sum(rng, parts, rng.choice((5, 6, 6)), lambda v: Money(v, currency, style))


def sum_count(rng: random.Random, lang: str, parts: int) -> Drawn:
    """A number of things and its parts."""
    while True:
        own = [rng.randint(12, 98) for _ in range(parts)]
        whole = sum(own)
        if all(unlike(n) for n in (*own, whole)):
            break
    slots: Slots = {"W": whole, **dict(zip("ABC", own, strict=False))}
    names = "ABCD"[:parts]
    return Drawn(slots, [lambda s: sum(s[n] for n in names) == s["W"]])


def unlike(number: int) -> bool:
    text = str(number)
    return len(set(text)) > 1 and not text.endswith("0")


def share(rng: random.Random, lang: str, parts: int) -> Drawn:
    """A part, a whole, and the per cent that the one is of the other."""
    currency = currency_of(rng)
    percent = rng.choice((12, 15, 24, 25, 32, 35, 45, 48, 62, 65, 72, 75, 84))
    whole = Decimal(rng.choice((20, 40, 50, 80, 120, 150, 240, 360))) * 10**6
    part = whole * percent / 100
    slots: Slots = {"A": Money(part, currency), "W": Money(whole, currency), "P": percent}
    return Drawn(
        slots,
        [lambda s: _same(s["A"], s["W"]) and abs(100 * value_of(s["A"]) / value_of(s["W"]) - s["P"]) <= _point(s["P"])],
    )


def _point(percent: Any) -> Decimal:
    return max(Decimal(1), Decimal(percent) / 10)


def _same(one: Money, two: Money) -> bool:
    return one.currency == two.currency


def ratio(rng: random.Random, lang: str, parts: int) -> Drawn:
    """Two amounts and how many times the later is the earlier."""
    currency, times = currency_of(rng), rng.choice((2, 3, 4) if lang == "en" else (2, 3, 4, 5))
    old = mantissa(rng) * 10**6
    words = EN_TIMES[times] if lang == "en" else TIMES[lang][times]
    slots: Slots = {
        "A": Money(old, currency), "B": Money(old * times, currency), "times": words, "grew": TIMES[lang][times]
    }  # fmt: skip

    def holds(s: Slots) -> bool:
        quotient = value_of(s["B"]) / value_of(s["A"])
        # "Three times more" is read as three times as much or as four times as much.
        return _same(s["A"], s["B"]) and any(near(quotient, Decimal(t), "0.1") for t in (times, times + 1))

    return Drawn(slots, [holds])


def percent(rng: random.Random, lang: str, parts: int) -> Drawn:
    """Two amounts and by how many per cent the later is more."""
    currency, change = currency_of(rng), rng.choice((12, 15, 18, 20, 25, 35, 40, 60))
    old = Decimal(rng.choice((150, 240, 250, 320, 360, 450, 480))) * 10**6
    slots: Slots = {"A": Money(old, currency), "B": Money(old * (100 + change) / 100, currency), "P": change}
    return Drawn(
        slots,
        [
            lambda s: (
                _same(s["A"], s["B"])
                and abs(100 * (value_of(s["B"]) / value_of(s["A"]) - 1) - s["P"]) <= _point(s["P"])
            )
        ],
    )


def conversion(rng: random.Random, lang: str, parts: int) -> Drawn:
    """An amount, and the same in dollars at the rate of the year."""
    currency, year = rng.choice(("AZN", "UAH", "EUR", "PLN")), rng.choice((2022, 2023, 2024))
    per = Decimal(PER_DOLLAR[currency, year])
    own = mantissa(rng, 12, 98) * 10**6
    dollars = (own / per * Decimal(str(rng.uniform(0.99, 1.01))) / 10**4).quantize(Decimal(1)) * 10**4
    slots: Slots = {"A": Money(own, currency), "B": Money(dollars, "USD")}

    def converts(s: Slots) -> bool:
        a, b = s["A"], s["B"]
        first = value_of(a) / _per(a.currency, year)
        return a.currency != b.currency and near(first, value_of(b) / _per(b.currency, year), "0.25")

    return Drawn(slots, [converts], published=date(year, 9, 14))


def _per(currency: str, year: int) -> Decimal:
    return Decimal(1) if currency == "USD" else Decimal(PER_DOLLAR[currency, year])


def product(rng: random.Random, lang: str, parts: int) -> Drawn:
    """A number of things, the price of each, and what they cost together."""
    currency = currency_of(rng)
    while True:
        number, price = rng.randint(12, 98), Decimal(rng.randint(12, 98)) * 1000
        if unlike(number) and unlike(int(price / 1000)):
            break
    slots: Slots = {"N": number, "A": Money(price, currency), "W": Money(price * number, currency, 1)}
    return Drawn(slots, [lambda s: _same(s["A"], s["W"]) and near(value_of(s["A"]) * s["N"], value_of(s["W"]), "0.01")])


def change(rng: random.Random, lang: str, parts: int) -> Drawn:
    """An amount, what was added, and what it came to."""
    currency = currency_of(rng)
    return drawn_sum(rng, 2, 6, lambda v: Money(v, currency))


def again(rng: random.Random, lang: str, parts: int) -> Drawn:
    """An amount that is said again; a slip changes only one of the two mentions."""
    amount = Money(mantissa(rng) * 10**6, currency_of(rng), rng.choice((0, 0, 1)))
    return Drawn(
        {"A": amount, "A2": amount}, [lambda s: (s["A"].value, s["A"].currency) == (s["A2"].value, s["A2"].currency)]
    )


def rest(rng: random.Random, lang: str, parts: int) -> Drawn:
    """A number of things, how many are done and how many remain."""
    return sum_count(rng, lang, 2)


def order(rng: random.Random, lang: str, parts: int) -> Drawn:
    """Two dates, of which the first must come first."""
    start = date(rng.choice((2022, 2023)), rng.randint(1, 12), rng.randint(1, 28))
    first = Day(start, rng.random() < 0.6)
    second = Day(start + timedelta(days=rng.randint(70, 420)), rng.random() < 0.6)
    slots: Slots = {"D1": first, "D2": second}
    return Drawn(slots, [_ordered, _past("D1"), _past("D2")], published=date(2025, 3, 1))


def _ordered(s: Slots) -> bool:
    return not s["D2"].last < s["D1"].first


def _past(name: str) -> Relation:
    return lambda s: not s[name].first > date(2025, 3, 1)


def period(rng: random.Random, lang: str, parts: int) -> Drawn:
    """A period, which must end after it begins."""
    drawn = order(rng, lang, parts)
    drawn.slots = {n: Day(d.day) for n, d in drawn.slots.items()}
    drawn.relations = [_ordered]
    return drawn


def done(rng: random.Random, lang: str, parts: int) -> Drawn:
    """Something told as done, which must lie before the day of publication."""
    day = date(2025, 3, 1) - timedelta(days=rng.randint(20, 500))
    return Drawn({"D1": Day(day, rng.random() < 0.7)}, [_past("D1")], published=date(2025, 3, 1))


def coming(rng: random.Random, lang: str, parts: int) -> Drawn:
    """Something told as to come, which must lie after the day of publication."""
    day = date(2025, 3, 1) + timedelta(days=rng.randint(60, 500))
    ahead: Relation = lambda s: not s["D1"].last < date(2025, 3, 1)  # noqa: E731
    return Drawn({"D1": Day(day, rng.random() < 0.5)}, [ahead], published=date(2025, 3, 1))


def weekday(rng: random.Random, lang: str, parts: int) -> Drawn:
    """A day of the week beside its date."""
    day = date(2025, 2, 20) - timedelta(days=rng.randint(0, 300))
    named = WEEKDAYS[lang][day.weekday()]
    slots: Slots = {"D1": Day(day), "weekday": named}
    return Drawn(slots, [lambda s: WEEKDAYS[lang][s["D1"].day.weekday()] == named, _past("D1")])


def total(rng: random.Random, lang: str, parts: int) -> Drawn:
    """A running total, which a ledger knows for earlier days and for a later one."""
    currency = rng.choice(("USD", "EUR"))
    base = mantissa(rng, 31, 64)
    while base < 20:
        base = mantissa(rng, 31, 64)
    now = base * 10**6
    ledger = [
        ("2023-06-30", (now * Decimal("0.7")).quantize(Decimal(10**5)), currency),
        ("2024-09-30", (now * Decimal("0.9")).quantize(Decimal(10**5)), currency),
        ("2025-08-31", (now * Decimal("1.1")).quantize(Decimal(10**5)), currency),
    ]

    def fits(s: Slots) -> bool:
        # In another currency it must lie between its neighbours at the rate of the year, with a quarter to spare.
        room = Decimal(0) if s["W"].currency == currency else Decimal("0.25")
        value = value_of(s["W"]) * _per(currency, 2024) / _per(s["W"].currency, 2024)
        return ledger[1][1] * (1 - room) <= value <= ledger[2][1] * (1 + room)

    return Drawn({"W": Money(now, currency)}, [fits], ledger, "total", date(2025, 3, 1))


def yearly(rng: random.Random, lang: str, parts: int) -> Drawn:
    """A figure of one year that a ledger knows from another source, and figures of the years around."""
    currency, year = "USD", rng.choice((2021, 2022, 2023))
    values = {y: mantissa(rng, 23, 97) * 10**7 for y in range(year - 1, year + 2)}
    while len(set(values.values())) < 3 or any(near(values[year], values[y], "0.1") for y in values if y != year):
        values = {y: mantissa(rng, 23, 97) * 10**7 for y in values}
    ledger = [(str(y), v, currency) for y, v in values.items()]

    def fits(s: Slots) -> bool:
        known = values.get(int(s["Y"]))
        value = value_of(s["W"]) * _per(currency, 2023) / _per(s["W"].currency, 2023)
        return known is None or near(value, known, "0.001" if s["W"].currency == currency else "0.25")

    return Drawn({"W": Money(values[year], currency), "Y": year}, [fits], ledger, "yearly", date(2025, 3, 1))


def loose(rng: random.Random, lang: str, parts: int) -> Drawn:
    """Figures that nothing else in the statement depends on."""
    day = Day(date(2024, rng.randint(1, 12), rng.randint(1, 28)))
    return Drawn(
        {"A": Money(mantissa(rng) * 10**6, currency_of(rng)), "N": rng.randint(120, 980), "D1": day}, [_past("D1")]
    )
