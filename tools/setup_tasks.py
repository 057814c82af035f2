"""What a prepared checkout can be asked to do: run the program, lint, test, measure, take screenshots, package."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

from setup_environment import ROOT, compile_bytecode

SOURCES = ["roadmap_desktop", "tests", "tools"]
_MEMORY = Path("/dev/shm")
_ROOM = 4 << 30


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
    if task in ("test-lowest", "test-newest"):
        return [[program, "tools/test_versions.py", task.removeprefix("test-"), *arguments]]
    return [[program, f"tools/{task.replace('-', '_')}.py", *arguments]]


def _environment(task: str) -> dict[str, str]:
    """Where it has room, files of tests lie in memory: they are synced thousands of times, which says nothing of a disk
    whose plug no test pulls. ``make torture`` and the tests on other days use the disk."""
    has_room = task == "test" and _MEMORY.is_dir() and shutil.disk_usage(_MEMORY).free > _ROOM
    return {**os.environ, "PYTEST_DEBUG_TEMPROOT": str(_MEMORY)} if has_room else {**os.environ}


def perform(task: str, arguments: list[str], python: Path) -> int:
    """Do a task with the environment's Python, stopping at the first failure; answers the exit code."""
    compile_bytecode()
    for command in _commands(task, arguments, python):
        began = time.monotonic()
        if task != "run":
            print(">", " ".join([Path(command[0]).name, *command[1:]]), flush=True)
        code = subprocess.call(command, cwd=ROOT, env=_environment(task))
        if code != 0:
            return code
        if task != "run":
            print(f"  {time.monotonic() - began:.1f} s", file=sys.stderr, flush=True)
    return 0
