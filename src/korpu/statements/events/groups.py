"""Finds the verb groups of a sentence ("has already been delivered", "hope to start implementing") and what they say.

A group knows its main verb and class, whether the event is done, running, planned, possible or needed, and whether it
is denied. A chain of verbs takes its meaning from the governing one: what is hoped for or pledged is not yet done.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from korpu.statements.events.lexicon import Form, word_list
from korpu.statements.events.token import Token

_BE = Form("be", "be", "base")
_HAVE = Form("have", "hold_on", "base")


@dataclass(frozen=True)
class Group:
    """A verb group: tokens [first, last], the main verb, and how it is meant.

    `time` is done, now or planned; `mood` is real, potential, pledged, planned, need, decided, interested or failed;
    `finite` is False for participles and gerunds that stand without an auxiliary.
    """

    first: int
    last: int
    verb: Form
    time: str
    mood: str = "real"
    passive: bool = False
    negated: bool = False
    ended: bool = False
    pending: bool = False
    finite: bool = True
    habitual: bool = False


def groups(tokens: Sequence[Token]) -> list[Group]:
    """Return the verb groups of a sentence in order."""
    found: list[Group] = []
    i = 0
    while i < len(tokens):
        if not found and tokens[i].tag == "verb" and tokens[0].tag == "to" and _joined_to(tokens, i):
            i += 1  # "To increase transit and promptly move goods, …" is one purpose
        elif tokens[i].tag in ("modal", "be", "have", "do", "verb"):
            group = _chain(tokens, _group(tokens, i))
            found.append(group)
            i = group.last + 1
        elif tokens[i].tag == "to" and (at := _infinitive(tokens, i)):
            inner = _chain(tokens, _group(tokens, at))
            if found and tokens[i - 1].tag == "coord" and found[-1].mood in _JOINING:
                # "are to start in March and to be completed in May"
                found.append(replace(inner, first=i, time=found[-1].time, mood=found[-1].mood))
            elif not found and _resolved(tokens[:i]):
                found.append(replace(inner, first=i, mood="decided"))
            i = inner.last + 1 if found and found[-1].first == i else _passed(tokens, at)
        else:
            i += 1
    if not any(g.finite for g in found) and tokens and tokens[0].tag == "to" and (at := _infinitive(tokens, 0)):
        found.insert(0, replace(_chain(tokens, _group(tokens, at)), first=0, mood="decided"))  # "To allocate 3 million"
    return found


def _joined_to(tokens: Sequence[Token], i: int) -> bool:
    """Say whether a base form is joined by "and" to what stands before it."""
    k = i - 1
    while k > 0 and tokens[k].tag == "adv":
        k -= 1
    plain = any(f.tag == "base" for f in tokens[i].forms) and tokens[i].forms[0].lemma == tokens[i].low
    return plain and tokens[k].tag == "coord"


def _infinitive(tokens: Sequence[Token], i: int) -> int:
    """Return where the verb stands that "to" at i governs, past an adverb ("to fully deliver"); 0 for none."""
    k = i + 1
    if k + 1 < len(tokens) and tokens[k].tag == "adv":
        k += 1
    return k if k < len(tokens) and tokens[k].tag in ("verb", "be", "have") else 0


def _passed(tokens: Sequence[Token], at: int) -> int:
    """Return where to go on after an infinitive that is no event, with one joined to it: "to renovate and upgrade"."""
    k = _group(tokens, at).last + 1
    if k + 1 < len(tokens) and tokens[k].tag == "coord":
        k += 1 + (tokens[k + 1].tag == "adv")
        joined = tokens[min(k, len(tokens) - 1)]
        if any(f.tag == "base" for f in joined.forms) and joined.forms[0].lemma == joined.low:
            return k + 1
    return k


_JOINING = ("planned", "pledged", "decided", "potential", "need", "failed")


def _resolved(before: Sequence[Token]) -> bool:
    """Say whether an infinitive opens an item of a resolution: "(a) to lease two buses"; it says what was decided."""
    return bool(before) and all(t.tag in ("punct", "num") or len(t.low) == 1 for t in before)


def _group(tokens: Sequence[Token], i: int) -> Group:
    """Read one group from its first auxiliary to its main verb."""
    first, aux, negated = i, [], False
    last_aux = i
    while i < len(tokens):
        token = tokens[i]
        if token.tag in ("modal", "be", "have", "do"):
            aux.append(token)
            last_aux = i
            i += 1
        elif token.tag == "neg" or (token.tag == "adv" and (aux or i > first)):
            i += 1
        elif token.tag == "verb" and (not aux or _fits(token, aux[-1])):
            return _read(tokens, first, i, aux, token.forms)
        elif aux and aux[-1].tag in ("modal", "do", "have") and token.tag in ("pron",) and i == first + 1:
            i += 1  # inverted: "have we", "can you"
        else:
            break
    negated = any(t.tag == "neg" for t in tokens[first : last_aux + 3] if t.tag in ("neg", "adv", "be", "have"))
    main = _BE if aux[-1].tag == "be" else _HAVE if aux[-1].tag == "have" else _BE
    return _describe(tokens, Found(first, last_aux, aux[:-1] or aux, (main,), negated, aux[-1]))


def _fits(token: Token, aux: Token) -> bool:
    tags = {f.tag for f in token.forms}
    if aux.tag in ("modal", "do"):
        return "base" in tags
    if aux.tag == "have":
        return "participle" in tags
    return bool(tags & {"participle", "gerund"})


def _read(tokens: Sequence[Token], first: int, last: int, aux: list[Token], forms: tuple[Form, ...]) -> Group:
    negated = any(t.tag == "neg" for t in tokens[first:last])
    before = tokens[first - 1] if first else None
    if before is not None and before.tag == "neg":
        negated = True
    return _describe(tokens, Found(first, last, aux, forms, negated))


@dataclass(frozen=True)
class Found:
    """The parts of a verb group: its first and last token, auxiliaries, the main verb; `lone` is a bare "is"."""

    first: int
    last: int
    aux: list[Token]
    forms: tuple[Form, ...]
    negated: bool
    lone: Token | None = None


def _describe(tokens: Sequence[Token], found: Found) -> Group:
    first, last, aux, lone, negated = found.first, found.last, found.aux, found.lone, found.negated
    words = [t.low for t in aux]
    adverbs = {t.low for t in tokens[max(0, first - 2) : min(len(tokens), last + 3)] if t.tag in ("adv", "neg", "word")}
    form = _pick(found.forms, words[-1] if words and lone is None else None)
    last_aux = aux[-1].tag if aux and lone is None else None
    passive = last_aux == "be" and form.tag == "participle"
    progressive = last_aux == "be" and form.tag == "gerund"
    mood, time = "real", "now"
    if any(w in ("will", "'ll", "shall", "wo") for w in words):
        time = "planned"
    elif any(w in ("could", "may", "might", "can", "ca") for w in words) or any(w in ("would",) for w in words):
        mood = "potential"
    elif any(w in ("must", "should") for w in words):
        time = "planned"
    perfect = any(w in word_list("have") for w in words)
    past_aux = any(w in ("was", "were", "had", "did", "been") for w in words)
    if time == "now" and mood == "real":
        if lone is not None:
            time = "done" if lone.low in ("was", "were", "had", "did") else "now"
        elif progressive and perfect:
            time = "now"
        elif past_aux or perfect or (not aux and form.tag == "past"):
            time = "done"
        elif passive and (form.cls not in ("pay", "hold_on", "deliver", "act") or form.lemma in _RESULTS):
            time = "done" if words[-1] not in ("being",) else "now"
    running = time == "now" and passive and words[-1] == "being" and form.cls not in ("build", "stop", "fail")
    if mood == "potential" and words[0] == "could" and negated:
        mood, time = "failed", "done"
    if mood == "potential" and words[0] in ("can", "may") and form.lemma in ("continue", "keep", "remain", "pass"):
        mood = "real"
    if (
        perfect
        and _lasting(tokens[last + 1 :])
        and not any(t.tag == "num" for t in tokens[last + 1 : last + 3] if tokens[last + 1].low not in ("since", "for"))
        and not any(a.low == "first" and b.low == "time" for a, b in pairwise(tokens[last + 1 :]))
        and not _past_perfect(words)
        and form.cls in ("hold_on", "be", "act")
        and time == "done"
    ):
        time = "now"
    finite = bool(aux) or form.tag in ("past", "third", "base")
    if words[:1] in (["having"], ["being"]):
        finite = False
    ended = "longer" in {t.low for t in tokens[max(0, first - 1) : last + 2] if t.tag == "adv"}
    pending = "yet" in adverbs and (negated or "have" in {t.tag for t in aux} or (lone is not None))
    return Group(
        first, last, form, time, mood, passive, negated and not ended, ended, pending and not negated, finite, running
    )  # fmt: skip


def _lasting(tokens: Sequence[Token]) -> bool:
    """Say whether what follows tells of a time that lasts: "since May", "for many years"."""
    words = [t.low for t in tokens]
    ever = any(w in words for w in ("since", "always"))
    return ever or any(
        a == "for" and {"years", "decades", "months"} & set(words[k : k + 5]) for k, a in enumerate(words[:8])
    )


def _past_perfect(words: list[str]) -> bool:
    """Say whether the auxiliaries are those of the past perfect ("had been")."""
    return "had" in words


def _pick(forms: tuple[Form, ...], aux: str | None) -> Form:
    """Choose among the readings of a form by the auxiliary before it; the first reading otherwise."""
    wanted: tuple[str, ...] = ("past", "third", "base", "participle", "gerund")
    if aux in word_list("be"):
        wanted = ("gerund", "participle")
    elif aux in word_list("have"):
        wanted = ("participle",)
    elif aux is not None:
        wanted = ("base",)
    for tag in wanted:
        for form in forms:
            if form.tag == tag:
                return form
    return forms[0]


_RESULTS = frozenset(["do", "sign", "establish", "found", "set", "translate", "settle", "solve"])
"""Verbs whose passive present tells of a result, not of a habit: "the treaty is signed"."""
_GOVERNORS = {"plan": "planned", "pledge": "pledged", "need": "need", "decide": "decided", "consider": "potential"}


def _chain(tokens: Sequence[Token], group: Group) -> Group:
    """Follow "hope to start", "have to", "is ready to", "keep helping" to the verb that says what is done."""
    k = group.last + 1
    while k < len(tokens) and tokens[k].tag == "adv":
        k += 1
    if k >= len(tokens):
        return group
    word, governor = tokens[k].low, None
    if group.verb.lemma in ("be", "stand", "remain", "feel") and tokens[k].tag in ("word", "verb"):
        governor = _adjective(word)
        if governor:
            k += 1
            while k < len(tokens) and tokens[k].tag == "adv":
                k += 1
            if governor == "interested" and k + 1 < len(tokens) and tokens[k].low == "in":
                k += 1
    if group.passive and group.verb.lemma == "set" and tokens[k].low == "to":
        governor = "planned"  # "is set to visit"
    gerund = k < len(tokens) and tokens[k].tag == "verb" and any(f.tag == "gerund" for f in tokens[k].forms)
    infinitive = k + 1 < len(tokens) and tokens[k].tag == "to" and tokens[k + 1].tag in ("verb", "be", "have", "adv")
    if governor == "interested":
        return replace(group, mood="interested")
    if not (infinitive or (gerund and group.verb.lemma in word_list("progress"))):
        vowed = governor == "pledged" and word != "ready" and tokens[k].low in ("to", "that")
        return replace(group, mood="pledged") if vowed else group
    if not governor and group.verb.lemma not in word_list("chain"):
        return group
    step = 1 if infinitive else 0
    if k + step < len(tokens) and tokens[k + step].tag == "adv":
        step += 1
    if k + step >= len(tokens) or tokens[k + step].tag not in ("verb", "be", "have"):
        return group
    inner = _chain(tokens, _group(tokens, k + step))
    return _merge(tokens, group, inner, governor)


def _adjective(word: str) -> str | None:
    if word in word_list("ready"):
        return "pledged"
    if word in word_list("planned"):
        return "planned"
    if word in word_list("interested"):
        return "interested"
    return "pass" if word in word_list("pass") else None


_DUTY = frozenset(["task", "job", "role", "duty", "mission", "function", "mandate", "work", "responsibility"])


def _merge(tokens: Sequence[Token], outer: Group, inner: Group, governor: str | None) -> Group:
    """Give the inner verb the meaning that the governing verb lends it."""
    base = replace(inner, first=outer.first, time=outer.time, mood=outer.mood, finite=outer.finite)
    base = replace(base, negated=outer.negated or inner.negated, ended=outer.ended)
    lemma, cls = outer.verb.lemma, outer.verb.cls
    if lemma == "have" and outer.pending:
        return replace(base, pending=True, negated=False)
    if lemma == "have" and outer.time == "done" and not base.negated:
        return replace(base, mood="real")  # "had to be called off": what had to be done was done
    if lemma == "have":
        return replace(base, mood="need")
    if lemma == "be" and governor is None:
        duty = any(t.low in _DUTY for t in tokens[: outer.first])
        if outer.time == "done" and any(t.tag == "have" for t in tokens[outer.first : inner.last]):
            return replace(base, mood="failed")  # "was to have begun"
        return replace(base, time="now", habitual=True) if duty else replace(base, mood="planned")
    if lemma in ("ask", "request", "invite", "urge") and outer.passive:
        return replace(base, mood="need")
    if lemma in ("fail", "refuse", "cease", "stop"):
        return replace(base, mood="failed") if cls == "fail" else replace(base, ended=True)
    if outer.mood == "real" and (governor or cls) in (*_GOVERNORS, "pledged", "planned"):
        mood = governor if governor in ("pledged", "planned") else _GOVERNORS.get(cls, "real")
        if inner.mood != "real":
            mood = inner.mood if mood == "real" else mood
        return replace(base, mood=mood if mood else "real")
    if lemma in word_list("progress") and outer.time == "now":
        return replace(base, habitual=True)
    if lemma in ("begin", "start") and outer.time == "done" and outer.mood == "real" and not base.negated:
        return replace(base, time="now")  # "have begun to leave" are leaving
    if lemma in ("try", "work", "seek", "look", "search") and outer.time == "now":
        return replace(base, habitual=True)
    return base
