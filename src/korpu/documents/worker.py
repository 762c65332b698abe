"""A process of its own that reads one file under limits of time and memory, and says what it found on its output."""

from __future__ import annotations

import json
import sys

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
    """Read the file on standard input; arguments are its media type, seconds and bytes."""
    media, seconds, size = sys.argv[1:4]
    limit(int(seconds), int(size))
    raw = sys.stdin.buffer.read()
    try:
        answer = {"found": to_json(read_format(media, raw))}
    except InputError as error:
        answer = {"error": {"code": error.code, "message": error.message}}
    except MemoryError:
        return 9
    sys.stdout.write(json.dumps(answer))
    return 0


if __name__ == "__main__":
    sys.exit(main())
