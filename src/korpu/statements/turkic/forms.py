"""Takes Azerbaijani verb forms apart: stem, voice, denial, and what form it is (finite, converb, participle, noun).

The endings are those of the standard grammar, in vowel harmony; a form that could be two things is told by what
stands beside it (see predicates).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_V = "[ıiuü]"
_A = "[aə]"
_PERSON = rf"(?:{_A}m|s{_V}n(?:{_V}z)?|{_V}[qk]|y{_V}[kq]|l{_A}r)?"
_CASE = rf"(?:n?{_V}n|[yn]?{_V}|[yn]?{_A}|n?d{_A}n?|l{_A})?"
_BE = rf"(?:d{_V}r(?:l{_A}r)?|d{_V}(?:l{_A}r|m|[qk]|n(?:{_V}z)?)?|{_PERSON})?"

_VOICE = rf"(?P<voice>(?:d{_V}r|t|{_V}t)?(?:{_V}?[nl])?(?:{_V}[ln])?)"
_TAM = "|".join(
    rf"(?P<{name}>{ending})"
    for name, ending in (
        ("perfect", rf"y?{_V}b(?:d{_V}r)?{_PERSON}"),
        ("mish", rf"m{_V}ş(?:d[ıiuü]s[aə]|{_BE})"),
        ("past", rf"d{_V}(?:l{_A}r|m|[qk]|n{_V}z|n)?"),
        ("aspect", rf"m{_A}[qk]d{_A}{_BE}"),
        ("must", rf"m{_A}l[ıi](?:d[ıi]r(?:l{_A}r)?|y[iı]k|y[ıi]q)?"),
        ("future", rf"y?(?:{_A}|{_V})c{_A}[qkğy]{_BE}"),
        ("present", rf"y?{_V}r{_BE}"),
        ("aorist", rf"y?{_A}r(?:l{_A}r|{_A}m|{_V}[qk])?(?:d{_V}(?:l{_A}r|m|[qk])?)?"),
        ("never", rf"z(?:l{_A}r)?"),
        ("order", rf"s{_V}n(?:l{_A}r)?"),
        ("when", rf"y?{_A}nd{_A}|d{_V}[qk]d{_A}n?|{_V}nc{_A}(?:y{_A}(?:d{_A}k)?)?|d{_V}[qk]c{_A}|y?{_A}rk{_A}n"),
        ("converb", rf"y?{_A}r{_A}[qk]|m{_A}kl{_A}|m{_A}ql{_A}"),
        ("without", rf"d{_A}n"),
        ("done", rf"d{_V}(?:[ğy]{_V}|[qk]l{_A}r[ıi]|[ğy]{_V}m{_V}z|[qk]){_CASE}"),
        ("coming", rf"y?{_A}c{_A}(?:[ğy][ıi]|[qk]l{_A}r[ıi]|[ğy][ıi]m[ıi]z){_CASE}"),
        ("doer", rf"y?{_A}n(?:l{_A}r)?{_CASE}"),
        (
            "noun",
            rf"m{_A}(?:s[ıi]|l{_A}r(?:[ıi])?|m{_V}z|y{_A}|d{_A}n?|n[ıi]n|n[ıi])?"
            rf"(?:n?[ıi]n|n?[ıi]|n?{_A}|nd{_A}n?|yl{_A})?",
        ),
        ("infinitive", rf"m{_A}(?:[qk]|ğ[aı]|y[əi]|ğ[ıa]n|y[iə]n)(?:d[ıi]r)?"),
        ("can", rf"y?{_A}"),
        ("if", rf"s{_A}(?:l{_A}r)?"),
    )
)
_ENDING = re.compile(rf"{_VOICE}(?P<neg>m(?:{_A}|(?={_V}r)))?(?:{_TAM})")
_AIM = re.compile(rf"{_VOICE}m{_A}y{_A}")

FINITE = frozenset({"perfect", "mish", "past", "aspect", "must", "future", "present", "aorist", "never", "order"})
CONVERBS = frozenset({"when", "converb", "without"})


class Form(NamedTuple):
    """A verb form: whether its voice is passive, whether it is denied, and what form it is."""

    passive: bool
    negated: bool
    name: str


@lru_cache(maxsize=8192)
def ending(text: str) -> Form | None:
    """Return what the endings behind a stem say, None where they are no endings of a verb.

    >>> ending("ilməyib")
    Form(passive=True, negated=True, name='perfect')
    """
    aim = _AIM.fullmatch(text)
    if aim is not None:
        return Form(aim.group("voice")[-1:] in ("l", "n"), False, "infinitive")
    match = _ENDING.fullmatch(text)
    if match is None:
        return None
    voice = match.group("voice")
    name = match.lastgroup or ""
    if name == "never" and not match.group("neg"):
        return None
    return Form(voice[-1:] in ("l", "n"), match.group("neg") is not None, name)
