"""What a reader may leave out of the routes, as a list to choose from, and what a choice is called."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from korpu.drawing.wording import number
from korpu.web.labels import label
from korpu.web.named import named
from korpu.web.ways import bordering

if TYPE_CHECKING:
    from collections.abc import Sequence

    from korpu.app.routes import Answer
    from korpu.corridors.closures import Closure
    from korpu.corridors.model import Network

_BORDER = re.compile(r"[A-Z]{2}-[A-Z]{2}")
Group = tuple[str, list[tuple[str, str]]]
"""A heading and its choices, each a value and what it is called."""


def choices(answer: Answer, left_out: Sequence[str], language: str) -> list[Group]:
    """Return what of an answer could be closed: places on the way, borders, services, modes, and seas."""
    from korpu.corridors import areas  # noqa: PLC0415 - numpy is loaded only where routes are shown

    legs = [leg for route in answer.plan.routes for leg in route.legs]
    ends = {answer.origin, answer.destination}
    closed = {one.target for one in answer.plan.excluded if one.scope == "area"}
    places = dict.fromkeys(name for leg in legs for name in (leg.origin, leg.destination) if name not in ends)
    groups = [
        (_("On the way"), list(places)),
        (_("Borders"), sorted({border for leg in legs for border in leg.borders if _BORDER.fullmatch(border)})),
        (_("Services"), sorted({leg.service for leg in legs if leg.service})),
        (_("By"), sorted({leg.mode for leg in legs})),
        (_("Seas and areas"), sorted(set(areas.names()) - closed)),
    ]
    free = [(title, [(n, called(n, language)) for n in names if n not in left_out]) for title, names in groups]
    return [(title, names) for title, names in free if names]


def called(name: str, language: str) -> str:
    """Return what something left out is called in the reader's language."""
    from korpu.corridors import areas, boxed, services  # noqa: PLC0415
    from korpu.corridors.told import told  # noqa: PLC0415

    drawn = boxed.box(name) if name.startswith("box:") else None
    if drawn:
        sides = dict(zip(("w", "s", "e", "n"), (number(f"{side:.4g}", language) for side in drawn), strict=True))
        return _("the area %(s)s–%(n)s° N, %(w)s–%(e)s° E") % sides
    if _BORDER.fullmatch(name):
        return _("border %(countries)s") % {"countries": bordering(name, language)}
    if name in ("sea", "rail", "road", "ferry"):
        return label(name, "mode")
    known = next((one.name for one in services.services() if one.id == name), None) or areas.names().get(name)
    return named(told(known or name, language), language)


def nearby(network: Network, answer: Answer, before: Answer | None) -> tuple[list[Closure], list[Closure]]:
    """Return the closures that lie in the region of the journey, and those that lie elsewhere.

    What a reader left out is in neither list: the page tells of it by itself.
    """
    from korpu.corridors.boxed import edges_in  # noqa: PLC0415 - numpy is loaded only where routes are shown
    from korpu.corridors.closures import edges_of  # noqa: PLC0415

    held = [one for one in answer.plan.excluded if not one.id.startswith("asked.")]
    arcs = [arc for each in (before, answer) if each for route in each.plan.routes for arc in route.arcs]
    ends = [t for t in network.terminals if t["name"] in (answer.origin, answer.destination)]
    if not arcs or not ends:
        return held, []
    lines = [network.drawn(arc // 2) for arc in arcs]
    lat, lon = ([line[:, i] for line in lines] for i in (0, 1))
    sides = [min(x.min() for x in lon), min(y.min() for y in lat), max(x.max() for x in lon), max(y.max() for y in lat)]
    region = edges_in(network, (sides[0] - 1.0, sides[1] - 1.0, sides[2] + 1.0, sides[3] + 1.0))
    near = [one.record or one.scope == "service" or bool((region & edges_of(network, one)).any()) for one in held]
    pairs = list(zip(held, near, strict=True))
    return [one for one, close in pairs if close], [one for one, close in pairs if not close]
