"""Routes on a page: the question, the ways with a map, what is closed, and what closing one more costs."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from django.conf import settings
from openpyxl import load_workbook

pytest.importorskip("numba", reason="the extra “corridors” is not installed")

from tests.unit.corridors.conftest import ferry, tables

from korpu.app.claims import claim
from korpu.corridors import store
from korpu.corridors.build import build
from korpu.web.views import corridors


@pytest.fixture(scope="module")
def network():
    return build(tables())


@pytest.fixture
def on_it(desk, network, monkeypatch):
    monkeypatch.setattr(corridors, "kept", lambda: network)
    monkeypatch.setattr(store, "services_of", lambda network: {"ferry": ferry()})
    return desk


def page(client, address):
    return client.get(address).content.decode()


def test_before_the_network_is_built_the_page_offers_to_build_it(desk, tmp_path, monkeypatch):
    monkeypatch.setattr(settings, "KORPU_DATA", str(tmp_path))
    assert "/routes/build/" in page(desk, "/routes/")


def test_the_page_asks_for_two_places(on_it):
    shown = page(on_it, "/routes/")
    assert 'name="from"' in shown and 'class="empty"' in shown


def test_ways_are_drawn_and_told_with_their_legs_and_what_is_closed(on_it):
    shown = page(on_it, "/routes/?from=Odesa&to=Baku&on=2025-06-02")
    assert "<svg" in shown and 'class="way sea best"' in shown
    assert "Poti" in shown and "kg CO2e" in shown
    assert "Russia" in shown and "aggressor state" in shown
    assert "OpenStreetMap" in shown


def test_what_if_says_what_it_costs_and_can_be_taken_back(on_it):
    shown = page(on_it, "/routes/?from=Odesa&to=Baku&on=2025-06-02&without=ferry")
    assert "Cheapest:" in shown and "open again" in shown
    nothing = page(on_it, "/routes/?from=Odesa&to=Baku&on=2025-06-02&without=sea&without=ferry&without=road")
    assert "No way is left." in nothing


@pytest.mark.parametrize("query", ["from=Atlantis&to=Baku", "from=Odesa&to=Odesa", "from=Odesa&to=Baku&on=soon"])
def test_a_question_that_makes_no_sense_is_told_so(query, on_it):
    answer = on_it.get(f"/routes/?{query}")
    assert answer.status_code == 400
    assert 'role="alert"' in answer.content.decode()


def test_routes_leave_as_geojson_with_their_attribution(on_it):
    answer = on_it.get("/routes/routes.geojson?from=Odesa&to=Baku&on=2025-06-02")
    said = answer.json()
    assert said["type"] == "FeatureCollection" and "OpenStreetMap" in said["attribution"]
    lines = [f for f in said["features"] if f["geometry"]["type"] == "LineString"]
    assert lines and all(f["properties"]["source"] for f in lines)


def test_a_route_leaves_as_a_chain_report_whose_parts_add_up(on_it):
    answer = on_it.get("/routes/chain.xlsx?from=Odesa&to=Baku&on=2025-06-02&route=1")
    rows = list(load_workbook(BytesIO(answer.content)).active.iter_rows(values_only=True))
    legs = [row for row in rows if str(row[0]).isdigit()]
    whole = next(row for row in rows if row[0] == "Whole")
    assert sum(float(leg[8]) for leg in legs) == pytest.approx(float(whole[8]), abs=0.01)
    for leg in legs:
        assert float(leg[6]) * float(leg[7]) / 1000 == pytest.approx(float(leg[8]), rel=1e-3)
        assert leg[9]
    assert on_it.get("/routes/chain.xlsx?from=Odesa&to=Baku&route=99").status_code == 404


def waits(held, added, thing, place):
    """Write into the books that Azerbaijan has allocated a thing for a place."""
    says = {"title": f"{thing} for {place}", "object": thing, "stage": "allocated", "place": place,
            "parties": [{"party": "Azerbaijan", "role": "donor"}]}  # fmt: skip
    claim(held, added.split("/")[2], [(0, 6)], kind="initiative", properties=says, by="desk")


def test_what_hangs_on_a_closure_is_listed_with_the_new_plan_and_what_has_no_place(on_it, held, added):
    waits(held, added, "transformer", "Odesa")
    waits(held, added, "school", "Irpin")
    shown = page(on_it, "/routes/?from=Odesa&to=Baku&on=2025-06-02&without=rail")
    hangs = shown[shown.index('class="hangs"') :]
    assert re.search(r'<a href="/ledger/rec-\w+/">Transformer for Odesa</a>', hangs)
    assert "Baku – Poti – Odesa" in hangs and "+" in hangs
    assert "School for Irpin" in hangs and "nothing in it is told as goods" in hangs
    spared = page(on_it, "/routes/?from=Odesa&to=Baku&on=2025-06-02&without=ferry")
    assert "These keep their way" in spared
    cut = page(on_it, "/routes/?from=Odesa&to=Baku&on=2025-06-02&without=sea&without=ferry")
    assert "No way is left." in cut[cut.index('class="hangs"') :]
    assert 'class="hangs"' not in page(on_it, "/routes/?from=Odesa&to=Baku&on=2025-06-02")


@pytest.mark.parametrize(("language", "words"), [("az", "Bundan nə asılıdır"), ("uk", "Що від цього залежить")])
def test_what_hangs_on_it_is_told_in_the_readers_language(language, words, on_it, held, added):
    waits(held, added, "transformer", "Odesa")
    address = "/routes/?from=Odesa&to=Baku&on=2025-06-02&without=rail"
    assert words in on_it.get(address, headers={"accept-language": language}).content.decode()


def test_an_area_of_the_map_is_left_out_and_shown_before_and_after(on_it):
    address = "/routes/?from=Odesa&to=Baku&on=2025-06-02&west=41.2&south=42&east=41.6&north=42.2"
    shown = page(on_it, address)
    assert shown.count("data-map") == 2 and "Before:" in shown and "After:" in shown
    assert "the area 42–42.2° N, 41.2–41.6° E" in shown
    refused = on_it.get("/routes/?from=Odesa&to=Baku&west=9&south=1&east=2&north=3")
    assert refused.status_code == 400 and "KORPU-NET-032" in refused.content.decode()


def test_what_can_be_closed_is_a_list_to_choose_from(on_it):
    shown = page(on_it, "/routes/?from=Odesa&to=Baku&on=2025-06-02")
    choices = shown[shown.index('id="leaveout"') : shown.index("</select>", shown.index('id="leaveout"'))]
    assert '<option value="Poti">Poti</option>' in choices
    assert 'value="GE-AZ">border Georgia–Azerbaijan' in choices
    assert 'value="sea"' in choices and 'value="black_sea"' in choices and 'value="crimea"' not in choices


def test_services_that_run_are_on_the_map_with_what_they_carry(on_it):
    shown = page(on_it, "/routes/?from=Odesa&to=Baku&on=2025-06-02")
    assert 'class="way ferry service"' in shown
    assert "49 wagons a week, 50 trucks a week" in shown


def test_closures_far_from_the_way_are_folded_away(on_it):
    shown = page(on_it, "/routes/?from=Odesa&to=Baku&on=2026-06-02")
    near, far = shown.split('class="elsewhere"')
    assert "Sea of Azov" in near and "Border between India and Pakistan" in far


@pytest.mark.parametrize(("language", "words"), [("az", "Azov dənizi"), ("uk", "Азовське море")])
def test_what_is_closed_is_told_in_the_readers_language(language, words, on_it):
    shown = on_it.get("/routes/?from=Odesa&to=Baku&on=2025-06-02", headers={"accept-language": language})
    assert words in shown.content.decode()


def test_a_place_of_ones_own_is_added_and_a_wrong_one_refused(on_it, settings, monkeypatch, tmp_path):
    settings.KORPU_DATA = str(tmp_path)
    built = []
    monkeypatch.setattr("korpu.web.views.own_network.network_of", built.append)
    place = {"name": "Zugdidi", "country": "ge", "lat": "42,5", "lon": "41.87", "road": "1", "query": "from=Odesa"}
    assert on_it.post("/routes/own/nodes/", place).url == "/routes/?from=Odesa"
    assert "own_zugdidi,Zugdidi,GE,42.5" in (tmp_path / "network/own/nodes.csv").read_text()
    assert built
    wrong = on_it.post("/routes/own/nodes/", {**place, "lat": "142"})
    assert wrong.status_code == 400 and "KORPU-NET-014" in wrong.content.decode()
    ferry = {"name": "Poti–Batumi", "origin": "Poti", "destination": "Nowhere", "every_days": "2"}
    assert "KORPU-NET-030" in on_it.post("/routes/own/services/", ferry).content.decode()
    ferry["destination"] = "Батумі"
    assert on_it.post("/routes/own/services/", ferry).status_code == 302
    assert "poti,batumi" in (tmp_path / "network/own/services.csv").read_text()
    assert on_it.post("/routes/own/stars/", {}).status_code == 404
