"""Printing is asked for from the menu, a page, a record's dialog; all of it is the one dialog."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QPushButton

from roadmap_desktop.model.registers import BY_ID
from roadmap_desktop.operations.printing import printing
from roadmap_desktop.operations.printing.printing import Parameter, ParameterKind, Report
from roadmap_desktop.ui.actions import PRINTED
from roadmap_desktop.ui.main_window import MainWindow
from roadmap_desktop.ui.printing.dialog import PrintDialog
from roadmap_desktop.ui.registers.page import RegisterPage
from roadmap_desktop.ui.registers.record_dialog import RecordDialog
from tests.ui.conftest import TODAY as TODAY
from tests.ui.person import choose, click, type_text
from tests.ui.printing.conftest import press_button, printed


@pytest.fixture
def district_window(window: MainWindow, district: Path) -> MainWindow:
    """The window over a file with schools and teachers."""
    window.files.open_path(district)
    return window


def shown() -> PrintDialog:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PrintDialog), dialog
    return dialog


def page_of(window: MainWindow, name: str) -> RegisterPage:
    window.show_page(name)
    page = window._pages.currentWidget()
    assert isinstance(page, RegisterPage)
    return page


def test_each_frequent_report_has_its_entry(window: MainWindow) -> None:
    for action_id, report in PRINTED.items():
        action = window.findChild(QAction, action_id)
        assert action is not None
        choose(window, "Отчёты", action.text())
        dialog = shown()
        assert dialog.form.report.id == report
        assert not dialog.pane.list.isVisible()
        dialog.reject()


def test_all_reports_begin_with_what_is_on_the_screen(window: MainWindow) -> None:
    choose(window, "Отчёты", "Все отчёты…")
    dialog = shown()
    assert dialog.pane.list.isVisible()
    assert dialog.pane.list.list.item(0).text() == "Показанное на экране"
    assert dialog.form.report.title == "Мероприятия дорожной карты"
    dialog.reject()


def test_the_table_is_printed_as_it_is_searched_and_sorted(window: MainWindow, tmp_path: Path) -> None:
    type_text("дефицит", window.toolbar.search)
    header = window.table.view.header
    header.sectionClicked.emit(header.logicalIndex(1))
    header.sectionClicked.emit(header.logicalIndex(1))
    rows = [row.name for row in window.table.model.rows]
    assert len(rows) == 3
    choose(window, "Отчёты", "Таблица как на экране…")
    text = " ".join(printed(shown(), tmp_path).split())
    assert "Поиск: «дефицит». Показано 3 из 23" in text
    places = [text.index(name.split()[0]) for name in rows]
    assert places == sorted(places)
    assert "Отметка" not in text
    shown().reject()


def test_a_hidden_column_is_not_printed(window: MainWindow, tmp_path: Path) -> None:
    header = window.table.view.header
    header.hideSection(
        next(
            place
            for place in range(header.count())
            if header.model().headerData(place, Qt.Orientation.Horizontal) == "Ожидаемый результат"
        )
    )
    choose(window, "Отчёты", "Таблица как на экране…")
    text = printed(shown(), tmp_path)
    assert "Ответственный" in text
    assert "Ожидаемый" not in text
    shown().reject()


def test_a_page_of_records_prints_what_it_shows_and_names_its_documents(
    district_window: MainWindow, tmp_path: Path
) -> None:
    page = page_of(district_window, "schools")
    type_text("Пробная", district_window.toolbar.search)
    press_button(page, "Печать…")
    dialog = shown()
    text = printed(dialog, tmp_path)
    assert "Поиск: «Пробная». Показано 3 из 12" in text
    assert "СОШ № 10" in text
    assert "СОШ № 3" not in text
    district_window.toolbar.search.clear()
    listed = dialog.pane.list.list
    titles = [listed.item(place).text() for place in range(listed.count())]
    assert titles[2] == "Справочник «Школы»"
    assert titles.index("Паспорт школы") < titles.index("План работы на месяц")
    dialog.reject()


def test_the_matrix_is_printed_with_its_totals(district_window: MainWindow, tmp_path: Path) -> None:
    district_window.show_page("by_school")
    press_button(district_window._pages.currentWidget(), "Печать…")
    text = printed(shown(), tmp_path)
    assert "Выполнение по школам" in text
    assert "СОШ № 8" in text
    assert "из 8" in text
    assert "✓" not in text
    shown().reject()


@pytest.mark.parametrize(
    ("register", "text", "report"),
    [
        ("schools", "Паспорт школы…", "passport"),
        ("meetings", "Протокол совещания…", "protocol"),
        ("agreements", "Договор о сетевом взаимодействии…", "agreement"),
        ("plans", "Индивидуальный план профессионального развития…", "plan"),
    ],
)
def test_a_record_prints_its_own_document(
    district_window: MainWindow, register: str, text: str, report: str
) -> None:
    page = page_of(district_window, register)
    key = page.model.listing.rows[1].id
    page.open_record(key)
    record = QApplication.activeModalWidget()
    press_button(record, text)  # type: ignore[arg-type]
    dialog = shown()
    assert dialog.form.report.id == report
    assert key in dialog.form.choices.values()
    assert dialog.preview.page_count
    dialog.reject()
    record.reject()  # type: ignore[union-attr]


def test_other_documents_of_a_record_are_in_a_menu(district_window: MainWindow) -> None:
    page = page_of(district_window, "schools")
    key = page.model.listing.rows[2].id
    page.open_record(key)
    record = QApplication.activeModalWidget()
    assert isinstance(record, RecordDialog)
    (more,) = [each for each in record.findChildren(QPushButton) if each.text() == "Другие документы ▾"]
    menu = more.menu()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text() == "Сводка по ИППР…").trigger()
    assert shown().form.choices["school"] == key
    shown().reject()
    record.reject()


def test_a_record_that_no_report_names_has_no_button(district_window: MainWindow) -> None:
    page = page_of(district_window, "practices")
    page.open_record(page.model.listing.rows[0].id)
    record = QApplication.activeModalWidget()
    assert isinstance(record, RecordDialog)
    texts = [each.text() for each in record.findChildren(QPushButton) if each.isVisible()]
    assert texts == ["Отмена", "Сохранить", "?"]
    record.reject()


def test_a_report_declared_for_a_register_is_offered_without_more_ado(
    district_window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    declared = Parameter("record", "практика", "", ParameterKind.RECORD, register="practices", required=True)
    report = Report("practice", "Описание <практики>", "Практики", (declared,), lambda *_: None)  # type: ignore[arg-type,return-value]
    monkeypatch.setattr(printing, "reports_of_record", lambda _register: [(report, declared)])
    page = page_of(district_window, "practices")
    page.open_record(page.model.listing.rows[0].id)
    record = QApplication.activeModalWidget()
    assert isinstance(record, QDialog)
    assert "Описание <практики>…" in [each.text() for each in record.findChildren(QPushButton)]
    record.reject()


def test_what_is_typed_in_a_record_is_written_before_it_is_printed(
    window: MainWindow, tmp_path: Path
) -> None:
    page = page_of(window, "schools")
    click(window.toolbar._buttons["add"])
    record = QApplication.activeModalWidget()
    assert isinstance(record, RecordDialog)
    press_button(record, "Паспорт школы…")
    assert QApplication.activeModalWidget() is record
    type_text("СОШ № 77", record.form.editors["name"])
    press_button(record, "Паспорт школы…")
    assert "СОШ № 77" in printed(shown(), tmp_path)
    shown().reject()
    record.reject()
    assert [page.model.listing.name(row) for row in page.model.listing.rows] == ["СОШ № 77"]


def test_every_parameter_of_a_record_names_a_register() -> None:
    for report in printing.all_reports():
        for parameter in report.parameters:
            assert (parameter.register in BY_ID) == (parameter.kind is ParameterKind.RECORD)
