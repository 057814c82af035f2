"""Another Debian in a folder: laid from where apt of this machine takes its own, entered without a trace outside.

What is mounted there is so in namespaces that end with the command, and nothing that it started runs on.
"""

import re
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from setup_environment import SetupError

# Screens outside are seen inside by their sockets, which lie in a folder.
SCREENS = Path("/tmp", ".X11-unix")
_ENTER = 'mount --bind "$1" "$2" && shift 2 && exec "$@"'


def origin() -> str:
    """Where apt of this machine takes Debian's packages from. Raises SetupError where it is set to none."""
    asked = ["apt-get", "indextargets", "--format", "$(SITE)"]
    try:
        found = subprocess.check_output(
            [*asked, "Created-By: Packages", "Component: main", "Label: Debian"], text=True
        )
    except (OSError, subprocess.CalledProcessError):
        found = ""
    if not found.split():
        raise SetupError("apt of this machine is set to no place to take Debian from.")
    return found.split()[0]


def lay(folder: Path, release: str) -> None:
    """Lays the smallest Debian of that release into the folder, in place of what is there. Raises SetupError."""
    shutil.rmtree(folder, ignore_errors=True)
    command = ["unshare", "--mount", "debootstrap", "--variant=minbase", release, str(folder), origin()]
    if subprocess.call(command) != 0:
        raise SetupError(f"debootstrap of {release} stopped; the same command begins it anew.")
    for name in ("resolv.conf", "hosts"):
        shutil.copy(Path("/etc", name), folder / "etc" / name)
    settings = subprocess.check_output(["apt-config", "dump"], text=True).splitlines()
    proxies = [line for line in settings if re.match(r"Acquire::https?::?.*proxy", line, re.IGNORECASE)]
    (folder / "etc" / "apt" / "apt.conf.d" / "90proxy").write_text(
        "\n".join(proxies) + "\n", encoding="utf-8"
    )


def command_inside(
    folder: Path,
    command: Sequence[str],
    environment: Mapping[str, str],
    *,
    network: bool = True,
    screens: bool = False,
) -> list[str]:
    """The command line that runs a command of the Debian in the folder, with these variables alone; without the
    network of this machine, or with its screens, where that is told."""
    spaces = ["--mount", "--pid", "--fork", "--kill-child", f"--mount-proc={folder}/proc"]
    entered = ["unshare", *spaces, *([] if network else ["--net"])]
    if screens:
        seen = folder / "tmp" / SCREENS.name
        for path in (SCREENS, seen):
            path.mkdir(parents=True, exist_ok=True)
        entered += ["sh", "-c", _ENTER, "-", str(SCREENS), str(seen)]
    given = [f"{name}={value}" for name, value in environment.items()]
    return [
        *entered,
        "chroot",
        str(folder),
        "env",
        "-i",
        "PATH=/usr/sbin:/usr/bin:/sbin:/bin",
        *given,
        *command,
    ]
