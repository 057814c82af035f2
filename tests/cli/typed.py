"""Commands as they are typed: here, which is quick, or as a process of its own, which nothing imported by another test
helps."""

import io
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout

from roadmap_desktop.cli.main import run as main


def run(*words: object) -> tuple[int, str, str]:
    """The exit code, what was told, and what was told of a refusal."""
    out, told = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(told):
        code = main([str(word) for word in words])
    return code, out.getvalue(), told.getvalue()


def run_alone(*words: object) -> tuple[int, str, str]:
    """The same of a process of its own."""
    ran = subprocess.run(
        [sys.executable, "-m", "roadmap_desktop", *map(str, words)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return ran.returncode, ran.stdout, ran.stderr
