"""What a verb group says: done, running or meant; possible, needed or denied."""

from __future__ import annotations

import pytest

from korpu.statements.events.groups import groups
from korpu.statements.events.tagger import tag

ROWS = [
    ("The bridge has already been repaired.", "repair", "done", "real"),
    ("The bridge is being repaired.", "repair", "now", "real"),
    ("The bridge will be repaired.", "repair", "planned", "real"),
    ("They hope to repair the bridge.", "repair", "now", "planned"),
    ("They promised to repair the bridge.", "repair", "done", "pledged"),
    ("They have to repair the bridge.", "repair", "now", "need"),
    ("They are ready to repair the bridge.", "repair", "now", "pledged"),
    ("They could repair the bridge.", "repair", "now", "potential"),
    ("They decided to repair the bridge.", "repair", "done", "decided"),
    ("They are interested in repairing the bridge.", "be", "now", "interested"),
    ("The bridge is to be repaired.", "repair", "now", "planned"),
    ("The bridge was to have been repaired.", "repair", "done", "failed"),
    ("They failed to repair the bridge.", "repair", "done", "failed"),
]


@pytest.mark.parametrize(("sentence", "lemma", "time", "mood"), ROWS)
def test_a_group_tells_time_and_mood(sentence: str, lemma: str, time: str, mood: str) -> None:
    group = groups(tag(sentence))[0]
    assert (group.verb.lemma, group.time, group.mood) == (lemma, time, mood)


@pytest.mark.parametrize(
    ("sentence", "flag"),
    [
        ("It has not been built.", "negated"),
        ("It is no longer used.", "ended"),
        ("It has yet to arrive.", "pending"),
        ("It was built.", "passive"),
        ("They keep sending tents.", "habitual"),
    ],
)
def test_a_group_tells_what_is_particular(sentence: str, flag: str) -> None:
    assert getattr(groups(tag(sentence))[0], flag) is True
