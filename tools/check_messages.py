"""Checks the message catalogues: every sentence on a page is there in Azerbaijani and Ukrainian, none of them guessed.

Run with --write to add what is new to the catalogues (empty, for a person to fill) and drop what no page says any more.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

SOURCE = Path(__file__).resolve().parents[1] / "src" / "korpu"
LANGUAGES = ("az", "uk")
KEYWORDS: dict[str, Any] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
}
_FIELD = re.compile(r"%\((\w+)\)[sd]|\{(\w*)\}")

Message = str | tuple[str, ...]


def messages() -> dict[Message, list[str]]:
    """Return every message of templates and modules, with where it is said."""
    import django  # noqa: PLC0415
    from django.utils.translation.template import templatize  # noqa: PLC0415

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "korpu.server.settings")
    django.setup()
    found: dict[Message, list[str]] = {}
    for path in sorted(SOURCE.rglob("*.html")):
        _add(found, path, _of(templatize(path.read_text(encoding="utf-8")).encode()))
    for path in sorted(SOURCE.rglob("*.py")):
        if "gettext" in path.read_text(encoding="utf-8"):
            _add(found, path, _of(path.read_bytes()))
    return found


def _of(code: bytes) -> Iterator[Message]:
    for _line, message, _comments, _context in extract("python", BytesIO(code), keywords=KEYWORDS):
        yield tuple(m for m in message if m) if isinstance(message, tuple) else message


def _add(found: dict[Message, list[str]], path: Path, said: Iterator[Message]) -> None:
    for message in said:
        if message:
            found.setdefault(message, []).append(path.relative_to(SOURCE).as_posix())


def catalogue(language: str) -> tuple[Path, Catalog]:
    """Return the catalogue of a language and where it lies."""
    path = SOURCE / "locale" / language / "LC_MESSAGES" / "django.po"
    with path.open("rb") as file:
        return path, read_po(file, locale=language)


def faults(language: str, said: dict[Message, list[str]]) -> Iterator[str]:
    """Yield a line for each message that is missing, empty, guessed, or loses a name that it is to be filled with."""
    _path, held = catalogue(language)
    for message, places in sorted(said.items(), key=str):
        key = message[0] if isinstance(message, tuple) else message
        entry = held.get(key)
        forms = entry.string if entry is not None else ""
        written = forms if isinstance(forms, tuple) else (forms,)
        if entry is None or not all(written):
            yield f"{language}: not translated: {key!r} ({places[0]})"
        elif entry.fuzzy:
            yield f"{language}: marked fuzzy: {key!r}"
        else:
            wanted = _names(message[-1] if isinstance(message, tuple) else message)
            if any(_names(form) - wanted or wanted - _names(form) - {"n"} for form in written):
                yield f"{language}: not filled with the same names: {key!r}"


def _names(text: str) -> set[str]:
    return {a or b for a, b in _FIELD.findall(text)}


def update(language: str, said: dict[Message, list[str]]) -> None:
    """Add new messages to a catalogue and drop those that are no longer said."""
    path, held = catalogue(language)
    keys = {m[0] if isinstance(m, tuple) else m for m in said}
    for message in [m for m in held if m.id]:
        if (message.id[0] if isinstance(message.id, tuple) else message.id) not in keys:
            held.delete(message.id)
    for said_message, places in said.items():
        key = said_message[0] if isinstance(said_message, tuple) else said_message
        if held.get(key) is None:
            held.add(said_message, locations=[(p, 0) for p in dict.fromkeys(places)])
    with path.open("wb") as file:
        write_po(file, held, no_location=True, sort_output=True, width=120, omit_header=False)


def main() -> int:
    """Check, or with --write update; return 1 when something is amiss."""
    said = messages()
    if "--write" in sys.argv:
        for language in LANGUAGES:
            update(language, said)
    wrong = [line for language in LANGUAGES for line in faults(language, said)]
    for line in wrong:
        print(line)
    print(f"{len(said)} messages in {len(LANGUAGES)} languages: {len(wrong)} amiss" if wrong else "messages: complete")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
