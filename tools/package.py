"""Build the program as one folder for Linux, pack it as an archive and a .deb, and try all of it: ``make package``.

make package ARGS=--prepare     only makes the Python that it is built with: some minutes, once
"""

import os
import subprocess
import sys
from pathlib import Path

from check_package import BUILT, check
from deb import pack
from elf import elf_files, needs
from package_folder import MB, PACKED, NotAsItShouldBe, check_folder, expect, size_of
from package_python import PackagePython
from roadmap_desktop import __version__
from setup_environment import ROOT, SetupError


def main(arguments: list[str]) -> int:
    """Does it, in order; answers the exit code."""
    python = PackagePython()
    try:
        python.prepare()
        if arguments == ["--prepare"]:
            return 0
        _build(python)
        check_folder(BUILT)
        archive, package = _archive(), pack(BUILT, BUILT.parent)
        for path in (archive, package):
            print(f"{path}: {path.stat().st_size / MB:.1f} MB")
        print(f"{BUILT}: {size_of(BUILT) / MB:.1f} MB")
        expect(archive.stat().st_size < PACKED * MB, f"{archive.name} is larger than {PACKED} MB")
        print(check(BUILT, package))
    except (NotAsItShouldBe, SetupError) as failure:
        print(f"The package is not as it should be: {failure}", file=sys.stderr)
        return 1
    except subprocess.CalledProcessError as failure:
        print(failure, file=sys.stderr)
        return 1
    return 0


def _build(python: PackagePython) -> None:
    """The folder, and in it the lists of what it is made of. Raises CalledProcessError."""
    paths = os.pathsep.join(map(str, (ROOT, ROOT / "tools")))
    environment = {**python.environment, "PYTHONPATH": paths, "PYTHONHASHSEED": "1"}
    building = ["-m", "PyInstaller", "--noconfirm", "--clean", "--log-level=WARN", "build.spec"]
    subprocess.run([python.program, *building], cwd=ROOT, env=environment, check=True)
    for path in elf_files(BUILT):
        # Not all of them: what came stripped has been moved about since, which strip does not always survive.
        if not needs(path).is_stripped:
            subprocess.run(["strip", "--strip-unneeded", path], check=True)
    told: list[str | Path] = [python.program, "tools/shipped.py", BUILT]
    subprocess.run(told, cwd=ROOT, env=environment, check=True)


def _archive() -> Path:
    """The folder as one file."""
    made = BUILT.with_name(f"{BUILT.name}-{__version__}-linux-x86_64.tar.xz")
    order = ["--sort=name", "--owner=0", "--group=0", "--numeric-owner"]
    packing: list[str | Path] = ["tar", *order, "-C", BUILT.parent, "-cJf", made, BUILT.name]
    subprocess.run(packing, env={**os.environ, "XZ_OPT": "-6 -T0"}, check=True)
    return made


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
