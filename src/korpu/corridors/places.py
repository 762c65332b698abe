"""Finds the terminal that somebody means by a name, in any of the languages the tables have."""

from __future__ import annotations

import difflib
import unicodedata
from typing import Any

from korpu.corridors.model import Network
from korpu.kernel.errors import NotFoundError


def plain(name: str) -> str:
    """Return a name in a form in which spellings can be compared: no case, no accents, no punctuation."""
    bare = unicodedata.normalize("NFKD", name.casefold())
    return "".join(c for c in bare if c.isalnum())


def find(network: Network, name: str) -> int:
    """Return the number of the terminal a name means: the hand table's before ports that other tables list.

    Raises NotFoundError KORPU-NET-030 with the nearest names when there is none.
    """
    wanted = plain(name)
    named = [(i, t) for i, t in enumerate(network.terminals) if wanted and wanted in _names(t)]
    if not named:
        raise NotFoundError("KORPU-NET-030", f"The network has no place “{name}”.{_meant(network, wanted)}")
    return min(named, key=lambda one: (not one[1]["by_hand"], one[0]))[0]


def _names(terminal: dict[str, Any]) -> set[str]:
    return {plain(n) for n in (terminal["id"], terminal["name"], terminal["code"], *terminal["also"]) if n}


def _meant(network: Network, wanted: str) -> str:
    by_plain = {plain(t["name"]): t["name"] for t in network.terminals}
    near = difflib.get_close_matches(wanted, by_plain, n=3, cutoff=0.6)
    return f" Did you mean {', '.join(by_plain[n] for n in near)}?" if near else ""
