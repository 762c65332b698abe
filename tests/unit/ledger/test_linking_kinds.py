"""Allocations, pairs of cities, papers, decisions and routes: each kind is told apart by what identifies it."""

from __future__ import annotations

from tests.unit.ledger.telling import Telling, told

from korpu.statements.reading import Candidate


def money(amount: str | None, when: str, stage: str = "allocated", **fields: object) -> Candidate:
    currency = "NOK" if amount else None
    return told(track="energy", stage=stage, object="pump", amount=amount, currency=currency, when=when, **fields)


def test_a_delivery_joins_the_decree_that_it_points_back_to() -> None:
    story = Telling()
    went = story.source(
        "src-a",
        [
            money("1000000", "2025-02", title="a decree for pumps"),
            money(None, "2025-03", "delivered", title="everything promised", refers_to=0),
            money("7600000", "2023", title="allocated earlier"),
        ],
    )
    assert went[0] == went[1] != went[2]
    assert [r.stage for r in story.records()] == ["delivered", "allocated"]


def test_another_amount_is_another_allocation_even_when_the_words_point_back() -> None:
    story = Telling()
    added = money("7600000", "2023", title="in addition to this", refers_to=0)
    went = story.source("src-a", [money("1000000", "2025-02"), added])
    assert went[0] != went[1]


def test_the_same_amount_at_the_same_time_is_the_same_decree_in_the_press() -> None:
    story = Telling()
    first = story.source("src-a", [money("1000000", "2025-02"), money("7600000", "2023")])
    again = story.source("src-b", [money("1000000", "2025-02-05"), money("2000000", "2025-08-11")], said="2025-09")
    assert again[0] == first[0]
    assert again[1] not in first


def pair(one: str, two: str, **fields: object) -> Candidate:
    return told("partnership", "ongoing", object="sister_city", parties={one: "partner", two: "partner"}, **fields)


def test_each_pair_of_cities_is_one_partnership() -> None:
    story = Telling()
    went = story.source(
        "src-a",
        [
            pair("Oslo", "Orhei", place="Orhei"),
            pair("Bergen", "Balti", place="Balti"),
            pair("Bergen", "Orhei", place="Orhei"),
            pair("Orhei", "Oslo", title="the sister city"),
        ],
    )
    assert len(set(went)) == 3
    assert went[0] == went[3]


MINISTRIES = {"Ministry A": "signatory", "Ministry B": "signatory"}
STATES = {"EU": "signatory", "Norway": "signatory"}


def test_papers_differ_by_parties_or_name() -> None:
    def paper(title: str, **fields: object) -> Candidate:
        return told("agreement", object="memorandum", title=title, **fields)

    story = Telling()
    went = story.source(
        "src-a",
        [
            paper("Memorandum on Cooperation", track="climate", parties=MINISTRIES),
            paper("the memorandum between the two ministries", track="climate", parties=MINISTRIES),
            paper("Memorandum on Strategic Partnership in Energy", track="energy", parties=STATES),
            paper("It sets a framework", track="climate", refers_to=0),
        ],
    )  # fmt: skip
    assert went[0] == went[1] == went[3] != went[2]


def decision(title: str, **fields: object) -> Candidate:
    return told("decision", "decided", track="climate", object="climate_decision", place="Oslo", title=title, **fields)


def test_decisions_of_one_meeting_differ_by_what_they_decide() -> None:
    story = Telling()
    went = story.source(
        "src-a",
        [
            decision("three crucial decisions", count="3", count_unit="decisions"),
            decision("new collective goal on climate finance"),
            decision("operationalisation of the carbon markets article"),
            decision("operationalisation of the damage fund"),
            decision("Oslo Adaptation Roadmap"),
            decision("high-level dialogue on adaptation"),
            decision("the three biggest decisions", count="3", count_unit="decisions"),
            decision("collective goal on climate finance"),
        ],
    )
    assert went[0] == went[6]
    assert went[1] == went[7]
    assert len(set(went)) == 6


def test_a_ferry_that_runs_and_a_route_that_stopped() -> None:
    story = Telling()
    went = story.source(
        "src-a",
        [
            told("service", "in_use", object="ferry_service", place="Oslo", when="2025-04", title="cargo ferries"),
            told("service", "potential", object="ferry_service", title="the cargo ferries"),
            told("link", "stopped", object="oil_route", place="Black Sea", title="oil exports"),
            told("link", "stopped", object="corridor", place="Black Sea", title="this corridor", refers_to=2),
        ],
    )  # fmt: skip
    assert went[0] == went[1]
    assert went[2] == went[3] != went[0]
    assert [r.stage for r in story.records()] == ["in_use", "stopped"]
