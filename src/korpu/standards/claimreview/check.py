"""The rules that a ClaimReview keeps: those without which it says nothing, and those that its readers ask for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from korpu.standards.breach import Breach
from korpu.standards.untrusted import day, items, mapping, text

_ASKED = {
    "author": "who reviews is not named",
    "datePublished": "the day of the review is missing",
    "itemReviewed": "the claim's author and appearances are missing",
    "reviewRating": "there is no rating",
    "url": "the review has no address",
}


def nodes(said: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every ClaimReview of a document with the path to it; other kinds of objects are passed over."""
    top = said.get("@graph", said) if isinstance(said, dict) else said
    for i, node in enumerate(items(top)):
        if isinstance(node, dict) and "ClaimReview" in [str(t).rsplit("/", 1)[-1] for t in items(node.get("@type"))]:
            yield (f"[{i}]" if isinstance(top, list) else ""), node


def check(said: Any) -> list[Breach]:
    """Return every breach: errors where a review cannot be understood, warnings where its readers ask for more."""
    found = list(nodes(said))
    if not found:
        return [Breach("type", "error", "there is no object of the type ClaimReview", "@type")]
    breaches: list[Breach] = []
    context = mapping(said).get("@context") if isinstance(said, dict) else "schema.org"
    if "schema.org" not in str(context or found[0][1].get("@context") or ""):
        breaches.append(Breach("context", "error", "its context is not schema.org", "@context"))
    for path, node in found:
        breaches += _review(path, node)
    return breaches


def _review(path: str, node: dict[str, Any]) -> Iterator[Breach]:
    at = f"{path}." if path else ""
    if not text(node.get("claimReviewed")):
        yield Breach("claimReviewed", "error", "the claim that is reviewed is missing", f"{at}claimReviewed")
    for name, why in _ASKED.items():
        if not node.get(name):
            yield Breach(name, "warning", why, f"{at}{name}")
    when = node.get("datePublished")
    if when and not day(when):
        yield Breach("date", "warning", "a date is not in ISO 8601", f"{at}datePublished")
    for rating in map(mapping, items(node.get("reviewRating"))):
        if not text(rating.get("alternateName")):
            yield Breach("rating", "warning", "the rating is not told in words", f"{at}reviewRating.alternateName")
        scale = [rating.get(name) for name in ("worstRating", "ratingValue", "bestRating")]
        numbers = [n for n in scale if isinstance(n, int | float)]
        if len(numbers) == len(scale) and numbers != sorted(numbers):
            yield Breach("rating", "warning", "the rating is outside its scale", f"{at}reviewRating.ratingValue")
