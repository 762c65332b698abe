"""The predicate that one word of a Ukrainian or Russian sentence makes by itself, if it makes one."""

from __future__ import annotations

from collections.abc import Sequence

from korpu.statements.slavic.conjugation import Form
from korpu.statements.slavic.lexicon import said, word_list
from korpu.statements.slavic.predicate import Predicate
from korpu.statements.slavic.tokens import Token


def atom(tokens: Sequence[Token], k: int, token: Token, language: str) -> Predicate | None:
    """Return the predicate that one token makes by itself."""
    low = token.low
    if low in word_list(language, "be_past"):
        return Predicate(k, k, k, "be", "be", "finite", "done")
    if low in word_list(language, "be_future"):
        return Predicate(k, k, k, "be", "be", "finite", "planned")
    if low in ("є", "есть"):
        return Predicate(k, k, k, "be", "be", "finite", "now")
    word = said(language).get(low)
    if word is not None:
        return Predicate(k, k, k, low, "be", "said", "now", stage=word.stage)
    for tag in _order(tokens, k, language):
        form = next((f for f in token.forms if f.tag == tag), None)
        if form is not None:
            return _of_form(tokens, k, token, form, language)
    return None


_TAGS = ("past", "pres", "future", "short", "inf", "part", "active")


def _order(tokens: Sequence[Token], k: int, language: str) -> tuple[str, ...]:
    """Return the tags in the order they are tried: "контракт расторгнут" is done, "расторгнут контракт" is not."""
    ends = k + 1 == len(tokens) or tokens[k + 1].kind == "mark"
    if language == "ru" and tokens[k].low.endswith("нут") and ends:
        return ("short", *_TAGS)
    return _TAGS


def _of_form(tokens: Sequence[Token], k: int, token: Token, form: Form, language: str) -> Predicate | None:
    time = "done" if form.tag in ("past", "short", "part") else "now"
    if form.tag == "future" or (form.tag == "pres" and form.aspect == "p"):
        time = "planned"
    if form.tag == "active":
        time = "done" if "вш" in token.low or "ш" in token.low.split("щ")[0][-4:] else "now"
    kind = {"past": "finite", "pres": "finite", "future": "finite"}.get(form.tag, form.tag)
    if kind == "part" and language == "uk" and k and tokens[k - 1].low in _NOT_YET and _nominative(token.low):
        kind = "short"  # "станція досі не підключена"
    if kind in ("part", "active") and not _opens_phrase(tokens, k, language):
        return None
    passive = kind in ("short", "part")
    return Predicate(k, k, k, form.verb, form.cls, kind, time, passive=passive, reflexive=token.reflexive)


def _opens_phrase(tokens: Sequence[Token], k: int, language: str) -> bool:
    """Say whether a participle tells something: after a comma or a helper, or after its noun ("роботи завершені")."""
    before = k - 1
    while before >= 0 and tokens[before].low in word_list(language, "adverb") | word_list(language, "negation"):
        before -= 1
    if before < 0:  # "Додатково доставлені 46 генераторів"
        return k + 1 < len(tokens) and tokens[k + 1].kind == "num" and _nominative(tokens[k].low)
    mark = tokens[before]
    helper = mark.low in word_list(language, "be_past") | word_list(language, "be_future")
    if mark.low == "," or helper:
        return mark.low != "," or _has_complement(tokens, k, language)
    after = tokens[k + 1] if k + 1 < len(tokens) else None
    ends = after is None or after.kind != "word" or after.low in word_list(language, "preposition")
    ends = ends or (after is not None and after.low in word_list(language, "coordinator"))
    ends = ends or (after is not None and after.low.endswith(("им", "ими", "ою", "ами", "ями", "ом", "ым", "ыми")))
    return (
        ends
        and _nominative(tokens[k].low)
        and mark.kind == "word"
        and mark.low not in word_list(language, "preposition")
    )


_NOT_YET = frozenset(["не", "вже", "уже", "ще", "досі", "поки", "наразі", "остаточно", "повністю", "частково"])


def _nominative(low: str) -> bool:
    return low.endswith(("ий", "а", "е", "і", "ые", "ый", "ая", "ое"))


def _has_complement(tokens: Sequence[Token], k: int, language: str) -> bool:
    """Say whether a participle after a comma goes on with words of its own, so that it is no adjective in a list."""
    after = tokens[k + 1] if k + 1 < len(tokens) else None
    if after is None or after.kind == "mark":
        return False
    return after.low in word_list(language, "preposition") or not _agree(tokens[k].low, after.low)


_AGREEING = (
    (("ые", "ие", "і"), ("ы", "и", "а", "я", "і", "ї", "ые", "ие")),
    (("ая", "а"), ("а", "я", "ь", "ая")),
    (("ую", "у"), ("у", "ю", "ь", "ую")),
    (("ых", "их"), ("ов", "ев", "ей", "ів", "їв", "ых", "их")),
    (("ым", "им"), ("ам", "ям", "ым", "им")),
    (("ими", "ыми"), ("ами", "ями", "ими", "ыми")),
    (("ое", "ее", "е", "є"), ("о", "е", "є", "я", "ое")),
    (("ого", "его"), ("а", "я", "ого")),
)


def _agree(participle: str, noun: str) -> bool:
    """Say whether a participle and the word behind it look like one noun phrase: "пострадавшим семьям"."""
    return any(participle.endswith(one) and noun.endswith(two) for one, two in _AGREEING)
