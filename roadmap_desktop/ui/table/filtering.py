"""Which rows of the plan are listed: by the search and the chips; says so where none is left."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from roadmap_desktop.model.rows import Plan
from roadmap_desktop.ui.table.chips import Chips
from roadmap_desktop.ui.table.empty_state import EmptyState
from roadmap_desktop.ui.table.listing import RowFilter
from roadmap_desktop.ui.table.model import TableModel


class Filtering(QObject):
    """``viewport`` is where the rows stand."""

    reset = Signal()  # every row is listed again: the search box should follow
    add_wanted = Signal()  # the plan is empty, and its first activity is to be added

    def __init__(self, model: TableModel, viewport: QWidget) -> None:
        super().__init__(model)
        self._model = model
        self.chips = Chips()
        self.empty = EmptyState(viewport)
        self.chips.changed.connect(self._on_chips)
        self.empty.clicked.connect(self._on_empty_clicked)
        model.filtered.connect(self._show_emptiness)

    def set_search(self, text: str) -> None:
        """Lists the rows that hold every word of the text, and marks the words."""
        self._model.filter_by(self._model.row_filter._replace(query=text))

    def show_all(self) -> None:
        """Lists every row again."""
        self.reset.emit()
        self.chips.reset()
        self._model.filter_by(RowFilter())

    def show_overdue(self) -> None:
        """Lists the overdue activities alone."""
        self.show_all()
        self.chips.show_overdue()

    def show_plan(self, plan: Plan | None) -> None:
        """Counts anew what each chip would list."""
        self.chips.show_counts(plan, self._model.counts())
        self._show_emptiness()

    def _show_emptiness(self) -> None:
        if self._model.rows or self._model.plan is None:
            self.empty.hide()
        elif self._model.row_filter.is_open:
            self.empty.say(
                "В плане пока нет мероприятий.\nДобавьте первое или вставьте строки из Word или Excel: Ctrl+V.",
                "Добавить мероприятие",
            )
        else:
            self.empty.say("Ничего не найдено.", "Сбросить поиск и отбор")

    def _on_chips(self) -> None:
        self._model.filter_by(
            self._model.row_filter._replace(filter=self.chips.filter, performers=self.chips.performers)
        )

    def _on_empty_clicked(self) -> None:
        if self._model.row_filter.is_open:
            self.add_wanted.emit()
        else:
            self.show_all()
