"""Where the model is, told by the user: `model.toml` in the data folder, or the environment, which goes before it."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from korpu.kernel.errors import InputError, UsageError

FILE = "model.toml"
_KEYS = ("url", "model", "key_name", "timeout")
_LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})


@dataclass(frozen=True)
class Endpoint:
    """An OpenAI-compatible address (…/v1), the model's name there, the key if one is needed, and seconds to wait."""

    url: str
    model: str
    key: str | None = None
    timeout: float = 60.0

    def __repr__(self) -> str:
        """Show everything but the key."""
        return f"Endpoint(url={self.url!r}, model={self.model!r}, timeout={self.timeout!r})"


def endpoint(folder: Path, environ: Mapping[str, str] | None = None) -> Endpoint:
    """Return where the model is.

    Raises UsageError KORPU-MODEL-001 when nothing is configured, InputError KORPU-MODEL-002 for settings that cannot
    be used, KORPU-MODEL-003 when the variable that should hold the key is empty.
    """
    env = os.environ if environ is None else environ
    told = _file(folder / FILE)
    for name in _KEYS:
        own = env.get(f"KORPU_MODEL_{name.upper()}")
        told |= {name: own} if own else {}
    if not told.get("url") or not told.get("model"):
        raise UsageError(
            "KORPU-MODEL-001", f"No model is configured; name url and model in {FILE} or in KORPU_MODEL_URL and "
            "KORPU_MODEL_MODEL.",
        )  # fmt: skip
    url, key = str(told["url"]).rstrip("/"), _key(told, env)
    _sound(url, key)
    return Endpoint(url, str(told["model"]), key, _seconds(told.get("timeout")))


def _file(path: Path) -> dict[str, Any]:
    try:
        said = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise InputError("KORPU-MODEL-002", f"{path.name} cannot be read: {' '.join(str(error).split())}.") from error
    unknown = sorted(set(said) - set(_KEYS))
    if unknown:
        raise InputError(
            "KORPU-MODEL-002", f"{path.name} has no setting {', '.join(unknown)}; there are {', '.join(_KEYS)}."
        )
    return said


def _key(told: Mapping[str, Any], env: Mapping[str, str]) -> str | None:
    """Return the key from the variable that the settings name; the key itself is never in a file of korpu."""
    name = told.get("key_name")
    if not name:
        return None
    key = env.get(str(name), "").strip()
    if not key or not key.isascii() or not key.isprintable():
        raise InputError("KORPU-MODEL-003", f"The variable {name} holds no key for the model.")
    return key


def _sound(url: str, key: str | None) -> None:
    try:
        parts = urlsplit(url)
        sound = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        sound = False
    if not sound or parts.username or parts.password or parts.query or parts.fragment or not url.isascii():
        raise InputError("KORPU-MODEL-002", "The address of the model is not like https://example.org/v1.")
    if key and parts.scheme == "http" and parts.hostname not in _LOCAL:
        raise InputError("KORPU-MODEL-002", "A key is sent over https only, or to this machine itself.")


def _seconds(given: Any) -> float:
    try:
        seconds = float(given) if given is not None else 60.0
    except (TypeError, ValueError):
        seconds = 0.0
    if not 0 < seconds <= 600:
        raise InputError("KORPU-MODEL-002", "The timeout of the model is a number of seconds up to 600.")
    return seconds
