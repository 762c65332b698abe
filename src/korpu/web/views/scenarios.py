"""Disruptions: what may be lost between places, how often there is still a way, and which plan stays good."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from korpu.app.scenarios import Ask, scenarios
from korpu.kernel.errors import InputError, KorpuError
from korpu.web import lost
from korpu.web.books import books
from korpu.web.request import language
from korpu.web.views.flows import at_hand

if TYPE_CHECKING:
    from korpu.app.scenarios import Outcome
    from korpu.corridors.model import Network

COUNTS = (100, 300, 1000)
MOST_PAIRS = 6
CARGOES = ("container", "truck", "wagon", "bulk", "grain", "oil")


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """Show the form, and where it was filled in, what disruptions do."""
    form = {name: request.GET.get(name, "").strip()[:2000] for name in ("pairs", "count", "by", "cargo", "on", "named")}
    words: dict[str, Any] = {"form": form, "counts": COUNTS, "cargoes": CARGOES, **at_hand()}
    if not words["network"] or not form["pairs"]:
        return render(request, "korpu/scenarios.html", words)
    try:
        found = _found(words["network"], form)
    except KorpuError as error:
        return render(request, "korpu/scenarios.html", words | {"problem": error}, status=400)
    words |= {"found": found, "page": lost.page(words["network"], found, language())}
    words["query"] = urlencode([(k, v) for k, v in form.items() if v])
    return render(request, "korpu/scenarios.html", words)


def _found(network: Network, form: dict[str, str]) -> Outcome:
    count = int(form["count"]) if form["count"].isdigit() and int(form["count"]) in COUNTS else COUNTS[0]
    named = [_scenario(line) for line in form["named"].splitlines() if line.strip()] or None
    pairs = [_ends(line) for line in form["pairs"].splitlines() if line.strip()]
    if len(pairs) > MOST_PAIRS:
        raise InputError("KORPU-SCENARIO-003", f"There are more than {MOST_PAIRS} pairs; ask for some of them.")
    ask = Ask(
        pairs, count, by=form["by"] or "hours", cargo=form["cargo"] or None, on=form["on"] or None,
        any_month=not form["on"], named=named, planned=MOST_PAIRS,
    )  # fmt: skip
    held = books()
    return scenarios(network, ask, held, today=held.clock().date())


def _ends(line: str) -> tuple[str, str]:
    """Return both ends of a line such as “Odesa – Baku”, “Odesa, Baku” or “Odesa; Baku”."""
    for sign in (";", " – ", " - ", "–", ","):
        one, found, other = line.partition(sign)
        if found and one.strip() and other.strip():
            return one.strip(), other.strip()
    raise InputError("KORPU-SCENARIO-007", f"“{line.strip()}” names no two places; say such as Odesa – Baku.")


def _scenario(line: str) -> dict[str, str]:
    """Return a line such as “Storm: Caspian Sea; Poti” as a scenario; one without a name is called by what closes."""
    name, found, closed = line.partition(":")
    return {"scenario": name.strip(), "closed": closed if found else line}
