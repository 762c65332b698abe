"""Routes as a page shows them: rows of a table, legs that unfold, and the map, in the reader's language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from korpu.drawing.wording import number
from korpu.web.labels import label
from korpu.web.named import named

if TYPE_CHECKING:
    from korpu.app.routes import Answer
    from korpu.corridors.legs import Leg
    from korpu.corridors.plan import Route

DAY = 24


@dataclass(frozen=True)
class Row:
    """One route: its figures as words, with their ranges, and its legs."""

    number: int
    time: str
    time_range: str
    usd: str
    usd_range: str
    kg: str
    risk: str
    km: str
    modes: str
    legs: tuple[dict[str, Any], ...]


def rows(answer: Answer, language: str) -> list[Row]:
    """Return the routes of an answer as rows."""
    return [_row(i, one, language) for i, one in enumerate(answer.plan.routes, 1)]


def _row(i: int, one: Route, language: str) -> Row:
    modes = " – ".join(label(leg.mode, "mode") for leg in one.legs)
    return Row(
        i,
        days(one.hours, language),
        _("%(low)s to %(high)s days") % {"low": _day(one.range.p10, language), "high": _day(one.range.p90, language)},
        number(f"{one.usd:.0f}", language),
        _("%(low)s to %(high)s")
        % {"low": number(f"{one.range.usd_low:.0f}", language), "high": number(f"{one.range.usd_high:.0f}", language)},
        number(f"{one.kg:.0f}", language),
        number(f"{one.risk:.0f}", language),
        number(f"{one.km:.0f}", language),
        modes,
        tuple(_leg(leg, language, last=leg is one.legs[-1]) for leg in one.legs),
    )


def _leg(leg: Leg, language: str, *, last: bool) -> dict[str, Any]:
    return {
        "mode": label(leg.mode, "mode"),
        "origin": named(leg.origin, language),
        "destination": named(leg.destination, language),
        "km": number(f"{leg.km:.0f}", language),
        "hours": number(f"{leg.hours:.0f}", language),
        "usd": number(f"{leg.usd:.0f}", language),
        "kg": number(f"{leg.kg:.0f}", language),
        "departs": leg.departs.date().isoformat() if leg.departs else None,
        "borders": ", ".join(bordering(border, language) for border in leg.borders),
        "warnings": leg.warnings,
        "source": leg.source,
        "without": leg.service or leg.destination,
        "without_name": named(leg.destination, language),
        "service": bool(leg.service),
        "last": last,
    }


def bordering(border: str, language: str) -> str:
    """Return a border told by two ISO codes, such as "GE-AZ", by the names of its countries."""
    from korpu.app.routes import country_of  # noqa: PLC0415

    return "–".join(named(country_of(code) or code, language) for code in border.split("-"))


def days(hours: float, language: str) -> str:
    """Return hours as days with one decimal, or as hours where they are less than two days."""
    if hours < 2 * DAY:
        return ngettext("%(n)s hour", "%(n)s hours", round(hours)) % {"n": number(f"{hours:.0f}", language)}
    return _("%(n)s days") % {"n": _day(hours, language)}


def _day(hours: float, language: str) -> str:
    return number(f"{hours / DAY:.1f}", language)


def chosen(answer: Answer, language: str) -> str:
    """Return in a sentence from how many ways the rows were chosen, and whether these are exactly all that count."""
    count = number(str(answer.plan.front), language)
    if not answer.plan.within:
        return _("chosen from all %(n)s ways that none beats in time, money, CO2e and risk") % {"n": count}
    share = number(f"{100 * answer.plan.within:.0f}", language)
    return _("chosen from %(n)s ways; no other is more than %(share)s %% better in time, money, CO2e or risk") % {
        "n": count, "share": share
    }  # fmt: skip


def compared(before: Answer, after: Answer, language: str) -> list[str]:
    """Return in sentences what leaving something out costs: the quickest, the cheapest and the cleanest way, each."""
    if not after.plan.routes:
        return [_("No way is left.")]
    measures: list[tuple[str, Callable[[Route], float], Callable[[float], str]]] = [
        (_("Quickest"), lambda route: route.hours, lambda value: days(value, language)),
        (_("Cheapest"), lambda route: route.usd, lambda value: f"{number(f'{value:.0f}', language)} USD"),
        (_("Least CO2e"), lambda route: route.kg, lambda value: f"{number(f'{value:.0f}', language)} kg"),
        (_("Least risk"), lambda route: route.risk, lambda value: _points(value, language)),
    ]
    told = []
    for name, measure, words in measures:
        old = min((measure(route) for route in before.plan.routes), default=None)
        new = min(measure(route) for route in after.plan.routes)
        was = words(old) if old is not None else _("no way")
        told.append(_("%(what)s: %(was)s before, %(now)s after.") % {"what": name, "was": was, "now": words(new)})
    return told


def _points(value: float, language: str) -> str:
    return ngettext("%(n)s point", "%(n)s points", round(value)) % {"n": number(f"{value:.0f}", language)}
