"""Routes: which ways are open between two places, on a map and as rows; what leaving something out costs."""

from __future__ import annotations

from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from korpu.app.affected import Asked, affected
from korpu.app.routes import Ask, drawn, network_of, route
from korpu.kernel.errors import KorpuError, NotFoundError
from korpu.web import hanging, leaving, mapped, ways
from korpu.web.books import books
from korpu.web.labels import label
from korpu.web.request import language
from korpu.web.sheets import workbook

if TYPE_CHECKING:
    from datetime import date

    from korpu.app.routes import Answer
    from korpu.corridors.model import Network
    from korpu.corridors.services import Service

CARGOES = ("container", "truck", "wagon", "bulk", "grain", "oil")
_MOST_LEFT_OUT = 12
_NEEDED = ("numpy", "scipy", "numba", "searoute", "scgraph_data")


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """Show the question, and where one was asked, the ways, the map and what was not used."""
    return page(request, {})


def page(request: HttpRequest, more: dict[str, Any], *, status: int = 200) -> HttpResponse:
    """Show the page of the question that a request's address holds; `more` is said beside it."""
    form = _form(request)
    words: dict[str, Any] = {"form": form, "cargoes": CARGOES, "installed": all(map(find_spec, _NEEDED)), **more}
    words["land_and_sea"] = ("sea", "rail", "road")
    if not words["installed"]:
        return render(request, "korpu/routes.html", words, status=status)
    network = kept()
    words |= {"built": network is not None}
    if network is None:
        return render(request, "korpu/routes.html", words, status=status)
    words["terminals"] = sorted({t["name"] for t in network.terminals if t["by_hand"]})
    if not (form["from"] and form["to"]):
        return render(request, "korpu/routes.html", words, status=status)
    try:
        words |= _answered(network, form)
    except KorpuError as error:
        return render(request, "korpu/routes.html", words | {"problem": error}, status=400)
    return render(request, "korpu/routes.html", words, status=status)


@require_safe
def lines(request: HttpRequest) -> HttpResponse:
    """Return the routes as GeoJSON."""
    reply = JsonResponse(drawn(*_route(request)), content_type="application/geo+json")
    reply["Content-Disposition"] = 'attachment; filename="routes.geojson"'
    return reply


@require_safe
def chain(request: HttpRequest) -> HttpResponse:
    """Return one route as a chain report in the manner of ISO 14083: activity, intensity and emissions of each leg."""
    from korpu.corridors import chain as report  # noqa: PLC0415

    _network, answer = _route(request)
    number = request.GET.get("route", "1")
    if not number.isdigit() or not 1 <= int(number) <= len(answer.plan.routes):
        raise Http404
    elements = report.chain(answer.plan.routes[int(number) - 1].legs, answer.cargo)
    columns = [
        _("Leg"), _("By"), _("From"), _("To"), "km", "t", "tkm", "g CO2e/tkm", "kg CO2e", _("Source"),
    ]  # fmt: skip
    rows: list[list[Any]] = [
        [str(e.number), label(e.mode, "mode"), e.origin, e.destination, *(str(round(v, 3)) for v in
         (e.km, e.tonnes, e.tkm, e.g_tkm, e.kg)), e.source]
        for e in elements
    ]  # fmt: skip
    sums = [round(sum(getattr(e, name) for e in elements), 3) for name in ("km", "tkm", "kg")]
    whole = round(report.intensity(elements) or 0, 3)
    rows.append(
        [_("Whole"), "", answer.origin, answer.destination, str(sums[0]), "", str(sums[1]), str(whole), str(sums[2]),
         report.SCOPE]
    )  # fmt: skip
    return workbook(_("Chain report"), columns, rows, numbers=(4, 5, 6, 7, 8))


def _route(request: HttpRequest) -> tuple[Network, Answer]:
    network = kept()
    if network is None:
        raise NotFoundError("KORPU-NET-003", "The network is not built yet: korpu network build.")
    return network, route(network, _ask(_form(request)), books(), today=books().clock().date())


@require_POST
def build(request: HttpRequest) -> HttpResponse:
    """Build the network once; it takes some seconds."""
    network_of(Path(settings.KORPU_DATA))
    return redirect(f"{reverse('routes:show')}?{request.POST.get('query', '')}")


def kept() -> Network | None:
    """Return the network where it is built, read from its file once; None where it is not."""
    from korpu.corridors import store  # noqa: PLC0415 - the extra may not be installed

    folder = Path(settings.KORPU_DATA)
    place = folder / store.FOLDER / f"{store.key(folder)}.npz"
    return _loaded(place, place.stat().st_mtime_ns) if place.is_file() else None


@lru_cache(maxsize=1)
def _loaded(place: Path, changed: int) -> Network:
    from korpu.corridors import store  # noqa: PLC0415

    return store.load(place)


def _form(request: HttpRequest) -> dict[str, Any]:
    form: dict[str, Any] = {name: request.GET.get(name, "").strip()[:80] for name in ("from", "to", "cargo", "on")}
    left_out = [name.strip()[:80] for name in request.GET.getlist("without")]
    sides = [request.GET.get(side, "").strip().replace(",", ".")[:12] for side in ("west", "south", "east", "north")]
    if all(sides):
        left_out.append(f"box:{','.join(sides)}")
    return form | {"without": list(dict.fromkeys(n for n in left_out if n))[:_MOST_LEFT_OUT]}


def _ask(form: dict[str, Any], *, all_open: bool = False) -> Ask:
    left_out = () if all_open else tuple(form["without"])
    return Ask(form["from"], form["to"], form["cargo"] or None, form["on"] or None, exclude=left_out)


def running_on(network: Network, on: date) -> list[Service]:
    """Return the services that run on a day."""
    from korpu.corridors import store  # noqa: PLC0415 - the extra may not be installed

    return [one for one in store.services_of(network).values() if one.runs(on)]


def _answered(network: Network, form: dict[str, Any]) -> dict[str, Any]:
    from korpu.corridors import ATTRIBUTION  # noqa: PLC0415

    held, spoken = books(), language()
    today = held.clock().date()
    answer = route(network, _ask(form), held, today=today)
    before = route(network, _ask(form, all_open=True), held, today=today) if form["without"] else None
    asked = [(k, v) for k, v in form.items() if k != "without" and v]
    question = Asked(form["without"], form["on"] or None, cargo=form["cargo"] or None)
    outcome = affected(network, question, held, today=today) if form["without"] else None
    near, elsewhere = leaving.nearby(network, answer, before)
    running = running_on(network, answer.on)
    left_out = [
        (leaving.called(name, spoken), urlencode([*asked, *(("without", n) for n in form["without"] if n != name)]))
        for name in form["without"]
    ]
    return {
        "answer": answer,
        "routes": ways.rows(answer, spoken),
        "maps": mapped.maps(network, answer, before, running, spoken) if answer.plan.routes or before else [],
        "carriers": mapped.carriers(answer, running, spoken),
        "choices": leaving.choices(answer, form["without"], spoken),
        "compared": ways.compared(before, answer, spoken) if before else [],
        "hangs": hanging.page(network, outcome, asked, spoken) if outcome else None,
        "left_out": left_out,
        "query": urlencode([*asked, *(("without", n) for n in form["without"])]),
        "excluded": near,
        "elsewhere": elsewhere,
        "attribution": ATTRIBUTION,
        "chosen": ways.chosen(answer, spoken),
    }
