"""The built folder as a .deb.

The folder goes to /usr/lib, a link to /usr/bin, and what ``--install-desktop`` lays for one user into /usr/share: dpkg
tells the desktop by its own triggers.
"""

import shutil
import subprocess
import tempfile
from pathlib import Path

from elf import elf_files, needs
from roadmap_desktop import __version__
from roadmap_desktop.operations.desktop import lay_files
from roadmap_desktop.system_libraries import LIBRARIES

ROOT = Path(__file__).resolve().parent.parent
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


def dependencies(folder: Path) -> str:
    """The packages that bring what the folder takes from the system: of what is asked for there, what it lacks, and
    the oldest glibc that all of it runs on."""
    asked = [needs(path) for path in elf_files(folder)]
    inside = {path.name for path in folder.rglob("*.so*")}
    wanted = {library for each in asked for library in each.libraries} - inside
    packages = sorted({names[0] for library, names in LIBRARIES.items() if library in wanted})
    glibc = ".".join(map(str, max((each.newest("GLIBC") for each in asked), default=(2, 0))))
    return ", ".join([f"libc6 (>= {glibc})", *packages])


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
