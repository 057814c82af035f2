"""The line above a register's table: its title, chips that filter, what can be done, which columns are shown."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton

from roadmap_desktop.ui.registers.filter_chips import FilterChips
from roadmap_desktop.ui.registers.table import RegisterTable
from roadmap_desktop.ui.staying_menu import StayingMenu

_HEIGHT = 42
# The margins and room for two chips, and the narrowest line there can be.
_AROUND_CHIPS, _LEAST = 270, 420


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
        self._folded = [self._button(text, act) for text, act in own]
        for button in self._folded:
            row.addWidget(button)
        columns = self._button("Столбцы ▾", lambda: None)
        menu = StayingMenu(columns)
        menu.aboutToShow.connect(lambda: self._fill_columns(menu))
        columns.setMenu(menu)
        row.addWidget(columns)
        printing = self._button("Печать…", self.printing.emit)
        self._folded.append(self._button("Экспорт в Excel…", self.exporting.emit))
        self._more = self._button("Ещё ▾", lambda: None)
        self._more.setMenu(self._menu_of(self._folded))
        self._more.hide()
        for button in (printing, self._folded[-1], self._more):
            row.addWidget(button)
        wide = (title, *self._folded, columns, printing)
        self._wide = sum(part.sizeHint().width() + row.spacing() for part in wide) + _AROUND_CHIPS

    def minimumSizeHint(self) -> QSize:
        # Else what is to be folded would hold the window as wide as it is unfolded.
        return QSize(_LEAST, _HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < self._wide
        self._more.setVisible(is_narrow)
        for button in self._folded:
            button.setHidden(is_narrow)

    def _menu_of(self, buttons: Sequence[QPushButton]) -> QMenu:
        menu = QMenu(self)
        for button in buttons:
            menu.addAction(button.text(), button.click)
        return menu

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
