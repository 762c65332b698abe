"""Events told by nouns: "the opening of the restored clinic", "the adoption of the roadmap", "my visit to the region"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from korpu.statements.frames.clauses import Clause
from korpu.statements.frames.groups import Group
from korpu.statements.frames.lexicon import event_nouns
from korpu.statements.frames.words import Word

_LINKS = frozenset({"of", "on", "to", "for", "in", "at", "between", "with", "from"})
_STOPS = frozenset({";", ":", "—", "–", ".", "?", "!"})


@dataclass(slots=True)
class Nominal:
    """An event noun with its phrase: words [start, end), the noun at `head`, its verb class."""

    start: int
    end: int
    head: int
    cls: str
    bare: bool


def nominals(words: Sequence[Word], found: Sequence[Group], clauses: Sequence[Clause]) -> list[Nominal]:
    """Return the event noun phrases of a sentence that are not merely the object that a verb completes."""
    busy = {i for g in found for i in range(g.start, g.end)}
    made: list[Nominal] = []
    for i, word in enumerate(words):
        cls = event_nouns().get(word.low)
        if cls is None or i in busy or word.possessive or (word.capital and i and not words[i - 1].text in "-:"):
            continue
        follow = words[i + 1] if i + 1 < len(words) else None
        if follow is None or follow.low not in _LINKS:
            continue
        if follow.low not in ("of", "on") and not (
            cls in ("visit", "decide", "meet", "sign", "consider", "need", "open", "build")
            and follow.low in ("to", "between", "with", "in", "for")
        ):
            continue
        if (
            made
            and i < made[-1].end
            and (made[-1].cls == cls or words[made[-1].head].low in ("completion", "achievement"))
        ):
            continue
        start = _phrase_start(words, i)
        while start > 0 and words[start].possessive and words[start - 1].capital and words[start - 1].plain:
            start -= 1
        if start == i and follow.low != "of":
            continue
        start, end = _fronted(words, start, _phrase_end(words, i, busy), found)
        made.append(Nominal(start, end, i, cls, start == i))
    return made


def _phrase_start(words: Sequence[Word], i: int) -> int:
    """Go back over adjectives to the determiner."""
    j = i
    while j > 0:
        word = words[j - 1]
        if word.kinds & {"det"} or word.possessive:
            return j - 1
        if word.plain and not word.low.endswith("ing") or word.figure is not None:
            j -= 1
            continue
        break
    return j


def _fronted(words: Sequence[Word], start: int, end: int, found: Sequence[Group]) -> tuple[int, int]:
    """Widen an event that opens the sentence ("During the visit in May, two weeks before …,") up to its clause."""
    first = next((g for g in found if g.finite), None)
    if start != 1 or words[0].low not in ("during", "following", "after") or first is None or first.start <= end:
        return start, end
    commas = [j for j in range(end - 1, first.start) if words[j].text == ","]
    return (0, commas[-1]) if commas else (0, end)


def event_phrase_end(words: Sequence[Word], i: int) -> int:
    """Return where the noun phrase around word i ends: before a comma, a verb of its own or a relative."""
    return _phrase_end(words, i, set())


def _phrase_end(words: Sequence[Word], i: int, busy: set[int]) -> int:
    """Go on to the end of the phrase: before a verb, a relative, a stop or another event noun phrase."""
    j = i + 1
    while j < len(words):
        word = words[j]
        if word.text in _STOPS or "rel" in word.kinds and "det" not in word.kinds:
            break
        if j in busy and j > i + 1 and not (words[j - 1].low == "to" and j == i + 2):
            if _participle_end(words, j):
                break
        if word.text == ",":
            if _goes_on(words, j, busy):
                j += 1
                continue
            break
        if word.low in ("and", "or", "along") and _new_event(words, j):
            break
        if "sub" in word.kinds and not word.kinds & {"prep"}:
            break
        j += 1
    while j > i + 1 and words[j - 1].kinds & {"coord", "prep", "det", "adv", "subj"} and words[j - 1].figure is None:
        j -= 1
    return j


def _participle_end(words: Sequence[Word], j: int) -> bool:
    return bool(words[j].kinds & {"be", "have", "modal", "do"}) or not words[j].low.endswith("ing")


def _goes_on(words: Sequence[Word], j: int, busy: set[int]) -> bool:
    """Whether a comma stands in a list of names or nouns that the phrase goes on with."""
    for k in range(j + 1, min(j + 8, len(words))):
        if k in busy or words[k].kinds & {"rel", "sub", "subj"} or words[k].text in ".;:":
            return False
        if words[k].low in ("and", "or"):
            return not _new_event(words, k)
    return False


def _new_event(words: Sequence[Word], j: int) -> bool:
    return any(
        w.low in event_nouns() and (k == 0 or True) for k, w in enumerate(words[j + 1 : j + 5]) if not w.capital
    ) and bool(words[j + 1].kinds & {"det", "prep"})
