"""The network is put together without losing a kilometre, inventing a railway or hiding a border."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from korpu.corridors import model
from korpu.corridors.bridges import bridge
from korpu.corridors.contract import contract
from korpu.corridors.countries import checked_at, settled
from korpu.corridors.model import Network

from .conftest import LANES, SEA, table, tables


def test_a_short_gap_is_bridged_and_listed(network: Network) -> None:
    assert [joint["mode"] for joint in network.bridges] == ["rail", "rail"]
    assert all(0 < joint["km"] <= 2 for joint in network.bridges)


def test_a_gap_longer_than_the_bound_stays_open() -> None:
    """Between Astara and Rasht there is no railway, however useful it would be."""
    lat, lon = np.array([38.45, 38.44, 37.30, 37.21]), np.array([48.87, 48.86, 49.60, 49.64])
    found = bridge(lat, lon, np.array([0, 2]), np.array([1, 3]), 25.0)
    assert len(found.km) == 0
    assert found.pieces_after == 2


def test_pieces_that_meet_in_two_places_are_joined_in_both() -> None:
    """A border station has a line at either end."""
    lat, lon = np.full(6, 44.0), np.array([79.0, 80.0, 80.01, 81.0, 81.01, 82.0])
    found = bridge(lat, lon, np.array([0, 2, 4, 0]), np.array([1, 3, 5, 5]), 2.0)
    assert sorted(zip(found.tail.tolist(), found.head.tolist(), strict=True)) == [(1, 2), (3, 4)]


def test_trap_3_a_long_edge_keeps_its_length() -> None:
    """A single edge of 535 km where the great circle is 444: the length of the line counts, not of the chord."""
    from korpu.corridors.build import build

    network = build(tables(rail=table([(45.0, 60.0), (45.0, 65.6), (45.0, 66.0)], [(0, 1), (1, 2)], e0=535.0)))
    lines = network.km[(network.mode == model.RAIL) & (network.what == model.LINE)]
    assert float(lines.sum()) > 535.0


@given(st.integers(2, 12), st.data())
def test_chains_keep_kilometres_and_distances(n: int, data: st.DataObject) -> None:
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import dijkstra

    pairs = data.draw(st.sets(st.tuples(st.integers(0, n - 1), st.integers(0, n - 1)).filter(lambda p: p[0] < p[1])))
    edges = sorted(pairs)
    if not edges:
        return
    tail, head = np.array(edges).T
    km = np.array([float(data.draw(st.integers(1, 50))) for _ in edges])
    kind = np.array([data.draw(st.integers(0, 1)) for _ in edges])
    keep = np.array([data.draw(st.booleans()) for _ in range(n)])
    drawn = contract(n, tail, head, km, kind=kind, protected=keep)

    def away(size: int, a: np.ndarray, b: np.ndarray, length: np.ndarray) -> np.ndarray:
        least: dict[tuple[int, int], float] = {}
        for x, y, z in zip(a.tolist(), b.tolist(), length.tolist(), strict=True):
            key = (min(x, y), max(x, y))
            least[key] = min(z, least.get(key, np.inf))
        if not least:
            return np.where(np.eye(size) > 0, 0.0, np.inf)
        ends = np.array(list(least))
        return dijkstra(
            coo_matrix((list(least.values()), (ends[:, 0], ends[:, 1])), shape=(size, size)).tocsr(), directed=False
        )

    assert drawn.km.sum() == km.sum()
    before = away(n, tail, head, km)[np.ix_(drawn.kept, drawn.kept)]
    after = away(len(drawn.kept), drawn.tail, drawn.head, drawn.km)
    assert np.array_equal(before, after)
    for e in range(len(drawn.km)):
        through = drawn.through[drawn.start[e] : drawn.start[e + 1]]
        assert through[0] == drawn.kept[drawn.tail[e]]
        assert through[-1] == drawn.kept[drawn.head[e]]


def test_a_border_is_crossed_once_between_two_countries(network: Network) -> None:
    rail = (network.mode == model.RAIL) & (network.border == 1)
    pairs = {
        frozenset((network.codes[a], network.codes[b]))
        for a, b in zip(network.country[rail], network.other[rail], strict=True)
    }
    assert pairs == {frozenset(("GE", "AZ"))}
    assert int(rail.sum()) == 1


def test_a_slip_over_a_coarsely_drawn_border_is_no_crossing() -> None:
    country = np.array([1, 1, 2, 1, 1], dtype=np.int16)
    tail, head, km = np.arange(4), np.arange(1, 5), np.array([30.0, 3.0, 3.0, 30.0])
    assert settled(country, tail, head, km).tolist() == [1, 1, 1, 1, 1]


def test_a_line_that_only_passes_a_corner_of_a_country_is_not_stopped() -> None:
    country = np.array([1, 1, 2, 2, 1, 1])
    tail, head, km = np.arange(5), np.arange(1, 6), np.array([90.0, 5.0, 20.0, 5.0, 90.0])
    assert not checked_at(country, tail, head, km).any()
    assert checked_at(np.array([1, 1, 2, 2, 3, 3]), tail, head, km).tolist() == [False, True, False, True, False]


def test_a_road_that_winds_along_a_border_crosses_it_once() -> None:
    country = np.array([1, 1, 2, 2, 1, 1, 2, 2])
    tail, head, km = np.arange(7), np.arange(1, 8), np.array([90.0, 1.0, 5.0, 1.0, 8.0, 1.0, 90.0])
    assert int(checked_at(country, tail, head, km).sum()) == 1


def test_a_service_round_a_cape_is_drawn_over_water(network: Network) -> None:
    """The straight line from Chornomorsk to Batumi crosses Crimea."""
    edge = int(np.flatnonzero(network.what == model.SERVICE)[0])
    assert network.km[edge] > 1050
    assert len(network.drawn(edge)) > 4
    assert network.areas[edge] & 0b10 == 0


def test_sea_table_of_the_fixture_is_whole() -> None:
    assert len(table(SEA, LANES)) == len(SEA)
