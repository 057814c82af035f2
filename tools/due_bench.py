"""How long the slowest due wordings take to read: pieces of real ones over and over, as long as any that is read."""

from functools import partial
from pathlib import Path

from roadmap_desktop.model.due import read_due
from roadmap_desktop.model.due.tokens import LONGEST
from roadmap_desktop.model.due.vocabulary import VOCABULARY
from roadmap_desktop.model.period import Period, school_year
from stopwatch import Figure, seconds

_TABLE = Path(__file__).resolve().parent.parent / "tests" / "model" / "due" / "wordings.txt"
_TIMES = 3
_MARKS = ("1", "1.", "-", "(", "()", "«1» ", "01.10.2020, ", "14:00 ", "2020-", "i-", "*", "🙂", "\u00ad ")


def figures() -> list[Figure]:
    """The slowest reading of the longest wordings."""
    lines = _TABLE.read_text(encoding="utf-8").splitlines()
    wordings = [line.split(" | ")[0] for line in lines if " | " in line]
    pieces = [*_MARKS, *(f"{words}{end}" for words in (*VOCABULARY, *wordings) for end in (" ", ", "))]
    plan = school_year(2020)
    texts = [(piece * LONGEST)[:LONGEST] for piece in pieces]
    # The quickest of each text's readings, since a pause of the machine is none of the reader's.
    times = [min(seconds(partial(_read, text, plan)) for _ in range(_TIMES)) for text in texts]
    return [Figure.worst(f"the slowest of due wordings of {LONGEST} characters", 0.005, times)]


def _read(text: str, plan: Period) -> None:
    read_due.__wrapped__(text, plan)
