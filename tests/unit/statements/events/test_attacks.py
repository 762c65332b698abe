"""What was done to harm is an incident, never a step of somebody's aid; the paper something was said in is no event."""

import pytest

from korpu.statements.document import Document
from korpu.statements.read import read


def kinds(text):
    return {c.kind for c in read(Document(text, published="2024-08-28")).candidates}


@pytest.mark.parametrize(
    "text",
    [
        "Yesterday Russia carried out one of the largest combined attacks on Ukraine's energy facilities.",
        "On 3 May Russian forces attacked two substations in the Odesa region.",
        "Russia launched 40 strikes on the port of Izmail in July.",
    ],
)
def test_an_attack_is_an_incident(text):
    assert kinds(text) == {"incident"}


def test_what_is_launched_after_an_attack_is_not():
    assert "incident" not in kinds("Japan launched a programme to repair schools after attacks on Kharkiv.")


def test_the_paper_something_was_said_in_is_no_event():
    told = read(Document("Norway will pay 5 million euros, it said in a press release issued on Friday.")).candidates
    assert not any("issued" in c.quote and c.amount is None for c in told)
