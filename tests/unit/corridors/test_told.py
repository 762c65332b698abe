"""What the tables say is there in the languages of the pages."""

from __future__ import annotations

import pytest

from korpu.corridors import areas, closures, risks, services
from korpu.corridors.told import has, told


@pytest.mark.parametrize("language", ["uk", "az"])
def test_every_exclusion_warning_and_service_is_told_in_the_readers_language(language: str) -> None:
    said = [text for one in closures.from_tables() for text in (one.what, one.reason)]
    said += [one.reason for one in risks.risks()] + [one.name for one in services.services()]
    assert [text for text in [*said, *areas.names().values()] if not has(text, language)] == []


def test_what_nobody_translated_stays_as_it_stands() -> None:
    assert told("A closure typed by an officer", "az") == "A closure typed by an officer"
    assert told("Caspian Sea", "en") == "Caspian Sea"
