"""`python -m eval.run recall|drafts …`: one sub-command for each thing that is measured."""

from __future__ import annotations

import argparse
import importlib
import sys
from importlib.util import find_spec

EVALUATIONS = {
    "recall": "the right note among many, on LoCoMo",
    "drafts": "grounded, specific, in the user's voice",
    "capture": "rough notes read: people, work, promises, dates",
    "voice": "how near drafts come to the way a writer writes",
    "injection": "orders hidden in notes, programmes and profiles, none of them obeyed",
}
"""Sub-command -> what it measures; `eval/<name>.py` gives `add_arguments(parser)` and `main(options) -> exit code`."""


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m eval.run", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for name, about in EVALUATIONS.items():
        if find_spec(f"eval.{name}") is not None:
            evaluation = importlib.import_module(f"eval.{name}")
            command = commands.add_parser(name, help=about, description=evaluation.__doc__)
            evaluation.add_arguments(command)
            command.set_defaults(main=evaluation.main)
    options = parser.parse_args(arguments)
    return int(options.main(options))


if __name__ == "__main__":
    sys.exit(main())
