"""Tells whether a figure of a statement is of the same metric as a measure of the ledger; where in doubt, it is not."""

from __future__ import annotations

from korpu.ledger.checks.series import FLOWS
from korpu.ledger.checks.spoken import Spoken, country_ids
from korpu.ledger.checks.told import Told
from korpu.ledger.checks.wording import counted_noun, narrowing
from korpu.ledger.kinds import kinds, tracks
from korpu.ledger.linking.things import generic
from korpu.ledger.record import Record
from korpu.reference.names import Names

NEAR = 3
"""Kinds of object of a sentence that are looked at, the nearest to the figure first."""

AID = frozenset({"aid", "aid_total", "humanitarian_aid"})
"""Words for aid as a whole, told apart by what narrows them."""

OF_ITSELF = frozenset({"trade_turnover", "climate_finance"}) | FLOWS
"""Measures that one word names in full, so that nothing else narrows them."""


def is_of(figure: Spoken, record: Record, names: Names) -> bool:
    """Tell whether a figure is told of a measure: the same thing, between the same parties, and nothing narrower."""
    about = kinds().get(record.kind)
    if record.kind == "goal":
        return same_thing(figure, record) and figure.name == "amount"
    if about is None or not about.series or not same_thing(figure, record):
        return False
    return same_sides(figure, record, names) and same_breadth(figure, record)


def same_thing(figure: Spoken, record: Record) -> bool:
    """Tell whether the sentence names the object of the record; what is counted must be it, or be its unit."""
    if record.object is None:
        return False
    near = figure.things[:NEAR]
    if figure.name == "amount":
        first = [t for t in near if not generic(t) or t == record.object or t in AID][:1]
        return any(akin(t, record.object) for t in first)
    counted = figure.noun is not None and akin(figure.noun, record.object)
    return counted or (any(akin(t, record.object) for t in near) and figure.noun is not None)


def akin(one: str, two: str) -> bool:
    """Tell whether two kinds of object are one, or both are words for aid as a whole."""
    return one == two or (one in AID and two in AID)


def same_sides(figure: Spoken, record: Record, names: Names) -> bool:
    """Tell whether the countries of the sentence (else of the text) are those of the record."""
    sides = sides_of(record, names)
    if not sides:
        return not figure.countries or len(figure.countries) <= 2
    return bool(figure.countries & sides) and figure.countries <= sides if figure.countries else False


def sides_of(record: Record, names: Names) -> frozenset[str]:
    """Return the countries that a record is between."""
    return country_ids(", ".join([*(party for party, _ in record.parties), record.place or ""]), names)


def same_breadth(figure: Spoken, record: Record) -> bool:
    """Tell whether the same words narrow both: energy aid is not all aid, and exports are not all trade."""
    if figure.name == "count":
        return True
    own = narrowing(" ".join((record.track or "", *record.title.values())).replace("_", " "))
    known = tracks().get(record.track or "")
    if record.object in OF_ITSELF:
        return not (figure.narrow & {"export", "import"}) - own
    broad = known is None or known.within is None
    return figure.narrow == own if broad or own else not figure.narrow - {"energy"}


def same_count(figure: Spoken, other: Told) -> bool:
    """Tell whether both count the same: one currency, or things of one kind in whatever language."""
    if figure.name != other.name or other.unit is None:
        return False
    if figure.name == "amount":
        return figure.figure.unit == other.unit
    if figure.figure.kind == "measure":
        return figure.noun == other.unit
    bare = len(other.unit.split()) == 1
    return bare and figure.noun is not None and counted_noun(other.unit) == figure.noun
