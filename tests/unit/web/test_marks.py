from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from korpu.kernel.finding import Finding
from korpu.statements.document import Document
from korpu.statements.reading import Candidate, Figure, Passage, Reading
from korpu.web.marks import blocks

TEXT = "Heading\n\n- What was done? 🙂\n- We gave 1 million US dollars, and ₴5 more.\n"
SPANS = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(sorted).filter(lambda s: s[0] < s[1])


def reading(passages=(), figures=(), candidates=(), findings=()):
    return Reading(
        Document(TEXT),
        "en",
        tuple(Passage(a, b, "answer", None, "en") for a, b in passages),
        tuple(Figure(a, b, TEXT[a:b], "count", "1") for a, b in figures),
        tuple(Candidate(((a, b),), TEXT[a:b], "initiative", None, None) for a, b in candidates),
        tuple(Finding("ratio", "error", "m", ((a, b),)) for a, b in findings),
    )


@given(
    st.lists(SPANS, max_size=3), st.lists(SPANS, max_size=4), st.lists(SPANS, max_size=4), st.lists(SPANS, max_size=3)
)
def test_no_letter_is_lost_repeated_or_moved(passages, figures, candidates, findings):
    pieces = [p for b in blocks(reading(passages, figures, candidates, findings)) for p in b.pieces]
    at = 0
    for piece in pieces:
        assert piece.start >= at
        assert TEXT[piece.start : piece.start + len(piece.text)] == piece.text
        assert not any(c.isalnum() for c in TEXT[at : piece.start])
        at = piece.start + len(piece.text)
    assert not any(c.isalnum() for c in TEXT[at:])


@given(SPANS)
def test_a_quote_is_lit_where_it_stands_and_nowhere_else(span):
    pieces = [p for b in blocks(reading(candidates=[span])) for p in b.pieces]
    lit = "".join(p.text for p in pieces if p.candidates == (0,))
    assert lit.strip() == TEXT[span[0] : span[1]].strip() or lit in TEXT[span[0] : span[1]]


def test_a_finding_opens_once():
    at = TEXT.index("1 million")
    pieces = [p for b in blocks(reading(figures=[(at, at + 1)], findings=[(at, at + 9)])) for p in b.pieces]
    assert sum(p.opens == (0,) for p in pieces) == 1
    assert {p.severity for p in pieces if p.findings} == {"error"}


def test_a_wrapped_line_flows_and_a_blank_line_parts_paragraphs():
    text = "A sentence that is wrapped by hand at some sixty letters or\nmore goes on here.\n\nNext.\n- one\n- two"
    whole = Reading(Document(text), "en", (Passage(0, len(text), "body", None, "en"),))
    starts = [(p.before, p.text.strip().splitlines()[0]) for b in blocks(whole) for p in b.pieces if p.before]
    assert starts == [("para", "Next."), ("line", "- one"), ("line", "- two")]
