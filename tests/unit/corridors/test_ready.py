"""What a search needs of network and cargo is made once and kept beside the network, and made anew when it must be."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from korpu.corridors import ready as readies
from korpu.corridors import store
from korpu.corridors.build import build
from korpu.corridors.cargo import Cargo, cargo
from korpu.corridors.model import Network
from korpu.corridors.ready import ready

from .conftest import ferry, tables

SERVICES = {"ferry": ferry()}
PEACE, WAR = date(2020, 1, 1), date(2025, 6, 2)


@pytest.fixture
def kept(tmp_path: Path) -> Network:
    """The small network, written down and read again, with nothing in memory."""
    readies._kept.clear()
    place = tmp_path / "network" / "small.npz"
    store.save(replace(build(tables()), about={"key": "small"}), place)
    return store.load(place)


def files(network: Network) -> list[Path]:
    return sorted((Path(network.about["place"]).parent / "ready").glob("*.npz"))


def test_it_is_made_once_and_read_back(kept: Network) -> None:
    said: list[str] = []
    made = ready(kept, SERVICES, Cargo(), WAR, said.append)
    assert len(said) == 1 and said[0].startswith("preparing") and len(files(kept)) == 1
    readies._kept.clear()
    again = ready(kept, SERVICES, Cargo(), WAR, said.append)
    assert len(said) == 1
    assert np.array_equal(again.costs, made.costs) and np.array_equal(again.regions.costs, made.regions.costs)


def test_another_cargo_and_another_days_warnings_are_other_costs(kept: Network) -> None:
    for load, day in ((Cargo(), WAR), (cargo("1 TEU of 20 t"), WAR), (Cargo(), PEACE)):
        ready(kept, SERVICES, load, day)
    assert len(files(kept)) == 3
    assert (
        ready(kept, SERVICES, Cargo(), WAR).costs[:, 3].sum() > ready(kept, SERVICES, Cargo(), PEACE).costs[:, 3].sum()
    )


def test_a_broken_file_is_made_anew(kept: Network) -> None:
    made = ready(kept, SERVICES, Cargo(), WAR)
    files(kept)[0].write_bytes(b"not a table")
    readies._kept.clear()
    assert np.array_equal(ready(kept, SERVICES, Cargo(), WAR).costs, made.costs)


def test_edges_of_one_region_lie_in_one_country_and_by_one_mode(kept: Network) -> None:
    region = readies.regions_of(kept)
    for number in range(int(region.max()) + 1):
        inside = region == number
        assert len(set(kept.country[inside].tolist())) == 1 and len(set(kept.mode[inside].tolist())) == 1
        assert not kept.border[inside].any()
    assert (region[kept.what != 0] == -1).all()
