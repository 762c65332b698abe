"""Answers a question from the ledger: reads it, chooses the records, tells them, or says what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from korpu.briefs.amounts import how_much
from korpu.briefs.answer import Answer, Line
from korpu.briefs.attributes import where, who
from korpu.briefs.changed import Changes, changed
from korpu.briefs.draft import Draft
from korpu.briefs.gaps import contradictions, differing, state_gaps
from korpu.briefs.groups import STAGES
from korpu.briefs.listing import MOST, by_stage, everything
from korpu.briefs.numbers import how_many
from korpu.briefs.promises import overdue, undated, unmet, unpriced
from korpu.briefs.quantities import about_things, of_mass, quantities
from korpu.briefs.question import Question, language_for, parse
from korpu.briefs.select import select
from korpu.briefs.voice import Voice, say_quote
from korpu.briefs.yes_no import yes_no
from korpu.ledger.claim import Claim
from korpu.ledger.record import Record
from korpu.reference.names import Names


def answer(
    question: str, ledger: Sequence[Record], *, names: Names, today: date, changes: Changes, language: str | None = None
) -> Answer:
    """Answer a question in the language asked for, else in its own; every figure names the claim that states it.

    `changes` gives what changed in the ledger between two EDTF dates. What the books cannot answer is refused, with
    the names of what they would need to hold.
    """
    asked = parse(question, names=names, today=today, known=_known(ledger))
    voice = Voice(language_for(question, language))
    draft = Draft(asked, voice, ledger, [], today, names)
    if not ledger:
        return _finish(draft, refused=voice.phrase("refuse.empty"))
    reason = _not_ours(asked)
    if reason is not None:
        draft.missing.append((reason, ""))
        return _finish(draft)
    found = select(asked, ledger, names)
    draft.chosen, draft.missing = found.records, list(found.missing)
    if not draft.missing and not found.records and found.mentioned:
        _tell_mentions(draft, found.mentioned)
        return _finish(draft)
    if not draft.missing and not found.records:
        draft.missing.append(("missing.match", draft.about()))
    if not draft.missing and not _asks_something(asked):
        draft.missing.append(("missing.question", ""))
    if not draft.missing:
        _tell(draft, changes)
    return _finish(draft)


def _tell_mentions(draft: Draft, claims: Sequence[Claim]) -> None:
    """Say that no record is about the field asked about, and give the words that name it.

    A question about a figure is refused all the same, the words standing beside the refusal.
    """
    lines = [Line().say(draft.voice.phrase("only.named", what=draft.field())).cite(*[c.id for c in claims[:MOST]])]
    lines += [say_quote(Line().about(claim.record), claim, draft.voice).say(".") for claim in claims[:MOST]]
    if draft.asked.asks("how_much", "how_many"):
        draft.missing.append(("missing.amount" if draft.asked.asks("how_much") else "missing.count", draft.about()))
        draft.unknowns += lines
    else:
        draft.lines += lines


def _not_ours(asked: Question) -> str | None:
    """Return why a question is none for books of record: it asks for a forecast, an opinion or a reason."""
    if asked.asks("forecast"):
        return "missing.forecast"
    return "missing.why" if asked.asks("why") else None


def _asks_something(asked: Question) -> bool:
    loose = [intent for intent in asked.intents if intent not in ("yes_no", "who", "where", "when")]
    return bool(loose or asked.stages or asked.topics or asked.names or asked.window)


def _tell(draft: Draft, changes: Changes) -> None:
    """Hand the question to the part that answers its kind."""
    asked = draft.asked
    staged = any(group in STAGES or group == "done_loosely" for group in asked.stages)
    if asked.asks("changed"):
        changed(draft, changes)
    elif asked.asks("contradict"):
        differing(draft)
    elif asked.asks("undated"):
        undated(draft)
    elif asked.asks("unpriced"):
        unpriced(draft)
    elif asked.asks("unmet"):
        unmet(draft)
    elif asked.asks("late"):
        overdue(draft)
    elif asked.asks("how_many", "how_much"):
        _tell_quantity(draft)
    elif asked.asks("who"):
        who(draft)
    elif asked.asks("where"):
        where(draft)
    elif staged and (asked.topics or asked.names) and _whether(asked):
        yes_no(draft)
    elif staged:
        by_stage(draft)
    else:
        everything(draft)


def _whether(asked: Question) -> bool:
    """Tell whether a question wants yes or no: it says so, or asks for what is open without asking when."""
    return asked.asks("yes_no") or ("open" in asked.stages and not asked.asks("when"))


def _tell_quantity(draft: Draft) -> None:
    """Tell money or numbers: "how much" is money unless things are named that are counted or measured."""
    asked = draft.asked
    if asked.asks("how_many") and not of_mass(asked) and (asked.about("unit") or not asked.asks("how_much")):
        how_many(draft)
        return
    if about_things(draft):
        quantities(draft)
    how_much(draft)


def _known(ledger: Sequence[Record]) -> set[str]:
    """Return the names that the ledger itself gives to places and parties."""
    return {name for r in ledger for name in (*r.places, *(party for party, _ in r.parties)) if name}


def _finish(draft: Draft, *, refused: str | None = None) -> Answer:
    asked, voice = draft.asked, draft.voice
    said = {"question": asked.text, "language": voice.language, "understood": asked.as_json()}
    if refused is not None or draft.missing:
        missing = tuple(dict.fromkeys(voice.phrase(key, what=words) for key, words in draft.missing))
        missing = missing or ((refused,) if refused else ())
        unknowns = tuple(line.done() for line in draft.unknowns)
        return Answer(**said, unknowns=unknowns, refused=True, missing=missing)  # type: ignore[arg-type]
    state_gaps(draft)
    return Answer(
        **said,  # type: ignore[arg-type]
        sentences=tuple(line.done() for line in draft.lines),
        contradictions=contradictions(draft),
        unknowns=tuple(line.done() for line in draft.unknowns),
        records=tuple(dict.fromkeys(r.id for r in draft.used)),
    )
