"""Reprints in the workbench: one row in the list, one witness on the record, parted and tied with a reason."""

from __future__ import annotations

import pytest

from korpu.app import origins, review

LEAD = "Norway allocated 7.6 million US dollars in 2023 for the power company of the region, the ministry said. "
BODY = (
    "The equipment will be installed at the stations that were damaged in the spring and should bring light back to "
    "the villages along the river before the autumn, and engineers of both countries will look after it together."
)


@pytest.fixture
def prints(desk) -> list[str]:
    found = []
    for title, text, kind in (
        ("The ministry", LEAD + BODY, "statement"),
        ("The Evening Paper", f"Light for the river! {LEAD}{BODY}", "press"),
        ("The Morning Paper", f"{LEAD}{BODY} Read more tomorrow.", "press"),
        ("Another voice", "The embassy says that Norway allocated 7.6 million US dollars in 2023.", "statement"),
    ):
        given = {"title": title, "text": text, "kind": kind, "published": "2025-05-12"}
        found.append(desk.post("/sources/add/", given)["Location"])
    return found


def test_the_list_shows_a_text_once(desk, prints) -> None:
    page = desk.get("/sources/").content.decode()
    assert page.count("<tr>") == 1 + 2
    assert "Printed again by 2" in page
    assert "Same text" not in page


def test_the_record_counts_its_origins(desk, held, prints) -> None:
    review.accept_all(held, by="ann")
    claims = [c for c in held.claims.claims() if c.property == "amount"]
    record = claims[0].record
    page = desk.get(f"/ledger/{record}/").content.decode()
    assert "Sources: 4, independent: 2" in page
    assert "Sources: 4, independent: 2" in desk.get(f"/ledger/{record}/evidence/{claims[0].id}/").content.decode()


def test_a_reprint_is_parted_and_tied_with_a_reason(desk, held, prints) -> None:
    paper = prints[1]
    page = desk.get(paper).content.decode()
    assert "The same text as" in page
    assert "The ministry" in page
    assert desk.post(f"{paper}origin/part/", {"reason": " "}).status_code == 400
    answer = desk.post(f"{paper}origin/part/", {"reason": "Their own <reporter> was there."})
    assert answer["Location"].endswith("#origin")
    page = desk.get(paper).content.decode()
    assert "Their own &lt;reporter&gt; was there." in page
    assert "The same text as</strong>" not in page
    source = paper.rstrip("/").rsplit("/", 1)[-1]
    other = prints[3].rstrip("/").rsplit("/", 1)[-1]
    desk.post(f"{paper}origin/tie/", {"other": other, "reason": "read from one sheet"})
    assert origins.origins(held).group(source) == (other, source)
    (entry,) = [d.entry for d in origins.decisions(held) if d.same]
    desk.post(f"/ledger/undo/{entry}/", {"next": paper})
    assert origins.origins(held).group(source) == (source,)
    assert desk.post(f"{paper}origin/else/", {"reason": "x"}).status_code == 404
    assert desk.get(f"{paper}origin/part/").status_code == 405
