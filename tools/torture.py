"""The long versions of the durability tests: ``make torture``. The same tests as in ``make test``, many more rounds."""

import os
import subprocess
import sys


def main(arguments: list[str]) -> int:
    """Runs the tests of the file and its journal with ROADMAP_TORTURE set; answers pytest's exit code."""
    command = [sys.executable, "-m", "pytest", "tests/storage", "-v", "-rP", *arguments]
    return subprocess.call(command, env={**os.environ, "ROADMAP_TORTURE": "1"})


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
