"""Which records of registers the month shows, and of which kinds."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from roadmap_desktop.ui.calendar.kinds_button import KindsButton
from roadmap_desktop.ui.calendar.month import shown_days
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.settings import Settings

if TYPE_CHECKING:
    from roadmap_desktop.operations.registers.dated_records import DatedKind, DatedRecord

_HIDDEN = "calendar/hidden-kinds"


class RecordsShown(QObject):
    """Reads the records of a month from when it is first woken: registers are not mapped while the program starts.
    ``changed`` carries them; ``button`` opens the choice of kinds, which is remembered."""

    changed = Signal(object)

    def __init__(self, document: RoadmapDocument, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._month: date | None = None
        self._is_awake = False
        hint = "Что показывать в календаре рядом с мероприятиями"
        self.button = KindsButton(_kinds, "Только мероприятия", hint, settings, _HIDDEN)
        self.button.hidden_changed.connect(self.refresh)
        self.menu = self.button.kinds_menu

    @property
    def hidden(self) -> set[str]:
        """The kinds that are not shown."""
        return self.button.hidden

    def wake(self) -> None:
        """Begins to read."""
        if not self._is_awake:
            self._is_awake = True
            self.refresh()

    def show_month(self, month: date) -> None:
        """Reads the records of another month."""
        self._month = month
        self.refresh()

    def refresh(self) -> None:
        """Reads them anew."""
        if self._is_awake and self._month is not None:
            self.changed.emit(self._read(self._month))
            self.button.tell()

    def _read(self, month: date) -> tuple[DatedRecord, ...]:
        from roadmap_desktop.operations.registers.dated_records import dated_records

        plan = self._document.plan
        if plan is None:
            return ()
        kinds = self.button.shown()
        return self._document.query(
            lambda file: dated_records(file, shown_days(month), plan.info.period, kinds), ()
        )


def _kinds() -> tuple[DatedKind, ...]:
    from roadmap_desktop.operations.registers.dated_records import dated_kinds

    return dated_kinds()
