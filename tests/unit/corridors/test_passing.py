"""Where goods pass without a check, what is joined by hand, and at which ports they may change ship."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from korpu.corridors import countries, plan, unions
from korpu.corridors.build import build
from korpu.corridors.joints import joints

from .conftest import table, tables


def index(code: str) -> np.ndarray:
    return np.array([countries.codes().index(code)])


def test_goods_pass_within_the_customs_union_but_for_a_change_of_gauge() -> None:
    assert unions.same("road", index("RO"), index("BG")).all()
    assert unions.same("rail", index("RO"), index("HU")).all()
    assert not unions.same("rail", index("LT"), index("PL")).any()
    assert not unions.same("road", index("UA"), index("PL")).any()
    assert not unions.same("road", index("GE"), index("AZ")).any()


def test_a_stretch_of_the_hand_table_is_joined_where_both_its_ends_are() -> None:
    both = table([(40.215, 49.558), (39.950, 49.379), (45.0, 45.0)], [(0, 2)])
    found = joints("road", both)
    assert (found.tail.tolist(), found.head.tolist(), found.km.tolist()) == ([0], [1], [36.0])
    assert "M3" in found.sources[0]
    assert not len(joints("road", table([(40.215, 49.558), (45.0, 45.0)], [(0, 1)])).km)
    assert not len(joints("sea", both).km)


def test_cargo_changes_ship_only_at_ports_that_the_hand_table_knows() -> None:
    network = build(tables())
    poti = next(i for i, t in enumerate(network.terminals) if t["id"] == "poti")
    known = [{**t, "by_hand": i != poti} for i, t in enumerate(network.terminals)]
    network = replace(network, terminals=known)
    at = network.terminal_point[poti]
    assert plan.ends_only(network, [0])[(network.tail == at) | (network.head == at)].all()
    assert not plan.ends_only(network, [poti]).any()


def test_a_turn_that_leads_back_is_cut_out() -> None:
    network = build(tables())
    there, back = np.arange(0, 2 * network.edges, 2), np.arange(1, 2 * network.edges, 2)
    out = np.array([there[0], back[0], there[0]])
    assert plan.straight(network, out).tolist() == [there[0]]
    assert plan.straight(network, out[:1]).tolist() == [there[0]]
