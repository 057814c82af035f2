"""Write requirements/run.lock and requirements/dev.lock from the ranges in pyproject.toml (needs ``uv`` on the path).

The locks hold versions and hashes for every system and Python the program supports, and no address of any index:
where packages come from is the business of the machine that installs them.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

COMPILE = [
    "pip",
    "compile",
    "pyproject.toml",
    "--universal",
    "--python-version=3.11",
    "--generate-hashes",
    "--no-annotate",
    "--no-header",
    "--no-emit-index-url",
    "--no-emit-find-links",
    "--quiet",
    "--constraint=requirements/qt.in",
]


def compile_lock(uv: str, name: str, *more: str) -> None:
    """Resolve the project's dependencies into ``requirements/<name>``; raises CalledProcessError when uv cannot."""
    # Wheels a machine happens to offer locally must not end up in the hashes.
    environment = {key: value for key, value in os.environ.items() if not key.endswith("FIND_LINKS")}
    subprocess.run(
        [uv, *COMPILE, *more, f"--output-file=requirements/{name}"], cwd=ROOT, env=environment, check=True
    )


def main() -> int:
    """Write both locks; answers the exit code."""
    uv = shutil.which("uv")
    if uv is None:
        print("make lock needs uv: https://docs.astral.sh/uv/", file=sys.stderr)
        return 1
    upgrade = ["--upgrade"] if "--upgrade" in sys.argv[1:] else []
    compile_lock(uv, "run.lock", *upgrade)
    compile_lock(uv, "dev.lock", "--extra=dev", "--constraint=requirements/run.lock", *upgrade)
    return 0


if __name__ == "__main__":
    sys.exit(main())
