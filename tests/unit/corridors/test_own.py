"""Terminals, services and closures that a user adds, and what is refused among them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import numpy as np
import pytest

from korpu.corridors import own
from korpu.corridors.build import build
from korpu.corridors.closures import closed, closure
from korpu.corridors.services import service
from korpu.corridors.terminals import terminal
from korpu.kernel.errors import KorpuError

from .conftest import tables

NODE = "id,name,country,lat,lon,sea,road\narhavi,Arhavi,TR,41.35,41.30,60,\n"
SERVICE = "id,name,origin,destination,every_days,hours\nnew,New line,arhavi,batumi,2,5\n"
CLOSURE = "id,what,scope,target,since,reason\nx,Rail in Georgia,country,GE,2025-01-01,strike\n"


def test_what_is_added_becomes_part_of_the_network(tmp_path: Path) -> None:
    for kind, text in (("nodes", NODE), ("services", SERVICE)):
        assert own.keep(tmp_path, kind, own.read(kind, text.encode(), "mine.csv")) == 1
    added = own.everything(tmp_path)
    base = tables()
    base.own_terminals.extend(map(terminal, added["nodes"]))
    base.services.extend(map(service, added["services"]))
    network = build(base)
    assert "arhavi" in {t["id"] for t in network.terminals}
    assert network.services == ["ferry", "new"]
    assert added["nodes"][0]["source"] == "added from mine.csv"


def test_a_row_of_the_same_id_replaces_the_old_one_and_changes_the_hash(tmp_path: Path) -> None:
    before = own.fingerprint(tmp_path)
    own.keep(tmp_path, "services", own.read("services", SERVICE.encode(), "a.csv"))
    first = own.fingerprint(tmp_path)
    assert own.keep(tmp_path, "services", own.read("services", SERVICE.replace(",2,5", ",7,5").encode(), "b.csv")) == 1
    assert own.everything(tmp_path)["services"][0]["every_days"] == "7"
    assert len({before, first, own.fingerprint(tmp_path)}) == 3


def test_a_closure_of_ones_own_closes(tmp_path: Path) -> None:
    network = build(tables())
    row = own.read("closures", CLOSURE.encode(), "mine.csv")[0]
    shut, held = closed(network, [closure(row)], date(2025, 2, 1), "container")
    assert held
    assert shut[network.country == network.codes.index("GE")].all()
    assert not np.all(shut)


@pytest.mark.parametrize(
    ("kind", "text", "code"),
    [
        ("nodes", "", "KORPU-NET-040"), ("nodes", "id,name\nx,X\n", "KORPU-NET-040"),
        ("nodes", NODE.replace("41.35", "141.41"), "KORPU-NET-014"),
        ("nodes", NODE.replace("41.35", "north"), "KORPU-NET-041"),
        ("links", "id,terminal,mode,lat,lon,km\nx,poti,sea,42,41,-3\n", "KORPU-NET-015"),
        ("services", SERVICE.replace(",2,5", ",,5"), "KORPU-NET-010"),
        ("services", SERVICE.replace(",2,5", ",2,-5"), "KORPU-NET-012"),
        ("closures", CLOSURE.replace("country,GE", "planet,GE"), "KORPU-NET-020"),
        ("closures", CLOSURE.replace("2025-01-01", "soon"), "KORPU-TIME-001"),
        ("nodes", "\xff\xfe", "KORPU-NET-040"),
    ],
)  # fmt: skip
def test_a_wrong_table_is_refused_in_a_sentence(kind: str, text: str, code: str) -> None:
    with pytest.raises(KorpuError, match=code):
        own.read(kind, text.encode("latin-1"), "mine.csv")


def test_a_closure_of_a_season_holds_in_its_months_every_year() -> None:
    text = CLOSURE.replace("since,reason", "since,reason,months").replace("strike", "snow,12 1 2")
    winter = closure(own.read("closures", text.encode(), "mine.csv")[0])
    assert [winter.holds(date(2026, month, 15), "container") for month in (1, 2, 3, 7, 12)] == [
        True,
        True,
        False,
        False,
        True,
    ]
    with pytest.raises(KorpuError, match="KORPU-NET-022"):
        own.read("closures", text.replace("12 1 2", "13").encode(), "mine.csv")


def test_a_region_of_ones_own_replaces_the_boxes() -> None:
    from korpu.corridors.build import BOXES, PORT_BOX
    from korpu.corridors.store import around

    row = own.read("region", b"id,west,south,east,north\nrail,-10,35,30,60\n", "mine.csv")[0]
    assert own.box(row) == (-10.0, 35.0, 30.0, 60.0)
    assert around(BOXES) == PORT_BOX
    assert around({"rail": own.box(row), "sea": (0.0, 30.0, 40.0, 50.0)}) == (-10.0, 30.0, 40.0, 60.0)
    for wrong in ("air,0,0,1,1", "rail,5,0,1,1", "rail,0,0,1,95"):
        with pytest.raises(KorpuError, match="KORPU-NET-016"):
            own.read("region", f"id,west,south,east,north\n{wrong}\n".encode(), "mine.csv")


def test_a_service_to_nowhere_is_refused() -> None:
    base = tables()
    base.services.append(service(own.read("services", SERVICE.encode(), "mine.csv")[0]))
    with pytest.raises(KorpuError, match=r"KORPU-NET-013.*arhavi"):
        build(base)
