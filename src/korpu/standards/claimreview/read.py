"""Reads ClaimReview from outside: our own, and those of fact checkers, who write it in many ways."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID, uuid5

from korpu.kernel.errors import InputError
from korpu.ledger.incidents.case import OPEN, REFUTED, STATUSES, Case, Outlet, Refutation, Sighting, in_order
from korpu.ledger.incidents.fold import SPACE, folded
from korpu.ledger.incidents.techniques import ID
from korpu.standards.claimreview.check import check, nodes
from korpu.standards.untrusted import MOST_CASES, day, items, load, mapping, moment, text, texts, tongue, web

FALSE = frozenset(
    ("false", "mostly false", "pants on fire", "fake", "incorrect", "untrue", "misleading",
     "неправда", "фейк", "брехня", "маніпуляція", "ложь", "yalan", "yanlış")
)  # fmt: skip
"""What the ratings of fact checkers say when a claim is false."""


def read(data: bytes) -> list[Case]:
    """Return the cases of a document.

    Raises InputError: KORPU-EXCHANGE-001 to -004 (see `untrusted`), -006 for more cases than are taken in at once,
    KORPU-CLAIMREVIEW-001 when it breaks a rule that it cannot be understood without.
    """
    return cases(load(data))


def cases(said: Any) -> list[Case]:
    """Return the cases of a document that was loaded already; raises like `read`."""
    wrong = next((b for b in check(said) if b.severity == "error"), None)
    if wrong:
        raise InputError(
            "KORPU-CLAIMREVIEW-001", f"This is no ClaimReview that can be read: {wrong.message} ({wrong.path})."
        )
    found = [node for _, node in nodes(said)]
    if len(found) > MOST_CASES:
        raise InputError("KORPU-EXCHANGE-006", f"The file holds more than {MOST_CASES:,} cases.")
    return [_case(node) for node in found]


def _case(node: dict[str, Any]) -> Case:
    claim = mapping(next(iter(items(node.get("itemReviewed"))), None))
    words = text(node.get("claimReviewed")) or ""
    appearances = [*items(claim.get("appearance")), *items(claim.get("firstAppearance"))]
    sightings = in_order(s for a in appearances if (s := _sighting(a)) is not None)
    sightings = sightings or _by_author(claim)
    created = moment(node.get("dateCreated") or node.get("datePublished"))
    refutations = tuple(_refutations(node))
    return Case(
        uid=_uid(node, words),
        words=words,
        language=tongue(claim.get("inLanguage"), _language(node)),
        title=_titles(node),
        narrative=text(claim.get("description")),
        topic=_name(next(iter(items(claim.get("about"))), None)),
        status=_status(node, refutations),
        sightings=sightings,
        refutations=refutations,
        techniques=tuple(sorted(set(_techniques(node)))),
        outlets=tuple(_outlets(appearances)),
        author=_name(next(iter(items(node.get("author"))), None)) or "",
        created=created,
        modified=max(moment(node.get("dateModified")), created),
    )


def _uid(node: dict[str, Any], words: str) -> str:
    """Return the UUID that the review carries, else one made of its address and words."""
    said = text(node.get("@id")) or ""
    try:
        return str(UUID(said.removeprefix("urn:uuid:")))
    except ValueError:
        return str(uuid5(SPACE, f"claimreview {said or text(node.get('url'))} {words}"))


def _language(node: dict[str, Any]) -> str:
    return tongue(node.get("inLanguage"))


def _titles(node: dict[str, Any]) -> dict[str, str]:
    found: dict[str, str] = {}
    for item in items(node.get("name")):
        language = tongue(mapping(item).get("@language"), _language(node))
        words = text(mapping(item).get("@value")) if isinstance(item, dict) else text(item)
        if words:
            found.setdefault(language, words)
    return found


def _name(value: Any) -> str | None:
    return text(value) if isinstance(value, str) else text(mapping(value).get("name"))


def _sighting(value: Any) -> Sighting | None:
    if isinstance(value, str):
        return Sighting(url=web(value)) if web(value) else None
    about = mapping(value)
    publisher = next(iter(items(about.get("publisher") or about.get("author"))), None)
    found = Sighting(_name(publisher), web(about.get("url")), day(about.get("datePublished")))
    return found if found != Sighting() else None


def _by_author(claim: dict[str, Any]) -> tuple[Sighting, ...]:
    """Return where a claim was seen if only its author and date are told, as most fact checkers do."""
    author = _name(next(iter(items(claim.get("author"))), None))
    when = day(claim.get("datePublished"))
    return (Sighting(author, None, when),) if author or when else ()


def _status(node: dict[str, Any], refutations: tuple[Refutation, ...]) -> str:
    said = text(node.get("creativeWorkStatus"))
    if said in STATUSES:
        return said
    return REFUTED if refutations else OPEN


def _refutations(node: dict[str, Any]) -> Iterator[Refutation]:
    own = [mapping(c) for c in items(node.get("citation")) if text(mapping(c).get("text"))]
    for words in own:
        work = mapping(words.get("isPartOf"))
        yield Refutation(
            text(words["text"]) or "", tongue(words.get("inLanguage")), text(work.get("name")),
            web(work.get("url")), day(work.get("datePublished")), text(words.get("description")),
        )  # fmt: skip
    rating = mapping(next(iter(items(node.get("reviewRating"))), None))
    said = text(rating.get("alternateName")) or ""
    if not own and said.casefold() in FALSE and text(node.get("creativeWorkStatus")) not in STATUSES:
        body = text(node.get("reviewBody")) or text(node.get("description")) or said
        about = _name(next(iter(items(node.get("author"))), None))
        yield Refutation(body, _language(node), about, web(node.get("url")), day(node.get("datePublished")))


def _techniques(node: dict[str, Any]) -> Iterator[str]:
    for term in items(node.get("keywords")):
        code = text(mapping(term).get("termCode")) or text(term) or ""
        if ID.fullmatch(code):
            yield code


def _outlets(appearances: list[Any]) -> Iterator[Outlet]:
    """Yield each outlet once, with what is told of it."""
    seen: set[str] = set()
    for work in appearances:
        for about in map(mapping, items(mapping(work).get("publisher"))):
            name = text(about.get("name"))
            if name is None or folded(name) in seen:
                continue
            seen.add(folded(name))
            contacts = [mapping(p) for p in items(about.get("contactPoint"))]
            yield Outlet(
                name,
                country=text(mapping(about.get("address")).get("addressCountry")),
                url=web(about.get("url")),
                contacts=tuple(
                    c for p in contacts for c in texts(p.get("email") or p.get("telephone") or p.get("description"))
                ),
            )
