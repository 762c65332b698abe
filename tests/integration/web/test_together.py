"""Accepting together what is likely right, and taking it back with one button."""

from __future__ import annotations

import re

from korpu.app.review import queue

TEXT = "Norway gave 1 million US dollars. Norway gave 2 million US dollars. Norway gave 3 million US dollars."


def added(desk):
    return desk.post("/sources/add/", {"text": TEXT, "kind": "press"})["Location"]


def test_nothing_is_accepted_that_is_less_likely(desk, held):
    source = added(desk)
    answer = desk.post(f"{source}together/", {"at_least": "0.9"}, follow=True)
    assert "nothing was accepted" in answer.content.decode()
    assert len(queue(held)) == 3


def test_likely_ones_are_accepted_and_taken_back(desk, held):
    source = added(desk)
    for found in queue(held)[:2]:
        desk.post(f"{source}candidates/{found.key}/accept/", {"record": "new"})
    (left,) = queue(held)
    told = desk.get(f"{source}candidates/{left.key}/").content.decode()
    assert "Of 2 decided" in told and "60%" in told


def test_a_batch_is_taken_back_with_one_button(desk, held, monkeypatch):
    monkeypatch.setattr("korpu.web.views.together.SHARES", ("0.5",))
    source = added(desk)
    page = desk.post(f"{source}together/", {"at_least": "0.5"}, follow=True).content.decode()
    batch = re.search(r'name="batch" value="(batch-\d+)"', page)[1]
    assert queue(held) == []
    desk.post(f"{source}together/undo/", {"batch": batch})
    assert len(queue(held)) == 3
