"""Which records of registers the month shows, and of which kinds."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QToolButton

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
        self._document, self._settings = document, settings
        self._month: date | None = None
        self._is_awake = False
        self.hidden = {kind for kind in settings.text(_HIDDEN).split(" ") if kind}
        self.menu = QMenu()
        self.menu.aboutToShow.connect(self._fill_menu)
        self.button = QToolButton()
        self.button.setProperty("chip", True)
        self.button.setMenu(self.menu)
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.button.setToolTip("Что показывать в календаре рядом с мероприятиями")
        self._tell()

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
            self._tell()

    def show_kinds(self, hidden: set[str]) -> None:
        """Shows all kinds but these, and remembers it."""
        self.hidden = hidden
        self._settings.remember(_HIDDEN, " ".join(sorted(hidden)))
        self._tell()
        self.refresh()

    def _read(self, month: date) -> tuple[DatedRecord, ...]:
        from roadmap_desktop.operations.registers.dated_records import dated_records

        plan = self._document.plan
        if plan is None:
            return ()
        kinds = {kind.register for kind in _kinds()} - self.hidden
        return self._document.query(
            lambda file: dated_records(file, shown_days(month), plan.info.period, kinds), ()
        )

    def _fill_menu(self) -> None:
        self.menu.clear()
        kinds = _kinds()
        every = {kind.register for kind in kinds}
        self.menu.addAction("Показывать всё", lambda: self.show_kinds(set()))
        self.menu.addAction("Только мероприятия", lambda: self.show_kinds(every))
        self.menu.addSeparator()
        for kind in kinds:
            action = self.menu.addAction(kind.title)
            action.setCheckable(True)
            action.setChecked(kind.register not in self.hidden)
            action.toggled.connect(
                lambda shown, one=kind.register: self.show_kinds(
                    self.hidden - {one} if shown else self.hidden | {one}
                )
            )

    def _tell(self) -> None:
        if not self.hidden:
            words = "всё"
        elif self._is_awake and self._shows_none():
            words = "только мероприятия"
        else:
            words = f"всё, кроме {len(self.hidden)}"
        self.button.setText(f"Показывать: {words} ▾")
        self.button.setAccessibleName(f"Показывать в календаре: {words}")

    def _shows_none(self) -> bool:
        return self.hidden >= {kind.register for kind in _kinds()}


def _kinds() -> tuple[DatedKind, ...]:
    from roadmap_desktop.operations.registers.dated_records import dated_kinds

    return dated_kinds()
