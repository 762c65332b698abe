from __future__ import annotations

import numpy as np
import pytest

from korpu.corridors import asked, closures
from korpu.corridors.boxed import box, edges_in
from korpu.corridors.build import build
from korpu.kernel.errors import InputError

from .conftest import tables


def test_a_box_takes_what_passes_through_it_even_without_a_point_inside() -> None:
    network = build(tables())
    near = (37.9, 42.0, 38.1, 42.6)  # round a bend of the lanes at 42.30, 38.00
    between = (39.0, 42.15, 40.0, 42.28)  # on the straight stretch from there to 42.10, 41.40
    for found in (near, between):
        hit = edges_in(network, found)
        assert hit.any() and not hit.all()
    hit = edges_in(network, between)
    west, south, east, _ = between
    points = [network.drawn(int(e)) for e in np.flatnonzero(hit)]
    assert not any(((line[:, 1] > west) & (line[:, 1] < east) & (line[:, 0] > south)).any() for line in points)


def test_a_box_away_from_everything_takes_nothing() -> None:
    assert not edges_in(build(tables()), (-60.0, -60.0, -59.0, -59.0)).any()


@pytest.mark.parametrize("wrong", ["box:1,2,3", "box:5,0,1,3", "box:0,0,0,0", "box:a,b,c,d", "box:0,0,500,1"])
def test_an_area_that_is_none_is_refused(wrong: str) -> None:
    with pytest.raises(InputError, match="KORPU-NET-032"):
        box(wrong)


def test_a_name_is_no_box() -> None:
    assert box("Poti") is None


def test_an_area_and_a_border_are_left_out_on_request() -> None:
    network = build(tables())
    area, border = asked.excluded(network, ["box:39,42.15,40,42.28", "GE-AZ"])
    assert area.what == "area 42.15 to 42.28 N, 39 to 40 E"
    assert closures.edges_of(network, area).any()
    crossing = closures.edges_of(network, border)
    assert crossing.any()
    pairs = {
        frozenset((network.codes[network.country[e]], network.codes[network.other[e]]))
        for e in np.flatnonzero(crossing)
    }
    assert pairs == {frozenset(("GE", "AZ"))}
