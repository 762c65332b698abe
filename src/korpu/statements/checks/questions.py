"""Check *unanswered_question*: of several things asked in one turn, which got no answer?

Two signs are used: the kind of answer wanted (a cost wants an amount, "how many" a number), and what the question is
about: if neither the thing asked for nor most of the other words come back, the question was passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from korpu.kernel.finding import Finding
from korpu.statements.checks.scene import Line, Scene
from korpu.statements.checks.words import content, stem

_COST = re.compile(
    r"\bhow much (?!.*\b(?:time|longer|more)\b)|\bwhat\b.*\b(?:cost|price|sum|amount|budget)\b", re.IGNORECASE
)
_MANY = re.compile(r"\bhow many\b", re.IGNORECASE)
_WHEN = re.compile(
    r"(?:^|[,;:–—-]\s*|\band\s+)(?:when|by when|how soon)\s+"
    r"(?:will|is|are|do|does|did|was|were|can|could|should|would)\b",
    re.IGNORECASE,
)
_VERB = r"(?:are|is|was|were|do|does|did|will|can|could|has|have|had|would|should|might|may)\b"
_ASKED = re.compile(
    rf"\b(?:what|which)\s+((?:(?!{_VERB})[\w'’-]+\s+){{1,5}})(?={_VERB}|(?:of|in|for)\b)", re.IGNORECASE
)
_DECLINED = re.compile(
    r"\b(?:cannot|can't|can not|could not|not yet|too early|no (?:figure|date|decision|answer|number)|do not know|"
    r"don't know|rather not|prefer not|won't|will not (?:say|comment|name)|no comment|hard to say|not (?:been )?"
    r"decided|open question|undecided|unknown|remains to be seen|nothing has been)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred|thousand|"
    r"dozens?|both|none|nobody|all of|hundreds|thousands)\b",
    re.IGNORECASE,
)
_FREE = re.compile(r"\b(?:free|nothing|no cost|not cost)\b", re.IGNORECASE)
# What is answered by names or figures rather than by its own noun.
_NAMED = re.compile(
    r"(?:countr|region|cit(?:y|ies)|town|compan|firm|partner|people|share|budget|part|percentage|number|sum|amount|name|"
    r"year|month|date|language|party|parties|donor|state|village|reason|message)",
    re.IGNORECASE,
)
_LONG = 8
TWO = 2
_LISTED = re.compile(
    r"[^\W\d_a-zа-яіїєґəçşğıöü][\w’'-]+(?:,\s+[^\W\d_a-zа-яіїєґəçşğıöü][\w’'-]+)+"
    r",?\s+(?:and|та|і|й|və|и)\s+[^\W\d_a-zа-яіїєґəçşğıöü][\w’'-]+"
)
_SOON = re.compile(
    r"\b(?:soon|already|immediately|today|tomorrow|years?|months?|weeks?|days?|spring|summer|autumn|winter|once|"
    r"as soon as|until|before|after|never|end of)\b",
    re.IGNORECASE,
)
_KIN: tuple[frozenset[str], ...] = tuple(
    frozenset(stem(w) for w in group.split())
    for group in (
        "projects initiatives programmes plans works undertakings events ideas",
        "achievements results successes outcomes decisions",
        "prospects perspectives opportunities potential possibilities",
        "challenges problems difficulties obstacles issues",
        "benefits advantages gains profits",
        "priorities directions areas sectors fields tracks spheres",
        "measures steps actions activities",
        "routes corridors transport logistics",
        "role task function mission",
        "conclusions lessons experience",
        "impressions feelings view opinion",
        "support assistance help aid",
        "countries states nations",
    )
)


def check(scene: Scene) -> Iterator[Finding]:
    """Compare what each question turn asks with the words and figures of the answer turn."""
    for question, answer in _turns(scene.lines):
        asks = [line for line in question if line.text.rstrip().endswith("?")]
        heard = {s for line in answer for s in content(line.text)}
        said = " ".join(line.text for line in answer)
        yield from _named(question, answer)
        for line in asks:
            finding = _by_kind(line, answer, said) or _by_topic(line, asks, answer, heard)
            if finding:
                yield finding


def _named(question: list[Line], answer: list[Line]) -> Iterator[Finding]:
    """Report, as information, which of the places or names that a question lists the answer does not take up."""
    said = " ".join(line.text for line in answer)
    for line in question:
        for listed in _LISTED.finditer(line.text):
            names = [
                n.strip() for n in re.split(r",\s*(?:and\s+|та\s+|і\s+|və\s+|и\s+)?|\s(?:and|та|і|və|и)\s", listed[0])
            ]
            lost = [n for n in names if n and n[:5] not in said]
            if len(names) > TWO and lost and len(lost) < len(names):
                text = f"Of what the question names, the answer does not take up: {', '.join(lost)}."
                sums = f"named {len(names)}; taken up {len(names) - len(lost)}"
                yield Finding("unanswered_question", "info", text, line.ranges(*listed.span()), sums)


def _turns(lines: tuple[Line, ...]) -> Iterator[tuple[list[Line], list[Line]]]:
    question: list[Line] = []
    answer: list[Line] = []
    for line in lines:
        if line.role == "question":
            if answer:
                yield question, answer
                question, answer = [], []
            question.append(line)
        elif line.role == "answer" and question:
            answer.append(line)
    if question and answer:
        yield question, answer


def _by_kind(line: Line, answer: list[Line], said: str) -> Finding | None:
    """Report a question for a cost, a number or a time that got none, nor a word on why not."""
    figures = [p.figure for a in answer for p in a.figures]
    cost, many, when = (p.search(line.text) for p in (_COST, _MANY, _WHEN))
    kinds = ("money", "percent") if cost else ("count", "measure", "percent") if many else ("date",) if when else ()
    if not kinds or any(f.kind in kinds for f in figures) or _DECLINED.search(said):
        return None
    if (when and _SOON.search(said)) or (many and _NUMBER.search(said)) or (cost and _FREE.search(said)):
        return None
    wanted = "an amount" if cost else "a number" if many else "a time"
    return Finding(
        "unanswered_question",
        "warning",
        f"The question asks for {wanted}; the answer gives none.",
        line.whole,
        f"{wanted} asked for, 0 found in {len(answer)} sentences",
    )


def _by_topic(line: Line, asks: list[Line], answer: list[Line], heard: set[str]) -> Finding | None:
    """Report a "what …" or "which …" whose thing asked for never comes back, nor most of what else it names."""
    asked = _ASKED.search(line.text)
    if not asked or len(asks) < 2:
        return None
    named = [w for w in asked.group(1).split() if content(w)]
    if not named or any(_NAMED.match(w) for w in named):
        return None
    head = stem(named[-1])
    family = {head}.union(*(kin for kin in _KIN if head in kin))
    others = content(line.text) - family
    met = {s for s in others if s in heard}
    if family & heard or len(met) * 2 > len(others):
        return None
    missing = sorted({w.lower() for w in re.findall(r"[^\W\d_]+", line.text) if content(w) and not content(w) & heard})
    return Finding(
        "unanswered_question",
        "warning" if len(answer) >= _LONG else "info",
        f"The answer does not come back to “{' '.join(asked.group(1).split())}”.",
        line.whole,
        f"{len(met)} of {len(others) + 1} words of the question come back; missing: {', '.join(missing)}",
    )
