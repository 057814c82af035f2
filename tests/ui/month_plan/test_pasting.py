"""Plans of other offices, pasted into the month."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from roadmap_desktop.ui.main_window import MainWindow
from roadmap_desktop.ui.month_plan.page import MonthPlanPage
from tests.ui.month_plan.conftest import dialog, lines, tasks
from tests.ui.person import press


def test_another_office_s_plan_is_pasted(page: MonthPlanPage, window: MainWindow) -> None:
    rows = "Дата, время\tМероприятие\tМесто\tОтветственный\n8 октября, 14.00\tСеминар\tСОШ № 1\tМКУ «ЦМТО»\n"
    QApplication.clipboard().setText(f"{rows}13, 20 октября\tКонсультация\t\tМКУ «ЦМТО»\n")
    page.view.setFocus()
    press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert lines(page)[1:4] == ["8, чт 14:00 Семинар", "13, вт Консультация", "20, вт Консультация"]
    assert window.document.undo_state.undo == "Вставлено: 3 дела"


def test_columns_that_no_plan_has_are_told_one_or_many(page: MonthPlanPage) -> None:
    told: list[str] = []
    page.told.connect(told.append)
    for headings, cells in (
        ("Дата\tМероприятие\tКПП", "8 октября\tСеминар\t1"),
        ("Дата\tМероприятие\tКПП\tОГРН", "9 октября\tВыезд\t1\t2"),
    ):
        QApplication.clipboard().setText(f"{headings}\n{cells}\n")
        page.view.setFocus()
        press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert "столбец пропущен: «КПП»." in told[-2]
    assert "столбцы пропущены: «КПП», «ОГРН»." in told[-1]


def test_a_row_that_cannot_be_pasted_is_told_and_nothing_is_written(page: MonthPlanPage) -> None:
    QApplication.clipboard().setText("Дата\tМероприятие\nпосле каникул\tСеминар\n")
    page.view.setFocus()
    press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    told = dialog()
    assert "не день" in told.faults.item(0).text()
    told.reject()
    assert tasks(page) == []
