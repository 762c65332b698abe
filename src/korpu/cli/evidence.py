"""`korpu claim`, `link`, `unlink`: saying by hand what words state, and which records belong together."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from korpu.cli.books import add_author, author, opened
from korpu.cli.output import print_json
from korpu.cli.review import edits_of
from korpu.kernel.errors import InputError, UsageError

if TYPE_CHECKING:
    from korpu.app.books import Books
    from korpu.cli.parser import Commands
    from korpu.kernel.finding import Range

RELATIONS = {"same-as": "same_as", "part-of": "part_of", "depends-on": "depends_on"}


def add(commands: Commands) -> None:
    """Add the commands of this group."""
    parser = commands.add(
        "claim", _claim, "make a claim by hand on words of a source",
        more="Name the words by their offsets (`korpu text`) or by quoting them.",
        examples="""korpu claim src-0123456789abcdef --quote "two transformers by winter" --kind need --set count=2
        korpu claim src-0123456789abcdef --range 120:168 --kind initiative --set stage=delivered""",
    )  # fmt: skip
    parser.add_argument("source", metavar="SOURCE", help="the source, as `korpu sources` names it")
    _words(parser)
    parser.add_argument("--kind", required=True, help="initiative, agreement, decision, cohort, visit, need …")
    parser.add_argument("--record", metavar="ID", help="the record it is about (default: a new one)")
    parser.add_argument(
        "--set", metavar="FIELD=VALUE", action="append", default=[], help="what it states; may be repeated"
    )
    add_author(parser)
    parser = commands.add(
        "link", _link, "say that two records are the same thing, or one part of the other",
        examples='korpu link rec-1 part-of rec-2 --reason "one of the four projects named"',
    )  # fmt: skip
    parser.add_argument("record", metavar="RECORD")
    parser.add_argument("relation", choices=tuple(RELATIONS), metavar="|".join(RELATIONS))
    parser.add_argument("other", metavar="OTHER")
    parser.add_argument("--reason", required=True, help="why; it stays on record")
    parser.add_argument("--source", metavar="SOURCE", help="the source that says so, with --range or --quote")
    _words(parser)
    add_author(parser)
    parser = commands.add("unlink", _unlink, "take a link back", examples="korpu unlink embassy-17")
    parser.add_argument("entry", metavar="ENTRY", help="the entry that made the link")
    add_author(parser)


def _words(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--range", metavar="START:END", action="append", default=[], help="offsets of the words; may be repeated"
    )
    parser.add_argument(
        "--quote", metavar="WORDS", action="append", default=[], help="the words as they stand; may be repeated"
    )


def _claim(arguments: argparse.Namespace) -> int:
    from korpu.app.claims import claim

    if not arguments.set:
        raise UsageError("KORPU-USAGE-002", "A claim states something: add --set FIELD=VALUE.")
    with opened(arguments) as books:
        entry = claim(
            books, arguments.source, _ranges(books, arguments.source, arguments), kind=arguments.kind,
            record=arguments.record, properties=edits_of(arguments.set), by=author(arguments),
        )  # fmt: skip
        said = books.journal.payload(entry) or {}
    _done(arguments, {"entry": entry, "record": said.get("record")}, f"Claimed on record {said.get('record')}")
    return 0


def _link(arguments: argparse.Namespace) -> int:
    from korpu.app.claims import link

    relation = RELATIONS[arguments.relation]
    with opened(arguments) as books:
        ranges = _ranges(books, arguments.source, arguments) if arguments.source else ()
        entry = link(
            books, arguments.record, relation, arguments.other, reason=arguments.reason, source=arguments.source,
            ranges=ranges, by=author(arguments),
        )  # fmt: skip
    data = {"entry": entry, "record": arguments.record, "relation": relation, "other": arguments.other}
    _done(arguments, data, f"{arguments.record} is now {relation.replace('_', ' ')} {arguments.other}")
    return 0


def _unlink(arguments: argparse.Namespace) -> int:
    from korpu.app.claims import unlink

    with opened(arguments) as books:
        entry = unlink(books, arguments.entry, by=author(arguments))
    _done(arguments, {"entry": entry, "withdrawn": arguments.entry}, f"Took back {arguments.entry}")
    return 0


def _done(arguments: argparse.Namespace, data: dict[str, str | None], sentence: str) -> None:
    if arguments.json:
        print_json(data)
    else:
        print(f"{sentence} (entry {data['entry']}).")


def _ranges(books: Books, source: str, arguments: argparse.Namespace) -> tuple[Range, ...]:
    """Return the words that --range and --quote name in a source, or say why they cannot be found."""
    from korpu.statements.locate import locate

    text = books.document(source).text
    found = [range_of(given) for given in arguments.range]
    for quote in arguments.quote:
        place = locate(text, quote)
        if place is None or place.times != 1:
            often = f"{place.times} times" if place else "not"
            raise InputError(
                "KORPU-CLI-002", f"“{quote}” stands {often} in {source}; quote words that stand there once."
            )
        found.append((place.start, place.end))
    return tuple(found)


def range_of(given: str) -> Range:
    """Return the offsets that START:END names, or raise UsageError KORPU-USAGE-005."""
    start, colon, end = given.partition(":")
    if not (colon and start.isdecimal() and end.isdecimal() and int(start) < int(end)):
        raise UsageError("KORPU-USAGE-005", f"“{given}” is not START:END, such as 120:168.")
    return int(start), int(end)
