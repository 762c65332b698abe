"""False claims in the browser, by plain forms: noted, refuted, closed, handed on and taken in."""

from __future__ import annotations

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from korpu.app.incidents import incidents
from korpu.app.intake import sources
from korpu.app.outlets import outlets
from korpu.app.records import ledger
from korpu.app.review import accept, queue
from korpu.standards.stix.write import bundle

from .test_work import page

FORM = {
    "words": "Nothing was ever paid.", "text": "Daily X says: Nothing was ever paid. And more.", "outlet": "Daily X",
    "seen": "2025-06-02", "url": "https://dailyx.example/1", "title": "No payments", "topic": "energy",
    "narrative": "Promises are not kept", "techniques": "T0023, t0002",
}  # fmt: skip

OUTLET = {
    "name": "Daily X", "country": "RU", "status": "sanctioned", "according_to": "A list",
    "practices": "no corrections\ncopies", "contacts": "desk@dailyx.example",
}  # fmt: skip


@pytest.fixture
def case(desk, held):
    desk.post(
        "/sources/add/", {"text": "Norway gave 7 million US dollars.", "kind": "statement", "published": "2025-05"}
    )
    accept(held, queue(held)[0].key, record="new", by="desk")
    desk.post("/incidents/outlets/", OUTLET)
    answer = desk.post("/incidents/add/", FORM)
    assert answer.status_code == 302
    return answer["Location"]


def test_empty_pages_teach(desk):
    assert 'class="empty"' in page(desk, "/incidents/")
    assert 'class="empty"' in page(desk, "/incidents/outlets/")


def test_a_claim_is_noted_with_its_clipping_and_shown_apart_from_evidence(desk, held, case):
    shown = page(desk, case)
    for words in ("Nothing was ever paid.", "Daily X", "sanctioned", "T0023", "Distort Facts", "2 June 2025"):
        assert words in shown
    assert "No payments" in page(desk, "/incidents/")
    assert "no corrections; copies" in page(desk, "/incidents/outlets/")
    assert queue(held) == []
    record = page(desk, f"/ledger/{incidents(held)[0].record}/")
    assert "Nothing was ever paid." in record
    assert f'href="{case}"' in record
    for spoken in ("uk", "az"):
        desk.post("/language/", {"language": spoken, "next": case})
        assert "What is claimed" not in page(desk, case)


def test_it_is_refuted_with_a_record_whose_words_are_the_evidence(desk, held, case):
    paid = next(r for r in ledger(held) if r.kind == "initiative")
    assert desk.post(f"{case}refute/", {"title": "Transformers"}).status_code == 400
    answer = desk.post(f"{case}refute/", {"record": paid.id, "reason": "It was paid."})
    assert answer["Location"] == case
    shown = page(desk, case)
    assert "Norway gave 7 million US dollars." in shown
    assert f'formaction="/ledger/{paid.id}/evidence/' in shown
    desk.post(f"{case}seen/", {"outlet": "Channel Y", "seen": "2025-06-03"})
    assert "Channel Y" in page(desk, case)
    assert desk.post(f"{case}seen/", {"url": "javascript:alert(1)"}).status_code == 400
    assert desk.post(f"{case}close/", {"reason": " "}).status_code == 400
    desk.post(f"{case}close/", {"reason": "Corrected."})
    assert [c.status for c in incidents(held)] == ["closed"]
    assert f'href="{case}"' in page(desk, "/incidents/?status=closed")
    assert f'href="{case}"' not in page(desk, "/incidents/?status=open")


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"words": "Other words."}, "KORPU-EVIDENCE-001"),
        ({"url": "javascript:alert(1)"}, "KORPU-WEB-001"),
        ({"techniques": "T1"}, "KORPU-INCIDENT-004"),
        ({"seen": "soon"}, "KORPU-TIME-001"),
        ({"words": " "}, "KORPU-INCIDENT-005"),
    ],
)
def test_what_cannot_be_noted_stays_in_the_form(desk, held, change, code):
    answer = desk.post("/incidents/add/", FORM | change)
    assert answer.status_code == 400
    assert code in answer.content.decode()
    assert "Promises are not kept" in answer.content.decode()
    assert incidents(held) == []


def test_cases_are_handed_on_and_taken_in(desk, held, case):
    for standard in ("stix", "claimreview"):
        one = desk.get(f"{case}case.{standard}.json")
        assert "attachment" in one["Content-Disposition"]
        assert json.loads(desk.get(f"/incidents/all.{standard}.json").content) == json.loads(one.content)
    assert desk.get("/incidents/all.nonsense.json").status_code in (400, 404)
    own = desk.get(f"{case}case.stix.json").content
    number = len(sources(held))
    again = desk.post("/incidents/import/", {"file": SimpleUploadedFile("case.json", own)})
    assert again["Location"] == "/incidents/?imported=0"
    assert len(sources(held)) == number


def test_a_case_of_another_register_waits_for_a_person(desk, held, case):
    from dataclasses import replace

    (own,) = incidents(held)
    evil = replace(own, uid="0f9a51c5-6a6e-5d53-8f1c-b1e0c0a2f6aa", words="<script>alert(1)</script> Fell.", title={})
    data = json.dumps(bundle([evil])).encode()
    reader = desk.post("/incidents/import/", {"file": SimpleUploadedFile("case.json", data)})["Location"]
    assert "<script>alert(1)" not in page(desk, reader)
    assert len(incidents(held)) == 1
    for waiting in queue(held):
        desk.post(f"{reader}candidates/{waiting.key}/accept/", {"record": "new"})
    assert {c.words for c in incidents(held)} == {own.words, evil.words}
    assert len(outlets(held)) == 1
    found = next(c for c in incidents(held) if c.words == evil.words)
    assert "<script>alert(1)" not in page(desk, f"/incidents/{found.record}/")
    assert desk.post("/incidents/import/", {}).status_code == 400
    assert desk.post("/incidents/import/", {"file": SimpleUploadedFile("x.json", b"[" * 9_999)}).status_code == 400
