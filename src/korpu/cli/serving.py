"""`korpu serve`, `demo`: the workbench in the browser, and the demonstration partnership."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from korpu.cli.books import add_author, author, folder, load_demo, opened
from korpu.cli.output import print_json
from korpu.kernel.errors import UsageError

if TYPE_CHECKING:
    from korpu.cli.parser import Commands

PORT = 8321


def add(commands: Commands) -> None:
    """Add the commands of this group."""
    parser = commands.add(
        "serve", _serve, "open the workbench in the browser, on this machine only",
        more="It prints a link that signs one person in, once, within ten minutes.",
        examples="""korpu serve
        korpu serve --demo
        korpu serve --data /srv/embassy --port 9000 --open""",
    )  # fmt: skip
    parser.add_argument(
        "--port", type=int, default=PORT, help=f"port on 127.0.0.1 (default: {PORT}, or the next free one)"
    )
    add_author(parser)
    parser.add_argument("--open", action="store_true", help="open the sign-in link in your browser")
    commands.add(
        "demo", _demo, "load the demonstration partnership into books of its own",
        more="With --demo every command works on it.",
        examples="""korpu demo
        korpu ask --demo "What has been done in Irpin?\"""",
    )  # fmt: skip


def _serve(arguments: argparse.Namespace) -> int:
    from korpu.server.run import serve

    if not 0 < arguments.port < 65536:
        raise UsageError("KORPU-USAGE-004", f"{arguments.port} is not a port; take one from 1024 to 65535.")

    def prepare() -> None:
        if arguments.demo:
            opened(arguments).close()

    def say(line: str) -> None:
        link = line.strip()
        if arguments.json:
            if link.startswith("http"):
                print_json({"link": link, "data": str(folder(arguments))})
        else:
            print(line, flush=True)
        if arguments.open and link.startswith("http"):
            import webbrowser

            webbrowser.open(link)

    try:
        serve(folder(arguments), arguments.port, demo=arguments.demo, name=author(arguments), prepare=prepare, say=say)
    except KeyboardInterrupt:
        # Ctrl+C is the ordinary way to stop serving.
        return 0
    return 0


def _demo(arguments: argparse.Namespace) -> int:
    arguments.demo = True
    with opened(arguments, load=False) as books:
        new = load_demo(books)
        sources = len(books.sources())
    where = str(folder(arguments))
    if arguments.json:
        print_json({"data": where, "loaded": new, "sources": sources})
    elif new:
        print(f"Loaded the demonstration, {sources} sources, into {where}.")
        print('Look around: korpu serve --demo, or korpu ask --demo "What has been done in Irpin?"')
    else:
        print(f"The demonstration is loaded already, in {where}.")
    return 0
