"""Writes cases as a STIX 2.1 bundle."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from korpu.ledger.incidents.case import REFUTED, Case, Outlet, Refutation, Sighting, known
from korpu.ledger.incidents.fold import folded
from korpu.ledger.incidents.techniques import techniques
from korpu.standards.stix.ids import FIRST, named, observable, span

VERSION = "2.1"
DISARM = "https://github.com/DISARMFoundation/DISARMframeworks/blob/main/generated_pages/techniques"
Object = dict[str, Any]


def bundle(cases: Sequence[Case]) -> Object:
    """Return the bundle of some cases; what several of them share is in it once."""
    objects: dict[str, Object] = {}
    for case in cases:
        for one in objects_of(case):
            objects.setdefault(one["id"], one)
    return {
        "type": "bundle",
        "id": named("bundle", *(f"{case.uid} {case.modified}" for case in cases)),
        "objects": list(objects.values()),
    }


def objects_of(case: Case) -> list[Object]:
    """Return the objects of one case, the report that holds them together last."""
    author = _plain(
        "identity", "author", case.author or "korpu", name=case.author or "korpu", identity_class="organization"
    )
    incident = _incident(case, author)
    objects = [author, incident, *_translations(case, incident)]
    for outlet in case.outlets:
        objects += _outlet(outlet)
    for seen in case.sightings:
        objects += _sighting(case, incident, seen)
    objects += [_technique(name) for name in case.techniques]
    objects += [_note(case, incident, words) for words in case.refutations]
    if case.refutations or case.status == REFUTED:
        objects.append(_opinion(case, incident))
    unique = {one["id"]: one for one in objects}
    named_there = [name for name, one in unique.items() if one["type"] != "language-content"]
    return [*unique.values(), _report(case, author, named_there)]


def _object(kind: str, named_as: str, created: str, modified: str | None = None, /, **fields: Any) -> Object:
    common = {
        "type": kind,
        "spec_version": VERSION,
        "id": named_as,
        "created": created,
        "modified": modified or created,
    }
    return common | known(fields)


def _plain(kind: str, *parts: object, **fields: Any) -> Object:
    """Return an object that has no time of its own."""
    return _object(kind, named(kind, *parts), FIRST, **fields)


def _incident(case: Case, author: Object) -> Object:
    return _object(
        "incident", f"incident--{case.uid}", case.created, case.modified,
        created_by_ref=author["id"], lang=case.language, name=case.name(case.language), description=case.words,
        labels=[case.status, *([f"topic:{case.topic}"] if case.topic else [])],
    )  # fmt: skip


def _translations(case: Case, incident: Object) -> Iterator[Object]:
    """Yield the titles in their languages, where the name of the incident does not say them already."""
    told = case.title == {case.language: incident["name"]} and incident["name"] != replace(case, title={}).name()
    if case.title and not told:
        yield _object(
            "language-content", named("language-content", case.uid), case.created, case.modified,
            object_ref=incident["id"], object_modified=case.modified,
            contents={language: {"name": words} for language, words in case.title.items()},
        )  # fmt: skip


def outlet_id(name: str) -> str:
    """Return the id of an outlet's identity; the same name is the same outlet."""
    return named("identity", "outlet", folded(name))


def _outlet(outlet: Outlet) -> Iterator[Object]:
    labels = [("kind", outlet.kind), ("status", outlet.status), *(("practice", text) for text in outlet.practices)]
    links = [{"source_name": outlet.name, "url": outlet.url}] if outlet.url else []
    if outlet.status and (outlet.status_source or outlet.status_date):
        since = f" as of {outlet.status_date}" if outlet.status_date else ""
        links.append(
            {"source_name": outlet.status_source or "unknown", "description": f"outlet status {outlet.status}{since}"}
        )
    name = outlet_id(outlet.name)
    yield _object(
        "identity", name, min(FIRST, outlet.modified or FIRST), outlet.modified or FIRST, name=outlet.name,
        identity_class="organization", labels=[f"{key}:{value}" for key, value in labels if value],
        contact_information="\n".join(outlet.contacts), external_references=links,
    )  # fmt: skip
    if outlet.country:
        place = _plain("location", outlet.country, country=outlet.country)
        yield place
        yield _plain(
            "relationship",
            name,
            outlet.country,
            relationship_type="located-at",
            source_ref=name,
            target_ref=place["id"],
        )


def _sighting(case: Case, incident: Object, seen: Sighting) -> Iterator[Object]:
    """Yield what was observed: the address, the time around it, and the outlet that it is tied to."""
    source, ends = incident["id"], span(seen.date) if seen.date else None
    if seen.url:
        source = observable("url", {"value": seen.url})
        yield {"type": "url", "spec_version": VERSION, "id": source, "value": seen.url}
        if ends:
            about = [source]
            source = named("observed-data", case.uid, seen.url, seen.date, seen.outlet)
            yield _object(
                "observed-data", source, case.created, first_observed=ends[0], last_observed=ends[1], number_observed=1,
                object_refs=about,
            )  # fmt: skip
    if seen.outlet:
        times = {"start_time": ends[0], "stop_time": ends[1]} if ends and not seen.url else {}
        yield _object(
            "relationship", named("relationship", case.uid, source, seen.outlet, seen.date), case.created,
            relationship_type="related-to", source_ref=source, target_ref=outlet_id(seen.outlet), **times,
        )  # fmt: skip


def _technique(name: str) -> Object:
    """Return the attack pattern of a technique under the id that DISARM itself gives it."""
    about = techniques().get(name)
    link = {"source_name": "DISARM", "external_id": name, "url": f"{DISARM}/{name}.md"}
    if about is None:
        return _plain("attack-pattern", name, name=name, external_references=[link])
    return _object("attack-pattern", about.stix, about.created, name=about.name, external_references=[link])


def _note(case: Case, incident: Object, words: Refutation) -> Object:
    about = {"source_name": words.title or "source", "url": words.url}
    published = {"description": f"published {words.date}" if words.date else "the source of these words"}
    links = [known(about | published)] if words.title or words.url or words.date else []
    own = named("note", case.uid, words.quote, words.language, words.title, words.url, words.date, words.reason)
    return _object(
        "note", own, case.created,
        lang=words.language, abstract=words.reason, content=words.quote, object_refs=[incident["id"]],
        external_references=links,
    )  # fmt: skip


def _opinion(case: Case, incident: Object) -> Object:
    return _object(
        "opinion", named("opinion", case.uid), case.created, opinion="strongly-disagree", object_refs=[incident["id"]]
    )


def _report(case: Case, author: Object, names: list[str]) -> Object:
    return _object(
        "report", named("report", case.uid), case.created, case.modified,
        created_by_ref=author["id"], lang=case.language, name=case.name(case.language), description=case.narrative,
        report_types=["observed-data"], published=case.created, object_refs=names,
    )  # fmt: skip
