"""`--model`: the language model that the user configured may propose events, and what it proposed is shown apart."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING

from korpu.cli.output import complain, shorten, working
from korpu.cli.words import counted

if TYPE_CHECKING:
    from korpu.app.model.propose import Proposed
    from korpu.statements.reading import Reading


def add_model(parser: argparse.ArgumentParser) -> None:
    """Add the option that asks the model."""
    parser.add_argument(
        "--model",
        action="store_true",
        help="also ask the language model of model.toml or KORPU_MODEL_URL; uses the network: the text is sent there",
    )


def proposer_of(arguments: argparse.Namespace) -> Callable[[Reading], Proposed] | None:
    """Return what asks the model about a reading, None without --model; nothing is sent before it is called.

    Raises UsageError KORPU-MODEL-001 when no model is configured, InputError -002 or -003 for settings of no use.
    """
    if not arguments.model:
        return None
    from korpu.app.model.propose import propose
    from korpu.app.model.settings import endpoint
    from korpu.app.names import names
    from korpu.cli.books import folder

    told = endpoint(folder(arguments))

    def ask(reading: Reading) -> Proposed:
        with working("asking the model"):
            said = propose(reading, names(), told)
        if said.error is not None:
            complain(said.error.code, f"{said.error.message} Reading goes on without the model.")
        return said

    return ask


def show_proposed(path: str, said: Proposed | None) -> None:
    """Print what of the model's answer was taken as candidates and what was refused, with reasons."""
    if said is None:
        return
    print(f"\n{path}: the model {said.model} proposed {counted(len(said.candidates), 'candidate')} that hold.")
    for one in said.rejections:
        print(f"  refused · {one.code}: {one.reason}")
        print(f"      “{shorten(one.quote, 90)}”")
