"""What the parts of an answer share: the question, the records chosen, and the sentences gathered so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from korpu.briefs.answer import Line
from korpu.briefs.question import Named, Question
from korpu.briefs.voice import Voice, step_line, wordy
from korpu.kernel.edtf import format_time
from korpu.kernel.edtf_time import EdtfTime
from korpu.ledger.kinds import kinds
from korpu.ledger.record import Record, Step
from korpu.ledger.values import time_of
from korpu.reference.names import Names

TOTALS = frozenset({"measure", "goal"})
"""Kinds whose figures are totals or targets: never added to anything."""

LONG_TITLE = 12
"""Words from which on a title is a sentence: it speaks of many things."""


@dataclass
class Draft:
    """An answer in the making. `missing` holds (phrase key, words); when it is filled the question is refused."""

    asked: Question
    voice: Voice
    ledger: Sequence[Record]
    chosen: list[Record]
    today: date
    names: Names
    lines: list[Line] = field(default_factory=list)
    unknowns: list[Line] = field(default_factory=list)
    used: list[Record] = field(default_factory=list)
    missing: list[tuple[str, str]] = field(default_factory=list)

    def say(self, key: str, **values: object) -> Line:
        """Add a sentence made of a phrase and return it, so that citations can be added."""
        line = Line().say(self.voice.phrase(key, **values))
        if "n" in values:
            line.computed = f"records counted = {values['n']}"
        self.lines.append(line)
        return line

    def unknown(self, key: str, records: Sequence[Record]) -> None:
        """State for which records something was not said."""
        if records:
            line = Line().say(self.voice.phrase(key, titles=self.voice.titles(records)))
            self.unknowns.append(line.about(*[r.id for r in records]).cite(*[first_claim(r) for r in records]))

    def quote(self, records: Sequence[Record]) -> None:
        """Point to the words of records that state no stage and no figure: they may say why there is none."""
        if not all(record.steps and all(wordy(step) for step in record.steps) for record in records):
            return
        for record in records:
            if record.steps:
                self.unknowns.append(step_line(record, record.steps[-1], self.voice).say("."))

    def use(self, *records: Record) -> None:
        """Note that the answer speaks of these records."""
        self.used += [r for r in records if all(r.id != u.id for u in self.used)]

    def in_window(self, step: Step) -> bool | None:
        """Whether a step lies in the time asked about; None when it has no date, True when no time is asked about."""
        if self.asked.window is None:
            return True
        time = time_of(step.when.value) if step.when else None
        return None if time is None else self.asked.window.holds(time) and not self._too_wide(time)

    def _too_wide(self, time: EdtfTime) -> bool:
        """Whether a time is far vaguer than a short time asked about: "in 2025" says little of March 2025."""
        window = self.asked.window
        if window is None or window.low is None or window.high is None:
            return False
        return (time.days or 10**6) > 2 * ((window.high - window.low).days + 1)

    def named(self, name: str) -> str:
        """Return the name of a place or party as the reader's language writes it."""
        known = self.names.id_of(name)
        return self.names.name(known, self.voice.language) if known else name

    def scope(self) -> str:
        """Return the names asked about, in front of a lead sentence."""
        placed = [self.shown(named) for named in self.asked.names if not named.adjective]
        return self.voice.phrase("scope", names=", ".join(placed)) if placed else ""

    def shown(self, named: Named) -> str:
        """Return a name of the question as the reader's language writes it."""
        return self.names.name(named.id, self.voice.language) if named.id else named.text

    def field(self) -> str:
        """Return in words the field that the question is about."""
        return ", ".join(self.voice.term("track", track) for track in self.asked.about("track")) or self.about()

    def about(self) -> str:
        """Return in words what the question is about, for a refusal."""
        said = [self.shown(named) for named in self.asked.names]
        said += [self.voice.term(slot, value) for slot, value in self.asked.topics if slot in ("track", "kind", "unit")]
        said += [f"“{value.split('|')[0]}”" for value in self.asked.about("text")]
        said += [self.voice.phrase(f"group.{g}") for g in self.asked.stages if self.voice.has(f"group.{g}")]
        if self.asked.window:
            said.append(period(self.asked.window.as_edtf(), self.voice.language))
        return ", ".join(dict.fromkeys(said)) or self.voice.phrase("any")


def period(edtf: str, language: str) -> str:
    """Return an interval of days in words, as a year where it is one."""
    low, high = edtf.split("/")
    if low[:4] == high[:4] and low.endswith("01-01") and high.endswith("12-31"):
        return low[:4]
    return format_time(edtf, language)


def first_claim(record: Record) -> str:
    """Return the id of the claim by which a record came into the books."""
    return record.claims[0].id


def things(records: Sequence[Record]) -> list[Record]:
    """Return records without totals, targets and wholes whose parts are among them."""
    ids = {r.id for r in records}
    wholes = {t.other for r in records for t in r.relations if t.relation == "part_of"} & ids
    kept = [r for r in records if r.kind not in TOTALS and r.id not in wholes]
    single = [r for r in kept if r.kind != "programme"]
    return [r for r in kept if r.kind != "programme" or not any(_covers(r, s) for s in single)]


def _covers(whole: Record, part: Record) -> bool:
    """Whether a programme plainly speaks of the same work as a single record: same track, same place, same stage."""
    return (whole.track, whole.place, whole.stage) == (part.track, part.place, part.stage) and part.kind == "initiative"


def names_it(record: Record, stem: str) -> bool:
    """Whether a record is itself the thing of a word stem: by its kind of object, or by a title that is no sentence."""
    titles = [title for title in record.title.values() if len(title.split()) <= LONG_TITLE]
    return stem in f"{record.object or ''} {' '.join(titles)}".replace("_", " ").casefold()


def adds(record: Record) -> bool:
    """Whether the money of a record may be summed."""
    about = kinds().get(record.kind)
    return bool(about and about.adds)
