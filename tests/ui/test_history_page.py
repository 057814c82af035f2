"""The page «История»: what was and what became, found, filtered, gone to, taken back."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QMessageBox, QPushButton

from roadmap_desktop.model.registers import BY_ID
from roadmap_desktop.operations.registers import registers
from roadmap_desktop.ui.history.page import HistoryPage
from roadmap_desktop.ui.main_window import MainWindow
from tests.ui.person import choose, click, press, type_text
from tests.ui.test_registers import add


def history_of(window: MainWindow) -> HistoryPage:
    choose(window, "Вид", "История")
    page = window._pages.current
    assert isinstance(page, HistoryPage)
    return page


def seen(page: HistoryPage) -> list[tuple[str, ...]]:
    model = page.model
    return [tuple(model.text(row, field) for field in model.columns[2:7]) for row in model.rows]


def renamed(window: MainWindow) -> str:
    id_ = str(add(window, "schools", name="СОШ № 1"))
    window.document.execute(
        lambda file: registers.set_values(file, BY_ID["schools"], [id_], {"name": "Лицей"})
    )
    return id_


def place(page: HistoryPage, row: int) -> QPoint:
    return page.view.visualRect(page.model.index(row, 4)).center()


def click_row(page: HistoryPage, row: int) -> None:
    QTest.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=place(page, row))


def pressed(page: HistoryPage, text: str) -> None:
    (button,) = [one for one in page.findChildren(QPushButton) if one.text() == text]
    click(button)


def menu_of(page: HistoryPage, row: int) -> QMenu:
    click_row(page, row)
    page.view.customContextMenuRequested.emit(place(page, row))
    return [menu for menu in page.view.findChildren(QMenu) if menu.isVisible()][-1]


def test_it_is_told_what_was_and_what_became(window: MainWindow) -> None:
    renamed(window)
    assert seen(history_of(window))[:2] == [
        ("Школы", "Лицей", "Краткое название", "СОШ № 1", "Лицей"),
        ("Школы", "Лицей", "добавлено", "", ""),
    ]


def test_it_is_searched_and_filtered_by_register_and_record(window: MainWindow) -> None:
    renamed(window)
    add(window, "teachers", name="Образцова А. А.")
    page = history_of(window)
    window.toolbar.search.setFocus()
    type_text("лиц стал")
    assert seen(page) == []
    window.toolbar.search.clear()
    type_text("образцова")
    assert [line[1] for line in seen(page)] == ["Образцова А. А."]
    window.toolbar.search.clear()
    page.chips.menus["sort"].choose(frozenset({"Школы"}))
    assert {line[0] for line in seen(page)} == {"Школы"}
    page.show_all()
    (action,) = [one for one in menu_of(page, 1).actions() if one.text() == "Только эта запись"]
    action.trigger()
    assert {line[1] for line in seen(page)} == {"Лицей"}


def test_a_double_click_and_enter_go_to_the_record(window: MainWindow) -> None:
    id_ = renamed(window)
    page = history_of(window)
    click_row(page, 0)
    QTest.mouseDClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=place(page, 0))
    assert window._pages.current_name == "schools"
    assert window._pages.current.view.chosen() == (id_,)  # type: ignore[attr-defined]
    page = history_of(window)
    click_row(page, len(page.model.rows) - 1)
    press(Qt.Key.Key_Return, widget=page.view)
    assert window._pages.current_name == "history"
    assert window.status.text.startswith("Эта правка относится ко всей дорожной карте")


def test_a_value_is_returned_and_that_is_undone_by_one_step(window: MainWindow) -> None:
    renamed(window)
    page = history_of(window)
    click_row(page, 0)
    pressed(page, "Вернуть прежнее значение")
    assert seen(page)[0] == ("Школы", "СОШ № 1", "Краткое название", "Лицей", "СОШ № 1")
    assert window.status.text == ("Возвращено прежнее: краткое название, школа «Лицей». Отменить: Ctrl+Z")
    choose(window, "Правка", "Отменить")
    assert seen(page)[0][2:] == ("отменено: краткое название", "СОШ № 1", "Лицей")


def test_of_a_record_that_is_gone_nothing_is_returned(window: MainWindow) -> None:
    id_ = renamed(window)
    window.document.execute(lambda file: registers.delete_records(file, BY_ID["schools"], [id_]))
    page = history_of(window)
    click_row(page, 0)
    pressed(page, "Вернуть прежнее значение")
    assert "отменяет «Правка → Отменить»" in window.status.text
    click_row(page, 1)
    pressed(page, "Вернуть прежнее значение")
    (box,) = window.findChildren(QMessageBox)
    assert box.text().startswith("Этой записи уже нет: её удалили.")
    box.close()
    QTest.mouseDClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=place(page, 1))
    assert window._pages.current_name == "history"
    assert window.status.text.startswith("Этой записи уже нет")


def test_a_long_name_does_not_push_the_other_changes_away(window: MainWindow) -> None:
    add(window, "schools", name="Название, которое длиннее всех. " * 30)
    page = history_of(window)
    QTest.qWait(1)
    view = page.view
    assert view.verticalHeader().sectionSize(0) <= view.itemDelegate().height(3)
    assert seen(page)[0][1].endswith("длиннее всех.")
