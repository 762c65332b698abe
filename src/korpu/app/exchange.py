"""Handing cases of false claims to other registers and taking theirs in; what comes in waits for a person."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from korpu.app.books import Books
from korpu.app.incidents import incident, incidents
from korpu.app.intake import add
from korpu.app.origins import origins, tie
from korpu.app.outlets import outlets
from korpu.app.review import queue, reject
from korpu.journal.payloads import Payload
from korpu.kernel.errors import InputError
from korpu.ledger.incidents.case import UNDATED, Case, Outlet
from korpu.ledger.incidents.fold import by_name, folded
from korpu.ledger.incidents.writing import case_in, claims_of_case, claims_of_outlet, lines_of, span_of
from korpu.ledger.writing import claims_of
from korpu.standards.breach import Breach
from korpu.standards.uncarried import Loss
from korpu.statements.document import Document
from korpu.statements.reading import Candidate

STANDARDS = ("claimreview", "stix")


@dataclass(frozen=True)
class Exported:
    """A document in a format, the cases in it, and every value of theirs that the format does not carry."""

    standard: str
    text: str
    cases: tuple[Case, ...]
    losses: tuple[Loss, ...]


@dataclass(frozen=True)
class Imported:
    """What became of one case of a file: the source it is kept as; `already` says that nothing was written."""

    uid: str
    title: str
    source: str | None
    already: bool


def export(books: Books, standard: str, names: Sequence[str] = (), *, base: str | None = None) -> Exported:
    """Return cases (all, or those of some records) in a format; the same books give the same text.

    `base` is the address under which the cases are published, for formats that ask for one. Raises InputError
    KORPU-EXCHANGE-005 for a format that there is not, NotFoundError KORPU-INCIDENT-002 for an unknown incident.
    """
    write, lost = _written(standard)
    cases = tuple(incident(books, name) for name in names) if names else tuple(incidents(books))
    text = json.dumps(write(cases, base), ensure_ascii=False, indent=2) + "\n"
    return Exported(standard, text, cases, tuple(loss for case in cases for loss in lost(case)))


def _written(
    standard: str,
) -> tuple[Callable[[Sequence[Case], str | None], dict[str, Any]], Callable[[Case], tuple[Loss, ...]]]:
    """Return what writes a format, and what names its losses."""
    if standard == "claimreview":
        from korpu.standards.claimreview.losses import losses as lost_there  # noqa: PLC0415
        from korpu.standards.claimreview.write import document  # noqa: PLC0415

        return (lambda cases, base: document(cases, base=base)), lost_there
    if standard == "stix":
        from korpu.standards.stix.losses import losses as lost_in_stix  # noqa: PLC0415
        from korpu.standards.stix.write import bundle  # noqa: PLC0415

        return (lambda cases, _base: bundle(cases)), lost_in_stix
    raise InputError("KORPU-EXCHANGE-005", f"There is no format {standard!r}; there are {', '.join(STANDARDS)}.")


def import_cases(books: Books, data: bytes, *, by: str) -> list[Imported]:
    """Take in the cases of a file as sources of the kind register, each to wait for a person.

    A case that is in the books as it is there, or was taken in before, changes nothing, in whichever format it comes;
    one that says more than the same case from before takes its place. Raises InputError
    KORPU-EXCHANGE-001 to -006, KORPU-CLAIMREVIEW-001 or KORPU-STIX-001 for a file that cannot be used.
    """
    standard, cases = _read(data)
    held = {case.uid: case.modified for case in incidents(books)}
    earlier = _taken_in(books)
    found: list[Imported] = []
    for case in cases:
        if case.uid in held and held[case.uid] >= case.modified:
            found.append(Imported(case.uid, case.name(), None, already=True))
            continue
        told = [(source, old) for source, old in earlier if old.uid == case.uid]
        as_new = (source for source, old in told if old.modified >= case.modified and _adds_nothing(case, old))
        same = next(as_new, None)
        if same is not None:
            found.append(Imported(case.uid, case.name(), same, already=True))
            continue
        published = case.modified[:10] if case.modified != UNDATED else None
        document = Document(
            lines_of(case), title=f"{case.author or standard}: {case.uid[:8]}", language=_spoken(case.language),
            published=published, kind="register",
        )  # fmt: skip
        added = add(books, document, by=by, extra={"case": standard})
        found.append(Imported(case.uid, case.name(), added.source, added.already))
        if not added.already:
            earlier.append((added.source, case))
            for source, old in told:
                if _adds_nothing(old, case):
                    _replaced(books, source, added.source, by)
    return found


def _taken_in(books: Books) -> list[tuple[str, Case]]:
    """Return the sources that hold an imported case, each with the case as it was told."""
    found = []
    for row in books.sources():
        about = books.source(row.id) if row.kind == "register" else None
        case = case_in(books.document(row.id).text) if about and about[1].get("case") else None
        if case is not None:
            found.append((row.id, case))
    return found


def _adds_nothing(new: Case, old: Case) -> bool:
    """Whether one telling of a case says nothing that the other does not; formats differ in what they carry."""
    return _items(new) <= _items(old)


def _items(case: Case) -> set[tuple[str, str]]:
    """Return what a case says, whatever its place in a list and whoever handed it over."""
    lines = (line.partition(": ") for line in lines_of(case).splitlines() if not line.startswith(" "))
    return {
        (" ".join(part for part in path.split() if not part.isdigit()), value)
        for path, _, value in lines
        if path not in ("author", "created", "modified")
    }


def _replaced(books: Books, source: str, fuller: str, by: str) -> None:
    """Set aside what waits of a case that another source now tells in full, and count the two as one."""
    reason = f"The same case is told more fully in {fuller}."
    for waiting in queue(books, source=source):
        reject(books, waiting.key, reason=reason, by=by)
    if fuller not in origins(books).group(source):
        tie(books, source, fuller, reason=reason, by=by)


def _read(data: bytes) -> tuple[str, list[Case]]:
    from korpu.standards.claimreview.read import cases as reviewed  # noqa: PLC0415
    from korpu.standards.stix.read import cases as bundled  # noqa: PLC0415
    from korpu.standards.untrusted import load  # noqa: PLC0415

    said = load(data)
    if isinstance(said, dict) and said.get("type") == "bundle":
        return "stix", bundled(said)
    return "claimreview", reviewed(said)


def validate(data: bytes, standard: str | None = None) -> tuple[str, list[Breach]]:
    """Return in which format a file is, unless that is said, and every rule of the format that it breaks.

    Raises InputError KORPU-EXCHANGE-001 to -004 for a file that is not even sound JSON within the limits.
    """
    from korpu.standards.claimreview.check import check as check_reviews  # noqa: PLC0415
    from korpu.standards.stix.check import check as check_bundle  # noqa: PLC0415
    from korpu.standards.untrusted import load  # noqa: PLC0415

    said = load(data)
    seems = "stix" if isinstance(said, dict) and said.get("type") == "bundle" else "claimreview"
    standard = standard or seems
    return standard, check_bundle(said) if standard == "stix" else check_reviews(said)


def _spoken(language: str) -> str:
    return language if language in ("en", "uk", "az", "ru") else "en"


def case_candidates(document: Document, about: Payload) -> tuple[Candidate, ...]:
    """Return what an imported case asks a person to accept: the case, and each outlet of which it tells something."""
    case = case_in(document.text)
    if case is None:
        return ()
    rule, text = f"import.{about['case']}", document.text
    whole = (0, len(text.rstrip()))
    language = _spoken(case.language)
    found = [
        Candidate(
            (whole,), text[whole[0] : whole[1]], "incident", "information", None, rule=rule, confidence=0.5,
            title=case.name(), language=language,
        )
    ]  # fmt: skip
    for i, outlet in enumerate(case.outlets, start=1):
        span = span_of(text, f"outlets {i}")
        if span is not None and outlet != Outlet(outlet.name):
            quote = text[span[0] : span[1]]
            found.append(
                Candidate(
                    (span,), quote, "outlet", "information", None, rule=rule, confidence=0.5, title=outlet.name,
                    name=outlet.name, language=language,
                )
            )  # fmt: skip
    return tuple(found)


def claims_of_import(books: Books, source: str, candidate: Candidate) -> list[dict[str, Any]]:
    """Return the claims that accepting an imported candidate writes: what is imported, and what a person corrected.

    A title that a person gave goes before those that came; places, times and the like are added.
    """
    case = case_in(books.document(source).text)
    if case is None:
        raise InputError("KORPU-EXCHANGE-007", "What was imported is no longer there in full.")
    outlet = _named(case.outlets, candidate.name or "") if candidate.kind == "outlet" else None
    said = claims_of_outlet(outlet) if outlet else claims_of_case(case)
    kept = {"name", "track"} | ({"title"} if candidate.title == (outlet.name if outlet else case.name()) else set())
    return [*(claim for claim in claims_of(candidate) if claim["property"] not in kept), *said]


def target_of_import(books: Books, source: str, candidate: Candidate) -> str | None:
    """Return the record that an imported candidate belongs to, by its identity; None where it opens a new one."""
    if candidate.kind == "outlet":
        known = by_name(outlets(books)).get(folded(candidate.name or ""))
        return known.record if known else None
    case = case_in(books.document(source).text)
    return next((own.record for own in incidents(books) if case is not None and own.uid == case.uid), None)


def _named(register: Iterable[Outlet], name: str) -> Outlet:
    return next(one for one in register if folded(one.name) == folded(name))
