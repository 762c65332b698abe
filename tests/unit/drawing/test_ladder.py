from __future__ import annotations

from xml.etree.ElementTree import fromstring

from hypothesis import given
from hypothesis import strategies as st

from korpu.drawing import ladder
from korpu.kernel.stages import STAGES, rung

NAMES = {"decided": "decided", "delivered": "delivered"}


def test_blocks_are_filled_where_evidence_reaches_and_hatched_where_nothing_was_reported():
    states = [r.state for r in ladder.rungs(["allocated", "delivered"])]
    assert states == ["hatched", "hatched", "filled", "hatched", "hatched", "filled", "empty"]


def test_stages_off_the_ladder_fill_nothing():
    assert {r.state for r in ladder.rungs(["stopped", "stated", None])} == {"empty"}


def test_the_drawing_says_in_words_what_it_shows():
    words = {"reached": "Reported", "unreported": "Never reported", "nothing": "Nothing"}
    said = ladder.describe(
        ladder.rungs(["need", "allocated"]), NAMES | {"promised": "promised", "needed": "needed"}, words
    )
    assert said == "Reported: needed, decided. Never reported: promised"
    assert ladder.describe(ladder.rungs([]), NAMES, words) == "Nothing"


@given(st.lists(st.sampled_from(STAGES), max_size=8))
def test_it_is_well_formed_without_styles_and_filled_as_often_as_reported(stages):
    svg = ladder.draw(ladder.rungs(stages), 'a "label" <b>', ended=True)
    tree = fromstring(svg)
    filled = [r for r in tree.iter("rect") if "filled" in r.get("class", "")]
    assert len(filled) == len({rung(s) for s in stages} - {None})
    assert "style" not in svg
    assert tree.get("role") == "img"
    assert tree.get("aria-label") == 'a "label" <b>'
