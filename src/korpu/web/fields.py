"""The fields of a claim that a person may edit, as a form shows them and as the books take them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from korpu.statements.reading import Candidate
from korpu.web.labels import KINDS, STAGES, TRACKS

NAMES = ("title", "kind", "track", "stage", "place", "when", "amount", "currency", "count", "count_unit")
_KINDS_BY_HAND = (
    "initiative", "programme", "agreement", "decision", "obligation", "partnership", "goal", "need", "measure",
    "cohort", "visit", "event", "position", "incident", "service", "link", "closure", "flow",
)  # fmt: skip


@dataclass(frozen=True)
class Field:
    """One input: its name, its label, what it holds, and the choices when it is a list."""

    id: str
    name: str
    label: str
    value: str
    options: tuple[tuple[str, str], ...] = ()


def fields(candidate: Candidate, prefix: str, *, without: Iterable[str] = ()) -> list[Field]:
    """Return the inputs for a candidate, prefilled with what was read."""
    labels = {
        "title": _("Title"),
        "kind": _("Kind"),
        "track": _("Track"),
        "stage": _("Stage"),
        "place": _("Place"),
        "when": _("When"),
        "amount": _("Amount"),
        "currency": _("Currency"),
        "count": _("Number"),
        "count_unit": _("Of what"),
    }
    options = {
        "kind": tuple((code, str(KINDS[code])) for code in _KINDS_BY_HAND),
        "track": (("", "–"), *((code, str(word)) for code, word in TRACKS.items())),
        "stage": (("", "–"), *((code, str(word)) for code, word in STAGES.items())),
    }
    return [
        Field(f"{prefix}-{name}", name, labels[name], str(getattr(candidate, name) or ""), options.get(name, ()))
        for name in NAMES
        if name not in without
    ]


def edited(post: Mapping[str, str], candidate: Candidate) -> dict[str, str | None]:
    """Return only what the person changed; an emptied field is None."""
    changes: dict[str, str | None] = {}
    for name in NAMES:
        if name in post:
            value = _plain(name, post[name])
            if value != (getattr(candidate, name) or None):
                changes[name] = value
    return changes


def filled(post: Mapping[str, str]) -> dict[str, str]:
    """Return the fields that hold something."""
    return {name: value for name in NAMES if name in post and (value := _plain(name, post[name]))}


def _plain(name: str, value: str) -> str | None:
    """Return the value trimmed; in amounts and counts the spaces and commas that group thousands are dropped."""
    value = value.strip()
    if name in ("amount", "count"):
        value = value.replace("\u00a0", "").replace(" ", "").replace(",", "")
    if name == "currency":
        value = value.upper()
    return value or None
