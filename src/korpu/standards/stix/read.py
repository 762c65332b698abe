"""Reads cases from STIX 2.1 bundles: our own, and those of teams who put incidents or only reports in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any
from uuid import uuid5

from korpu.kernel.errors import InputError
from korpu.ledger.incidents.case import OPEN, REFUTED, STATUSES, Case, Outlet, Refutation, Sighting, in_order
from korpu.ledger.incidents.fold import SPACE
from korpu.ledger.incidents.techniques import ID
from korpu.standards.stix.check import check
from korpu.standards.stix.ids import edtf_of
from korpu.standards.stix.outlets import outlets
from korpu.standards.untrusted import MOST_CASES, edtf, items, load, mapping, moment, text, texts, tongue, web

Object = dict[str, Any]
_PUBLISHED = re.compile(r"published (\S+)")


def read(data: bytes) -> list[Case]:
    """Return the cases of a bundle.

    Raises InputError: KORPU-EXCHANGE-001 to -004 (see `untrusted`), -006 for more cases than are taken in at once,
    KORPU-STIX-001 when it breaks a rule of STIX 2.1 or holds no case.
    """
    return cases(load(data))


def cases(said: Any) -> list[Case]:
    """Return the cases of a bundle that was loaded already; raises like `read`."""
    wrong = next((b for b in check(said) if b.severity == "error"), None)
    if wrong:
        raise InputError(
            "KORPU-STIX-001", f"This is no STIX 2.1 bundle that can be read: {wrong.message} ({wrong.path})."
        )
    scene = Scene(said["objects"])
    about = scene.of("incident")
    covered = {name for report in scene.of("report") for name in report["object_refs"]}
    lone = [r for r in scene.of("report") if not any(i["id"] in r["object_refs"] for i in about)]
    found = [*about, *(r for r in lone if r["id"] not in covered)]
    if not found:
        raise InputError("KORPU-STIX-001", "This is no STIX 2.1 bundle that can be read: it holds no case (objects).")
    if len(found) > MOST_CASES:
        raise InputError("KORPU-EXCHANGE-006", f"The file holds more than {MOST_CASES:,} cases.")
    return [_case(scene, one) for one in found]


class Scene:
    """The objects of a bundle, the latest version of each, and how they refer to one another."""

    def __init__(self, objects: Iterable[Object]) -> None:
        self.by_id: dict[str, Object] = {}
        for one in objects:
            held = self.by_id.get(one["id"])
            if held is None or moment(held.get("modified")) < moment(one.get("modified")):
                self.by_id[one["id"]] = one

    def of(self, kind: str) -> list[Object]:
        """Return the objects of a type that nobody revoked, in the order of the bundle."""
        return [one for one in self.by_id.values() if one["type"] == kind and not one.get("revoked")]

    def around(self, centre: Object) -> list[Object]:
        """Return what belongs to a case: what its reports hold, what is tied to it and what refers to it."""
        reports = [r for r in self.of("report") if centre["id"] in (r["id"], *r["object_refs"])]
        names = [name for report in reports for name in report["object_refs"]]
        names += [r["id"] for r in reports]
        for tie in self.of("relationship"):
            if centre["id"] in (tie["source_ref"], tie["target_ref"]):
                names += [tie["id"], tie["source_ref"], tie["target_ref"]]
        for kind in ("note", "opinion"):
            names += [one["id"] for one in self.of(kind) if centre["id"] in one["object_refs"]]
        return [self.by_id[name] for name in dict.fromkeys(names) if name in self.by_id]


def _case(scene: Scene, centre: Object) -> Case:
    own = scene.around(centre)
    report = next((one for one in own if one["type"] == "report"), None)
    words = text(centre.get("description")) or text(centre["name"]) or ""
    language = tongue(centre.get("lang"))
    labels = texts(centre.get("labels"))
    notes = tuple(_note(one) for one in own if one["type"] == "note" and text(one["content"]))
    opinions = [one for one in own if one["type"] == "opinion"]
    denied = bool(notes) and any(str(one["opinion"]).endswith("disagree") for one in opinions)
    author = scene.by_id.get(str(centre.get("created_by_ref")))
    bare = Case("", words, language)
    seen = in_order(_sightings(scene, own))
    return Case(
        uid=centre["id"].split("--")[1] if centre["type"] == "incident" else str(uuid5(SPACE, f"stix {centre['id']}")),
        words=words,
        language=language,
        title=_titles(scene, centre, bare),
        narrative=text(report.get("description")) if report is not None and report is not centre else None,
        topic=next((label[6:] for label in labels if label.startswith("topic:")), None),
        status=next((label for label in labels if label in STATUSES), REFUTED if denied else OPEN),
        sightings=seen,
        refutations=notes,
        techniques=tuple(sorted(set(_techniques(own)))),
        outlets=tuple(o for o in _known(scene, own) if any(s.outlet == o.name for s in seen)),
        author=(text(author.get("name")) or "") if author else "",
        created=moment(centre["created"]),
        modified=moment(centre["modified"]),
    )


def _known(scene: Scene, own: list[Object]) -> Iterator[Outlet]:
    """Yield the outlets that something seen is tied to; who wrote the case is an identity too, and is none."""
    ties = [one for one in own if one["type"] == "relationship"]
    ends = {name for tie in ties for name in (tie["source_ref"], tie["target_ref"])}
    tied = [one for one in own if one["type"] == "identity" and one["id"] in ends]
    yield from outlets(tied, scene.of("relationship"), scene.by_id)


def _titles(scene: Scene, centre: Object, bare: Case) -> dict[str, str]:
    """Return the titles in their languages; a name that is only the beginning of the words is none."""
    for one in scene.of("language-content"):
        if one["object_ref"] == centre["id"]:
            told = {tongue(language): text(said.get("name")) for language, said in one["contents"].items()}
            return {language: words for language, words in told.items() if words}
    name = text(centre["name"])
    return {bare.language: name} if name and name != bare.name() else {}


def _note(one: Object) -> Refutation:
    link = mapping(next(iter(items(one.get("external_references"))), None))
    title = text(link.get("source_name"))
    published = _PUBLISHED.fullmatch(text(link.get("description")) or "")
    return Refutation(
        text(one["content"]) or "", tongue(one.get("lang")), None if title == "source" else title, web(link.get("url")),
        edtf(published.group(1)) if published else None, text(one.get("abstract")),
    )  # fmt: skip


def _techniques(own: list[Object]) -> Iterator[str]:
    for one in own:
        if one["type"] == "attack-pattern":
            for link in map(mapping, items(one.get("external_references"))):
                code = text(link.get("external_id")) or ""
                if ID.fullmatch(code):
                    yield code


def _sightings(scene: Scene, own: list[Object]) -> Iterator[Sighting]:
    """Yield where a claim was seen: what is tied to an identity, then what was observed without one."""
    tied: set[str] = set()
    names = {one["id"] for one in own}
    for tie in own:
        if tie["type"] != "relationship":
            continue
        ends = [scene.by_id.get(tie["source_ref"]), scene.by_id.get(tie["target_ref"])]
        who = next((one for one in ends if one and one["type"] == "identity"), None)
        what = next(
            (one for one in ends if one and one["type"] in ("observed-data", "url", "incident", "report")), None
        )
        if who is None or what is None:
            continue
        first, last = tie.get("start_time"), tie.get("stop_time")
        url, date = _observed(scene, what)
        date = date or (edtf_of(first, last) if first and last else None)
        yield Sighting(text(who["name"]), url, date)
        tied |= {what["id"], *what.get("object_refs", ())} if what["type"] in ("observed-data", "url") else set()
    for one in own:
        if one["type"] == "observed-data" and one["id"] not in tied:
            url, date = _observed(scene, one)
            tied |= set(one.get("object_refs", ()))
            yield Sighting(None, url, date)
    for one in own:
        if one["type"] == "url" and one["id"] not in tied and one["id"] in names and web(one["value"]):
            yield Sighting(None, web(one["value"]), None)


def _observed(scene: Scene, what: Object) -> tuple[str | None, str | None]:
    """Return the address and the time of something observed."""
    if what["type"] == "url":
        return web(what["value"]), None
    if what["type"] != "observed-data":
        return None, None
    found = (scene.by_id.get(name) for name in what.get("object_refs", ()))
    url = next((web(one["value"]) for one in found if one and one["type"] == "url"), None)
    return url, edtf_of(what["first_observed"], what["last_observed"])
