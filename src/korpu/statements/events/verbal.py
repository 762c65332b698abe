"""Decides whether a word that could be a verb is one: by its form and the words before and after it."""

from __future__ import annotations

import re

from korpu.statements.events.lexicon import word_list
from korpu.statements.events.token import Token


def _before(tokens: list[Token], i: int) -> Token | None:
    """Return the nearest token before i that is no adverb and stands in no brackets."""
    k = i - 1
    while k >= 0 and (tokens[k].tag in ("adv", "neg") or tokens[k].low == ")"):
        if tokens[k].low == ")":
            opened = next((n for n in range(k, -1, -1) if tokens[n].low == "("), None)
            if not opened:
                break
            k = opened
        k -= 1
    return tokens[k] if k >= 0 else None


_ADJECTIVAL = frozenset(
    ["developing", "existing", "remaining", "working", "outstanding", "growing", "leading", "ongoing", "participating",
     "neighbouring", "demining", "heating", "lighting", "cooling", "pumping", "charging", "drinking", "operating"]
)  # fmt: skip
_MASS = frozenset(
    ["equipment", "machinery", "gear", "infrastructure", "capacity", "system", "network", "supply", "water", "oil",
     "season", "unit", "machine", "plant", "station"]
)  # fmt: skip
_NOUNS_LIKE_ADJECTIVES = frozenset(
    ["initiative", "executive", "representative", "directive", "alternative", "incentive", "objective", "archive",
     "music", "public", "clinic", "republic", "traffic", "topic", "mechanic", "fabric", "polyclinic", "native", "drive",
     "locomotive", "detective", "narrative", "relative", "collective", "critic"]
)  # fmt: skip
_ADJECTIVE = re.compile(r"[\w-]{3,}(?:ous|ful|ional|ical|ive|ic|able|ible)")
_NATION = re.compile(r"[A-Z]\w+(?:ian|ish|ese|ean|ani|tch|nch)")
_PERSONS = frozenset(["i", "we", "you", "they", "he", "she", "it"])
_LINKING = frozenset(["stand", "lie", "remain", "stay", "become", "seem", "appear"])
_WANTED = {
    "be": frozenset(["participle", "gerund"]),
    "have": frozenset(["participle"]),
    "do": frozenset(["base"]),
    "modal": frozenset(["base"]),
    "to": frozenset(["base", "gerund"]),
}


def verbal(tokens: list[Token], i: int) -> bool:
    """Decide whether a word that could be a verb is one here."""
    token, before = tokens[i], _before(tokens, i)
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    tags = {f.tag for f in token.forms}
    if before is None:
        if after is not None and after.tag in ("be", "have", "modal", "do"):
            return False  # "ground was broken"
        opened = i > 0 and bool(tags & {"past", "third"}) and after is not None and after.tag in ("det", "num", "poss")
        return opened or ("gerund" in tags and not _adjectival(token, after)) or "participle" in tags
    if after is not None and after.tag in ("be", "have", "modal", "do") and tags <= {"base", "third"}:
        return before.low in _PERSONS  # "work has begun", but "what they need is"
    if before.tag in _WANTED and token.low not in word_list("chain"):
        return bool(tags & _WANTED[before.tag])
    if before.tag in _WANTED or (before.low in word_list("subject")):
        return True
    if before.tag in ("det", "poss"):
        return before.low in _STANDING and "past" in tags and _opens(after, noun=False)
    if before.tag == "prep":
        compound = after is not None and after.tag == "coord"  # "a batch of demining and protective equipment"
        return tags == {"gerund"} and not compound and not _adjectival(token, after)
    if "gerund" in tags:
        return _gerund(token, before, after)
    if _described(tokens, i, before) or _exemplified(tokens, i) or _followed(tokens, i, before, after):
        return False
    if tags & {"past", "participle"}:
        return _past(tokens, i, before, after)
    if before.tag in ("coord", "punct"):
        return _joined(tokens, i, before, after)
    return _third(tokens, i, before, after) if "third" in tags else _base(tokens, i, before, after)


def _adjectival(token: Token, after: Token | None) -> bool:
    """Say whether a gerund describes the noun after it: "existing lines"."""
    plural = after is not None and (after.low.endswith("s") or after.low in _MASS)
    return token.low in _ADJECTIVAL and plural and after is not None and after.tag == "word"


def _described(tokens: list[Token], i: int, before: Token) -> bool:
    """Say whether what stands before a word makes it a noun: "cooperative ties", "by Russian attacks", "a set of"."""
    if not {f.tag for f in tokens[i].forms} & {"base", "third"} and tokens[i].forms[0].lemma != tokens[i].low:
        return False
    if before.tag == "word" and _ADJECTIVE.fullmatch(before.low) and before.low not in _NOUNS_LIKE_ADJECTIVES:
        return True
    k = i - 1
    if before is not tokens[k]:
        return False
    if _NATION.fullmatch(before.text) and (k == 0 or tokens[k - 1].tag in ("prep", "coord", "verb")):
        return True
    return before.tag == "word" and tokens[i].forms[0].lemma == tokens[i].low and _of_a_kind(tokens, i)


def _followed(tokens: list[Token], i: int, before: Token, after: Token | None) -> bool:
    """Say whether an auxiliary follows a noun that an article opens: "the actual cost would be"."""
    noun = before.tag == "word" and any(f.tag == "base" for f in tokens[i].forms)
    return noun and after is not None and after.tag in _AUXILIARY and tokens[i - 2].tag in ("det", "poss")


_STANDING = frozenset(["most", "many", "several", "few", "all", "both", "another", "others", "some"])
"""Words for how many that stand without their noun: "of the pipes, most came by sea"."""
_AUXILIARY = ("be", "have", "modal", "do")


def _exemplified(tokens: list[Token], i: int) -> bool:
    """Say whether "such as" follows what could be a verb: "design features such as bridges"."""
    return [t.low for t in tokens[i + 1 : i + 3]] == ["such", "as"] and tokens[i].forms[0].tag in ("base", "third")


def _of_a_kind(tokens: list[Token], i: int) -> bool:
    """Say whether "of" follows a word that an article opens: "a comprehensive set of parts", "a total cost of"."""
    if i + 1 >= len(tokens) or tokens[i + 1].low != "of":
        return False
    return any(t.tag in ("det", "poss") for t in tokens[max(0, i - 3) : i])


def _gerund(token: Token, before: Token, after: Token | None) -> bool:
    if _adjectival(token, after):
        return False
    if before.tag == "num" and len(token.forms) == 1 and after is not None and after.low.endswith("s"):
        return False  # "two operating theatres"
    if before.tag == "coord" and (after is None or after.tag == "punct"):
        return False  # "power and heating,"
    if before.tag in ("punct", "verb", "coord", "sub"):
        return True
    return after is not None and after.tag in ("det", "word", "num", "pron")


def _past(tokens: list[Token], i: int, before: Token, after: Token | None) -> bool:
    noun_follows = after is not None and after.tag == "word"
    manner = tokens[i - 1].low.endswith("ly") and before.tag in ("num", "verb", "prep")
    if manner and after is not None and after.tag in ("word", "verb"):
        return False  # "six remotely operated machines", "obtain critically needed equipment"
    described = before.tag == "num" and noun_follows and any(f.tag == "participle" for f in tokens[i].forms)
    if (
        described
        and any(t.tag == "word" and t.low.endswith("s") for t in tokens[i + 1 : i + 3])
        and any(t.tag in ("verb", "be", "have", "modal") for t in tokens[i + 1 :])
    ):
        return False  # "three planned schools were …"
    if tokens[i].forms[0].lemma == tokens[i].low and tokens[i].low.endswith("ed") and noun_follows:
        return False  # no verb that is known: "dangerous or oversized cargo"
    if _listed(tokens, i, before, after):
        return False
    if tokens[i].forms[0].lemma == tokens[i].low and before.tag == "word" and noun_follows:
        return not any(t.tag in ("det", "poss") for t in tokens[max(0, i - 4) : i])
    return not (noun_follows and before.tag == "coord" and not _verb_before(tokens, i))


def _listed(tokens: list[Token], i: int, before: Token, after: Token | None) -> bool:
    """Say whether a participle describes an item: "will benefit from upgraded roads, improved schools and clinics"."""
    if before.low != "," or after is None or after.tag != "word" or after.cap:
        return False
    said = next((t for t in reversed(tokens[:i]) if t.tag in ("verb", "modal", "be", "have")), None)
    return said is not None and not {f.tag for f in said.forms} & {"past", "participle"} and said.low not in _PERFECT


_PERFECT = frozenset(["has", "have", "had", "was", "were", "been"])


def _joined(tokens: list[Token], i: int, before: Token, after: Token | None) -> bool:
    """Decide on a present form after "and" or a mark; after the second comma the subject's verb may come."""
    closing = before.low == "," and sum(t.low == "," for t in tokens[:i]) > 1 and not _predicated(tokens[:i])
    object_follows = after is not None and after.tag in ("det", "pron", "num", "poss")
    if not closing and not object_follows and _told_as_past(tokens, i):
        return False
    if closing and any(f.tag == "third" for f in tokens[i].forms):
        return _opens(after, noun=any(t.low in ("which", "who") for t in tokens[:i]))
    if before.tag == "coord" and tokens[i].low in _GOODS and not object_follows:
        return False  # "provide electricity and heat to a million people"
    if before.low == "," and after is not None and after.tag == "word" and {f.tag for f in tokens[i].forms} == {"base"}:
        return any(t.tag in ("to", "modal") for t in tokens[:i])  # "transformers, flow restrictors" lists things
    return _opens(after) and _verb_before(tokens, i)


_GOODS = frozenset(["heat", "water", "power", "light", "fuel", "shelter", "food", "transport", "trade", "aid"])


def _predicated(before: list[Token]) -> bool:
    """Say whether a clause that nothing is inserted into has its verb already."""
    inserted = any(t.low in ("which", "who", "whose", "where") for t in before)
    return not inserted and any(t.tag in ("modal", "be", "have") for t in before)


def _third(tokens: list[Token], i: int, before: Token, after: Token | None) -> bool:
    closed = after is None or after.low == "." or (after.low == "," and any(t.tag == "sub" for t in tokens[:i]))
    if closed and not _verb_before(tokens, i):
        return before.tag == "word"  # "no budget exists.", "if the bank agrees, …"
    if _governed(tokens, i):
        return False
    year = before.tag == "num" and len(before.low) == 4 and before.low.isdigit()
    made = i > 1 and before.tag == "verb" and before.low.endswith("ed") and tokens[i - 2].tag == "word"
    given = before.tag == "verb" and any(t.low in ("that", "which") for t in tokens[max(0, i - 7) : i - 1])
    if given and after is not None and after.tag in ("num", "det", "prep") and not before.low.endswith("ing"):
        return True  # "the bakery that the Irish built sells 900 loaves"
    certain = tokens[i].low in word_list("finite") and not _verb_before(tokens[: i - made], i)
    subject = before.tag == "word" or before.low == "one" or year or (made and certain)  # "the aid given includes"
    return subject and not before.low.endswith("ing") and _opens(after, noun=before.cap or certain)


def _governed(tokens: list[Token], i: int) -> bool:
    """Say whether the nouns before a word are governed: "signed a memorandum on rail links", "drove Russian ships"."""
    k = i
    while k and tokens[k - 1].tag == "word" and not tokens[k - 1].cap:
        k -= 1
    if 0 < k < i and tokens[k - 1].tag == "prep" and _verb_before(tokens, k):
        return True
    while k and tokens[k - 1].tag == "word":
        k -= 1
    return 0 < k < i and tokens[k - 1].tag == "verb" and tokens[k - 1].forms[0].cls != "report"


def _base(tokens: list[Token], i: int, before: Token, after: Token | None) -> bool:
    if before.tag == "num" and _measured(tokens, i):
        return False
    if before.tag == "num" or (before.low in ("them", "these", "those") and i > 1):
        return after is not None and after.tag in ("prep", "to", "adv", "det")
    if before.tag != "word" or not before.low.endswith("s") or before.low.endswith(("ss", "us", "is", "as")):
        return False
    return tokens[i].low in _LINKING or tokens[i].low in word_list("unnominal") or _opens(after, noun=False)


def _measured(tokens: list[Token], i: int) -> bool:
    """Say whether an amount before a word belongs to its article: "a EUR 5 million grant"."""
    k = i - 1
    while k > 0 and (tokens[k].tag in ("num", "punct") or tokens[k].cap):
        k -= 1
    return k < i - 1 and tokens[k].tag in ("det", "poss")


def _verb_before(tokens: list[Token], i: int) -> bool:
    return any(t.tag in ("verb", "modal", "be", "have") for t in tokens[:i])


def _told_as_past(tokens: list[Token], i: int) -> bool:
    """Say whether the last finite verb before i is a past or perfect: a present form joined to it is a noun."""
    for token in reversed(tokens[:i]):
        if token.tag in ("have", "be", "do", "modal"):
            return token.low in ("was", "were", "had", "did", "has", "have", "been")
        if token.tag == "verb":
            return {f.tag for f in token.forms} <= {"past", "participle"}
    return False


def _opens(after: Token | None, *, noun: bool = True) -> bool:
    """Say whether what follows may open an object or complement of a verb."""
    if after is None or (after.tag == "punct" and noun):
        return True
    if after.tag in ("det", "prep", "num", "to", "adv", "pron", "poss", "neg") or after.low == "that":
        return True
    if after.tag == "verb":
        return any(f.tag in ("gerund", "participle") for f in after.forms)
    return noun and after.tag == "word"
