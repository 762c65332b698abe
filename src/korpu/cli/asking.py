"""`korpu ask`: a question in plain words, answered from the books with the words that every figure rests on."""

from __future__ import annotations

import argparse
from datetime import date
from typing import TYPE_CHECKING, Any

from korpu.cli.books import opened
from korpu.cli.output import print_json, shorten, wrapped
from korpu.cli.words import time_words
from korpu.kernel.errors import UsageError

if TYPE_CHECKING:
    from korpu.briefs.answer import Answer, AnswerSentence
    from korpu.cli.parser import Commands
    from korpu.ledger.claim import Claim
    from korpu.store.rows import SourceRow

_HEADS = {
    "en": ("Where sources differ", "What is not known", "Words cited", "The books cannot answer this. Missing:"),
    "uk": ("Де джерела розходяться", "Що невідомо", "Цитати", "Книги не можуть відповісти на це. Бракує:"),
    "az": ("Mənbələrin fərqləndiyi yerlər", "Məlum olmayanlar", "İqtibaslar", "Kitablar cavab verə bilmir. Çatışmır:"),
}


def add(commands: Commands) -> None:
    """Add the command of this group."""
    parser = commands.add(
        "ask", _ask, "answer a question from the books, every figure cited",
        more="In English, Ukrainian or Azerbaijani; what the books cannot answer is refused, naming what is missing.",
        examples="""korpu ask "What has been done in Irpin?"
        korpu ask "Скільки енергетичної допомоги виділено?"
        korpu ask "What is late?" --today 2025-12-31 --json""",
    )  # fmt: skip
    parser.add_argument("question", nargs="+", metavar="QUESTION")
    parser.add_argument("--lang", choices=("en", "uk", "az"), help="language of the answer (default: the question's)")
    parser.add_argument("--today", metavar="DATE", help="the day to answer for, as 2025-12-31 (default: today)")


def _ask(arguments: argparse.Namespace) -> int:
    from korpu.app.answers import ask
    from korpu.app.records import ledger

    with opened(arguments) as books:
        answer = ask(books, " ".join(arguments.question), language=arguments.lang, today=_day(arguments.today))
        claims = {claim.id: claim for record in ledger(books) for claim in record.claims}
        sources = {row.id: _called(row) for row in books.sources()}
    cited = {name: claims[name] for name in answer.citations if name in claims}
    if arguments.json:
        print_json(_json(answer, cited))
    else:
        _show(answer, cited, sources)
    return 0


def _called(source: SourceRow) -> str:
    """Return how a source is called under a quote; a digest is called what it is, since its words are ours."""
    title = f"“{source.title}”" if source.title else source.id
    return f"our digest {title}" if source.kind == "digest" else title


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise UsageError("KORPU-USAGE-006", f"“{text}” is not a day such as 2025-12-31.") from None


def _json(answer: Answer, cited: dict[str, Claim]) -> dict[str, Any]:
    from korpu.ledger.contract import claim_json

    return answer.as_json() | {"evidence": [{"record": c.record} | claim_json(c) for c in cited.values()]}


def _show(answer: Answer, cited: dict[str, Claim], sources: dict[str, str]) -> None:
    """Print the sentences with numbers of the quotes below, then what differs, what is unknown, and the quotes."""
    differ, unknown, words, refused = _HEADS[answer.language]
    quotes: dict[tuple[str, str], int] = {}
    if answer.refused:
        wrapped(refused)
        for line in answer.missing:
            wrapped(f"– {line}", "  ")
    for sentence in answer.sentences:
        wrapped(_marked(sentence, cited, quotes))
    for head, sentences in ((differ, answer.contradictions), (unknown, answer.unknowns)):
        if sentences:
            print(f"\n{head}")
            for sentence in sentences:
                marked = sentence.text if sentences is answer.unknowns else _marked(sentence, cited, quotes)
                wrapped(marked, "  ")
    if quotes:
        print(f"\n{words}")
    for (source, quote), number in quotes.items():
        claim = next(c for c in cited.values() if (c.evidence.source, c.evidence.quote) == (source, quote))
        who = f"{claim.evidence.speaker}, " if claim.evidence.speaker else ""
        wrapped(
            f"[{number}] “{shorten(quote, 300)}” {who}{sources.get(source, source)}, {time_words(claim.said) or '–'}",
            "  ",
        )


def _marked(sentence: AnswerSentence, cited: dict[str, Claim], quotes: dict[tuple[str, str], int]) -> str:
    """Return the sentence with the numbers of the quotes it rests on, at most six."""
    own = [cited[name].evidence for name in sentence.citations if name in cited]
    numbers = dict.fromkeys(quotes.setdefault((e.source, e.quote), len(quotes) + 1) for e in own)
    marks = "".join(f"[{number}]" for number in list(numbers)[:6])
    return f"{sentence.text} {marks}".rstrip()
