"""Statements of closures in four languages, read, accepted, and found again as closed parts of the network."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import numpy as np
import pytest

from korpu.app.books import open_books
from korpu.app.held import held
from korpu.app.routes import spelling
from korpu.cli.main import run
from korpu.corridors import model
from korpu.corridors.closures import closed
from korpu.corridors.ledgered import from_ledger
from korpu.corridors.model import Network

ODESA_GEORGIA = {"chornomorsk_batumi"}
SAID = {
    "The Alat–Kuryk ferry service was suspended on 5 February 2026.": {"alat_kuryk"},
    "The Chornomorsk–Batumi ferry line has not operated since 1 February 2026.": ODESA_GEORGIA,
    "Ukrferry halted ferries from Chornomorsk to Batumi on 1 February 2026.": ODESA_GEORGIA,
    "З 1 лютого 2026 року пороми з Одеси до Грузії не ходять.": ODESA_GEORGIA,
    "1 лютого 2026 року поромне сполучення між Чорноморськом і Батумі зупинено.": ODESA_GEORGIA,
    "2026-cı il fevralın 1-də Odesa ilə Gürcüstan arasında bərə reysləri dayandırılıb.": ODESA_GEORGIA,
    "С 1 февраля 2026 года паромное сообщение между Черноморском и Батуми приостановлено.": ODESA_GEORGIA,
    "ferries stopped on 1 February 2026": ODESA_GEORGIA | {"alat_kuryk", "alat_aktau", "alat_turkmenbashi"},
    "The port of Poti was closed on 3 February 2026.": {"poti_constanta"},
    "Rail traffic between Tbilisi and Baku has been suspended since 10 February 2026.": {"rail"},
    "Georgia closed its border with Azerbaijan for trucks on 1 February 2026.": {"road"},
    "The Suez Canal was closed on 2 February 2026.": {"sea"},
    "Construction of the port of Poti was stopped on 3 February 2026.": set(),
    "The Chornomorsk–Batumi ferry carried 40 trucks on 3 February 2026.": set(),
}  # fmt: skip


@pytest.mark.parametrize("words", SAID)
def test_what_is_told_as_closed_is_closed_from_that_day_on(network: Network, tmp_path: Path, words: str) -> None:
    statement = tmp_path / "said.txt"
    statement.write_text(f"{words}\n", encoding="utf-8")
    assert run(["add", str(statement), "--published", "2026-03", "--data", str(tmp_path / "books")]) == 0
    run(["review", "--accept-all", "--first-proposal", "--data", str(tmp_path / "books")])
    with open_books(tmp_path / "books") as books:
        found = from_ledger(network, held(books), spelling)
    assert found.unplaced == []
    assert not closed(network, found.closures, date(2026, 1, 31), "container")[0].any()
    shut, held_now = closed(network, found.closures, date(2026, 2, 20), "container")
    assert all(words.rstrip(".").casefold() in one.quote.rstrip(".").casefold() for one in held_now)
    names = {network.services[i] for i in set(network.service[shut].tolist()) if i >= 0}
    lines = shut & (network.what == model.LINE)
    modes = {model.MODES[m] for m in np.unique(network.mode[lines]).tolist()}
    assert (names or modes) >= SAID[words] if SAID[words] else not shut.any()
    if SAID[words] == ODESA_GEORGIA:
        assert names == ODESA_GEORGIA
