"""Tells the verbs of an English sentence from its nouns by form and neighbourhood, without a model.

A token gets one of: det, prep, pron, modal, be, have, do, neg, adv, sub, coord, to, verb (with its possible readings),
num, punct, word. What is doubtful ("supports", "plans", "visit") is decided by the words before and after it.
"""

from __future__ import annotations

import re
from itertools import pairwise

from korpu.statements.events.lexicon import Form, verb_forms, word_list
from korpu.statements.events.token import Token
from korpu.statements.events.verbal import verbal

_TOKEN = re.compile(
    r"[A-Za-z]+-(?=,? (?:and|or|to) )|"
    r"\d+(?:[.,]\d+)*(?:-[A-Za-z]+)+|\d+(?:[.,]\d+)*\w*|[A-Za-z]+n['’]t|[A-Za-zÀ-ž]+(?:-[\wÀ-ž]+)+|"
    r"[A-Za-zÀ-ž]+(?:['’](?:ll|ve|re|m|d|s))?(?=\W|$)|[^\W\d_]+(?:[-'’.][^\W_]+)*|n['’]t|['’]\w+|[^\w\s]|\w+"
)
_CANNOT = re.compile(r"(?i)(can)not\Z")
_SPLIT = re.compile(r"(?i)(\w+?)(n['’]t|['’](?:ll|ve|re|m|d|s))\Z")


def tag(text: str) -> list[Token]:
    """Return the tagged tokens of a sentence."""
    tokens = _tokens(text)
    for i, token in enumerate(tokens):
        token.tag = _tag(token, tokens, i)
    _phrases(tokens)
    passed: list[tuple[int, Token, tuple[Form, ...]]] = []
    for i, token in enumerate(tokens):
        if token.tag == "verb" and not verbal(tokens, i):
            passed.append((i, token, token.forms))
            token.tag, token.forms = "word", ()
    if not any(t.tag in ("verb", "modal", "be", "have", "do") for t in tokens):
        _restore(tokens, passed)
    return tokens


def _restore(tokens: list[Token], passed: list[tuple[int, Token, tuple[Form, ...]]]) -> None:
    """Give a sentence that was left without a verb the first that could be one: "the farm exports cheese"."""
    for i, token, forms in passed:
        after = tokens[i + 1] if i + 1 < len(tokens) else None
        third = any(f.tag == "third" for f in forms)
        if not i or tokens[i - 1].tag != "word" or after is None or after.tag != "word":
            continue
        many = tokens[i - 1].low.endswith("s") and not third and forms[0].lemma == token.low and not after.cap
        if third or many:
            token.tag, token.forms = "verb", forms
            for k, later, others in passed:
                if k > i + 1:
                    later.tag, later.forms = "verb", others
                    if not verbal(tokens, k):
                        later.tag, later.forms = "word", ()
            return


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
        if token.tag not in ("verb", "punct") and tokens[i - 1].tag in ("modal", "be", "have", "do"):
            _asides(tokens, i)
    for i, (before, token) in enumerate(pairwise(tokens), 1):
        if (before.low, token.low) in (("no", "longer"), ("so", "far")):
            before.tag = token.tag = "adv"
        if token.low == "ground" and before.low in ("break", "breaks", "broke", "broken", "breaking"):
            token.tag, token.forms = "word", ()
        if token.low in ("open", "clean", "free") and any(t.low in _KEEPING for t in tokens[max(0, i - 4) : i]):
            token.tag, token.forms = "word", ()  # "to keep clinics open"
        if token.low == "once" and before.tag == "modal":
            token.tag = "adv"
        if before.low in ("thanks", "due", "according", "owing") and token.low == "to":
            before.tag, before.forms, token.tag = "prep", (), "prep"
        if token.low == "since" and before.tag == "have":
            token.tag = "adv"  # "have since reopened"
        if (before.low, token.low) == ("as", "of"):
            before.tag = "prep"
        if token.low == "yet" and before.tag in ("be", "have", "neg"):
            token.tag = "adv"
        if token.low in _GOVERNING and before.tag in ("be", "adv") and token.tag == "verb":
            token.tag, token.forms = "word", ()


def _asides(tokens: list[Token], i: int) -> None:
    """Retag "in return" or "one day" after an auxiliary as an adverb."""
    for size in (4, 3, 2):
        run = tokens[i : i + size]
        if " ".join(t.low for t in run) in word_list("aside"):
            for one in run:
                one.tag, one.forms = "adv", ()
            return


_KEEPING = frozenset(["keep", "keeps", "kept", "keeping", "stay", "stays", "stayed", "remain", "remains", "hold"])
_GOVERNING = frozenset(["interested", "pleased", "committed", "determined", "prepared", "supposed", "bound", "delayed"])


_ORDER = (
    ("modal", "modal"), ("be", "be"), ("have", "have"), ("do", "do"), ("negation", "neg"), ("coordinator", "coord"),
)  # fmt: skip


_CLOSED = (
    ("relative", "pron"), ("pronoun", "pron"), ("determiner", "det"), ("preposition", "prep"),
    ("subordinator", "sub"), ("adverb", "adv"),
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
    closed = next((label for name, label in _CLOSED if low in word_list(name)), None)
    if closed is None and _progressive(tokens, i):
        token.forms = verb_forms().get(low) or (Form(low, "act", "gerund"),)
        return "verb"
    return closed or _open_class(token, i)


def _progressive(tokens: list[Token], i: int) -> bool:
    """Say whether an unknown word is what somebody is at: "is leasing three aircraft"."""
    low = tokens[i].low
    if tokens[i].cap or not low.endswith("ing") or len(low) < 6 or not i or tokens[i - 1].tag != "be":
        return False
    return i + 1 < len(tokens) and tokens[i + 1].text[:1].isalnum() and low not in verb_forms()


def _open_class(token: Token, i: int) -> str:
    """Return verb for what may be one, with its readings; a capital within a sentence is a name."""
    low, forms = token.low, verb_forms().get(token.low, ())
    if forms and not (token.cap and i):
        token.forms = forms
        return "verb"
    if low.endswith("ly") and len(low) > 4:
        return "adv"
    if not token.cap and low.endswith("ed") and len(low) > 4 and not (low.startswith("un") and len(low) > 6):
        token.forms = (Form(low, "act", "past"), Form(low, "act", "participle"))
        return "verb"
    return "word"
