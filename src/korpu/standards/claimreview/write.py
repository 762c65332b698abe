"""Writes cases as ClaimReview."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any
from uuid import uuid5

from korpu.ledger.incidents.case import REFUTED, Case, Outlet, Refutation, Sighting, known
from korpu.ledger.incidents.fold import SPACE, by_name, folded
from korpu.ledger.incidents.techniques import techniques

CONTEXT = "https://schema.org"
DISARM = "https://github.com/DISARMFoundation/DISARMframeworks"
_ISO = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_FALSE = {"@type": "Rating", "ratingValue": 1, "bestRating": 5, "worstRating": 1, "alternateName": "False"}
_UNKNOWN = {"@type": "Rating", "alternateName": "Not verified"}


def document(cases: Sequence[Case], *, base: str | None = None) -> dict[str, Any]:
    """Return one ClaimReview, or several as a graph. `base` is where the pages of the cases are published."""
    reviews = [review(case, base=base) for case in cases]
    if len(reviews) == 1:
        return {"@context": CONTEXT, **reviews[0]}
    return {"@context": CONTEXT, "@graph": reviews}


def review(case: Case, *, base: str | None = None) -> dict[str, Any]:
    """Return the ClaimReview of one case; the same case gives the same object."""
    link = f"{base.rstrip('/')}/{case.uid}" if base else next((r.url for r in case.refutations if r.url), None)
    return known(
        {
            "@type": "ClaimReview",
            "@id": f"urn:uuid:{case.uid}",
            "url": link or f"urn:uuid:{case.uid}",
            "name": _titles(case.title),
            "author": known({"@type": "Organization", "name": case.author}),
            "dateCreated": case.created,
            "datePublished": case.created[:10],
            "dateModified": case.modified,
            "creativeWorkStatus": case.status,
            "claimReviewed": case.words,
            "itemReviewed": _claim(case),
            "reviewRating": _FALSE if case.refutations or case.status == REFUTED else _UNKNOWN,
            "reviewBody": "\n\n".join(r.quote for r in case.refutations),
            "citation": [_citation(r) for r in case.refutations],
            "keywords": [_technique(name) for name in case.techniques],
        }
    )


def _titles(titles: dict[str, str]) -> list[dict[str, str]]:
    return [{"@language": language, "@value": words} for language, words in titles.items()]


def _claim(case: Case) -> dict[str, Any]:
    register = by_name(case.outlets)
    first = next((s.outlet for s in case.sightings if s.outlet), None)
    dates = sorted(s.date for s in case.sightings if iso(s.date) and s.date)
    return known(
        {
            "@type": "Claim",
            "@id": f"urn:uuid:{uuid5(SPACE, f'claim {case.uid}')}",
            "text": case.words,
            "inLanguage": case.language,
            "description": case.narrative,
            "about": known({"@type": "Thing", "name": case.topic}) if case.topic else None,
            "author": _organisation(first, register) if first else None,
            "datePublished": dates[0] if dates else None,
            "appearance": [_appearance(seen, register) for seen in case.sightings],
        }
    )


def _appearance(seen: Sighting, register: dict[str, Outlet]) -> dict[str, Any]:
    return known(
        {
            "@type": "CreativeWork",
            "url": seen.url,
            "datePublished": seen.date if iso(seen.date) else None,
            "publisher": _organisation(seen.outlet, register) if seen.outlet else None,
        }
    )


def _organisation(name: str, register: dict[str, Outlet]) -> dict[str, Any]:
    outlet = register.get(folded(name))
    about: dict[str, Any] = {"@type": "NewsMediaOrganization", "name": name}
    if outlet is None:
        return about
    country = {"@type": "PostalAddress", "addressCountry": outlet.country} if outlet.country else None
    points = [{"@type": "ContactPoint", ("email" if "@" in c else "description"): c} for c in outlet.contacts]
    return about | known({"url": outlet.url, "address": country, "contactPoint": points})


def _citation(words: Refutation) -> dict[str, Any]:
    source = known({"name": words.title, "url": words.url, "datePublished": words.date if iso(words.date) else None})
    return known(
        {
            "@type": "Quotation",
            "text": words.quote,
            "inLanguage": words.language,
            "description": words.reason,
            "isPartOf": {"@type": "CreativeWork", **source} if source else None,
        }
    )


def _technique(name: str) -> dict[str, Any]:
    about = techniques().get(name)
    term = {"@type": "DefinedTerm", "termCode": name, "inDefinedTermSet": DISARM}
    return term | ({"name": about.name} if about else {})


def iso(edtf: str | None) -> bool:
    """Tell whether a time is a plain year, month or day, which is the same in ISO 8601 and in EDTF."""
    return edtf is not None and _ISO.fullmatch(edtf) is not None
