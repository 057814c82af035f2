"""Rows to the clipboard and from it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from tests.ui.table.conftest import Table


def test_copied_rows_are_text_and_html_of_the_shown_columns(table: Table) -> None:
    table.click(0)
    table.click(1, held=Qt.KeyboardModifier.ControlModifier)
    table.page.copy()
    data = QApplication.clipboard().mimeData()
    lines = data.text().splitlines()
    assert lines[0].split("\t")[:3] == ["№", "Наименование мероприятия", "Срок исполнения"]
    assert [line.split("\t")[1] for line in lines[1:]] == table.names[:2]
    assert data.html().count("<tr") == 3
    assert table.told == ["Скопировано мероприятий: 2."]


def test_a_picture_and_an_empty_clipboard_are_told_in_words(table: Table) -> None:
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    image.fill(0)
    QApplication.clipboard().setImage(image)
    table.page.paste()
    QApplication.clipboard().clear()
    table.page.paste()
    assert "картинка" in table.told[0]
    assert "пуст" in table.told[1]
    assert len(table.numbers) == 23
