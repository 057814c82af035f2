"""The program as a process of its own, so that nothing imported by another test helps it."""

import subprocess
import sys


def run(*words: object) -> tuple[int, str, str]:
    ran = subprocess.run(
        [sys.executable, "-m", "roadmap_desktop", *map(str, words)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return ran.returncode, ran.stdout, ran.stderr
