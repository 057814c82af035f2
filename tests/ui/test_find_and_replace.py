"""«Найти и заменить»: typed, looked at, ticked, replaced, undone."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from roadmap_desktop.model.registers import BY_ID
from roadmap_desktop.operations.plan import activities
from roadmap_desktop.operations.registers import registers
from roadmap_desktop.ui.main_window import MainWindow
from roadmap_desktop.ui.replacing.dialog import ReplaceDialog

from .person import choose, click, press, type_text


def opened(window: MainWindow) -> ReplaceDialog:
    choose(window, "Правка", "Найти и заменить…")
    (found,) = [one for one in window.findChildren(ReplaceDialog) if one.isVisible()]
    return found


def look_for(qtbot: QtBot, dialog: ReplaceDialog, find: str, replacement: str = "") -> None:
    type_text(find, dialog.wanted)
    type_text(replacement, dialog.replacement)
    qtbot.waitUntil(lambda: not dialog._pause.isActive())


def lines(dialog: ReplaceDialog) -> list[list[str]]:
    model = dialog.model
    return [[str(model.index(row, column).data()) for column in range(4)] for row in range(model.rowCount())]


def names(window: MainWindow) -> list[str]:
    assert window.document.plan is not None
    return [row.name for row in window.document.plan.activities]


def tick(dialog: ReplaceDialog, row: int) -> None:
    """Clicks the box of a line."""
    index = dialog.model.index(row, 0)
    option = QStyleOptionViewItem()
    option.initFrom(dialog.places)
    option.rect = dialog.places.visualRect(index)
    option.features = QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
    box = dialog.places.style().subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, option)
    QTest.mouseClick(dialog.places.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(box.center()))


@pytest.fixture
def schools(window: MainWindow) -> MainWindow:
    for name in ("СОШ № 5", "СОШ № 7", "Лицей № 1"):
        values = {"name": name, "address": f"ул. Мира, {name}"}
        window.document.execute(
            lambda file, values=values: registers.add_record(file, BY_ID["schools"], values)[1]
        )
    window.show_page("schools")
    return window


def school_names(window: MainWindow) -> list[str]:
    page = window._pages.currentWidget()
    return sorted(page.model.listing.name(row) for row in page.model.listing.rows)  # type: ignore[attr-defined]


def test_nothing_changes_until_the_button_and_one_undo_takes_it_back(
    schools: MainWindow, qtbot: QtBot
) -> None:
    dialog = opened(schools)
    look_for(qtbot, dialog, "сош", "Школа")
    assert dialog.said.text() == "Найдено: 4 (Школы — 4)."
    assert ["Школа: СОШ № 5", "Краткое название", "СОШ № 5", "Школа № 5"] in lines(dialog)
    assert school_names(schools) == ["Лицей № 1", "СОШ № 5", "СОШ № 7"]
    assert dialog.replace_button.text() == "Заменить: 4"
    click(dialog.replace_button)
    assert not dialog.isVisible()
    assert school_names(schools) == ["Лицей № 1", "Школа № 5", "Школа № 7"]
    assert schools.status.text == "Заменено: 4 в 2 записях. Отменить: Ctrl+Z"
    choose(schools, "Правка", "Отменить")
    assert school_names(schools) == ["Лицей № 1", "СОШ № 5", "СОШ № 7"]


def test_only_ticked_lines_are_replaced(schools: MainWindow, qtbot: QtBot) -> None:
    dialog = opened(schools)
    look_for(qtbot, dialog, "СОШ", "Школа")
    names_found = [line[:2] for line in lines(dialog)]
    tick(dialog, names_found.index(["Школа: СОШ № 5", "Краткое название"]))
    assert dialog.replace_button.text() == "Заменить: 3"
    click(dialog.replace_button)
    assert school_names(schools) == ["Лицей № 1", "СОШ № 5", "Школа № 7"]


def test_a_space_ticks_the_chosen_line(schools: MainWindow, qtbot: QtBot) -> None:
    dialog = opened(schools)
    look_for(qtbot, dialog, "СОШ", "Школа")
    dialog.places.selectRow(0)
    press(Qt.Key.Key_Space, widget=dialog.places)
    assert dialog.replace_button.text() == "Заменить: 3"
    press(Qt.Key.Key_Space, widget=dialog.places)
    assert dialog.replace_button.text() == "Заменить: 4"


def test_what_a_field_cannot_hold_is_told_and_left(schools: MainWindow, qtbot: QtBot) -> None:
    dialog = opened(schools)
    look_for(qtbot, dialog, "Лицей № 1")
    assert dialog.said.text() == "Найдено: 2 (Школы — 2). Не подходит и останется как было: 1."
    (name,) = [line for line in lines(dialog) if line[1] == "Краткое название"]
    assert name[3] == "Останется как было. Пустым это поле быть не может."
    dialog._all.click()
    assert dialog.replace_button.text() == "Заменить: 1"
    click(dialog.replace_button)
    assert "Лицей № 1" in school_names(schools)


def test_the_page_first_and_the_whole_file_by_choice(schools: MainWindow, qtbot: QtBot) -> None:
    schools._pages.currentWidget().set_search("лицей")  # type: ignore[attr-defined]
    dialog = opened(schools)
    look_for(qtbot, dialog, "школ", "лице")
    assert dialog.said.text() == "Ничего не найдено."
    dialog.scope.setCurrentIndex(1)
    assert dialog.said.text().startswith("Найдено: ")
    assert "Мероприятия — " in dialog.said.text()


def test_an_edit_between_looking_and_replacing_replaces_nothing(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr("roadmap_desktop.ui.messages.refuse", lambda _window, sentence: told.append(sentence))
    dialog = opened(window)
    look_for(qtbot, dialog, "школ", "лице")
    plan = window.document.plan
    assert plan is not None
    dialog._document.changed.disconnect()
    first = dialog.model.chosen()[0]
    window.document.execute(
        lambda file: activities.set_fields(file, plan, [first.record_id], {first.field: "Другое"})
    )
    dialog._pause.stop()
    click(dialog.replace_button)
    assert "изменилась" in told[0]
    assert not any("лице" in name for name in names(window))


def test_ctrl_h_opens_it(window: MainWindow) -> None:
    window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    assert any(one.isVisible() for one in window.findChildren(ReplaceDialog))
