"""Places, links and services that a reader adds to the network from the routes page."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qsl

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from korpu.app.routes import add_row, network_of
from korpu.kernel.errors import KorpuError
from korpu.web.views import corridors

FIELDS = {
    "nodes": ("name", "country", "lat", "lon", "sea", "rail", "road", "source"),
    "links": ("terminal", "mode", "lat", "lon", "km", "source"),
    "services": (
        "name", "origin", "destination", "every_days", "hours", "wagons", "trucks", "teu", "usd_teu", "source",
    ),
}  # fmt: skip
_LONGEST = 120


@require_POST
def add(request: HttpRequest, kind: str) -> HttpResponse:
    """Keep one row of a user's own table, and build the network anew with it."""
    if kind not in FIELDS:
        raise Http404
    row = {name: request.POST.get(name, "").strip()[:_LONGEST] for name in FIELDS[kind]}
    query = request.POST.get("query", "")[:2000]
    network, folder = corridors.kept(), Path(settings.KORPU_DATA)
    try:
        if network is not None:
            add_row(network, folder, kind, row)
            network_of(folder)
    except KorpuError as error:
        asked = QueryDict(mutable=True)
        for name, value in parse_qsl(query):
            asked.appendlist(name, value)
        request.GET = asked  # type: ignore[assignment]  # the page is shown again with the question it had
        return corridors.page(request, {"own_problem": error}, status=400)
    return redirect(f"{reverse('routes:show')}?{query}")
