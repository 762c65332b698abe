"""DOCX and XLSX are ZIPs of XML: looked through before anything in it is parsed."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from korpu.kernel.errors import InputError

MOST_UNPACKED = 100 * 1024 * 1024
"""Most bytes an archive may hold unpacked; one that is packed more than a hundredfold is refused earlier."""

_MOST_MEMBERS = 3000
_ARCHIVES = (b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"BZh", b"\xfd7zXZ")
_ENCODING = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9._-]{1,40})")
_PLAIN_ENCODINGS = (b"utf-8", b"utf8", b"us-ascii", b"ascii")


def check_archive(raw: bytes) -> None:
    """Refuse a package that is encrypted, has macros, unpacks to too much, holds an archive, or declares entities.

    Raises InputError: KORPU-INPUT-008, -010, -011, -012, -013, and -017 for a damaged one.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            members = archive.infolist()
            _check_sizes(members, len(raw))
            for member in members:
                _check_member(archive, member)
    except (zipfile.BadZipFile, EOFError, OSError, ValueError, RuntimeError, zlib.error) as error:
        raise InputError("KORPU-INPUT-017", "The file is damaged: its archive cannot be unpacked.") from error


def _check_sizes(members: list[zipfile.ZipInfo], size: int) -> None:
    unpacked = sum(member.file_size for member in members)
    if len(members) > _MOST_MEMBERS or unpacked > MOST_UNPACKED or (unpacked > 10 << 20 and unpacked > 100 * size):
        raise InputError("KORPU-INPUT-011", f"The file unpacks to {unpacked / 1e6:,.0f} MB, too much for a document.")
    if any(member.flag_bits & 1 for member in members):
        raise InputError("KORPU-INPUT-008", "The file is encrypted; save it without a password.")
    if any("vbaproject" in member.filename.lower() for member in members):
        raise _macros()


def _check_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> None:
    is_xml = member.filename.lower().endswith((".xml", ".rels"))
    with archive.open(member) as file:
        content = file.read() if is_xml else file.read(8)
    if content.startswith(_ARCHIVES):
        raise InputError("KORPU-INPUT-012", "The file holds another archive; save it without embedded objects.")
    if not is_xml:
        return
    named = _ENCODING.search(content[:400])
    strange = b"\0" in content or (named and named[1].lower() not in _PLAIN_ENCODINGS)
    if strange or b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise InputError("KORPU-INPUT-013", "The file declares a document type or entities, which korpu does not read.")
    if member.filename == "[Content_Types].xml" and b"macroEnabled" in content:
        raise _macros()


def _macros() -> InputError:
    return InputError("KORPU-INPUT-010", "The file has macros; save it as a plain .docx without them.")
