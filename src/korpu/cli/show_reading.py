"""What `korpu read` prints for a person: the source, its figures, its candidates with quotes, its findings."""

from __future__ import annotations

from collections.abc import Sequence

from korpu.cli.output import shorten, table, wrapped
from korpu.cli.words import counted, figure_value, grouped, plain, time_words
from korpu.kernel.finding import Finding
from korpu.statements.reading import Candidate, Reading

QUOTE = 160
"""Most letters of a quote shown in a list; --json has all of it."""


def show_reading(path: str, reading: Reading) -> None:
    """Print a reading in plain words."""
    doc = reading.document
    published = f"published {time_words(doc.published)}" if doc.published else "publication date not given"
    print(f"{path}: {reading.language}, {published}, {len(doc.text):,} characters")
    _guessed(doc)
    show_figures(reading)
    show_candidates(reading.candidates)
    show_findings(reading.findings, doc.text)


def _guessed(doc: object) -> None:
    if getattr(doc, "guessed", False):
        print(f"The encoding was guessed as {getattr(doc, 'encoding', '')}; check a few letters with `korpu text`.")


def show_figures(reading: Reading) -> None:
    """Print the figures as a table, with what was filled in from outside their words."""
    print(f"\n{counted(len(reading.figures), 'figure').capitalize()}")
    rows = [
        (
            f"{f.start}–{f.end}",
            f.kind,
            figure_value(f),
            f"“{f.text}”" + (f" ({f.inferred} inferred)" if f.inferred else ""),
        )
        for f in reading.figures
    ]
    if rows:
        table(("at", "kind", "value", "words"), rows, right=(0,))


def show_candidates(candidates: Sequence[Candidate]) -> None:
    """Print each candidate as a line of what it says and a line of the words it rests on."""
    print(
        f"\n{counted(len(candidates), 'candidate').capitalize()}" + ("" if candidates else ": no event was recognised.")
    )
    for i, candidate in enumerate(candidates, 1):
        print(f"{i:>3}. {summary(candidate)}")
        print(f"     “{shorten(candidate.quote, QUOTE)}”")


def summary(candidate: Candidate) -> str:
    """Return what a candidate says on one line: stage and kind, then whatever of it was read."""
    head = f"{plain(candidate.stage) or 'no stage'} · {plain(candidate.kind)}"
    head += f" ({plain(candidate.track)})" if candidate.track else ""
    parts = [head, candidate.title or candidate.name or ""]
    if candidate.actor:
        parts.append(f"by {candidate.actor}" + (f" for {candidate.counterpart}" if candidate.counterpart else ""))
    parts.append(f"in {candidate.place}" if candidate.place else "")
    parts.append(f"{grouped(candidate.amount)} {candidate.currency or '(no currency)'}" if candidate.amount else "")
    parts.append(f"{grouped(candidate.count)} {candidate.count_unit or ''}".strip() if candidate.count else "")
    parts.append(time_words(candidate.when) if candidate.when else "")
    parts.append("negated" if candidate.negated else "")
    return " · ".join(part for part in parts if part)


def show_findings(findings: Sequence[Finding], text: str, *, language: str = "en", ids: Sequence[str] = ()) -> None:
    """Print findings, each with its words, its arithmetic, the proposal and the id by which it can be waived."""
    from korpu.drawing.sentences import arithmetic, sentence, word

    print(f"\n{counted(len(findings), 'finding').capitalize()}" + ("" if findings else ": nothing contradicts itself."))
    for at, finding in enumerate(findings):
        wrapped(f"{finding.severity} · {finding.check}: {sentence(finding.message, language)}", "  ")
        if finding.arithmetic:
            wrapped(f"arithmetic: {arithmetic(finding.arithmetic, language)}", "      ")
        for start, end in finding.ranges[:3]:
            print(f"      at {start}: “{shorten(text[start:end], 90)}”")
        for other in (one for one in finding.inputs if one.quote):
            print(f"      beside {other.source} ({other.said or 'undated'}): “{shorten(other.quote, 90)}”")
        if finding.proposal:
            print(f"      proposal: {word(finding.proposal.text, language)}")
        if at < len(ids):
            print(f"      {ids[at]}")
