"""The rules of the house that no linter knows: sizes, docstrings, what may not be committed.

Run by `make check`. Prints each breach and exits 1; prints one line of figures when all hold.
"""

from __future__ import annotations

import ast
import re
import statistics
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
MOST_LINES = 500
MEDIAN_LINES = 120
MOST_BYTES = 1_000_000
# Spelled in parts so that this file does not hold what it looks for.
FORBIDDEN = {
    "a package registry host": re.compile("|".join((r"py" + r"pi\.org", r"python" + r"hosted\.", r"npm" + r"js\."))),
    "a machine path": re.compile(r"""(?:^|[\s"'(=])/""" + r"(?:work|root|home|tmp/bash)[/.]"),
    "unfinished work": re.compile(r"\b(?:TO" + "DO|FIX" + "ME|NotImplemented" + "Error)\\b"),
}


def tracked() -> list[Path]:
    """List the files git tracks or would track."""
    out = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return [ROOT / line for line in out.stdout.splitlines() if (ROOT / line).is_file()]


def undocumented(tree: ast.Module, path: Path) -> list[str]:
    """Name the public functions and classes of a module that have no docstring."""
    breaches = [] if ast.get_docstring(tree) else [f"{path}: the module has no docstring"]
    for node in tree.body:
        public = isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")
        if public and not ast.get_docstring(node):
            breaches.append(f"{path}:{node.lineno}: {node.name} has no docstring")
    return breaches


def breaches_of(files: list[Path]) -> tuple[list[str], list[int]]:
    """Return every breach and the line counts of the product's modules."""
    breaches: list[str] = []
    sizes: list[int] = []
    for path in files:
        name = path.relative_to(ROOT)
        if path.stat().st_size > MOST_BYTES:
            breaches.append(f"{name}: larger than {MOST_BYTES:,} bytes")
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        breaches += [f"{name}: holds {what}" for what, pattern in FORBIDDEN.items() if pattern.search(text)]
        if name.parts[:2] == ("src", "korpu") and path.suffix == ".py" and "migrations" not in name.parts:
            lines = text.count("\n")
            sizes.append(lines)
            if lines > MOST_LINES:
                breaches.append(f"{name}: {lines} lines, more than {MOST_LINES}")
            if text.strip():
                breaches += undocumented(ast.parse(text), name)
    return breaches, sizes


def main() -> int:
    """Check the tree; return the exit code."""
    breaches, sizes = breaches_of(tracked())
    median = statistics.median(size for size in sizes if size)
    if median >= MEDIAN_LINES:
        breaches.append(f"the median module has {median:.0f} lines, not under {MEDIAN_LINES}")
    for breach in breaches:
        print(breach)
    if not breaches:
        print(f"The house is in order: {len(sizes)} modules, median {median:.0f} lines, longest {max(sizes)}.")
    return 1 if breaches else 0


if __name__ == "__main__":
    sys.exit(main())
