"""Set up a checkout: ``python3 tools/setup.py run|test|...`` (what ``make run`` and ``make test`` call).

Checks Python and the system's libraries, makes ``.venv`` with the locked dependencies, then does the task. When all
of that is already there it costs a fraction of a second. Standard library only, and readable by old Pythons as far
as the sentence that refuses them.
"""

import os
import subprocess
import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parent.parent)]

OLDEST = (3, 11)
NEWER = ["python3.13", "python3.12", "python3.11", "python3.14", "python3", "python"]
TASKS = (
    "run",
    "test",
    "test-dates",
    "test-lowest",
    "test-newest",
    "test-windows",
    "lint",
    "bench",
    "torture",
    "import-report",
    "screenshots",
    "approve",
    "licences",
    "package",
    "package-windows",
    "prepare",
)


def newer_python() -> "str | None":
    """The command of a Python new enough to build ``.venv``, or None."""
    question = "import sys; sys.exit(sys.version_info < %r)" % (OLDEST,)
    for command in NEWER:
        try:
            # The call itself is the question: a pyenv shim lies on the path even when its Python is absent.
            silent = subprocess.DEVNULL
            if subprocess.call([command, "-c", question], stdout=silent, stderr=silent) == 0:
                return command
        except OSError:
            continue
    return None


def main(argv: "list[str]") -> int:
    """Do the task named on the command line; answers the exit code."""
    if sys.version_info < OLDEST:
        command = newer_python()
        if command is None:
            found = ".".join(str(part) for part in sys.version_info[:2])
            print("Python 3.11 or newer is needed, and this is Python " + found + ".", file=sys.stderr)
            return 1
        return subprocess.call([command, __file__, *argv])
    if len(argv) < 1 or argv[0] not in TASKS:
        print("usage: setup.py " + "|".join(TASKS), file=sys.stderr)
        return 2
    from setup_environment import SetupError, prepare
    from setup_tasks import perform

    try:
        python = prepare(argv[0])
    except SetupError as error:
        print(error, file=sys.stderr)
        return 1
    return perform(argv[0], argv[1:], python)


if __name__ == "__main__":
    os.chdir(Path(__file__).resolve().parent.parent)
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        print("Interrupted; the same command goes on from here.", file=sys.stderr)
        sys.exit(130)
