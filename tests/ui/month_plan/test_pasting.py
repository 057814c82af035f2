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


def test_a_row_that_cannot_be_pasted_is_told_and_nothing_is_written(page: MonthPlanPage) -> None:
    QApplication.clipboard().setText("Дата\tМероприятие\nпосле каникул\tСеминар\n")
    page.view.setFocus()
    press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    told = dialog()
    assert "не день" in told.faults.item(0).text()
    told.reject()
    assert tasks(page) == []
