"""Cases and outlets as they are folded from claims."""

from __future__ import annotations

from typing import Any

from korpu.ledger.claim import Claim, Evidence
from korpu.ledger.fold import fold
from korpu.ledger.incidents.fold import by_name, case_of, is_case, outlet_of
from korpu.ledger.incidents.techniques import ID, techniques
from korpu.ledger.incidents.writing import case_in, lines_of, span_of


def claims(kind: str, record: str, *entries: list[tuple[str, Any]]) -> list[Claim]:
    return [
        Claim(
            f"e{n}.{i}", f"e{n}", record, kind, name, value, Evidence("src-1", ((0, 5),), "words", language="uk"),
            recorded=f"2026-01-0{n}T00:00:00.000000Z", reviewed=True,
        )
        for n, said in enumerate(entries, start=1)
        for i, (name, value) in enumerate(said)
    ]  # fmt: skip


CASE = [("false_claim", {"words": "Нічого", "language": "uk"}), ("seen", {"outlet": "daily  x", "date": "2025-03"}),
        ("status", {"status": "open"})]  # fmt: skip


def test_a_blackout_is_an_incident_and_no_case() -> None:
    record = fold(claims("incident", "rec-1", [("title", {"en": "Blackout"})]))["rec-1"]
    assert not is_case(record)


def test_the_status_said_last_stands_and_the_outlet_has_the_name_of_the_register() -> None:
    record = fold(
        claims("incident", "rec-1", CASE, [("status", {"status": "refuted"}), ("refuted_by", {"record": "rec-9"})])
    )["rec-1"]
    outlet = outlet_of(fold(claims("outlet", "rec-2", [("name", "Daily X"), ("country", "RU")]))["rec-2"])
    case = case_of(record, by_name([outlet]), {"src-1": {"title": "A speech"}}, author="embassy")
    assert is_case(record)
    assert (case.status, case.sightings[0].outlet, case.outlets) == ("refuted", "Daily X", (outlet,))
    assert (case.refutations[0].quote, case.refutations[0].title) == ("words", "A speech")
    assert (case.created, case.modified) == ("2026-01-01T00:00:00.000000Z", "2026-01-02T00:00:00.000000Z")
    assert case == case_of(record, by_name([outlet]), {"src-1": {"title": "A speech"}}, author="embassy")


def test_an_outside_case_keeps_its_identity_until_something_is_said_here() -> None:
    outside = {
        "uid": "0f9a51c5-6a6e-5d53-8f1c-b1e0c0a2f6aa",
        "author": "capital",
        "created": "2025",
        "modified": "2025",
    }
    first = claims("incident", "rec-1", [*CASE, ("exchanged", outside)])
    case = case_of(fold(first)["rec-1"], {}, {}, author="embassy")
    assert (case.uid, case.author, case.modified) == (outside["uid"], "capital", "2025")
    later = claims("incident", "rec-1", [*CASE, ("exchanged", outside)], [("status", {"status": "closed"})])
    assert case_of(fold(later)["rec-1"], {}, {}, author="embassy").modified.startswith("2026-01-02")


def test_lines_with_a_hole_in_them_are_no_case() -> None:
    case = case_of(fold(claims("incident", "rec-1", CASE))["rec-1"], {}, {}, author="embassy")
    text = lines_of(case)
    assert case_in(text) == case
    start, end = span_of(text, "outlets 1") or (0, 0)
    assert text[start:end] == "outlets 1 name: daily  x"
    assert case_in("█" * len(text)) is None
    assert case_in(text.replace("words", "█████")) is None


def test_the_techniques_are_those_of_disarm() -> None:
    known = techniques()
    assert len(known) == 391
    assert all(ID.fullmatch(name) for name in known)
    assert known["T0002"].stix.startswith("attack-pattern--")
