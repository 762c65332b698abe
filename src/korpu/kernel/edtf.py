"""EDTF time: read (`parse`), compared (`EdtfTime`), and written for a reader in en, uk, az and ru (`format_time`)."""

from __future__ import annotations

import re

from korpu.kernel.edtf_time import EdtfTime, is_edtf, narrower, parse

__all__ = ["EdtfTime", "format_time", "is_edtf", "narrower", "parse"]

_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "uk": "січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень",
    "az": "yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr",
    "ru": "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
}
_GENITIVE = {
    "uk": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "az": "yanvarın fevralın martın aprelin mayın iyunun iyulun avqustun sentyabrın oktyabrın noyabrın dekabrın",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
}
_SEASONS = {
    "en": ("spring", "summer", "autumn", "winter"),
    "uk": ("весна", "літо", "осінь", "зима"),
    "az": ("yaz", "yay", "payız", "qış"),
    "ru": ("весна", "лето", "осень", "зима"),
}
_SEASONS_GENITIVE = {"uk": ("весни", "літа", "осені", "зими"), "ru": ("весны", "лета", "осени", "зимы")}
_ROMAN = ("I", "II", "III", "IV")
_QUARTER = {"en": "Q{n} {y}", "uk": "{r} квартал {y}", "az": "{y}, {r} rüb", "ru": "{r} квартал {y}"}
_HALF = {"en": "H{n} {y}", "uk": "{r} півріччя {y}", "az": "{y}, {r} yarımil", "ru": "{r} полугодие {y}"}
_TENS = {
    "en": ("early {m} {y}", "mid-{m} {y}", "late {m} {y}"),
    "uk": ("початок {g} {y}", "середина {g} {y}", "кінець {g} {y}"),
    "az": ("{g} əvvəli {y}", "{g} ortası {y}", "{g} sonu {y}"),
    "ru": ("начало {g} {y}", "середина {g} {y}", "конец {g} {y}"),
}
_FROM = {"en": "from {}", "uk": "з {}", "az": "{} tarixindən", "ru": "с {}"}
_UNTIL = {"en": "until {}", "uk": "до {}", "az": "{} tarixinədək", "ru": "до {}"}
_ABOUT = {"en": "about", "uk": "близько", "az": "təxminən", "ru": "около"}
_DECADE = {"en": "{}s", "uk": "{}-ті", "ru": "{}-е"}
# Azerbaijani ordinal endings follow the vowels of the spoken number: otuzuncu, qırxıncı, yüzüncü.
_AZ_ENDING = {"1": "cu", "3": "cu", "4": "cı", "6": "cı", "9": "cı"}


def format_time(text: str, language: str = "en") -> str:
    """Write an EDTF time for a reader; languages other than en, uk, az and ru are written in English.

    >>> format_time("2025-04"), format_time("2025-21"), format_time("2025-04", "uk"), format_time("2025-04", "az")
    ('April 2025', 'spring 2025', 'квітень 2025', 'aprel 2025')
    """
    time = parse(text)
    lang = language if language in _MONTHS else "en"
    if time.precision != "interval" or "/" not in text:
        return _one(text, lang)
    first, last = text.split("/")
    tens = _third_of_month(first, last)
    if tens is not None:
        return _of_month(_TENS[lang][tens], first[:4], int(first[5:7]), lang)
    if last == "..":
        return _FROM[lang].format(_one(first, lang, genitive=True))
    if first == "..":
        return _UNTIL[lang].format(_one(last, lang, genitive=True))
    dash = "–" if re.fullmatch(r"\d{4}/\d{4}", text) else " – "
    return dash.join(_one(part, lang) if part else "?" for part in (first, last))


def _third_of_month(first: str, last: str) -> int | None:
    """0, 1 or 2 when an interval is exactly the first, second or last ten days of one month."""
    if len(first) != 10 or first[:8] != last[:8] or not re.fullmatch(r"[\d-]{10}", first + last[10:]):
        return None
    days, month_end = (int(first[8:]), int(last[8:])), parse(first[:7]).high
    ends = {(1, 10): 0, (11, 20): 1, (21, month_end.day if month_end else 31): 2, (21, 30): 2}
    return ends.get(days)


def _one(text: str, lang: str, *, genitive: bool = False) -> str:
    time = parse(text)
    bare = re.sub(r"[?~%]|T.*", "", text)
    words = _bare(bare, time, lang, genitive=genitive or (time.approximate and lang in ("uk", "ru")))
    if time.approximate:
        words = f"{_ABOUT[lang]} {words}"
    return f"{words} (?)" if time.uncertain else words


def _bare(text: str, time: EdtfTime, lang: str, *, genitive: bool) -> str:
    year, _, rest = text.partition("-")
    if time.precision == "decade" and not rest:
        return _decade(year[:3] + "0", lang)
    if time.precision in ("century", "unknown", "interval") and time.low and time.high:
        return f"{time.low.year:04d}–{time.high.year:04d}"
    if time.precision in ("season", "quarter", "half"):
        return _period(int(rest), year, lang, genitive=genitive)
    if not rest or rest.startswith("XX"):
        return year + ({"uk": " року", "ru": " года"}.get(lang, "") if genitive else "")
    month, _, day = rest.partition("-")
    if "X" in year or "X" in month:
        return text
    if time.precision == "days":
        return _of_month(_TENS[lang][min("012".find(day[0]) % 4, 2)], year, int(month), lang)
    if time.precision == "day":
        return _of_month("{d} {m} {y}" if lang in ("en", "az") else "{d} {g} {y}", year, int(month), lang, int(day))
    return _of_month("{g} {y}" if genitive and lang != "az" else "{m} {y}", year, int(month), lang)


def _of_month(pattern: str, year: str, month: int, lang: str, day: int = 0) -> str:
    name = _MONTHS[lang].split()[month - 1]
    return pattern.format(m=name, g=_GENITIVE[lang].split()[month - 1] if lang in _GENITIVE else name, y=year, d=day)


def _period(code: int, year: str, lang: str, *, genitive: bool) -> str:
    if code < 30:
        names = _SEASONS_GENITIVE.get(lang, _SEASONS[lang]) if genitive else _SEASONS[lang]
        return f"{names[code - 21]} {year}"
    pattern, n = (_QUARTER, code - 32) if code < 40 else (_HALF, code - 39)
    return pattern[lang].format(n=n, r=_ROMAN[n - 1], y=year)


def _decade(year: str, lang: str) -> str:
    if lang != "az":
        return _DECADE[lang].format(year)
    hundreds = "ci" if year.endswith("000") else "cü"
    return f"{year}-{hundreds if year.endswith('00') else _AZ_ENDING.get(year[2], 'ci')} illər"
