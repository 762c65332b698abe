"""Template words of korpu: a figure as a button with its certainty marks, the ladder, labels and times."""

from __future__ import annotations

import re
from typing import Any

from django import template
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from korpu.drawing import ladder as drawn
from korpu.drawing.sentences import arithmetic, sentence, translated
from korpu.drawing.wording import number
from korpu.kernel.plain_text import visible
from korpu.ledger.claim import Claim
from korpu.ledger.record import Record, Value
from korpu.web import written as words
from korpu.web.computed import Computed
from korpu.web.evidence import claim_url
from korpu.web.labels import RUNGS
from korpu.web.labels import label as labelled
from korpu.web.marks import Piece
from korpu.web.named import named
from korpu.web.parts import Part
from korpu.web.request import language

register = template.Library()
_ENDED = ("stopped", "not_achieved")
_WRAPPED = re.compile(r"(?<!\n)[ \t]*\n[ \t]*(?![\s\-–—•*]|\d{1,2}[.)]\s)")


@register.filter
def label(code: str | None, family: str) -> str:
    """Return the reader's word for a code of the family."""
    return labelled(code, family)


@register.filter
def said(english: str | None) -> str:
    """Return a sentence of a check or an error in the reader's language, in English where it is not known there."""
    return sentence(english or "", language())


@register.filter
def flowing(quote: str) -> str:
    r"""Return a quote without the line ends that only wrapped a sentence where it was set; paragraphs and lists stay.

    >>> flowing("paid for\nthe school\n\nNext:\n- one")
    'paid for the school\n\nNext:\n- one'
    """
    return _WRAPPED.sub(" ", visible(quote))


@register.filter
def sums(english: str | None) -> str:
    """Return the arithmetic of a finding in the reader's language."""
    return arithmetic(english or "", language())


@register.filter
def said_in(english: str | None) -> str:
    """Return the code of the language in which `said` gives a sentence, for its lang attribute."""
    return language() if translated(english or "", language()) else "en"


@register.filter
def when(edtf: str | None) -> str:
    """Return an EDTF time in the reader's words."""
    return words.time(edtf, language())


@register.filter
def share(value: str) -> str:
    """Write a share such as "0.9" as a percentage."""
    return words.percent(float(value), language())


@register.filter
def digits(value: Any) -> str:
    """Return a number with the reader's separators."""
    return "" if value in (None, "") else number(str(value), language())


@register.filter
def name(record: Record) -> str:
    """Return a record's title in the reader's language."""
    title = visible(record.name(language()))
    if title == record.id:
        return " · ".join(part for part in (labelled(record.kind, "kind"), known_as(record.place)) if part)
    return title[:1].upper() + title[1:]


@register.filter
def tabled(words: str | None) -> str:
    """Return what the tables of corridors say, in the reader's language."""
    from korpu.corridors.told import told  # noqa: PLC0415 - only pages of routes say such things

    return told(words, language()) if words else ""


@register.filter
def known_as(place: str | None) -> str:
    """Return a place or party by the name that the reader's language has for it."""
    return named(place, language()) if place else ""


@register.filter
def stated(claim: Claim) -> str:
    """Return what a claim says its property is."""
    return words.written(claim.property, claim.value, language())


@register.filter
def bounded(value: Any) -> bool:
    """Whether a value is a bound or an estimate rather than exact."""
    return isinstance(value, dict) and value.get("qualifier") not in (None, "", "exact")


@register.simple_tag
def figure(record: Record | str, value: Value | None, prop: str) -> SafeString:
    """Return a picked value as a button that opens its evidence card, with its marks of certainty."""
    if value is None or not value.claims:
        return SafeString("")
    return button(record, value.claims[0], words.written(prop, value.value, language()), _marks(value))


@register.simple_tag
def claimed(record: Record | str, claim: Claim) -> SafeString:
    """Return one claim's value as a button that opens its evidence card."""
    marks = "" if claim.reviewed else "unapproved"
    return button(record, claim, words.written(claim.property, claim.value, language()), marks)


def _marks(value: Value) -> str:
    marks = ["contested"] if value.contested else []
    if not any(claim.reviewed for claim in value.claims):
        marks.append("unapproved")
    if bounded(value.value):
        marks.append("open")
    return " ".join(marks)


def button(record: Record | str, claim: Claim, text: str, marks: str) -> SafeString:
    """Return the button itself; without scripts it opens the card as a page."""
    record_id, text = record if isinstance(record, str) else record.id, visible(text)
    opens = _("open the evidence")
    said = [text]
    if "contested" in marks:
        said.append(_("contested"))
    if "unapproved" in marks:
        said.append(_("not yet approved"))
    return format_html(
        '<button type="submit" form="card-form" class="figure {}" formaction="{}" data-card aria-label="{}">'
        "{}</button>",
        marks,
        claim_url(record_id, claim.id),
        f"{', '.join(said)} – {opens}",
        text,
    )


@register.simple_tag
def ladder(record: Record) -> SafeString:
    """Return the drawn ladder of a record with the sentence that stands for it."""
    blocks = drawn.rungs(step.stage for step in record.steps)
    phrases = {
        "reached": _("Reported"),
        "unreported": _("Never reported"),
        "nothing": _("No step on the ladder is reported"),
    }
    said = drawn.describe(blocks, {code: str(word) for code, word in RUNGS.items()}, phrases)
    if record.stage in _ENDED:
        said = f"{said}. {labelled(record.stage, 'stage')}"
    svg = drawn.draw(blocks, said, ended=record.stage in _ENDED)
    return mark_safe(svg)  # noqa: S308 -- drawn and escaped by korpu.drawing


@register.filter
def last_date(record: Record) -> str:
    """Return the time of the furthest step that has one, in words."""
    for step in reversed(record.steps):
        if step.stage == record.stage and step.when is not None:
            return words.time(str(step.when.value), language())
    return ""


@register.filter
def of(mapping: dict[Any, Any], key: Any) -> Any:
    """Return mapping[key], or None."""
    return mapping.get(key)


@register.simple_tag
def cite(part: Part) -> SafeString:
    """Return a figure of an answer, or the number of a quote it rests on, as a button that opens the evidence."""
    if part.claim is None or part.record is None:
        return format_html("{}", part.text)
    marks = "" if part.claim.reviewed else "unapproved"
    if not part.note:
        return button(part.record, part.claim, part.text, marks)
    quote, opens = _("Quote"), _("open the evidence")
    return format_html(
        '<sup><button type="submit" form="card-form" class="figure note" formaction="{}" data-card aria-label="{}">'
        "{}</button></sup>",
        claim_url(part.record, part.claim.id),
        f"{quote} {part.text} – {opens}",
        part.text,
    )


@register.filter
def at(sequence: Any, index: int) -> Any:
    """Return sequence[index]."""
    return sequence[index]


@register.simple_tag
def piece_of(piece: Piece, settled: set[int], source: str) -> SafeString:
    """Return one stretch of a document with its marks; the offset lets a selection find its way back."""
    text = visible(piece.text)
    classes = ["q"] if piece.candidates else []
    if piece.candidates and all(c in settled for c in piece.candidates):
        classes.append("settled")
    if piece.severity in ("error", "warning"):
        classes.append(f"flag-{piece.severity}")
    marks = {"class": " ".join(classes), "data-s": str(piece.start), "data-c": " ".join(map(str, piece.candidates))}
    attributes = format_html_join("", ' {}="{}"', ((k, v) for k, v in marks.items() if v))
    gap = format_html('<span class="{}"></span>', piece.before) if piece.before else SafeString("")
    if piece.page is not None:
        gap += _page_mark(source, piece.page)
    if piece.figure is None:
        return format_html("{}<span{}>{}</span>", gap, attributes, text)
    url = reverse("sources:figure", args=[source, piece.figure])
    link = '{}<a role="button" draggable="false" data-card href="{}"{}>{}</a>'
    return format_html(link, gap, url, attributes, text)


def _page_mark(source: str, number: int) -> SafeString:
    """Return the mark in the margin where a page begins, which opens that page."""
    said = _("Page %(number)s") % {"number": number}
    url = reverse("sources:page", args=[source, number])
    return format_html('<a class="pagemark" lang="{}" href="{}">{}</a>', language(), url, said)


@register.simple_tag
def computed(figure: Computed) -> SafeString:
    """Return a computed figure with its formula behind it."""
    return mark_safe(render_to_string("korpu/computed.html", {"figure": figure}).strip())  # noqa: S308 -- a template
