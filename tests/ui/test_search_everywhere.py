"""«Найти везде…»: typed, chosen, gone to."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from roadmap_desktop.operations.full_sample import fill_district
from roadmap_desktop.ui.main_window import MainWindow
from roadmap_desktop.ui.registers.record_dialog import RecordDialog
from roadmap_desktop.ui.search.dialog import SearchDialog

from .person import choose


@pytest.fixture
def dialog(window: MainWindow, sample: Path) -> SearchDialog:
    plan = window.document.plan
    assert plan is not None

    def fill(file: object) -> None:
        fill_district(file, plan.info.period)  # type: ignore[arg-type]

    window.document.do(fill)
    window.document.open(sample)
    choose(window, "Правка", "Найти везде…")
    (found,) = [one for one in window.findChildren(SearchDialog) if one.isVisible()]
    return found


def lines(dialog: SearchDialog) -> list[str]:
    return [dialog.hits.item(place).text() for place in range(dialog.hits.count())]


def test_enter_goes_to_the_record_on_its_page(window: MainWindow, dialog: SearchDialog) -> None:
    dialog.line.setText("сош № 12")
    assert dialog.said.text().startswith("Найдено: ")
    assert "Школы: " in lines(dialog)[0]
    while not lines(dialog)[dialog.hits.currentRow()].startswith("СОШ № 12\n"):
        QTest.keyClick(dialog, Qt.Key.Key_Down)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    page = window._pages.currentWidget()
    assert page.register.id == "schools"  # type: ignore[attr-defined]
    (chosen,) = page.table.chosen()  # type: ignore[attr-defined]
    assert page.table.listing.listing.name(page.table.listing.listing.by_id[chosen]) == "СОШ № 12"  # type: ignore[attr-defined]


def test_a_record_without_a_page_opens_as_a_dialog(window: MainWindow, dialog: SearchDialog) -> None:
    dialog.line.setText("провести пробные экзамены")
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    (shown,) = [one for one in window.findChildren(RecordDialog) if one.isVisible()]
    assert shown.windowTitle() == "Решение — Провести пробные экзамены"


def test_an_activity_is_gone_to_in_the_table(window: MainWindow, dialog: SearchDialog) -> None:
    window.show_page("schools")
    dialog.line.setText("родител")
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert window._pages.currentWidget() is window.table


def test_nothing_found_says_what_to_do(dialog: SearchDialog) -> None:
    dialog.line.setText("ъъъ")
    assert dialog.said.text() == "Ничего не найдено. Проверьте слова или напишите их короче."
