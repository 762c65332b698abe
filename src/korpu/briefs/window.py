"""The time a question asks about: since 2025, in 2024, last year, until March; in three languages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from korpu.briefs.lexicon import fold
from korpu.kernel.edtf_time import EdtfTime, parse
from korpu.statements.document import Document

_SINCE = {
    "en": re.compile(r"\b(since|from|after|starting)( the)?( (beginning|start|end) of)?\s*$"),
    "uk": re.compile(r"\b(з|із|від|після|починаючи з)( початку| кінця)?\s*$"),
    "az": re.compile(r"(?!)"),
}
_UNTIL = {
    "en": re.compile(r"\b(until|till|before|by|up to|to|and)( the)?( (beginning|start|end) of)?\s*$"),
    "uk": re.compile(r"\b(до|по|раніше)( початку| кінця)?\s*$"),
    "az": re.compile(r"(?!)"),
}
_AZ_SINCE = re.compile(r"^\s*(\w+(dan|dən)\b|(ayından|tarixindən)|\w+(dan|dən)\s+(bəri|sonra))")
_AZ_UNTIL = re.compile(r"^\s*(\w+(dək|dak)\b|(?!nə\s)\w+(a|ə)\s+(qədər|kimi)|\w+(dan|dən)\s+əvvəl)")
_RELATIVE = {
    "this year": {
        "en": r"\bthis year\b",
        "uk": r"\b(цього року|цей рік|[ув] цьому році)\b",
        "az": r"\bbu il\w*",
    },
    "last year": {
        "en": r"\b(last|previous|past) year\b|\bpast twelve months\b",
        "uk": r"\b(торік|минулого року|[ув] минулому році|минулий рік)\b",
        "az": r"\b(keçən|ötən) il\w*",
    },
    "next year": {
        "en": r"\bnext year\b",
        "uk": r"\b(наступного року|[ув] наступному році)\b",
        "az": r"\bgələn il\w*",
    },
    "this month": {"en": r"\bthis month\b", "uk": r"\bцього місяця\b", "az": r"\bbu ay\w*"},
    "last month": {"en": r"\blast month\b", "uk": r"\bминулого місяця\b", "az": r"\b(keçən|ötən) ay\w*"},
}


@dataclass(frozen=True)
class Window:
    """Days asked about, both ends included; None is an open end. `words` is where the question names them."""

    low: date | None
    high: date | None
    spans: tuple[tuple[int, int], ...] = ()

    def holds(self, time: EdtfTime | None) -> bool:
        """Whether a stated time may lie in the window; an unknown time does not."""
        if time is None or (time.low is None and time.high is None):
            return False
        low, high = time.low or date.min, time.high or date.max
        return low <= (self.high or date.max) and high >= (self.low or date.min)

    def as_edtf(self) -> str:
        """Return the window as an EDTF interval."""
        return f"{self.low.isoformat() if self.low else '..'}/{self.high.isoformat() if self.high else '..'}"


def window_of(question: str, language: str, today: date) -> Window | None:
    """Return the time that a question asks about, None when it names none.

    >>> window_of("What has been delivered since 2025?", "en", date(2026, 1, 1)).as_edtf()
    '2025-01-01/..'
    """
    text = fold(question, language)
    low: date | None = None
    high: date | None = None
    spans: list[tuple[int, int]] = []
    for start, end, time in (*_relative(text, language, today), *_dates(question, language)):
        before, after = text[:start], text[end:]
        since = _SINCE[language].search(before)
        until = _UNTIL[language].search(before)
        joined = text[start:end] + after
        if since or (language == "az" and _ends(joined, end - start, _AZ_SINCE)):
            low = _next(time) if since and "after" in since.group() else time.low
        elif (until and (low is not None or "and" not in until.group())) or (
            language == "az" and _ends(joined, end - start, _AZ_UNTIL)
        ):
            strict = bool(until) and "before" in until.group()  # type: ignore[union-attr]
            high = time.low - timedelta(1) if strict and time.low else time.high
        else:
            low = time.low if low is None else min(low, time.low or low)
            high = time.high if high is None else max(high, time.high or high)
        spans.append((start, end))
    return Window(low, high, tuple(spans)) if spans else None


def _next(time: EdtfTime) -> date | None:
    """Return the day after a stated time."""
    return time.high + timedelta(1) if time.high else None


def _ends(joined: str, length: int, ending: re.Pattern[str]) -> bool:
    """Tell whether the case ending of an Azerbaijani date, or the word after it, says since or until."""
    tail = joined[max(length - 12, 0) : length + 20]
    return any(ending.search(tail[i:]) for i in range(len(tail)) if i == 0 or not tail[i - 1].isalnum())


def _relative(text: str, language: str, today: date) -> list[tuple[int, int, EdtfTime]]:
    month = today.replace(day=1)
    last = month - timedelta(1)
    values = {
        "this year": f"{today.year}", "last year": f"{today.year - 1}", "next year": f"{today.year + 1}",
        "this month": f"{today:%Y-%m}", "last month": f"{last:%Y-%m}",
    }  # fmt: skip
    found: list[tuple[int, int, EdtfTime]] = []
    for name, forms in _RELATIVE.items():
        found += [(m.start(), m.end(), parse(values[name])) for m in re.finditer(forms[language], text)]
    return found


def _dates(question: str, language: str) -> list[tuple[int, int, EdtfTime]]:
    """Read the dates of a question with the grammar that reads statements; bare years where it sees none."""
    from korpu.statements.figures import figures  # noqa: PLC0415
    from korpu.statements.passages import passages  # noqa: PLC0415
    from korpu.statements.sentences import sentences  # noqa: PLC0415

    document = Document(question, language=language)
    parts = passages(document)
    found = [
        (f.start, f.end, parse(f.value))
        for f in figures(document, parts, sentences(document, parts))
        if f.kind == "date" and f.value and not f.inferred
    ]
    for match in re.finditer(r"(?<![\w.,-])(?:19|20)\d\d(?!\d)(?:-?(?:ci|cı|cu|cü)\s+il\w*)?", question):
        if not any(start < match.end() and match.start() < end for start, end, _ in found):
            found.append((match.start(), match.end(), parse(match.group()[:4])))
    return sorted(found, key=lambda one: one[0])
