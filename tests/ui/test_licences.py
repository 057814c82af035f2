"""«Справка» → «Лицензии…»."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from roadmap_desktop.ui.licences_dialog import LicencesDialog
from roadmap_desktop.ui.main_window import MainWindow
from tests.ui.person import choose


def test_she_reads_on_what_terms_the_program_and_its_parts_are_passed_on(window: MainWindow) -> None:
    choose(window, "Справка", "Лицензии…")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, LicencesDialog)
    assert "MIT" in dialog.list.item(0).text()
    (qt,) = dialog.list.findItems("Qt —", Qt.MatchFlag.MatchStartsWith)
    dialog.list.setCurrentItem(qt)
    assert "LGPL версии 3" in dialog.text.toPlainText()
    assert dialog.text.isReadOnly()
    dialog.reject()
