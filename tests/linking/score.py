"""Score linking on pairs of statements about the same events: B-cubed precision, recall and F1 of records.

usage: python tests/linking/score.py [FOLDER] [--quiet]

Both statements of a pair are added to empty books and everything read in them is accepted by its first proposal. A gold
quote is told by the candidate that covers most of it, at least 60 %. Two quotes belong together where they are of one
gold record; korpu puts them together where their candidates stand on one record. B-cubed: Bagga and Baldwin, 1998.
"""

import argparse
import re
import tempfile
from pathlib import Path

from korpu.app import books as app_books
from korpu.app.accepting import accepted
from korpu.app.bulk import accept_all
from korpu.app.intake import add

SIDE = re.compile(r"^--- (a|b) (\S+)\n(.*?)\n(?=---|\Z)", re.MULTILINE | re.DOTALL)
ENOUGH = 0.6


def parse(path):
    """Return {side: (published, text)} and [(record, side, quote)] of a pair file."""
    raw = path.read_text("utf-8")
    sides = {m[1]: (m[2], m[3].strip() + "\n") for m in SIDE.finditer(raw)}
    gold = [line.split(" ", 2) for line in raw.split("--- records\n")[1].strip().splitlines()]
    return sides, [(record, side, quote) for record, side, quote in gold]


def told(candidates, start, end):
    """Return the position of the candidate that covers most of a quote, the shorter one of two; None below 60 %."""

    def cover(candidate):
        return sum(max(0, min(e, end) - max(s, start)) for s, e in candidate.ranges) / (end - start)

    best = max(range(len(candidates)), key=lambda i: (cover(candidates[i]), -len(candidates[i].quote)), default=None)
    return best if best is not None and cover(candidates[best]) >= ENOUGH else None


def linked(path):
    """Return the gold and the korpu record of every quote that a candidate tells, and the quotes that none tells."""
    sides, gold = parse(path)
    with tempfile.TemporaryDirectory() as folder, app_books.open_books(Path(folder)) as books:
        added = {side: add(books, text.encode(), published=day, title=side) for side, (day, text) in sides.items()}
        accept_all(books, by="score")
        found, lost = [], []
        for record, side, quote in gold:
            here = added[side]
            start = here.reading.document.text.index(quote)
            position = told(here.reading.candidates, start, start + len(quote))
            own = accepted(books, here.source).get(position) if position is not None else None
            (found if own else lost).append((record, side, quote, own))
    return found, lost


def b_cubed(found):
    """Return precision and recall sums over the quotes of a pair."""
    precision = recall = 0.0
    for record, _, _, own in found:
        same, put = [f for f in found if f[0] == record], [f for f in found if f[3] == own]
        both = sum(f[3] == own for f in same)
        precision, recall = precision + both / len(put), recall + both / len(same)
    return precision, recall


def main():
    args = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    args.add_argument("folder", nargs="?", type=Path, default=Path(__file__).parent / "dev")
    args.add_argument("--quiet", action="store_true")
    args = args.parse_args()
    precision = recall = 0.0
    quotes = untold = 0
    for path in sorted(args.folder.glob("*.pair.txt")):
        found, lost = linked(path)
        p, r = b_cubed(found)
        precision, recall, quotes, untold = precision + p, recall + r, quotes + len(found), untold + len(lost)
        if not args.quiet:
            print(f"== {path.name} P {p / max(1, len(found)):.2f} R {r / max(1, len(found)):.2f}")
            for record, side, quote, own in sorted(found):
                print(f"   {record:14} {side} {own:14} {quote}")
            print(*(f"   untold: {side} {quote}" for _, side, quote, _ in lost), sep="\n")
    p, r = precision / max(1, quotes), recall / max(1, quotes)
    print(
        f"B-cubed precision {p:.3f}, recall {r:.3f}, F1 {2 * p * r / (p + r or 1):.3f} over {quotes} quotes; untold {untold}"
    )


if __name__ == "__main__":
    main()
