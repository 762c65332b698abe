"""What is an event of the books, and what only judges, compares, attributes or names in passing."""

from __future__ import annotations

import pytest

from korpu.statements.events.worth import worthless
from korpu.statements.reading import Candidate

NOTHING = [
    "Our countries enjoy excellent relations.",
    "There is a great potential for deepening our cooperation.",
    "Today is a historic day.",
    "We are very happy to continue our dialogue.",
    '"Peace comes first," included the statement.',
]


@pytest.mark.parametrize("sentence", NOTHING)
def test_a_sentence_of_judgements_has_no_candidate(told, sentence: str) -> None:
    assert not told(sentence)


ONE = [
    ("The German embassy announced on Tuesday that Berlin has granted 35 million euros to the port.", "allocated"),
    ("She said in a tweet on Monday that shelling has damaged the port of Izmail.", "stated"),
    ("Both sides agreed that the line would be doubled by 2030.", "decided"),
    ("The border guards gave back 300,000 euros that had not been used.", "handed_over"),
    ("All supplies for Poti were unloaded, sorted and stacked within a day.", "delivered"),
    ("To raise transit and promptly move goods, a customs post has been built at Alat.", "completed"),
    ("The construction of the dam at Rogun took eleven years.", "completed"),
    ("The visit of the president shows how strong our ties are, and a clinic was opened in Lutsk.", "opened"),
    ("Still missing: USD 1.1 million", "need"),
]


@pytest.mark.parametrize(("sentence", "stage"), ONE)
def test_who_tells_what_for_and_which_one_are_no_events_of_their_own(told, sentence: str, stage: str) -> None:
    assert [c.stage for c in told(sentence)] == [stage]


KEPT = [
    "The ministers signed a statement of partnership in Apia.",
    "The mayor met his colleague from Ganja on an important matter.",
    "The close cooperation with Riga brought 14 buses.",
    "A great bridge was built at Poti.",
]


@pytest.mark.parametrize("sentence", KEPT)
def test_an_act_or_a_figure_counts_whatever_is_said_of_it(told, sentence: str) -> None:
    assert told(sentence)


def test_a_figure_makes_a_general_state_worth_keeping() -> None:
    bare = Candidate(((0, 30),), "our cooperation is very strong", "position", None, "ongoing", rule="main.be")
    counted = Candidate(
        ((0, 30),), "our cooperation has 14 projects", "position", None, "ongoing", count="14", rule="main.be"
    )
    assert worthless(bare)
    assert not worthless(counted)
