"""The register of outlets: who publishes, in which country, under whose control, and who says so."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from korpu.app.accepting import new_id
from korpu.app.books import Books
from korpu.app.held import held
from korpu.app.noted import evidence_in
from korpu.kernel.edtf import parse
from korpu.kernel.errors import InputError
from korpu.ledger.incidents.case import OUTLET_KINDS, OUTLET_STATUSES, Outlet, known
from korpu.ledger.incidents.fold import by_name, folded
from korpu.ledger.incidents.fold import outlets as register_of
from korpu.ledger.writing import payload


def outlets(books: Books) -> list[Outlet]:
    """Return the register in the order in which outlets came into it."""
    return register_of(held(books))


def add_outlet(
    books: Books,
    name: str,
    *,
    country: str | None = None,
    kind: str | None = None,
    url: str | None = None,
    status: str | None = None,
    status_date: str | None = None,
    according_to: str | None = None,
    practices: Iterable[str] = (),
    contacts: Iterable[str] = (),
    source: str | None = None,
    quote: str | None = None,
    by: str,
) -> str:
    """Put an outlet into the register, or add to what is known of it, and return the id of its record.

    What is said rests on the `quote` of a `source` in the books, else on a note for file of these words. Raises
    InputError KORPU-OUTLET-001 for a country, kind or status that there is not, -002 for a status without anybody who
    says so, -003 without a name, -004 when nothing new is said, KORPU-EVIDENCE-001 when the quote does not stand there.
    """
    name = " ".join(name.split())
    if not name:
        raise InputError("KORPU-OUTLET-003", "An outlet has a name.")
    _checked(country, kind, status, status_date)
    if status and not (according_to or source):
        raise InputError("KORPU-OUTLET-002", "Say who says so of the outlet's status, or name the source.")
    stated = known({"status": status, "date": status_date, "according_to": according_to}) if status else None
    known_as = by_name(outlets(books)).get(folded(name))
    record = known_as.record if known_as and known_as.record else new_id(f"outlet {folded(name)}")
    one = {"name": None if known_as else name, "country": country, "outlet_kind": kind, "url": url, "status": stated}
    claims: list[dict[str, Any]] = [
        *([] if known_as else [{"property": "title", "value": {"en": name}}]),
        *({"property": key, "value": value} for key, value in known(one).items()),
        *({"property": "practice", "value": text.strip()} for text in practices if text.strip()),
        *({"property": "contact", "value": text.strip()} for text in contacts if text.strip()),
    ]
    if not claims:
        raise InputError("KORPU-OUTLET-004", f"{name} is in the register already; say what is new.")
    words = quote or (name if source else f"Outlet: {name}")
    evidence = evidence_in(books, source, words, _told(name, claims), by=by)
    books.write(payload(record, "outlet", claims, evidence, rule="by hand", reviewed=True), by=by)
    return record


def _checked(country: str | None, kind: str | None, status: str | None, status_date: str | None) -> None:
    if country is not None and not (len(country) == 2 and country.isascii() and country.isupper()):
        raise InputError("KORPU-OUTLET-001", f"A country is a code of two letters such as AZ, not {country!r}.")
    for value, allowed, what in ((kind, OUTLET_KINDS, "kind"), (status, OUTLET_STATUSES, "status")):
        if value is not None and value not in allowed:
            raise InputError("KORPU-OUTLET-001", f"The {what} of an outlet is {', '.join(allowed)}, not {value!r}.")
    if status_date is not None:
        parse(status_date)


def _told(name: str, claims: list[dict[str, Any]]) -> list[str]:
    lines = [f"{c['property']}: {_plain(c['value'])}" for c in claims if c["property"] not in ("title", "name")]
    return [f"Outlet: {name}", *lines]


def _plain(value: Any) -> str:
    return ", ".join(str(v) for v in value.values()) if isinstance(value, dict) else str(value)
