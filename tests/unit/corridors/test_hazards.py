"""Disruptions of the small network: what is lost together, by itself, in its season, and what becomes of a plan."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import numpy as np
import pytest

from korpu.corridors import ensembles, hazards, model
from korpu.corridors.cargo import Cargo
from korpu.corridors.model import Network
from korpu.corridors.places import find
from korpu.kernel.errors import InputError

from .conftest import ferry

DAY = date(2025, 5, 2)


def hazard(**changes: str) -> hazards.Hazard:
    row = {"id": "x", "what": "X", "scope": "mode", "target": "rail", "modes": "", "probability": "0.5", "each": "",
           "months": "", "source": "a test"}  # fmt: skip
    return hazards.listed([{**row, **changes}])[0]


def test_what_is_lost_at_once_is_lost_whole_or_not_at_all(network: Network) -> None:
    found = [hazards.parts(network, hazard(scope="area", target="black_sea", modes="sea ferry"))]
    lost = {len(hazards.drawn(found, i, 7, 5)[0]) for i in range(40)}
    assert lost == {0, 2 * len(found[0].edges)}


def test_each_service_and_border_is_lost_by_itself(network: Network) -> None:
    services = hazards.parts(network, hazard(target="ferry", each="service"))
    assert services.names == ["ferry"]
    borders = hazards.parts(network, hazard(each="border"))
    assert borders.names == ["AZ-GE"]
    assert len(borders.edges) == 1
    ports = hazards.parts(network, hazard(target="ferry", each="port"))
    assert sorted(ports.names) == ["Batumi", "Chornomorsk"]


def test_a_stretch_is_as_likely_as_it_is_long(network: Network) -> None:
    found = hazards.parts(network, hazard(each="stretch", probability="0.1"))
    km = network.km[found.edges]
    assert found.chance == pytest.approx(1 - 0.9 ** (km / 100))
    assert set(network.mode[found.edges]) == {model.RAIL}


def test_a_season_spares_the_other_months_without_changing_what_else_is_drawn(network: Network) -> None:
    winter = hazards.parts(network, hazard(probability="1", months="12 1 2"))
    ships = hazards.parts(network, hazard(target="sea", each="stretch", probability="0.9"))
    july, january = (hazards.drawn([winter, ships], 3, 7, month) for month in (7, 1))
    assert set(july[0]) < set(january[0])
    assert [m for _, m, _ in (july, january)] == [7, 1]
    months = {hazards.drawn([winter], i, 7, None)[1] for i in range(200)}
    assert months == set(range(1, 13))


@pytest.mark.parametrize("change", [{"probability": "2"}, {"months": "13"}, {"scope": "moon"}, {"each": "half"}])
def test_a_row_that_makes_no_sense_is_refused(change: dict[str, str]) -> None:
    with pytest.raises(InputError, match="KORPU-SCENARIO-002"):
        hazard(**change)


def test_an_empty_table_is_refused() -> None:
    with pytest.raises(InputError, match=r"KORPU-SCENARIO-001.*is empty"):
        hazards.listed([])


def arcs(network: Network, mode: int) -> np.ndarray:
    return np.flatnonzero(np.repeat((network.mode == mode) & (network.what == model.LINE), 2)).astype(np.int32)


def test_a_plan_that_is_cut_goes_on_from_its_last_stop(network: Network, tmp_path: Path) -> None:
    pair = find(network, "Tbilisi"), find(network, "Baku")
    ground = ensembles.Ground(network, {"ferry": ferry()}, [], tmp_path)
    none = np.zeros(0, np.int32)
    rail, both = arcs(network, model.RAIL), np.concatenate([arcs(network, model.RAIL), arcs(network, model.ROAD)])
    found = ensembles.run(ground, [none, rail, np.sort(both)], ensembles.Question([pair], Cargo(), DAY))
    (told,) = found.pairs
    assert told.spread.open == pytest.approx(2 / 3)
    assert told.usual == pytest.approx(found.costs[0, 0] / 3600)
    by_rail = next(p for p in told.plans if {leg.mode for leg in p.route.legs} == {"rail"})
    assert by_rail.open == pytest.approx(1 / 3)
    # Without rails everything starts again at Tbilisi by road: regret only in the calm disruption.
    assert by_rail.regret.stranded == 0
    assert by_rail.regret.most == pytest.approx((by_rail.usual - told.usual) * 3600, abs=1)
    again = ensembles.run(ground, [none, rail, np.sort(both)], ensembles.Question([pair], Cargo(), DAY))
    assert again.digest == found.digest


def test_the_loss_that_hurts_most_comes_first(network: Network, tmp_path: Path) -> None:
    pair = find(network, "Batumi"), find(network, "Baku")
    ground = ensembles.Ground(network, {"ferry": ferry()}, [], tmp_path)
    found = ensembles.run(ground, [np.zeros(0, np.int32)], ensembles.Question([pair], Cargo(), DAY))
    assert found.losses
    assert [loss.cut for loss in found.losses] == sorted((loss.cut for loss in found.losses), reverse=True)
    quickest = min(found.pairs[0].plans, key=lambda p: p.usual)
    modes = {leg.mode for leg in quickest.route.legs}
    assert any(loss.candidate.what.split()[0] in modes and loss.added > 0 for loss in found.losses)
