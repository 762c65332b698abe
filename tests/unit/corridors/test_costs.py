"""Hours, money, CO2e and risk of an arc, and their whole-number weights."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from korpu.corridors import costs, model
from korpu.corridors.cargo import Cargo, cargo
from korpu.corridors.costs import FINE, Terms, matrix
from korpu.corridors.model import Network
from korpu.corridors.rates import rate, rates
from korpu.kernel.errors import InputError

from .conftest import ferry

SERVICES = {"ferry": ferry()}


@given(st.lists(st.floats(0, 1e4), min_size=1, max_size=40))
def test_trap_5_weights_are_rounded_not_cut_off(hours: list[float]) -> None:
    each = np.array(hours)
    whole = matrix(Terms(each, each, each, each))
    for column, name in enumerate(FINE):
        assert np.all(np.abs(whole[:, column] / FINE[name] - each) <= 0.5 / FINE[name] + 1e-9)


def test_weights_are_no_coarser_than_a_minute_a_dollar_and_a_kilogram() -> None:
    assert FINE["hours"] >= 60
    assert FINE["usd"] >= 1
    assert FINE["kg_co2e"] >= 1


def test_trap_2_the_way_to_the_lane_counts(network: Network) -> None:
    """Two ports that use one point of a lane lie at different distances from everywhere else."""
    from korpu.corridors.search import best

    tail, head = network.arcs()
    weights = matrix(costs.terms(network, SERVICES, Cargo()))
    shut = np.zeros(2 * network.edges, dtype=bool)
    shut[np.repeat(network.mode != model.SEA, 2)] = True
    at = {t["id"]: int(p) for t, p in zip(network.terminals, network.terminal_point, strict=True)}
    away = {}
    for port in ("odesa", "chornomorsk"):
        way = best(network.points, tail, head, weights[:, 1], shut=shut, source=at[port], target=at["poti"])
        away[port] = sum(float(network.km[arc // 2]) for arc in way)
    lanes = {
        int(network.tail[e]) + int(network.head[e]) - at[p] for p in away for e in _access(network, at[p], model.SEA)
    }
    assert len(lanes) == 1
    assert abs(away["odesa"] - away["chornomorsk"]) > 1


def _access(network: Network, point: int, mode: int) -> list[int]:
    mine = (network.what == model.ACCESS) & (network.mode == mode)
    return np.flatnonzero(mine & ((network.tail == point) | (network.head == point))).tolist()


def test_trap_4_a_change_of_gauge_costs_time_and_money(network: Network) -> None:
    """Between Turkey and Georgia the gauge changes; between Georgia and Azerbaijan it does not."""
    from dataclasses import replace

    border = int(np.flatnonzero((network.mode == model.RAIL) & (network.border == 1))[0])
    same = costs.terms(network, SERVICES, Cargo(), np.array([2 * border]))
    turkey = network.country.copy()
    turkey[border] = network.codes.index("TR")
    other = np.where(
        network.codes[int(network.other[border])] == "GE", network.other[border], network.codes.index("GE")
    )
    there = network.other.copy()
    there[border] = other
    changed = costs.terms(replace(network, country=turkey, other=there), SERVICES, Cargo(), np.array([2 * border]))
    assert float(changed.hours[0] - same.hours[0]) == pytest.approx(rate("gauge_hours").value)
    assert float(changed.usd[0] - same.usd[0]) == pytest.approx(rate("gauge_usd").value)


def test_both_directions_cost_the_same_but_for_loading_and_borders(network: Network) -> None:
    every = costs.terms(network, SERVICES, Cargo())
    line = np.flatnonzero((network.what == model.LINE) & (network.border == 0))
    assert np.allclose(every.hours[2 * line], every.hours[2 * line + 1])
    access = np.flatnonzero((network.what == model.ACCESS) & (network.mode == model.SEA))
    assert np.all(every.hours[2 * access] != every.hours[2 * access + 1])


def test_every_rate_has_a_range_and_a_source() -> None:
    assert all(one.low <= one.value <= one.high and one.source for one in rates().values())


def test_emissions_are_grams_a_tonne_kilometre_times_load(network: Network) -> None:
    edge = int(np.flatnonzero((network.mode == model.RAIL) & (network.what == model.LINE))[0])
    light = costs.terms(network, SERVICES, cargo("1 TEU of 12 t"), np.array([2 * edge]))
    assert float(light.kg[0]) == pytest.approx(float(network.km[edge]) * 12 * 31.59 / 1000)
    double = costs.terms(network, SERVICES, cargo("2 TEU of 12 t"), np.array([2 * edge]))
    assert float(double.kg[0]) == pytest.approx(2 * float(light.kg[0]))


@pytest.mark.parametrize("wrong", ["stones", "0 TEU", "-1 TEU", "1 TEU of 0 t", "teu of"])
def test_a_cargo_that_is_none_is_refused(wrong: str) -> None:
    with pytest.raises(InputError, match="KORPU-ROUTE-003"):
        cargo(wrong)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"every_days": ""}, "KORPU-NET-010"), ({"every_days": "0"}, "KORPU-NET-010"),
        ({"days_out": "someday"}, "KORPU-NET-010"), ({"hours": "-3"}, "KORPU-NET-012"),
        ({"usd_teu": "free"}, "KORPU-NET-012"), ({"every_days": "nan"}, "KORPU-NET-012"),
    ],
)  # fmt: skip
def test_a_service_without_calendar_or_with_a_wrong_figure_is_refused(change: dict[str, str], code: str) -> None:
    with pytest.raises(InputError, match=code):
        ferry(**change)
