"""Flows and disruptions on pages: the sample is allocated, a table is changed and sent, bad input is told in words."""

from __future__ import annotations

import json
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook

pytest.importorskip("numba", reason="the extra “corridors” is not installed")

from tests.unit.corridors.conftest import ferry, tables

from korpu.corridors import store
from korpu.corridors.build import build
from korpu.web.views import corridors

TABLE = "from,to,cargo,amount,unit,per\nChornomorsk,Batumi,wagon,60,wagons,week\n"


@pytest.fixture(scope="module")
def network():
    return build(tables())


@pytest.fixture
def on_it(desk, network, monkeypatch):
    monkeypatch.setattr(corridors, "kept", lambda: network)
    monkeypatch.setattr(store, "services_of", lambda network: {"ferry": ferry()})
    return desk


def sent(client, **form):
    return client.post("/routes/flow/", {"table": TABLE, "on": "2025-06-02", **form})


def test_before_the_network_is_built_the_pages_say_where_to_build_it(desk):
    for address in ("/routes/flow/", "/routes/scenarios/"):
        assert 'href="/routes/"' in desk.get(address).content.decode()


def test_the_form_begins_with_an_example(on_it):
    shown = on_it.get("/routes/flow/").content.decode()
    assert "Altynkol,Poti,container" in shown and "<svg" not in shown


def test_what_is_held_back_and_what_a_sailing_is_worth_are_said_and_drawn(on_it):
    shown = sent(on_it).content.decode()
    assert "2,940 of 3,600 t a week go." in shown
    assert "660 t stay behind: there is no more room on any way" in shown
    assert "The bottleneck: Chornomorsk–Batumi ferry (Chornomorsk → Batumi, wagons)." in shown
    assert "One more sailing a week each way of Chornomorsk–Batumi ferry: 660 t a week more would go." in shown
    assert 'class="flow ferry full"' in shown and "OpenStreetMap" in shown


def test_a_workbook_can_be_sent_and_both_files_be_taken_away(on_it):
    book = Workbook()
    for row in (line.split(",") for line in TABLE.splitlines()):
        book.active.append(row)
    out = BytesIO()
    book.save(out)
    out.seek(0)
    out.name = "demand.xlsx"
    assert "Chornomorsk,Batumi,wagon,60" in sent(on_it, file=out).content.decode()
    sheet = load_workbook(BytesIO(sent(on_it, **{"as": "xlsx"}).content)).active
    assert [cell.value for cell in sheet[1]][:4] == ["from", "to", "cargo", "tonnes"]
    drawn = json.loads(sent(on_it, **{"as": "geojson"}).content)
    assert drawn["features"][0]["properties"]["use"] == 1.0


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"table": TABLE.replace("60", "-60")}, "KORPU-FLOW-002"),
        ({"table": TABLE.replace("Batumi", "Atlantis")}, "KORPU-NET-030"),
        ({"table": "from,to\n"}, "KORPU-FLOW-001"),
        ({"without": "Atlantis"}, "KORPU-NET-031"),
    ],
)
def test_what_cannot_be_used_is_said_and_what_was_entered_stays(on_it, change, code):
    reply = sent(on_it, **change)
    assert reply.status_code == 400
    shown = reply.content.decode()
    assert code in shown
    assert change.get("table", TABLE).splitlines()[0] in shown


def test_disruptions_are_told_with_plans_and_what_hurts_most(on_it):
    shown = on_it.get("/routes/scenarios/?pairs=Tbilisi+-+Baku&count=100&by=hours&on=2025-06-02").content.decode()
    assert "which plan stays good" in shown and "stays good</span>" in shown
    assert "Which single loss hurts most" in shown and 'class="flow' in shown
    assert "What was assumed" in shown


def test_named_scenarios_are_told_by_name(on_it):
    shown = on_it.get(
        "/routes/scenarios/?pairs=Tbilisi+-+Baku&by=usd&on=2025-06-02&named=No+rails:+rail%0AAll:+rail;+road"
    ).content.decode()
    assert "No rails" in shown and "no way" in shown


def test_a_pair_that_is_none_is_refused(on_it):
    reply = on_it.get("/routes/scenarios/?pairs=Tbilisi")
    assert reply.status_code == 400
    assert "KORPU-SCENARIO-007" in reply.content.decode()
