from __future__ import annotations

import pytest
from django.utils.translation import override

from korpu.web.written import time, written


@pytest.mark.parametrize(
    ("name", "value", "language", "expected"),
    [
        ("stage", "handed_over", "en", "handed over"),
        ("when", "2025-04", "uk", "квітень 2025"),
        ("place", "Irpin", "uk", "Ірпінь"),
        ("place", "Irpin", "en", "Irpin"),
        ("place", "Nowhere-on-Sea", "az", "Nowhere-on-Sea"),
        ("title", {"en": "School", "uk": "Школа"}, "uk", "Школа"),
        ("count", {"count": "5", "unit": "children"}, "uk", "5 дітей"),
        ("amount", None, "en", ""),
    ],
)
def test_values_are_written_for_the_reader(name, value, language, expected):
    with override(language):
        assert written(name, value, language).replace("\u00a0", " ") == expected


def test_a_time_that_is_not_edtf_is_shown_as_it_stands():
    assert time("soon", "en") == "soon"
    assert time(None, "en") == ""
