"""Scrolling of «По школам» with many schools and activities."""

from datetime import date
from functools import partial
from pathlib import Path

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.draft import ActivityDraft
from roadmap_desktop.model.registers.by_school import SchoolProgress
from roadmap_desktop.model.registers.schools import School
from roadmap_desktop.operations.file import files
from roadmap_desktop.operations.plan import activities, reading
from stopwatch import seconds

SIDE = 200


def large_matrix(path: Path) -> None:
    """Makes a file with 200 activities and 200 schools, every cell filled."""
    files.create_from_sample(path)
    with files.open_roadmap(path) as file:
        activities.add_activities(file, [ActivityDraft(name=f"Дело {number}") for number in range(SIDE - 23)])
        plan = reading.read_plan(file)
        with file.edit("Заполнено") as edit:
            found = [School(name=f"СОШ № {number}") for number in range(SIDE)]
            edit.add(*found)
            edit.flush()
            states = list(State)
            edit.add(
                *(
                    SchoolProgress(activity_id=row.id, school_id=school.id, state=states[index % 5])
                    for row in plan.activities
                    for index, school in enumerate(found)
                )
            )


def scrolling(path: Path, today: date) -> list[float]:
    """Seconds of frames while the matrix is scrolled both ways."""
    from PySide6.QtWidgets import QApplication

    from roadmap_desktop.ui.by_school.page import BySchoolPage
    from roadmap_desktop.ui.document import RoadmapDocument

    document = RoadmapDocument(today=lambda: today)
    document.open(path)
    page = BySchoolPage(document)
    page.resize(1170, 642)
    page.show()
    QApplication.processEvents()
    frames = []
    down, across = page.view.verticalScrollBar(), page.view.horizontalScrollBar()
    for step in range(120):
        bar, value = down if step % 2 else across, (step + 1) * 40
        frames.append(seconds(partial(bar.setValue, value), page.view.viewport().repaint))
    return frames
