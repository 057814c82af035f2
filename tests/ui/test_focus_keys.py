"""What sees the keys first goes along with the focus, also away from what is just being deleted."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QLineEdit, QMainWindow
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from roadmap_desktop.ui.focus_keys import FocusKeys
from tests.ui.person import press


class _Seen(FocusKeys):
    """Counts the keys it saw."""

    keys = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.keys += event.type() == QEvent.Type.KeyPress
        return False


def test_a_dialog_may_go_while_its_button_has_the_focus(qtbot: QtBot, qapp: QApplication) -> None:
    window, field = QMainWindow(), QLineEdit()
    qtbot.addWidget(window)
    window.setCentralWidget(field)
    window.show()
    seen = _Seen(qapp, window)
    dialog = QDialog(window)
    QDialogButtonBox(dialog).addButton("Закрыть", QDialogButtonBox.ButtonRole.RejectRole).setFocus()
    dialog.open()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    with capture_exceptions() as raised:
        dialog.deleteLater()
        del dialog
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        window.activateWindow()
        field.setFocus()
        qtbot.waitUntil(field.hasFocus)
    assert raised == []
    press(Qt.Key.Key_A)
    assert seen.keys == 1
