"""Things and money that one verb gives together are two events; the price of a thing is not."""

import pytest

from korpu.statements.document import Document
from korpu.statements.read import read

TOGETHER = [
    ("Norway sent 5 buses and 300 thousand euros to Kyiv.", "Norway sent 5 buses … to Kyiv",
     "Norway sent … 300 thousand euros to Kyiv"),
    ("Norway sent 300 thousand euros and 5 buses to Kyiv.", "Norway sent … 5 buses to Kyiv",
     "Norway sent 300 thousand euros … to Kyiv"),
    ("Норвегія передала Харкову 5 автобусів і 300 тис. євро.", "Норвегія передала Харкову 5 автобусів",
     "Норвегія передала Харкову … 300 тис. євро"),
    ("Норвегия передала Харькову 5 автобусов и еще 300 тыс. евро.", "Норвегия передала Харькову 5 автобусов",
     "Норвегия передала Харькову … еще 300 тыс. евро"),
    ("Norveç Xarkova 5 avtobus və 300 min avro ayırıb.", "Norveç Xarkova 5 avtobus … ayırıb",
     "Norveç Xarkova … 300 min avro ayırıb"),
]  # fmt: skip
ONE = [
    "Norway sent 5 buses worth 300 thousand euros to Kyiv.",
    "Norway sent 5 buses and generators for 300 thousand euros to Kyiv.",
    "Norway sent 5 buses to Kyiv.",
]


@pytest.mark.parametrize(("text", "things", "money"), TOGETHER)
def test_things_and_money_are_two_events(text, things, money):
    found = read(Document(text)).candidates
    assert [(c.quote, c.count, c.amount) for c in found] == [(things, "5", None), (money, None, "300000")]
    assert found[0].place == found[1].place
    assert all(c.quote == " … ".join(text[a:b] for a, b in c.ranges) for c in found)


@pytest.mark.parametrize("text", ONE)
def test_a_price_stays_with_its_thing(text):
    assert len(read(Document(text)).candidates) == 1


def test_what_points_back_still_does():
    text = (
        "Norway sent 5 buses and 300 thousand euros to Kyiv. Under a decree of May 2024, it allocated 2 million euros. "
    )
    reading = read(Document(text + "Under that decree, 10 schools were repaired in Kyiv."))
    assert all(c.refers_to is None or c.refers_to < k for k, c in enumerate(reading.candidates))
    assert len(reading.candidates) > 3


def test_each_half_keeps_its_own_place():
    told = read(Document("Norway gave 5 ambulances to Lviv and 300 thousand euros to Kharkiv in May 2024.")).candidates
    assert [(c.count, c.amount, c.place) for c in told] == [("5", None, "Lviv"), (None, "300000", "Kharkiv")]
