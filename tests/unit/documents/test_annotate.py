"""Comments of a Word file stand at the very words; nothing else of the file changes, whatever its runs are like."""

from __future__ import annotations

import io
import random
import zipfile

import docx
import pytest
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.documents.typeset import as_docx

from korpu.documents import load
from korpu.documents.annotate import Comment, annotated, typed
from korpu.documents.docx import read_docx


def words_of(document, comment):
    """The words between the marks of a comment, as Word would light them."""
    inside, found = False, []
    for element in document.element.body.iter():
        if element.tag == qn("w:commentRangeStart") and element.get(qn("w:id")) == str(comment.comment_id):
            inside = True
        elif element.tag == qn("w:commentRangeEnd") and element.get(qn("w:id")) == str(comment.comment_id):
            inside = False
        elif inside and element.tag == qn("w:t"):
            found.append(element.text or "")
        elif inside and element.tag == qn("w:p"):
            found.append(" ")
    return " ".join("".join(found).split())


def saved(document):
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def opened(raw):
    return docx.Document(io.BytesIO(raw))


def at(text, words, note="see"):
    start = text.index(words)
    return Comment(start, start + len(words), note)


def formatted():
    document = docx.Document()
    document.add_heading("A statement", 1)
    first = document.add_paragraph()
    first.add_run("Norway gave ").bold = True
    first.add_run("7.6 mil")
    first.add_run("lion euros in 2023.").italic = True
    table = document.add_table(2, 2)
    table.cell(0, 0).text = "What"
    table.cell(1, 0).text = "School"
    table.cell(1, 1).text = "Total 45 million"
    document.add_paragraph("Last words, said twice. Last words.")
    return document


def test_a_comment_begins_and_ends_with_its_words_across_runs_and_in_tables():
    raw = saved(formatted())
    text = load(raw).text
    wanted = ["7.6 million euros", "45 million", "euros in 2023", "said twice", "A statement"]
    marked = opened(annotated(raw, text, [at(text, words, f"on {words}") for words in wanted]))
    assert {c.text: words_of(marked, c) for c in marked.comments} == {f"on {words}": words for words in wanted}
    assert {c.author for c in marked.comments} == {"korpu"}


def test_words_and_formatting_stay_as_they_were():
    raw = saved(formatted())
    text = load(raw).text
    copy = annotated(raw, text, [at(text, "7.6 million euros")])
    assert load(copy).text == text
    runs = opened(copy).paragraphs[1].runs
    assert "".join(r.text for r in runs if r.bold) == "Norway gave "
    assert "".join(r.text for r in runs if r.italic) == "lion euros in 2023."
    before, after = (zipfile.ZipFile(io.BytesIO(one)) for one in (raw, copy))
    kept = set(before.namelist()) - {"[Content_Types].xml", "word/document.xml", "word/_rels/document.xml.rels"}
    assert all(before.read(name) == after.read(name) for name in kept if not name.startswith("docProps"))


def test_links_and_insertions_hold_comments_and_deleted_words_get_none():
    document = docx.Document()
    paragraph = document.add_paragraph("Gave ")
    for tag, words, leaf in (("w:hyperlink", "3 million", "w:t"), ("w:del", "9 million", "w:delText"),
                             ("w:ins", " euros", "w:t")):  # fmt: skip
        box, run, text = OxmlElement(tag), OxmlElement("w:r"), OxmlElement(leaf)
        text.text = words
        text.set(qn("xml:space"), "preserve")
        run.append(text)
        box.append(run)
        paragraph._p.append(box)
    raw = saved(document)
    text = load(raw).text
    assert text == "Gave 3 million euros"
    marked = opened(annotated(raw, text, [at(text, "3 million euros")]))
    assert words_of(marked, next(iter(marked.comments))) == "3 million euros"


def test_comments_that_were_there_before_stay():
    document = formatted()
    document.add_comment(document.paragraphs[1].runs[0], "Is this cleared?", "Ms Koval", "K")
    raw = saved(document)
    text = load(raw).text
    marked = opened(annotated(raw, text, [at(text, "2023")]))
    assert [(c.author, c.text) for c in marked.comments] == [("Ms Koval", "Is this cleared?"), ("korpu", "see")]


def test_signs_that_xml_cannot_hold_are_left_out_of_comments():
    raw = as_docx("One million.")
    marked = opened(annotated(raw, "One million.", [Comment(0, 3, "bell \x07 and null \x00")]))
    assert next(iter(marked.comments)).text == "bell  and null "


@settings(max_examples=20, deadline=None)
@given(st.lists(st.text("ab ї\u0259\t", min_size=1, max_size=12), min_size=1, max_size=6), st.randoms())
def test_any_words_of_any_runs_are_found_again(parts: list[str], chance: random.Random):
    document = docx.Document()
    paragraph = document.add_paragraph("x")
    for part in parts:
        paragraph.add_run(part).bold = chance.random() < 0.5
    document.add_paragraph("end.")
    raw = saved(document)
    text = read_docx(raw).text
    spans = [sorted(chance.sample(range(len(text) + 1), 2)) for _ in range(3)]
    marked = opened(annotated(raw, text, [Comment(a, b, str(i)) for i, (a, b) in enumerate(spans)]))
    said = {c.text: words_of(marked, c) for c in marked.comments}
    assert read_docx(saved(marked)).text == text
    for i, (a, b) in enumerate(spans):
        words = " ".join(text[a:b].split())
        assert "".join(said.get(str(i), "").split()) == "".join(words.split())


@pytest.mark.parametrize("text", ["One line only.", "First.\n\nSecond with 5 million euros.\nThird."])
def test_a_text_becomes_a_word_file_with_comments(text):
    words = text.split(". ")[-1].split("\n")[-1]
    marked = opened(typed(text, [at(text, words)], title="Draft"))
    assert [p.text for p in marked.paragraphs] == [line for line in text.splitlines() if line]
    assert words_of(marked, next(iter(marked.comments))) == words
    assert marked.core_properties.title == "Draft"


BOXED = (
    '<w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml"><w:r><w:t>Before the box.</w:t></w:r>'
    "<w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>Boxed 5 million.</w:t></w:r></w:p>"
    "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
)
NOTES = (
    '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    '<w:footnote w:id="7"><w:p><w:r><w:t>Of which 9 million.</w:t></w:r></w:p></w:footnote></w:footnotes>'
)


def with_box_and_footnote():
    document = docx.Document()
    document.element.body.insert(0, parse_xml(BOXED))
    paragraph = document.add_paragraph("Norway gave 3 million")
    call = paragraph.add_run()
    reference = OxmlElement("w:footnoteReference")
    reference.set(qn("w:id"), "7")
    call._r.append(reference)
    name = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part = Part(PackURI("/word/footnotes.xml"), name, NOTES.encode(), document.part.package)
    document.part.relate_to(part, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes")
    return saved(document)


def test_words_of_boxes_and_footnotes_are_commented_where_these_are_anchored():
    raw = with_box_and_footnote()
    text = load(raw).text
    assert "Boxed 5 million." in text
    assert "Of which 9 million." in text
    notes = [at(text, "5 million", "box"), at(text, "9 million", "foot"), at(text, "3 million", "x")]
    copy = annotated(raw, text, notes)
    assert load(copy).text == text
    marked = opened(copy)
    said = {comment.text: comment for comment in marked.comments}
    assert words_of(marked, said["x"]) == "3 million"
    starts = {e.get(qn("w:id")): e.getnext() for e in marked.element.body.iter(qn("w:commentRangeStart"))}
    assert starts[str(said["box"].comment_id)].find(qn("w:pict")) is not None
    assert starts[str(said["foot"].comment_id)].find(qn("w:footnoteReference")) is not None
    boxes = marked.element.body.iter(qn("w:txbxContent"))
    assert not [mark for box in boxes for mark in box.iter(qn("w:commentRangeStart"))]
