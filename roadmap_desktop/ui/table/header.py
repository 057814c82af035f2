"""The table's heading: sorts by clicks, shows and hides columns, and remembers how the user left them."""

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QColor, QPainter, QPolygon
from PySide6.QtWidgets import QHeaderView, QMenu, QTableView

from roadmap_desktop.ui import theme
from roadmap_desktop.ui.settings import Settings
from roadmap_desktop.ui.table.columns import COLUMNS, PLACES
from roadmap_desktop.ui.table.listing import Sorting

_NAME = PLACES["name"]
_SECTION = PLACES["section_id"]
_NAME_LEAST = 180
_LEAST = 30
_HEIGHT = 43
_FONT_RATIO = 0.91
_KEY = f"table/columns-{len(COLUMNS)}"
_SORT_KEY = "table/sort"


class TableHeader(QHeaderView):
    """A header whose name column takes the room that the others leave."""

    sorting_changed = Signal()
    columns_changed = Signal()

    def __init__(self, settings: Settings, view: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self._view = view
        self._settings = settings
        self._fitting = False
        self._ready = False
        self.has_sections = False
        self.sorting = self._remembered_sorting()
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(_LEAST)
        self.setFixedHeight(_HEIGHT)
        self.setFont(theme.sized(_FONT_RATIO))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setAccessibleName("Столбцы таблицы")
        self._saving = QTimer(self, interval=400, singleShot=True)
        self._saving.timeout.connect(self._save)
        self.customContextMenuRequested.connect(self._open_menu)
        self.sectionClicked.connect(self._on_clicked)
        self.sectionResized.connect(self._on_resized)
        self.sectionMoved.connect(self._on_moved)

    def set_up(self) -> None:
        """Once the view has its model: the columns as the user left them, or as they are at first."""
        if not self.restoreState(self._settings.state(_KEY)):
            self._set_defaults()
        self._ready = True
        self.fit()

    def fit(self) -> None:
        """Gives the name column what the others leave of the view's width."""
        if self._fitting or not self._ready:
            return
        self._fitting = True
        others = sum(self.sectionSize(place) for place in range(self.count()) if place != _NAME)
        # The scroll bar's room is left free even when there is none: a search that shortens the list must not change
        # the width of the names, or every row would have to be measured again.
        room = self._view.contentsRect().width() - self._view.verticalScrollBar().sizeHint().width()
        self.resizeSection(_NAME, max(room - others, _NAME_LEAST))
        self._fitting = False
        self.columns_changed.emit()

    def shown(self) -> list[int]:
        """The columns that are shown, from left to right."""
        visual = (self.logicalIndex(place) for place in range(self.count()))
        return [column for column in visual if not self.isSectionHidden(column)]

    def at_least(self, key: str, width: int) -> None:
        """Widens a column to what its content needs."""
        if self.sectionSize(PLACES[key]) < width:
            self.resizeSection(PLACES[key], width)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Hide and self._saving.isActive():
            self._save()
        return super().event(event)

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        painter.save()
        super().paintSection(painter, rect, logical)
        painter.restore()
        if COLUMNS[logical].key == self.sorting.key:
            _paint_arrow(painter, rect, self.sorting.descending, theme.colour("accent"))

    def _on_clicked(self, logical: int) -> None:
        self.sorting = self.sorting.after_click(COLUMNS[logical].key)
        self._settings.remember(
            _SORT_KEY, f"{self.sorting.key or ''} {'-' if self.sorting.descending else '+'}"
        )
        self.viewport().update()
        self.sorting_changed.emit()

    def _on_resized(self, _logical: int, _old: int, _new: int) -> None:
        if self._ready and not self._fitting:
            self._saving.start()
            self.fit()

    def _on_moved(self) -> None:
        if self._ready:
            self._saving.start()

    def _open_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for place, column in enumerate(COLUMNS):
            if place != _SECTION or self.has_sections:
                menu.addAction(self._visibility_action(menu, place, column.label))
        menu.addSeparator()
        menu.addAction("Вернуть столбцы как были", self._reset)
        menu.popup(self.mapToGlobal(at))

    def _visibility_action(self, menu: QMenu, place: int, label: str) -> QAction:
        action = QAction(label, menu, checkable=True, checked=not self.isSectionHidden(place))
        # A row without its number and name would be a riddle.
        action.setEnabled(place not in (_NAME, PLACES["number"]))
        action.toggled.connect(lambda shown: self._show_column(place, shown))
        return action

    def _show_column(self, place: int, shown: bool) -> None:
        self.setSectionHidden(place, not shown)
        if shown and self.sectionSize(place) < _LEAST:
            self.resizeSection(place, COLUMNS[place].width)
        self._saving.start()
        self.fit()

    def _reset(self) -> None:
        self._ready = False
        self._set_defaults()
        self._ready = True
        self._saving.start()
        self.fit()
        self.sorting = Sorting()
        self._settings.remember(_SORT_KEY, "")
        self.viewport().update()
        self.sorting_changed.emit()

    def _set_defaults(self) -> None:
        for place, column in enumerate(COLUMNS):
            self.moveSection(self.visualIndex(place), place)
            self.setSectionHidden(place, False)
            self.resizeSection(place, column.width)
            self.setSectionHidden(place, not column.shown)

    def _save(self) -> None:
        self._saving.stop()
        self._settings.remember(_KEY, self.saveState())

    def _remembered_sorting(self) -> Sorting:
        key, _, sign = self._settings.text(_SORT_KEY).partition(" ")
        return Sorting(key, sign == "-") if key in PLACES else Sorting()


def _paint_arrow(painter: QPainter, rect: QRect, descending: bool, colour: QColor) -> None:
    x, y, tip = rect.right() - 11, rect.top() + 7, -3 if descending else 3
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(QPolygon([QPoint(x - 4, y + tip), QPoint(x + 4, y + tip), QPoint(x, y - tip)]))
    painter.restore()
