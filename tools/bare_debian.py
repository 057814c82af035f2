"""Two systems of an old Debian to try the package in: one with nothing, and one with what the .deb asks for.

Both have no Python and no fonts. They are made once, in a folder of the user's cache, as root.
"""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from debian_folder import command_inside, lay
from package_folder import expect
from package_python import HOME
from setup_environment import SetupError
from trial import Place, check_commands, check_window, screen

RELEASE = "bullseye"
BARE, FURNISHED = HOME / RELEASE, HOME / f"{RELEASE}-with-libraries"
NAME = "roadmap-desktop"


def why_not() -> str:
    """What is missing for such a system; "" where nothing is."""
    if os.geteuid() != 0:
        return "it takes root"
    missing = [name for name in ("debootstrap", "unshare", "chroot", "Xvfb") if shutil.which(name) is None]
    return f"there is no {' and no '.join(missing)}" if missing else ""


def check(folder: Path, package: Path, picture: Path) -> None:
    """The folder does its work with nothing around it and says what a window would need; the .deb is installed, shows
    its window and is removed, and what was made with it stays. Raises NotAsItShouldBe, SetupError."""
    if not _is_made(BARE):
        lay(BARE, RELEASE)
        _mark(BARE)
    with _home(BARE) as home:
        shutil.copytree(folder, home / NAME, symlinks=True)
        place = Place(f"{_seen(BARE, home)}/{NAME}/{NAME}", home, BARE)
        expect(not list((BARE / "usr" / "bin").glob("python*")), "the bare system has a Python")
        check_commands(place)
        _check_what_is_missing_is_named(place)
    _furnish(package)
    with _home(FURNISHED) as home:
        shutil.copy(package, home)
        _run("dpkg", "--install", f"{_seen(FURNISHED, home)}/{package.name}")
        place = Place(f"/usr/bin/{NAME}", home, FURNISHED)
        try:
            expect(not list((FURNISHED / "usr" / "share" / "fonts").rglob("*.ttf")), "the system has fonts")
            check_commands(place)
            check_window(place, picture)
        finally:
            _run("dpkg", "--remove", NAME)
        left = FURNISHED / "usr" / "lib" / NAME
        expect(not left.exists(), f"{left} is left of the removed package")
        expect((home / "plan.roadmap").is_file(), "what was made with the package went with it")


def _check_what_is_missing_is_named(place: Place) -> None:
    with screen(place.home) as display:
        answer = place.run("plan.roadmap", DISPLAY=display)
    expect(
        answer.returncode == 2, f"without libraries the window ends with {answer.returncode}: {answer.stderr}"
    )
    for word in ("Окно не открыть", "libX11.so.6", "libx11-6", "apt-get install"):
        expect(word in answer.stderr, f"what is missing is told without «{word}»: {answer.stderr}")


def _furnish(package: Path) -> None:
    """Lays the system that has what the package depends on, anew where it depends on something else."""
    asked = subprocess.check_output(["dpkg-deb", "--field", package, "Depends"], text=True)
    names = [part.split()[0] for part in asked.split(", ")]
    if _is_made(FURNISHED, asked):
        return
    shutil.rmtree(FURNISHED, ignore_errors=True)
    subprocess.run(["cp", "--archive", BARE, FURNISHED], check=True)
    options = ["-qq", "--yes", "--no-install-recommends", "-o", "Dpkg::Use-Pty=0"]
    _run("apt-get", "-qq", "update")
    _run("apt-get", *options, "install", *names)
    shutil.rmtree(FURNISHED / "usr" / "share" / "fonts", ignore_errors=True)
    _mark(FURNISHED, asked)


def _run(*words: str) -> None:
    """Runs a command in the furnished system. Raises SetupError."""
    command = command_inside(FURNISHED, words, {"DEBIAN_FRONTEND": "noninteractive", "LANG": "C.UTF-8"})
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    if answer.returncode != 0:
        raise SetupError(f"In {RELEASE}, {' '.join(words[:3])} failed: {answer.stderr.strip()}")


@contextmanager
def _home(system: Path) -> Iterator[Path]:
    """A user's empty home in that system."""
    with tempfile.TemporaryDirectory(dir=system / "root") as folder:
        yield Path(folder)


def _seen(system: Path, path: Path) -> Path:
    return Path("/", path.relative_to(system))


def _note(system: Path) -> Path:
    return system.with_name(f"{system.name}.made")


def _is_made(system: Path, state: str = "") -> bool:
    return _note(system).exists() and _note(system).read_text(encoding="utf-8") == state


def _mark(system: Path, state: str = "") -> None:
    _note(system).write_text(state, encoding="utf-8")
