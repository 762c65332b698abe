"""What codes are called on a page: kinds, tracks, stages, checks … in the reader's language."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

RUNGS = {
    "needed": _("needed"),
    "promised": _("promised"),
    "decided": _("decided"),
    "paid": _("paid or contracted"),
    "shipped": _("shipped or built"),
    "delivered": _("delivered"),
    "in_use": _("in use"),
}
STAGES = {
    "need": _("needed"),
    "pledged": _("pledged"),
    "decided": _("decided"),
    "allocated": _("allocated"),
    "contracted": _("contracted"),
    "paid": _("paid"),
    "shipped": _("shipped"),
    "delivered": _("delivered"),
    "handed_over": _("handed over"),
    "in_use": _("in use"),
    "designed": _("designed"),
    "under_way": _("under way"),
    "completed": _("completed"),
    "opened": _("opened"),
    "planned": _("planned"),
    "potential": _("possible"),
    "stated": _("stated"),
    "ongoing": _("ongoing"),
    "stopped": _("stopped"),
    "not_achieved": _("not achieved"),
}
TRACKS = {
    "humanitarian": _("Humanitarian aid"),
    "energy": _("Energy aid"),
    "demining": _("Demining"),
    "rehabilitation": _("Rehabilitation"),
    "recovery": _("Recovery"),
    "trade": _("Trade"),
    "transport": _("Transport"),
    "investment": _("Investment"),
    "climate": _("Climate"),
    "energy_cooperation": _("Energy cooperation"),
    "information": _("Information"),
    "security": _("Security"),
    "political": _("Political dialogue"),
    "regions": _("Regions"),
    "diaspora": _("Diaspora"),
    "culture": _("Culture"),
}
KINDS = {
    "party": _("Party"),
    "office": _("Office"),
    "holder": _("Holder"),
    "place": _("Place"),
    "need": _("Need"),
    "initiative": _("Initiative"),
    "agreement": _("Agreement"),
    "decision": _("Decision"),
    "obligation": _("Obligation"),
    "partnership": _("Partnership"),
    "programme": _("Programme"),
    "cohort": _("Cohort"),
    "visit": _("Visit"),
    "event": _("Event"),
    "measure": _("Measure"),
    "goal": _("Goal"),
    "position": _("Position"),
    "line": _("Cleared wording"),
    "incident": _("Incident"),
    "attachment": _("Attachment"),
    "link": _("Link"),
    "node": _("Node"),
    "service": _("Service"),
    "transshipment": _("Transshipment"),
    "closure": _("Closure"),
    "route": _("Route"),
    "flow": _("Flow"),
    "scenario": _("Scenario"),
}
SOURCE_KINDS = {
    "statement": _("Statement"),
    "decree": _("Decree"),
    "press": _("Press"),
    "note": _("Note for file"),
    "digest": _("Our digest"),
    "register": _("Register"),
}
CHECKS = {
    "ratio": _("Ratio does not compute"),
    "scale_slip": _("Slip of scale"),
    "part_exceeds_whole": _("Part larger than the whole"),
    "subset_order": _("Subset larger than the set"),
    "enumeration": _("Enumeration does not add up"),
    "bound_mismatch": _("Bounds do not fit"),
    "date_order": _("Dates out of order"),
    "promise_after_delivery": _("Promise after delivery"),
    "relative_time": _("Time depends on an unknown date"),
    "missing_currency": _("Currency not stated"),
    "translation_pair": _("Translations differ"),
    "personal_data": _("Names of people with their ages"),
    "mixed_script": _("Letters of two scripts in one word"),
    "unanswered_question": _("Question not answered"),
    "cumulative_series": _("Running total falls"),
    "same_metric": _("Two values for one measure"),
    "currency_mismatch": _("Two currencies for one figure"),
    "deadline": _("Deadline passed"),
    "double_funder": _("Two funders named"),
    "route_state": _("Route said open and closed"),
    "tense": _("Tense does not fit the date"),
    "cleared_figure": _("Not the cleared figure"),
    "cleared_stage": _("Further than the cleared wording"),
    "cleared_outdated": _("Cleared wording out of date"),
    "cleared_expired": _("Cleared wording no longer valid"),
}
SEVERITIES = {"error": _("error"), "warning": _("warning"), "info": _("note")}
RELATIONS = {
    "same_as": _("same as"),
    "part_of": _("part of"),
    "depends_on": _("depends on"),
    "inverse_part_of": _("has as a part"),
    "inverse_depends_on": _("needed by"),
}
PROPERTIES = {
    "title": _("title"),
    "track": _("track"),
    "stage": _("stage"),
    "place": _("place"),
    "party": _("party"),
    "when": _("time"),
    "amount": _("amount"),
    "count": _("number"),
    "object": _("kind of object"),
    "name": _("name"),
    "places": _("further place"),
    "group": _("enumeration"),
    "text": _("what was said"),
    "part_of": _("part of"),
    "wording": _("cleared wording"),
    "cleared_by": _("cleared by"),
    "cleared": _("cleared on"),
    "valid_until": _("valid until"),
    "accept": _("approved"),
    "withdraw": _("taken back"),
    "reject": _("rejected"),
    "ask": _("question asked"),
    "same_as": _("same as"),
    "depends_on": _("depends on"),
    "currency": _("currency"),
    "year": _("year"),
    "month": _("month"),
    "day": _("day"),
}
ENTRIES = {
    "claims": _("Claim"),
    "identity": _("Records tied"),
    "review": _("Review"),
    "source": _("Source"),
    "erasure": _("Erasure"),
}
FIGURES = {
    "money": _("money"),
    "count": _("number"),
    "ratio": _("ratio"),
    "percent": _("share"),
    "ordinal": _("place in an order"),
    "measure": _("measure"),
    "date": _("time"),
}
ROLES = {
    "donor": _("donor"),
    "recipient": _("recipient"),
    "implementer": _("implementer"),
    "funder": _("funder"),
    "speaker": _("speaker"),
    "partner": _("partner"),
    "operator": _("operator"),
    "signatory": _("signatory"),
    "host": _("host"),
    "actor": _("actor"),
    "counterpart": _("counterpart"),
}
PASSAGES = {
    "header": _("heading"),
    "question": _("Question"),
    "answer": _("Answer"),
    "caption": _("Caption"),
    "body": _("Text"),
}
LANGUAGES = {"en": _("English"), "uk": _("Ukrainian"), "az": _("Azerbaijani"), "ru": _("Russian")}
STATES = {
    "open": _("to review"),
    "accepted": _("accepted"),
    "rejected": _("rejected"),
    "asked": _("question asked"),
}
MODES = {"sea": _("sea"), "rail": _("rail"), "road": _("road"), "ferry": _("ferry")}
CARGOES = {
    "container": _("container"),
    "truck": _("truck"),
    "wagon": _("wagon"),
    "bulk": _("bulk"),
    "grain": _("grain"),
    "oil": _("oil"),
}
FAMILIES = {
    "mode": MODES,
    "cargo": CARGOES,
    "rung": RUNGS,
    "stage": STAGES,
    "track": TRACKS,
    "kind": KINDS,
    "source": SOURCE_KINDS,
    "check": CHECKS,
    "severity": SEVERITIES,
    "relation": RELATIONS,
    "property": PROPERTIES,
    "role": ROLES,
    "entry": ENTRIES,
    "figure": FIGURES,
    "passage": PASSAGES,
    "language": LANGUAGES,
    "state": STATES,
}


def label(code: str | None, family: str) -> str:
    """Return the reader's word for a code; an unknown code is shown as words rather than hidden."""
    if not code:
        return ""
    known = FAMILIES[family].get(code)
    return str(known) if known is not None else code.replace("_", " ")
