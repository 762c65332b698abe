"""Runs the grammar over the sentences of a document, from left to right, times before money before numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from korpu.kernel.values import plain
from korpu.statements.document import Document
from korpu.statements.figures.dates import date_at
from korpu.statements.figures.hit import Anchor, Context, Hit, Scene
from korpu.statements.figures.lexicon import lexicon
from korpu.statements.figures.money import money_from_sign
from korpu.statements.figures.qualifiers import qualify
from korpu.statements.figures.quantities import quantity
from korpu.statements.figures.ratios import ordinal, ratio
from korpu.statements.figures.signs import signed
from korpu.statements.figures.tokens import at, tokenize
from korpu.statements.figures.turkic_dates import bound_of
from korpu.statements.figures.when import When, is_day
from korpu.statements.figures.years import preposition, resolve_year
from korpu.statements.reading import Figure, Passage
from korpu.statements.sentences import Sentence

_MILLION = 1_000_000
Published = tuple[int, int | None, int | None]


def figures(document: Document, passages: Sequence[Passage], sentences: Sequence[Sentence]) -> tuple[Figure, ...]:
    """Return the figures of a document in order of their start; spans do not overlap."""
    context = Context(published_on(document.published), document.text)
    found: list[Figure] = []
    for index, sentence in enumerate(sentences):
        context.enter(index, sentence.passage)
        tables = lexicon(sentence.language)
        if not tables.holds_figures(sentence.text):
            continue
        tokens = tokenize(sentence.text, tables.language)
        scene = Scene(tokens, tables, context)
        found.extend(_figure(document, sentence, scene, hit) for hit in _hits(scene))
    return tuple(sorted(found, key=lambda f: f.start))


def published_on(published: str | None) -> Published | None:
    """Read the publication date as far as it is known: year, month, day.

    >>> published_on("2025-05"), published_on("2025"), published_on(None)
    ((2025, 5, None), (2025, None, None), None)
    """
    parts = (published or "").rstrip("?~%").split("/")[0].split("-")
    if not parts[0].isdigit() or not all(p.isdigit() for p in parts[:3]):
        return None
    year, month, day = (*map(int, parts[:3]), None, None)[:3]
    if not month or month > 12:
        return year or 0, None, None
    return year or 0, month, day if day and is_day(year, month, day) else None


def _hits(scene: Scene) -> Iterator[Hit]:
    """Read a sentence: at every token the first rule that fits, then on past what it took."""
    tokens, tables = scene.tokens, scene.lexicon
    i = 0
    while i < len(tokens):
        if not _may_start(scene, i):
            i += 1
            continue
        hit = _read(scene, i)
        if hit is None:
            idiom = tables.idioms.at(tokens, i)
            i = max(i + 1, idiom[1] if idiom else 0)
            continue
        hit = signed(scene, hit)
        qualify(scene, hit)
        _remember(scene, hit)
        yield hit
        i = hit.end


def _may_start(scene: Scene, i: int) -> bool:
    """Say whether a figure may begin at a token; "a" begins one only before "hundred", "million" and the like."""
    token, tables = scene.tokens[i], scene.lexicon
    if token.digit or token.low in tables.starts or token.text in tables.signs or token.text[0].isupper():
        return True
    article = tables.numbers.get(token.low)
    return article is not None and article[1] == "article" and at(scene.tokens, i + 1).low in tables.numbers


def _read(scene: Scene, i: int) -> Hit | None:
    when = date_at(scene, i)
    if when is not None:
        return _date(scene, when)
    if scene.lexicon.idioms.at(scene.tokens, i):
        return None
    return money_from_sign(scene, i) or ordinal(scene, i) or ratio(scene, i) or quantity(scene, i)


def _date(scene: Scene, when: When) -> Hit:
    if not when.relative:
        resolve_year(scene, when)
    low, high = when.bounds()
    before = bound_of(scene, when) if scene.lexicon.language == "az" else preposition(scene, when.start)
    hit = Hit(when.start, when.end, "date", when.edtf(), inferred=when.inferred, low=low, high=high)
    before = "after" if before == "beyond" else before
    hit.qualifier = before if before in ("by", "until", "since", "before", "after") else None
    if when.year and when.inferred is None and not when.last_year and before == "in":
        scene.context.anchors.append(Anchor(scene.context.sentence, when.year, when.month))
    return hit


def _remember(scene: Scene, hit: Hit) -> None:
    """Leave the currency or the counted noun for the sentences that follow."""
    context = scene.context
    if hit.scale >= _MILLION and hit.unit:
        context.large, context.large_at = (hit.kind, hit.unit), context.sentence
    if hit.kind == "money" and hit.unit:
        context.currency, context.currency_at = hit.unit, context.sentence
    elif (
        hit.kind == "count"
        and hit.unit
        and hit.value != 1
        and hit.unit not in ("years", "months", "weeks", "days", "hours", "times")
    ):
        context.noun, context.noun_at = hit.unit, context.sentence


def _figure(document: Document, sentence: Sentence, scene: Scene, hit: Hit) -> Figure:
    first, last = scene.tokens[hit.start], scene.tokens[hit.end - 1]
    stop = last.end
    if last.low.endswith(("'s", "’s")):
        stop -= 2
    start, end = sentence.at(first.start), sentence.at(stop - 1) + 1
    text = document.text[start:end]
    if end - start != stop - first.start and text.split() != sentence.text[first.start : stop].split():
        start, end = sentence.to_canonical(first.start, stop)[0]
        text = document.text[start:end]
    value = plain(hit.value) if isinstance(hit.value, Decimal) else hit.value
    return Figure(
        start, end, text, hit.kind, value, hit.low, hit.high, hit.unit, hit.qualifier, hit.inferred, sentence.language
    )
