"""The use case behind `korpu route`: which ways are open between two places on a day, and what each costs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from korpu.kernel.edtf import parse
from korpu.kernel.errors import InputError, NotFoundError

if TYPE_CHECKING:
    from korpu.app.books import Books
    from korpu.corridors.audit import Access, Line
    from korpu.corridors.cargo import Cargo
    from korpu.corridors.model import Network
    from korpu.corridors.observed import Sailing
    from korpu.corridors.plan import Plan
    from korpu.ledger.record import Record
    from korpu.reference.names import Names

NEEDED = {
    "numpy": "numpy", "scipy": "scipy", "numba": "numba", "scgraph_data": "scgraph-data", "searoute": "searoute",
}  # fmt: skip
"""What the extra “corridors” brings, by the name it is imported under."""


@dataclass(frozen=True)
class Ask:
    """What is asked: places by name, cargo, the day whose closures hold, the day of departure, what to leave out."""

    origin: str
    destination: str
    cargo: str | None = None
    on: str | None = None
    depart: str | None = None
    exclude: Sequence[str] = ()
    most: int = 5


@dataclass(frozen=True)
class Answer:
    """What `korpu route` answers: the plan, and the ledger's closures that no part of the network matches."""

    origin: str
    destination: str
    cargo: Cargo
    on: date
    depart: date | None
    plan: Plan
    unplaced: Sequence[Record]
    sailings: Sequence[Sailing] = ()


def network_of(folder: Path, say: Callable[[str], None] = lambda _: None, *, anew: bool = False) -> Network:
    """Return the network kept in a data folder, building it when needed."""
    missing = [title for module, title in NEEDED.items() if find_spec(module) is None]
    if missing:
        raise NotFoundError(
            "KORPU-NET-001", f"Corridors need {', '.join(missing)}; korpu's extra “corridors” brings them (make setup)."
        )
    from korpu.corridors.store import built  # noqa: PLC0415

    return built(folder, say, anew=anew)


def add_table(folder: Path, kind: str, file: Path) -> int:
    """Keep a user's table of nodes, links, services or closures in a data folder; return how many rows it now holds."""
    from korpu.corridors import own  # noqa: PLC0415

    return own.keep(folder, kind, own.read(kind, file.read_bytes(), file.name))


def add_row(network: Network, folder: Path, kind: str, row: dict[str, str]) -> None:
    """Keep one row of a user's own nodes, links or services, its places told by name; checked as from a table.

    Raises the InputError or NotFoundError that says what is wrong with it. What was kept before stays as it is.
    """
    from korpu.corridors import own, places  # noqa: PLC0415

    told = {name: value.replace(",", ".") if name in _NUMBERS else value for name, value in row.items()}
    for end in ("terminal", "origin", "destination"):
        if told.get(end):
            told[end] = str(network.terminals[places.find(network, told[end])]["id"])
    told["country"] = told.get("country", "").upper()
    named = told.get("name") or f"{told.get('terminal', '')} {told.get('mode', '')}"
    whole = {**dict.fromkeys((*own.COLUMNS[kind], *own.ALL[kind]), ""), **told, "id": f"own_{places.plain(named)}"}
    whole["source"] = whole["source"] or "added on the routes page"
    own.check(kind, whole)
    own.keep(folder, kind, [whole])


_NUMBERS = frozenset({"lat", "lon", "km", "every_days", "hours", "wagons", "trucks", "teu", "usd_teu"})


@dataclass(frozen=True)
class Audit:
    """What speaks for the network and against it: pieces and joints, terminals without access, published figures."""

    pieces: dict[str, dict[str, int]]
    bridges: list[dict[str, Any]]
    without_access: Sequence[Access]
    lines: Sequence[Line]


def audit(network: Network) -> Audit:
    """Hold a network against what others have published."""
    from korpu.corridors import audit as audits  # noqa: PLC0415
    from korpu.corridors.store import services_of  # noqa: PLC0415

    lines = audits.published(network, services_of(network))
    return Audit(audits.pieces(network), network.bridges, audits.without_access(network), lines)


def day(text: str | None) -> date | None:
    """Return the first day an EDTF date may mean; InputError KORPU-ROUTE-001 where it names no day."""
    if not text:
        return None
    low = parse(text).low
    if low is None:
        raise InputError("KORPU-ROUTE-001", f"“{text}” names no day.")
    return low


def route(network: Network, ask: Ask, books: Books | None, *, today: date) -> Answer:
    """Return the routes between two named places that are open on a day, by the tables and by these books.

    Without a day the day of departure counts, without either today.
    """
    from korpu.app.held import held  # noqa: PLC0415
    from korpu.corridors import asked, cargo, ledgered, observed, places, plan, store  # noqa: PLC0415

    depart = day(ask.depart)
    on = day(ask.on) or depart or today
    origin, destination = places.find(network, ask.origin), places.find(network, ask.destination)
    if origin == destination:
        raise InputError("KORPU-ROUTE-002", f"{ask.origin} and {ask.destination} are the same place.")
    load = cargo.cargo(ask.cargo)
    records = list(held(books)) if books else []
    told = ledgered.from_ledger(network, records, spelling)
    shut = [
        *asked.excluded(network, ask.exclude, spelling),
        *told.closures,
        *ledgered.lifted(store.closures_of(network), told.reopened),
    ]
    question = plan.Question(origin, destination, load, on, depart, ask.most)
    found = plan.plan(network, store.services_of(network), shut, question)
    one, other = (str(network.terminals[i]["name"]) for i in (origin, destination))
    return Answer(one, other, load, on, depart, found, told.unplaced, observed.sailings(network, records, spelling))


def drawn(network: Network, answer: Answer) -> dict[str, Any]:
    """Return the routes of an answer as GeoJSON, with whose data they carry."""
    from korpu.corridors.geojson import collection  # noqa: PLC0415

    return collection(network, answer.plan.routes)


def spelling(name: str) -> tuple[str, str | None]:
    """Return a place's English name and, of a country, its ISO code, by the reference tables."""
    known = names_of()
    found = known.id_of(name)
    return (known.name(found, "en"), _codes().get(found)) if found else (name, None)


@cache
def names_of() -> Names:
    """Return the names of the reference tables."""
    from korpu.reference.names import load_names  # noqa: PLC0415

    return load_names()


@cache
def _codes() -> dict[str, str]:
    from korpu.reference.tables import rows  # noqa: PLC0415

    return {row["id"]: row["code"] for row in rows("countries")}


def country_of(code: str) -> str | None:
    """Return the English name of a country by its ISO code, None where the reference tables have none."""
    found = next((name for name, known in _codes().items() if known == code), None)
    return names_of().name(found, "en") if found else None
