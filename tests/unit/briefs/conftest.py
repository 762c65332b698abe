"""A small ledger of a partnership that is nobody's: Norway's help to two Ukrainian cities."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from korpu.briefs.answer import Answer
from korpu.briefs.ask import answer
from korpu.ledger.book import Ledger
from korpu.ledger.changes import changes
from korpu.ledger.claim import Claim, Evidence
from korpu.reference.names import Name, load_names

NAMES = load_names().merged(
    [
        Name("norway", "country", {"en": ("Norway",), "uk": ("Норвегія",), "az": ("Norveç",)}),
        Name("ukraine", "country", {"en": ("Ukraine",), "uk": ("Україна",), "az": ("Ukrayna",)}),
        Name("peru", "country", {"en": ("Peru",), "uk": ("Перу",), "az": ("Peru",)}),
        Name("kyiv", "city", {"en": ("Kyiv",), "uk": ("Київ", "Києві"), "az": ("Kiyev",)}, parents=("ukraine",)),
        Name("odesa", "city", {"en": ("Odesa",), "uk": ("Одеса",), "az": ("Odessa",)}, parents=("ukraine",)),
    ]
)


def record(name: str, kind: str, *steps: dict[str, Any], said: str = "2025-05", **own: Any) -> list[Claim]:
    """Return the claims of a record; each step is one entry with its own quote."""
    found: list[Claim] = []
    for i, step in enumerate(steps):
        entry, quote = f"{name}-{own.get('entry', '')}{i}", f"{own.get('title', name)}: {step}"
        evidence = Evidence(f"src-{step.get('source', name)}", ((0, len(quote)),), quote, "Jane Doe")
        values: list[tuple[str, Any, str | None]] = []
        if i == 0:
            values = [("title", own["title"], None)]
            values += [(key, own[key], None) for key in ("track", "object", "place") if key in own]
            values += [("party", {"party": p, "role": r}, None) for p, r in own.get("parties", ())]
        values += [(key, step[key], "s1") for key in ("stage", "when", "amount", "count") if key in step]
        found += [
            Claim(
                f"{entry}.{n}",
                entry,
                name,
                kind,
                key,
                value,
                evidence,
                at,
                step.get("said", said),
                "2026",
                reviewed=True,
            )
            for n, (key, value, at) in enumerate(values)
        ]
    return found


def eur(amount: int, **more: str) -> dict[str, str]:
    return {"amount": str(amount), "currency": "EUR", **more}


GIVEN = [("Norway", "donor"), ("Ukraine", "recipient")]
CLAIMS = [
    *record("school", "initiative", {"stage": "allocated", "when": "2025-02", "amount": eur(3_000_000)},
            {"stage": "opened", "when": "2025-04-23"}, title={"en": "School in Kyiv", "uk": "Школа в Києві"},
            track="recovery", object="school", place="Kyiv", parties=[*GIVEN, ("Norsk Fund", "funder")]),
    *record("library", "initiative", {"stage": "planned", "when": "2025"}, title={"en": "Library in Kyiv"},
            track="recovery", object="library", place="Kyiv", parties=GIVEN),
    *record("garden", "initiative", {"stage": "planned"}, title={"en": "Kindergarten in Kyiv"}, track="recovery",
            place="Kyiv", parties=GIVEN),
    *record("power", "initiative", {"stage": "allocated", "when": "2024-03-01", "amount": eur(5_000_000)},
            {"stage": "delivered", "when": "2025-03", "count": {"count": "20", "unit": "generators"}},
            title={"en": "Generators of 2024"}, track="energy", place="Ukraine", parties=GIVEN),
    *record("mines", "programme", {"stage": "stated"}, title={"en": "Humanitarian demining"}, track="demining",
            parties=GIVEN),
    *record("total", "measure", {"stage": "delivered", "amount": eur(30_000_000), "said": "2024-06"},
            {"stage": "delivered", "amount": eur(40_000_000, qualifier="over", low="40000000"), "source": "b"},
            title={"en": "Aid of Norway to Ukraine"}, track="humanitarian", parties=GIVEN),
    *record("children", "measure", {"stage": "completed", "count": {"count": "270", "unit": "children"}},
            title={"en": "Children received"}, track="rehabilitation", parties=GIVEN),
    *record("group", "cohort", {"stage": "completed", "when": "2025-21", "count": {"count": "30", "unit": "children"}},
            title={"en": "Spring group"}, track="rehabilitation", parties=GIVEN),
    *record("oil", "link", {"stage": "stopped"}, title={"en": "Oil route"}, track="transport", object="oil_route"),
    *record("gas", "measure", {"stage": "stated", "when": "2023", "count": {"count": "8000000000", "unit": "m3"}},
            {"stage": "planned", "when": "2025", "count": {"count": "12000000000", "unit": "m3"}},
            title={"en": "Gas supply to Odesa"}, track="energy_cooperation", object="gas_supply", place="Odesa"),
    *record("talks", "event", {"stage": "ongoing"}, title={"en": "Political talks"}, track="political",
            place="Ukraine"),
    *record("talks", "event", {"stage": "completed", "source": "odd"}, title={"en": "Talks"}, place="Vinnytsia",
            entry="late"),
    *record("pair", "partnership", {"stage": "ongoing"}, title={"en": "Bergen and Odesa", "az": "Bergen və Odessa"},
            track="regions", object="sister_city", place="Odesa"),
    *record("well", "initiative", {"stage": "completed", "when": "2024"}, title={"en": "Well in Malynivka"},
            track="recovery", object="well", place="Malynivka"),
    *record("ferry", "service", {"stage": "in_use", "when": "2025-04"}, title={"en": "Ferry from Odesa"},
            track="transport", object="ferry_service", place="Odesa"),
    *record("bridge", "initiative", {"stage": "completed", "when": "2023", "source": "one"},
            {"stage": "completed", "when": "2024", "source": "two"}, title={"en": "Bridge in Odesa"}, track="recovery",
            place="Odesa", parties=GIVEN),
]  # fmt: skip
LEDGER = Ledger(CLAIMS)


def _changes(since: str, until: str | None) -> Any:
    def by(day: str | None) -> Ledger:
        return Ledger([c for c in CLAIMS if day is None or (c.said or "")[: len(day)] <= day[: len(c.said or "")]])

    return changes(by(since), by(until))


@pytest.fixture
def ask() -> Callable[..., Answer]:
    def answered(question: str, language: str | None = None) -> Answer:
        day = date(2026, 6, 1)
        return answer(question, list(LEDGER), names=NAMES, today=day, changes=_changes, language=language)

    return answered


@pytest.fixture
def claim_ids() -> set[str]:
    return {claim.id for claim in CLAIMS}
