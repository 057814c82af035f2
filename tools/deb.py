"""Pack the built folder as a .deb: ``make package`` calls it last, where there is ``dpkg-deb``.

The folder goes to /usr/lib, a link to /usr/bin, and what ``--install-desktop`` lays for one user into /usr/share: dpkg
tells the desktop by its own triggers.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from roadmap_desktop import __version__
from roadmap_desktop.operations.desktop import lay_files
from roadmap_desktop.system_libraries import LIBRARIES

ROOT = Path(__file__).resolve().parent.parent
BUILT = ROOT / "dist" / "roadmap-desktop"
NAME = "roadmap-desktop"
CONTROL = """\
Package: {name}
Version: {version}
Architecture: {architecture}
Maintainer: roadmap_desktop contributors
Section: education
Priority: optional
Installed-Size: {size}
Depends: {depends}
Description: Дорожная карта методиста
 План помощи школам с низкими образовательными результатами: таблица, календарь,
 план на месяц и отчёты. Работает без сети, всё хранится в одном файле.
"""
_GLIBC = re.compile(rb"GLIBC_(\d+)\.(\d+)")


def oldest_glibc(folder: Path) -> tuple[int, int]:
    """The oldest glibc that everything in the folder runs on, by the symbols that its programs and libraries name."""
    needed = (0, 0)
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            content = path.read_bytes()
            if content.startswith(b"\x7fELF"):
                named = ((int(first), int(second)) for first, second in _GLIBC.findall(content))
                needed = max(needed, *named, (0, 0))
    return needed


def dependencies(folder: Path) -> str:
    """The packages that bring what the folder takes from the system: of Qt's libraries, those that it lacks."""
    inside = {path.name for path in folder.rglob("*.so*")}
    packages = sorted({names[0] for library, names in LIBRARIES.items() if library not in inside})
    return ", ".join(["libc6 (>= {}.{})".format(*oldest_glibc(folder)), *packages])


def pack(built: Path, target: Path) -> Path:
    """Makes the .deb of a built folder in the folder ``target``. Returns it; raises CalledProcessError."""
    architecture = subprocess.check_output(["dpkg", "--print-architecture"], text=True).strip()
    made = target / f"{NAME}_{__version__}_{architecture}.deb"
    with tempfile.TemporaryDirectory(dir=target) as folder:
        tree = Path(folder, "tree")
        program = tree / "usr" / "lib" / NAME
        shutil.copytree(built, program, symlinks=True)
        link = tree / "usr" / "bin" / NAME
        link.parent.mkdir()
        link.symlink_to(Path("..", "lib", NAME, NAME))
        lay_files(tree / "usr" / "share", [f"/usr/bin/{NAME}"])
        papers = tree / "usr" / "share" / "doc" / NAME
        papers.mkdir(parents=True)
        shutil.copyfile(ROOT / "LICENSE", papers / "copyright")
        size = sum(path.lstat().st_size for path in program.rglob("*")) // 1024
        control = tree / "DEBIAN" / "control"
        control.parent.mkdir()
        control.write_text(
            CONTROL.format(
                name=NAME,
                version=__version__,
                architecture=architecture,
                size=size,
                depends=dependencies(built),
            ),
            encoding="utf-8",
        )
        tree.chmod(0o755)
        subprocess.run(["dpkg-deb", "--root-owner-group", "-Zxz", "--build", tree, made], check=True)
    return made


def main() -> int:
    """Pack the built folder; answers the exit code."""
    if shutil.which("dpkg-deb") is None:
        print("No dpkg-deb here: there is the folder alone.", file=sys.stderr)
        return 0
    print(pack(BUILT, BUILT.parent))
    return 0


if __name__ == "__main__":
    sys.exit(main())
