"""The tests as Windows runs them, under wine: ``make test-windows``; ``make test-windows ARGS=tests/storage`` for some.

    make test-windows ARGS=--prepare          only makes what they run in: some minutes, 0.7 GB, 3.5 GB of disk
    make test-windows ARGS=--remove           takes it away
    make test-windows ARGS="--program list план.roadmap"      the program itself, in C:\\project

Needs root, for it lays a Debian into a folder. What this shows and what only a real Windows does: docs/windows.md.
"""

import os
import sys

import windows_python
import wine
from setup_environment import ROOT, SetupError

# One folder after another: a process of its own for each, as wine takes the longer the more one of them has opened.
FOLDERS = ("model", "storage", "operations", "exchange", "reports", "cli", "ui")


def main(arguments: list[str]) -> int:
    """Does what the command line asks; answers the exit code."""
    if sys.platform != "linux" or os.geteuid() != 0:
        print("make test-windows runs on Debian, as root.", file=sys.stderr)
        return 2
    try:
        with wine.alone():
            if arguments == ["--remove"]:
                windows_python.remove()
                return 0
            windows_python.prepare()
            return _run(arguments)
    except SetupError as error:
        print(error, file=sys.stderr)
        return 1


def _run(arguments: list[str]) -> int:
    if arguments == ["--prepare"]:
        return 0
    wine.lay_project(ROOT)
    if arguments[:1] == ["--program"]:
        return wine.run_python("-m", "roadmap_desktop", *arguments[1:])
    if arguments:
        return _test(arguments)
    files = [f"tests/{path.name}" for path in sorted((ROOT / "tests").glob("test_*.py"))]
    return max([_test(paths) for paths in (*([f"tests/{folder}"] for folder in FOLDERS), files)])


def _test(arguments: list[str]) -> int:
    options = ["-q", "-p", "no:cacheprovider", "--color=no", "--continue-on-collection-errors"]
    return wine.run_python("-m", "pytest", *options, *arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
