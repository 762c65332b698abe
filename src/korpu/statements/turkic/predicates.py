"""Finds the predicates of an Azerbaijani sentence: verbs with the words that belong to them, nouns that predicate."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from korpu.statements.figures.endings import is_form_of
from korpu.statements.turkic.cases import case_of
from korpu.statements.turkic.forms import CONVERBS, FINITE, Form, ending
from korpu.statements.turkic.lexicon import (
    LONG,
    compounds,
    helping,
    longest_stem,
    nouns,
    predicate_ends,
    predicates,
    verbs,
    word_list,
)
from korpu.statements.turkic.tokens import Token
from korpu.statements.turkic.words import form_of

FIN, PTC, CONV, NOM, NOUN, AIM = "finite", "participle", "converb", "clause", "noun", "aim"

_UNKNOWN = re.compile(
    r"[^\W\d_]{2,}?(?:[ıiuü]?[ln])?(?P<tam>m[ıiuü]şd[ıiuü]r(?:l[aə]r)?|[aə]c[aə][qk]d[ıiuü]r(?:l[aə]r)?|"
    r"[ıiuü]bl[aə]r|[ıiuü]bd[ıiuü]r|l[aə][şn]d?[ıiuü]?r?[ıiuü]?l?[ıiuü]b|[ıiuü][ln][ıiuü]b|"
    r"l[aə][şn](?:d[ıiuü]r)?(?:[ıiuü]l)?(?:[ıiuü]r|[aə]c[aə][qk])|l[aə]y[ıiuü]b|l[aə]d[ıiuü]l[aə]r|[^aəeıioöuü][ıiuü]b)"
)
_OBLIQUE = ("with", "locative", "ablative", "dative")
_AHEAD = 7
_SHORTEST = 3
_VOWELS = frozenset("aəeıioöuü")
_IS = re.compile(r"d[ıiuü]r(?:l[aə]r)?$")
_WITH = re.compile(r"(?:[ıiuü]|lar|lər|l[ıiuü][kq]|[^aəeıioöuü])l[aə]$")
"""An ending that says with what: "dəyişikliklərlə bağlıdır" is "has to do with changes"."""
_ARE = re.compile(r"[ıiuüaəoöe]d[ıiuü]rl[aə]r$")
_COPULA = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*[-’']?(?:d[ıiuü]r(?:l[aə]r)?|y[ıiuü][qk])")


@dataclass(frozen=True)
class Predicate:
    """A predicate: its tokens [first, last], its class, what kind it is and what its form says.

    `tense` is the name of the form (see forms); `able` says "can"; `stage` is set where the words state it outright;
    `stays` says that what is told still holds.
    """

    first: int
    last: int
    cls: str
    kind: str
    tense: str
    passive: bool = False
    negated: bool = False
    able: bool = False
    stage: str | None = None
    known: bool = True
    stays: bool = False


def find(tokens: Sequence[Token]) -> list[Predicate]:
    """Return the predicates of a sentence in order."""
    found: list[Predicate] = []
    for i, token in enumerate(tokens):
        if token.kind != "word":
            continue
        one = _stated(tokens, i) or _verb(tokens, i) or _copula(tokens, i)
        if one is None or (one.tense == "can" and not one.able):
            continue
        while found and found[-1].last >= one.first:
            before = found.pop()
            if before.able or before.first < one.first:
                one = _joined(before, one)
        found.append(one)
    return found


def _joined(before: Predicate, one: Predicate) -> Predicate:
    """Keep the wider of two predicates that overlap, with the ending of the later."""
    first = min(before.first, one.first)
    return Predicate(
        first, one.last, one.cls, one.kind, one.tense, one.passive, one.negated, one.able, one.stage, one.known
    )


def _stated(tokens: Sequence[Token], i: int) -> Predicate | None:
    """Read a predicate that is no plain verb: "ehtiyac var", "hazırdır"."""
    if tokens[i].low not in predicate_ends():
        return None
    for n in (3, 2, 1):
        words = tuple(t.low for t in tokens[max(0, i + 1 - n) : i + 1])
        stage = predicates().get(words)
        bound = n == 1 and i > 0 and (tokens[i - 1].low in ("ilə", "birbaşa", "sıx") or _WITH.search(tokens[i - 1].low))
        if stage is not None and not (bound and stage == "stopped"):
            return Predicate(i + 1 - n, i, "be", FIN, "present", stage=stage)
    return None


def _verb(tokens: Sequence[Token], i: int) -> Predicate | None:
    word = tokens[i].low
    if len(word) < _SHORTEST or word.startswith(tuple(word_list("no verb stem"))):
        return None
    noun = word in word_list("no verb")
    plain: tuple[str, int, Form] | None = None
    for cut in range(min(len(word) - 1, longest_stem()), 1, -1):
        stem = word[:cut]
        meanings = verbs().get(stem)
        if meanings is None or (word[cut] in "ln" and stem[-1] not in _VOWELS):
            continue  # a bare l or n makes a passive behind a vowel only: "dollar" is no form of "dol"
        form = ending(word[cut:])
        if form is not None and stem == "olun":
            form = form._replace(passive=True)
        if form is None:
            continue
        if stem == "bil" and i and form.name in FINITE | {"doer", "done", "coming"}:
            able = _able(tokens, i, form)
            if able is not None:
                return able
        cls, first = _meaning(tokens, i, stem, meanings, form)
        if cls is not None and first < i:
            return _predicate(tokens, i, first, cls, form)
        if cls is not None and plain is None and not noun:
            plain = cls, first, form
    if plain is not None:
        return _predicate(tokens, i, plain[1], plain[0], plain[2])
    return None if noun else _stranger(tokens, i)


def _able(tokens: Sequence[Token], i: int, form: Form) -> Predicate | None:
    """Read "göndərə bilər": what the verb before can do."""
    before = _verb(tokens, i - 1)
    if before is None or before.tense != "can":
        return None
    return Predicate(
        before.first, i, before.cls, _kind(tokens, i, form), form.name, before.passive,
        form.negated or before.negated, able=True,
    )  # fmt: skip


def _meaning(
    tokens: Sequence[Token], i: int, stem: str, meanings: dict[tuple[str, ...], str], form: Form
) -> tuple[str | None, int]:
    """Return the class of a verb with the words before it, and the first of these."""
    k = i - 1
    while k > 0 and tokens[k].low in word_list("between"):
        k -= 1
    for n in (3, 2, 1):
        words = tuple(t.low for t in tokens[max(0, k + 1 - n) : k + 1])
        if len(words) != n:
            continue
        told = meanings.get(words) or _inflected(stem, words)
        if told is not None:
            return told, k + 1 - n
    event = event_noun(tokens[k].low) if k >= 0 and tokens[k].kind == "word" else None
    if event is not None and ((helping(stem) and stem != "ol") or stem in ("keçir", "apar", "gör")):
        return event, k
    if () not in meanings:
        return None, i
    if helping(stem) and stem != "ol" and k >= 0 and tokens[k].kind == "word":
        return meanings[()], k
    return meanings[()], i


def _inflected(stem: str, words: tuple[str, ...]) -> str | None:
    """Return the class of a compound whose noun has endings here: "müqaviləsi imzalanıb"."""
    for known, cls in compounds(stem).get(words[-1][:LONG], ()):
        if known[:-1] == words[:-1] and is_form_of(words[-1], known[-1]):
            return cls
    return None


def event_noun(word: str) -> str | None:
    """Return the class of a noun that names an event, whatever its endings."""
    for cut in range(len(word), 3, -1):
        cls = nouns().get(word[:cut])
        if cls is not None and len(word) - cut < 7:
            return cls
    return None


def _predicate(tokens: Sequence[Token], i: int, first: int, cls: str, form: Form, *, known: bool = True) -> Predicate:
    stays = tokens[i].low.startswith("qalı") and cls == "hold_on"
    return Predicate(
        first, i, cls, _kind(tokens, i, form), form.name, form.passive, form.negated, known=known, stays=stays
    )


def _kind(tokens: Sequence[Token], i: int, form: Form) -> str:
    """Tell a finite form from the same form before a noun or another verb."""
    name = form.name
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    closes = after is None or after.kind == "mark" or after.low in word_list("joining")
    if name == "perfect":
        marked = tokens[i].low.endswith(("r", "lar", "lər"))
        return FIN if closes or marked else CONV
    if name in ("mish", "future"):
        marked = re.search(r"(?:d[ıiuü]r?|l[aə]r|[ıiuü][qk]|[aə]m)$", tokens[i].low) is not None
        if name == "mish" and not marked and after is not None and after.low == "və" and _describes(tokens, i + 2):
            return PTC
        return FIN if closes or (marked and not tokens[i].low.endswith(("mış", "miş", "muş", "müş"))) else PTC
    if name in FINITE:
        return FIN
    if name == "if" and after is not None and after.low in ("də", "da", "belə"):
        return FIN  # "təklif etsə də": he did offer
    if name in CONVERBS or name == "if":
        return CONV
    return {"doer": PTC, "done": NOM, "coming": NOM, "noun": NOUN}.get(name, AIM)


def _describes(tokens: Sequence[Token], start: int) -> bool:
    """Say whether another participle follows before a verb: "bitmiş və davam edən layihələr"."""
    for k in range(start, min(start + _AHEAD, len(tokens) - 1)):
        form = form_of(tokens[k].low) if tokens[k].kind == "word" else None
        if form is not None and form.name in ("doer", "mish") and tokens[k + 1].kind == "word":
            return True
        if tokens[k].kind == "mark" or (form is not None and form.name in FINITE):
            return False
    return False


def _stranger(tokens: Sequence[Token], i: int) -> Predicate | None:
    """Read a verb that no table knows by endings that no noun has."""
    word = tokens[i].low
    match = _UNKNOWN.fullmatch(word) if len(word) > 5 else None
    if match is None or _ARE.search(word) or _IS.sub("", word) in word_list("no verb"):
        return None
    tam = match.group("tam")
    name = "present" if re.search(r"[ıiuü]r(?:l[aə]r)?$", tam) and "b" not in tam and "ş" not in tam[:3] else "perfect"
    if re.search(r"c[aə][qk]", tam):
        name = "future"
    if "mış" in tam or "miş" in tam or "muş" in tam or "müş" in tam:
        name = "mish"
    passive = re.search(r"[ıiuü][ln](?:[ıiuü]b|[ıiuü]r|m)", word) is not None
    return _predicate(tokens, i, i, "act", Form(passive, False, name), known=False)


def _copula(tokens: Sequence[Token], i: int) -> Predicate | None:
    """Read a noun that predicates at the end of its clause: "layihədir", "var"."""
    word = tokens[i].low
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    closes = after is None or after.kind == "mark" or after.low in word_list("joining")
    if not closes:
        return None
    if word == "deyil" and after is not None and after.text == "," and case_of(tokens[i - 1].low) in _OBLIQUE:
        return None  # "avtomobillərlə deyil, dəmir yolu ilə": not by road, but by rail
    if word in word_list("standing"):
        past = word.startswith("idi")
        denied = word.startswith(("yox", "deyil"))
        return Predicate(i, i, "be", FIN, "past" if past else "present", negated=denied)
    if (
        len(word) > 4
        and word not in word_list("no verb")
        and _COPULA.fullmatch(word)
        and not word.endswith(("indir", "endir"))
    ):
        return Predicate(i, i, "be", FIN, "present")
    return None
