"""The program for Windows: ``make package-windows`` builds its folder, packs it as a portable .zip and as an
installer, and tries them. They come to ``dist/``, the picture of the window to ``build/``.

On Debian, as root, all of it runs under wine, as the tests of ``make test-windows`` do; on Windows by the Python at
hand, with NSIS. What was tried where: docs/windows.md.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from roadmap_desktop import __version__
from roadmap_desktop.folders import PORTABLE
from setup_environment import ROOT, SetupError

if sys.platform != "win32":
    import windows_python
    import wine

NAME = "roadmap-desktop"
PACKED = f"{NAME}-{__version__}-windows"
PYINSTALLER = ("-m", "PyInstaller", "--noconfirm", "--log-level=WARN", "build.spec")
# Relative to tools/, where makensis stands while it reads its script.
NSIS = (
    *("-V2", "-INPUTCHARSET", "UTF8", f"-DVERSION={__version__}"),
    *(f"-DBUILT=../dist/{NAME}", f"-DTARGET=../dist/{PACKED}-setup.exe", "tools/installer.nsi"),
)
MARKER = """\
Пока этот файл лежит рядом с программой, она хранит настройки, резервные копии и журнал здесь же, в папке user.
"""


class Builder(NamedTuple):
    """A Python of Windows, NSIS, and the project's folder where they find it. Both answer exit codes."""

    python: Callable[..., int]
    makensis: Callable[..., int]
    project: Path


def _on_windows() -> Builder:
    def call(*command: str) -> int:
        return subprocess.call(command, cwd=ROOT)

    return Builder(
        lambda *arguments: call(sys.executable, *arguments),
        lambda *arguments: call("makensis", *arguments),
        ROOT,
    )


def _under_wine() -> Builder:
    def makensis(*arguments: str) -> int:
        # This wine runs programs of 64 bits alone, which NSIS makes where it is Debian's.
        script = 'cd /prefix/drive_c/project && exec makensis "-XTarget amd64-unicode" "$@"'
        standing = ["bash", "-c", script, "-", *arguments]
        return wine.inside(standing, {"LC_ALL": "ru_RU.UTF-8", "HOME": "/root"})

    def python(*arguments: str) -> int:
        return wine.run_python(*arguments, environment={"PYTHONPATH": r"C:\project"})

    return Builder(python, makensis, wine.PROJECT)


def build(builder: Builder) -> list[Path]:
    """Builds, packs and tries. Returns the packages; raises SetupError."""
    dist = builder.project / "dist"
    portable = dist / f"{PACKED}-portable.zip"
    steps: dict[str, Callable[[], int]] = {
        "PyInstaller": partial(builder.python, *PYINSTALLER),
        "the lists of what is in it": partial(builder.python, "tools/shipped.py", f"dist/{NAME}"),
        "the portable program": partial(pack_portable, dist / NAME, portable),
        "the installer": partial(builder.makensis, *NSIS),
        "the check": partial(builder.python, "tools/check_windows_package.py"),
    }
    for name, step in steps.items():
        print(f"Package for Windows: {name} ...", flush=True)
        if step() != 0:
            raise SetupError(f"The package for Windows stopped at {name}.")
    return [portable, dist / f"{PACKED}-setup.exe"]


def pack_portable(built: Path, target: Path) -> int:
    """Packs the folder with the file that makes it keep everything beside itself. Answers the exit code."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(f"{NAME}/{PORTABLE}", "\ufeff" + MARKER.replace("\n", "\r\n"))
        for path in sorted(built.rglob("*")):
            packed.write(path, Path(NAME, path.relative_to(built)))
    return 0


def _bring(packages: list[Path], project: Path) -> None:
    """Copies what was made from where it was made to the checkout."""
    for path in (*packages, *(project / "build").glob("windows-*.png")):
        target = ROOT / path.relative_to(project)
        target.parent.mkdir(exist_ok=True)
        if path != target:
            shutil.copyfile(path, target)


def main() -> int:
    """Makes the packages; answers the exit code."""
    try:
        if sys.platform == "win32":
            packages = build(_on_windows())
        elif sys.platform == "linux" and os.geteuid() == 0:
            with wine.alone():
                windows_python.prepare()
                wine.lay_project(ROOT)
                builder = _under_wine()
                packages = build(builder)
                _bring(packages, builder.project)
        else:
            raise SetupError("make package-windows runs on Debian, as root, or on Windows.")
    except SetupError as error:
        print(error, file=sys.stderr)
        return 1
    for path in packages:
        told = hashlib.sha256(path.read_bytes()).hexdigest()
        print(f"dist/{path.name}: {path.stat().st_size / 1e6:.1f} MB, SHA-256 {told}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
