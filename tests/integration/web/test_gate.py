"""Who gets in, and what every answer carries."""

from __future__ import annotations

import pytest
from django.urls import URLPattern, get_resolver

from korpu.web.tokens import LIFETIME, TOKENS, Tokens

OPEN = {"signin:ask", "signin:enter", "language"}
FILL = {
    "source": "src-0", "key": "c-0", "act": "accept", "record": "rec-0", "claim": "e.0", "entry": "e", "index": 0,
    "number": 1,
}  # fmt: skip


def routes(patterns=None, before="", space=""):
    """Every address of the workbench, generated from the URL conf, so that a new one cannot be forgotten."""
    for pattern in patterns if patterns is not None else get_resolver().url_patterns:
        if isinstance(pattern, URLPattern):
            yield f"{space}{pattern.name}", before + str(pattern.pattern)
        else:
            inner = f"{pattern.namespace}:" if pattern.namespace else space
            yield from routes(pattern.url_patterns, before + str(pattern.pattern), inner)


def filled(route):
    for name, value in FILL.items():
        route = route.replace(f"<str:{name}>", str(value)).replace(f"<int:{name}>", str(value))
    return "/" + route


@pytest.mark.parametrize(("name", "route"), [pair for pair in routes() if pair[0] not in OPEN])
def test_no_page_but_sign_in_opens_without_a_session(visitor, name, route):
    for answer in (visitor.get(filled(route)), visitor.get(filled(route), headers={"X-Korpu": "fragment"})):
        assert answer.status_code in (302, 401, 405)
        if answer.status_code == 302:
            assert answer["Location"] == "/sign-in/"


@pytest.mark.parametrize(("name", "route"), list(routes()))
def test_every_post_needs_a_token_of_this_session(visitor, name, route):
    assert visitor.post(filled(route), {"text": "x"}).status_code in (403, 405)


def test_a_sign_in_link_works_once(visitor):
    token = TOKENS.create("desk")
    assert visitor.get(f"/sign-in/{token}/").status_code == 302
    assert visitor.get("/").status_code == 200
    visitor.cookies.clear()
    answer = visitor.get(f"/sign-in/{token}/")
    assert answer.status_code == 403
    assert visitor.get("/").status_code == 302


def test_a_link_is_good_for_ten_minutes_and_only_its_hash_is_kept():
    now = [0.0]
    tokens = Tokens(clock=lambda: now[0])
    early, late = tokens.create("desk"), tokens.create("desk")
    now[0] = LIFETIME - 1
    assert tokens.use(early) == "desk"
    now[0] = LIFETIME + 1
    assert tokens.use(late) is None
    assert early not in str(vars(tokens))


def test_signing_out_ends_the_session(desk):
    assert desk.post("/sign-in/out/").status_code == 302
    assert desk.get("/").status_code == 302


def test_pages_carry_the_strict_policy(desk):
    answer = desk.get("/")
    policy = answer["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Referrer-Policy"] == "same-origin"
    assert answer["Cache-Control"] == "no-store"
    cookie = desk.cookies["korpu_session"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"


def test_another_host_name_is_refused(desk):
    assert desk.get("/", headers={"host": "example.org"}).status_code == 400


@pytest.mark.parametrize("target", ["https://example.org/", "//example.org", "javascript:alert(1)"])
def test_a_form_cannot_lead_out_of_the_workbench(desk, target):
    answer = desk.post("/language/", {"language": "uk", "next": target})
    assert answer["Location"] == "/"
    assert desk.get("/").headers["Content-Language"] == "uk"
