"""Makes words from outside harmless to show: no sign of them may turn others round, hide them, or steer a terminal."""

from __future__ import annotations

import unicodedata

TURNING = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)), "\ufffd")
"""Signs that set the words after them from right to left or back, so that "21" can be shown for "12"."""

_MARKS = dict.fromkeys((0x200E, 0x200F, 0x061C, 0x200B, 0x2060, 0xFEFF))
_DROPPED = dict.fromkeys(TURNING) | _MARKS


def visible(text: str) -> str:
    r"""Return a text of the same length with a replacement sign for each sign that turns words round or steers.

    >>> visible("a\u202e21b\x1b[1m") == "a\ufffd21b\ufffd[1m"
    True
    """
    shown = text.translate(TURNING)
    if shown.isprintable():
        return shown
    return "".join("\ufffd" if unicodedata.category(c) == "Cc" and c not in "\t\n\r" else c for c in shown)


def one_line(text: str | None) -> str | None:
    r"""Return a title or a name as one plain line, None where nothing is left of it.

    >>> one_line(" Act\n of \u202e2025 ")
    'Act of 2025'
    """
    if text is None:
        return None
    plain = "".join(" " if unicodedata.category(c) == "Cc" else c for c in text.translate(_DROPPED))
    return " ".join(plain.split()) or None


def file_name(name: str | None) -> str | None:
    r"""Return the name of a file without the folders before it, None where nothing is left.

    >>> file_name("../../etc/act.pdf"), file_name("C:\\acts\\act.pdf"), file_name("../")
    ('act.pdf', 'act.pdf', None)
    """
    plain = one_line(name)
    parts = [part for part in (plain or "").replace("\\", "/").split("/") if part.strip(" .")]
    return parts[-1].strip() if parts else None
