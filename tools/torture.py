"""The long versions of the durability tests and of mutated documents: ``make torture``. The same tests as in ``make
test``, many more rounds."""

import os
import subprocess
import sys

_TESTS = (
    "tests/storage",
    "tests/operations",
    "tests/cli/test_crafted_copies.py",
    "tests/exchange/documents/test_mutated_documents.py",
)


def main(arguments: list[str]) -> int:
    """Runs the tests of files and of what is done to them or read, with ROADMAP_TORTURE set; answers pytest's exit
    code."""
    command = [
        sys.executable,
        "-m",
        "pytest",
        *_TESTS,
        "-n",
        "2",
        "--dist",
        "worksteal",
        "-v",
        "-rP",
        *arguments,
    ]
    return subprocess.call(command, env={**os.environ, "ROADMAP_TORTURE": "1"})


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
