"""Reads a file, or draws a page of it, in a process of its own, so that a hostile one harms nothing here."""

from __future__ import annotations

import base64
import json
import math
import subprocess
import sys
from collections.abc import Sequence
from typing import Any

from korpu.documents.extracted import Extracted, from_json
from korpu.documents.media import PDF
from korpu.kernel.errors import InputError

MEMORY = 1 << 30
"""Most bytes of address space the reader may take."""

_SECONDS, _SECONDS_A_MEGABYTE, _MOST_SECONDS = 2, 8, 40
_SECONDS_TO_DRAW = 20
_ENDED_BY_TIME = (-24, -9)  # SIGXCPU, SIGKILL
_OUT_OF_MEMORY = 9


def read_apart(media: str, raw: bytes, *, seconds: int | None = None) -> Extracted:
    """Read the bytes of a format in another process.

    Time grows with the file: 2 seconds of processor time, 8 more a megabyte, 40 at most, or `seconds` where they are
    given. Raises InputError: what the reader raises, KORPU-INPUT-016 when it takes too long or too much memory, -017
    when it breaks down.
    """
    seconds = seconds or min(_MOST_SECONDS, math.ceil(_SECONDS + _SECONDS_A_MEGABYTE * len(raw) / 1e6))
    return from_json(_answer(raw, seconds, media)["found"])


def draw_apart(raw: bytes, number: int, width: int, marks: Sequence[Sequence[float]] = ()) -> bytes:
    """Draw a page of a PDF in another process and return the PNG (see `page_image.draw_page`); raises what that raises.

    InputError KORPU-INPUT-016 where it takes too long or too much memory.
    """
    wanted = json.dumps({"number": number, "width": width, "marks": [list(mark) for mark in marks]})
    return base64.b64decode(_answer(raw, _SECONDS_TO_DRAW, PDF, wanted)["drawn"])


def _answer(raw: bytes, seconds: int, *about: str) -> dict[str, Any]:
    command = [sys.executable, "-P", "-m", "korpu.documents.worker", str(seconds), str(MEMORY), *about]
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and module; the file is its input
            command, input=raw, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=10 * seconds, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise _too_heavy() from error
    if done.returncode in (*_ENDED_BY_TIME, _OUT_OF_MEMORY):
        raise _too_heavy()
    try:
        answer: dict[str, Any] = json.loads(done.stdout)
    except ValueError as error:
        raise InputError("KORPU-INPUT-017", "The file is damaged and cannot be read.") from error
    if "error" in answer:
        raise InputError(answer["error"]["code"], answer["error"]["message"])
    return answer


def _too_heavy() -> InputError:
    return InputError("KORPU-INPUT-016", "The file takes too much time or memory to read.")
