"""Finds wholes and the parts that a sentence says they have: "48 sappers, of whom 22 serve here and 31 there"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from korpu.statements.checks.scene import Line, Placed, Scene

_KINDS = ("money", "count", "measure")
_OF_THEM = re.compile(
    r"^(?:out )?of (?:this|that|it)(?: (?:sum|amount|total|money|package|grant|budget))?\b"
    r"|\b(?:of|among|from) (?:which|whom|them|these|those)\b|\b(?:з (?:яких|них)|серед (?:яких|них)|из (?:которых|них)|"
    r"onlardan|onlardan \w+)\b",
    re.IGNORECASE,
)
_INCLUDING = re.compile(r"[,(]\s*(?:including|among them|у тому числі|зокрема|в том числе|o cümlədən)\b", re.IGNORECASE)
_OUT_OF = re.compile(
    r"(?:^|[,;:]\s|\band\s)(?:out )?of (?:(?:the|these|those|our|its|this|all)\s+(?:the\s+)?(?:\w+\s+)?)?$",
    re.IGNORECASE,
)
_N_OF_M = re.compile(
    r"\s+(?:out\s+)?of\s+(?:(?:the|its|their|our|these|those|all|a total of)\s+){0,2}(?:\w+\s+)?", re.IGNORECASE
)
_TOTAL = re.compile(r"\b(?:in total|a total of|in all|altogether),?\s+$", re.IGNORECASE)
_NAMELY = re.compile(
    r"(?:,\s*(?:namely|that is|i\.e\.|viz\.?|а саме|а именно|yəni)\b|\b(?:consist(?:s|ing) of|made up of|composed of|"
    r"compris(?:es|ing))\b|:)",
    re.IGNORECASE,
)
_REST = re.compile(r",\s+(?:which|who|was|were|is|are|has|have|had|will|shall|would)\b.*$", re.IGNORECASE)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|belong\w*|serve\w*|went|go|goes|"
    r"became|remain\w*|live|lives|work|works)\b",
    re.IGNORECASE,
)
_LEAD = re.compile(r"\s+(?:\w+\s+)?(in|to|for|from|at|by|on|with|у|в|на|для|до|з|із)\s", re.IGNORECASE)
_ITEM_START = re.compile(
    r"(?:^|[,;]|[,;]?\s*\band|[,;]?\s*\bта|[,;]?\s*\bі|[,;]?\s*\bи|[,;]?\s*\bvə)\s*"
    r"(?:about|around|almost|nearly|over|some|another|a further|the|by|as much as|roughly)?\s*(?:US|EUR|USD)?\s*$",
    re.IGNORECASE,
)
TIME_UNITS = re.compile(
    r"(?:years?|months?|weeks?|days?|nights?|hours?|minutes?|times?|centur\w+|decades?|storeys?|floors?|рок\w*|місяц\w*|"
    r"дн\w*|день|лет|год\w*|il|ay|gün)\b",
    re.IGNORECASE,
)
_PERSONS = re.compile(
    r"(?:people|persons?|children|girls?|boys?|women|men|adults?|orphans?|students?|pupils?|patients?|civilians?|"
    r"soldiers?|officers?|prisoners?|refugees?|families|staff|experts?|specialists?|doctors?|sappers?|participants?|"
    r"residents?|citizens?|дітей|осіб|людей|жінок|детей|человек|uşaq|nəfər)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Breakdown:
    """A whole and its stated parts.

    `exclusive` parts cannot overlap, so that their sum counts; `complete` says that the words claim nothing is left.
    """

    whole: Placed
    parts: tuple[Placed, ...]
    exclusive: bool
    complete: bool
    whole_line: Line


def breakdowns(scene: Scene, index: int) -> Iterator[Breakdown]:
    """Yield the wholes and parts that a line names."""
    line = scene.lines[index]
    figures = [p for p in line.figures if p.figure.kind in _KINDS and p.figure.number is not None]
    figures = [p for p in figures if not _is_time(line, p)]
    yield from _direct(line, figures)
    for match in _OF_THEM.finditer(line.text):
        yield from _partitive(scene, index, line, figures, match)
    for match in _INCLUDING.finditer(line.text):
        whole = _last_before(figures, match.start())
        part = next((p for p in figures if p.start >= match.end()), None)
        if whole and part and _same_things(line, whole, line, part) and part.start - match.end() < 40:
            yield Breakdown(whole, (part,), exclusive=False, complete=False, whole_line=line)
    yield from _listed(line, figures)
    yield from _totalled(line, figures)


def _is_time(line: Line, placed: Placed) -> bool:
    after = line.text[placed.end : placed.end + 16].lstrip(" -")
    return placed.figure.kind != "money" and TIME_UNITS.match(after) is not None


def _last_before(figures: list[Placed], position: int) -> Placed | None:
    return next((p for p in reversed(figures) if p.end <= position and position - p.end < 140), None)


def noun(line: Line, placed: Placed) -> str:
    """The words right after a figure, up to a mark: what it counts, as far as the text tells."""
    found = re.match(r"[ -]+([^\W\d_][^,;:.()–—]*)", line.text[placed.end : placed.end + 60])
    return found.group(1).lower() if found else ""


def _same_things(a_line: Line, a: Placed, b_line: Line, b: Placed) -> bool:
    """Whether a part is counted in the things of the whole: one unit, one noun, or persons both."""
    if a.figure.kind != b.figure.kind:
        return False
    if a.figure.kind == "money":
        return a.figure.unit == b.figure.unit or None in (a.figure.unit, b.figure.unit)
    if a.figure.unit and a.figure.unit == b.figure.unit:
        return True
    first, second = noun(a_line, a), noun(b_line, b)
    if _PERSONS.search(first) and _PERSONS.search(second):
        return True
    heads = {w[:5] for w in re.findall(r"[^\W\d_]{4,}", first)[:3]}
    return bool(heads & {w[:5] for w in re.findall(r"[^\W\d_]{4,}", second)[:3]})


def _direct(line: Line, figures: list[Placed]) -> Iterator[Breakdown]:
    """Read "9 of the 11" and "Of the 45 generators, 30 …"."""
    for first, second in pairwise(figures):
        if first.figure.kind == second.figure.kind and _N_OF_M.fullmatch(line.text[first.end : second.start]):
            yield Breakdown(second, (first,), exclusive=False, complete=False, whole_line=line)
    for i, whole in enumerate(figures):
        if not _OUT_OF.search(line.text[: whole.start]):
            continue
        parts = [p for p in figures[i + 1 :] if _comparable(line, whole, p)]
        gap = line.text[whole.end : parts[0].start] if parts else ""
        comma = "," in gap or re.fullmatch(r"(?:\s+\w+){1,3}\s+", gap) is not None
        if parts and comma:
            yield Breakdown(whole, _parallel(line, parts), exclusive=True, complete=False, whole_line=line)


def _comparable(line: Line, whole: Placed, part: Placed) -> bool:
    if part.figure.kind == "count" == whole.figure.kind and _bare(line, part):
        return True
    return _same_things(line, whole, line, part)


def _bare(line: Line, placed: Placed) -> bool:
    """Whether a count stands without a noun: followed by a verb, a preposition, a mark or nothing."""
    after = noun(line, placed)
    return (
        not after or bool(_FINITE.match(after)) or bool(re.match(r"(?:in|to|for|from|at|by|on|with|of|and)\b", after))
    )


def _partitive(
    scene: Scene, index: int, line: Line, figures: list[Placed], match: re.Match[str]
) -> Iterator[Breakdown]:
    """Read "48 sappers: 22 of them …" and "48 sappers, of whom 22 …"; the whole may stand in the line before."""
    tight = next((p for p in figures if line.text[p.end : match.start()] == " "), None)
    ahead = [p for p in figures if p.start >= match.end()]
    parts = [tight, *ahead] if tight else ahead
    if not parts or (
        not tight and (parts[0].start - match.end() > 40 or ";" in line.text[match.end() : parts[0].start])
    ):
        return
    first = parts[0]
    whole, whole_line = _last_before(figures, _range_start(line, figures, min(first.start, match.start()))), line
    opened = _OF_THEM.search(line.text)
    if opened and opened.start() < match.start() and opened.group().lower() == match.group().lower():
        whole = _last_before(figures, opened.start())  # "50 million, of which … 30, of which … 20"
    if (tight and whole is None) or (not tight and whole is None and match.start() < 5):
        whole, whole_line = _whole_before(scene, index)
    if whole is None or whole.figure.kind != first.figure.kind:
        return
    if whole.figure.kind == "money" and not _same_things(whole_line, whole, line, first):
        return
    taken = [first, *(p for p in parts[1:] if p.figure.kind == first.figure.kind and _follows(line, whole, p))]
    group = _parallel(line, taken)
    yield Breakdown(whole, group, exclusive=len(group) > 1, complete=False, whole_line=whole_line)


def _range_start(line: Line, figures: list[Placed], position: int) -> int:
    """Where a figure begins, or the range that it ends: "between 10 and 20"."""
    before = _last_before(figures, position)
    joined = before and re.fullmatch(r"\s*(?:and|to|or|-|–)\s*", line.text[before.end : position])
    return before.start if before and joined else position


def _follows(line: Line, whole: Placed, part: Placed) -> bool:
    if part.figure.kind == "money":
        return _same_things(line, whole, line, part)
    return _bare(line, part) or _same_things(line, whole, line, part)


def _whole_before(scene: Scene, index: int) -> tuple[Placed | None, Line]:
    """The one count of the line before, if there is exactly one."""
    for other in scene.before(index):
        counts = [p for p in other.figures if p.figure.kind in _KINDS and p.figure.number is not None]
        counts = [p for p in counts if not _is_time(other, p) and not re.search(r"\bof\s*$", other.text[: p.start])]
        if len(counts) == 1:
            return counts[0], other
    return None, scene.lines[index]


def _parallel(line: Line, parts: list[Placed]) -> tuple[Placed, ...]:
    """The first part and those that go on with its verb: "22 serve in A and 31 in B"; others may overlap."""
    group = [parts[0]]
    for i, part in enumerate(parts[1:], 1):
        nxt = parts[i + 1] if i + 1 < len(parts) else None
        before = line.text[group[-1].end : part.start]
        tail = line.text[part.end : nxt.start if nxt else len(line.text)]
        gapped = re.fullmatch(r",?\s+(?:and\s+)?(?:the\s+)?(?!and\b)\w+(?:\s+for)?\s+", before[_unit_end(before) :])
        if gapped and re.match(r"[^,;.]{0,12}[.,;]|\s*$", tail) and not _FINITE.search(tail[:12]):
            group.append(part)
            continue
        lead = _LEAD.match(tail)
        shared = lead is not None and re.search(rf"\b{lead.group(1)}\b", before, re.IGNORECASE) is not None
        if ";" in before or not shared or _FINITE.search(tail.split(",")[0]):
            break
        group.append(part)
    return tuple(group)


def _unit_end(between: str) -> int:
    """Where the words after a figure leave its own noun: at the first comma or "and"."""
    found = re.search(r",|\sand\s", between)
    return found.start() if found else 0


def _totalled(line: Line, figures: list[Placed]) -> Iterator[Breakdown]:
    """Read "in total 300 tonnes were sent, 120 by rail, 110 by road and 90 by sea"."""
    for i, whole in enumerate(figures):
        if not _TOTAL.search(line.text[: whole.start]):
            continue
        comma = line.text.find(",", whole.end)
        parts = [p for p in figures[i + 1 :] if p.start > comma >= 0]
        same = parts and all(_same_things(line, whole, line, p) or _bare(line, p) for p in parts)
        if len(parts) > 1 and same and len(_parallel(line, parts)) == len(parts) and parts[0].start - comma < 12:
            yield Breakdown(whole, tuple(parts), exclusive=True, complete=False, whole_line=line)


def _listed(line: Line, figures: list[Placed]) -> Iterator[Breakdown]:
    """Read "twelve vehicles, namely five …, four … and three …" and "50 million: 30 million in grants and …"."""
    for match in _NAMELY.finditer(line.text):
        whole = _last_before(figures, match.start())
        after = [p for p in figures if p.start >= match.end()]
        if (
            whole is None
            or len(after) < 2
            or (_FINITE.search(line.text[whole.end : match.start()]) and match.group() != ":")
        ):
            continue
        same_kind = [p for p in figures if p.end <= match.start() and whole and p.figure.kind == whole.figure.kind]
        if len(same_kind) > 1 and match.group() == ":":
            continue
        if not all(_starts_item(line, p, match.end()) for p in after):
            continue
        if any(p.figure.kind != whole.figure.kind for p in after) or _OF_THEM.search(line.text[match.end() :]):
            continue
        if whole.figure.kind == "money" and any(not _same_things(line, whole, line, p) for p in after):
            continue
        listed = _REST.sub("", line.text[match.end() :]).strip(" .")
        items = re.split(r"\s*(?:,|;|\band\b)\s*", listed)
        extra = sum(bool(i) for i in items) - len(after)
        if whole.figure.kind == "count" and (
            extra or any(_bare(line, p) and not _LEAD.match(line.text[p.end :]) for p in after)
        ):
            continue
        loose = (
            re.search(r"\b(?:such as|for example|among others|including|etc|as well as|more)\b", line.text) is not None
        )
        complete = not loose and extra == 0
        yield Breakdown(whole, tuple(after), exclusive=True, complete=complete, whole_line=line)


def _starts_item(line: Line, placed: Placed, start: int) -> bool:
    lead = line.text[start : placed.start]
    return _ITEM_START.search(lead) is not None or not lead.strip()
