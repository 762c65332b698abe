"""Several files, one after the other: each prints its object in its place, and a bad one does not stop the others."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from korpu.cli.output import complain, print_json, progress
from korpu.kernel.errors import KorpuError

T = TypeVar("T")


def each_file(
    paths: Sequence[str],
    work: Callable[[str], T],
    as_json: Callable[[str, T], dict[str, Any]],
    show: Callable[[str, T], None],
    *,
    json: bool,
) -> int:
    """Run `work` on every file and print what it gives; return 0, or the exit code of the last error."""
    code = 0
    for path in progress(paths, "reading"):
        try:
            result = work(path)
        except KorpuError as error:
            complain(error.code, error.message, path if len(paths) > 1 else None)
            if json:
                print_json({"file": path, "error": {"code": error.code, "message": error.message}})
            code = error.exit_code
            continue
        if json:
            print_json(as_json(path, result))
        else:
            show(path, result)
    return code
