"""A sound file with one thing changed in it is read or refused in a sentence; nothing else ever happens."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

from korpu.kernel.errors import InputError
from korpu.ledger.incidents.writing import case_in, lines_of
from korpu.standards.claimreview.losses import losses as lost_in_reviews
from korpu.standards.claimreview.read import cases as read_reviews
from korpu.standards.claimreview.write import document
from korpu.standards.stix.losses import losses as lost_in_stix
from korpu.standards.stix.read import cases as read_bundle
from korpu.standards.stix.write import bundle

from .test_stix import CASE

JUNK = st.sampled_from(
    [None, True, 0, -1, 1.5, 10**30, "", " ", "x", "x\ny: z", "uid: x", "2025", "T0002", "urn:uuid:x", [], {}, [None],
     [[]], [{}], {"x": 1}, {"@value": []}, {"name": []}, "incident--0", "2025-13-45T99:99:99Z", "0000-01-01T00:00:00Z",
     "javascript:alert(1)", "https://x/\u202e"]
)  # fmt: skip


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the path to every value within a document."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in pairs:
        yield (*path, key)
        yield from places(item, (*path, key))


def changed(said: Any, path: tuple[Any, ...], junk: Any, *, drop: bool) -> Any:
    said = copy.deepcopy(said)
    inner = said
    for key in path[:-1]:
        inner = inner[key]
    if drop:
        del inner[path[-1]]
    else:
        inner[path[-1]] = junk
    return said


STIX, REVIEWS = bundle([CASE]), document([CASE])


@pytest.mark.parametrize(
    ("said", "read", "lost"),
    [(STIX, read_bundle, lost_in_stix), (REVIEWS, read_reviews, lost_in_reviews)],
    ids=["stix", "claimreview"],
)
@settings(max_examples=400)
@given(data=st.data())
def test_one_thing_changed_is_read_or_refused(said: Any, read: Any, lost: Any, data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(list(places(said))))
    hostile = changed(said, path, data.draw(JUNK), drop=data.draw(st.booleans()))
    try:
        found = read(hostile)
    except InputError as refused:
        assert "\n" not in refused.message
        return
    for case in found:
        assert case.words
        assert case_in(lines_of(case)) == case
        assert read_bundle(bundle([case]))[0].uid
        lost(case)
        assert all(seen.url is None or seen.url.startswith("http") for seen in case.sightings)
