"""The workbench on books of its own, with a plain stand-in for the reading of statements."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from korpu.app.books import open_books
from korpu.kernel.finding import Finding
from korpu.statements.reading import Candidate, Figure, Passage, Reading
from korpu.web import books as web_books
from korpu.web.tokens import TOKENS

MONEY = re.compile(r"(\d[\d.]*) million US dollars")


def plain_reading(document, names):
    """Read sums in millions of dollars, one candidate a sentence: enough for pages to have something to show."""
    figures = [
        Figure(m.start(), m.end(), m[0], "money", str(int(float(m[1]) * 10**6)), unit="USD")
        for m in MONEY.finditer(document.text)
    ]
    candidates = []
    for sentence in re.finditer(r"[^.\s](?:[^.]|\.(?=\d))+\.", document.text):
        own = tuple(i for i, f in enumerate(figures) if sentence.start() <= f.start < sentence.end())
        if own:
            first = figures[own[0]]
            candidates.append(
                Candidate(
                    ((sentence.start(), sentence.end()),),
                    sentence[0],
                    "initiative",
                    "energy",
                    "allocated",
                    amount=first.value,
                    currency="USD",
                    place="Kyiv",
                    places=("Kyiv",),
                    figures=own,
                    title="Transformers",
                    speaker="the minister",
                )
            )
    passages = (Passage(0, len(document.text), "body", "the minister", "en"),)
    wrong = document.text.find("tripled")
    amiss = (Finding("ratio", "error", "The words say “tripled”, the figures give 2 times.", ((wrong, wrong + 7),)),)
    return Reading(document, "en", passages, tuple(figures), tuple(candidates), findings=amiss if wrong >= 0 else ())


@pytest.fixture
def held(tmp_path, monkeypatch, django_db_blocker):
    with django_db_blocker.unblock():
        opened = open_books(tmp_path / "books", reader=plain_reading)
        monkeypatch.setattr(web_books, "_opened", lambda folder: opened)
        yield opened
        opened.close()


@pytest.fixture
def visitor(held):
    """Somebody who has not signed in; forms need their token."""
    return Client(SERVER_NAME="127.0.0.1", enforce_csrf_checks=True)


@pytest.fixture
def desk(held):
    """Somebody signed in."""
    client = Client(SERVER_NAME="127.0.0.1")
    client.get(f"/sign-in/{TOKENS.create('desk')}/")
    return client


@pytest.fixture
def added(desk):
    """The address of a source that was pasted."""
    text = "Norway allocated 7.6 million US dollars in 2023. Later 1 million US dollars followed for Kyiv."
    return desk.post("/sources/add/", {"text": text, "published": "2025-02", "kind": "press"})["Location"]
