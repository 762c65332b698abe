"""A case as plain lines, which a person can read and korpu reads back; and the claims that accepting it writes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, fields
from typing import Any

from korpu.kernel.finding import Range
from korpu.ledger.incidents.case import Case, Outlet, Refutation, Sighting, known

_LISTS: dict[str, Any] = {"sightings": Sighting, "refutations": Refutation, "outlets": Outlet}
_LOCAL = frozenset({"record", "claim", "source"})
_LAST = ("author", "uid", "created", "modified")
_INDENT = "    "


def lines_of(case: Case) -> str:
    """Return a case as lines of "path: value", list places counted from 1, further lines of a value indented.

    >>> print(lines_of(Case("u", "It fell.", sightings=(Sighting("News"),))))
    words: It fell.
    language: en
    status: open
    sightings 1 outlet: News
    uid: u
    created: 1970-01-01T00:00:00.000000Z
    modified: 1970-01-01T00:00:00.000000Z
    """
    body = asdict(case)
    body = {name: value for name, value in body.items() if name not in _LAST} | {name: body[name] for name in _LAST}
    return "\n".join(f"{path}: {value.replace(chr(10), chr(10) + _INDENT)}" for path, value in _flat(body, ""))


def _flat(value: Any, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for name, item in value.items():
            if name not in _LOCAL or path == "title":
                yield from _flat(item, f"{path} {name}".strip())
    elif isinstance(value, (list, tuple)):
        for i, item in enumerate(value, start=1):
            yield from _flat(item, f"{path} {i}")
    elif value not in (None, ""):
        yield path, str(value)


def case_in(text: str) -> Case | None:
    """Return the case that lines tell of, None where they do not, as when its words were erased."""
    plain: dict[str, Any] = {}
    lists: dict[str, dict[str, Any]] = {name: {} for name in (*_LISTS, "techniques")}
    for path, value, _ in _parted(text):
        head, *rest = path.split(" ")
        if head == "title" and rest:
            plain.setdefault("title", {})[rest[0]] = value
        elif head in lists and rest:
            _into(lists[head], rest, value)
        else:
            plain[head] = value
    allowed = {field.name for field in fields(Case)} - {"record"}
    if not plain.get("uid") or not plain.get("words") or not set(plain) <= allowed:
        return None
    try:
        for name, kind in _LISTS.items():
            plain[name] = tuple(made_of(kind, lists[name][at]) for at in sorted(lists[name], key=int))
    except (TypeError, ValueError, AttributeError):  # something was erased in the middle
        return None
    return Case(**plain, techniques=tuple(lists["techniques"].values()))


def _into(found: dict[str, Any], rest: list[str], value: str) -> None:
    if len(rest) == 1:
        found[rest[0]] = value
    elif len(rest) == 2:
        found.setdefault(rest[0], {})[rest[1]] = value
    else:
        found.setdefault(rest[0], {}).setdefault(rest[1], []).append(value)


def made_of(kind: Any, given: dict[str, Any]) -> Any:
    """Return one of the parts of a case from its fields; lists become tuples."""
    allowed = {field.name for field in fields(kind)} - _LOCAL
    return kind(**{n: tuple(v) if isinstance(v, list) else v for n, v in given.items() if n in allowed})


def _parted(text: str) -> Iterator[tuple[str, str, Range]]:
    """Yield path, value and range of each item of the lines."""
    at = 0
    held: tuple[str, str, int] | None = None
    for line in text.split("\n"):
        start, at = at, at + len(line) + 1
        if held is not None and (line.startswith(_INDENT) or not line.strip()):
            held = (held[0], f"{held[1]}\n{line.removeprefix(_INDENT)}", held[2])
            continue
        if held is not None:
            yield held[0], held[1], (held[2], start - 1)
        path, colon, value = line.partition(": ")
        held = (path, value, start) if colon else None
    if held is not None:
        yield held[0], held[1].rstrip("\n"), (held[2], len(text.rstrip()))


def span_of(text: str, start: str) -> Range | None:
    """Return the range of all items whose paths begin with some words, such as "outlets 2"."""
    own = [place for path, _, place in _parted(text) if path == start or path.startswith(f"{start} ")]
    return (own[0][0], own[-1][1]) if own else None


def claims_of_case(case: Case) -> list[dict[str, Any]]:
    """Return the claims that a case from another register states, its identity there among them."""
    outside = known({"uid": case.uid, "author": case.author, "created": case.created, "modified": case.modified})
    return [
        *_said("title", [{language: words} for language, words in case.title.items()]),
        *_said("track", ["information"]),
        *_said("false_claim", [{"words": case.words, "language": case.language}]),
        *_said("narrative", [case.narrative]),
        *_said("topic", [case.topic]),
        *_said("seen", [known(asdict(seen)) for seen in case.sightings]),
        *_said(
            "refuted_by", [known({n: v for n, v in asdict(r).items() if n not in _LOCAL}) for r in case.refutations]
        ),
        *_said("technique", list(case.techniques)),
        *_said("status", [{"status": case.status}]),
        *_said("exchanged", [outside]),
    ]


def claims_of_outlet(outlet: Outlet) -> list[dict[str, Any]]:
    """Return the claims that another register makes on an outlet."""
    status = {"status": outlet.status, "date": outlet.status_date, "according_to": outlet.status_source}
    return [
        *_said("title", [{"en": outlet.name}]),
        *_said("name", [outlet.name]),
        *_said("country", [outlet.country]),
        *_said("outlet_kind", [outlet.kind]),
        *_said("url", [outlet.url]),
        *_said("status", [known(status)] if outlet.status else []),
        *_said("practice", list(outlet.practices)),
        *_said("contact", list(outlet.contacts)),
        *_said("exchanged", [known({"modified": outlet.modified})]),
    ]


def _said(name: str, values: list[Any]) -> list[dict[str, Any]]:
    return [{"property": name, "value": value} for value in values if value]
