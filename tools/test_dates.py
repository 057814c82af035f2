"""The tests on the days that programs stumble over: ``make test-dates``; arguments go to pytest.

libfaketime shifts the computer's clock for the tests and every process that they start, and the clock goes on. Times of
files stay true: they are the disk's.
"""

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

# In the zones of the second two the clock is put forward, and back, within the first minutes of the run.
DAYS = (
    ("2027-12-31 23:40", "Europe/Moscow"),
    ("2028-02-29 00:10", "Asia/Kamchatka"),
    ("2027-08-31 20:00", "Europe/Moscow"),
    ("2027-09-01 00:05", "Europe/Moscow"),
    ("2027-03-28 01:58", "Europe/Berlin"),
    ("2027-10-31 02:58", "Europe/Berlin"),
)


def _library() -> Path:
    """The variant for programs with threads, wherever this system keeps it."""
    places = ("*/faketime", "faketime", "../lib64/faketime")
    found = [path for place in places for path in Path("/usr/lib").glob(f"{place}/libfaketimeMT.so.1")]
    if not found:
        raise SystemExit("libfaketime is not installed where it is looked for, below the system's libraries.")
    return found[0]


def _environment(day: str, zone: str) -> dict[str, str]:
    wanted = datetime.fromisoformat(day).replace(tzinfo=ZoneInfo(zone))
    # By a distance, not to a moment: every process would begin at the moment anew.
    ahead = round((wanted - datetime.now(UTC)).total_seconds())
    return {
        "TZ": zone,
        "LD_PRELOAD": str(_library()),
        "FAKETIME": f"{ahead:+d}s",
        "FAKETIME_DONT_FAKE_MONOTONIC": "1",
        "ROADMAP_CLOCK_AHEAD": "0",
    }


def main(arguments: list[str]) -> int:
    """Runs the tests once for each day; answers the exit code of the first that fails."""
    command = [sys.executable, "-m", "pytest", "-n", "auto", "--maxprocesses", "4", "-q", *arguments]
    for day, zone in DAYS:
        print(f"> {day} {zone}", flush=True)
        code = subprocess.call(command, env={**os.environ, **_environment(day, zone)})
        if code != 0:
            return code
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
