"""The start of the built package beside the start from source, and what either reads of a disk for it."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from stopwatch import ROOT, Figure, in_turns, process_seconds

PACKAGE = ROOT / "dist" / "roadmap-desktop" / "roadmap-desktop"
SOURCE = [sys.executable, "-m", "roadmap_desktop"]
_UNTIL_PAINTED = {"ROADMAP_EXIT_WHEN_PAINTED": "1"}
_OPENED = re.compile(r'open(?:at)?\((?:AT_FDCWD, )?"(/[^"]+)".* = \d+$')
# Sectors read are the third figure of a disk's.
_COLD = r"""
set -eu
mount -o loop "$1" "$2"; cp -a "$3" "$2"; umount "$2"
mount -o loop,ro "$1" "$2"
disk=$(findmnt --noheadings --output SOURCE "$2")
blockdev --setra 256 "$disk"
read_so_far() { awk '{print $3}' "/sys/class/block/${disk##*/}/stat"; }
before=$(read_so_far); "$4" "$5" >&2
echo $(($(read_so_far) - before))
"""
_NO_FILES = ("/proc/", "/sys/", "/dev/")
MB = 1_000_000


def figures(sample: Path, runs: int) -> list[Figure]:
    """Figures of the package that ``make package`` has built, with the sample; a sentence where it is not."""
    if not PACKAGE.exists():
        print("No package is built here: its start is not measured.", file=sys.stderr)
        return []
    packaged, source = [str(PACKAGE), str(sample)], [*SOURCE, str(sample)]
    from_source, of_package = in_turns(
        runs,
        lambda: process_seconds(source, _UNTIL_PAINTED),
        lambda: process_seconds(packaged, _UNTIL_PAINTED),
    )
    start = Figure.ratio(
        "start of the package, the sample painted", 1.15, of_package, from_source, "from source"
    )
    found = [start]
    if shutil.which("strace") is None:
        print("No strace here: which files a start opens is not counted.", file=sys.stderr)
    else:
        files, of_source = len(opened_files(packaged)), len(opened_files(source))
        found.append(Figure("files the package opens for it", "200", str(files), f"from source {of_source}"))
    if os.geteuid() != 0:
        print("What a start reads of a disk is measured as root alone.", file=sys.stderr)
    else:
        how = "a disk with its folder alone, 128 KB read ahead"
        found.append(
            Figure("what it reads of a cold disk", "70 MB", f"{bytes_read(sample) / MB:.0f} MB", how)
        )
    return found


def bytes_read(sample: Path) -> int:
    """How much a start of the package reads of a disk that has its folder alone, with nothing of it in memory: a disk
    within a file, which does not remember between two mounts. What the system has in memory is the system's."""
    with tempfile.TemporaryDirectory() as folder:
        image, place = Path(folder, "image"), Path(folder, "disk")
        place.mkdir()
        with image.open("wb") as file:
            file.truncate(400 * MB)
        subprocess.run(["mkfs.ext4", "-q", "-F", image], check=True)
        program = place / PACKAGE.parent.name / PACKAGE.name
        told_to = (image, place, PACKAGE.parent, program, sample)
        command = ["unshare", "--mount", "sh", "-c", _COLD, "-", *map(str, told_to)]
        told = subprocess.check_output(command, env={**os.environ, **_UNTIL_PAINTED}, text=True)
    return 512 * int(told)


def opened_files(command: Sequence[str]) -> set[Path]:
    """The files that a start opens, it and what it starts. Raises CalledProcessError."""
    with tempfile.TemporaryDirectory() as folder:
        told = Path(folder, "calls")
        watching = ["strace", "-f", "-qq", "-e", "trace=open,openat", "-o", str(told)]
        subprocess.run(
            [*watching, *command], env={**os.environ, **_UNTIL_PAINTED}, stdout=subprocess.DEVNULL, check=True
        )
        lines = told.read_text(encoding="utf-8", errors="replace").splitlines()
    found = {match[1] for line in lines if (match := _OPENED.search(line))}
    paths = {Path(name).resolve() for name in found if not name.startswith(_NO_FILES)}
    return {path for path in paths if path.is_file()}


if __name__ == "__main__":
    from virtual_display import virtual_display

    with virtual_display(1366, 768):
        for path in sorted(opened_files(sys.argv[1:])):
            print(f"{path.stat().st_size:>12,} {path}")
