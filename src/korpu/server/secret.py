"""The key that signs session cookies: made once for each data folder and readable by its owner alone."""

from __future__ import annotations

import os
import secrets
from pathlib import Path


def secret_of(folder: Path) -> str:
    """Return the signing key kept in a data folder, making it when the folder exists and has none.

    Without a folder (a command that only prints help) the key lives for this process alone.
    """
    path = folder / "session.key"
    if not folder.is_dir():
        return secrets.token_urlsafe(48)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text(encoding="ascii").strip() or secrets.token_urlsafe(48)
    except OSError:
        return secrets.token_urlsafe(48)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        key = secrets.token_urlsafe(48)
        file.write(key)
    return key
