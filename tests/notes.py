"""Notes of activities, written and read past any window: the smallest edit of a file that can be told afterwards."""

from pathlib import Path

from roadmap_desktop.operations.file.files import open_roadmap
from roadmap_desktop.operations.plan import activities
from roadmap_desktop.operations.plan.reading import read_plan


def note(path: Path, text: str, number: int = 1) -> None:
    """Writes the note of the activity of that number."""
    with open_roadmap(path) as file:
        plan = read_plan(file)
        activities.set_field(file, plan, [plan.activities[number - 1].id], "note", text)


def note_of(path: Path) -> str:
    """The note of the first activity."""
    with open_roadmap(path) as file:
        return read_plan(file).activities[0].note
