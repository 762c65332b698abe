"""`korpu review`: a person decides what each candidate says, and on which record."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from korpu.cli.books import add_author, author, opened
from korpu.cli.output import print_json, shorten, table, working
from korpu.cli.words import counted, plain
from korpu.kernel.errors import UsageError

if TYPE_CHECKING:
    from korpu.app.books import Books
    from korpu.app.review import Pending
    from korpu.cli.parser import Commands

STATES = ("open", "accepted", "rejected", "asked", "all")


def add(commands: Commands) -> None:
    """Add the command of this group."""
    parser = commands.add(
        "review", _review, "list what waits for review, accept, correct, reject or ask",
        more="Accepting writes one entry of claims, which can be undone.",
        examples="""korpu review
        korpu review --proposals c-0123456789abcdef
        korpu review --accept c-0123456789abcdef --set stage=delivered --set when=2025-03
        korpu review --accept-all --first-proposal
        korpu review --accept-all --first-proposal --rule main.deliver --lang uk --at-least 0.8
        korpu review --agreement""",
    )  # fmt: skip
    one = parser.add_mutually_exclusive_group()
    one.add_argument("--list", action="store_true", help="list candidates (this is the default)")
    one.add_argument("--proposals", metavar="KEY", help="the records a candidate may belong to, with reasons")
    one.add_argument("--accept", metavar="KEY", help="accept a candidate")
    one.add_argument("--reject", metavar="KEY", help="set a candidate aside; needs --reason")
    one.add_argument("--ask", metavar="KEY", help="put a question on record; needs --question")
    one.add_argument("--undo", metavar="ENTRY", help="take back an acceptance, rejection, question or link")
    one.add_argument("--accept-all", action="store_true", help="accept everything open; needs --first-proposal")
    one.add_argument("--undo-batch", metavar="BATCH", help="take back everything that --accept-all accepted at once")
    one.add_argument("--agreement", action="store_true", help="how often people agreed with each rule and language")
    parser.add_argument(
        "--first-proposal", action="store_true", help="with --accept-all: the best record for each, or a new one"
    )
    parser.add_argument(
        "--record", metavar="ID", help='with --accept: the record, or "new" (default: the first proposal)'
    )
    parser.add_argument(
        "--set", metavar="FIELD=VALUE", action="append", default=[], help="with --accept: correct a field first"
    )
    parser.add_argument("--reason", help="with --reject: why")
    parser.add_argument("--question", help="with --ask: what has to be found out")
    parser.add_argument("--source", metavar="ID", help="only candidates of this source")
    parser.add_argument("--rule", help="with --accept-all: only what this rule read, such as main.deliver or main")
    parser.add_argument("--lang", choices=("en", "uk", "az", "ru"), help="with --accept-all: only in this language")
    parser.add_argument(
        "--at-least", type=float, metavar="SHARE", default=0.0, help="with --accept-all: only what is this likely right"
    )
    parser.add_argument("--state", choices=STATES, default="open", help="with --list: which candidates (default: open)")
    add_author(parser)


def _review(arguments: argparse.Namespace) -> int:
    _demand(arguments)
    by = author(arguments)
    with opened(arguments) as books:
        if arguments.proposals:
            return _proposals(books, arguments.proposals, json=arguments.json)
        if arguments.accept_all:
            return _accept_all(books, arguments, by)
        if arguments.undo_batch:
            return _undo_batch(books, arguments.undo_batch, by, json=arguments.json)
        if arguments.agreement:
            return _agreement(books, arguments.source, json=arguments.json)
        if arguments.accept or arguments.reject or arguments.ask or arguments.undo:
            _decided(_decide(books, arguments, by), json=arguments.json)
            return 0
        return _list(books, arguments)


def _demand(arguments: argparse.Namespace) -> None:
    """Refuse an action without what it needs, before anything is opened."""
    for given, needed, name in (
        (arguments.accept_all, arguments.first_proposal, "--accept-all needs --first-proposal"),
        (arguments.reject, arguments.reason, "--reject needs --reason"),
        (arguments.ask, arguments.question, "--ask needs --question"),
        (arguments.record or arguments.set, arguments.accept, "--record and --set go with --accept"),
        (
            arguments.rule or arguments.lang or arguments.at_least, arguments.accept_all,
            "--rule, --lang and --at-least go with --accept-all",
        ),
    ):  # fmt: skip
        if given and not needed:
            raise UsageError("KORPU-USAGE-002", f"{name}.")
    if not 0 <= arguments.at_least <= 1:
        raise UsageError("KORPU-USAGE-002", "--at-least is a share from 0 to 1, such as 0.8.")


def _decide(books: Books, arguments: argparse.Namespace, by: str) -> dict[str, Any]:
    from korpu.app import review

    if arguments.accept:
        entry = review.accept(books, arguments.accept, record=arguments.record, edits=edits_of(arguments.set), by=by)
        said = books.journal.payload(entry) or {}
        return {"decision": "accepted", "key": arguments.accept, "entry": entry, "record": said.get("record")}
    if arguments.reject:
        entry = review.reject(books, arguments.reject, reason=arguments.reason, by=by)
        return {"decision": "rejected", "key": arguments.reject, "entry": entry, "record": None}
    if arguments.ask:
        entry = review.ask_about(books, arguments.ask, question=arguments.question, by=by)
        return {"decision": "asked", "key": arguments.ask, "entry": entry, "record": None}
    return {
        "decision": "undone",
        "key": arguments.undo,
        "entry": review.undo(books, arguments.undo, by=by),
        "record": None,
    }


def edits_of(pairs: list[str]) -> dict[str, Any]:
    """Return corrections given as FIELD=VALUE; an empty value clears the field, places are set apart by ";".

    >>> edits_of(["stage=delivered", "when="])
    {'stage': 'delivered', 'when': ''}
    """
    edits: dict[str, Any] = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals:
            raise UsageError("KORPU-USAGE-003", f"“{pair}” is not FIELD=VALUE.")
        name = name.strip()
        edits[name] = [v.strip() for v in value.split(";") if v.strip()] if name == "places" else value.strip()
    return edits


def _decided(done: dict[str, Any], *, json: bool) -> None:
    if json:
        print_json(done)
    elif done["record"]:
        print(f"{done['key']} {done['decision']}, on record {done['record']} (entry {done['entry']}).")
    else:
        print(f"{done['key']} {done['decision']} (entry {done['entry']}).")


def _proposals(books: Books, key: str, *, json: bool) -> int:
    from korpu.app.review import proposals

    rows = proposals(books, key)
    if json:
        for p in rows:
            print_json(
                {"record": p.record, "kind": p.kind, "title": p.title, "score": p.score, "reasons": list(p.reasons)}
            )
    else:
        table(
            ("record", "kind", "score", "title", "why"),
            [
                (p.record or "new", plain(p.kind), f"{p.score:.1f}", shorten(p.title, 40), "; ".join(p.reasons))
                for p in rows
            ],
            right=(2,),
        )
    return 0


def _accept_all(books: Books, arguments: argparse.Namespace, by: str) -> int:
    from korpu.app.bulk import Chosen, accept_all

    only = Chosen(arguments.rule, arguments.lang, arguments.at_least)
    with working("accepting open candidates"):
        done = accept_all(books, source=arguments.source, only=only, by=by)
    if arguments.json:
        print_json({"entries": done.entries, "records": done.records, "opened": done.opened, "batch": done.batch})
    else:
        on = counted(done.records, "record")
        print(f"Accepted {counted(done.entries, 'candidate')} on {on}, {done.opened:,} of them new.")
        print("Nobody has looked at each of them, so they are marked as not reviewed. Next: korpu ledger")
        if done.batch:
            print(f"To take them back: korpu review --undo-batch {done.batch}")
    return 0


def _undo_batch(books: Books, batch: str, by: str, *, json: bool) -> int:
    from korpu.app.bulk import undo_batch

    count = undo_batch(books, batch, by=by)
    if json:
        print_json({"batch": batch, "undone": count})
    else:
        print(f"{counted(count, 'acceptance')} of {batch} taken back.")
    return 0


def _agreement(books: Books, source: str | None, *, json: bool) -> int:
    from korpu.app.agreement import agreements

    found = agreements(books, source=source)
    if json:
        for a in found:
            low, high = a.interval or (None, None)
            print_json(
                {"rule": a.rule, "language": a.language, "accepted": a.accepted, "corrected": a.corrected,
                 "rejected": a.rejected, "asked": a.asked, "share": a.share, "low": low, "high": high}
            )  # fmt: skip
    elif not found:
        print("Nobody has decided on a candidate yet. Next: korpu review")
    else:
        table(
            ("rule", "language", "as read", "corrected", "rejected", "asked", "share", "95 %"),
            [
                (a.rule, a.language, str(a.accepted), str(a.corrected), str(a.rejected), str(a.asked),
                 "" if a.share is None else f"{a.share:.0%}",
                 "" if a.interval is None else f"{a.interval[0]:.0%} to {a.interval[1]:.0%}")
                for a in found
            ],
            right=(2, 3, 4, 5, 6),
        )  # fmt: skip
    return 0


def _list(books: Books, arguments: argparse.Namespace) -> int:
    from korpu.app.review import queue

    state = None if arguments.state == "all" else arguments.state
    rows = queue(books, source=arguments.source, state=state)
    if arguments.json:
        for row in rows:
            print_json(_pending_json(row))
        return 0
    _show(rows, arguments.state)
    return 0


def _show(rows: list[Pending], state: str) -> None:
    from korpu.cli.show_reading import summary

    if not rows:
        print("Nothing waits for review. Take a statement in: korpu add FILE --published 2025-05" if state == "open"
              else f"No candidate is {state}.")  # fmt: skip
        return
    source = None
    for row in rows:
        if row.source != source:
            source = row.source
            print(f"{source}")
        mark = "" if row.state == "open" else f" [{row.state}]"
        print(f"  {row.key}{mark}  {summary(row.candidate)}")
        print(f"      “{shorten(row.candidate.quote, 160)}”")
    print(f"{counted(len(rows), 'candidate')}. Next: korpu review --proposals KEY, then --accept, --reject or --ask.")


def _pending_json(row: Pending) -> dict[str, Any]:
    return {
        "key": row.key,
        "source": row.source,
        "state": row.state,
        "entry": row.entry,
        "candidate": row.candidate.as_json(),
    }
