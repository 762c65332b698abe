"""What kinds of things are called: every kind has a name in four languages, and a record is called by it."""

import pytest

from korpu.ledger.record import Record
from korpu.reference.objects import load_objects
from korpu.reference.tables import rows


def test_every_kind_has_a_name_in_four_languages():
    things = load_objects()
    missing = [
        (row["id"], language)
        for row in rows("objects")
        for language in ("en", "uk", "az", "ru")
        if not things[row["id"]].names.get(language)
    ]
    assert missing == []


@pytest.mark.parametrize(
    ("title", "language", "shown"),
    [
        ({"uk": "гуманітарної допомоги"}, "uk", "гуманітарна допомога"),
        ({"uk": "гуманітарної допомоги"}, "az", "humanitar yardım"),
        ({"uk": "гуманітарної допомоги"}, "en", "humanitarian aid"),
        ({"uk": "Допомога лікарням"}, "uk", "Допомога лікарням"),
        ({"en": "twelve trucks of aid"}, "en", "twelve trucks of aid"),
    ],
)
def test_a_record_is_called_in_the_language_of_the_reader(title, language, shown):
    assert Record("rec-1", "initiative", title, object="humanitarian_aid").name(language) == shown
