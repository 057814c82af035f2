"""What a person sees and does, in words; how it is done is another thing with keys and with the mouse."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QLabel, QTableView, QWidget

from roadmap_desktop.ui.main_window import MainWindow
from tests.ui.keyboard import come_to_the_front

# So often is looked for what comes late: a busy computer is not wrong.
_MOST_LOOKS = 6_000


class Hand:
    """What a person does, in words: the ways differ."""

    def __init__(self, window: MainWindow, folder: Path) -> None:
        self.window, self.folder = window, folder

    @property
    def front(self) -> QWidget:
        """The dialog on top, or the window."""
        come_to_the_front()
        return QApplication.activeModalWidget() or self.window

    def wait(self, is_there: Callable[[], object]) -> None:
        """Looks until something has come into sight: some things wait for the end of a double-click."""
        for _ in range(_MOST_LOOKS):
            if is_there():
                return
            QTest.qWait(20)
        raise AssertionError("it never comes")

    def field(self, label: str) -> QWidget | None:
        """The field of that name in sight."""
        found = (one for one in shown(self.front, QWidget) if one.focusPolicy() and name_of(one) == label)
        return next((one for one in found if not isinstance(one, QLabel)), None)

    def table(self) -> QAbstractItemView:
        """The table in sight."""
        found = [one for one in shown(self.front, QAbstractItemView) if one.accessibleName()]
        assert found, "no table"
        return found[0]

    def place(self, text: str, heading: str = "") -> tuple[QAbstractItemView, int, int]:
        """The table with that row, its number, and that of the column."""
        for view in shown(self.front, QAbstractItemView):
            model = view.model()
            heads = headings(view)
            for row in range(model.rowCount()):
                if text in " ".join(str(model.index(row, at).data()) for at in range(len(heads))):
                    return view, row, heads.index(heading) if heading else 0
        raise AssertionError(f"no row «{text}»")

    def sees(self, text: str) -> bool:
        """Whether a row of a table, a label or a button says so."""
        front = self.front
        labels = [one.text() for one in shown(front, QLabel)] + [
            one.text() for one in shown(front, QAbstractButton)
        ]
        if any(text in label for label in labels):
            return True
        try:
            self.place(text)
        except AssertionError:
            return False
        return True


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def shown(within: QWidget, kind: type) -> Iterator:  # type: ignore[type-arg]
    return (one for one in within.findChildren(kind) if one.isVisible())


def current_text(view: QAbstractItemView) -> str:
    return str(view.currentIndex().data())


def headings(view: QAbstractItemView) -> list[str]:
    if not isinstance(view, QTableView):
        return [""]
    columns = range(view.model().columnCount())
    return [str(view.model().headerData(at, Qt.Orientation.Horizontal)) for at in columns]


def words_of(button: QAbstractButton) -> str:
    return button.text().replace("&", "").replace("▾", "").strip()


def says(button: QAbstractButton, text: str) -> bool:
    """Whether the button says that, and perhaps of how many."""
    return re.fullmatch(re.escape(text) + r"(:? \d+)?", words_of(button)) is not None


def entry_of(action: object) -> str:
    return action.text().split("\t")[0].split(":")[0].replace("&", "") if action is not None else ""  # type: ignore[attr-defined]


def name_of(widget: QWidget) -> str:
    """How a field is called: as those are told who do not see it, or by the label beside it."""
    at: QWidget | None = widget
    for _ in range(3):
        if at is None or at.isWindow():
            break
        if at.accessibleName():
            return at.accessibleName()
        label = next((one for one in at.window().findChildren(QLabel) if one.buddy() is at), None)
        if label is not None:
            return label.text().replace("&", "").removesuffix(" *")
        at = at.parentWidget()
    return ""
