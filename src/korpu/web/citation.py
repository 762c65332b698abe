"""A citation as text: what is stated, in which words, by whom, where and when."""

from __future__ import annotations

from korpu.ledger.claim import Claim
from korpu.store.rows import SourceRow


def cited(claim: Claim, source: SourceRow | None, text: str) -> str:
    """Return one line to paste into a letter: value, quote, speaker, source, date, address.

    The source's own words and dates are kept as they are, so that the line can be looked up.
    """
    quote = " ".join(claim.evidence.quote.split())
    parts = [f"{text}: “{quote}”", claim.evidence.speaker or ""]
    if source is not None:
        parts += [source.title or source.id, source.published or "", source.url or ""]
    else:
        parts += [claim.evidence.source, claim.said or ""]
    return ", ".join(part for part in parts if part) + "."
