"""What works cost belongs to the works told of before; numbers of two sources tell that they speak of one thing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.unit.ledger.telling import Lands, told

from korpu.ledger.linking.clues import clues
from korpu.ledger.linking.discourse import bound
from korpu.ledger.linking.profile import of_candidate
from korpu.ledger.values import same_unit
from korpu.reference.counted import counted
from korpu.statements.reading import Candidate


def laid(*candidates: Candidate, step: int = 60) -> list[Candidate]:
    return bound([replace(c, ranges=((i * step, i * step + step - 5),)) for i, c in enumerate(candidates)], Lands())


@pytest.mark.parametrize(
    "words",
    ["The works cost 2 million", "На ремонт витрачено 2 млн", "Стоимость работ 2 млн", "Tikintiyə 2 milyon xərclənib"],
)
def test_cost_is_that_of_the_thing_before(words: str) -> None:
    _, cost = laid(
        told(title="the school", object="school", place="Orhei"),
        told("measure", "paid", quote=words, amount="2000000", currency="NOK"),
    )
    assert (cost.refers_to, cost.object, cost.kind) == (0, "school", "initiative")


def test_cost_of_another_thing_stands_alone() -> None:
    found = laid(
        told(title="the school", object="school", place="Orhei"),
        told(
            stage="paid",
            quote="The cost of the bridge",
            title="the bridge",
            object="bridge",
            amount="1",
            currency="NOK",
        ),
        told(
            "measure",
            "paid",
            quote="The works cost 2 million",
            place="Balti",
            places=("Balti",),
            amount="2",
            currency="NOK",
        ),
    )
    assert [c.refers_to for c in found] == [None, None, None]


def test_counted_nouns_are_one_in_every_language() -> None:
    assert counted("beds") == counted("ліжок") == counted("çarpayı") == counted("коек") == "bed"
    assert same_unit({"count": "12", "unit": "countries"}, {"count": "12", "unit": "ölkəyə"})
    assert not same_unit({"count": "12", "unit": "countries"}, {"count": "12", "unit": "transformator"})


@pytest.mark.parametrize(("number", "strength"), [("2", 0.07), ("270", 1.0)])
def test_a_rare_number_in_two_sources_tells_more_than_a_common_one(number: str, strength: float) -> None:
    one = of_candidate(told(count=number, count_unit="beds", object="beds"), "src-a", "initiative")
    two = of_candidate(told(count=number, count_unit="ліжок", object="beds"), "src-b", "initiative")
    found = {name: weight for name, weight, _ in clues(two, one, Lands())}
    assert found["count_elsewhere"] == pytest.approx(strength, abs=0.01)
