"""Asks the model about a reading and verifies what it says; whatever goes wrong, the reading itself stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from korpu.app.model.client import complete, parsed
from korpu.app.model.prompt import MOST_PROPOSALS, messages, schema
from korpu.app.model.settings import Endpoint
from korpu.kernel.errors import InputError, KorpuError
from korpu.ledger.kinds import kinds
from korpu.reference.names import Names
from korpu.statements.proposed.kept import Kept
from korpu.statements.proposed.proposal import BAD_FORM, Proposal, Rejection
from korpu.statements.proposed.verify import verify
from korpu.statements.reading import Candidate, Reading

PIECE = 12_000
"""Most characters sent in one request."""
MOST_PIECES = 20
_BREAK = re.compile(r"\n\s*\n|\n|[.!?…]\s")

Ask = Callable[[list[dict[str, str]], dict[str, Any]], str]
"""What puts messages to a model and returns its words."""


@dataclass(frozen=True)
class Proposed:
    """What came of asking: the model's name, the candidates that hold, what is kept of them, what was refused.

    `error` says why the model could not be asked to the end; what it had said until then is kept.
    """

    model: str
    candidates: tuple[Candidate, ...] = ()
    kept: tuple[Kept, ...] = ()
    rejections: tuple[Rejection, ...] = ()
    error: KorpuError | None = None

    def as_json(self) -> dict[str, Any]:
        """Return what `--model` adds to the JSON of a reading."""
        error = self.error and {"code": self.error.code, "message": self.error.message}
        rejected = [one.as_json() for one in self.rejections]
        return {"model": self.model, "proposed": len(self.candidates), "rejected": rejected, "error": error}


def propose(reading: Reading, names: Names, endpoint: Endpoint, ask: Ask | None = None) -> Proposed:
    """Ask a model about a text and return what of its answer holds; never raises for what the model does.

    `ask` stands in for the network in tests.
    """
    put = ask or (lambda said, form: complete(endpoint, said, form))
    allowed = frozenset(kinds()) - {"party", "place"}
    form, error = schema(allowed), None
    proposals: list[Proposal] = []
    malformed: list[Rejection] = []
    try:
        for piece in pieces(reading.document.text):
            said, wrong = _proposals(put(messages(piece), form))
            proposals += said
            malformed += wrong
    except KorpuError as failed:
        error = failed
    verdict = verify(reading, names, proposals, allowed)
    return Proposed(
        endpoint.model, verdict.candidates, verdict.kept, (*malformed, *verdict.rejections), error
    )  # fmt: skip


def with_proposed(reading: Reading, said: Proposed) -> Reading:
    """Return a reading with the proposed candidates after its own."""
    return replace(reading, candidates=(*reading.candidates, *said.candidates))


def pieces(text: str) -> Iterator[str]:
    """Cut a text at the ends of paragraphs or sentences into pieces that one request can hold.

    Raises InputError KORPU-MODEL-011 after the last piece that is sent of a text that is too long.
    """
    start = sent = 0
    while start < len(text):
        if sent == MOST_PIECES:
            most = PIECE * MOST_PIECES
            raise InputError(
                "KORPU-MODEL-011", f"The text is too long for the model; {most:,} characters are sent at most."
            )
        end = min(start + PIECE, len(text))
        if end < len(text):
            stops = [m.end() for m in _BREAK.finditer(text, start + PIECE // 2, end)]
            end = stops[-1] if stops else end
        if text[start:end].strip():
            yield text[start:end]
            sent += 1
        start = end


def _proposals(content: str) -> tuple[list[Proposal], list[Rejection]]:
    """Return the proposals of an answer and those of another form; raises InputError for an answer that is none."""
    bare = content.strip()
    if bare.startswith("```"):
        bare = bare.removeprefix("```json").removeprefix("```").removesuffix("```")
    said = parsed(bare)
    listed = said.get("proposals") if isinstance(said, dict) else None
    if not isinstance(listed, list):
        raise InputError("KORPU-MODEL-010", "The model's answer is not of the form that was asked for.")
    found: list[Proposal] = []
    wrong = [_malformed("More proposals than one answer may hold.", "")] if len(listed) > MOST_PROPOSALS else []
    for item in listed[:MOST_PROPOSALS]:
        fields: dict[str, Any] = item if isinstance(item, dict) else {}
        known: dict[str, Any] = {name: fields.get(name) or None for name in Proposal.__dataclass_fields__}
        texts = all(value is None or isinstance(value, str) for value in known.values())
        if texts and known["quote"] and known["kind"]:
            found.append(Proposal(**known))
        else:
            wrong.append(_malformed("The proposal is not of the form that was asked for.", str(known["quote"] or "")))
    return found, wrong


def _malformed(reason: str, quote: str) -> Rejection:
    return Rejection(BAD_FORM, reason, quote[:300])
