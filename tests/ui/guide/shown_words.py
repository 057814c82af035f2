"""Every word that a window shows: its buttons, menus, headings, tabs, fields, lists."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QTabBar,
    QTableView,
    QTreeView,
    QWidget,
)

# More rows than any list of choices has; what stands further down is data.
_ROWS = 40


def words_in(root: QWidget) -> set[str]:
    """What can be read in it now, without the marks of keys and of what opens."""
    return {plain(word) for widget in (root, *root.findChildren(QWidget)) for word in _of(widget)} - {""}


def plain(text: str) -> str:
    return " ".join(text.replace("&", "").replace("▾", "").split())


def _of(widget: QWidget) -> Iterator[str]:
    yield widget.windowTitle()
    yield from (action.text() for action in widget.actions())
    if isinstance(widget, QMenu):
        yield widget.title()
    if not widget.isVisible():
        return
    yield widget.accessibleName()
    yield widget.toolTip()
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    if isinstance(widget, QLineEdit):
        yield widget.placeholderText()
        yield widget.text()
    if isinstance(widget, QGroupBox):
        yield widget.title()
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(place) for place in range(widget.count()))
    if isinstance(widget, QTabBar):
        yield from (widget.tabText(place) for place in range(widget.count()))
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from _of_view(widget)


def _of_view(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    columns = range(model.columnCount(view.rootIndex()) if isinstance(view, QTableView | QTreeView) else 1)
    if isinstance(view, QTableView):
        yield from (str(model.headerData(column, Qt.Orientation.Horizontal) or "") for column in columns)
    for row in range(min(model.rowCount(view.rootIndex()), _ROWS)):
        yield from (str(model.index(row, column, view.rootIndex()).data() or "") for column in columns)


def in_menus(actions: list[QAction]) -> set[str]:
    """Entries of menus and of what opens beneath them."""
    found = set()
    for action in actions:
        found.add(plain(action.text()))
        menu = action.menu()
        if isinstance(menu, QMenu):
            menu.aboutToShow.emit()
            found |= in_menus(menu.actions())
    return found
