"""Disruptions as a page shows them: pairs and plans as rows, losses as rows and on a map, in the reader's language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from korpu.corridors.told import told as in_language
from korpu.drawing.chart import Named
from korpu.drawing.flowmap import Flowing, Spot, flow_map
from korpu.drawing.wording import number
from korpu.web.labels import label
from korpu.web.named import named
from korpu.web.ways import bordering, days

if TYPE_CHECKING:
    from korpu.app.scenarios import Outcome
    from korpu.corridors.critical import Loss
    from korpu.corridors.ensembles import Pairs, Plan
    from korpu.corridors.model import Network

MOST = 12


@dataclass(frozen=True)
class Page:
    """Pairs with their spread, the plans of each, the losses that hurt most, named scenarios, and the map."""

    pairs: list[dict[str, Any]]
    losses: list[dict[str, str]]
    named: list[tuple[str, list[str]]]
    map: SafeString | str


def page(network: Network, found: Outcome, language: str) -> Page:
    """Return what disruptions do in the reader's language."""
    from korpu.corridors.store import services_of  # noqa: PLC0415 - numpy is loaded only where it is needed

    by = found.ask.by
    losses = found.ensemble.losses[:MOST]
    names = {one.id: one.name for one in services_of(network).values()}
    return Page(
        [_pair(network, one, by, language) for one in found.ensemble.pairs],
        [_loss(one, what(one, names, language), by, language) for one in losses],
        _scenarios(found, language) if found.ask.named is not None else [],
        _picture(network, found, [(one, what(one, names, language)) for one in losses], language),
    )


def _amount(value: float | None, by: str, language: str) -> str:
    if value is None:
        return _("no way")
    return days(value, language) if by == "hours" else f"{number(f'{value:.0f}', language)} USD"


def _fine(value: float | None, by: str, language: str) -> str:
    from korpu.corridors.ensembles import FINE  # noqa: PLC0415 - numpy is loaded only where it is needed

    return _amount(None if value is None else value / FINE[by], by, language)


def _pair(network: Network, one: Pairs, by: str, language: str) -> dict[str, Any]:
    a, b = (named(str(network.terminals[i]["name"]), language) for i in (one.origin, one.destination))
    return {
        "ends": f"{a} – {b}",
        "usual": _amount(one.usual, by, language),
        "open": number(f"{100 * one.spread.open:.1f}", language),
        "mean": _fine(one.spread.mean, by, language),
        **{name: _fine(getattr(one.spread, name), by, language) for name in ("p10", "p50", "p90")},
        "plans": [_plan(plan, i == one.steadiest, by, language) for i, plan in enumerate(one.plans)],
    }


def _plan(one: Plan, steadiest: bool, by: str, language: str) -> dict[str, Any]:
    return {
        "by": ", ".join(f"{label(leg.mode, 'mode')} – {named(leg.destination, language)}" for leg in one.route.legs),
        "usual": _amount(one.usual, by, language),
        "open": number(f"{100 * one.open:.0f}", language),
        "stranded": number(str(one.regret.stranded), language),
        "most": _fine(one.regret.most, by, language),
        "mean": _fine(one.regret.mean, by, language),
        "steadiest": steadiest,
    }


def _loss(one: Loss, said: str, by: str, language: str) -> dict[str, str]:
    return {
        "what": said,
        "cut": ngettext("cuts %(n)s pair off", "cuts %(n)s pairs off", one.cut) % {"n": one.cut} if one.cut else "",
        "added": _amount(one.added, by, language) if one.added else "",
    }


def what(one: Loss, names: dict[str, str], language: str) -> str:
    """Return what is lost: a service by its name, a port, a border with its mode, or a line with both ends."""
    kind, told = one.candidate.kind, one.candidate.what
    if kind == "service":
        return in_language(names.get(told, told), language)
    if kind == "port":
        return _("port of %(name)s") % {"name": named(told, language)}
    mode, _space, rest = told.partition(" ")
    if kind == "border":
        return _("border %(name)s by %(mode)s") % {"name": bordering(rest, language), "mode": label(mode, "mode")}
    ends = " – ".join(named(end, language) for end in rest.split(" – "))
    return f"{label(mode, 'mode')} {ends}"


def _scenarios(found: Outcome, language: str) -> list[tuple[str, list[str]]]:
    from korpu.network.graph import BLOCKED  # noqa: PLC0415

    table = found.ensemble.costs.tolist()
    return [
        (name, [_fine(None if cost >= BLOCKED else cost, found.ask.by, language) for cost in row])
        for name, row in zip(found.names, table, strict=True)
    ]


def _picture(network: Network, found: Outcome, losses: list[tuple[Loss, str]], language: str) -> SafeString | str:
    """Draw the plans in grey, the lines whose loss hurts in red, and ports and borders as spots."""
    from korpu.corridors.legs import geometry  # noqa: PLC0415

    plans = [plan.route for pair in found.ensemble.pairs for plan in pair.plans]
    if not plans:
        return ""
    legs = {(leg.mode, leg.arcs): leg for route in plans for leg in route.legs}
    lines = [Flowing(geometry(network, leg.arcs), 0.05, f"{leg.mode} plan") for leg in legs.values()]
    worst = max((_weight(one) for one, _said in losses), default=1.0) or 1.0
    spots: list[Spot] = []
    for one, tip in losses:
        share = 0.35 * (_weight(one) / worst) ** 2  # the worst is drawn plain, and nothing hides the map
        edges = [[(float(lon), float(lat)) for lat, lon in network.drawn(int(e))] for e in one.candidate.edges]
        if one.candidate.kind == "service" and edges:
            lines.append(Flowing(edges[0], share, "loss", tip, 1))
        elif one.candidate.kind == "line":
            leg = next(leg for leg in legs.values() if set(one.candidate.edges.tolist()) <= {a // 2 for a in leg.arcs})
            lines.append(Flowing(geometry(network, leg.arcs), share, f"{leg.mode} loss", tip, 1))
        elif edges:
            spots.append(Spot(edges[0][0], share / 0.35, "loss", tip))
    ends = {i for pair in found.ensemble.pairs for i in (pair.origin, pair.destination)}
    at = {str(t["name"]): i for i, t in enumerate(network.terminals)}
    stops = dict.fromkeys(n for leg in legs.values() for n in (leg.origin, leg.destination) if n in at)
    places = [
        Named((float(network.lon[p]), float(network.lat[p])), named(name, language), at[name] in ends)
        for name in stops
        for p in (int(network.terminal_point[at[name]]),)
    ]
    return mark_safe(flow_map(lines, places, _("Map of the plans and of what hurts most"), spots))  # noqa: S308


def _weight(one: Loss) -> float:
    return one.added + 1000.0 * one.cut
