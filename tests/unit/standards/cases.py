"""Cases as other registers and hypothesis make them."""

from __future__ import annotations

from datetime import date, datetime

import hypothesis.strategies as st

from korpu.ledger.incidents.case import (
    OUTLET_KINDS,
    OUTLET_STATUSES,
    STATUSES,
    Case,
    Outlet,
    Refutation,
    Sighting,
    in_order,
)

WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Zs", "Zl", "Zp", "Cn", "Co")), min_size=1, max_size=12
)
TEXT = st.lists(WORDS, min_size=1, max_size=6).map(" ".join) | st.tuples(WORDS, WORDS).map("\n\n".join)
LINE = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)
ADDRESS = st.sampled_from(["https://example.org/a", "http://news.example/1?x=2", "https://приклад.укр/стаття"])
DAY = st.dates(date(1950, 1, 1), date(2090, 12, 31)).map(date.isoformat)
DATE = DAY | DAY.map(lambda d: d[:7]) | DAY.map(lambda d: d[:4])
LANGUAGE = st.sampled_from(["en", "uk", "az", "ru", "tr"])
MOMENT = st.datetimes(datetime(1971, 1, 1), datetime(2090, 1, 1)).map(lambda t: f"{t:%Y-%m-%dT%H:%M:%S.%fZ}")  # noqa: DTZ001
TECHNIQUES = st.sampled_from(["T0002", "T0003", "T0023", "T0023.001", "T9999"])

refutations = st.builds(
    Refutation, TEXT, LANGUAGE, st.none() | LINE.filter(lambda t: t != "source"), st.none() | ADDRESS, st.none() | DATE,
    st.none() | TEXT,
)  # fmt: skip


@st.composite
def outlets(draw: st.DrawFn) -> Outlet:
    status = draw(st.none() | st.sampled_from(OUTLET_STATUSES))
    since = draw(st.none() | DATE) if status else None
    told_by = draw(st.none() | LINE.filter(lambda t: t != "unknown")) if status else None
    country, kind = (
        draw(st.none() | st.sampled_from(["UA", "AZ", "RU"])),
        draw(st.none() | st.sampled_from(OUTLET_KINDS)),
    )
    practices, contacts = (tuple(draw(st.lists(LINE, max_size=2, unique=True))) for _ in range(2))
    return Outlet(draw(LINE), country, kind, status, since, told_by, draw(st.none() | ADDRESS), practices, contacts)


@st.composite
def cases(draw: st.DrawFn) -> Case:
    known = draw(st.lists(outlets(), max_size=3, unique_by=lambda o: " ".join(o.name.casefold().split())))
    outlet = st.sampled_from([None, *[o.name for o in known]])
    seen = st.builds(Sighting, outlet, st.none() | ADDRESS, st.none() | DATE).filter(lambda s: s.outlet or s.url)
    # An address seen both with more and with less told of it is seen once.
    sightings = in_order(draw(st.lists(seen, max_size=4, unique_by=lambda s: s.url or (s.outlet, s.date))))
    named = [s.outlet for s in sightings]
    created, modified = sorted([draw(MOMENT), draw(MOMENT)])
    return Case(
        uid=str(draw(st.uuids(version=5))),
        words=draw(TEXT),
        language=draw(LANGUAGE),
        title=draw(st.dictionaries(LANGUAGE, LINE, max_size=3)),
        narrative=draw(st.none() | TEXT),
        topic=draw(st.none() | LINE),
        status=draw(st.sampled_from(STATUSES)),
        sightings=sightings,
        refutations=tuple(draw(st.lists(refutations, max_size=3, unique=True))),
        techniques=tuple(sorted(draw(st.sets(TECHNIQUES)))),
        outlets=tuple(sorted((o for o in known if o.name in named), key=lambda o: named.index(o.name))),
        author=draw(LINE),
        created=created,
        modified=modified,
    )
