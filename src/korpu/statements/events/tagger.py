"""Tells the verbs of an English sentence from its nouns by form and neighbourhood, without a model.

A token gets one of: det, prep, pron, modal, be, have, do, neg, adv, sub, coord, to, verb (with its possible readings),
num, punct, word. What is doubtful ("supports", "plans", "visit") is decided by the words before and after it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from korpu.statements.events.lexicon import Form, verb_forms, word_list

_TOKEN = re.compile(
    r"\d+(?:[.,]\d+)*(?:-[A-Za-z]+)+|\d+(?:[.,]\d+)*\w*|[A-Za-z]+n['’]t|[A-Za-zÀ-ž]+(?:-[\wÀ-ž]+)+|[A-Za-zÀ-ž]+(?:['’](?:ll|ve|re|m|d|s))?(?=\W|$)|[^\W\d_]+(?:[-'’.][^\W_]+)*|n['’]t|['’]\w+|[^\w\s]|\w+"
)
_CANNOT = re.compile(r"(?i)(can)not\Z")
_SPLIT = re.compile(r"(?i)(\w+?)(n['’]t|['’](?:ll|ve|re|m|d|s))\Z")


@dataclass
class Token:
    """A word or mark with its place in the sentence text, its lower form, its tag and, for verbs, its readings."""

    start: int
    end: int
    text: str
    low: str
    tag: str = "word"
    forms: tuple[Form, ...] = field(default=())

    @property
    def cap(self) -> bool:
        """Whether it opens with a capital letter."""
        return self.text[:1].isupper()


def tag(text: str) -> list[Token]:
    """Return the tagged tokens of a sentence."""
    tokens = _tokens(text)
    for i, token in enumerate(tokens):
        token.tag = _tag(token, tokens, i)
    _phrases(tokens)
    for i, token in enumerate(tokens):
        if token.tag == "verb" and not _verbal(tokens, i):
            token.tag, token.forms = "word", ()
    return tokens


def _tokens(text: str) -> list[Token]:
    found: list[Token] = []
    for match in _TOKEN.finditer(text):
        whole = match.group().replace("’", "'")
        parts = _SPLIT.match(whole) or _CANNOT.match(whole)
        cuts = [0, len(parts.group(1)), len(whole)] if parts and parts.group(1) else [0, len(whole)]
        for a, b in pairwise(cuts):
            piece = whole[a:b]
            found.append(Token(match.start() + a, match.start() + b, piece, piece.casefold()))
    return found


def _phrases(tokens: list[Token]) -> None:
    """Retag words that mean something else together: "no longer", "yet to", asides within a verb group."""
    for i, token in enumerate(tokens[1:], 1):
        if token.tag in ("prep", "sub", "num", "word", "adv", "to") and tokens[i - 1].tag in (
            "modal",
            "be",
            "have",
            "do",
        ):
            for size in (4, 3, 2):
                run = tokens[i : i + size]
                if " ".join(t.low for t in run) in word_list("aside"):
                    for one in run:
                        one.tag, one.forms = "adv", ()
                    break
    for before, token in pairwise(tokens):
        if (before.low, token.low) in (("no", "longer"), ("so", "far")):
            before.tag = token.tag = "adv"
        if token.low == "once" and before.tag == "modal":
            token.tag = "adv"
        if before.low in ("thanks", "due") and token.low == "to":
            before.tag, before.forms, token.tag = "prep", (), "prep"
        if token.low == "yet" and before.tag in ("be", "have", "neg"):
            token.tag = "adv"
        if token.low in _GOVERNING and before.tag in ("be", "adv") and token.tag == "verb":
            token.tag, token.forms = "word", ()


_GOVERNING = frozenset(["interested", "pleased", "committed", "determined", "prepared", "supposed", "bound", "delayed"])


_ORDER = (
    ("modal", "modal"), ("be", "be"), ("have", "have"), ("do", "do"), ("negation", "neg"), ("coordinator", "coord"),
)  # fmt: skip


def _tag(token: Token, tokens: list[Token], i: int) -> str:
    low = token.low
    if not low[0].isalnum() and low[0] != "'":
        return "punct"
    if low[0].isdigit():
        return "num"
    if low == "'s":
        return "be" if i and tokens[i - 1].low in ("it", "that", "there", "he", "she", "what", "here") else "poss"
    if low == "to":
        return "to"
    if low in word_list("number") and low != "one":
        return "num"
    for name, label in _ORDER:
        if low in word_list(name):
            return "word" if label == "modal" and token.cap and i else label
    if token.text == "US":
        return "word"
    if low in word_list("relative") or low in word_list("pronoun"):
        return "pron"
    if low in word_list("determiner"):
        return "det"
    if low in word_list("preposition"):
        return "prep"
    if low in word_list("subordinator"):
        return "sub"
    if low in word_list("adverb"):
        return "adv"
    forms = verb_forms().get(low, ())
    if forms and not (token.cap and i):
        token.forms = forms
        return "verb"
    if low.endswith("ly") and len(low) > 4:
        return "adv"
    if not token.cap and low.endswith("ed") and len(low) > 4:
        token.forms = (Form(low, "act", "past"), Form(low, "act", "participle"))
        return "verb"
    return "word"


def _before(tokens: list[Token], i: int) -> Token | None:
    """Return the nearest token before i that is no adverb."""
    k = i - 1
    while k >= 0 and tokens[k].tag in ("adv", "neg"):
        k -= 1
    return tokens[k] if k >= 0 else None


_LINKING = frozenset(["stand", "lie", "remain", "stay", "become", "seem", "appear"])
_WANTED = {
    "be": frozenset(["participle", "gerund"]),
    "have": frozenset(["participle"]),
    "do": frozenset(["base"]),
    "modal": frozenset(["base"]),
    "to": frozenset(["base", "gerund"]),
}


def _verbal(tokens: list[Token], i: int) -> bool:
    """Decide whether a word that could be a verb is one here."""
    token, before = tokens[i], _before(tokens, i)
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    tags = {f.tag for f in token.forms}
    if before is None:
        opened = i > 0 and bool(tags & {"past", "third"}) and after is not None and after.tag in ("det", "num", "poss")
        return opened or "gerund" in tags or "participle" in tags
    if before.tag in _WANTED and token.low not in word_list("chain"):
        return bool(tags & _WANTED[before.tag])
    if before.tag in _WANTED or (before.low in word_list("subject")):
        return True
    if (
        "gerund" in tags
        and token.low in _ADJECTIVAL
        and after is not None
        and after.tag == "word"
        and after.low.endswith("s")
    ):
        return False
    if before.tag in ("det", "poss"):
        return False
    if before.tag == "num" and tags == {"gerund"} and after is not None and after.low.endswith("s"):
        return False
    if before.tag == "prep":
        return tags == {"gerund"}
    if "gerund" in tags:
        return before.tag in ("punct", "verb", "coord", "sub") or (
            after is not None and after.tag in ("det", "word", "num", "pron")
        )
    if tags & {"past", "participle"}:
        if token.forms[0].lemma == token.low and before.tag == "word" and after is not None and after.tag == "word":
            return not any(t.tag in ("det", "poss") for t in tokens[max(0, i - 4) : i])
        return not (after is not None and after.tag == "word" and before.tag == "coord" and not _opens(after))
    if before.tag in ("coord", "punct"):
        closing = before.low == "," and sum(t.low == "," for t in tokens[:i]) > 1
        if (
            not closing
            and _told_as_past(tokens, i)
            and not (after is not None and after.tag in ("det", "pron", "num", "poss"))
        ):
            return False
        if closing and "third" in tags:
            return _opens(after, noun=False)
        return _opens(after) and any(t.tag in ("verb", "modal", "be", "have") for t in tokens[:i])
    if (
        "third" in tags
        and (after is None or after.low == ".")
        and not any(t.tag in ("verb", "modal", "be", "have") for t in tokens[:i])
    ):
        return before.tag == "word"
    if "third" in tags:
        year = before.tag == "num" and len(before.low) == 4 and before.low.isdigit()
        return (
            (before.tag == "word" or before.low == "one" or year)
            and not before.low.endswith(("ing",))
            and _opens(after, noun=before.cap)
        )
    if before.tag == "num" or (before.low in ("them", "these", "those") and i > 1):
        return after is not None and after.tag in ("prep", "to", "adv", "det")
    if before.low.endswith("s") and before.tag == "word" and token.low in _LINKING:
        return True
    return before.tag in ("word",) and before.low.endswith("s") and _opens(after, noun=False)


def _told_as_past(tokens: list[Token], i: int) -> bool:
    """Say whether the last finite verb before i is a past or perfect: a present form joined to it is a noun."""
    for token in reversed(tokens[:i]):
        if token.tag in ("have", "be", "do", "modal"):
            return token.low in ("was", "were", "had", "did", "has", "have", "been")
        if token.tag == "verb":
            return {f.tag for f in token.forms} <= {"past", "participle"}
    return False


_ADJECTIVAL = frozenset(
    [
        "developing",
        "existing",
        "remaining",
        "working",
        "outstanding",
        "growing",
        "leading",
        "ongoing",
        "participating",
        "neighbouring",
    ]
)


def _opens(after: Token | None, *, noun: bool = True) -> bool:
    """Say whether what follows may open an object or complement of a verb."""
    if after is None or (after.tag == "punct" and noun):
        return True
    if after.tag in ("det", "prep", "num", "to", "adv", "pron", "poss", "neg") or after.low == "that":
        return True
    if after.tag == "verb":
        return any(f.tag in ("gerund", "participle") for f in after.forms)
    return noun and after.tag == "word"
