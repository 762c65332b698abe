"""Lists, words that point back, clauses in clauses, and what a candidate is really about."""

from __future__ import annotations

from dataclasses import replace

from tests.unit.ledger.telling import Lands, told

from korpu.ledger.linking.discourse import bound
from korpu.ledger.linking.shape import shape
from korpu.statements.reading import Candidate


def laid(*candidates: Candidate, step: int = 120) -> list[Candidate]:
    """Bind candidates that stand one sentence after another."""
    spread = [replace(c, ranges=((i * step, i * step + step - 5),)) for i, c in enumerate(candidates)]
    return bound(spread, Lands())


def test_numbers_after_an_announcement_belong_to_it_and_take_its_place() -> None:
    loose, second, whole, first, wide = laid(
        told(title="our first project", ordinal=1, object="school", place="Orhei"),
        told(title="the second", ordinal=2, object="polyclinic", place="Orhei"),
        told("measure", "planned", count="4", count_unit="bigger projects", place="Orhei"),
        told(stage="planned", ordinal=1, object="museum", place="Balti"),
        told(stage="planned", ordinal=5, object="library", place="Balti"),
    )
    assert loose.group == second.group
    assert whole.group == first.group != loose.group
    assert first.place == "Orhei"
    assert wide.group != whole.group
    assert shape(whole, Lands()) == "programme"


def test_that_decree_is_the_one_before_and_that_alone_is_a_conjunction() -> None:
    decree, delivered, said = laid(
        told("decision", "allocated", quote="She signed a decree on 3 million", amount="3000000", currency="NOK"),
        told("event", "delivered", quote="We delivered all we promised under that decree"),
        told("event", "completed", quote="We are glad that decree or no decree it worked"),
    )
    assert delivered.refers_to == 0
    assert said.refers_to is None
    assert shape(decree, Lands()) == "initiative"


def test_this_is_no_noun_phrase() -> None:
    _, added = laid(
        told(quote="A decree in addition to all", amount="1", currency="NOK", object="decree"),
        told("event", "ongoing", quote="This is in addition to much else"),
    )
    assert added.refers_to is None


def test_it_was_launched_tells_of_the_sentence_before() -> None:
    found = laid(
        told("service", "stopped", quote="The ferry is withdrawn", object="ferry_service"),
        told("event", "opened", quote="It had been launched in May", rule="main.open"),
        told("event", "ongoing", quote="It is a good sign", rule="main.be"),
    )
    assert [c.refers_to for c in found] == [None, 0, None]


def test_owners_and_users_are_not_the_object() -> None:
    (centre, group) = laid(
        told(
            "cohort", "planned", quote="we will build a new children's art centre", object="children", title="children"
        ),
        told("cohort", "completed", quote="30 children came to us", object="children", title="30 children"),
    )
    assert (centre.object, centre.kind, centre.title) == ("art_centre", "initiative", "new children's art centre")
    assert (group.object, group.kind) == ("children", "cohort")


def test_a_clause_within_the_sentence_is_the_same_decision_and_two_are_not() -> None:
    outer = told(
        "decision", "decided", quote="A milestone is the adoption of the water goal", object="climate_decision"
    )
    inner = replace(outer, quote="the adoption of the water goal", rule="noun.decide")
    other = replace(outer, quote="the adoption of the forest plan", object="tree", rule="noun.decide")
    one = bound([replace(outer, ranges=((0, 90),)), replace(inner, ranges=((20, 80),))], Lands())
    assert one[1].refers_to == 0
    two = bound(
        [replace(outer, ranges=((0, 90),)), replace(inner, ranges=((10, 40),)), replace(other, ranges=((50, 80),))],
        Lands(),
    )
    assert [c.refers_to for c in two] == [None, None, None]
    assert shape(two[0], Lands()) == "programme"


def test_money_without_an_object_takes_the_topic_of_its_passage() -> None:
    _, money, far = laid(
        told("initiative", "ongoing", track="energy", object="transformer", quote="We send transformers"),
        told("measure", "allocated", track=None, quote="Some 7 million went", amount="7000000", currency="NOK"),
        replace(told("measure", "allocated", track=None, quote="And 2 more", amount="2", currency="NOK"), speaker="B"),
    )  # fmt: skip
    assert (money.object, money.track) == ("transformer", "energy")
    assert far.track is None


def test_a_route_pointed_at_is_the_one_of_the_sentence_before() -> None:
    _, closed = laid(
        told("flow", "completed", quote="We shipped grain through the Strait", place="Strait", title="grain"),
        told("link", "stopped", quote="Now this corridor is shut", object="corridor", title="corridor"),
        step=100,
    )
    assert closed.place == "Strait"
    assert closed.quote.startswith("We shipped grain")


def test_talk_and_bare_undertakings_are_not_records_of_things_done() -> None:
    world = Lands()
    assert shape(told("partnership", "ongoing", object="strategic_partnership"), world) == "position"
    assert shape(told("agreement", "potential", object="memorandum"), world) == "position"
    assert shape(told(stage="planned"), world) == "position"
    assert shape(told(stage="completed", object="project", place="Orhei"), world) == "programme"
    assert shape(told("event", "opened", object="school", place="Orhei"), world) == "initiative"
    assert (
        shape(told(stage="delivered", object="generator", count="12", count_unit="generators"), world) == "initiative"
    )


def test_towns_that_became_sisters_are_partners_and_a_list_is_none_of_its_things() -> None:
    tie, whole = laid(
        told(
            "position", "completed", object="sister_city", places=("Orhei", "Bergen"), quote="Orhei and Bergen are tied"
        ),
        told(count="3", count_unit="works", object="school", quote="three works: a school, a hospital and a museum"),
    )
    assert (tie.kind, {p.name for p in tie.parties}) == ("partnership", {"Orhei", "Bergen"})
    assert whole.object is None


def test_a_word_for_anything_points_to_nothing() -> None:
    deed = told("initiative", "completed", object="school", title="a school", quote="Charity activities built a school")
    task = told("event", "ongoing", quote="Our task in Oslo is to lead all those activities")
    _, two = laid(deed, task)
    assert two.refers_to is None


def test_all_these_are_not_one_of_them() -> None:
    one = told("initiative", "completed", object="school", title="a school", quote="A school was built in Orhei")
    them = told("event", "ongoing", quote="All these schools are open")
    assert laid(one, them)[1].refers_to is None
    assert laid(one, told("event", "ongoing", quote="This school is open"))[1].refers_to == 0


def test_a_target_told_again_points_to_the_goal() -> None:
    named = told("decision", "decided", title="the new goal on water", quote="the new goal on water was agreed")
    money = told("initiative", "decided", amount="5", currency="EUR", quote="The target of 5 euros was set")
    again = told("decision", "decided", amount="5", currency="EUR", quote="We agreed to raise this figure to 5 euros")
    other = told("initiative", "allocated", amount="5", currency="EUR", quote="5 euros were allocated")
    found = laid(named, money, again, other)
    assert [c.refers_to for c in found] == [None, 0, 1, None]


def test_the_same_sum_paid_is_the_sum_allocated() -> None:
    def given(when: str) -> Candidate:
        quote = "3 euros were allocated for pumps"
        return told(stage="allocated", object="pump", amount="3", currency="EUR", when=when, quote=quote)

    paid = told("measure", "paid", amount="3", currency="EUR", when="2024-04", quote="The 3 euros were paid")
    more = told("measure", "paid", amount="3", currency="EUR", when="2026-04", quote="3 euros more were paid")
    assert [c.refers_to for c in laid(given("2024-03"), given("2025-05"), paid, more)] == [None, None, 0, None]
