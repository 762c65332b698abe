"""Answers to "who" and "where": the parties of records and their places."""

from __future__ import annotations

from korpu.briefs.answer import Line
from korpu.briefs.draft import Draft, things
from korpu.briefs.groups import STAGES, steps_in
from korpu.briefs.listing import MOST


def who(draft: Draft) -> None:
    """Tell which parties take part in the records chosen, and as what."""
    without = []
    for record in things(draft.chosen)[:MOST] or draft.chosen[:MOST]:
        claims = [c for c in record.claims if c.property == "party" and isinstance(c.value, dict)]
        if not claims:
            without.append(record)
            continue
        line = Line().about(record.id).say(f"{draft.voice.title(record)}: ")
        seen: dict[tuple[str, str], str] = {}
        for claim in claims:
            seen.setdefault((str(claim.value["party"]), str(claim.value.get("role") or "partner")), claim.id)
        for i, ((party, role), claim_id) in enumerate(seen.items()):
            line.say("; " if i else "").figure(draft.named(party), claim_id).say(f" ({draft.voice.term('role', role)})")
        draft.lines.append(line.say("."))
        draft.use(record)
    draft.unknown("no.party", without)
    if not draft.lines:
        draft.missing.append(("missing.party", draft.about()))


def where(draft: Draft) -> None:
    """Tell the places of the records chosen."""
    told = [r for group in (draft.asked.stages or ["any"]) for r in things(draft.chosen)
            if group not in STAGES or steps_in(r, group)]  # fmt: skip
    for record in told[: 2 * MOST]:
        claims = [c for c in record.claims if c.property in ("place", "places")]
        if claims:
            line = Line().about(record.id).say(f"{draft.voice.title(record)}: ")
            names = {str(c.value): c.id for c in reversed(claims)}
            for i, (place, claim) in enumerate(reversed(names.items())):
                line.say(", " if i else "").figure(draft.named(place), claim)
            draft.lines.append(line.say("."))
            draft.use(record)
    draft.unknown("no.place", [r for r in told if r not in draft.used])
    if not draft.lines:
        draft.missing.append(("missing.match", draft.about()))
