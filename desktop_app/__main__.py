"""Starts the program: the window without a command, else the command line."""

from __future__ import annotations

import multiprocessing
import sys

COMMANDS = frozenset(["check", "fix", "export", "annotate", "review", "new", "rules", "self-test", "version"])


def main() -> int:
    """The command `gaojian`."""
    multiprocessing.freeze_support()
    arguments = sys.argv[1:]
    if not arguments or (len(arguments) == 1 and arguments[0] not in COMMANDS and not arguments[0].startswith("-")):
        from desktop_app.ui.app import run

        return run(arguments)
    from desktop_app.cli.app import main as run_command

    return run_command(arguments)


if __name__ == "__main__":
    sys.exit(main())
