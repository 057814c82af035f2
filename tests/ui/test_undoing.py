"""Ctrl+Z and Ctrl+Y as a person meets them: on any page, and at the end."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.change_set import ChangeSet
from roadmap_desktop.model.registers import BY_ID
from roadmap_desktop.operations.file.files import RoadmapFile
from roadmap_desktop.operations.plan import activities
from roadmap_desktop.operations.registers import registers
from roadmap_desktop.ui.main_window import MainWindow
from tests.ui.person import choose, press

_CTRL = Qt.KeyboardModifier.ControlModifier


def _add_school(window: MainWindow, name: str) -> str:
    made: list[str] = []

    def add(file: RoadmapFile) -> ChangeSet | None:
        id_, change_set = registers.add_record(file, BY_ID["schools"], {"name": name})
        made.append(id_)
        return change_set

    window.document.execute(add)
    return made[0]


def _ctrl(window: MainWindow, key: Qt.Key) -> None:
    window.activateWindow()
    press(key, _CTRL, window)


def test_at_the_end_it_is_told_in_the_status_line_and_in_no_box(window: MainWindow) -> None:
    for key, words in ((Qt.Key.Key_Z, "Отменять больше нечего."), (Qt.Key.Key_Y, "Повторять больше нечего.")):
        for _ in range(3):
            _ctrl(window, key)
            assert window.status.text == words
    assert not window.findChildren(QMessageBox)


def test_what_another_page_shows_is_undone_there(window: MainWindow) -> None:
    id_ = _add_school(window, "СОШ № 9")
    window.document.execute(
        lambda file: registers.set_values(file, BY_ID["schools"], [id_], {"name": "Лицей № 9"})
    )
    window.show_page("calendar")
    _ctrl(window, Qt.Key.Key_Z)
    assert window._pages.current_name == "schools"
    assert window._pages.current.view.chosen() == (id_,)  # type: ignore[attr-defined]
    assert window.status.text == "Отменено: Краткое название: школа «СОШ № 9»"

    window.show_page("table")
    _ctrl(window, Qt.Key.Key_Z)
    assert window._pages.current_name == "schools"
    assert window.status.text == "Отменено: Добавлено: школа «СОШ № 9»"

    window.show_page("calendar")
    _ctrl(window, Qt.Key.Key_Y)
    assert window._pages.current_name == "schools"
    assert window._pages.current.view.chosen() == (id_,)  # type: ignore[attr-defined]
    assert window.status.text == "Повторено: Добавлено: школа «СОШ № 9»"


def test_what_belongs_to_a_record_is_undone_where_that_record_is(window: MainWindow) -> None:
    id_ = _add_school(window, "СОШ № 9")
    values = {"school_id": id_, "school_year": "2020–2021", "subject": "математика"}
    window.document.execute(lambda file: registers.add_record(file, BY_ID["indicators"], values)[1])
    _ctrl(window, Qt.Key.Key_Z)
    assert window._pages.current_name == "schools"
    assert window._pages.current.view.chosen() == (id_,)  # type: ignore[attr-defined]


def test_an_activity_that_is_filtered_away_comes_into_sight(window: MainWindow) -> None:
    chosen = window.table.model.rows[4].id
    window.selection.choose([chosen])
    choose(window, "Мероприятие", "Ниже")
    window.toolbar.search.setText("родител")
    assert window.table.model.row_of(chosen) is None
    _ctrl(window, Qt.Key.Key_Z)
    assert window.table.model.row_of(chosen) is not None
    assert chosen in window.table.view.chosen()
    assert window.status.text.startswith("Отменено: Порядок, мероприятие")


def test_what_the_calendar_shows_is_undone_in_the_calendar(window: MainWindow) -> None:
    window.show_page("calendar")
    page = window._pages.current
    shown = sorted(entry.row.id for entry in page.grid.layout_shown.entries)  # type: ignore[attr-defined]
    plan = window.document.plan
    assert plan is not None
    window.document.execute(
        lambda file: activities.set_field(file, plan, shown[:1], "state", State.CANCELLED)
    )
    _ctrl(window, Qt.Key.Key_Z)
    assert window._pages.current is page
    assert window.status.text.startswith("Отменено: Состояние, мероприятие")


def test_in_the_history_it_is_undone_in_the_history(window: MainWindow) -> None:
    _add_school(window, "СОШ № 9")
    window.show_page("history")
    _ctrl(window, Qt.Key.Key_Z)
    assert window._pages.current_name == "history"
    assert window.status.text == "Отменено: Добавлено: школа «СОШ № 9»"


def test_what_was_told_of_before_goes_with_the_next_thing_done_and_with_the_file(window: MainWindow) -> None:
    _add_school(window, "СОШ № 9")
    _ctrl(window, Qt.Key.Key_Z)
    assert window.status.text.startswith("Отменено: ")
    _add_school(window, "СОШ № 10")
    assert "Отменено" not in window.status.text
    _ctrl(window, Qt.Key.Key_Z)
    choose(window, "Файл", "Закрыть файл")
    assert window.status.text == ""
