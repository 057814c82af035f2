"""The line at the end of the days into which a new task is typed: it is one as soon as it has a day and a name."""

from collections.abc import Callable
from typing import Any

from roadmap_desktop.model.change_set import ChangeSet
from roadmap_desktop.model.field import Field
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.registers import BY_ID
from roadmap_desktop.operations.file.files import RoadmapFile
from roadmap_desktop.operations.month import editing
from roadmap_desktop.operations.registers import registers
from roadmap_desktop.ui.document import Operation

TASKS = BY_ID["tasks"]
_NEEDED = ("day", "name")


class NewLine:
    """``typed`` is what stands in it, by column. ``window`` gives the days of the plan, ``shown`` shows it anew."""

    def __init__(self, window: Callable[[], Period], shown: Callable[[], object]) -> None:
        self._window, self._shown = window, shown
        self.typed: dict[str, Any] = {}
        self.made = ""  # the key of the line that it has become last

    def taking(self, field: Field, value: Any) -> Operation:
        """What takes a value that was typed: it adds the task where that is all that was missing. Raises UserError for
        what is no day."""

        def take(file: RoadmapFile) -> ChangeSet | None:
            if field.name == "day" and value:
                # Refused here, the old value stays and the caret is where it was.
                editing.typed_values(TASKS, "day", value, self._window())
            self.typed[field.name] = value
            change_set = self._add(file) if all(self.typed.get(name) for name in _NEEDED) else None
            if change_set is None:
                self._shown()
            return change_set

        return take

    def begin_with(self, day: str) -> None:
        """Puts a day into it where there is none."""
        self.typed.setdefault("day", day)
        self._shown()

    def clear(self) -> None:
        """Lets go of what was typed."""
        self.typed.clear()
        self.made = ""

    def _add(self, file: RoadmapFile) -> ChangeSet | None:
        values: dict[str, Any] = {}
        for name, value in self.typed.items():
            values |= editing.typed_values(TASKS, name, value, self._window())
        id_, change_set = registers.add_record(file, TASKS, registers.defaults_of(TASKS) | values)
        self.typed.clear()
        self.made = id_
        return change_set
