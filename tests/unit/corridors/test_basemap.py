"""The basemap draws whose land a place is, not who holds it."""

from __future__ import annotations

import numpy as np
import pytest

from korpu.corridors.countries import codes, country_of

PLACES = {
    "Simferopol": (44.95, 34.10, "UA"), "Sevastopol": (44.58, 33.55, "UA"), "Kerch": (45.34, 36.44, "UA"),
    "Yevpatoria": (45.20, 33.40, "UA"), "Donetsk": (48.00, 37.80, "UA"), "Luhansk": (48.57, 39.32, "UA"),
    "Mariupol": (47.12, 37.55, "UA"), "Melitopol": (46.85, 35.37, "UA"), "Perekop": (46.16, 33.69, "UA"),
    "Shusha": (39.76, 46.75, "AZ"), "Khankendi": (39.82, 46.76, "AZ"), "Nakhchivan": (39.21, 45.41, "AZ"),
    "Lachin": (39.64, 46.55, "AZ"), "Sukhumi": (43.01, 41.03, "GE"), "Tskhinvali": (42.23, 43.97, "GE"),
    "Gagra": (43.32, 40.26, "GE"), "Tiraspol": (46.84, 29.61, "MD"), "Baikonur": (45.62, 63.31, "KZ"),
    "Famagusta": (35.14, 33.90, "CY"), "Rostov": (47.23, 39.70, "RU"), "Krasnodar": (45.04, 38.98, "RU"),
}  # fmt: skip


@pytest.mark.parametrize("name", PLACES)
def test_whose_a_place_is(name: str) -> None:
    lat, lon, code = PLACES[name]
    index = int(country_of(np.array([lat]), np.array([lon]))[0])
    assert index >= 0, f"{name} lies in no country"
    assert codes()[index] == code


def test_a_point_at_sea_lies_in_no_country() -> None:
    assert int(country_of(np.array([43.5]), np.array([34.0]))[0]) == -1
