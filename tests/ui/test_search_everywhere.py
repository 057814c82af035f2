"""«Найти везде…»: typed, chosen, gone to."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from roadmap_desktop.model.references import owner_value
from roadmap_desktop.operations.file import attachments
from roadmap_desktop.operations.file.full_sample import fill_district
from roadmap_desktop.operations.plan import revisions, roadmap
from roadmap_desktop.ui.main_window import MainWindow
from roadmap_desktop.ui.registers.record_dialog import RecordDialog
from roadmap_desktop.ui.revisions.dialog import RevisionsDialog
from roadmap_desktop.ui.search.dialog import SearchDialog

from .person import choose


@pytest.fixture
def dialog(window: MainWindow, sample: Path) -> SearchDialog:
    plan = window.document.plan
    assert plan is not None

    def fill(file: object) -> None:
        fill_district(file, plan.info.period)  # type: ignore[arg-type]

    window.document.execute(fill)
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
    (chosen,) = page.view.chosen()  # type: ignore[attr-defined]
    assert page.model.listing.name(page.model.listing.by_id[chosen]) == "СОШ № 12"  # type: ignore[attr-defined]


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


def test_a_revision_is_found_by_its_order_and_gone_to(window: MainWindow, dialog: SearchDialog) -> None:
    for name, order in (("Осень", "01-10/777"), ("Зима", "01-10/888")):
        window.document.execute(lambda file, name=name, order=order: revisions.approve(file, name, order))
    dialog.line.setText("01-10/777")
    assert lines(dialog)[0] == "Редакции: 1"
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    (shown,) = [one for one in window.findChildren(RevisionsDialog) if one.isVisible()]
    assert [row.name for row in shown.table.chosen] == ["Осень"]


def test_a_file_is_found_by_its_name_where_it_is_attached(
    window: MainWindow, dialog: SearchDialog, tmp_path: Path
) -> None:
    plan = window.document.plan
    assert plan is not None
    (tmp_path / "Справка о пробных экзаменах.txt").write_text("…")
    owner, path = owner_value("activity", plan.activities[4].id), tmp_path / "Справка о пробных экзаменах.txt"
    window.document.execute(lambda file: attachments.attach(file, plan, owner, [path]))
    dialog.line.setText("справка пробных экзаменах txt")
    assert lines(dialog)[0] == "Файлы: 1"
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert window.selection.ids == (plan.activities[4].id,)


def test_nothing_found_says_what_to_do(dialog: SearchDialog) -> None:
    dialog.line.setText("ъъъ")
    assert dialog.said.text() == "Ничего не найдено. Проверьте слова или напишите их короче."


def test_enter_in_the_line_above_the_page_searches_everything_and_keeps_its_filter(
    window: MainWindow, dialog: SearchDialog
) -> None:
    dialog.reject()
    window.show_page("schools")
    line = window.toolbar.search
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert not [one for one in window.findChildren(SearchDialog) if one.isVisible()], "nothing typed"
    line.setText("экзамены")
    QTest.keyClick(line, Qt.Key.Key_Return)
    (found,) = [one for one in window.findChildren(SearchDialog) if one.isVisible()]
    assert found.line.text() == "экзамены"
    assert found.said.text().startswith("Найдено: ")
    found.reject()
    assert line.text() == "экзамены"


def test_a_section_is_found_and_gone_to_whatever_is_searched_or_sorted(window: MainWindow) -> None:
    window.document.execute(lambda file: roadmap.add_section(file, "Кадры & <b>"))
    window.table.view.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    window.toolbar.search.setText("мониторинг")
    choose(window, "Правка", "Найти везде…")
    (dialog,) = [one for one in window.findChildren(SearchDialog) if one.isVisible()]
    dialog.line.setText("кадры")
    assert lines(dialog)[:2] == ["Разделы: 1", "Кадры & <b>\n0 мероприятий"]
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    view = window.table.view
    assert view.model().rows[view.currentIndex().row()].text == "▾ Кадры & <b> · 0 мероприятий"
