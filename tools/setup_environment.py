"""The virtual environment of a checkout: made once from the locks, known to be whole by a stamp written last."""

import hashlib
import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

from system_packages import PackagesMissing, require_system

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "set-up.json"
SCRIPTS = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = SCRIPTS / ("python.exe" if os.name == "nt" else "python")

COMMAND_UNIX = """#!/bin/sh
exec {python} -m roadmap_desktop "$@"
"""
COMMAND_WINDOWS = """@"%~dp0python.exe" -m roadmap_desktop %*
"""


class SetupError(Exception):
    """What is missing and the one command that mends it, in one sentence for the terminal."""


def _lock(name: str) -> Path:
    return ROOT / "requirements" / f"{name}.lock"


def _wanted(names: list[str]) -> dict[str, str]:
    """What the stamp says when the environment is whole: where it is, and the hash of each lock installed."""
    # An environment does not survive being moved or copied: its scripts name its own folder.
    hashes = {name: hashlib.sha256(_lock(name).read_bytes()).hexdigest() for name in names}
    return {"folder": str(VENV), **hashes}


def _recorded() -> dict[str, str]:
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    # A Python that was upgraded away leaves a dangling link behind.
    return stamp if isinstance(stamp, dict) and PYTHON.exists() else {}


def _call(step: str, *command: str | Path) -> None:
    """Run one step of the set-up; raises SetupError naming it when it fails."""
    print(f"{step} ...", flush=True)
    if subprocess.call([str(part) for part in command], cwd=ROOT) != 0:
        raise SetupError(
            f"Set-up stopped at: {step}. Mend the cause named above and give the same command again."
        )


def _install(name: str) -> None:
    pip: list[str | Path] = [PYTHON, "-m", "pip", "install", "-qq", "--disable-pip-version-check"]
    _call(
        f"Installing the locked dependencies ({_lock(name).name}), a few hundred megabytes",
        *pip,
        "--require-hashes",
        "--no-deps",
        "--requirement",
        _lock(name),
    )


def _make_project_known() -> None:
    """Put the checkout on the environment's path and ``roadmap-desktop`` among its commands.

    Two small files do what an editable install does, without a build backend to download.
    """
    ask = "import sysconfig; print(sysconfig.get_path('purelib'))"
    packages = Path(subprocess.check_output([str(PYTHON), "-c", ask], text=True).strip())
    # Before 3.13 Python reads these files in the system's encoding, which matters for a Cyrillic folder on Windows.
    (packages / "roadmap_desktop.pth").write_text(f"{ROOT}\n", encoding="locale")
    if os.name == "nt":
        (SCRIPTS / "roadmap-desktop.cmd").write_text(COMMAND_WINDOWS, encoding="ascii")
        return
    command = SCRIPTS / "roadmap-desktop"
    command.write_text(COMMAND_UNIX.format(python=shlex.quote(str(PYTHON))), encoding="utf-8")
    command.chmod(0o755)


def compile_bytecode() -> None:
    """Bring the project's own bytecode up to date: start-up counts, and some machines forbid writing it on import."""
    subprocess.call([str(PYTHON), "-m", "compileall", "-q", "roadmap_desktop"], cwd=ROOT)


def prepare(task: str) -> Path:
    """Make ``.venv`` whole for a task of the Makefile and answer the path of its Python.

    Only ``run`` does without the linters and the tests' libraries. Raises SetupError with a sentence for the terminal.
    """
    names = ["run"] if task == "run" else ["run", "dev"]
    wanted, recorded = _wanted(names), _recorded()
    whole = wanted.items() <= recorded.items()
    try:
        # Tests need programs that other tasks do without: their environment may be whole before these are there.
        if not whole or task in ("package", "test", "test-dates", "test-windows", "package-windows"):
            require_system(task)
    except PackagesMissing as missing:
        raise SetupError(str(missing)) from missing
    if not whole:
        _make_whole(names[-1], wanted, recorded)
    return PYTHON


def _make_whole(lock: str, wanted: dict[str, str], recorded: dict[str, str]) -> None:
    only_more = lock == "dev" and "dev" not in recorded and _wanted(["run"]).items() <= recorded.items()
    STAMP.unlink(missing_ok=True)
    if not only_more:
        _call("Making .venv", sys.executable, "-m", "venv", "--clear", VENV)
    _install(lock)
    _make_project_known()
    STAMP.write_text(json.dumps(wanted, indent=1), encoding="utf-8")
