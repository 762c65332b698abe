"""Figures and dates as statements write them, in four languages."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal


def _words(text: str) -> list[str]:
    return text.split()


MONTHS = {
    "en": _words("January February March April May June July August September October November December"),
    "uk": _words("січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня"),
    "uk_loc": _words("січні лютому березні квітні травні червні липні серпні вересні жовтні листопаді грудні"),
    "az": _words("yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr"),
    "az_loc": _words(
        "yanvarında fevralında martında aprelində mayında iyununda iyulunda avqustunda sentyabrında oktyabrında "
        "noyabrında dekabrında"
    ),
    "ru": _words("января февраля марта апреля мая июня июля августа сентября октября ноября декабря"),
    "ru_loc": _words("январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре"),
}
WEEKDAYS = {
    "en": _words("Monday Tuesday Wednesday Thursday Friday Saturday Sunday"),
    "uk": ["у понеділок", "у вівторок", "у середу", "у четвер", "у п’ятницю", "у суботу", "у неділю"],
    "ru": ["в понедельник", "во вторник", "в среду", "в четверг", "в пятницу", "в субботу", "в воскресенье"],
}
CURRENCIES = {
    "en": {"USD": "US dollars", "EUR": "euros", "UAH": "hryvnias", "AZN": "manats", "PLN": "zlotys"},
    "uk": {"USD": "доларів США", "EUR": "євро", "UAH": "гривень", "AZN": "манатів", "PLN": "злотих"},
    "ru": {"USD": "долларов США", "EUR": "евро", "UAH": "гривен", "AZN": "манатов", "PLN": "злотых"},
    "az": {"USD": "ABŞ dolları", "EUR": "avro", "UAH": "qrivna", "AZN": "manat", "PLN": "zlotı"},
}
AZ_CASES = {
    "abl": {"USD": "ABŞ dollarından", "EUR": "avrodan", "UAH": "qrivnadan", "AZN": "manatdan", "PLN": "zlotıdan"},
    "dat": {"USD": "ABŞ dollarına", "EUR": "avroya", "UAH": "qrivnaya", "AZN": "manata", "PLN": "zlotıya"},
    "gen": {"USD": "ABŞ dollarının", "EUR": "avronun", "UAH": "qrivnanın", "AZN": "manatın", "PLN": "zlotının"},
}
AZ_YEAR = {"1": "ci", "2": "ci", "3": "cü", "4": "cü", "5": "ci", "6": "cı", "7": "ci", "8": "ci", "9": "cu", "0": "cı"}
SCALES = {
    "en": (("billion", 9), ("million", 6), ("thousand", 3)),
    "uk": (("млрд", 9), ("млн", 6), ("тис.", 3)),
    "ru": (("млрд", 9), ("млн", 6), ("тыс.", 3)),
    "az": (("milyard", 9), ("milyon", 6), ("min", 3)),
}
SYMBOLS = {"USD": "$", "EUR": "€"}


@dataclass(frozen=True)
class Money:
    """An amount in a currency; `style` picks how it is written: words, full digits, or a code or sign in front."""

    value: Decimal
    currency: str
    style: int = 0

    def write(self, lang: str, case: str | None = None) -> str:
        """Write it; `case` is an Azerbaijani case."""
        if lang == "az":
            name = AZ_CASES[case][self.currency] if case else CURRENCIES["az"][self.currency]
            return f"{self._number(lang)} {name}"
        if lang == "en" and self.style == 2:
            sign = SYMBOLS.get(self.currency)
            return f"{sign}{self._number(lang)}" if sign else f"{self.currency} {self._number(lang)}"
        return f"{self._number(lang)} {CURRENCIES[lang][self.currency]}"

    def _number(self, lang: str) -> str:
        if self.style != 1 or self.value >= 10**9:
            for word, power in SCALES[lang]:
                if self.value >= 10**power and (power >= 6 or self.value % 1000 == 0):
                    return f"{plain(self.value / Decimal(10) ** power, lang)} {word}"
        return grouped(self.value, lang)


@dataclass(frozen=True)
class Day:
    """A date, written with its day or as a month, with or without what leads it in."""

    day: date
    exact: bool = True
    style: int = 0

    @property
    def first(self) -> date:
        """The first day that it may mean."""
        return self.day if self.exact else self.day.replace(day=1)

    @property
    def last(self) -> date:
        """The last day that it may mean."""
        if self.exact:
            return self.day
        following = (self.day.month % 12) + 1
        return date.fromordinal(date(self.day.year + (self.day.month == 12), following, 1).toordinal() - 1)

    def led(self, lang: str) -> str:
        """Write it with its preposition: "on 12 March 2024", "у березні 2024 року"."""
        d, year = self.day, self.day.year
        if lang == "en":
            return ("on " if self.exact else "in ") + self.bare(lang)
        if lang == "az":
            start = f"{year}-{year_ending(year)} il"
            month = MONTHS["az" if self.exact else "az_loc"][d.month - 1]
            return f"{d.day} {month} {start} tarixində" if self.exact else f"{start}in {month}"
        if self.exact:
            return self.bare(lang)
        month = MONTHS[f"{lang}_loc"][d.month - 1]
        return f"{'у' if lang == 'uk' else 'в'} {month} {year} {'року' if lang == 'uk' else 'года'}"

    def bare(self, lang: str, case: str | None = None) -> str:
        """Write it without a preposition: "12 March 2024", "12 березня 2024 року"."""
        d, year = self.day, self.day.year
        if lang == "en":
            month = MONTHS["en"][d.month - 1]
            if not self.exact:
                return f"{month} {year}"
            return f"{month} {d.day}, {year}" if self.style == 1 else f"{d.day} {month} {year}"
        if lang == "az":
            tail = {"abl": " tarixindən", "dat": " tarixinə"}.get(case or "", "")
            start = f"{year}-{year_ending(year)} il"
            return f"{d.day} {MONTHS['az'][d.month - 1]} {start}{tail}" if self.exact else start
        word = "року" if lang == "uk" else "года"
        return f"{d.day} {MONTHS[lang][d.month - 1]} {year} {word}"


def year_ending(year: int) -> str:
    """Return the ending that an Azerbaijani year takes when it is read as an ordinal."""
    tens = {"20": "ci", "30": "cu", "10": "cu"}
    return tens.get(str(year)[2:], AZ_YEAR[str(year)[-1]]) if year % 10 == 0 else AZ_YEAR[str(year)[-1]]


def plain(value: Decimal, lang: str) -> str:
    """Write a number with the decimal mark of the language."""
    text = f"{value.normalize():f}"
    return text if lang == "en" else text.replace(".", ",")


def grouped(value: Decimal, lang: str) -> str:
    """Write a whole number with thousands marks."""
    text = f"{int(value):,}"
    return text if lang == "en" else text.replace(",", " ")


def restyled(money: Money, rng: random.Random) -> Money:
    """Return the same amount, written another way."""
    return replace(money, style=rng.choice((0, 0, 0, 1, 2)))
