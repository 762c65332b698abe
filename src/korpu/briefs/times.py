"""When something happened, as a phrase that fits into a sentence: "in April 2025", "у квітні 2025 року"."""

from __future__ import annotations

import re

from korpu.kernel.edtf import format_time, parse
from korpu.kernel.edtf_time import EdtfTime
from korpu.kernel.errors import InputError

_MONTH_IN = {
    language: words.split()
    for language, words in {
        "en": "January February March April May June July August September October November December",
        "uk": "січні лютому березні квітні травні червні липні серпні вересні жовтні листопаді грудні",
        "az": "yanvarında fevralında martında aprelində mayında iyununda iyulunda avqustunda sentyabrında "
        "oktyabrında noyabrında dekabrında",
    }.items()
}
_MONTH_OF = {
    language: words.split()
    for language, words in {
        "uk": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
        "az": "yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr",
    }.items()
}
_SEASON_IN = {
    "en": ("in spring {y}", "in summer {y}", "in autumn {y}", "in winter {y}"),
    "uk": ("навесні {y} року", "влітку {y} року", "восени {y} року", "взимку {y} року"),
    "az": ("{y} ilin yazında", "{y} ilin yayında", "{y} ilin payızında", "{y} ilin qışında"),
}
_TENS = {
    "en": ("in early {m} {y}", "in mid-{m} {y}", "at the end of {m} {y}"),
    "uk": ("на початку {m} {y} року", "у середині {m} {y} року", "наприкінці {m} {y} року"),
    "az": ("{y} ilin {m} ayının əvvəlində", "{y} ilin {m} ayının ortasında", "{y} ilin {m} ayının sonunda"),
}
_AZ_OPEN = {True: ("ildən", "ayından", "tarixindən"), False: ("ilədək", "ayınadək", "tarixinədək")}
_YEAR_IN = {"en": "in {y}", "uk": "у {y} році", "az": "{y} ildə"}
# The ending follows the vowels of the last spoken word of the number: doqquzuncu, altıncı, üçüncü, birinci.
_AZ_DIGIT = dict(zip("0123456789", ("", "ci", "ci", "cü", "cü", "ci", "cı", "ci", "ci", "cu"), strict=True))
_AZ_TEN = dict(zip("0123456789", ("", "cu", "ci", "cu", "cı", "ci", "cı", "ci", "ci", "cı"), strict=True))


def az_year(year: str) -> str:
    """Return a year as an Azerbaijani ordinal.

    >>> az_year("2025"), az_year("2026"), az_year("2030"), az_year("2000")
    ('2025-ci', '2026-cı', '2030-cu', '2000-ci')
    """
    ending = _AZ_DIGIT[year[-1]] or _AZ_TEN[year[-2]] or ("ci" if year.endswith("000") else "cü")
    return f"{year}-{ending}"


def when_phrase(edtf: str | None, language: str = "en") -> str:
    """Return an EDTF time as an adverbial phrase, an empty string when there is none or it cannot be read.

    >>> when_phrase("2025-04"), when_phrase("2025-04", "uk"), when_phrase("2025-04", "az")
    ('in April 2025', 'у квітні 2025 року', '2025-ci ilin aprelində')
    """
    if not edtf:
        return ""
    try:
        time = parse(edtf)
    except InputError:
        return ""
    words = _known(re.sub(r"[?~%]|T.*", "", edtf), time, language)
    if words is None:
        return format_time(edtf, language)
    if not time.approximate:
        return words
    if language == "en":
        return f"around {words.split(' ', 1)[1]}"
    return f"{'приблизно' if language == 'uk' else 'təxminən'} {words}"


def _known(text: str, time: EdtfTime, lang: str) -> str | None:
    if "/" in text:
        return _interval(text, lang)
    year, _, rest = text.partition("-")
    if "X" in year or (time.low is None and time.high is None):
        return None
    shown = az_year(year) if lang == "az" else year
    if not rest or rest.startswith("XX"):
        return _YEAR_IN[lang].format(y=shown)
    if time.precision == "season":
        return _SEASON_IN[lang][int(rest) - 21].format(y=shown)
    if time.precision in ("quarter", "half"):
        return None
    month, _, day = rest.partition("-")
    if not month.isdigit():
        return None
    if time.precision == "days":
        return _tens({"0": 0, "1": 1}.get(day[0], 2), int(month), shown, lang)
    return _day(int(day), int(month), shown, lang) if day.isdigit() else _month(int(month), shown, lang)


def _month(month: int, year: str, lang: str) -> str:
    name = _MONTH_IN[lang][month - 1]
    return {"en": f"in {name} {year}", "uk": f"у {name} {year} року", "az": f"{year} ilin {name}"}[lang]


def _day(day: int, month: int, year: str, lang: str) -> str:
    if lang == "en":
        return f"on {day} {_MONTH_IN['en'][month - 1]} {year}"
    name = _MONTH_OF[lang][month - 1]
    return f"{day} {name} {year} року" if lang == "uk" else f"{day} {name} {year} il tarixində"


def _tens(third: int, month: int, year: str, lang: str) -> str:
    names = {"en": _MONTH_IN["en"], "uk": _MONTH_OF["uk"], "az": _MONTH_OF["az"]}[lang]
    return _TENS[lang][third].format(m=names[month - 1], y=year)


def _open(edge: str, lang: str, *, since: bool) -> str:
    exact = parse(edge).precision
    if lang != "az" or exact not in ("year", "month", "day"):
        return format_time(f"{edge}/.." if since else f"../{edge}", lang)
    precision = ("year", "month", "day").index(exact)
    year, _, rest = edge.partition("-")
    word = _AZ_OPEN[since][precision]
    if precision == 0:
        return f"{az_year(year)} {word}"
    month, _, day = rest.partition("-")
    name = _MONTH_OF["az"][int(month) - 1]
    return f"{az_year(year)} ilin {name} {word}" if precision == 1 else f"{int(day)} {name} {az_year(year)} il {word}"


def _interval(text: str, lang: str) -> str | None:
    first, last = text.split("/")
    if last == ".." or first == "..":
        return _open(first if last == ".." else last, lang, since=last == "..")
    if not first or not last:
        return None
    if len(first) == len(last) == 10 and first[:8] == last[:8]:
        start, end, month_end = int(first[8:]), int(last[8:]), parse(first[:7]).high
        thirds = {(1, 10): 0, (11, 20): 1, (21, month_end.day if month_end else 31): 2, (21, 30): 2}
        if (start, end) in thirds:
            year = az_year(first[:4]) if lang == "az" else first[:4]
            return _tens(thirds[start, end], int(first[5:7]), year, lang)
    years = re.fullmatch(r"(\d{4})/(\d{4})", text)
    if years:
        a, b = years.groups()
        return {"en": f"from {a} to {b}", "uk": f"у {a}–{b} роках", "az": f"{a}–{az_year(b)} illərdə"}[lang]
    return None
