"""Check *promise_after_delivery*: what was delivered under a promise cannot arrive before the promise was made."""

from __future__ import annotations

import re
from collections.abc import Iterator

from korpu.kernel.edtf import EdtfTime, format_time, is_edtf, parse
from korpu.kernel.finding import Finding
from korpu.statements.checks.events import time_of
from korpu.statements.checks.scene import Line, Placed, Scene

_PROMISE = re.compile(
    r"\b(?:promised|pledged|decreed|allocat(?:ed|ing)|signed (?:a|the|an) (?:decree|order|agreement|resolution|"
    r"contract)|decree|undertook|committed)\b",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"\b(?:under|by|according to|in line with|on the basis of|pursuant to|as part of|thanks to) "
    r"(?:that|this|the same|the said) (?:decree|order|agreement|resolution|contract|pledge|promise|decision|programme|"
    r"program|commitment|document)\b"
    r"|\b(?:everything|all) (?:that )?(?:we|was|were|had been|they|it)?\s*(?:had )?(?:been )?promised\b"
    r"|\bas promised\b|\b(?:the|this|that) (?:promised|pledged) \w+"
    r"|\b(?:this|that|the) (?:promise|pledge) was (?:kept|fulfilled|honoured)\b",
    re.IGNORECASE,
)
_DELIVERED = re.compile(
    r"\b(?:delivered|handed over|arrived|shipped|received|sent|completed|reached|transferred|kept|fulfilled|honoured|"
    r"been (?:running|working|operating|in use|in operation|in service|serving)|installed|put into operation|opened)\b",
    re.IGNORECASE,
)
# "The generators that the council promised in June have been running since …": the clause speaks of its subject.
_CLAUSE = re.compile(
    r"\b(?:that|which|whom)?\s*(?:[\w'’.-]+\s+){0,7}(?:promised|pledged|announced|allocated|committed)\b[^,;:]*?"
    r"\b(?:was|were|have|has|had|is|are|arrived|reached|came)\b",
    re.IGNORECASE,
)
_HAD = re.compile(
    r"\bhad (?:pledged|promised) (?:them|it|these|this)\b|\b(?:they|it) had been (?:pledged|promised)\b", re.I
)
_AGREED = re.compile(
    r"\b(?:under|by|according to|in line with|pursuant to|on the basis of)\s+(?:the|an?|its|our)\s+(?:\w+\s+){0,3}"
    r"(?:agreement|decree|contract|resolution|order|pledge|decision|promise)\s+"
    r"(?:of|dated|from|made (?:in|on)|(?:signed|adopted|concluded) (?:on|in))\s+",
    re.IGNORECASE,
)
_PROMISED_STAGES = frozenset({"pledged", "decided", "allocated"})
_DELIVERED_STAGES = frozenset({"shipped", "delivered", "handed_over", "in_use"})


def check(scene: Scene) -> Iterator[Finding]:
    """Compare deliveries with the promises that the words tie them to."""
    for index, line in enumerate(scene.lines):
        yield from _told_after(scene, index, line)
        delivered = _DELIVERED.search(line.text)
        if not delivered or len(line.figures) == 0:
            continue
        yield from _within(line)
        yield from _of_date(line, delivered)
        back = _BACK.search(line.text)
        when = _date_near(line, delivered.start())
        for other in (line, *scene.before(index, 2)) if when else ():
            promise = _PROMISE.search(other.text)
            if not promise or (other is line and (not back or back.start() <= promise.start() < back.end())):
                continue
            made = _date_near(other, promise.start())
            if when and made and when is not made and (back or (other is not line and _shared(other, line))):
                yield from _compare(line, when, other, made)
            break
    yield from _framed(scene)


def _told_after(scene: Scene, index: int, line: Line) -> Iterator[Finding]:
    """Read "They were handed over in January. The government had pledged them in March."."""
    promise = _HAD.search(line.text)
    earlier = next(scene.before(index), None) if promise else None
    delivered = earlier and _DELIVERED.search(earlier.text)
    if promise is None or earlier is None or not delivered:
        return
    made, when = _date_near(line, promise.start()), _date_near(earlier, delivered.start())
    if made and when:
        yield from _compare(earlier, when, line, made)


def _of_date(line: Line, delivered: re.Match[str]) -> Iterator[Finding]:
    """Read "Under the agreement of 5 May 2025 the first buses arrived on 3 March 2025"."""
    found = _AGREED.search(line.text)
    made = next((p for p in line.figures if found and p.start == found.end() and time_of(p)), None)
    others = [p for p in line.figures if p is not made and time_of(p) and 0 < p.start - delivered.end() < 30]
    if made and others:
        yield from _compare(line, others[0], line, made)


def _within(line: Line) -> Iterator[Finding]:
    """Read "the generators that X promised in June have been running since February" in one sentence."""
    clause = _CLAUSE.search(line.text)
    delivered = clause and _DELIVERED.search(line.text, clause.end() - 8)
    if not clause or not delivered or re.search(r"[,;:]", line.text[clause.end() : delivered.start()]):
        return
    dated = [p for p in line.figures if time_of(p) is not None]
    made = [p for p in dated if clause.start() <= p.start < clause.end()]
    when = [p for p in dated if p.start >= delivered.end() and p.start - delivered.end() < 60]
    if len(made) == 1 and len(when) == 1:
        yield from _compare(line, when[0], line, made[0])


def _shared(promise: Line, delivery: Line) -> bool:
    """Whether the delivery takes up the very number promised: "twelve generators … all twelve arrived"."""
    definite = [
        p
        for p in delivery.figures
        if p.figure.kind == "count"
        and re.search(r"\b(?:all|the|these|those)\s+$", delivery.text[: p.start], re.IGNORECASE)
    ]
    counts = {p.figure.value for p in promise.figures if p.figure.kind == "count"}
    return any(p.figure.value in counts for p in definite)


def _date_near(line: Line, position: int) -> Placed | None:
    """The date nearest to a verb in its line."""
    dated = [p for p in line.figures if time_of(p) is not None]
    return min(dated, key=lambda p: min(abs(p.start - position), abs(p.end - position)), default=None)


def _compare(line: Line, when: Placed, other: Line, made: Placed) -> Iterator[Finding]:
    delivered, promised = time_of(when), time_of(made)
    if delivered and promised and delivered.ends_before(promised):
        ranges = (*other.ranges(made.start, made.end), *line.ranges(when.start, when.end))
        yield _finding(ranges, delivered, promised, certain=when.figure.inferred is None)


def _framed(scene: Scene) -> Iterator[Finding]:
    """Compare candidates of delivery with the candidates that they point back to."""
    candidates = scene.reading.candidates
    for candidate in candidates:
        if (
            candidate.stage not in _DELIVERED_STAGES
            or candidate.refers_to is None
            or candidate.refers_to >= len(candidates)
        ):
            continue
        promise = candidates[candidate.refers_to]
        if promise.stage not in _PROMISED_STAGES or not candidate.when or not promise.when:
            continue
        if not is_edtf(candidate.when) or not is_edtf(promise.when):
            continue
        delivered, promised = parse(candidate.when), parse(promise.when)
        if delivered.ends_before(promised):
            yield _finding((*promise.ranges, *candidate.ranges), delivered, promised, certain=True)


def _finding(ranges: tuple[tuple[int, int], ...], delivered: EdtfTime, promised: EdtfTime, *, certain: bool) -> Finding:
    return Finding(
        "promise_after_delivery",
        "error" if certain else "warning",
        "The delivery is dated before the promise that it is said to keep.",
        ranges,
        f"delivered {format_time(delivered.text)}, promised {format_time(promised.text)}",
    )
