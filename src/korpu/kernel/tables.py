"""Tables that lie beside the code as CSV: words, names, kinds, sentences. Data, so that a person can add a row."""

from __future__ import annotations

import csv
from importlib.resources import files


def rows(package: str, path: str) -> list[dict[str, str]]:
    """Return the rows of a package's table, column name to text, in the order of the file.

    >>> rows("korpu.reference", "data/tracks.csv")[0]["id"]
    'humanitarian'
    """
    with files(package).joinpath(path).open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines))
