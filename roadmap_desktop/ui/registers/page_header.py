"""The line above a register's table: its title, chips that filter, what can be done, which columns are shown."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton

from roadmap_desktop.ui.registers.filter_chips import FilterChips
from roadmap_desktop.ui.registers.table import RegisterTable
from roadmap_desktop.ui.staying_menu import StayingMenu

_HEIGHT = 42


class PageHeader(QFrame):
    """``printing`` and ``exporting`` say that «Печать» and «Экспорт в Excel» were pressed, ``column_wanted`` carries a
    field's name and whether it is to be shown."""

    printing = Signal()
    exporting = Signal()
    column_wanted = Signal(str, bool)

    def __init__(
        self, table: RegisterTable, own: Sequence[tuple[str, Callable[[], object]]], chips: FilterChips
    ) -> None:
        super().__init__()
        self.setObjectName("page-header")
        self.setFixedHeight(_HEIGHT)
        self._table = table
        title = QLabel(table.listing.register.title)
        title.setObjectName("page-title")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(8)
        row.addWidget(title)
        row.addSpacing(4)
        row.addWidget(chips, 1)
        for text, act in own:
            row.addWidget(self._button(text, act))
        columns = self._button("Столбцы ▾", lambda: None)
        menu = StayingMenu(columns)
        menu.aboutToShow.connect(lambda: self._fill_columns(menu))
        columns.setMenu(menu)
        row.addWidget(columns)
        row.addWidget(self._button("Печать…", self.printing.emit))
        row.addWidget(self._button("Экспорт в Excel…", self.exporting.emit))

    def _button(self, text: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(text)
        button.setProperty("chip", True)
        button.clicked.connect(lambda _checked=False: act())
        return button

    def _fill_columns(self, menu: QMenu) -> None:
        menu.clear()
        model = self._table.listing
        shown = {field.name for field in model.columns}
        for field in model.register.columns_possible:
            action = menu.addAction(field.label)
            action.setCheckable(True)
            action.setChecked(field.name in shown)
            action.toggled.connect(lambda on, name=field.name: self.column_wanted.emit(name, on))
