"""The map: countries, ways by mode and rank, names that do not run into each other, nothing that could break out."""

from __future__ import annotations

import re
from xml.dom.minidom import parseString

from korpu.drawing.chart import Named, View, Way, chart
from korpu.reference.basemap import outlines

ODESA, BATUMI = (30.74, 46.49), (41.63, 41.65)


def test_what_is_drawn_lies_within_the_window() -> None:
    view = View([ODESA, BATUMI])
    for x, y in (view.at(*ODESA), view.at(*BATUMI)):
        assert 0 < x < view.width
        assert 0 < y < view.height
    assert view.at(*ODESA)[1] < view.at(*BATUMI)[1]  # north is up


def test_ways_differ_by_mode_and_rank_and_the_best_lies_on_top() -> None:
    drawn = chart([Way([ODESA, BATUMI], "sea"), Way([ODESA, (35, 43), BATUMI], "ferry", "before")], [], "a map")
    assert re.findall(r'class="way (\w+ \w+)"', drawn) == ["ferry before", "sea best"]


def test_names_are_escaped_and_a_close_one_is_left_out() -> None:
    drawn = chart([], [Named(ODESA, "<Odesa>", end=True), Named((30.74, 46.47), "Port"), Named(BATUMI, "Batumi")], "m")
    parseString(drawn)
    assert "&lt;Odesa&gt;" in drawn
    assert "Port" not in drawn
    assert "Batumi" in drawn


def test_crimea_is_drawn_with_ukraine() -> None:
    assert _inside((34.1, 44.95), "UA")
    assert not _inside((34.1, 44.95), "RU")
    assert _inside((46.75, 39.82), "AZ")  # Khankendi


def _inside(point: tuple[float, float], code: str) -> bool:
    x, y = point
    odd = False
    for ring in outlines()[code]:
        for (x1, y1), (x2, y2) in zip(ring, (*ring[1:], ring[0]), strict=True):
            if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
                odd = not odd
    return odd
