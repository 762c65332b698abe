"""The addresses of the workbench. Every POST carries a CSRF token; every page but sign-in needs a session."""

from __future__ import annotations

from django.urls import include, path

from korpu.web.views import (
    asking,
    attachments,
    candidates,
    claims,
    corridors,
    finding_list,
    flows,
    incidents,
    ledger,
    lines,
    origins,
    overview,
    own_network,
    packs,
    pages,
    paste,
    publish,
    reader,
    record,
    scenarios,
    signin,
    sources,
    suggest,
    together,
)

_signin = ([
    path("", signin.ask, name="ask"),
    path("out/", signin.leave, name="leave"),
    path("name/", signin.rename, name="rename"),
    path("<str:token>/", signin.enter, name="enter"),
], "signin")  # fmt: skip
_sources = ([
    path("", sources.show, name="list"),
    path("list.xlsx", sources.sheet, name="sheet"),
    path("add/", paste.show, name="paste"),
    path("note/", paste.note, name="note"),
    path("attach/", attachments.show, name="attach"),
    path("<str:source>/", reader.show, name="read"),
    path("<str:source>/claim/", claims.form, name="claim"),
    path("<str:source>/figures/<int:index>/", reader.figure, name="figure"),
    path("<str:source>/file/", attachments.file, name="file"),
    path("<str:source>/pages/<int:number>/", pages.show, name="page"),
    path("<str:source>/pages/<int:number>.png", pages.picture, name="picture"),
    path("<str:source>/origin/<str:act>/", origins.act, name="origin"),
    path("<str:source>/together/", together.accept, name="together"),
    path("<str:source>/together/undo/", together.undo, name="together-undo"),
    path("<str:source>/candidates.xlsx", candidates.sheet, name="candidates-sheet"),
    path("<str:source>/candidates/<str:key>/", candidates.show, name="candidate"),
    path("<str:source>/candidates/<str:key>/<str:act>/", candidates.act, name="act"),
], "sources")  # fmt: skip
_ledger = ([
    path("", ledger.show, name="list"),
    path("list.xlsx", ledger.sheet, name="sheet"),
    path("suggest/", suggest.records, name="suggest"),
    path("undo/<str:entry>/", claims.undo, name="undo"),
    path("<str:record>/", record.show, name="record"),
    path("<str:record>/list.xlsx", record.sheet, name="record-sheet"),
    path("<str:record>/evidence/<str:claim>/", ledger.evidence, name="evidence"),
], "ledger")  # fmt: skip
_findings = ([
    path("", finding_list.show, name="list"),
    path("list.xlsx", finding_list.sheet, name="sheet"),
    path("<str:finding>/<str:act>/", finding_list.act, name="act"),
], "findings")  # fmt: skip
_publish = ([
    path("", publish.show, name="check"),
    path("draft/<str:name>/", publish.draft, name="draft"),
    path("draft/<str:name>/checked.docx", publish.annotated, name="annotated"),
    path("draft/<str:name>/<str:act>/", publish.act, name="act"),
    path("draft/<str:name>/<str:finding>/<str:act>/", publish.decide, name="decide"),
    path("pack/", packs.show, name="pack"),
    path("pack/<str:name>/", packs.drawn_up, name="pack-shown"),
    path("pack/<str:name>/pack.docx", packs.paper, name="pack-paper"),
    path("lines/", lines.show, name="lines"),
    path("lines/clear/", lines.edit, name="clear"),
    path("lines/<str:name>/replace/", lines.edit, name="replace"),
    path("lines/<str:name>/withdraw/", lines.drop, name="withdraw"),
], "publish")  # fmt: skip

_routes = ([
    path("", corridors.show, name="show"),
    path("routes.geojson", corridors.lines, name="lines"),
    path("chain.xlsx", corridors.chain, name="chain"),
    path("build/", corridors.build, name="build"),
    path("flow/", flows.show, name="flow"),
    path("scenarios/", scenarios.show, name="scenarios"),
    path("own/<str:kind>/", own_network.add, name="own"),
], "routes")  # fmt: skip
_incidents = ([
    path("", incidents.show, name="list"),
    path("add/", incidents.add, name="add"),
    path("import/", incidents.upload, name="import"),
    path("outlets/", incidents.register, name="outlets"),
    path("all.<str:standard>.json", incidents.download, name="export"),
    path("<str:record>/", incidents.one, name="one"),
    path("<str:record>/case.<str:standard>.json", incidents.export_one, name="export-one"),
    path("<str:record>/<str:what>/", incidents.act, name="act"),
], "incidents")  # fmt: skip

urlpatterns = [
    path("", include(([path("", overview.show, name="show")], "overview"))),
    path("language/", signin.choose_language, name="language"),
    path("sign-in/", include(_signin)),
    path("sources/", include(_sources)),
    path("ledger/", include(_ledger)),
    path("findings/", include(_findings)),
    path("incidents/", include(_incidents)),
    path("publish/", include(_publish)),
    path("routes/", include(_routes)),
    path("ask/", include(([path("", asking.show, name="show")], "ask"))),
]
