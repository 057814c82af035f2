"""The table of a month's plan."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from roadmap_desktop.ui.settings import Settings
from roadmap_desktop.ui.table.columns import STATE_WIDTH, GivenWidths
from roadmap_desktop.ui.table.header import ColumnMemory
from roadmap_desktop.ui.table.model import TableModel
from roadmap_desktop.ui.table.view import TableView

_WIDTHS = {"day": 86, "time": 66, "place": 106, "participants": 116, "responsible": 124, "state": STATE_WIDTH}
_WIDTH, _NAME_LEAST = 110, 200


class PlanTable(TableView):
    """The space bar says that a work was done, and takes it back."""

    toggling = Signal()

    def __init__(self, model: TableModel, settings: Settings) -> None:
        super().__init__(
            model, ColumnMemory(settings, "month-plan"), GivenWidths(_WIDTHS, _WIDTH, "name", _NAME_LEAST)
        )
        self.header.kept = ("name",)
        # A click more on a heading brings the order of days back.
        self.header.setSortIndicatorClearable(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            self.toggling.emit()
        else:
            super().keyPressEvent(event)
