"""Hours at borders by direction and day of the week."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from korpu.corridors import borders, plan
from korpu.corridors.build import build
from korpu.corridors.cargo import Cargo
from korpu.corridors.model import Network
from korpu.corridors.places import find
from korpu.corridors.rates import rate
from korpu.kernel.errors import InputError

from .conftest import ferry, tables

MONDAY, SATURDAY = date(2025, 6, 2), date(2025, 6, 7)


def with_hours(*rows: dict[str, str]) -> Network:
    return replace(build(tables()), about={"own": {"borders": list(rows)}})


def row(**changes: str) -> dict[str, str]:
    told = {
        "id": "x",
        "origin": "GE",
        "destination": "AZ",
        "mode": "rail",
        "days": "",
        "hours": "50",
        "low": "",
        "high": "",
    }
    return {**told, "source": "a timetable", **changes}


def hours(network: Network, ends: tuple[str, str], depart: date | None = None) -> float:
    asked = plan.Question(find(network, ends[0]), find(network, ends[1]), Cargo(modes=("rail",)), MONDAY, depart)
    return plan.plan(network, {"ferry": ferry()}, [], asked).routes[0].hours


def test_hours_hold_in_the_direction_they_are_told_for() -> None:
    plain, told = with_hours(), with_hours(row())
    there, back = ("Tbilisi", "Baku"), ("Baku", "Tbilisi")
    usual = rate("border_hours_rail").value
    assert hours(told, there) - hours(plain, there) == pytest.approx(50 - usual)
    assert hours(told, back) == pytest.approx(hours(plain, back))


def test_a_weekend_counts_on_the_weekend_and_as_a_mean_without_a_day() -> None:
    network = with_hours(row(days="sat sun", hours="99"))
    ends, usual = ("Tbilisi", "Baku"), rate("border_hours_rail").value
    plain = hours(with_hours(), ends)
    assert hours(network, ends, MONDAY) == pytest.approx(plain)
    assert hours(network, ends, SATURDAY) == pytest.approx(plain + 99 - usual)
    assert hours(network, ends) == pytest.approx(plain + (2 * 99 + 5 * usual) / 7 - usual)


def test_what_a_user_says_goes_before_the_table() -> None:
    said = borders.borders_of(with_hours(row(mode="road", hours="3")))
    assert [one.hours for one in said["at:GE>AZ:road"]] == [3.0]
    assert said["at:CN>KZ:road"]


@pytest.mark.parametrize("wrong", [{"mode": "sea"}, {"days": "someday"}, {"hours": "5000"}, {"low": "60"}])
def test_hours_that_make_no_sense_are_refused(wrong: dict[str, str]) -> None:
    with pytest.raises(InputError, match="KORPU-NET-017"):
        borders.hours(row(**wrong))
