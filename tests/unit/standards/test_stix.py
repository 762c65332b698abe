"""Cases go into STIX 2.1 and come back the same; the library stix2 reads what is written; bad bundles are refused."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
import stix2
from hypothesis import given, settings

from korpu.kernel.errors import InputError
from korpu.ledger.incidents.case import Case, Outlet, Refutation, Sighting
from korpu.ledger.incidents.techniques import techniques
from korpu.standards.stix.check import check
from korpu.standards.stix.losses import losses
from korpu.standards.stix.read import cases as read
from korpu.standards.stix.read import read as read_bytes
from korpu.standards.stix.write import bundle

from .cases import cases

CASE = Case(
    "9125c448-baf7-5c4c-9fa8-b6676bb75ee1",
    "Школу ніхто не відкривав",
    "uk",
    {"en": "No school", "uk": "Школи немає"},
    "Promises are not kept",
    "aid",
    "refuted",
    (Sighting("Daily X", "https://example.org/a", "2025-03"), Sighting("Channel Y", None, "2025-03-09")),
    (Refutation("The school was opened", "en", "A speech", "https://example.org/s", "2025-05-14", "It stands"),),
    ("T0002", "T0023"),
    (
        Outlet(
            "Daily X", "RU", "website", "sanctioned", "2022-03-01", "A decision", None, ("copies",), ("a@b.example",)
        ),
        Outlet("Channel Y"),
    ),
    "embassy",
    "2025-03-10T08:00:00.000000Z",
    "2025-05-20T08:00:00.000000Z",
)


@settings(max_examples=150)
@given(cases())
def test_what_is_written_is_read_back_the_same_and_written_the_same_again(case: Case) -> None:
    said = json.loads(json.dumps(bundle([case])))
    (found,) = read(said)
    assert found == case
    assert bundle([found]) == said
    assert losses(case) == ()


@settings(max_examples=60)
@given(cases())
def test_the_library_of_the_standard_reads_every_bundle(case: Case) -> None:
    said = bundle([case])
    assert check(said) == []
    parsed = stix2.parse(json.dumps(said), allow_custom=False)
    assert [one.id for one in parsed.objects] == [one["id"] for one in said["objects"]]


def test_ids_are_those_that_the_library_makes_for_observables() -> None:
    (url,) = [one for one in bundle([CASE])["objects"] if one["type"] == "url"]
    assert url["id"] == stix2.URL(value="https://example.org/a").id


def test_a_case_is_an_incident_with_techniques_of_disarm_and_an_opinion() -> None:
    objects = bundle([CASE])["objects"]
    kinds = [one["type"] for one in objects]
    assert {"report", "incident", "identity", "observed-data", "url", "note", "opinion", "attack-pattern"} <= set(kinds)
    codes = [one["external_references"][0]["external_id"] for one in objects if one["type"] == "attack-pattern"]
    assert codes == ["T0002", "T0023"]
    assert {one["id"] for one in objects if one["type"] == "attack-pattern"} == {
        techniques()[code].stix for code in codes
    }


def test_two_cases_share_their_outlets() -> None:
    other = replace(CASE, uid="0f9a51c5-6a6e-5d53-8f1c-b1e0c0a2f6aa", words="Another", title={})
    said = bundle([CASE, other])
    assert check(said) == []
    assert len([one for one in said["objects"] if one["type"] == "identity"]) == 3
    assert read(said) == [CASE, other]


def test_a_date_that_is_no_span_is_named_as_lost() -> None:
    case = replace(
        CASE, sightings=(Sighting("Daily X", "https://example.org/a", "2025-21"),), outlets=(CASE.outlets[0],)
    )
    (loss,) = losses(case)
    assert (loss.field, loss.value) == ("sightings[0].date", "2025-21")
    assert "span" in loss.reason


def test_a_bundle_of_others_with_only_a_report_is_a_case() -> None:
    url = stix2.URL(value="https://news.example/fake")
    pattern = stix2.AttackPattern(
        name="Distort facts", external_references=[{"source_name": "mitre-attack", "external_id": "T0023"}]
    )
    source = stix2.Identity(name="Fake Daily", identity_class="organization")
    seen = stix2.ObservedData(
        first_observed="2024-02-03T10:00:00Z",
        last_observed="2024-02-03T12:00:00Z",
        number_observed=3,
        object_refs=[url],
    )
    tie = stix2.Relationship(seen, "related-to", source)
    report = stix2.Report(
        name="A made-up story", description="They said it never arrived.", published="2024-02-04T00:00:00Z",
        object_refs=[url, pattern, seen, source, tie],
    )  # fmt: skip
    data = stix2.Bundle(report, url, pattern, source, seen, tie).serialize().encode()
    (case,) = read_bytes(data)
    assert (case.words, case.techniques) == ("They said it never arrived.", ("T0023",))
    assert case.sightings == (Sighting("Fake Daily", "https://news.example/fake", "2024-02-03"),)
    assert read_bytes(data)[0].uid == case.uid


def broken(**changes: Any) -> Any:
    said = json.loads(json.dumps(bundle([CASE])))
    for path, value in changes.items():
        kind, name = path.split("__")
        one = next(o for o in said["objects"] if o["type"] == kind.replace("_", "-"))
        if value is None:
            del one[name]
        else:
            one[name] = value
    return said


@pytest.mark.parametrize(
    ("said", "rule"),
    [
        ([], "bundle"),
        ({"type": "bundle"}, "bundle"),
        ({"type": "bundle", "id": "bundle--1", "objects": []}, "id"),
        ({"type": "bundle", "objects": [7]}, "id"),
        (broken(incident__id="incident--7"), "id"),
        (broken(incident__id=7), "id"),
        (broken(incident__name=None), "required"),
        (broken(incident__name=["x"]), "string"),
        (broken(incident__created="yesterday"), "timestamp"),
        (broken(incident__modified="2020-01-01T00:00:00Z"), "order"),
        (broken(incident__spec_version="2.0"), "spec_version"),
        (broken(incident__labels="refuted"), "list"),
        (broken(report__object_refs=[]), "required"),
        (broken(report__object_refs=[{}]), "reference"),
        (broken(report__object_refs="incident"), "reference"),
        (broken(relationship__target_ref="x"), "reference"),
        (broken(opinion__opinion="nonsense"), "value"),
        (broken(observed_data__number_observed=True), "value"),
        (broken(note__external_references=[{}]), "external_references"),
        (broken(language_content__contents=[1]), "value"),
        ({**broken(), "objects": [*broken()["objects"], broken()["objects"][0]]}, "unique"),
    ],
)  # fmt: skip
def test_a_bundle_that_breaks_a_rule_is_refused_in_a_sentence(said: Any, rule: str) -> None:
    assert rule in {breach.rule for breach in check(said) if breach.severity == "error"}
    with pytest.raises(InputError) as refused:
        read(said)
    assert refused.value.code == "KORPU-STIX-001"


def test_a_bundle_without_a_case_is_refused() -> None:
    with pytest.raises(InputError, match="no case"):
        read({"type": "bundle", "id": bundle([])["id"], "objects": []})


def test_no_script_comes_in_as_an_address() -> None:
    said = broken(url__value="javascript:alert(1)")
    assert {s.url for s in read(said)[0].sightings} == {None}
