"""The tests with the lowest version of every library that pyproject.toml allows: ``make test-lowest``; arguments go to
pytest (none: what knows no window, which takes a few minutes).

Its environment is one of its own, ``.venv-lowest``, made anew when a range changes. What the libraries need themselves
is as new as they allow, and so are the tests' own tools.
"""

import re
import shutil
import subprocess
import sys
import tomllib
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / ".venv-lowest"
PYTHON = FOLDER / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
STAMP = FOLDER / "installed.txt"
TESTS = ("tests/model", "tests/storage", "tests/cli")
# Of the tools for developers, those that tests import.
TOOLS = ("hypothesis", "pypdf", "pytest", "pytest-qt", "pytest-xdist")
_RANGE = re.compile(r"([\w.-]+)\s*>=\s*([\w.]+)")


def lowest(ranges: list[str]) -> list[str]:
    """``SQLAlchemy>=2.0,<3`` becomes ``SQLAlchemy==2.0``. Raises SystemExit for a range without a lower end."""
    pinned = []
    for each in ranges:
        found = _RANGE.match(each)
        if found is None:
            raise SystemExit(f"{each} says no lowest version.")
        pinned.append("==".join(found.groups()))
    return pinned


def wanted() -> list[str]:
    """What is to be installed."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = {re.split(r"[<>=!~ ]", each)[0]: each for each in project["optional-dependencies"]["dev"]}
    return [*lowest(project["dependencies"]), *(named[name] for name in TOOLS)]


def make_environment(packages: list[str]) -> None:
    """Makes the environment anew, unless it holds just these packages. Raises CalledProcessError."""
    told = "\n".join(packages)
    if STAMP.is_file() and STAMP.read_text(encoding="utf-8") == told:
        return
    print("Making .venv-lowest: " + ", ".join(packages), flush=True)
    shutil.rmtree(FOLDER, ignore_errors=True)
    venv.create(FOLDER, with_pip=True)
    subprocess.run([PYTHON, "-m", "pip", "install", "-q", *packages], check=True)
    STAMP.write_text(told, encoding="utf-8")


def main(arguments: list[str]) -> int:
    """Runs the tests; answers the exit code."""
    make_environment(wanted())
    # Old releases of others warn of what has become old since; that is not what is asked here.
    quiet = ["-W", "default"]
    return subprocess.call([PYTHON, "-m", "pytest", "-q", *quiet, *(arguments or TESTS)], cwd=ROOT)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
