"""Cases go into ClaimReview and come back the same but for what is named as lost; others' reviews are read too."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings

from korpu.kernel.errors import InputError
from korpu.ledger.incidents.case import Case, Sighting
from korpu.standards.claimreview.check import check
from korpu.standards.claimreview.losses import losses
from korpu.standards.claimreview.read import cases as read
from korpu.standards.claimreview.write import document

from .cases import cases
from .test_stix import CASE

NO_PLACE = {"kind", "status", "status_date", "status_source", "practices"}


@settings(max_examples=150)
@given(cases())
def test_all_comes_back_but_what_is_named_as_lost(case: Case) -> None:
    said = json.loads(json.dumps(document([case])))
    (found,) = read(said)
    assert document([found]) == said
    lost = {loss.field.split(".")[-1].partition("[")[0] for loss in losses(case)}
    assert lost <= NO_PLACE
    if not lost:
        assert found == case
    assert [b for b in check(said) if b.severity == "error"] == []


def test_the_form_is_that_of_schema_org() -> None:
    said = document([CASE], base="https://example.org/facts/")
    assert (said["@context"], said["@type"]) == ("https://schema.org", "ClaimReview")
    assert said["claimReviewed"] == CASE.words
    assert said["url"] == f"https://example.org/facts/{CASE.uid}"
    assert said["itemReviewed"]["author"]["name"] == "Channel Y" or said["itemReviewed"]["author"]["name"] == "Daily X"
    assert said["itemReviewed"]["appearance"][0]["url"] == "https://example.org/a"
    assert said["reviewRating"]["alternateName"] == "False"
    assert check(said) == []
    open_one = Case(CASE.uid, "It is not so.", sightings=(Sighting("Daily X"),), author="embassy")
    assert document([open_one])["reviewRating"] == {"@type": "Rating", "alternateName": "Not verified"}


def test_several_are_a_graph_and_the_losses_have_reasons() -> None:
    said = document([CASE, CASE])
    assert len(read(said)) == 2
    assert all(loss.reason.startswith("schema.org") for loss in losses(CASE))
    assert {loss.value for loss in losses(CASE)} == {"website", "sanctioned", "2022-03-01", "A decision", "copies"}


FACT_CHECK: dict[str, Any] = {
    "@context": "http://schema.org",
    "@type": ["ClaimReview", "Article"],
    "url": "https://checkers.example/1",
    "author": "Checkers",
    "datePublished": "2024-05-06T10:00:00+03:00",
    "claimReviewed": "Aid never arrived",
    "itemReviewed": {
        "@type": "Claim",
        "author": {"@type": "Person", "name": "A blogger"},
        "datePublished": "2024-05-01",
        "appearance": ["https://blog.example/x", {"@type": "CreativeWork", "url": "javascript:alert(1)"}],
    },
    "reviewRating": {"@type": "Rating", "ratingValue": "1", "bestRating": "5", "alternateName": "Mostly false"},
}


def test_a_review_of_fact_checkers_is_read() -> None:
    (case,) = read(FACT_CHECK)
    assert (case.words, case.status, case.author) == ("Aid never arrived", "refuted", "Checkers")
    assert case.sightings == (Sighting(url="https://blog.example/x"),)
    assert case.created == "2024-05-06T07:00:00.000000Z"
    assert case.refutations[0].url == "https://checkers.example/1"
    assert read(FACT_CHECK)[0].uid == case.uid


@pytest.mark.parametrize(
    "said",
    [
        None, 7, [], {}, {"@type": "Article"}, {"@context": "https://schema.org", "@type": "ClaimReview"},
        {"@context": "https://schema.org", "@type": "ClaimReview", "claimReviewed": ["x"]},
        {"@context": "https://evil.example", "@type": "ClaimReview", "claimReviewed": "x"},
    ],
)  # fmt: skip
def test_what_is_no_review_is_refused(said: Any) -> None:
    with pytest.raises(InputError) as refused:
        read(said)
    assert refused.value.code == "KORPU-CLAIMREVIEW-001"


@pytest.mark.parametrize("junk", [None, 7, "x", [], {}, [None], [[]], {"name": 7}, {"@value": {}}, True])
@pytest.mark.parametrize(
    "name",
    [
        "@id",
        "url",
        "name",
        "author",
        "dateCreated",
        "itemReviewed",
        "reviewRating",
        "citation",
        "keywords",
        "inLanguage",
    ],
)
def test_junk_in_any_field_is_passed_over(name: str, junk: Any) -> None:
    (case,) = read(document([CASE]) | {name: junk})
    assert case.words == CASE.words
    for inner in ("appearance", "author", "about", "inLanguage", "datePublished"):
        said = document([CASE])
        said["itemReviewed"][inner] = junk
        assert read(said)[0].words == CASE.words
