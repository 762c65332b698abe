"""What a person asks to be left out: a country, area, port, border, mode, service or passage, or a rectangle."""

from __future__ import annotations

import re
from collections.abc import Iterable

from korpu.corridors import places
from korpu.corridors.boxed import box, called
from korpu.corridors.closures import Closure
from korpu.corridors.model import MODES, Network
from korpu.corridors.wheres import Spelling, as_spelt, where
from korpu.kernel.errors import NotFoundError

ASKED = "asked for"
_BORDER = re.compile(r"[A-Z]{2}-[A-Z]{2}")


def excluded(network: Network, names: Iterable[str], spelling: Spelling = as_spelt) -> list[Closure]:
    """Return the closures that leave out what these names mean; NotFoundError KORPU-NET-031 for an unknown one."""
    return [_excluded(network, name.strip(), spelling) for name in names if name.strip()]


def _excluded(network: Network, name: str, spelling: Spelling) -> Closure:
    told = name.casefold()
    if told in MODES:
        return _closure(name, "mode", told)
    drawn = box(told)
    if drawn:
        return _closure(called(drawn), "box", told)
    if _BORDER.fullmatch(name):
        return _closure(name, "border", name)
    service = next((s for s in network.services if told == s), None)
    if service:
        return _closure(name, "service", service)
    meant = where(network, name, spelling)
    if meant is None:
        near = ", ".join((*MODES, "a country, a port, a sea, or a service"))
        raise NotFoundError("KORPU-NET-031", f"The network has nothing called “{name}” to leave out; say {near}.")
    scope = "port" if meant.scope == "terminal" else meant.scope
    return _closure(name, scope, meant.target)


def _closure(name: str, scope: str, target: str) -> Closure:
    return Closure(f"asked.{places.plain(name)}", name, scope, target, (), (), "", "", "left out on request", ASKED, "")
