"""The entry point of `korpu`: reads the arguments, runs one command, turns an error into a sentence and a code."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from korpu.cli.output import complain, utf8
from korpu.cli.parser import build
from korpu.kernel.errors import KorpuError

DONE, NO, USAGE, BAD_INPUT, BROKEN, INTERRUPTED = 0, 1, 2, 3, 70, 130


def run(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 done, 1 the answer is no, 2 usage, 3 bad input, 70 korpu failed."""
    utf8()
    parser = build()
    try:
        arguments = parser.parse_args(argv)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else USAGE
    if arguments.command is None:
        parser.print_help()
        return DONE
    try:
        code = int(arguments.run(arguments) or DONE)
        sys.stdout.flush()
    except KorpuError as error:
        complain(error.code, error.message)
        return error.exit_code
    except BrokenPipeError:
        # Whoever read our output has seen enough; keep Python from complaining when it closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except OSError as error:
        complain("KORPU-CLI-003", f"{error.filename or 'A file'} cannot be used: {error.strerror or error}.")
        return BAD_INPUT
    except KeyboardInterrupt:
        complain("KORPU-CLI-001", "Stopped; nothing unfinished was kept.")
        return INTERRUPTED
    except Exception as error:  # a mistake in korpu must not end in 1, which would be the answer "no"
        if os.environ.get("KORPU_DEBUG"):
            raise
        complain("KORPU-CLI-004", f"korpu itself failed ({type(error).__name__}: {error}); KORPU_DEBUG=1 shows where.")
        return BROKEN
    return code
