"""Sets a text as PDF, DOCX and HTML, the way an office would, so that its words can be looked for again."""

from __future__ import annotations

import html
import io
import re

import docx
import typst


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text as a person would type them: line breaks inside are those of the page, not theirs."""
    return [" ".join(part.split()) for part in re.split(r"\n\s*\n|\n(?=- )", text) if part.strip()]


def as_pdf(text: str, *, columns: int = 1) -> bytes:
    """Justified, hyphenated, with page numbers; the font covers Latin, Azerbaijani and Cyrillic letters."""
    escaped = [re.sub(r"([\\#$*_`<>@\[\]~=/+-])", r"\\\1", part) for part in paragraphs(text)]
    head = f'#set page(numbering: "1 / 1", columns: {columns})\n#set text(font: "Libertinus Serif", lang: "en")\n'
    head += "#set par(justify: true)\n#set smartquote(enabled: false)\n"
    return bytes(typst.compile((head + "\n\n".join(escaped)).encode()))


def as_docx(text: str) -> bytes:
    document = docx.Document()
    for part in paragraphs(text):
        document.add_paragraph(part)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def as_html(text: str) -> bytes:
    body = "\n".join(f"<p>{html.escape(part)}</p>" for part in paragraphs(text))
    menu = "".join(f'<li><a href="/{i}">Section number {i}</a></li>' for i in range(8))
    return (
        "<!DOCTYPE html><html><head><meta charset='utf-8'><title>A page</title><script>var menu = 1;</script></head>"
        f"<body><nav>{menu}</nav><main><h1>A page</h1>{body}</main>"
        f"<ul>{menu}</ul><footer>All rights</footer></body></html>"
    ).encode()
