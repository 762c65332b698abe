"""False claims: the list, one of them with the words that refute it, opening one, the register of outlets, exchange."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from korpu.app.exchange import export, import_cases
from korpu.app.incidents import add_incident, close, incident, incidents, refute, see_again
from korpu.app.intake import add as take_in
from korpu.app.noted import EVIDENCE_ONLY
from korpu.app.outlets import add_outlet, outlets
from korpu.app.records import record as record_of
from korpu.documents import load
from korpu.kernel.errors import InputError, KorpuError, NotFoundError
from korpu.ledger.incidents.case import OUTLET_KINDS, OUTLET_STATUSES, STATUSES, Case, Refutation
from korpu.ledger.incidents.techniques import techniques
from korpu.standards.untrusted import MOST_BYTES, web
from korpu.web.books import books
from korpu.web.evidence import claim_url
from korpu.web.recorded import moment, sourced
from korpu.web.request import language, who

_FIELDS = (
    "words", "title", "language", "text", "source", "outlet", "url", "seen", "narrative", "topic", "techniques",
)  # fmt: skip
_OUTLET = ("name", "country", "kind", "url", "status", "status_date", "according_to", "practices", "contacts")
_LANGUAGES = ("en", "uk", "az", "ru")


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """Show the cases, those of one status if it is asked for."""
    chosen = request.GET.get("status", "")
    found = incidents(books())
    shown = [case for case in found if case.status == chosen] if chosen in STATUSES else found
    spoken = language()
    words = {
        "rows": [{"case": case, "title": case.name(spoken), "seen": case.sightings[:1]} for case in reversed(shown)],
        "chosen": chosen if chosen in STATUSES else "",
        "statuses": [(code, sum(case.status == code for case in found)) for code in STATUSES],
        "number": len(found),
        "imported": request.GET.get("imported"),
    }
    return render(request, "korpu/incidents.html", words)


@require_safe
def one(request: HttpRequest, record: str) -> HttpResponse:
    """Show one case: the claim in its words, where it was seen, what refutes it, what can be done."""
    return _page(request, record)


def _page(request: HttpRequest, record: str, problem: KorpuError | None = None, status: int = 200) -> HttpResponse:
    held, spoken = books(), language()
    case = incident(held, record)
    found = record_of(held, record)
    claim = next(c for c in found.claims if c.property == "false_claim")
    known = techniques()
    words = {
        "case": case,
        "title": case.name(spoken),
        "card": claim_url(found.id, claim.id),
        "oral": claim.evidence.oral,
        "outlets": {o.name: o for o in case.outlets},
        "refutations": [_refuting(words) for words in case.refutations],
        "techniques": [(name, known[name].name if name in known else "") for name in case.techniques],
        "changed": moment(case.modified, spoken),
        "opened": moment(case.created, spoken),
        "problem": problem,
        "form": {name: request.POST.get(name, "") for name in ("title", "record", "reason", "outlet", "url", "seen")},
        "names": [o.name for o in outlets(held)],
    }
    return render(request, "korpu/incident.html", words, status=status)


def _refuting(words: Refutation) -> dict[str, Any]:
    """Return the words that refute a case, with the record and its card where they are in these books."""
    about: dict[str, Any] = {"words": words, "record": None, "card": None}
    if words.record:
        try:
            about["record"] = record_of(books(), words.record)
            about["card"] = claim_url(words.record, words.claim) if words.claim else None
        except NotFoundError:
            return about
    return about


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """Show the form for a false claim, or open a case for it."""
    held = books()
    form = {name: request.POST.get(name, "").strip() for name in _FIELDS}
    words: dict[str, Any] = {
        "form": form, "sources": sourced(held).values(), "text_languages": _LANGUAGES,
        "names": [o.name for o in outlets(held)], "techniques": techniques().values(),
    }  # fmt: skip
    if request.method != "POST":
        return render(request, "korpu/incident_form.html", words)
    given = {name: form[name] or None for name in ("title", "language", "outlet", "url", "seen", "narrative", "topic")}
    try:
        if form["url"] and not web(form["url"]):
            raise InputError("KORPU-WEB-001", "A web address begins with https:// or http://.")
        source = _clipping(request, form) or form["source"] or None
        record = add_incident(
            held, form["words"], source=source, by=who(request),
            techniques=form["techniques"].replace(",", " ").split(), **given,
        )  # fmt: skip
    except KorpuError as error:
        return render(request, "korpu/incident_form.html", words | {"problem": error}, status=400)
    return redirect("incidents:one", record)


def _clipping(request: HttpRequest, form: dict[str, str]) -> str | None:
    """Take in the clipping that was pasted or dropped, None when there is none."""
    file = request.FILES.get("file")
    if file is None and not form["text"]:
        return None
    document = load(file.read(), filename=file.name) if file is not None else load(form["text"].encode())
    title = form["outlet"] or (file.name if file is not None else None)
    return take_in(
        books(), document, title=title, url=form["url"] or None, kind="press", by=who(request), extra=EVIDENCE_ONLY
    ).source


@require_POST
def act(request: HttpRequest, record: str, what: str) -> HttpResponse:
    """Refute a case, close it, or note that it was seen elsewhere."""
    given = {name: request.POST.get(name, "").strip() for name in ("record", "reason", "outlet", "url", "seen")}
    by = who(request)
    try:
        if what == "refute":
            if not given["record"]:
                raise InputError("KORPU-INCIDENT-010", "Choose the record whose words refute the claim.")
            refute(books(), record, record=given["record"], reason=given["reason"] or None, by=by)
        elif what == "close":
            close(books(), record, reason=given["reason"], by=by)
        else:
            if given["url"] and not web(given["url"]):
                raise InputError("KORPU-WEB-001", "A web address begins with https:// or http://.")
            see_again(books(), record, outlet=given["outlet"], url=given["url"], seen=given["seen"] or None, by=by)
    except KorpuError as error:
        return _page(request, record, error, status=400)
    return redirect("incidents:one", record)


@require_http_methods(["GET", "HEAD", "POST"])
def register(request: HttpRequest) -> HttpResponse:
    """Show the register of outlets with a form to add to it, or add."""
    form = {name: request.POST.get(name, "").strip() for name in _OUTLET}
    words: dict[str, Any] = {"form": form, "kinds": OUTLET_KINDS, "statuses": OUTLET_STATUSES}
    status = 200
    if request.method == "POST":
        try:
            if form["url"] and not web(form["url"]):
                raise InputError("KORPU-WEB-001", "A web address begins with https:// or http://.")
            plain = ("country", "kind", "url", "status", "status_date", "according_to")
            add_outlet(
                books(), form["name"], practices=form["practices"].splitlines(), contacts=form["contacts"].splitlines(),
                by=who(request), **{name: form[name] or None for name in plain},
            )  # fmt: skip
        except KorpuError as error:
            words["problem"], status = error, 400
        else:
            return redirect("incidents:outlets")
    cases = incidents(books())
    rows = [{"outlet": o, "cases": _spread_by(cases, o.name)} for o in outlets(books())]
    return render(request, "korpu/outlets.html", words | {"rows": rows}, status=status)


def _spread_by(cases: list[Case], name: str) -> int:
    return sum(any(o.name == name for o in case.outlets) for case in cases)


@require_safe
def download(request: HttpRequest, standard: str, record: str | None = None) -> HttpResponse:
    """Return one case, or all, in a format for other registers."""
    done = export(books(), standard, [record] if record else [])
    kind = "application/ld+json" if standard == "claimreview" else "application/stix+json;version=2.1"
    response = HttpResponse(done.text, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="korpu-{record or "incidents"}-{standard}.json"'
    return response


@require_safe
def export_one(request: HttpRequest, record: str, standard: str) -> HttpResponse:
    """Return one case in a format for other registers."""
    return download(request, standard, record)


@require_POST
def upload(request: HttpRequest) -> HttpResponse:
    """Take in a file of another register; its cases wait for review."""
    file = request.FILES.get("file")
    if file is None:
        raise InputError("KORPU-EXCHANGE-009", "Choose a file first.")
    done = import_cases(books(), file.read(MOST_BYTES + 1), by=who(request))
    fresh = [case for case in done if not case.already]
    if len(fresh) == 1:
        return redirect("sources:read", str(fresh[0].source))
    return redirect(f"{request.path.removesuffix('import/')}?imported={len(fresh)}")
