"""What can go wrong, each with a stable code that a user can look up and a script can match.

KorpuError
├── InputError      the file, text or value given cannot be used      (exit code 3)
├── UsageError      the command or call was put together wrongly      (exit code 2)
├── NotFoundError   the thing named is not there                      (exit code 3)
├── ConflictError   the books already say otherwise                   (exit code 3)
└── IntegrityError  the books were altered or are damaged             (exit code 3)
"""

from __future__ import annotations


class KorpuError(Exception):
    """One sentence for the person, one code for the machine; nothing was changed when it is raised.

    >>> str(InputError("KORPU-INPUT-001", "The file is empty."))
    'KORPU-INPUT-001: The file is empty.'
    """

    exit_code = 3

    def __init__(self, code: str, message: str) -> None:
        super().__init__(f"{code}: {message}")
        self.code = code
        self.message = message


class InputError(KorpuError):
    """The file, text or value given cannot be used."""


class UsageError(KorpuError):
    """The command or call was put together wrongly."""

    exit_code = 2


class NotFoundError(KorpuError):
    """The thing named is not there."""


class ConflictError(KorpuError):
    """The books already say otherwise, or somebody else changed them first."""


class IntegrityError(KorpuError):
    """The books were altered or are damaged."""
