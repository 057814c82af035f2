"""The hand that clicks, and types letters where a text is typed."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QMenu,
    QTabBar,
    QTreeView,
    QWidget,
)

from tests.ui.keyboard import come_to_the_front, write
from tests.ui.week_of_work.hand import Hand, entry_of, focused, headings, says, shown, words_of

Held = Qt.KeyboardModifier
_SHIFT = Held.ShiftModifier


class MouseAmongRows(Hand):
    """What is done in menus, pages and tables."""

    def menu(self, *path: str) -> None:
        bar = self.window.menuBar()
        (action,) = [one for one in bar.actions() if one.text() == path[0]]
        _click(bar, bar.actionGeometry(action).center())
        self._walk(path[1:])

    def row_menu(self, *path: str) -> None:
        view = self.table()
        self._menu_at(view, view.visualRect(view.currentIndex()).center(), *path)

    def caption_menu(self, text: str, *path: str) -> None:
        """A click would fold what stands beneath."""
        self._menu_at(*self._cell_at(text, ""), *path)

    def _menu_at(self, view: QAbstractItemView, at: QPoint, *path: str) -> None:
        _click(view.viewport(), at, Qt.MouseButton.RightButton)
        QApplication.sendEvent(
            view.viewport(),
            QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, view.viewport().mapToGlobal(at)),
        )
        self._walk(path)

    def page(self, name: str) -> None:
        self._click_button(lambda one: one.accessibleName() == name and one.isCheckable())

    def button(self, text: str) -> None:
        self._click_button(lambda one: says(one, text))

    def row(self, text: str, heading: str = "") -> None:
        view, at = self._cell_at(text, heading)
        _click(view.viewport(), at)

    def too(self, text: str) -> None:
        view, at = self._cell_at(text, "")
        _click(view.viewport(), at, held=_SHIFT)

    def open(self, row: str) -> None:
        _double_click(*self._cell_at(row, ""))

    def add(self) -> None:
        self._click_button(
            lambda one: one.property("primary") is True and one.parentWidget() is self.window.toolbar
        )

    def delete(self) -> None:
        self.row_menu("Удалить")

    def _type_over(self, text: str) -> None:
        """Over what three clicks select."""
        field = focused()
        place = field.rect().center() if field.parentWidget() is None else QPoint(8, field.height() // 2)
        target = field.viewport() if hasattr(field, "viewport") else field
        QTest.mouseDClick(target, Qt.MouseButton.LeftButton, pos=place)
        QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=place)
        write(text)

    def _walk(self, path: tuple[str, ...]) -> None:
        for text in path:
            menu = QApplication.activePopupWidget()
            assert isinstance(menu, QMenu), text
            (place,) = [
                menu.actionGeometry(one).center()
                for one in menu.actions()
                if entry_of(one) == text and one.isEnabled()
            ]
            QTest.mouseMove(menu, place)
            _click(menu, place)

    def _cell_at(self, text: str, heading: str) -> tuple[QAbstractItemView, QPoint]:
        view, row, column = self.place(text, heading)
        index = view.model().index(row, column)
        # As the wheel would.
        view.scrollTo(index)
        at: QPoint = view.visualRect(index).center()
        return view, at

    def _click_button(self, is_it: Callable[[QAbstractButton], bool]) -> None:
        found = [one for one in shown(self.front, QAbstractButton) if is_it(one) and one.isEnabled()]
        assert found, "no such button"
        _click(found[0])


class Mouse(MouseAmongRows):
    """Clicks, and types letters where a text is typed."""

    def cell(self, row: str, heading: str, text: str) -> None:
        _double_click(*self._cell_at(row, heading))
        if self.front is self.window:
            self._type_over(text)
            self.row(row)
        else:
            self.fill(heading, text)
            self.save()

    def chip(self, text: str, *entries: str) -> None:
        self.button(text)
        self._walk(entries)

    def undo(self) -> None:
        self.menu("Правка", "Отменить")

    def redo(self) -> None:
        self.menu("Правка", "Повторить")

    def fill(self, label: str, text: str) -> None:
        self.wait(lambda: self.field(label))
        field = self.field(label)
        assert field is not None, label
        field = field.focusProxy() or field
        if isinstance(field, QComboBox) and not field.isEditable():
            _click(field)
            self._pick(field.view(), text)
        elif isinstance(field, QAbstractButton):
            _click(field)
            self._walk((text,))
            _click(self.front, QPoint(3, 3))
        else:
            if isinstance(field, QComboBox):
                field = field.lineEdit()
            _click(field)
            self._type_over(text)
            if isinstance(popup := QApplication.activePopupWidget(), QAbstractItemView):
                self._pick(popup, text)

    def type(self, text: str) -> None:
        """Into what has opened for it, with its old words marked."""
        write(text)
        self.leave()

    def leave(self) -> None:
        _click(self.window.toolbar.search)

    def save(self) -> None:
        self.button("Сохранить")

    def close(self) -> None:
        self._click_button(lambda one: words_of(one) in ("Закрыть", "Отмена", "OK"))

    def tab(self, title: str) -> None:
        bar = next(iter(shown(self.front, QTabBar)))
        place = next(at for at in range(bar.count()) if bar.tabText(at) == title)
        _click(bar, bar.tabRect(place).center())

    def file(self, path: Path) -> None:
        dialog = self.front
        assert isinstance(dialog, QFileDialog)
        if dialog.acceptMode() is QFileDialog.AcceptMode.AcceptOpen:
            self._open_listed(dialog.findChild(QTreeView, "treeView"), path.name)
            return
        (line,) = [one for one in shown(dialog, QLineEdit) if one.objectName() == "fileNameEdit"]
        _click(line)
        self._type_over(path.name)
        self.button("Сохранить")

    def hit(self, text: str) -> None:
        self.row(text)

    def square(self, row: int, column: str) -> None:
        view = self.table()
        index = view.model().index(row, headings(view).index(column))
        _double_click(view, view.visualRect(index).center())

    def _open_listed(self, files: QTreeView, name: str) -> None:
        def there() -> list[QModelIndex]:
            inside = range(files.model().rowCount(files.rootIndex()))
            found = (files.model().index(row, 0, files.rootIndex()) for row in inside)
            return [index for index in found if index.data() == name]

        self.wait(there)
        _double_click(files, files.visualRect(there()[0]).center())

    def search(self, text: str) -> None:
        _click(self.window.toolbar.search)
        self._type_over(text)

    def mark_done(self) -> None:
        self.row_menu("Состояние", "выполнено")

    def score(self, points: str) -> None:
        view = self.table()
        for row, point in enumerate(points, 1):
            _double_click(view, view.visualRect(view.model().index(row, 1)).center())
            self._walk((point,))

    def _pick(self, view: QAbstractItemView, text: str) -> None:
        model = view.model()
        (row,) = [row for row in range(model.rowCount()) if model.index(row, 0).data() == text][:1]
        view.scrollTo(model.index(row, 0))
        _click(view.viewport(), view.visualRect(model.index(row, 0)).center())


def _click(
    widget: QWidget,
    at: QPoint | None = None,
    button: Qt.MouseButton = Qt.MouseButton.LeftButton,
    held: Qt.KeyboardModifier = Held.NoModifier,
) -> None:
    assert widget.isVisible()
    QTest.mouseClick(widget, button, held, at or widget.rect().center())
    QApplication.processEvents()
    come_to_the_front()


def _double_click(view: QAbstractItemView, at: QPoint) -> None:
    """Nothing comes between its clicks."""
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QApplication.processEvents()
    come_to_the_front()
