"""Forms of Ukrainian and Russian verbs, made from the infinitive by its ending (`data/conjugation_*.csv`).

The sets are generous: a form that nobody writes does no harm, a form that is missing hides an event. Reflexive
endings are no part of a form; a token carries them as a mark of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from korpu.kernel.tables import rows

_MUTATED: dict[str, dict[str, tuple[str, ...]]] = {
    "uk": {
        "ст": ("щ",), "зд": ("ждж",), "т": ("ч",), "д": ("дж",), "с": ("ш",), "з": ("ж",), "б": ("бл",), "п": ("пл",),
        "в": ("вл",), "м": ("мл",), "ф": ("фл",),
    },
    "ru": {
        "ст": ("щ",), "зд": ("зж",), "т": ("ч", "щ"), "д": ("ж", "жд"), "с": ("ш",), "з": ("ж",), "б": ("бл",),
        "п": ("пл",), "в": ("вл",), "м": ("мл",), "ф": ("фл",),
    },
}  # fmt: skip
_LONG = {
    "uk": ("ий", "а", "е", "і", "ого", "ої", "ому", "ій", "у", "им", "ою", "их", "ими"),
    "ru": ("ый", "ая", "ое", "ые", "ого", "ой", "ому", "ую", "ым", "ою", "ых", "ыми", "ом"),
}
_ACTIVE = ("ий", "ая", "ее", "ие", "его", "ей", "ему", "ую", "им", "ею", "их", "ими", "ем")
_FUTURE = ("ме", "муть", "мемо", "му")


class Form(NamedTuple):
    """What a word may be: the verb, its class, its aspect (p or i) and the form's tag.

    Tags: inf, pres (present or perfective future), future (Ukrainian imperfective), past, short (said of a thing:
    "передано", "передан"), part (passive participle that bends), active (active participle).
    """

    verb: str
    cls: str
    aspect: str
    tag: str


class Pattern(NamedTuple):
    """How verbs with an ending are conjugated: what replaces the ending, form by form."""

    ending: str
    present: tuple[str, ...]
    masculine: tuple[str, ...]
    past: str
    passive: tuple[str, ...]


@cache
def _patterns(language: str) -> dict[str, Pattern]:
    return {
        r["ending"]: Pattern(
            r["ending"].removeprefix("^"),
            tuple(r["present"].split()),
            tuple(r["masculine"].split()),
            r["past"],
            tuple(_passives(r["passive"])),
        )
        for r in rows("korpu.statements.slavic", f"data/conjugation_{language}.csv")
    }


def _passives(text: str) -> Iterator[str]:
    """Yield the endings of the passive stem; "~" before one changes the letter it follows."""
    mark = ""
    for part in text.split():
        if part.startswith("~"):
            yield part
        else:
            yield mark + part


def pattern_of(verb: str, language: str) -> Pattern | None:
    """Return the pattern of an infinitive: that of the whole word, else of its longest known ending."""
    known = _patterns(language)
    whole = known.get("^" + verb)
    if whole is not None:
        return whole
    return next((known[verb[k:]] for k in range(len(verb)) if verb[k:] in known), None)


def forms(verb: str, cls: str, aspect: str, language: str) -> Iterator[tuple[str, Form]]:
    """Yield every form of a verb with what it is; a reflexive verb is given and conjugated without its particle."""
    pattern = pattern_of(verb, language)
    yield verb, Form(verb, cls, aspect, "inf")
    if pattern is None:
        return
    stem = verb.removesuffix(pattern.ending)
    for ending in pattern.present:
        yield stem + ending, Form(verb, cls, aspect, "pres")
        if language == "ru" and aspect == "i" and ending.endswith(("ют", "ят", "ут", "ат")):
            yield from ((stem + ending[:-1] + "щ" + e, Form(verb, cls, aspect, "active")) for e in _ACTIVE)
    if language == "uk" and aspect == "i":
        yield from ((verb + ending, Form(verb, cls, aspect, "future")) for ending in _FUTURE)
    for masculine in pattern.masculine:
        yield stem + masculine, Form(verb, cls, aspect, "past")
    past = stem + pattern.past
    yield from ((past + "л" + e, Form(verb, cls, aspect, "past")) for e in "аои")
    if language == "ru":
        joint = "вш" if past[-1:] in "аеиоуыюя" else "ш"
        yield from ((past + joint + e, Form(verb, cls, aspect, "active")) for e in _ACTIVE)
    for passive in pattern.passive:
        for whole in _changed(stem, passive, language):
            yield from _passive(whole, verb, cls, aspect, language)


def _changed(stem: str, passive: str, language: str) -> Iterator[str]:
    if not passive.startswith("~"):
        yield stem + passive
        return
    for size in (2, 1):
        for changed in _MUTATED[language].get(stem[-size:], ()):
            yield stem[:-size] + changed + passive[1:]
        if stem[-size:] in _MUTATED[language]:
            return


def _passive(whole: str, verb: str, cls: str, aspect: str, language: str) -> Iterator[tuple[str, Form]]:
    """Yield the short and the long forms of a passive participle: "передано", "передана", "переданных"."""
    if language == "uk":
        yield whole + "о", Form(verb, cls, aspect, "short")
    else:
        yield from ((whole + e, Form(verb, cls, aspect, "short")) for e in ("", "а", "о", "ы"))
        whole = whole + "н" if whole.endswith("н") else whole
    yield from ((whole + e, Form(verb, cls, aspect, "part")) for e in _LONG[language])
