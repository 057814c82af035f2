"""Seconds, medians and what is printed of them."""

import os
import statistics
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# For processes that import the program and these tools.
OWN_PATH = {"PYTHONPATH": os.pathsep.join(map(str, (ROOT, ROOT / "tools")))}


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured thing beside its limit."""

    what: str
    limit: str
    measured: str
    how: str

    @property
    def row(self) -> str:
        """As a row of a Markdown table."""
        return f"| {self.what} | {self.limit} | {self.measured} | {self.how} |"

    @classmethod
    def ratio(cls, what: str, limit: float, ours: float, floor: float, rival: str) -> "Figure":
        """Ours over a floor."""
        measured = f"{ours / floor:.2f}x ({ours * 1000:.1f} ms over {floor * 1000:.1f} ms)"
        return cls(what, f"{limit}x", measured, f"medians; over {rival}")

    @classmethod
    def seconds(cls, what: str, limit: float, seconds: float) -> "Figure":
        """A difference in seconds."""
        return cls(what, f"{limit} s", f"{seconds:.3f} s", "difference of medians")

    @classmethod
    def worst(cls, what: str, limit: float, times: Sequence[float]) -> "Figure":
        """The slowest and the median of many."""
        measured = f"median {statistics.median(times) * 1000:.1f} ms, worst {max(times) * 1000:.1f} ms"
        return cls(what, f"{limit * 1000:.0f} ms", measured, f"{len(times)} times")

    @classmethod
    def p95(cls, what: str, limit: float, times: Sequence[float]) -> "Figure":
        """The time that 95 of 100 stay under."""
        measured = f"{sorted(times)[int(len(times) * 0.95)] * 1000:.1f} ms"
        return cls(what, f"{limit * 1000:.0f} ms", measured, f"{len(times)} frames")


def in_turns(runs: int, *measures: Callable[[], float]) -> list[float]:
    """The median of each, measured A B C, A B C, … after one uncounted round, so that drift touches all alike."""
    times: list[list[float]] = [[] for _ in measures]
    for run in range(runs + 1):
        for index, measure in enumerate(measures):
            seconds = measure()
            if run:
                times[index].append(seconds)
    return [statistics.median(of_one) for of_one in times]


def seconds(work: Callable[[], object], settle: Callable[[], object] = lambda: None) -> float:
    """How long some work takes until what it began is settled."""
    began = time.perf_counter()
    work()
    settle()
    return time.perf_counter() - began


def process_seconds(command: Sequence[str], environment: Mapping[str, str] | None = None) -> float:
    """How long a whole process takes. Raises CalledProcessError when it fails."""
    began = time.perf_counter()
    subprocess.run(command, check=True, env={**os.environ, **(environment or {})}, stdout=subprocess.DEVNULL)
    return time.perf_counter() - began
