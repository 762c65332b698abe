"""The result of reading a Document: passages, figures, candidates and findings, as the command line prints them."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from korpu.kernel.finding import Finding, Range
from korpu.statements.document import Document

ROLES = ("header", "question", "answer", "caption", "body")
FIGURE_KINDS = ("money", "count", "ratio", "percent", "ordinal", "measure", "date")


@dataclass(frozen=True)
class Passage:
    """A stretch of text with one role and one speaker ("question", "answer" turns alternate after "- ")."""

    start: int
    end: int
    role: str
    speaker: str | None
    language: str


@dataclass(frozen=True)
class Figure:
    """A typed value at an exact span: `text` is always document.text[start:end].

    `value`, `low`, `high` are decimal strings, or EDTF for dates; an open bound is None. `unit` is ISO 4217 for
    money, a unit or the counted noun otherwise. `inferred` names what was filled in from outside the span
    ("currency", "year", "month"), else None.
    """

    start: int
    end: int
    text: str
    kind: str
    value: str | None
    low: str | None = None
    high: str | None = None
    unit: str | None = None
    qualifier: str | None = None
    inferred: str | None = None
    language: str = "en"

    @property
    def number(self) -> Decimal | None:
        """The value as Decimal, None for dates and unknown values."""
        return Decimal(self.value) if self.value is not None and self.kind != "date" else None

    def as_json(self) -> dict[str, Any]:
        """Return the figure with every key of the contract present."""
        return {name: getattr(self, name) for name in self.__dataclass_fields__}


@dataclass(frozen=True)
class Party:
    """Who takes part in an event and as what: donor, recipient, funder, partner, operator, speaker and so on."""

    name: str
    role: str


@dataclass(frozen=True)
class Candidate:
    """An event frame: who did what, at which stage, in which words. It waits for a person; it is not yet a claim.

    The first block is the command-line contract. The second carries what linking needs to find the record:
    `object` is the kind of thing acted on (a row id of reference/objects.csv such as "school", "polyclinic",
    "ferry_service", "memorandum", "sister_city"), `name` a proper name if the words give one, `title` a short
    noun phrase in the source's words, `parties` everybody named with a role, `places` every place named (most
    specific first), `ordinal` the position in an enumeration ("the second project" is 2), `group` the phrase of
    the enumeration or programme that it belongs to, `refers_to` the index in the same Reading of an earlier
    candidate that the words point back to ("under that decree").
    """

    ranges: tuple[Range, ...]
    quote: str
    kind: str
    track: str | None
    stage: str | None
    actor: str | None = None
    counterpart: str | None = None
    place: str | None = None
    amount: str | None = None
    currency: str | None = None
    count: str | None = None
    count_unit: str | None = None
    when: str | None = None
    speaker: str | None = None
    rule: str = ""
    confidence: float = 0.5
    figures: tuple[int, ...] = ()

    object: str | None = None
    name: str | None = None
    title: str | None = None
    parties: tuple[Party, ...] = ()
    places: tuple[str, ...] = ()
    ordinal: int | None = None
    group: str | None = None
    refers_to: int | None = None
    modality: str | None = None
    negated: bool = False
    reported: bool = False
    language: str = "en"

    def as_json(self) -> dict[str, Any]:
        """Return the candidate with every key of the contract present."""
        data: dict[str, Any] = {name: getattr(self, name) for name in self.__dataclass_fields__}
        data["ranges"] = [list(r) for r in self.ranges]
        data["parties"] = [{"party": p.name, "role": p.role} for p in self.parties]
        data["places"] = list(self.places)
        data["figures"] = list(self.figures)
        return data


@dataclass(frozen=True)
class Reading:
    """Everything read from one document."""

    document: Document
    language: str
    passages: tuple[Passage, ...] = ()
    figures: tuple[Figure, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    findings: tuple[Finding, ...] = field(default=())

    def as_json(self) -> dict[str, Any]:
        """Return the object that `korpu read --json` prints for one file."""
        doc = self.document
        return {
            "source": {
                "id": doc.id,
                "title": doc.title,
                "language": self.language,
                "published": doc.published,
                "characters": len(doc.text),
            },
            "passages": [{n: getattr(p, n) for n in p.__dataclass_fields__} for p in self.passages],
            "figures": [f.as_json() for f in self.figures],
            "candidates": [c.as_json() for c in self.candidates],
            "findings": [f.as_json() for f in self.findings],
        }
