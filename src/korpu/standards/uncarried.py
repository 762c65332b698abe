"""Finds what a format did not carry, by writing a case and reading it back: the difference is what was lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from korpu.ledger.incidents.case import Case


@dataclass(frozen=True)
class Loss:
    """A value that a document does not carry: of which case, which field, what it was, and why."""

    case: str
    field: str
    value: str
    reason: str

    def as_json(self) -> dict[str, Any]:
        """Return the loss as the command line prints it."""
        return {"case": self.case, "field": self.field, "value": self.value, "reason": self.reason}


def losses(case: Case, carried: Callable[[Case], Case], reasons: Mapping[str, str]) -> tuple[Loss, ...]:
    """Return what of a case is not the same after `carried` has written and read it.

    `reasons` says by the name of a field (without its places in lists) why the format cannot carry it.
    """
    unknown = "the format has no place for this value"
    return tuple(
        Loss(case.uid, path, str(value), reasons.get(_bare(path), unknown))
        for path, value in _differing(case, carried(case), "")
    )


def _differing(one: Any, two: Any, path: str) -> Iterator[tuple[str, Any]]:
    if one == two:
        return
    if is_dataclass(one) and is_dataclass(two):
        for field in fields(one):
            if field.compare:
                where = f"{path}.{field.name}" if path else field.name
                yield from _differing(getattr(one, field.name), getattr(two, field.name), where)
    elif isinstance(one, tuple) and isinstance(two, tuple):
        for i, item in enumerate(one):
            if i < len(two):
                yield from _differing(item, two[i], f"{path}[{i}]")
            else:
                yield f"{path}[{i}]", item
    elif isinstance(one, dict) and isinstance(two, dict):
        for key, item in one.items():
            if item != two.get(key):
                yield f"{path}.{key}", item
    elif one not in (None, "", (), {}):
        yield path, one


def _bare(path: str) -> str:
    return "".join(part.split("]")[-1] for part in path.split("["))
