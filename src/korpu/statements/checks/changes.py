"""Check *ratio* on changes that nobody can check: an increase in a number, told without where it started or ended."""

from __future__ import annotations

from collections.abc import Iterator

from korpu.kernel.finding import Finding
from korpu.statements.checks.relating import pattern, says
from korpu.statements.checks.scene import Line, Scene

_NEAR = 45
_FIGURES = ("money", "count", "measure", "percent", "ratio")


def check(scene: Scene) -> Iterator[Finding]:
    """Report, as information, a dated change of a number of which at most one end is given."""
    for index, line in enumerate(scene.lines):
        if line.role == "question" or not any(p.figure.kind == "date" for p in line.figures):
            continue
        change = _change(line)
        figures = [p for p in line.figures if p.figure.kind in _FIGURES]
        if change is None or len(figures) > 1 or any(p.figure.kind in ("percent", "ratio") for p in figures):
            continue
        around = [*scene.before(index, 1), *scene.lines[index + 1 : index + 2]]
        if figures and any(p.figure.unit == figures[0].figure.unit for other in around for p in other.figures):
            continue
        missing = "what it started from" if figures else "any number"
        yield Finding(
            "ratio", "info", f"A change is told without {missing}, so that it cannot be checked.", line.ranges(*change)
        )


def _change(line: Line) -> tuple[int, int] | None:
    """Where a word of change stands close to the number that changes."""
    for change in pattern("change").finditer(line.text):
        end = change.end() + _NEAR
        level = pattern("level").search(line.text, change.end(), end) or pattern("level").search(
            line.text, max(0, change.start() - _NEAR), change.start()
        )
        if level and not says("level", change.group()):
            return min(change.start(), level.start()), max(change.end(), level.end())
    return None
