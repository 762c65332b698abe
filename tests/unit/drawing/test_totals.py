from __future__ import annotations

from decimal import Decimal
from xml.etree.ElementTree import fromstring

from korpu.drawing.totals import Point, draw


def points():
    return [
        Point(2025.12, Decimal(40_000_000), "over 40 million USD", open=True),
        Point(2022.94, Decimal(17_500_000), "17,500,000 USD"),
        Point(2025.36, Decimal(42_000_000), "42,000,000 USD"),
    ]


def test_each_total_is_a_dot_in_the_order_of_time_and_higher_when_more():
    tree = fromstring(draw(points(), Decimal(8_600_000), "8,600,000 USD", "label"))
    dots = [(float(c.get("cx")), float(c.get("cy"))) for c in tree.iter("circle")]
    assert dots == sorted(dots)
    assert [y for _, y in dots] == sorted((y for _, y in dots), reverse=True)
    assert "style" not in draw(points(), None, "none", "label")


def test_the_known_part_of_the_bar_is_in_proportion():
    tree = fromstring(draw(points(), Decimal(21_000_000), "21,000,000 USD", "label"))
    whole = next(r for r in tree.iter("rect") if r.get("class") == "other")
    part = next(r for r in tree.iter("rect") if r.get("class") == "part")
    assert abs(float(part.get("height")) / float(whole.get("height")) - 0.5) < 0.01


def test_one_total_alone_is_no_chart():
    assert draw(points()[:1], None, "", "label") == ""
