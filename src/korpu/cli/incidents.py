"""`korpu incident`, `outlet`: false claims, who spread them, and which words of the books refute them."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from korpu.cli.books import add_author, author, opened
from korpu.cli.output import print_json, shorten, table
from korpu.cli.words import counted, plain, time_words
from korpu.kernel.errors import UsageError
from korpu.ledger.incidents.case import OUTLET_KINDS, OUTLET_STATUSES, STATUSES

if TYPE_CHECKING:
    from korpu.app.books import Books
    from korpu.cli.parser import Commands
    from korpu.ledger.incidents.case import Case, Outlet


def add(commands: Commands) -> None:
    """Add the commands of this group."""
    parser = commands.add(
        "incident", _incident, "false claims: what was claimed, where it was seen, which record refutes it",
        more="The words rest on a clipping (FILE or --source); without one, on a note for file.",
        examples="""korpu incident add clipping.html --words "No school was built." --outlet "Daily X" --seen 2025-03-02
        korpu incident list --status open
        korpu incident refute rec-1 --record rec-2 --reason "The school was opened in April 2025."
        korpu incident seen rec-1 --outlet "Channel Y" --url https://example.org/post
        korpu incident close rec-1 --reason "Corrected by the outlet." """,
    )  # fmt: skip
    parser.add_argument("job", choices=("add", "list", "show", "refute", "seen", "close"))
    parser.add_argument("what", nargs="?", metavar="FILE|ID", help="add: a clipping; else the incident's record")
    parser.add_argument("--words", help="add: the false claim in its own words")
    parser.add_argument("--title", help="add: what the incident is called")
    parser.add_argument("--lang", choices=("en", "uk", "az", "ru"), help="add: the language of the words")
    parser.add_argument("--source", metavar="SOURCE", help="add: the clipping, where it is in the books already")
    parser.add_argument("--outlet", metavar="NAME", help="add, seen: who published it")
    parser.add_argument("--url", help="add, seen: its address; it is kept, not fetched")
    parser.add_argument("--seen", metavar="EDTF", help="add, seen: when it was seen")
    parser.add_argument("--narrative", help="add: the story that it serves")
    parser.add_argument("--topic", help="add: what it is about; list: only those about it")
    parser.add_argument("--technique", metavar="T0000", action="append", default=[], help="add: a technique of DISARM")
    parser.add_argument("--record", metavar="ID", help="refute: the record whose words refute it")
    parser.add_argument(
        "--claim", metavar="CLAIM", help="refute: which of its claims (default: that of its furthest step)"
    )
    parser.add_argument("--reason", metavar="TEXT", help="refute, close: why")
    parser.add_argument("--status", choices=STATUSES, help="list: only those")
    add_author(parser)
    parser = commands.add(
        "outlet", _outlet, "the register of outlets: country, status and who says so, practices, contacts",
        examples="""korpu outlet add "Daily X" --country RU --kind website --status state-controlled \\
            --according-to "Council decision 2022/351" --status-date 2022-03-01
        korpu outlet list""",
    )  # fmt: skip
    parser.add_argument("job", choices=("add", "list"))
    parser.add_argument("name", nargs="?", metavar="NAME")
    parser.add_argument("--country", metavar="CODE", help="ISO 3166-1, two letters")
    parser.add_argument("--kind", choices=OUTLET_KINDS)
    parser.add_argument("--url")
    parser.add_argument("--status", choices=OUTLET_STATUSES)
    parser.add_argument("--status-date", metavar="EDTF", help="since when, or as of when")
    parser.add_argument("--according-to", metavar="TEXT", help="who says so of its status")
    parser.add_argument("--practice", metavar="TEXT", action="append", default=[], help="what it is known to do")
    parser.add_argument(
        "--contact", metavar="TEXT", action="append", default=[], help="contact of the editorial office"
    )
    parser.add_argument("--source", metavar="SOURCE", help="a source in the books that says so, with --quote")
    parser.add_argument("--quote", metavar="WORDS", help="its words")
    add_author(parser)


def _incident(arguments: argparse.Namespace) -> int:
    jobs = {"add": _add, "list": _list, "show": _show, "refute": _refute, "seen": _seen, "close": _close}
    if arguments.job not in ("add", "list") and not arguments.what:
        raise UsageError("KORPU-USAGE-002", f"Name the incident: korpu incident {arguments.job} ID.")
    return jobs[arguments.job](arguments)


def _add(arguments: argparse.Namespace) -> int:
    from korpu.app.incidents import add_incident, incident
    from korpu.cli.reading import open_document

    if not arguments.words:
        raise UsageError("KORPU-USAGE-002", "Give the words of the claim: --words TEXT.")
    document = open_document(arguments.what, kind="press", url=arguments.url) if arguments.what else None
    with opened(arguments) as books:
        source = _clipping(books, document, author(arguments)) if document is not None else arguments.source
        record = add_incident(
            books, arguments.words, title=arguments.title, language=arguments.lang, source=source,
            outlet=arguments.outlet, url=arguments.url, seen=arguments.seen, narrative=arguments.narrative,
            topic=arguments.topic, techniques=arguments.technique, by=author(arguments),
        )  # fmt: skip
        case = incident(books, record)
    _told(arguments, case, f"Opened as {record}. Next: korpu incident refute {record} --record ID")
    return 0


def _clipping(books: Books, document: Any, by: str) -> str:
    from korpu.app.intake import add as take_in
    from korpu.app.noted import EVIDENCE_ONLY

    return take_in(books, document, by=by, extra=EVIDENCE_ONLY).source


def _told(arguments: argparse.Namespace, case: Case, sentence: str) -> None:
    from korpu.ledger.incidents.contract import case_json

    if arguments.json:
        print_json(case_json(case))
    else:
        print(sentence)


def _list(arguments: argparse.Namespace) -> int:
    from korpu.app.incidents import incidents
    from korpu.ledger.incidents.contract import case_json

    with opened(arguments) as books:
        cases = incidents(books, status=arguments.status, topic=arguments.topic)
    if arguments.json:
        for case in cases:
            print_json(case_json(case))
    elif cases:
        rows = [(c.record, c.status, _first_seen(c), ", ".join(o.name for o in c.outlets), c.name()) for c in cases]
        table(("id", "status", "seen", "outlets", "claim"), rows)
        print(f"{counted(len(cases), 'incident')}. All of one: korpu incident show ID")
    else:
        print("No incident is on record. Open one: korpu incident add --words TEXT --outlet NAME --seen DATE")
    return 0


def _first_seen(case: Case) -> str:
    dates = [time_words(s.date) for s in case.sightings if s.date]
    return dates[0] if dates else ""


def _show(arguments: argparse.Namespace) -> int:
    from korpu.app.incidents import incident
    from korpu.ledger.incidents.contract import case_json

    with opened(arguments) as books:
        case = incident(books, arguments.what)
    if arguments.json:
        print_json(case_json(case))
        return 0
    print(f"{case.name()}  [{case.record}] · {case.status}")
    print(f"  “{case.words}” ({case.language})")
    for seen in case.sightings:
        print("  seen: " + " · ".join(p for p in (seen.outlet, time_words(seen.date), seen.url) if p))
    for name, value in (
        ("narrative", case.narrative),
        ("topic", case.topic),
        ("techniques", " ".join(case.techniques)),
    ):
        if value:
            print(f"  {name}: {value}")
    for words in case.refutations:
        print(f"  refuted by {words.record or 'another register'}: “{shorten(words.quote, 200)}”")
        about = " · ".join(p for p in (words.title, time_words(words.date), words.url, words.reason) if p)
        print(f"    {about}")
    return 0


def _refute(arguments: argparse.Namespace) -> int:
    from korpu.app.incidents import incident, refute

    if not arguments.record:
        raise UsageError("KORPU-USAGE-002", "Name the record whose words refute it: --record ID.")
    with opened(arguments) as books:
        entry = refute(
            books, arguments.what, record=arguments.record, claim=arguments.claim, reason=arguments.reason,
            by=author(arguments),
        )  # fmt: skip
        case = incident(books, arguments.what)
    _told(arguments, case, f"Refuted by {arguments.record} (entry {entry}).")
    return 0


def _seen(arguments: argparse.Namespace) -> int:
    from korpu.app.incidents import incident, see_again

    with opened(arguments) as books:
        entry = see_again(
            books, arguments.what, outlet=arguments.outlet, url=arguments.url, seen=arguments.seen, by=author(arguments)
        )
        case = incident(books, arguments.what)
    _told(arguments, case, f"Noted (entry {entry}).")
    return 0


def _close(arguments: argparse.Namespace) -> int:
    from korpu.app.incidents import close, incident

    with opened(arguments) as books:
        entry = close(books, arguments.what, reason=arguments.reason or "", by=author(arguments))
        case = incident(books, arguments.what)
    _told(arguments, case, f"Closed (entry {entry}).")
    return 0


def _outlet(arguments: argparse.Namespace) -> int:
    from korpu.app.outlets import add_outlet, outlets
    from korpu.ledger.incidents.contract import outlet_json

    if arguments.job == "add":
        with opened(arguments) as books:
            record = add_outlet(
                books, arguments.name or "", country=arguments.country, kind=arguments.kind, url=arguments.url,
                status=arguments.status, status_date=arguments.status_date, according_to=arguments.according_to,
                practices=arguments.practice, contacts=arguments.contact, source=arguments.source,
                quote=arguments.quote, by=author(arguments),
            )  # fmt: skip
            (found,) = [one for one in outlets(books) if one.record == record]
        if arguments.json:
            print_json(outlet_json(found))
        else:
            print(f"{found.name} is in the register, as {record}.")
        return 0
    with opened(arguments) as books:
        register = outlets(books)
    if arguments.json:
        for one in register:
            print_json(outlet_json(one))
    elif register:
        table(("id", "name", "country", "kind", "status", "according to"), [_row(one) for one in register])
    else:
        print("The register of outlets is empty. Add one: korpu outlet add NAME --country CODE")
    return 0


def _row(one: Outlet) -> tuple[str | None, ...]:
    according = " ".join(p for p in (one.status_source, time_words(one.status_date)) if p)
    return (one.record, one.name, one.country, plain(one.kind), plain(one.status), according)
