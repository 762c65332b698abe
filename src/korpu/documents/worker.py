"""A process of its own that reads a file, or draws a page of it, under limits of time and memory; it answers JSON."""

from __future__ import annotations

import base64
import json
import sys
from typing import Any

from korpu.documents.extracted import to_json
from korpu.documents.readers import read_format
from korpu.kernel.errors import InputError


def limit(seconds: int, size: int) -> None:
    """Hold this process to so many seconds of processor time and bytes of memory, where the system can."""
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:  # the caller's clock still runs
        return
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_AS, (size, size))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> int:
    """Read the file on standard input; arguments are seconds, bytes, its media type, and the page to draw as JSON."""
    seconds, size, media, *page = sys.argv[1:]
    limit(int(seconds), int(size))
    raw = sys.stdin.buffer.read()
    try:
        answer = {"drawn": _drawn(raw, json.loads(page[0]))} if page else {"found": to_json(read_format(media, raw))}
    except InputError as error:
        answer = {"error": {"code": error.code, "message": error.message}}
    except MemoryError:
        return 9
    sys.stdout.write(json.dumps(answer))
    return 0


def _drawn(raw: bytes, wanted: dict[str, Any]) -> str:
    from korpu.documents.page_image import draw_page  # noqa: PLC0415 - only for a page of a PDF

    return base64.b64encode(draw_page(raw, wanted["number"], wanted["width"], wanted["marks"])).decode()


if __name__ == "__main__":
    sys.exit(main())
