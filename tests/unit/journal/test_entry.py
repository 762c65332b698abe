"""Entries are sealed so that anybody can recompute them."""

from __future__ import annotations

import hashlib
import json

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from korpu.journal.canonical import canonical, canonical_strings
from korpu.journal.entry import GENESIS, Head, check_site, seal
from korpu.kernel.errors import InputError

TEXT = st.text(st.characters(exclude_categories=["Cs"]))


@given(st.lists(st.one_of(TEXT, st.integers(0, 2**53 - 1))))
def test_the_fast_spelling_of_a_list_is_rfc_8785(values: list[str | int]) -> None:
    assert canonical_strings(values) == rfc8785.dumps(values)


@given(st.dictionaries(TEXT, st.one_of(TEXT, st.none(), st.booleans(), st.floats(-(2**53) + 1, 2**53 - 1))))
def test_canonical_json_says_the_same_and_does_not_depend_on_order(payload: dict[str, object]) -> None:
    turned = dict(reversed(payload.items()))
    assert canonical(payload) == canonical(turned)
    assert json.loads(canonical(payload)) == payload


@pytest.mark.parametrize("value", [{"n": 2**60}, {"x": object()}, {"t": "\ud800"}, {"n": float("nan")}])
def test_what_json_cannot_say_is_refused(value: dict[str, object]) -> None:
    with pytest.raises(InputError, match="KORPU-JOURNAL-001"):
        canonical(value)


def test_a_hash_can_be_recomputed_from_the_description_alone() -> None:
    body, salt = b'{"type":"review"}', b"0123456789abcdef"
    entry = seal(
        Head("embassy"), recorded="2026-01-01T00:00:00.000000Z", author="Ə", kind="review", salt=salt, body=body
    )
    committed = hashlib.sha256(salt + body).hexdigest()
    line = f'["embassy",1,"embassy-1","2026-01-01T00:00:00.000000Z","Ə","review","{committed}","{GENESIS}"]'
    assert entry.payload_hash == committed
    assert entry.hash == hashlib.sha256(line.encode()).hexdigest()
    following = seal(Head("embassy", 1, entry.hash), recorded="", author="", kind="review", salt=salt, body=body)
    assert (following.seq, following.id, following.previous) == (2, "embassy-2", entry.hash)


@pytest.mark.parametrize("site", ["", "Embassy", "a b", "x" * 41, "1st", "a\n"])
def test_a_site_has_a_plain_name(site: str) -> None:
    with pytest.raises(InputError, match="KORPU-JOURNAL-002"):
        check_site(site)
