"""Verifies proposals one by one: each becomes a candidate or a rejection, none is mended."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from typing import Any

from korpu.kernel.finding import Range
from korpu.kernel.stages import STAGES
from korpu.reference.names import Names
from korpu.reference.tracks import load_tracks
from korpu.statements.proposed.kept import Kept, candidate_of
from korpu.statements.proposed.numbers import amount_in, count_in, time_in, within
from korpu.statements.proposed.proposal import (
    BAD_FORM,
    CUT_OFF,
    NOT_IN_TEXT,
    READ_ALREADY,
    TWICE,
    Proposal,
    RefusedError,
    Rejection,
    Verdict,
)
from korpu.statements.proposed.roles import literally, role_in
from korpu.statements.reading import Candidate, Figure, Reading

SHORTEST, LONGEST = 8, 1_200
_DENIED = re.compile(
    r"\b(?:not|never|no one|nobody|neither|without|false|untrue|denied|denies|deny|cannot|"
    r"не|ні|ніколи|жод\w+|спрост\w+|неправд\w+|никогда|никто|опроверг\w+|ложь|heç|deyil|yalan\w*|təkzib)\b|n['’]t\b",
    re.IGNORECASE,
)
_STOP = re.compile(r"[.!?…]\s|\n\s*\n")


def verify(reading: Reading, names: Names, proposals: Iterable[Proposal], kinds: Collection[str]) -> Verdict:
    """Return the candidates that hold against the text, what is kept of them, and why the others were refused.

    `kinds` are the kinds of record that may be proposed.
    """
    candidates: list[Candidate] = []
    kept: list[Kept] = []
    rejections: list[Rejection] = []
    for said in proposals:
        try:
            one = _held(reading, names, said, kinds)
            found = candidate_of(reading, names, one)
            if found is None:
                raise RefusedError(NOT_IN_TEXT, "The quote does not stand in the text.")
            _fresh(reading, found, candidates)
        except RefusedError as refused:
            rejections.append(Rejection(refused.code, refused.reason, said.quote[:300]))
        else:
            candidates.append(found)
            kept.append(one)
    return Verdict(tuple(candidates), tuple(kept), tuple(rejections))


def _held(reading: Reading, names: Names, said: Proposal, kinds: Collection[str]) -> Kept:
    """Return what is to be kept of a proposal, or raise RefusedError with the first reason against it."""
    _known(said, kinds)
    span = _place(reading, said.quote)
    own = [reading.figures[i] for i in within(reading, span)]
    amount, count, when = amount_in(own, said), count_in(own, said), time_in(own, said)
    title = literally(reading.document.text[span[0] : span[1]], said.title) if said.title else None
    if said.title and title is None:
        raise RefusedError(NOT_IN_TEXT, f"The quote does not hold the title “{said.title[:80]}”.")
    roles = {
        name: role_in(reading, names, getattr(said, name), span, name) for name in ("actor", "counterpart", "place")
    }
    return {
        "range": list(span), "kind": said.kind, "stage": said.stage, "track": said.track,
        "title": [title.start + span[0], title.end + span[0]] if title else None,
        **{name: list(found) if found else None for name, found in roles.items()},
        "amount": _at(amount), "count": _at(count), "when": _at(when),
    }  # fmt: skip


def _at(figure: Figure | None) -> list[int] | None:
    return [figure.start, figure.end] if figure else None


def _known(said: Proposal, kinds: Collection[str]) -> None:
    allowed: dict[str, Any] = {"kind": kinds, "stage": STAGES, "track": load_tracks()}
    for name, words in allowed.items():
        given = getattr(said, name)
        if (given is not None or name == "kind") and given not in words:
            raise RefusedError(BAD_FORM, f"There is no {name} “{str(given)[:60]}”.")
    if not SHORTEST <= len(said.quote.strip()) <= LONGEST:
        raise RefusedError(BAD_FORM, f"A quote has {SHORTEST} to {LONGEST:,} characters.")


def _place(reading: Reading, quote: str) -> Range:
    """Return where a quote stands, cut off from no denial in its sentence; raise RefusedError otherwise."""
    text = reading.document.text
    found = literally(text, quote)
    if found is None:
        raise RefusedError(NOT_IN_TEXT, "The quote does not stand in the text.")
    span = (found.start, found.end)
    if any(f.start < edge < f.end for f in reading.figures for edge in span):
        raise RefusedError(CUT_OFF, "The quote cuts a figure in two.")
    before = _STOP.split(text[max(0, span[0] - 400) : span[0]])[-1]
    after = _STOP.split(text[span[1] : span[1] + 120])[0] if text[span[1] - 1] not in ".!?…" else ""
    denied = _DENIED.search(before) or _DENIED.search(after)
    if denied:
        raise RefusedError(CUT_OFF, f"The quote is cut off from “{denied.group()}” in its sentence.")
    return span


def _fresh(reading: Reading, found: Candidate, others: list[Candidate]) -> None:
    """Refuse what was proposed before, and what the grammar has read already, whether it agrees or not.

    Where the grammar only saw that something is stated, a proposal may stand beside it and say what happened.
    """
    if any(_same(found, other) for other in others):
        raise RefusedError(TWICE, "The same words were proposed before.")
    numbers = _values(found)
    for other in reading.candidates:
        told = other.stage not in (None, "stated") and bool(numbers & _values(other))
        if _same(found, other) or (told and _overlap(found, other)):
            raise RefusedError(
                READ_ALREADY, f"The rules of korpu read these words already, as {other.stage or other.kind}."
            )


def _values(candidate: Candidate) -> set[tuple[str | None, str]]:
    pairs = ((candidate.amount, "amount"), (candidate.count, "count"))
    return {(value, name) for value, name in pairs if value is not None}


def _same(one: Candidate, two: Candidate) -> bool:
    return one.stage == two.stage and _overlap(one, two)


def _overlap(one: Candidate, two: Candidate) -> bool:
    """Tell whether two candidates share most of the shorter one's words."""
    shared = sum(max(0, min(b, d) - max(a, c)) for a, b in one.ranges for c, d in two.ranges)
    shorter = min(sum(b - a for a, b in some.ranges) for some in (one, two))
    return shared * 2 > shorter
