"""Routes in a browser: an area is drawn with mouse or keyboard, and the ways before and after are shown."""

from __future__ import annotations

import pytest

from korpu.app.routes import network_of
from korpu.corridors import raw

pytestmark = pytest.mark.skipif(not raw.installed(), reason="scgraph-data and searoute are not installed")
ASKED = "/routes/?from=Odesa&to=Baku&on=2025-06-02"


@pytest.fixture
def asked(workbench, page):
    network_of(workbench.folder)
    page.goto(workbench.base + ASKED)
    page.locator("[data-map] svg").first.wait_for()
    return page


def test_an_area_drawn_with_the_mouse_is_closed(asked):
    box = asked.locator("[data-map] svg").bounding_box()
    asked.mouse.move(box["x"] + 0.70 * box["width"], box["y"] + 0.35 * box["height"])
    asked.mouse.down()
    asked.mouse.move(box["x"] + 0.78 * box["width"], box["y"] + 0.65 * box["height"], steps=5)
    with asked.expect_navigation():
        asked.mouse.up()
    assert asked.locator("[data-map]").count() == 2
    assert asked.locator(".whatif .chip").count() == 1


def test_an_area_is_drawn_with_the_keyboard_alone(asked):
    asked.locator("[data-draw]").focus()
    asked.keyboard.press("Enter")
    for key in ("ArrowLeft", "ArrowUp", "Shift+ArrowRight"):
        asked.keyboard.press(key)
    assert asked.locator(".drawn").count() == 1
    with asked.expect_navigation():
        asked.keyboard.press("Enter")
    assert asked.locator("[data-map]").count() == 2


def test_a_place_to_close_is_chosen_from_the_list(asked):
    asked.select_option("#leaveout", "Poti")
    asked.locator(".leaveform button").first.click()
    assert asked.locator(".maphead").count() == 2
