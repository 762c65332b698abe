"""The maps of the routes page: before and after in one window, with the services that run and what they carry."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from korpu.drawing.chart import Named, Note, View, Way, chart, view_of
from korpu.drawing.wording import number
from korpu.web.named import named
from korpu.web.ways import days

if TYPE_CHECKING:
    from korpu.app.routes import Answer
    from korpu.corridors.model import Network
    from korpu.corridors.plan import Route
    from korpu.corridors.services import Service

WEEK = 7
SIDE_BY_SIDE = 600
"""Width in pixels of one of two maps beside each other, so that its words stay readable."""


@dataclass(frozen=True)
class Map:
    """One drawn map: its heading, and what turns a pixel of it into a place again (see `View.frame`)."""

    title: str
    drawing: SafeString
    left: str
    top: str
    scale: str


@dataclass(frozen=True)
class Carrier:
    """A service in the window, as words: between what, how often, what it carries in a week, on whose word."""

    id: str
    name: str
    often: str
    carries: str
    hours: str
    source: str
    used: bool


def maps(
    network: Network, answer: Answer, before: Answer | None, running: Sequence[Service], language: str
) -> list[Map]:
    """Return the map of the routes; with a question before it two of the same window: before, and after."""
    sides = [(_("Before"), before), (_("After"), answer)] if before else [("", answer)]
    drawn = [(title, one, _ways(network, one)) for title, one in sides]
    every = [way for _title, _one, ways in drawn for way in ways]
    places = _places(network, [one for _title, one in sides], language)
    view = view_of(every, places, SIDE_BY_SIDE) if before else view_of(every, places)
    left, top, scale = (f"{part:.9g}" for part in view.frame)
    carried = _carried(network, view, running, language)
    found = []
    for title, one, ways in drawn:
        said = _("Map of the ways from %(a)s to %(b)s") % {
            "a": named(one.origin, language), "b": named(one.destination, language)
        }  # fmt: skip
        label = f"{title}: {said}" if title else said
        lines = [*(Way(note.line, "ferry", "service") for note in carried), *ways]
        svg = chart(lines, _places(network, [one], language), label, view, carried)
        found.append(Map(_heading(title, one, language), mark_safe(svg), left, top, scale))  # noqa: S308 - escaped
    return found


def carriers(answer: Answer, running: Sequence[Service], language: str) -> list[Carrier]:
    """Return the services that run on the day, those that the routes use first."""
    from korpu.corridors.told import told  # noqa: PLC0415 - the extra may not be installed

    used = {leg.service for route in answer.plan.routes for leg in route.legs if leg.service}
    return [
        Carrier(
            one.id, told(one.name, language), _("every %(n)s days") % {"n": number(f"{one.every_days:g}", language)},
            capacity(one, language), number(f"{one.hours:.0f}", language) if one.hours else "", one.source,
            one.id in used,
        )
        for one in sorted(running, key=lambda one: (one.id not in used, one.name))
    ]  # fmt: skip


def capacity(one: Service, language: str) -> str:
    """Return what a service carries in a week one way, "" where nobody says."""
    a_week = WEEK / one.every_days
    words = (
        (one.wagons, _("%(n)s wagons a week")),
        (one.trucks, _("%(n)s trucks a week")),
        (one.teu, _("%(n)s TEU a week")),
    )
    return ", ".join(text % {"n": number(f"{much * a_week:.0f}", language)} for much, text in words if much)


def _heading(title: str, one: Answer, language: str) -> str:
    if not title:
        return ""
    if not one.plan.routes:
        return _("%(when)s: no way is left") % {"when": title}
    best = one.plan.routes[0]
    told = {"when": title, "time": days(best.hours, language), "usd": number(f"{best.usd:.0f}", language)}
    return _("%(when)s: %(time)s, %(usd)s USD") % told


def _ways(network: Network, one: Answer) -> list[Way]:
    ranked: tuple[tuple[str, Sequence[Route]], ...] = (("other", one.plan.routes[1:]), ("best", one.plan.routes[:1]))
    return [Way(line, mode, rank) for rank, routes in ranked for line, mode in _lines(network, routes)]


def _lines(network: Network, routes: Sequence[Route]) -> list[tuple[list[list[float]], str]]:
    from korpu.corridors.legs import geometry  # noqa: PLC0415 - numpy is loaded only where routes are shown

    found = {(leg.mode, leg.arcs): leg for route in routes for leg in route.legs}
    return [(geometry(network, leg.arcs), leg.mode) for leg in found.values()]


def _places(network: Network, answers: Sequence[Answer], language: str) -> list[Named]:
    """The ends of the journey, and where its ways change from one mode to another."""
    ends = {name for one in answers for name in (one.origin, one.destination)}
    legs = [leg for one in answers for route in one.plan.routes for leg in route.legs]
    at = {t["name"]: p for t, p in zip(network.terminals, network.terminal_point, strict=True)}
    names = dict.fromkeys([*sorted(ends), *(name for leg in legs for name in (leg.origin, leg.destination))])
    return [
        Named((float(network.lon[at[n]]), float(network.lat[at[n]])), named(n, language), n in ends)
        for n in names
        if n in at
    ]


def _carried(network: Network, view: View, running: Sequence[Service], language: str) -> list[Note]:
    """The lines of services that lie in the window, with what each carries."""
    found = []
    edge_of = {network.services[int(s)]: e for e, s in enumerate(network.service) if s >= 0}
    for one in running:
        line = [[float(lon), float(lat)] for lat, lon in network.drawn(edge_of[one.id])] if one.id in edge_of else []
        if line and view.sees(*line[0]) and view.sees(*line[-1]):
            found.append(Note(line, capacity(one, language)))
    return found
