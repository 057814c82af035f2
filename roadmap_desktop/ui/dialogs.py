"""How a dialog is opened, its buttons, and the way from it to the guide."""

from collections.abc import Callable

from PySide6 import QtWidgets
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from roadmap_desktop.ui.screen_room import fit_to_parts, resize_within_screen


def open_dialog(dialog: QDialog) -> None:
    """Opens a dialog over its window without waiting for the answer; once closed it is deleted. F1 and «?» open the
    page of the guide that its class names: ``guide: ClassVar[str] = "merging"``."""
    topic: str = getattr(dialog, "guide", "")
    if topic:
        _lead_to_guide(dialog, topic)
    if dialog.testAttribute(Qt.WidgetAttribute.WA_Resized):
        resize_within_screen(dialog, dialog.width(), dialog.height())
    else:
        fit_to_parts(dialog)
    dialog.finished.connect(dialog.deleteLater)
    # QPrintDialog hides QDialog.open() behind its own, which wants a slot.
    QDialog.open(dialog)


def save_by_keys(dialog: QDialog) -> None:
    """Lets Ctrl+Enter and Ctrl+S save and close it, wherever the keys go: Enter means something else in a table."""
    for keys in ("Ctrl+Return", "Ctrl+Enter", "Ctrl+S"):
        QShortcut(QKeySequence(keys), dialog, dialog.accept)


def press_by_key(view: QWidget, key: Qt.Key, button: QPushButton) -> None:
    """Has a key in a list press a button beside it, once however long it is held."""
    shortcut = QShortcut(QKeySequence(key), view, button.click)
    shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
    shortcut.setAutoRepeat(False)


def dialog_button(text: str, act: Callable[[], object], *, primary: bool = False) -> QPushButton:
    """A button that Enter in a field does not press."""
    button = QPushButton(text)
    button.setAutoDefault(False)
    button.setProperty("primary", primary)
    button.clicked.connect(lambda _checked=False: act())
    return button


def answer_buttons(
    yes: str, accept: Callable[[], object], reject: Callable[[], object], no: str = "Отмена"
) -> tuple[QDialogButtonBox, QPushButton]:
    """The two answers beneath a dialog, in the order of the system, and the one that does what it asks."""
    buttons = QDialogButtonBox()
    primary = QPushButton(yes)
    primary.setProperty("primary", True)
    primary.setDefault(True)
    buttons.addButton(primary, QDialogButtonBox.ButtonRole.AcceptRole)
    buttons.addButton(no, QDialogButtonBox.ButtonRole.RejectRole)
    buttons.accepted.connect(accept)
    buttons.rejected.connect(reject)
    return buttons, primary


def _lead_to_guide(dialog: QDialog, topic: str) -> None:
    def show() -> None:
        from roadmap_desktop.ui.guide.window import show_guide

        show_guide(topic)

    QShortcut(QKeySequence("F1"), dialog, show)
    button = dialog_button("?", show)
    button.setObjectName("to-guide")
    button.setAccessibleName("Руководство")
    button.setToolTip("Что здесь делают: страница руководства (F1)")
    # With the caret on «?» the dialog would begin with a question.
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    column = dialog.layout()
    assert column is not None
    _foot(column).insertWidget(0, button)


def _foot(column: QLayout) -> QBoxLayout:
    """The row of buttons beneath a dialog; one is made where there is none, or only Qt's own."""
    assert isinstance(column, QBoxLayout)
    index = max(at for at in range(column.count()) if column.itemAt(at).spacerItem() is None)
    last = column.itemAt(index)
    inner = last.layout() if last.widget() is None else last.widget().layout()
    if isinstance(last.widget(), QtWidgets.QDialogButtonBox):
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(column.takeAt(index).widget())
        column.insertLayout(index, row)
    elif isinstance(inner, QHBoxLayout):
        row = inner
    elif isinstance(last.layout(), QVBoxLayout):
        return _foot(last.layout())
    else:
        row = QHBoxLayout()
        row.addStretch(1)
        column.addLayout(row)
    return row
