"""The tests on the days that programs stumble over: ``make test-dates``; arguments go to pytest.

The clock of the tests, and of every process that they start, is ahead of the computer's and goes on (see
``shifted_clock.c``). Times of files stay true: they are the disk's.
"""

import os
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

# In the last two the clocks are put forward, and back, some minutes after the tests have begun.
DAYS = (
    ("2027-12-31 23:40", "Europe/Moscow"),
    ("2028-02-29 00:10", "Asia/Kamchatka"),
    ("2027-08-31 20:00", "Europe/Moscow"),
    ("2027-09-01 00:05", "Europe/Moscow"),
    ("2027-03-28 01:58", "Europe/Berlin"),
    ("2027-10-31 02:58", "Europe/Berlin"),
)


def _environment(day: str, zone: str, library: Path) -> dict[str, str]:
    wanted = datetime.fromisoformat(day).replace(tzinfo=ZoneInfo(zone))
    return {
        "TZ": zone,
        "LD_PRELOAD": str(library),
        "CLOCK_AHEAD": str(round((wanted - datetime.now(UTC)).total_seconds())),
        "ROADMAP_CLOCK_AHEAD": "0",
    }


def main(arguments: list[str]) -> int:
    """Runs the tests once for each day, and the others too when one fails; answers the exit code of that one."""
    tests = [sys.executable, "-m", "pytest", "-n", "auto", "--maxprocesses", "4", "-q", *arguments]
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "shifted_clock.so"
        source = Path(__file__).with_name("shifted_clock.c")
        subprocess.run(["cc", "-O2", "-shared", "-fPIC", "-o", library, source], check=True)
        codes = []
        for day, zone in DAYS:
            print(f"> {day} {zone}", flush=True)
            codes.append(subprocess.call(tests, env={**os.environ, **_environment(day, zone, library)}))
    return next((code for code in codes if code), 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
