"""What a prepared checkout can be asked to do: run the program, lint, test, measure, take screenshots, package."""

import os
import subprocess
import sys
import time
from pathlib import Path

from setup_environment import ROOT, compile_bytecode

SOURCES = ["roadmap_desktop", "tests", "tools"]


def _lint_commands(python: Path) -> list[list[str]]:
    # import-linter has no ``python -m``: its command lies beside the environment's Python.
    return [
        [str(python), "-m", "ruff", "check", *SOURCES],
        [str(python), "-m", "ruff", "format", "--check", "--quiet", *SOURCES],
        [str(python), "-m", "mypy"],
        [str(python.parent / "lint-imports"), "--no-cache"],
    ]


def _commands(task: str, arguments: list[str], python: Path) -> list[list[str]]:
    """The command lines of a task, in order."""
    program = str(python)
    if task == "lint":
        return _lint_commands(python)
    if task == "test":
        return [
            *_lint_commands(python),
            [program, "-m", "pytest", "-n", "auto", "--maxprocesses", "4", *arguments],
        ]
    if task == "run":
        return [[program, "-m", "roadmap_desktop", *(arguments or ["--sample"])]]
    if task == "prepare":
        return []
    return [[program, f"tools/{task.replace('-', '_')}.py", *arguments]]


def perform(task: str, arguments: list[str], python: Path) -> int:
    """Do a task with the environment's Python, stopping at the first failure; answers the exit code."""
    compile_bytecode()
    for command in _commands(task, arguments, python):
        began = time.monotonic()
        if task != "run":
            print(">", " ".join([Path(command[0]).name, *command[1:]]), flush=True)
        code = subprocess.call(command, cwd=ROOT, env=os.environ)
        if code != 0:
            return code
        if task != "run":
            print(f"  {time.monotonic() - began:.1f} s", file=sys.stderr, flush=True)
    return 0
