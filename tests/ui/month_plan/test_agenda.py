"""«Сегодня и эта неделя»."""

from datetime import date

from PySide6.QtWidgets import QApplication

from roadmap_desktop.model.registers import BY_ID
from roadmap_desktop.operations.registers import registers
from roadmap_desktop.ui.main_window import MainWindow
from tests.ui.person import choose


def test_the_agenda_tells_today_and_the_week(window: MainWindow) -> None:
    for name, day, hours in (
        ("Семинар", date(2020, 10, 6), "14:00"),
        ("Выезд", date(2020, 10, 8), "9:30–13:00"),
        ("Совет", date(2020, 10, 13), ""),
    ):
        values = {"name": name, "starts_on": day, "time": hours, "place": "СОШ № 5"}
        window.document.execute(
            lambda file, values=values: registers.add_record(file, BY_ID["tasks"], values)[1]
        )
    choose(window, "Вид", "Сегодня и эта неделя…")
    dialog = QApplication.activeModalWidget()
    assert dialog.parts == {
        "Сегодня, 6 октября, вт": ["14:00   Семинар — СОШ №\u00a05"],
        "На этой неделе": ["8, чт   9:30–13:00   Выезд — СОШ №\u00a05"],
    }
    dialog.reject()


def test_it_is_told_on_opening_only_where_that_is_wanted(window: MainWindow) -> None:
    path = window.document.path
    window.document.open(path)
    assert QApplication.activeModalWidget() is None
    choose(window, "Вид", "Сегодня и эта неделя…")
    dialog = QApplication.activeModalWidget()
    dialog.wanted.setChecked(True)
    dialog.reject()
    window.document.open(path)
    again = QApplication.activeModalWidget()
    assert again.windowTitle() == "Сегодня и эта неделя"
    again.plan_wanted.emit()
    again.reject()
    assert window._pages.current_name == "month_plan"
