"""Measures the program beside a floor or a rival in the same run: ``make bench``. ``--write`` keeps the figures in
``docs/performance.md``. Medians of several runs taken in turns."""

import argparse
import os
import platform
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAPER = ROOT / "docs" / "performance.md"
BEGIN, END = "<!-- figures: begin -->\n", "<!-- figures: end -->\n"
SIZE = (1366, 768)


def main() -> int:
    """Measures everything and prints a table; answers the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--write", action="store_true", help="keep the figures in docs/performance.md")
    arguments = parser.parse_args()
    sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "bench")]
    from virtual_display import virtual_display

    with virtual_display(*SIZE), tempfile.TemporaryDirectory() as folder:
        os.environ["ROADMAP_HOME"] = os.environ["HOME"] = folder
        from measurements import measure_all

        table = measure_all(Path(folder), arguments.runs)
    print(table)
    if arguments.write:
        _write(table)
    return 0


def _write(table: str) -> None:
    machine = f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    paper = PAPER.read_text(encoding="utf-8")
    head, tail = paper.split(BEGIN)[0], paper.split(END)[1]
    PAPER.write_text(f"{head}{BEGIN}{table}\nMeasured on: {machine}.\n{END}{tail}", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
