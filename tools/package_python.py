"""The Python that the Linux package is passed on with, for an old glibc, and what the program needs in it. One of the
builder's own would ask for the builder's glibc.

Made once for each recipe in a folder of the user's cache; a changed lock lays the libraries anew.
"""

import hashlib
import os
import re
import shutil
import sys
from pathlib import Path

from packaging.markers import Marker, default_environment

import compile_python
from compile_python import GLIBC, MODULES, SOURCES, VERSION, call
from setup_environment import ROOT, SetupError

HOME = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "roadmap-package"
_WITH_IT = ("pyinstaller", "pyinstaller-hooks-contrib", "altgraph", "packaging", "setuptools")
_LOCKED = re.compile(r"^([\w.-]+)==\S+(?: ; (.+?))? \\\n(?:    --hash=\S+(?: \\)?\n)+", re.MULTILINE)


class PackagePython:
    """The Python of this recipe, in its folder."""

    def __init__(self) -> None:
        recipe = b"".join(path.read_bytes() for path in (Path(compile_python.__file__), SOURCES, MODULES))
        self.home = HOME / f"python-{hashlib.sha256(recipe).hexdigest()[:12]}"
        self.root = self.home / "python"
        self.program = self.root / "bin" / f"python{VERSION}"
        self.library = self.root / "lib" / f"python{VERSION}"
        self.packages = self.library / "site-packages"

    @property
    def environment(self) -> dict[str, str]:
        """The variables that it runs with."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        return {**kept, "LD_LIBRARY_PATH": str(self.root / "lib")}

    def prepare(self) -> None:
        """Makes what is not there yet: the Python, and what the lock names in it. Raises SetupError."""
        if os.uname().machine != "x86_64":
            raise SetupError("The package is made for x86_64, on such a machine.")
        if not self.program.exists():
            compile_python.compile_python(self.home, self.root)
        locks = [ROOT / "requirements" / name for name in ("run.lock", "dev.lock")]
        state = hashlib.sha256(b"".join(lock.read_bytes() for lock in locks)).hexdigest()
        laid = self.home / "packages"
        if not laid.exists() or laid.read_text(encoding="utf-8") != state:
            laid.unlink(missing_ok=True)
            _lay_packages(self.packages, locks)
            laid.write_text(state, encoding="utf-8")


def _lay_packages(folder: Path, locks: list[Path]) -> None:
    """What the program runs with, and PyInstaller, from wheels that such an old glibc carries."""
    print("Laying the package's libraries ...", flush=True)
    shutil.rmtree(folder, ignore_errors=True)
    here = {name: str(value) for name, value in default_environment().items()}
    environment = here | {"python_version": VERSION, "python_full_version": f"{VERSION}.0"}
    wanted = {}
    for lock, names in zip(locks, (None, _WITH_IT), strict=True):
        for found in _LOCKED.finditer(lock.read_text(encoding="utf-8")):
            name, marker = found.groups()
            if (names is None or name in names) and (not marker or Marker(marker).evaluate(environment)):
                wanted[name] = found[0]
    told = folder.parent / "wanted.txt"
    told.write_text("".join(wanted.values()), encoding="utf-8")
    named = [f"manylinux_{GLIBC[0]}_{minor}_x86_64" for minor in range(GLIBC[1], 4, -1)]
    platforms = [*named, "manylinux2014_x86_64", "manylinux2010_x86_64", "manylinux1_x86_64"]
    options = [
        "--only-binary=:all:",
        "--no-deps",
        "--require-hashes",
        "--no-compile",
        "--implementation",
        "cp",
    ]
    pip = [sys.executable, "-m", "pip", "install", "-qq", "--disable-pip-version-check", *options]
    chosen = [word for name in platforms for word in ("--platform", name)]
    command: list[str | Path] = [*pip, "--python-version", VERSION, *chosen, "-r", told, "--target", folder]
    call("the package's libraries", *command, at=folder.parent)
