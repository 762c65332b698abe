"""Flows: a table of demand is allocated over what can pass, on a map and as rows; nothing of it is kept."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from korpu.app.flow_tables import drawn, written
from korpu.app.flows import LEAST, PERIODS, Ask, as_csv, flow, rows_of, template
from korpu.app.routes import NEEDED
from korpu.kernel.errors import KorpuError
from korpu.web import flowing
from korpu.web.books import books
from korpu.web.request import language
from korpu.web.views import corridors

if TYPE_CHECKING:
    from korpu.app.flows import Outcome
    from korpu.corridors.model import Network

_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_MOST = 200_000


@require_http_methods(["GET", "HEAD", "POST"])
def show(request: HttpRequest) -> HttpResponse:
    """Show the form with the sample, or allocate the table and show who goes which way."""
    form = {name: request.POST.get(name, "").strip()[:80] for name in ("per", "on", "without", "least")}
    words: dict[str, Any] = {"form": form, "periods": list(PERIODS), "aims": LEAST, **at_hand()}
    if not words.get("network"):
        return render(request, "korpu/flow.html", words)
    form["table"] = request.POST.get("table", "")[:_MOST] or template()
    if request.method != "POST":
        return render(request, "korpu/flow.html", words)
    try:
        form["table"] = _table(request, form["table"])
        found = _found(words["network"], form)
        made = request.POST.get("as", "")
        if made:
            return _file(words["network"], found, made)
        words |= {"found": found, "page": flowing.page(words["network"], found, language())}
    except KorpuError as error:
        return render(request, "korpu/flow.html", words | {"problem": error}, status=400)
    return render(request, "korpu/flow.html", words)


def at_hand() -> dict[str, Any]:
    """Return whether corridors are installed, the network where it is built, and whose data it carries."""
    installed = all(map(find_spec, NEEDED))
    if not installed:
        return {"installed": False, "network": None}
    from korpu.corridors import ATTRIBUTION  # noqa: PLC0415 - the extra may not be installed

    return {"installed": True, "network": corridors.kept(), "attribution": ATTRIBUTION}


def _table(request: HttpRequest, typed: str) -> str:
    """Return the demand as lines to be seen and changed: those typed, or those of a file."""
    file = request.FILES.get("file")
    return as_csv(rows_of(file.read(), file.name or "table")) if file else typed


def _found(network: Network, form: dict[str, str]) -> Outcome:
    left_out = [name.strip() for name in form["without"].split(",") if name.strip()]
    ask = Ask(
        rows_of(form["table"].encode(), "table"), form["per"] or "week", form["on"] or None, left_out,
        form["least"] or "worth",
    )  # fmt: skip
    held = books()
    return flow(network, ask, held, today=held.clock().date())


def _file(network: Network, found: Outcome, made: str) -> HttpResponse:
    if made == "geojson":
        reply: HttpResponse = JsonResponse(drawn(network, found), content_type="application/geo+json")
    else:
        made = "xlsx"
        reply = HttpResponse(written(network, found, ".xlsx"), content_type=_SHEET)
    reply["Content-Disposition"] = f'attachment; filename="flows.{made}"'
    return reply
