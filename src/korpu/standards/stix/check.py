"""The rules of STIX 2.1 that a bundle keeps, as far as cases of false claims use it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from korpu.standards.breach import Breach
from korpu.standards.untrusted import mapping

_UUID = r"[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"
ID = re.compile(rf"([a-z][a-z0-9-]{{1,248}})--{_UUID}")
TIME = re.compile(r"\d{4}-(0\d|1[0-2])-([0-2]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?Z")
OBSERVABLES = frozenset(
    {"url", "domain-name", "artifact", "file", "ipv4-addr", "ipv6-addr", "email-addr", "user-account"}
)
OPINIONS = ("strongly-disagree", "disagree", "neutral", "agree", "strongly-agree")
REQUIRED: dict[str, tuple[str, ...]] = {
    "attack-pattern": ("name",),
    "identity": ("name",),
    "incident": ("name",),
    "language-content": ("object_ref", "contents"),
    "note": ("content", "object_refs"),
    "observed-data": ("first_observed", "last_observed", "number_observed"),
    "opinion": ("opinion", "object_refs"),
    "relationship": ("relationship_type", "source_ref", "target_ref"),
    "report": ("name", "published", "object_refs"),
    "url": ("value",),
}
_TIMES = (
    ("created", "modified"),
    ("first_observed", "last_observed"),
    ("start_time", "stop_time"),
    ("published", "published"),
    ("object_modified", "object_modified"),
)


def check(said: Any) -> list[Breach]:
    """Return every breach of a bundle: errors of form and, as warnings, references that lead out of it."""
    about = mapping(said)
    if about.get("type") != "bundle" or not isinstance(about.get("objects"), list):
        return [_error("bundle", "it is no bundle with objects", "type")]
    found = [] if _is_id(about.get("id"), "bundle") else [_error("id", "the bundle has no id", "id")]
    names: set[str] = set()
    versions: set[tuple[str, str]] = set()
    for i, one in enumerate(about["objects"]):
        at = f"objects[{i}]"
        if not isinstance(one, dict) or not isinstance(one.get("type"), str):
            found.append(_error("object", "it holds something that is no object", at))
            continue
        found += _object(one, at)
        names.add(str(one.get("id")))
        version = (str(one.get("id")), str(one.get("modified")))
        if version in versions:
            found.append(_error("unique", "an object is in it twice", at))
        versions.add(version)
    return found + list(_dangling(about["objects"], names))


def _error(rule: str, message: str, path: str) -> Breach:
    return Breach(rule, "error", message, path)


def _is_id(value: Any, kind: str | None = None) -> bool:
    match = ID.fullmatch(value) if isinstance(value, str) else None
    return match is not None and (kind is None or match.group(1) == kind)


def _object(one: dict[str, Any], at: str) -> Iterator[Breach]:
    kind = one["type"]
    if not _is_id(one.get("id"), kind):
        yield _error("id", "an id is not its type and a UUID", f"{at}.id")
    if one.get("spec_version", "2.1") != "2.1":
        yield _error("spec_version", "it is of another version than 2.1", f"{at}.spec_version")
    dated = () if kind in OBSERVABLES else ("created",) if kind in ("marking-definition",) else ("created", "modified")
    for name in (*dated, *REQUIRED.get(kind, ())):
        if one.get(name) in (None, "", [], {}):
            yield _error("required", f"a {kind} has no {name}", f"{at}.{name}")
    for rule in (_times, _references, _held, _texts, _links, _closed):
        yield from rule(one, at)


def _times(one: dict[str, Any], at: str) -> Iterator[Breach]:
    for first, last in _TIMES:
        for name in dict.fromkeys((first, last)):
            if name in one and not _is_time(one[name]):
                yield _error("timestamp", "a time is not in RFC 3339 in UTC", f"{at}.{name}")
                return
        if first in one and last in one and _comparable(one[first]) > _comparable(one[last]):
            yield _error("order", f"{last} is before {first}", f"{at}.{last}")


def _is_time(value: Any) -> bool:
    """Tell whether a value is a moment of the calendar in RFC 3339 and UTC."""
    if not isinstance(value, str) or not TIME.fullmatch(value):
        return False
    try:
        date.fromisoformat(value[:10])
    except ValueError:
        return False
    return True


def _comparable(time: str) -> tuple[str, str]:
    seconds, _, fraction = time[:-1].partition(".")
    return seconds, fraction.ljust(9, "0")


def _references(one: dict[str, Any], at: str) -> Iterator[Breach]:
    for name, value in one.items():
        if name.endswith("_refs"):
            if not isinstance(value, list) or not value or not all(_is_id(item) for item in value):
                yield _error("reference", "a list of references holds something else", f"{at}.{name}")
        elif name.endswith("_ref") and not _is_id(value):
            yield _error("reference", "a reference is no id", f"{at}.{name}")


def _held(one: dict[str, Any], at: str) -> Iterator[Breach]:
    if one["type"] != "report" or not isinstance(one.get("object_refs"), list):
        return
    meta = ("language-content--", "marking-definition--", "extension-definition--", "bundle--")
    if any(isinstance(item, str) and item.startswith(meta) for item in one["object_refs"]):
        yield _error("reference", "a report holds what is no object of the domain", f"{at}.object_refs")


def _texts(one: dict[str, Any], at: str) -> Iterator[Breach]:
    for name in ("name", "description", "content", "abstract", "value", "lang", "contact_information", "country"):
        if name in one and not isinstance(one[name], str):
            yield _error("string", f"{name} is no text", f"{at}.{name}")
    for name in ("labels", "report_types", "authors", "roles"):
        if name in one and not _strings(one[name]):
            yield _error("list", f"{name} is no list of texts", f"{at}.{name}")


def _strings(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(item, str) and item for item in value)


def _links(one: dict[str, Any], at: str) -> Iterator[Breach]:
    links = one.get("external_references")
    if links is None:
        return
    if not isinstance(links, list) or not links:
        yield _error(
            "external_references", "external references are an empty list or none", f"{at}.external_references"
        )
        return
    for i, link in enumerate(links):
        about = mapping(link)
        told = any(about.get(name) for name in ("description", "url", "external_id"))
        if not isinstance(about.get("source_name"), str) or not told:
            yield _error(
                "external_references", "an external reference names no source", f"{at}.external_references[{i}]"
            )


def _closed(one: dict[str, Any], at: str) -> Iterator[Breach]:
    rules: dict[str, Callable[[Any], bool]] = {
        "opinion": lambda value: one["type"] != "opinion" or value in OPINIONS,
        "number_observed": lambda value: type(value) is int and 1 <= value <= 999_999_999,
        "contents": lambda value: isinstance(value, dict) and all(isinstance(item, dict) for item in value.values()),
    }
    for name, holds in rules.items():
        if name in one and not holds(one[name]):
            yield _error("value", f"{name} has a value that it cannot have", f"{at}.{name}")


def _dangling(objects: list[Any], names: set[str]) -> Iterator[Breach]:
    for i, one in enumerate(objects):
        for name, value in mapping(one).items():
            wanted = value if name.endswith("_refs") else [value] if name.endswith("_ref") else []
            if isinstance(wanted, list) and any(isinstance(item, str) and item not in names for item in wanted):
                yield Breach("reference", "warning", "a reference leads out of the bundle", f"objects[{i}].{name}")
