"""Cleared lines: written down with their evidence, replaced, withdrawn; and drafts that depart from them."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from korpu.app.books import Books, open_books
from korpu.app.cleared import newer_than
from korpu.app.drafts import checked, draft_of
from korpu.app.intake import add
from korpu.app.lines import NO_EVIDENCE, clear, line, lines, withdraw
from korpu.app.records import ledger, record
from korpu.app.review import accept_all, queue
from korpu.documents import load
from korpu.kernel.errors import ConflictError, InputError, NotFoundError
from korpu.statements.document import Document

GRANT = {
    "en": "In February 2025 Norway allocated 3 million euros for electrical equipment for Ukraine.",
    "uk": "У лютому 2025 року Норвегія виділила Україні 3 мільйони євро на електрообладнання.",
}
SCHOOL = {"en": "Norway has allocated 2 million euros to restore the school in Bucha."}
TOTAL = {"en": "Norway has so far provided Ukraine with humanitarian aid worth over 40 million euros."}


@pytest.fixture
def held(tmp_path: Path) -> Books:
    return open_books(tmp_path, clock=lambda: datetime(2025, 9, 1, tzinfo=UTC))


def write(held: Books, wording: dict[str, str], topic: str = "Energy", **more: str | None) -> str:
    given = {"cleared_by": "Ms Koval", "cleared": "2025-03-01", "by": "desk"} | more
    return clear(held, topic=topic, wording=wording, **given)  # type: ignore[arg-type]


def found(held: Books, draft: str) -> list[tuple[str, str]]:
    rows = checked(held, draft_of(held, load(draft.encode(), published="2025-09")).reading)
    return [(row.finding.check, row.finding.severity) for row in rows if row.finding.check.startswith("cleared")]


def test_a_line_rests_on_a_note_for_file_and_its_figures_are_read_from_it(held: Books) -> None:
    name = write(held, GRANT, until="2026", track="energy")
    (row,) = lines(held)
    assert (row.line.id, row.state, row.line.track, row.line.until) == (name, "in_force", "energy", "2026")
    assert {k: [f.value for f in own if f.kind == "money"] for k, own in row.figures.items()} == {
        "en": ["3000000"],
        "uk": ["3000000"],
    }
    source = held.document(row.line.source)
    assert source.kind == "note"
    assert " … ".join(source.text[a:b] for a, b in row.line.ranges) == row.line.quote
    assert all(claim.evidence.oral for claim in record(held, name).claims)
    reasons = {held.journal.payload(p.entry)["reason"] for p in queue(held, state="rejected")}  # type: ignore[arg-type, index]
    assert reasons == {NO_EVIDENCE}
    assert queue(held) == []


def test_a_line_may_rest_on_a_source_that_says_it(held: Books) -> None:
    source = add(held, Document(f"A statement. {GRANT['en']} That is all.", published="2025-02-20"), by="desk").source
    name = write(held, {"en": GRANT["en"]}, source=source)
    assert line(held, name).source == source
    with pytest.raises(InputError, match="does not say"):
        write(held, {"en": GRANT["en"].replace("3 million", "4 million")}, source=source)


def test_a_line_is_replaced_and_withdrawn_as_a_whole(held: Books) -> None:
    name = write(held, GRANT)
    assert write(held, {"en": GRANT["en"].replace("3 m", "4 m")}, replaces=name, cleared="2025-04-01") == name
    assert line(held, name).wording == {"en": GRANT["en"].replace("3 m", "4 m")}
    with pytest.raises(InputError):
        withdraw(held, name, reason=" ", by="desk")
    withdraw(held, name, reason="The programme ended.", by="desk")
    assert lines(held) == []
    assert ledger(held, kind="line") == []
    with pytest.raises(NotFoundError):
        line(held, name)
    assert write(held, GRANT) == name


def test_what_a_line_lacks_is_refused(held: Books) -> None:
    for more in ({"topic": " "}, {"cleared_by": ""}, {"cleared": ""}):
        with pytest.raises(InputError, match="needs a topic"):
            write(held, GRANT, **more)
    with pytest.raises(InputError, match="needs a topic"):
        write(held, {"en": " "})
    with pytest.raises(InputError, match="kept in"):
        write(held, {"fr": "La Norvège"})
    with pytest.raises(InputError, match="no track"):
        write(held, GRANT, track="space")
    with pytest.raises(ConflictError, match="valid until"):
        write(held, GRANT, until="2024")
    write(held, GRANT)
    with pytest.raises(ConflictError, match="cleared already"):
        write(held, GRANT)


@pytest.mark.parametrize(
    "draft",
    [
        "In February 2025 Norway allocated 5 million euros for electrical equipment for Ukraine.",
        "У лютому 2025 року Норвегія виділила Україні 5 мільйонів євро на електрообладнання.",
        "In February 2025 Norway allocated 3 million dollars for electrical equipment for Ukraine.",
    ],
)
def test_another_figure_on_the_same_thing_is_found_in_any_language(held: Books, draft: str) -> None:
    write(held, {"en": GRANT["en"]})
    assert ("cleared_figure", "warning") in found(held, draft)


def test_a_stage_further_than_the_cleared_one_is_found(held: Books) -> None:
    write(held, SCHOOL, "School")
    write(held, GRANT)
    assert found(held, "In Bucha, Norway has restored the school.") == [("cleared_stage", "warning")]
    delivered = "In February 2025 Norway delivered electrical equipment worth 3 million euros to Ukraine."
    assert found(held, delivered) == [("cleared_stage", "warning")]


def test_the_opposite_of_what_is_cleared_is_found(held: Books) -> None:
    write(held, {"en": "The ferry line between Chornomorsk and Poti was launched in April 2025."}, "Ferry")
    assert found(held, "The ferry line between Chornomorsk and Poti has not been launched.") == [
        ("cleared_stage", "warning")
    ]
    assert found(held, "The ferry line between Chornomorsk and Varna has not been launched.") == []


@pytest.mark.parametrize(
    "draft",
    [
        GRANT["en"],
        GRANT["uk"],
        SCHOOL["en"],
        TOTAL["en"],
        "In February 2025 Norway allocated three million euros for electrical equipment for Ukraine.",
        "In March 2023 Norway allocated 5 million euros for electrical equipment for Ukraine.",
        "In February 2025 Sweden allocated 5 million euros for electrical equipment for Ukraine.",
        "Norway plans to allocate 8 million euros for electrical equipment for Ukraine in 2027.",
        "Norway has allocated 7 million euros to restore the school in Irpin.",
        "In Irpin, Norway has restored the school.",
        "In Bucha, Norway has restored the hospital.",
        "Norway added another 2 million euros of humanitarian aid to Ukraine.",
        "Trade between Norway and Ukraine reached 900 million euros in 2024.",
        "Norway has provided Ukraine with military aid worth over 900 million euros so far.",
    ],
)
def test_other_things_raise_no_alarm(held: Books, draft: str) -> None:
    for topic, wording in (("Energy", GRANT), ("School", SCHOOL), ("Total", TOTAL)):
        write(held, wording, topic)
    assert found(held, draft) == []


def test_a_line_past_its_day_is_named_and_no_longer_compared_with(held: Books) -> None:
    write(held, {"en": GRANT["en"]}, until="2025-06")
    assert lines(held)[0].state == "expired"
    other = "In February 2025 Norway allocated 5 million euros for electrical equipment for Ukraine."
    assert found(held, other) == [("cleared_expired", "info")]


def test_a_line_that_the_ledger_has_overtaken_is_out_of_date(held: Books) -> None:
    name = write(held, SCHOOL, "School")
    assert newer_than(held, line(held, name)) == []
    text = "In January 2025 Norway allocated 2 million euros to restore the school in Bucha."
    add(held, Document(text, published="2025-01", language="en"), by="desk")
    add(held, Document("In Bucha, Norway has restored the school.", published="2025-07", language="en"), by="desk")
    accept_all(held, by="desk")
    ((where, message),) = newer_than(held, line(held, name))
    assert "completed" in message
    assert record(held, where).kind == "initiative"
    assert ("cleared_outdated", "info") in found(held, SCHOOL["en"])


def test_a_total_told_later_overtakes_the_cleared_one(held: Books) -> None:
    name = write(held, TOTAL, "Total")
    said = "So far, Norway's humanitarian aid to Ukraine has reached 55 million euros."
    add(held, Document(said, published="2025-06", language="en"), by="desk")
    accept_all(held, by="desk")
    ((_, message),) = newer_than(held, line(held, name))
    assert message.endswith("the ledger has about 55,000,000 EUR.")
    assert ("cleared_outdated", "info") in found(held, TOTAL["en"])
    assert set(found(held, said)) == {("cleared_figure", "warning"), ("cleared_outdated", "info")}
