"""Coverage-guided fuzzing of the document readers: `make fuzz`, or `fuzz_documents.py READER SECONDS`.

READER is text, pdf, page (a page of a PDF as a picture), docx, xlsx, html or mail. Each input goes to the reader
itself, in this process, with what a careless or hostile sender may change; it must give words or an InputError,
within two seconds and one gigabyte. What breaks that is kept in a file that `crash-`, `timeout-` or `oom-` opens.
Needs atheris (requirements/fuzz.txt; Linux, Python 3.11).
"""

from __future__ import annotations

import contextlib
import io
import random
import sys
import tempfile
import zipfile
import zlib
from email.message import EmailMessage
from importlib import import_module
from pathlib import Path

import atheris
import openpyxl

with atheris.instrument_imports(include=["korpu", "docx", "email", "zipfile"]):
    from korpu.documents import decode, docx, html, mail, media, page_image, pdf, xlsx
    from korpu.kernel.errors import InputError

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "unit" / "documents"))
typeset = import_module("typeset")

WORDS = (
    "Minister: 2,5 million euro and 17 transformers were handed over in Cherkasy on 5 May 2025.\n\n"
    "У травні 2025 року передано 12 генераторів."
)
LARGEST = 1 << 17
READERS = {
    "text": decode.decode,
    "pdf": pdf.read_pdf,
    "page": lambda raw: page_image.draw_page(raw, 1, 400, [(50.0, 700.0, 200.0, 720.0)]),
    "docx": docx.read_docx,
    "xlsx": xlsx.read_xlsx,
    "html": html.read_html,
    "mail": mail.read_mail,
}


def a_mail() -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "press@example.org", "desk@example.org", "Передача генераторів"
    message["Date"] = "Mon, 05 May 2025 10:00:00 +0300"
    message.set_content(WORDS)
    message.add_alternative(f"<p>{WORDS}</p>", subtype="html")
    message.add_attachment(typeset.as_html(WORDS), maintype="text", subtype="html", filename="act.html")
    return message.as_bytes()


def a_workbook() -> bytes:
    book = openpyxl.Workbook()
    book.active.append(["Cherkasy", WORDS, 12, 0.5])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def seeds(reader: str) -> list[bytes]:
    """A few whole files of the format to begin from."""
    return {
        "text": lambda: [WORDS.encode(), WORDS.encode("cp1251", "replace"), WORDS.encode("utf-16")],
        "pdf": lambda: [typeset.as_pdf(WORDS), typeset.as_pdf(WORDS, columns=2)],
        "page": lambda: [typeset.as_pdf(WORDS), typeset.as_pdf(WORDS, columns=2)],
        "docx": lambda: [typeset.as_docx(WORDS)],
        "xlsx": lambda: [a_workbook()],
        "html": lambda: [typeset.as_html(WORDS)],
        "mail": lambda: [a_mail()],
    }[reader]()


def inside_package(data: bytes, largest: int, seed: int) -> bytes:
    """Change one member of a package and pack it again: no reader sees a ZIP whose bytes were changed."""
    chance = random.Random(seed)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            members = {name: package.read(name) for name in package.namelist()}
        name = chance.choice(sorted(members))
    except (zipfile.BadZipFile, IndexError, OSError, ValueError, zlib.error, RuntimeError, EOFError):
        return bytes(atheris.Mutate(data, largest))
    if chance.random() < 0.1:
        return bytes(atheris.Mutate(data, largest))
    members[name] = bytes(atheris.Mutate(members[name], largest))
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for member, raw in members.items():
            package.writestr(member, raw)
    return file.getvalue()


def main() -> None:
    reader, seconds = sys.argv[1], int(sys.argv[2])
    read = READERS[reader]

    def one(data: bytes) -> None:
        with contextlib.suppress(InputError):
            media.media_type(data)
            read(data)

    with tempfile.TemporaryDirectory() as corpus:
        for number, seed in enumerate(seeds(reader)):
            (Path(corpus) / f"seed-{number}").write_bytes(seed)
        options = [f"-max_total_time={seconds}", "-timeout=2", "-rss_limit_mb=1024", f"-max_len={LARGEST}"]
        change = {"custom_mutator": inside_package} if reader in ("docx", "xlsx") else {}
        atheris.Setup([sys.argv[0], corpus, "-print_final_stats=1", *options], one, **change)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
