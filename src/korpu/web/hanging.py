"""What hangs on a closure as a page shows it: rows of what is hit, and why something could not be placed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from korpu.drawing.wording import number
from korpu.web.named import named
from korpu.web.ways import days

if TYPE_CHECKING:
    from korpu.app.affected import Outcome
    from korpu.corridors.affected import Hit, Way
    from korpu.corridors.model import Network
    from korpu.corridors.moving import Move, Unplaced
    from korpu.ledger.record import Record


@dataclass(frozen=True)
class Row:
    """One record that is hit: its figures before and after as words, and the question that shows its routes."""

    record: Record
    stage: str
    origin: str
    destination: str
    closed: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    more: tuple[str, ...]
    query: str


@dataclass(frozen=True)
class Page:
    """What is hit, what keeps its way, and what could not be placed with the reason."""

    rows: list[Row]
    spared: list[Record]
    unplaced: list[tuple[Record, str]]


def page(network: Network, outcome: Outcome, asked: Sequence[tuple[str, str]], language: str) -> Page:
    """Return what hangs on a closure in the reader's language; `asked` is what the address keeps of the question."""
    kept = [(name, value) for name, value in asked if name not in ("from", "to")]
    left_out = [("without", name) for name in outcome.without]
    rows = [_row(network, hit, [*kept, *left_out], language) for hit in outcome.found.hit]
    return Page(
        rows,
        [move.record for move, _way in outcome.found.spared],
        [(one.record, why(one, language)) for one in outcome.unplaced],
    )


def _row(network: Network, hit: Hit, kept: Sequence[tuple[str, str]], language: str) -> Row:
    origin, destination = _ends(network, hit.move)
    after = hit.after
    return Row(
        hit.move.record,
        hit.move.stage,
        named(origin, language),
        named(destination, language),
        ", ".join(named(one.what, language) for one in hit.closed),
        _words(hit.before, language),
        _words(after, language) if after else (),
        _more(hit.before, after, language) if after else (),
        urlencode([("from", origin), ("to", destination), *kept]),
    )


def _ends(network: Network, move: Move) -> tuple[str, str]:
    one, other = (str(network.terminals[i]["name"]) for i in (move.origin, move.destination))
    return one, other


def _words(way: Way, language: str) -> tuple[str, ...]:
    """The hours, USD and kg of a way, and the places where it changes hands."""
    stops = [way.legs[0].origin, *(leg.destination for leg in way.legs)]
    through = " – ".join(named(stop, language) for stop in stops)
    return days(way.hours, language), *(number(f"{value:.0f}", language) for value in (way.usd, way.kg)), through


def _more(before: Way, after: Way, language: str) -> tuple[str, ...]:
    hours, usd, kg = (getattr(after, name) - getattr(before, name) for name in ("hours", "usd", "kg"))
    return (_sign(hours) + days(abs(hours), language), *(_signed(value, language) for value in (usd, kg)))


def _signed(value: float, language: str) -> str:
    return _sign(value) + number(f"{abs(value):.0f}", language)


def _sign(value: float) -> str:
    whole = round(value)
    return "+" if whole > 0 else "−" if whole < 0 else "±"


def why(one: Unplaced, language: str) -> str:
    """Say why something that waits could not be placed on the network."""
    name = named(one.name, language) if one.name else ""
    reasons = {
        "not_goods": _("nothing in it is told as goods or an exhibition to be carried"),
        "past": _("its day is over and nothing tells how it ended"),
        "no_destination": _("nothing tells where it is to go"),
        "no_origin": _("nobody is told as giving it"),
        "unknown_destination": _("where it is to go is not on the network: %(name)s"),
        "unknown_origin": _("where it comes from is not on the network: %(name)s"),
        "same_place": _("it stays in one country: %(name)s"),
        "no_way": _("there was no open way even before: %(name)s"),
    }
    return reasons[one.reason] % {"name": name}
