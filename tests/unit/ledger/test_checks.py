"""Each check of the ledger on the smallest books that show it, and on books that are much alike and sound."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from korpu.ledger.book import Ledger
from korpu.ledger.checks import LedgerFinding, check_ledger
from korpu.ledger.claim import Claim, Evidence

ON = date(2026, 6, 1)


def usd(
    amount: str, currency: str = "USD", qualifier: str | None = None, low: str | None = None, high: str | None = None
) -> dict[str, Any]:
    bounded = {"low": low, "high": high, "qualifier": qualifier}
    return {"amount": amount, "currency": currency, **bounded}


class Books:
    """Claims told one after another, each telling a source of its own."""

    def __init__(self) -> None:
        self.claims: list[Claim] = []
        self.told = 0

    def tell(self, record: str, kind: str, said: str, **properties: Any) -> Books:
        self.told += 1
        entry, source = f"e{self.told}", f"src-{self.told}"
        words = Evidence(source, ((0, 9),), f"words of {source}")
        parties = properties.pop("parties", {})
        pairs = [*properties.items(), *(("party", {"party": p, "role": r}) for p, r in parties.items())]
        self.claims += [
            Claim(f"{entry}.{i}", entry, record, kind, name, value, words, step="s1", said=said)
            for i, (name, value) in enumerate(pairs)
        ]
        return self

    def found(self) -> list[LedgerFinding]:
        return check_ledger(Ledger(self.claims), ON)

    def checks(self) -> list[str]:
        return [one.finding.check for one in self.found()]


def total(books: Books, said: str, amount: dict[str, Any]) -> Books:
    parties = {"Norway": "donor", "Ukraine": "recipient"}
    return books.tell(
        "total", "measure", said, title={"en": "Aid"}, object="aid_total", track="humanitarian", stage="delivered",
        amount=amount, parties=parties,
    )  # fmt: skip


def decree(books: Books, when: str, amount: dict[str, Any]) -> Books:
    parties = {"Norway": "donor", "Ukraine": "recipient"}
    return books.tell(
        f"decree {when}", "initiative", when, title={"en": "Decree"}, object="transformer", track="humanitarian",
        stage="allocated", when=when, amount=amount, parties=parties,
    )  # fmt: skip


def trade(books: Books, said: str, when: str, amount: dict[str, Any]) -> Books:
    return books.tell(
        "trade", "measure", said, title={"en": "Trade"}, object="trade_turnover", track="trade", stage="stated",
        when=when, amount=amount,
    )  # fmt: skip


def works(books: Books, said: str, stage: str, **more: Any) -> Books:
    return books.tell(
        "school", "initiative", said, title={"en": "School"}, object="school", track="recovery", place="Orhei",
        stage=stage, **more,
    )  # fmt: skip


def route(books: Books, name: str, said: str, stage: str, **more: Any) -> Books:
    fields = {"title": {"en": name}, "place": "Black Sea", "track": "transport", **more}
    return books.tell(name, "link", said, stage=stage, **fields)


def cases() -> Iterator[tuple[str, Books, list[str]]]:
    new = Books
    yield "a total falls", total(total(new(), "2024", usd("50")), "2025", usd("44")), ["cumulative_series"]
    yield "a total rises", total(total(new(), "2024", usd("42")), "2025", usd("44")), []
    yield "about bears it", total(
        total(new(), "2024", usd("42", qualifier="about", low="39.9", high="44.1")), "2025", usd("41")
    ), []  # fmt: skip
    sound = decree(total(total(new(), "2025-05", usd("42")), "2025-08-15", usd("44")), "2025-08-11", usd("2"))
    yield "42 + 2 = 44", sound, []
    short = decree(total(total(new(), "2025-05", usd("42")), "2025-08-15", usd("43")), "2025-08-11", usd("2"))
    yield "42 + 2 is not 43", short, ["cumulative_series"]
    early = decree(total(total(new(), "2025-05", usd("42")), "2025-08-15", usd("43")), "2025-02-11", usd("2"))
    yield "what came before does not count", early, []
    yield (
        "one year, two figures",
        trade(trade(new(), "2024", "2023", usd("460")), "2025", "2023", usd("640")),
        ["same_metric"],
    )
    yield "two years, two figures", trade(trade(new(), "2024", "2022", usd("460")), "2025", "2023", usd("640")), []
    over = usd("1000", qualifier="over", low="1000", high="1250")
    almost = usd("1000", qualifier="almost", low="900", high="1000")
    yield "over is not almost", trade(trade(new(), "2022", "2021", almost), "2025", "../2022-02", over), ["same_metric"]
    old = trade(trade(trade(new(), "2018", "2017", usd("810")), "2022", "2021", over), "2025", "../2022-02", over)
    yield "before the war is the last year before it", old, []
    dollars = trade(trade(new(), "2023", "2022", usd("30000000", "AZN")), "2023", "2022", usd("17500000"))
    yield "manats at the rate", dollars, []
    swapped = trade(trade(new(), "2023", "2022", usd("30000000", "AZN")), "2023", "2022", usd("30000000"))
    yield "manats called dollars", swapped, ["currency_mismatch"]
    moved = works(works(new(), "2027-01", "planned", when="2027"), "2028-01", "planned", when="2029")
    yield "a plan slips", moved, ["deadline"]
    yield "a plan is told again", works(works(new(), "2027-01", "planned", when="2027"), "2027-03", "planned"), []
    yield "a plan is past", works(new(), "2025-01", "planned", when="2025"), ["deadline"]
    yield "a plan was met", works(works(new(), "2025-01", "planned", when="2025"), "2025-12", "opened"), []
    yield "given before promised", works(
        works(new(), "2025-06", "pledged", when="2025-05"), "2025-07", "delivered", when="2025-03"
    ), ["promise_after_delivery"]  # fmt: skip
    yield "told as done for a day to come", works(new(), "2025-06", "opened", when="2025-09"), ["tense"]
    again = works(works(new(), "2025-04", "completed", when="2025-04"), "2025-09", "under_way")
    yield "finished and under way", again, ["date_order"]
    yield "under way, then finished", works(works(new(), "2025-04", "under_way"), "2025-09", "completed"), []
    gifts = new().tell(
        "a", "initiative", "2025", title={"en": "Buses"}, object="bus", place="Orhei", stage="delivered",
        amount=usd("760000"), parties={"Norway": "donor"},
    ).tell(
        "b", "initiative", "2025", title={"en": "Buses"}, object="bus", place="Orhei", stage="delivered",
        amount=usd("760000"), parties={"Japan": "donor"},
    )  # fmt: skip
    yield "one gift, two givers", gifts, ["double_funder"]
    at_once = route(route(new(), "Line", "2025-05", "ongoing"), "Line", "2025-05", "stopped")
    yield "open and closed at once", at_once, ["route_state"]
    later = route(route(new(), "Line", "2024-05", "ongoing"), "Line", "2025-05", "stopped")
    yield "closed later", later, []
    cargo = route(route(new(), "Oil route", "2025-05", "stopped"), "Ferry line", "2025-05", "ongoing")
    yield "closed for oil, open for ferries", cargo, []
    pledge = new().tell(
        "pledge", "obligation", "2025", title={"en": "Help"}, object="city_rebuilding", place="Orhei", track="recovery",
        stage="pledged", when="2023", parties={"Norway": "donor"},
    )  # fmt: skip
    before = works(pledge, "2025", "completed", when="2022-09-01", parties={"Norway": "donor"})
    yield "a school before the pledge", before, ["promise_after_delivery"]


@pytest.mark.parametrize(("books", "expected"), [(b, e) for _, b, e in cases()], ids=[name for name, _, _ in cases()])
def test_the_ledger_is_checked(books: Books, expected: list[str]) -> None:
    assert books.checks() == expected


def test_a_finding_shows_its_arithmetic_and_the_words_it_compares() -> None:
    books = decree(total(total(Books(), "2025-05", usd("42")), "2025-08-15", usd("43")), "2025-08-11", usd("2"))
    (one,) = books.found()
    assert one.finding.arithmetic == "42 + 2 = 44; stated 43"
    assert one.source == "src-2"
    assert [i.source for i in one.finding.inputs] == ["src-1", "src-3"]
    assert one.finding.inputs[0].quote == "words of src-1"


def test_a_currency_finding_names_the_year_of_the_rate_and_what_would_fit() -> None:
    books = trade(trade(Books(), "2023", "2022", usd("30000000", "AZN")), "2023", "2022", usd("30000000"))
    (one,) = books.found()
    assert "2022" in one.finding.message
    assert one.finding.proposal is not None
    assert one.finding.proposal.unit in ("AZN", "USD")
