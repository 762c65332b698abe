"""Lines: wording that somebody in charge has cleared for use in public, with who cleared it, when and until when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from korpu.kernel.finding import Input, Range
from korpu.ledger.record import Record
from korpu.ledger.values import time_of

KIND = "line"
State = Literal["in_force", "expired", "not_yet"]


@dataclass(frozen=True)
class Line:
    """A cleared wording. `wording` holds it per language (az, uk, en; any of them), times are EDTF.

    `source`, `ranges` and `quote` are the words that it rests on: those of a note for file, or of a published source.
    """

    id: str
    topic: dict[str, str]
    wording: dict[str, str]
    track: str | None
    cleared_by: str
    cleared: str
    until: str | None
    entry: str
    claim: str
    source: str
    ranges: tuple[Range, ...]
    quote: str
    recorded: str = ""

    def state(self, on: date) -> State:
        """Tell whether it may be used on a day; on the last day it still may."""
        since, until = time_of(self.cleared), time_of(self.until)
        if until is not None and until.high is not None and until.high < on:
            return "expired"
        return "not_yet" if since is not None and since.low is not None and since.low > on else "in_force"

    def since(self) -> date:
        """The day on which it was cleared, the last one that its time may mean."""
        time = time_of(self.cleared)
        return (time and (time.high or time.low)) or date.min

    def named(self, language: str = "en") -> str:
        """Its topic in the reader's language, else in any."""
        return self.topic.get(language) or self.topic.get("en") or next(iter(self.topic.values()), self.id)

    def input(self, language: str) -> Input:
        """Its wording as what something is compared with, in a language that it has."""
        return Input(self.source, self.ranges, self.wording.get(language) or self.quote, self.cleared)


def lines(records: Iterable[Record]) -> Iterator[Line]:
    """Yield the lines among records, those cleared first first."""
    found = [made for record in records if record.kind == KIND and (made := _line(record)) is not None]
    yield from sorted(found, key=lambda one: (one.since(), one.id))


def _line(record: Record) -> Line | None:
    values = {name: value.value for name, value in record.values.items()}
    said = record.values.get("wording")
    if said is None or not isinstance(said.value, dict):
        return None
    claim = said.claims[-1]
    words = claim.evidence
    return Line(
        record.id, record.title, {str(k): str(v) for k, v in said.value.items()}, record.track,
        str(values.get("cleared_by") or ""), str(values.get("cleared") or claim.said or ""), values.get("valid_until"),
        claim.entry, claim.id, words.source, words.ranges, words.quote, claim.recorded,
    )  # fmt: skip
