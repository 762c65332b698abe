"""Agreement of two readers of the labelled statements, by language: the ceiling of what `score.py` can show.

usage: python tests/statements/agreement.py [--lang XX] [--folder dev|heldout] [--verbose]

The labels of the second reader lie in `second/dev` and `second/heldout`, made from the text alone. They are scored against
those of the first by the rules of `score.py`, as if korpu had written them: a figure needs equal value and unit and a span
that overlaps by 0.8; a fact a quote of its own inside the sentence that covers 60 % of the first reader's, a stage that both
accept, and the amount, count and date that the first gives. `--verbose` shows where the two differ, for dev only.
"""

import argparse
import json
from collections import Counter
from pathlib import Path

from score import LANGUAGES, language, number, overlap, rate, same_figure, sentence_bounds

HERE = Path(__file__).parent


def same_label(second, first):
    """Two labels of one figure; dates agree when one reading is accepted by both."""
    if first["kind"] == "date" and second["kind"] == "date":
        return any(same_figure(second | {"value": value}, first) for value in second["edtf"])
    return same_figure(second, first)


def count_figures(first, second, tally, notes):
    """Required figures of both; one that the other reader has as optional counts neither way."""
    wanted = [[f for f in labels if not f.get("optional")] for labels in (first, second)]
    spare = [[f for f in labels if f.get("optional")] for labels in (first, second)]
    used = set()
    for figure in wanted[0]:
        fits = [i for i, s in enumerate(wanted[1]) if i not in used and same_label(s, figure)]
        if fits:
            used.add(max(fits, key=lambda i: overlap(wanted[1][i], figure)))
            tally["figures", "both"] += 1
        elif not any(overlap(figure, s) > 0 for s in spare[1]):
            tally["figures", "first"] += 1
            notes.append(f"figure of the first only: {figure['surface']!r} = {figure['value']} {figure['unit'] or ''}")
    for i, figure in enumerate(wanted[1]):
        if i not in used and not any(overlap(figure, s) > 0 for s in spare[0]):
            tally["figures", "second"] += 1
            notes.append(f"figure of the second only: {figure['surface']!r} = {figure['value']} {figure['unit'] or ''}")


def difference(second, first, bounds):
    """None: not about one fact; '': the readers agree; otherwise the name of the first field in which they do not."""
    low, high = max(c for c in bounds if c <= first["start"]), min(c for c in bounds if c >= first["end"])
    cover = min(second["end"], first["end"]) - max(second["start"], first["start"])
    if second["start"] < low - 2 or second["end"] > high + 2 or cover < 0.6 * (first["end"] - first["start"]):
        return None
    money = number(second["amount"]), second["currency"]
    tests = {
        "stage": not first["stages"] or not second["stages"] or set(first["stages"]) & set(second["stages"]),
        "amount": first["amount"] is None or money == (number(first["amount"]), first["currency"]),
        "count": first["count"] is None or number(second["count"]) == number(first["count"]),
        "date": not first["when"] or set(first["when"]) & set(second["when"] or []),
    }
    return next((name for name, good in tests.items() if not good), "")


def count_facts(first, second, text, tally, notes):
    """Largest one-to-one assignment of the second reader's facts to the first's."""
    bounds, owner = sentence_bounds(text), {}
    differences = [[difference(s, f, bounds) for s in second] for f in first]

    def assign(i, seen):
        for j in (j for j, d in enumerate(differences[i]) if d == "" and j not in seen):
            seen.add(j)
            if j not in owner or assign(owner[j], seen):
                owner[j] = i
                return True
        return False

    both = sum(assign(i, set()) for i in range(len(first)))
    tally.update(
        {("facts", "both"): both, ("facts", "first"): len(first) - both, ("facts", "second"): len(second) - both}
    )
    for i in sorted(set(range(len(first))) - set(owner.values())):
        near = [d for d in differences[i] if d is not None]
        reason = next(filter(None, near), "one quote for two facts" if near else "no fact")
        tally["because", reason] += 1
        notes.append(f"fact of the first only, {reason}: {first[i]['quote']!r}")
    notes += [f"fact of the second only: {s['quote']!r}" for j, s in enumerate(second) if j not in owner]


def summary(tally, what):
    """F1 with shares of the second's labels that the first has, and the other way round."""
    both, first, second = (tally[what, who] for who in ("both", "first", "second"))
    f1 = 2 * both / (2 * both + first + second) if both else 0
    return f"{what} F1 {f1:.3f}, of the first {rate(both, both + first)}, of the second {rate(both, both + second)}"


def main():
    args = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    args.add_argument("--lang", choices=LANGUAGES)
    args.add_argument("--folder", choices=("dev", "heldout"))
    args.add_argument("--verbose", action="store_true")
    args, tallies = args.parse_args(), {}
    for path in sorted(HERE.glob("second/*/*.facts.json")):
        folder, name = path.parent.name, path.name.removesuffix(".facts.json")
        text_path = HERE / folder / f"{name}.txt"
        if (args.lang and language(path) != args.lang) or (args.folder and folder != args.folder):
            continue
        labels = [
            json.loads((place / f"{name}.{part}.json").read_text("utf-8"))
            for part in ("mentions", "facts")
            for place in (HERE / folder, path.parent)
        ]
        tally, notes, text = Counter(statements=1), [], text_path.read_bytes().decode("utf-8")
        count_figures(*labels[:2], tally, notes)
        count_facts(*labels[2:], text, tally, notes)
        tallies.setdefault(language(path), Counter()).update(tally)
        if args.verbose and folder == "dev":
            print(f"== {name}", *notes, sep="\n   ")
    for name, tally in sorted(tallies.items()):
        reasons = {key[1]: n for key, n in tally.items() if key[0] == "because"}
        print(f"{name} ({tally['statements']}) {summary(tally, 'figures')}; {summary(tally, 'facts')}; {reasons}")


if __name__ == "__main__":
    main()
