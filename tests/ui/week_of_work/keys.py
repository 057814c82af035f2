"""The hand that never touches the mouse."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QFileDialog, QMenu, QTabBar, QWidget

from tests.ui.keyboard import come_to_the_front, hit, write
from tests.ui.week_of_work.hand import Hand, current_text, entry_of, focused, headings, name_of, says, shown

Key, Held = Qt.Key, Qt.KeyboardModifier
_CTRL, _SHIFT = Held.ControlModifier, Held.ShiftModifier
# No window has more to step through.
_MOST_STEPS = 160


class KeysAmongRows(Hand):
    """What is done in menus, pages and tables."""

    def menu(self, *path: str) -> None:
        bar = self.window.menuBar()
        QTest.keyPress(self.window, Key.Key_Alt, Held.AltModifier)
        QTest.keyRelease(self.window, Key.Key_Alt, Held.AltModifier)
        self._step(
            Key.Key_Right, lambda: bar.activeAction() is not None and bar.activeAction().text() == path[0]
        )
        hit(Key.Key_Down)
        self._walk(path[1:])

    def row_menu(self, *path: str) -> None:
        come_to_the_front()
        focus = focused()
        # The systems make it of the key Menu, and place it so.
        at = focus.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle).center()
        reason = QContextMenuEvent.Reason.Keyboard
        QApplication.sendEvent(focus, QContextMenuEvent(reason, at, focus.mapToGlobal(at)))
        self._walk(path)

    def caption_menu(self, text: str, *path: str) -> None:
        self.row(text)
        self.row_menu(*path)

    def page(self, name: str) -> None:
        self._tab_to(
            lambda one: isinstance(one, QAbstractButton) and one.parentWidget().objectName() == "navigation"
        )
        go = Key.Key_Down
        for go in (Key.Key_Down, Key.Key_Up):
            for _ in range(30):
                focus = focused()
                if focus.accessibleName() == name:
                    break
                hit(go)
                if focused() is focus:
                    break
            if focused().accessibleName() == name:
                break
        assert focused().accessibleName() == name, name
        hit(Key.Key_Return)

    def button(self, text: str) -> None:
        wanted = next(one for one in shown(self.front, QAbstractButton) if says(one, text))
        group = wanted.group()
        if group is not None and group.exclusive() and not wanted.isChecked():
            # Of such Tab comes to the chosen one, and arrows choose another.
            self._tab_to(lambda one: one is group.checkedButton())
            beside = group.buttons()
            is_after = beside.index(wanted) > beside.index(group.checkedButton())
            self._step(Key.Key_Right if is_after else Key.Key_Left, wanted.isChecked)
            return
        self._tab_to(lambda one: isinstance(one, QAbstractButton) and says(one, text))
        hit(Key.Key_Space)

    def row(self, text: str, heading: str = "") -> None:
        view, row, column = self.place(text, heading)
        self._tab_to(lambda one: one is view)
        if not view.selectionModel().isRowSelected(row):
            # Where the keys come to a table its first row is under them, and not marked.
            hit(Key.Key_Down)
        step = Key.Key_Down if view.currentIndex().row() < row else Key.Key_Up
        self._step(step, lambda: view.currentIndex().row() == row)
        if heading:
            step = Key.Key_Right if view.currentIndex().column() < column else Key.Key_Left
            self._step(step, lambda: view.currentIndex().column() == column)

    def too(self, text: str) -> None:
        """Marks the rows up to that one, too."""
        view, row, _ = self.place(text)
        self._step(Key.Key_Down, lambda: view.currentIndex().row() == row, _SHIFT)

    def cell(self, row: str, heading: str, text: str) -> None:
        self.row(row, heading)
        hit(Key.Key_F2)
        self._type_over(text)
        hit(Key.Key_Return)

    def open(self, row: str) -> None:
        self.row(row)
        hit(Key.Key_Return)

    def add(self) -> None:
        hit(Key.Key_Insert)

    def delete(self) -> None:
        hit(Key.Key_Delete)

    def _type_over(self, text: str) -> None:
        hit(Key.Key_A, _CTRL)
        write(text)
        if not text:
            hit(Key.Key_Delete)

    def _walk(self, path: tuple[str, ...]) -> None:
        for at, text in enumerate(path):
            menu = QApplication.activePopupWidget()
            assert isinstance(menu, QMenu), text
            self._step(Key.Key_Down, lambda menu=menu, text=text: entry_of(menu.activeAction()) == text)
            assert menu.activeAction().isEnabled(), text
            hit(Key.Key_Right if at < len(path) - 1 else Key.Key_Return)

    def _tab_to(self, is_it: Callable[[QWidget], bool]) -> None:
        come_to_the_front()
        self._step(Key.Key_Tab, lambda: is_it(focused()))

    def _step(
        self, key: Qt.Key, is_there: Callable[[], bool], held: Qt.KeyboardModifier = Held.NoModifier
    ) -> None:
        for _ in range(_MOST_STEPS):
            if is_there():
                return
            hit(key, held)
        raise AssertionError(f"{key} never comes there; the focus is in {focused()}")


class Keys(KeysAmongRows):
    """Never touches the mouse."""

    def chip(self, text: str, *entries: str) -> None:
        self.button(text)
        self._walk(entries)

    def undo(self) -> None:
        hit(Key.Key_Z, _CTRL)

    def redo(self) -> None:
        hit(Key.Key_Y, _CTRL)

    def fill(self, label: str, text: str) -> None:
        self.wait(lambda: self.field(label))
        self._tab_to(lambda one: name_of(one) == label)
        focus = focused()
        if isinstance(focus, QComboBox) and not focus.isEditable():
            write(text)
        elif isinstance(focus, QAbstractButton):
            hit(Key.Key_Space)
            menu = QApplication.activePopupWidget()
            assert isinstance(menu, QMenu)
            self._step(Key.Key_Down, lambda: entry_of(menu.activeAction()) == text)
            hit(Key.Key_Space)
            hit(Key.Key_Return)
        else:
            self._type_over(text)
            if QApplication.activePopupWidget() is not None:
                hit(Key.Key_Escape)

    def type(self, text: str) -> None:
        """Into what has opened for it."""
        self._type_over(text)
        hit(Key.Key_Return)

    def leave(self) -> None:
        hit(Key.Key_Tab)

    def save(self) -> None:
        hit(Key.Key_Return, _CTRL)

    def close(self) -> None:
        hit(Key.Key_Escape)

    def tab(self, title: str) -> None:
        bar = next(iter(shown(self.front, QTabBar)))
        self._tab_to(lambda one: one is bar)
        place = next(at for at in range(bar.count()) if bar.tabText(at) == title)
        step = Key.Key_Right if bar.currentIndex() < place else Key.Key_Left
        self._step(step, lambda: bar.tabText(bar.currentIndex()) == title)

    def file(self, path: Path) -> None:
        assert isinstance(self.front, QFileDialog)
        self._tab_to(lambda one: one.objectName() == "fileNameEdit")
        self._type_over(str(path))
        hit(Key.Key_Return)

    def hit(self, text: str) -> None:
        """Goes to what was found, its words being typed."""
        self._step(Key.Key_Down, lambda: text in current_text(self.table()))
        hit(Key.Key_Return)

    def square(self, row: int, column: str) -> None:
        """Opens a cell of the page by schools."""
        view = self.table()
        self._tab_to(lambda one: one is view)
        hit(Key.Key_Home, _CTRL)
        self._step(Key.Key_Down, lambda: view.currentIndex().row() == row)
        self._step(Key.Key_Right, lambda: headings(view)[view.currentIndex().column()] == column)
        hit(Key.Key_Return)

    def search(self, text: str) -> None:
        hit(Key.Key_F, _CTRL)
        self._type_over(text)

    def mark_done(self) -> None:
        """The space bar, over a line of the month."""
        hit(Key.Key_Space)

    def score(self, points: str) -> None:
        """Digits, one statement after the other."""
        write(points)
