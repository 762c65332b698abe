"""Score `korpu read` over a folder of labelled statements (README.md has the conventions).

usage: python tests/statements/score.py [FOLDER] [--quiet] [--lang XX] [--korpu PATH]

A figure is found by a figure of equal value (dates: an accepted EDTF string; money and measures: equal unit) whose span has an
intersection over union of at least 0.8; a fact by a candidate of its own inside its sentences that covers 60 % of its quote
and agrees on stage, amount, count and date. `--quiet` prints totals only, so that no held-out text is seen. The language
of a statement is the prefix of its file name (az-, ru-, uk-; none is English); `--lang` reads those of one language only.
"""

import argparse
import json
import re
import subprocess
import sys
from collections import Counter
from decimal import Decimal, InvalidOperation
from pathlib import Path

NUMERIC = "count", "ratio", "percent", "measure"
KINDS = "money", *NUMERIC, "ordinal", "date"
LANGUAGES = "az", "en", "ru", "uk"
# A full stop that ends no sentence: before a small letter or "США" ("91,3 млн дол. США", "2025 г. в Баку"), and after what
# precedes a name ("у м. Ковелі").
WITHIN = re.compile(
    r"(?<=\.) +(?=[^\W\d_A-ZА-ЯІЇЄҐƏÇĞİÖŞÜ]|США)|(?<=\b(?:вул|Mrs)\.) +|(?<=\b(?:ім|им|ул|пр|Mr|Ms|Dr|St|No)\.) +|(?<=\b[мсг]\.)(?<!\d [мсг]\.) +(?!\d)"
)


def number(value):
    """Decimal of a JSON number or string, None for anything else."""
    try:
        return Decimal(str(value))
    except InvalidOperation:
        return None


def overlap(a, b):
    """Intersection over union of two spans."""
    inside = min(a["end"], b["end"]) - max(a["start"], b["start"])
    return max(0, inside) / (max(a["end"], b["end"]) - min(a["start"], b["start"]))


def same_figure(figure, gold):
    """Ratios, percents and measures are counts of a kind: korpu may name any of the four."""
    if overlap(figure, gold) < 0.8 or gold["kind"] != ("count" if figure["kind"] in NUMERIC else figure["kind"]):
        return False
    if gold["kind"] == "date":
        return str(figure.get("value")) in gold["edtf"]
    unit_counts = gold["kind"] == "money" or gold.get("figure") == "measure"
    return number(figure.get("value")) == number(gold["value"]) and (
        not unit_counts or figure.get("unit") == gold["unit"]
    )


def score_figures(figures, gold, tally):
    spare, used, notes = [g for g in gold if g.get("optional")], set(), []
    for g in (g for g in gold if not g.get("optional")):
        tally["want", (kind := g.get("figure", g["kind"]))] += 1
        fits = [i for i, f in enumerate(figures) if i not in used and same_figure(f, g)]
        if not fits:
            notes.append(f"figure missed: {kind} {g['surface']!r}")
            continue
        best = max(fits, key=lambda i: overlap(figures[i], g))
        used.add(best)
        tally["found", kind] += 1
        tally["exact", kind] += overlap(figures[best], g) == 1
        tally["right", figures[best]["kind"]] += 1
    for f in (f for i, f in enumerate(figures) if i not in used):
        if not any(overlap(f, o) > 0 and f["end"] - f["start"] <= 3 * (o["end"] - o["start"]) + 10 for o in spare):
            tally["extra", f["kind"]] += 1
            notes.append(f"figure extra: {f['kind']} {f['text']!r} = {f.get('value')}")
    return notes


def language(path):
    """Language of a statement, by the prefix of its file name."""
    prefix = path.name.partition("-")[0]
    return prefix if prefix in LANGUAGES else "en"


def sentence_bounds(text):
    """Where sentences may end; a blank line inside a sentence is a page break."""
    within = {m.end() for m in WITHIN.finditer(text)}
    cuts = (m.end() for m in re.finditer(r"(?<=[.!?])\s+|\n{2,}", text))
    return [0, *(c for c in cuts if c not in within and re.search(r"[.!?\"'’”»]\s*$", text[:c])), len(text)]


def verdict(cand, fact, bounds):
    """None: not about this fact; '': agrees; otherwise the name of the first field that does not."""
    first, last = max(c for c in bounds if c <= fact["start"]), min(c for c in bounds if c >= fact["end"])
    cover = sum(max(0, min(e, fact["end"]) - max(s, fact["start"])) for s, e in cand["ranges"])
    if any(s < first - 2 or e > last + 2 for s, e in cand["ranges"]) or cover < 0.6 * (fact["end"] - fact["start"]):
        return None
    money = number(cand.get("amount")), cand.get("currency")
    tests = {
        "stage": not fact["stages"] or cand.get("stage") in fact["stages"],
        "amount": fact["amount"] is None or money == (number(fact["amount"]), fact["currency"]),
        "count": fact["count"] is None or number(cand.get("count")) == number(fact["count"]),
        "date": not fact["when"] or str(cand.get("when")) in fact["when"],
    }
    return next((name for name, good in tests.items() if not good), "")


def score_facts(out, facts, text, tally):
    """Largest one-to-one assignment of candidates to facts."""
    cands, owner, bounds = out["candidates"], {}, sentence_bounds(text)
    verdicts = [[verdict(c, f, bounds) for c in cands] for f in facts]

    def assign(i, seen):
        for j in (j for j, v in enumerate(verdicts[i]) if v == "" and j not in seen):
            seen.add(j)
            if j not in owner or assign(owner[j], seen):
                owner[j] = i
                return True
        return False

    money = [j for j, c in enumerate(cands) if c.get("amount") is not None]
    tally.update(
        {"facts found": sum(assign(i, set()) for i in range(len(facts))), "facts": len(facts), "candidates": len(cands)}
    )
    tally.update(
        {
            "money": len(money),
            "serving": sum(j in owner for j in money),
            "invented": sum(
                not any(
                    f["kind"] == "money"
                    and number(f["value"]) == number(cands[j]["amount"])
                    and any(s <= f["start"] and f["end"] <= e for s, e in cands[j]["ranges"])
                    for f in out["figures"]
                )
                for j in money
            ),
        }
    )
    notes = []
    for i in sorted(set(range(len(facts))) - set(owner.values())):
        near = [v for v in verdicts[i] if v is not None]
        reason = next(filter(None, near), "taken" if near else "no candidate")
        tally["because", reason] += 1
        notes.append(f"fact lost, {reason}: {facts[i]['quote']!r}")
    return notes


def score_findings(findings, meta, tally):
    """Planted defects found, and errors or warnings explained by no planted or tolerated one."""
    planted, known = meta["findings"], meta["findings"] + meta["tolerated"]
    touches = lambda f, p: any(s < p["end"] and p["start"] < e for s, e in f["ranges"])  # noqa: E731
    missed = [p for p in planted if not any(f["check"] in p["accept"] and touches(f, p) for f in findings)]
    false = [f for f in findings if f["severity"] != "info" and not any(touches(f, p) for p in known)]
    tally.update({"planted": len(planted), "planted found": len(planted) - len(missed), "false alarms": len(false)})
    return [f"finding missed, {p['check']}: {p['quote']!r}" for p in missed] + [
        f"false alarm, {f['check']}: {f['message']}" for f in false
    ]


def rate(part, whole):
    """Share with its two numbers."""
    return f"{part / whole:.3f} ({part}/{whole})" if whole else "-"


def read(path, args, tally):
    """Read one statement and count it into the tally; what was missed, as lines."""
    mentions, facts, meta = (
        json.loads(path.with_suffix(f".{part}.json").read_text("utf-8")) for part in ("mentions", "facts", "meta")
    )
    published = ["--published", meta["published"]] if meta["published"] else []
    run = subprocess.run([args.korpu, "read", path, *published, "--json"], capture_output=True, encoding="utf-8")
    text, notes = path.read_bytes().decode("utf-8"), []
    out = json.loads(run.stdout.splitlines()[0]) if run.stdout.strip() else {}
    if "figures" not in out:
        tally["unread"] += 1
        notes.append(f"not read (exit {run.returncode}): {run.stderr[-300:]}{out.get('error', '')}")
        out = {"figures": [], "candidates": [], "findings": []}
    tally["wrong text"] += sum(text[f["start"] : f["end"]] != f["text"] for f in out["figures"])
    found = (
        score_figures(out["figures"], mentions, tally)
        + score_facts(out, facts, text, tally)
        + score_findings(out["findings"], meta, tally)
    )
    return notes or found


def print_totals(tally):
    for kind in KINDS:
        found, right = tally["found", kind], tally["right", kind]
        print(
            f"{kind:8} recall {rate(found, tally['want', kind])}, precision {rate(right, right + tally['extra', kind])}, exact spans {rate(tally['exact', kind], found)}"
        )
    print(
        f"facts    recall {rate(tally['facts found'], tally['facts'])}; candidates per fact {rate(tally['candidates'], tally['facts'])}; lost",
        {key[1]: n for key, n in tally.items() if key[0] == "because"},
    )
    print(
        f"precise  candidates that serve a fact {rate(tally['facts found'], tally['candidates'])}, of those with an amount {rate(tally['serving'], tally['money'])}, amounts invented {tally['invented']}"
    )
    print(
        f"findings planted defects found {rate(tally['planted found'], tally['planted'])}, other errors or warnings {tally['false alarms']}"
    )
    print(f"broken   text not at its span {tally['wrong text']}, statements not read {tally['unread']}")


def print_language(name, tally):
    """One line: money, dates and measures together, figures of all kinds, facts and candidates of one language."""
    parts = []
    for title, kinds in (("money+date+measure", ("money", "date", "measure")), ("all figures", KINDS)):
        want, found, right, extra = (sum(tally[part, k] for k in kinds) for part in ("want", "found", "right", "extra"))
        parts.append(f"{title} recall {rate(found, want)}, precision {rate(right, right + extra)}")
    facts = f"facts recall {rate(tally['facts found'], tally['facts'])}, precision {rate(tally['facts found'], tally['candidates'])}"
    print(f"{name} ({tally['statements']:2}) ", "; ".join([*parts, facts]), sep="")


def main():
    args = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    args.add_argument("folder", nargs="?", type=Path, default=Path(__file__).parent / "dev")
    args.add_argument("--quiet", action="store_true")
    args.add_argument("--lang", choices=LANGUAGES)
    args.add_argument("--korpu", type=Path, default=Path(sys.executable).parent / "korpu")
    args, tally, tallies = args.parse_args(), Counter(), {}
    for path in sorted(args.folder.glob("*.txt")):
        if args.lang and language(path) != args.lang:
            continue
        one = Counter(statements=1)
        notes = read(path, args, one)
        tally.update(one)
        tallies.setdefault(language(path), Counter()).update(one)
        if not args.quiet:
            print(f"== {path.stem}", *notes, sep="\n   ")
    print_totals(tally)
    for name in sorted(tallies):
        print_language(name, tallies[name])


if __name__ == "__main__":
    main()
