"""A time as far as the words give it, and the EDTF string that says the same."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass

_SEASON_MIDDLE = {21: 4, 22: 7, 23: 10, 24: 13}
_YEAR_PARTS = {"early": (1, 3), "mid": (5, 8), "late": (10, 12)}
_MONTH_PARTS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}


@dataclass
class When:
    """A time at tokens `start` to `end`. What the words leave out is None; `inferred` names what was filled in.

    `part` is early, mid or late; `closed` says that the words need no context, even where a value is missing.
    """

    start: int
    end: int
    year: int | None = None
    last_year: int | None = None
    month: int | None = None
    last_month: int | None = None
    day: int | None = None
    last_day: int | None = None
    season: int | None = None
    part: str | None = None
    decade: bool = False
    inferred: str | None = None
    relative: bool = False

    @property
    def middle(self) -> int | None:
        """The month to compare with another time: that of a month, or the middle one of a season (13 is January)."""
        return _SEASON_MIDDLE[self.season] if self.season else self.month

    def edtf(self) -> str | None:
        """Return the EDTF string, None while the year is unknown; a day that the calendar lacks leaves its month."""
        y = self.year
        if y is None:
            return None
        last = self.last_year or y
        if self.decade:
            return f"{y // 10}X"
        if self.season:
            return f"{y}-{self.season}"
        if self.last_year and self.month is None:
            return f"{y}/{self.last_year}"
        if self.month is None:
            return f"{y}"
        if self.day is None:
            return f"{y}-{self.month:02}" + (f"/{last}-{self.last_month:02}" if self.last_month else "")
        if not is_day(last, self.last_month or self.month, self.last_day or self.day) or not is_day(
            y, self.month, self.day
        ):
            return f"{y}-{self.month:02}"
        first = f"{y}-{self.month:02}-{self.day:02}"
        return first + (f"/{last}-{self.last_month or self.month:02}-{self.last_day:02}" if self.last_day else "")

    def bounds(self) -> tuple[str | None, str | None]:
        """Return the narrower stretch that "early", "mid" and "end of" point to, else two times None."""
        if self.part is None or self.year is None or self.season or self.day:
            return None, None
        y = self.year
        if self.month is None:
            first, last = _YEAR_PARTS[self.part]
            return f"{y}-{first:02}", f"{y}-{last:02}"
        first, last = _MONTH_PARTS[self.part]
        last = min(last, monthrange(y, self.month)[1])
        return f"{y}-{self.month:02}-{first:02}", f"{y}-{self.month:02}-{last:02}"


def written_day(month: int, day: int) -> bool:
    """Say whether somebody may write such a day, be it one that the calendar lacks, as 31 April."""
    return 1 <= month <= 12 and 1 <= day <= 31


def is_day(year: int | None, month: int, day: int) -> bool:
    """Say whether the calendar has such a day; without a year the longest February counts."""
    return 1 <= month <= 12 and 1 <= day <= monthrange(year or 2024, month)[1]
