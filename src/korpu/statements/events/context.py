"""What is carried from sentence to sentence: the event spoken of and its date, the place, the last decree or act."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from korpu.kernel.edtf import parse
from korpu.kernel.errors import KorpuError
from korpu.reference.objects import Thing
from korpu.reference.tracks import signalled
from korpu.statements.document import Document
from korpu.statements.events.clauses import Clause
from korpu.statements.events.roles import VAGUE, Roles
from korpu.statements.events.scene import Scene
from korpu.statements.reading import Candidate

_HOST = re.compile(r"\b(?:host(?:ed|s|ing)?|held|convened|took place|opened)\b")
_EVENT_NAME = re.compile(
    r"\b([A-Z]{2,}[ -]?\d{1,3}|(?:[A-Z][\w'’-]+ ){1,5}(?:Conference|Summit|Forum|Congress|Assembly|Games|Fair))\b"
)
_NUMBER = r"\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|last|next|other|another)"
_HERE = re.compile(r"\b(?:there|local|that city|this city|the city|that town|the town)\b", re.IGNORECASE)
_EXAMPLE = re.compile(
    r"(?:Another|One more|A further|Further|Third|Second|First|Finally|"
    r"The (?:first|second|third|next|last|most)|These)\b"
)
_THEREFORE = re.compile(r"(?:So(?! far)|Thus|Therefore|Hence|That is|In other words)\b")
_BACK = re.compile(r"\b(?:this|the) (?:summit|conference|forum|congress|meeting|event|visit)\b")


_OVER = ("completed", "delivered", "shipped", "handed_over", "opened", "paid")
_AHEAD = ("planned", "pledged", "potential")


@dataclass(frozen=True)
class Listing:
    """A list announced ("four larger projects"): what is counted, the stage and place its members share."""

    noun: str
    stage: str
    places: tuple[str, ...]
    title: str

    def counts(self, text: str) -> bool:
        """Say whether a text speaks of a member by its number."""
        return bool(re.search(rf"{_NUMBER}\s+(?:\w+\s+)?{re.escape(self.noun)}", text, re.IGNORECASE))


class Context:
    """The memory of one document while it is read from top to bottom."""

    def __init__(self, document: Document) -> None:
        """Start with nothing but the document's own date."""
        self._known = parse(document.published).high if document.published else None
        self._dated: dict[str, str] = {}
        self._passage = -1
        self._event: str | None = None
        self._listing: Listing | None = None
        self._opening: str | None = None
        self.known: dict[str, Thing] = {}
        self._text = document.text
        self._tracks: dict[int, str | None] = {}
        self.heading: str | None = None
        self.place: str | None = None
        self.places: tuple[str, ...] = ()

    @property
    def known_until(self) -> date | None:
        """The last day on which the statement may have been published, None where that is unknown."""
        return self._known

    def enter(self, passage: int) -> None:
        """Forget what belongs to a passage when another begins."""
        if passage != self._passage:
            self._passage, self._event = passage, None
            self.known = {}
            self.place, self.places = None, ()

    def event_date(self, text: str) -> str | None:
        """Return the date of the event that a sentence names or points back to, if one was given."""
        named = next((m.group(1) for m in _EVENT_NAME.finditer(text) if m.group(1) in self._dated), None)
        if named:
            self._event = self._dated[named]
        return self._event

    def stage_of_member(self, scene: Scene, clause: Clause, stage: str) -> str:
        """Return the stage of a listed thing: "the first project involves …" shares that of the list it belongs to."""
        if self._listing is None or clause.group.verb.cls not in ("hold_on", "be") or clause.group.time == "done":
            return stage
        subject = scene.sentence.text[: scene.tokens[clause.group.first].start]
        return self._listing.stage if self._listing.counts(subject) else stage

    def member(self, text: str) -> Listing | None:
        """Return the list that a sentence goes on with: "the third project", "as the fourth project"."""
        return self._listing if self._listing and self._listing.counts(text) else None

    def place_of(self, told: Roles, text: str) -> tuple[str, ...]:
        """Return the place carried to an event that names none: only to things that stand somewhere."""
        concrete = told.thing is not None and told.thing.concrete and told.thing.track in ("recovery", "culture")
        return self.places if concrete or _HERE.search(text) else ()

    def stage_of_example(self, scene: Scene, stage: str) -> str:
        """Return the stage of a further example of what was listed as decided."""
        decided = self._listing is not None and self._listing.stage == "decided"
        return "decided" if decided and _EXAMPLE.match(scene.sentence.text) else stage

    def track(self, scene: Scene) -> str | None:
        """Return the track that the passage speaks of most, by the words that signal tracks."""
        index = scene.sentence.passage
        if index not in self._tracks:
            heard = Counter(signalled(self._text[scene.passage.start : scene.passage.end]))
            self._tracks[index] = heard.most_common(1)[0][0] if heard else None
        return self._tracks[index]

    def ahead(self, scene: Scene, own: Sequence[tuple[int, int]]) -> bool:
        """Say whether the words give a time after the statement's own date: "the next course begins on 2 June"."""
        if self._known is None:
            return False
        for placed in scene.within(own, "date"):
            try:
                low = parse(placed.figure.value).low if placed.figure.value else None
            except KorpuError:
                continue
            before = scene.sentence.text[: placed.start].rstrip().lower().removesuffix(" the")
            if low and low > self._known and not before.endswith(("until", "till", "to", "for")):
                return True
        return False

    def past_day(self, scene: Scene, own: Sequence[tuple[int, int]]) -> bool:
        """Say whether the words give the full day on which a thing happened: "hands over the keys, 6 May 2025"."""
        if self._known is None:
            return False
        for placed in scene.within(own, "date"):
            before = scene.sentence.text[: placed.start].rstrip().lower().removesuffix(" the")
            value = placed.figure.value or ""
            day = len(value) == len("2025-05-06") and value[:4].isdigit() and value <= self._known.isoformat()
            if (
                day
                and placed.figure.inferred is None
                and not before.endswith(("since", "from", "of", "until", "dated"))
            ):
                return True
        return False

    def possible(self, value: str | None, stage: str | None) -> bool:
        """Say whether an event of a stage can have a date of the words around it: what is planned lies ahead."""
        if self._known is None or not value or stage not in (*_OVER, *_AHEAD):
            return True
        try:
            read = parse(value)
        except KorpuError:
            return True
        if stage in _OVER:
            return read.low is None or read.low <= self._known
        return read.high is None or read.high >= self._known

    def opening(self, text: str) -> str | None:
        """Return the date that the sentence before opened with, where this one only draws a conclusion from it."""
        return self._opening if _THEREFORE.match(text) else None

    def leave(self, scene: Scene, found: Sequence[Candidate]) -> None:
        """Keep what the sentence told: dated events, and the place it was about."""
        text = scene.sentence.text
        dates = [p for p in scene.figures if p.figure.kind == "date" and p.figure.value]
        if dates and _HOST.search(text):
            for match in _EVENT_NAME.finditer(text):
                value = dates[0].figure.value or ""
                if len(value) >= len(self._dated.get(match.group(1), "")):
                    self._dated[match.group(1)] = value
                self._event = self._dated[match.group(1)]
        for candidate in found[-4:]:
            if candidate.ranges[0][0] >= scene.sentence.ranges[0][0] and candidate.count and candidate.stage:
                self._list(candidate)
        self._opening = dates[0].figure.value if dates else None
        for seen in scene.objects:
            thing = scene.things.get(seen.object_id)
            if thing is not None and thing.id not in VAGUE:
                self.known[text[seen.start : seen.end].casefold().split()[-1]] = thing
        fresh = [c for c in found[-24:] if c.ranges[0][0] >= scene.sentence.ranges[0][0] and c.places]
        cities = {scene.names.name(m.id) for m in scene.named if m.type == "city"}
        places = [c.places[0] for c in fresh if c.places[0] in cities and c.kind != "partnership"]
        if places:
            self.places = (places[-1],)

    def _list(self, candidate: Candidate) -> None:
        noun = (candidate.count_unit or "").split(" ")[-1].rstrip("s")
        if len(noun) > 3 and candidate.count and candidate.count.isdigit() and 2 <= int(candidate.count) <= 20:
            self._listing = Listing(noun, candidate.stage or "ongoing", candidate.places, candidate.title or noun)
