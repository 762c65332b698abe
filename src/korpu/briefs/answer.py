"""The shape of an answer: sentences whose every figure names the claim that states it, or a refusal that says why."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class AnswerFigure:
    """A figure at text[start:end] of its sentence, and the id of the claim that states it."""

    start: int
    end: int
    claim: str

    def as_json(self, text: str) -> dict[str, Any]:
        """Return the figure with its words."""
        return {"start": self.start, "end": self.end, "text": text[self.start : self.end], "claim": self.claim}


@dataclass(frozen=True)
class AnswerSentence:
    """One sentence; `citations` are ids of claims, `records` those it speaks of, `computed` how a sum was made."""

    text: str
    citations: tuple[str, ...] = ()
    figures: tuple[AnswerFigure, ...] = ()
    records: tuple[str, ...] = ()
    computed: str | None = None

    def __str__(self) -> str:
        return self.text

    def as_json(self) -> dict[str, Any]:
        """Return the sentence, every key present."""
        return {
            "text": self.text,
            "citations": list(self.citations),
            "figures": [figure.as_json(self.text) for figure in self.figures],
            "records": list(self.records),
            "computed": self.computed,
        }


@dataclass(frozen=True)
class Answer:
    """What the books say to a question. `missing` names what they would need to hold when it is refused."""

    question: str
    language: str
    sentences: tuple[AnswerSentence, ...] = ()
    contradictions: tuple[AnswerSentence, ...] = ()
    unknowns: tuple[AnswerSentence, ...] = ()
    refused: bool = False
    missing: tuple[str, ...] = ()
    records: tuple[str, ...] = ()
    understood: dict[str, Any] = field(default_factory=dict)

    @property
    def citations(self) -> tuple[str, ...]:
        """Ids of every claim cited, in the order of the text, each once."""
        parts = (*self.sentences, *self.contradictions, *self.unknowns)
        return tuple(dict.fromkeys(claim for part in parts for claim in part.citations))

    def as_json(self) -> dict[str, Any]:
        """Return the object that `korpu ask --json` prints, less the quotes of the claims cited."""
        return {
            "question": self.question,
            "language": self.language,
            "refused": self.refused,
            "sentences": [sentence.as_json() for sentence in self.sentences],
            "contradictions": [sentence.as_json() for sentence in self.contradictions],
            "unknowns": [sentence.as_json() for sentence in self.unknowns],
            "missing": list(self.missing),
            "records": list(self.records),
            "understood": self.understood,
        }


class Line:
    """Puts a sentence together piece by piece, keeping track of where its figures stand."""

    def __init__(self) -> None:
        self._text = ""
        self._figures: list[AnswerFigure] = []
        self._citations: dict[str, None] = {}
        self._records: dict[str, None] = {}
        self.computed: str | None = None

    def say(self, text: str) -> Line:
        """Add plain words."""
        self._text += text
        return self

    def figure(self, text: str, claim: str | None) -> Line:
        """Add a figure that a claim states; without a claim it is plain words."""
        if claim is not None and text:
            start = len(self._text)
            self._figures.append(AnswerFigure(start, start + len(text), claim))
            self._citations[claim] = None
        self._text += text
        return self

    def cite(self, *claims: str) -> Line:
        """Name claims that the sentence rests on."""
        self._citations.update(dict.fromkeys(claims))
        return self

    def about(self, *records: str) -> Line:
        """Name records that the sentence speaks of."""
        self._records.update(dict.fromkeys(records))
        return self

    def join(self, other: Line) -> Line:
        """Add another line with its figures, citations and records."""
        shift = len(self._text)
        self._text += other._text
        self._figures += [AnswerFigure(f.start + shift, f.end + shift, f.claim) for f in other._figures]
        self._citations.update(other._citations)
        self._records.update(other._records)
        return self

    @property
    def text(self) -> str:
        """The words so far."""
        return self._text

    def done(self) -> AnswerSentence:
        """Return the sentence, its first letter a capital."""
        text = self._text[:1].upper() + self._text[1:] if self._text[:1] != "i" else "I" + self._text[1:]
        return AnswerSentence(text, tuple(self._citations), tuple(self._figures), tuple(self._records), self.computed)
