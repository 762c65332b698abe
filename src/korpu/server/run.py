"""Starts the workbench: opens the books, prints the sign-in link, serves 127.0.0.1 until it is stopped."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Callable
from pathlib import Path

HOST = "127.0.0.1"
PORT = 8321
TRIES = 50


def serve(
    folder: Path,
    port: int = PORT,
    *,
    demo: bool = False,
    name: str = "desk",
    prepare: Callable[[], None] | None = None,
    say: Callable[[str], object] = print,
) -> None:
    """Serve the books of a folder on 127.0.0.1 and print the link that signs one person in.

    `name` is the one under which entries are written. When the port is taken the next free one is used. `prepare` runs
    once Django is set up and before the first page, for instance to load the demonstration; `say` takes each line for
    the person at the terminal.
    """
    application = start(folder, demo=demo, prepare=prepare)
    listening = listen(port)
    from waitress import serve as waitress_serve  # noqa: PLC0415

    from korpu.server.signin import create_link  # noqa: PLC0415

    chosen = int(listening.getsockname()[1])
    if chosen != port:
        say(f"korpu: port {port} is taken; using {chosen}.")
    say("korpu: the workbench is open. This link signs you in once, within ten minutes:")
    say(f"  {create_link(chosen, name)}")
    say("korpu: press Ctrl+C to stop.")
    sys.stdout.flush()
    waitress_serve(application, sockets=[listening], threads=6, ident="korpu", _quiet=True)


def start(folder: Path, *, demo: bool = False, prepare: Callable[[], None] | None = None) -> object:
    """Set Django up for the books of a folder and return the application, without listening yet."""
    os.environ["KORPU_DATA"] = str(folder.resolve())
    os.environ["KORPU_DEMO"] = "1" if demo else "0"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "korpu.server.settings")
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    from korpu.server.wsgi import application  # noqa: PLC0415

    if prepare is not None:
        prepare()
    return application


def listen(port: int) -> socket.socket:
    """Return a socket bound to the port on 127.0.0.1, or to the next free one."""
    for attempt in (*range(port, min(port + TRIES, 65536)), 0):
        bound = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            bound.bind((HOST, attempt))
            bound.listen(128)
        except OSError:
            bound.close()
            continue
        return bound
    raise OSError("no free port on this machine")
