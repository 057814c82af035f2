"""Windows programs run by the wine of a Debian in a folder; with them end its servers and its screen.

Nothing of it runs on afterwards.
"""

import fcntl
import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from debian_folder import command_inside

CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
HOME = Path(os.environ.get("WINDOWS_HOME") or CACHE / "roadmap-windows").absolute()
DEBIAN = HOME / "debian"
DRIVE = DEBIAN / "prefix" / "drive_c"
PYTHON = DRIVE / "py311"
PROJECT = DRIVE / "project"

# With pipes alone: Python does not start on what wine makes of a file or of /dev/null. What a program has started and
# left running would hold them open for ever, so all of wine ends with it.
_WITH_A_SCREEN = r"""
set -uo pipefail
exec {screen}< <(exec Xvfb -displayfd 1 -screen 0 1366x768x24 -nolisten tcp 2> /dev/null)
read -r number <&"$screen" || { echo "Xvfb did not start" >&2; exit 2; }
export DISPLAY=":$number"
cd /prefix/drive_c/project
{ { wine "$@" < <(cat) 2>&1 >&3 3>&-; code=$?; wineserver -k 3>&-; exit $code; } | cat >&2; } 3>&1 | cat
"""
_WINE = {
    "HOME": "/root",
    "LC_ALL": "ru_RU.UTF-8",
    "WINEPREFIX": "/prefix",
    "WINEDEBUG": "-all",
    # Of what wine offers to install, nothing is needed.
    "WINEDLLOVERRIDES": "mscoree,mshtml=;winemenubuilder.exe=d",
    "PYTHONIOENCODING": "utf-8",
}


def inside(command: Sequence[str], environment: Mapping[str, str] | None = None, text: str = "") -> int:
    """Runs a command of the Debian in the folder, with ``text`` as its input; answers its exit code."""
    whole = command_inside(DEBIAN, command, environment or {})
    return subprocess.run(whole, input=text, text=True, check=False).returncode


def run(program: str, *arguments: str, environment: Mapping[str, str] | None = None) -> int:
    """Runs a program of Windows in ``C:\\project``; answers its exit code."""
    command = ["bash", "-c", _WITH_A_SCREEN, "-", program, *arguments]
    return inside(command, _WINE | dict(environment or {}))


def run_python(*arguments: str, environment: Mapping[str, str] | None = None) -> int:
    """The same with Windows Python."""
    return run(r"C:\py311\python.exe", *arguments, environment=environment)


@contextmanager
def alone() -> Iterator[None]:
    """Nobody else uses the folder within the block; one run waits for another."""
    HOME.mkdir(parents=True, exist_ok=True)
    with (HOME / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def lay_project(root: Path) -> None:
    """Copies what git has, or would add, to ``C:\\project``. What an earlier run made beside it stays."""
    asked = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.check_output(asked, cwd=root, text=True).split("\0")
    wanted = {name for name in listed if name and (root / name).is_file()}
    note = HOME / "laid"
    before = set(note.read_text(encoding="utf-8").splitlines()) if note.exists() else set()
    for name in before - wanted:
        (PROJECT / name).unlink(missing_ok=True)
    note.write_text("\n".join(sorted(wanted)), encoding="utf-8")
    for name in wanted:
        target = PROJECT / name
        if not target.exists() or _marks(target) != _marks(root / name):
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(root / name, target)


def _marks(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_size, found.st_mtime_ns
