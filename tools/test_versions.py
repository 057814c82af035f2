"""The tests with other versions of the libraries that pyproject.toml allows: ``make test-lowest`` with the lowest of
each range, ``make test-newest`` with the newest of today; arguments go to pytest (none: what knows no window, which
takes a few minutes).

Any Python that is allowed runs this file, also without ``.venv``, and with the locked versions too:
``python3.12 tools/test_versions.py locked tests``. Each Python and choice has an environment of its own, as
``.venv-3.12-locked``. With the lowest versions, what the libraries need themselves is as new as they allow.
"""

import re
import shutil
import subprocess
import sys
import tomllib
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements" / "dev.lock"
CHOICES = ("lowest", "locked", "newest")
TESTS = ("tests/model", "tests/storage", "tests/cli")
# Of the tools for developers, those that tests import.
TOOLS = ("hypothesis", "pyinstaller", "pypdf", "pytest", "pytest-qt", "pytest-xdist")
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


def wanted(choice: str) -> list[str]:
    """What pip is to install, as it is told."""
    if choice == "locked":
        return ["--no-deps", "--require-hashes", "--requirement", str(LOCK)]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = {re.split(r"[<>=!~ ]", each)[0]: each for each in project["optional-dependencies"]["dev"]}
    tools = [named[name] for name in TOOLS]
    if choice == "newest":
        return ["--upgrade", "--upgrade-strategy", "eager", *project["dependencies"], *tools]
    return [*lowest(project["dependencies"]), *tools]


class Environment:
    """The environment of this Python and choice."""

    def __init__(self, choice: str) -> None:
        self._choice = choice
        self._folder = ROOT / f".venv-{sys.version_info[0]}.{sys.version_info[1]}-{choice}"
        self.python = self._folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
        self._stamp = self._folder / "installed.txt"

    def make(self) -> None:
        """Makes it, and makes it anew when something else is to be in it; the newest are asked for each time. Raises
        CalledProcessError."""
        packages = wanted(self._choice)
        told = LOCK.read_text(encoding="utf-8") if self._choice == "locked" else "\n".join(packages)
        whole = self._stamp.is_file() and self._stamp.read_text(encoding="utf-8") == told
        if whole and self._choice != "newest":
            return
        print(f"Making {self._folder.name}", flush=True)
        if not whole:
            shutil.rmtree(self._folder, ignore_errors=True)
            venv.create(self._folder, with_pip=True)
        self._pip("install", "-q", *packages)
        self._make_project_known()
        self._stamp.write_text(told, encoding="utf-8")

    def _make_project_known(self) -> None:
        # Tests start the program from anywhere.
        ask = "import sysconfig; print(sysconfig.get_path('purelib'))"
        packages = subprocess.check_output([self.python, "-c", ask], text=True).strip()
        Path(packages, "roadmap_desktop.pth").write_text(f"{ROOT}\n", encoding="locale")

    def tell(self) -> None:
        """Says which Python and versions it holds. Raises CalledProcessError."""
        print("Python", sys.version.split()[0], flush=True)
        self._pip("list", "--format=freeze")

    def _pip(self, *words: str) -> None:
        subprocess.run([self.python, "-m", "pip", "--disable-pip-version-check", *words], check=True)


def main(arguments: list[str]) -> int:
    """Runs the tests; answers the exit code."""
    if not arguments or arguments[0] not in CHOICES:
        print("usage: test_versions.py " + "|".join(CHOICES) + " [arguments of pytest]", file=sys.stderr)
        return 2
    choice, *rest = arguments
    environment = Environment(choice)
    environment.make()
    environment.tell()
    # Old releases of others warn of what has become old since; that is not what is asked of the lowest.
    quiet = ["-W", "default"] if choice == "lowest" else []
    return subprocess.call([environment.python, "-m", "pytest", "-q", *quiet, *(rest or TESTS)], cwd=ROOT)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
