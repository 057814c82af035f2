"""Try the built package as its user would, with nothing of ours around it: here, and in an older system without Python,
fonts and network.

Called by ``make package``; stops with a sentence at the first thing that is not as it should be.
"""

import sys
import tempfile
from pathlib import Path

import bare_debian
from package_folder import NotAsItShouldBe, check_folder
from setup_environment import ROOT, SetupError
from trial import Place, check_commands, check_window

BUILT = ROOT / "dist" / "roadmap-desktop"
PICTURES = ROOT / "build"


def check(folder: Path, package: Path | None) -> str:
    """Tries the folder, and the .deb where there is one. Returns what was tried; raises NotAsItShouldBe."""
    check_folder(folder)
    here = PICTURES / "package-window.png"
    with tempfile.TemporaryDirectory() as home:
        place = Place(str(folder / "roadmap-desktop"), Path(home))
        check_commands(place)
        check_window(place, here)
    tried = f"The package opens the sample and prints it; its window: {here}."
    missing = bare_debian.why_not() if package else "there is no .deb"
    if package is None or missing:
        return f"{tried}\nNot tried in a bare {bare_debian.RELEASE}: {missing}."
    bare = PICTURES / "package-window-bare.png"
    bare_debian.check(folder, package, bare)
    return f"{tried}\nSo it does in a bare {bare_debian.RELEASE}, without Python, fonts and network: {bare}."


def main() -> int:
    """Check the built folder; answers the exit code."""
    package = max(BUILT.parent.glob("*.deb"), key=lambda path: path.stat().st_mtime, default=None)
    try:
        print(check(BUILT, package))
    except (NotAsItShouldBe, SetupError) as failure:
        print(f"The package is not as it should be: {failure}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
