"""One request to an OpenAI-compatible address, within a time and a size; no redirect is followed."""

from __future__ import annotations

import json
import socket
import ssl
import time
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from threading import Timer
from typing import Any
from urllib.parse import urlsplit

from korpu.app.model.settings import Endpoint
from korpu.kernel.errors import InputError

MOST_BYTES = 1_000_000
_PIECE = 65_536


def complete(endpoint: Endpoint, messages: list[dict[str, str]], schema: dict[str, Any]) -> str:
    """Return what the model says to some messages, asked for JSON of a schema.

    Raises InputError: KORPU-MODEL-004 not reached, -005 too late, -006 an HTTP error, -007 a redirect, -008 too
    large, -009 no JSON, -010 JSON of another form than the interface promises.
    """
    body = {
        "model": endpoint.model,
        "messages": messages,
        "temperature": 0,
        "stream": False,
        "response_format": {
            "type": "json_schema",
            "json_schema": {"name": "proposals", "strict": True, "schema": schema},
        },
    }
    raw = _post(endpoint, json.dumps(body, ensure_ascii=False).encode())
    said = parsed(raw.decode("utf-8", errors="replace"))
    try:
        content = said["choices"][0]["message"]["content"]
    except (TypeError, KeyError, IndexError):
        content = None
    if not isinstance(content, str):
        raise InputError("KORPU-MODEL-010", "The model's answer is not of the form that was asked for.")
    return content


def parsed(text: str) -> Any:
    """Return JSON as Python has it, numbers as they are written; raises InputError KORPU-MODEL-009 otherwise."""
    try:
        return json.loads(text, parse_int=str, parse_float=str, parse_constant=str)
    except (ValueError, RecursionError) as error:
        raise InputError("KORPU-MODEL-009", "The model's answer is not JSON.") from error


def _post(endpoint: Endpoint, body: bytes) -> bytes:
    parts = urlsplit(endpoint.url)
    path = parts.path if parts.path.endswith("/chat/completions") else f"{parts.path}/chat/completions"
    https = parts.scheme == "https"
    link: HTTPConnection = (HTTPSConnection if https else HTTPConnection)(
        parts.hostname or "", parts.port, timeout=endpoint.timeout
    )
    until = time.monotonic() + endpoint.timeout
    watch = Timer(endpoint.timeout, _cut, (link,))
    watch.daemon = True
    watch.start()
    try:
        link.request("POST", path, body, _headers(endpoint))
        return _read(link.getresponse(), until)
    except (OSError, HTTPException) as error:
        if isinstance(error, TimeoutError) or time.monotonic() >= until:
            raise _late(endpoint) from error
        why = "its certificate is not trusted" if isinstance(error, ssl.SSLError) else (str(error) or "no answer")
        raise InputError("KORPU-MODEL-004", f"The model cannot be reached: {' '.join(why.split())[:200]}.") from error
    finally:
        watch.cancel()
        link.close()


def _headers(endpoint: Endpoint) -> dict[str, str]:
    headers = {"Content-Type": "application/json", "Accept": "application/json", "Accept-Encoding": "identity"}
    return headers | ({"Authorization": f"Bearer {endpoint.key}"} if endpoint.key else {})


def _read(answer: HTTPResponse, until: float) -> bytes:
    if 300 <= answer.status < 400:
        raise InputError("KORPU-MODEL-007", "The address of the model leads elsewhere; korpu does not follow.")
    if answer.status != 200:
        raise InputError("KORPU-MODEL-006", f"The model's address answered with HTTP status {answer.status}.")
    found = bytearray()
    while piece := answer.read1(_PIECE):
        found += piece
        if len(found) > MOST_BYTES:
            raise InputError("KORPU-MODEL-008", f"The model's answer is larger than {MOST_BYTES:,} bytes.")
        if time.monotonic() >= until:
            raise TimeoutError
    if time.monotonic() >= until:
        raise TimeoutError
    return bytes(found)


def _late(endpoint: Endpoint) -> InputError:
    return InputError("KORPU-MODEL-005", f"The model did not answer within {endpoint.timeout:g} seconds.")


def _cut(link: HTTPConnection) -> None:
    """End a connection that trickles: a time-out of the socket only knows of single bytes."""
    held = link.sock
    if held is not None:
        try:
            held.shutdown(socket.SHUT_RDWR)
        except OSError:
            return
