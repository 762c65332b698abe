"""Refresh the names of countries in reference/data/countries.csv from CLDR, as Babel carries it.

Only the first form of each language is replaced, and only where CLDR's is one plain name. Other forms, adjectives,
ids and parents are kept as they stand, for they are written by hand. Run with `python tools/country_names.py`.
"""

from __future__ import annotations

import csv
from pathlib import Path

from babel import Locale

TABLE = Path(__file__).resolve().parents[1] / "src" / "korpu" / "reference" / "data" / "countries.csv"
LANGUAGES = ("en", "uk", "az", "ru")
# CLDR's names for menus ("Congo - Kinshasa", "Hong Kong SAR China", "Myanmar (Burma)") are not what texts write.
KEPT = frozenset("CD CG MM HK MO PS VA US GB".split())  # noqa: SIM905


def refreshed(forms: str, name: str) -> str:
    """Put a name first among forms that are separated by semicolons."""
    name = name.replace(" & ", " and ").replace("’", "'")
    return forms if " (" in name else ";".join(dict.fromkeys([name, *forms.split(";")]))


def main() -> None:
    """Write the table anew."""
    with TABLE.open(encoding="utf-8", newline="") as lines:
        table = list(csv.DictReader(lines))
    for language in LANGUAGES:
        names = Locale(language).territories
        for row in table:
            if row["code"] in names and row["code"] not in KEPT:
                row[language] = refreshed(row[language], names[row["code"]])
    with TABLE.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, fieldnames=list(table[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(table)
    print(f"{len(table)} countries")


if __name__ == "__main__":
    main()
