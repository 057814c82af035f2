"""The table's heading: sorts by clicks, shows and hides columns, and remembers how the user left them."""

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHeaderView, QMenu, QTableView

from roadmap_desktop.model.field import Field
from roadmap_desktop.ui import theme
from roadmap_desktop.ui.settings import Settings
from roadmap_desktop.ui.staying_menu import StayingMenu
from roadmap_desktop.ui.table.columns import Widths
from roadmap_desktop.ui.table.model import TableModel

HEADING_FONT_RATIO = 0.91
_LEAST = 30
_BESIDE_LABEL, _ABOVE_AND_BELOW = 18, 12
_DOWN = "-"


class ColumnMemory:
    """What is remembered between starts of a table's columns, under a key: which are shown, from left to right, the
    widths that the user gave, and by which the rows are sorted. Without settings nothing is."""

    def __init__(self, settings: Settings | None, key: str, sorted_by: str = "") -> None:
        self._settings, self._key, self.sorted_by = settings, key, sorted_by

    def words(self, what: str, otherwise: str = "") -> list[str]:
        """What was remembered, word by word."""
        return self.text(what, otherwise).split()

    def text(self, what: str, otherwise: str = "") -> str:
        """What was remembered."""
        return self._settings.text(f"{self._key}/{what}", otherwise) if self._settings else otherwise

    def remember(self, what: str, words: str) -> None:
        """Remembers."""
        if self._settings is not None:
            self._settings.remember(f"{self._key}/{what}", words)


class TableHeader(QHeaderView):
    """``kept`` are columns that cannot be hidden, ``absent`` those that are not offered now."""

    columns_changed = Signal()

    def __init__(self, view: QTableView, model: TableModel, memory: ColumnMemory) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self._view, self._model, self._memory = view, model, memory
        self._widths: Widths = lambda fields, _own, _room: [_LEAST] * len(fields)
        self._own: dict[str, int] = {}
        self._is_fitting = True
        self.kept: Collection[str] = ()
        self.absent: Collection[str] = ()
        self.fill_more: Callable[[QMenu], object] = lambda _menu: None  # stands above the columns in the menu
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(_LEAST)
        self.setSortIndicatorClearable(model.cells.register.is_numbered)
        self.setFont(theme.sized(HEADING_FONT_RATIO))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setAccessibleName("Столбцы таблицы")
        self.customContextMenuRequested.connect(self._open_menu)

    def set_up(self, widths: Widths) -> None:
        """Once the view has its model: the columns as the user left them, or as they are at first."""
        self._widths = widths
        places, memory = self._model.places, self._memory
        self._own = {
            name: int(width)
            for name, _, width in (word.partition(":") for word in memory.words("widths"))
            if name in places and width.isdecimal()
        }
        self._lay([name for name in memory.words("columns") if name in places] or self._at_first())
        by = " ".join(memory.words("sort", memory.sorted_by))
        self._sort(by)
        self._is_fitting = False
        self.fit()
        self.sectionResized.connect(self._on_resized)
        self.sectionMoved.connect(self._remember_columns)
        self.sortIndicatorChanged.connect(self._on_sorted)

    def fit(self) -> None:
        """Gives the columns their widths within the room that there is."""
        if self._is_fitting:
            return
        self._is_fitting = True
        # The scroll bar's room is left free even when there is none: a search that shortens the list must not change
        # the widths, or every row would have to be measured again.
        room = self._view.contentsRect().width() - self._view.verticalScrollBar().sizeHint().width()
        fields = self.fields()
        for field, width in zip(fields, self._widths(fields, self._own, room), strict=True):
            self.resizeSection(self._model.places[field.name], width)
        self._fit_height()
        self._is_fitting = False
        self.columns_changed.emit()

    def shown(self) -> list[int]:
        """The columns that are shown, from left to right."""
        visual = (self.logicalIndex(index) for index in range(self.count()))
        return [column for column in visual if not self.isSectionHidden(column)]

    def fields(self) -> list[Field]:
        """Their fields."""
        return [self._model.columns[column] for column in self.shown()]

    @property
    def sorted_by(self) -> str:
        """The name of the column sorted by, after «-» where the order goes downwards; empty for no column."""
        section = self.sortIndicatorSection()
        is_down = self.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
        return f"{_DOWN if is_down else ''}{self._model.columns[section].name}" if section >= 0 else ""

    def arrange(self, names: Sequence[str], sorted_by: str) -> None:
        """Shows these columns from left to right, as far as they are known, and sorts."""
        self._lay([name for name in names if name in self._model.places] or self._at_first())
        self._remember_columns()
        self._sort(sorted_by)
        self.fit()

    def first_editable(self) -> int:
        """The first of them that is edited in place."""
        is_editable, columns = self._model.cells.is_editable, self._model.columns
        return next((column for column in self.shown() if is_editable(columns[column])), 0)

    def show_column(self, name: str, shown: bool) -> None:
        """Shows a column at its declared place among the others, or hides it; the last one stays."""
        names = [field.name for field in self.fields() if field.name != name]
        if shown:
            declared = [field.name for field in self._model.cells.register.columns_possible]
            before = declared[: declared.index(name)]
            names.insert(max((at for at, one in enumerate(names, start=1) if one in before), default=0), name)
        if names:
            self._lay(names)
            self._remember_columns()
            self.fit()

    def fill_menu(self, menu: QMenu) -> None:
        """Fills a menu with all columns to tick."""
        menu.clear()
        shown = {field.name for field in self.fields()}
        for field in self._model.cells.register.columns_possible:
            if field.name not in self.absent:
                label = self._model.cells.heading(field)
                action = QAction(label, menu, checkable=True, checked=field.name in shown)
                action.setEnabled(field.name not in self.kept)
                action.toggled.connect(lambda on, name=field.name: self.show_column(name, on))
                menu.addAction(action)
        menu.addSeparator()
        menu.addAction("Вернуть исходные столбцы", self._reset)

    def sizeHint(self) -> QSize:
        # Qt would ask for every heading after each reset of the model; the height is given.
        return QSize(0, self.minimumHeight())

    def _fit_height(self) -> None:
        """As high as its labels, which are broken over two lines where a column is narrow."""
        advance = self.fontMetrics().horizontalAdvance
        broken = any(
            advance(self._model.headerData(column, Qt.Orientation.Horizontal)) * 1.1 + _BESIDE_LABEL
            > self.sectionSize(column)
            for column in self.shown()
        )
        self.setFixedHeight(self.fontMetrics().lineSpacing() * (2 if broken else 1) + _ABOVE_AND_BELOW)

    def _at_first(self) -> list[str]:
        """The columns that are declared to be shown; a list in a dialog may have its own."""
        return [field.name for field in self._model.columns[: len(self._model.first)]]

    def _lay(self, names: Sequence[str]) -> None:
        was_fitting, self._is_fitting = self._is_fitting, True
        others = [field.name for field in self._model.columns if field.name not in names]
        for visual, name in enumerate([*names, *others]):
            section = self._model.places[name]
            self.moveSection(self.visualIndex(section), visual)
            self.setSectionHidden(section, name in others)
        self._is_fitting = was_fitting

    def _sort(self, by: str) -> None:
        is_down = by.startswith(_DOWN)
        order = Qt.SortOrder.DescendingOrder if is_down else Qt.SortOrder.AscendingOrder
        self.setSortIndicator(self._model.places.get(by.removeprefix(_DOWN), -1), order)

    def _on_sorted(self, _index: int, _order: Qt.SortOrder) -> None:
        self._memory.remember("sort", self.sorted_by)
        self._fit_height()

    def _on_resized(self, column: int, _before: int, width: int) -> None:
        if not self._is_fitting and width:
            self._own[self._model.columns[column].name] = width
            self._memory.remember("widths", " ".join(f"{name}:{width}" for name, width in self._own.items()))
            self.fit()

    def _remember_columns(self) -> None:
        if not self._is_fitting:
            self._memory.remember("columns", " ".join(field.name for field in self.fields()))

    def _open_menu(self, at: QPoint) -> None:
        menu = StayingMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fill_menu(menu)
        more, first = QMenu(menu), menu.actions()[0]
        self.fill_more(more)
        if more.actions():
            menu.insertActions(first, more.actions())
            menu.insertSeparator(first)
        menu.popup(self.mapToGlobal(at))

    def _reset(self) -> None:
        self._own.clear()
        self._memory.remember("widths", "")
        self._lay(self._at_first())
        self._remember_columns()
        self._sort(self._memory.sorted_by)
        self.fit()
