"""Screenshots of every register, and of the dialogs of some, with the invented district."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.registers import REGISTERS
from roadmap_desktop.operations.file.full_sample import create_full_sample
from roadmap_desktop.operations.plan import activities
from roadmap_desktop.ui.importing_lists.dialog import ListDialog
from roadmap_desktop.ui.main_window import MainWindow
from roadmap_desktop.ui.registers.page import RegisterPage
from roadmap_desktop.ui.registers.record_dialog import RecordDialog
from roadmap_desktop.ui.search.dialog import SearchDialog

# Register, and the tabs of its first record that are shown.
_DIALOGS = (
    ("schools", ("Результаты и проблемные зоны", "Партнёры", "Мероприятия")),
    ("teachers", ("Общие сведения", "Диагностика")),
    ("plans", ("Общие сведения", "Шаги")),
    ("meetings", ("Решения",)),
)
# What is done and in work on the day of the screenshots, by places in the plan.
_WORK = {State.DONE: (0, 1, 5, 10), State.IN_WORK: (2, 7, 11, 18)}
_LIST = """Сведения о педагогических работниках;;;;;;;
№ п/п;ФИО;ОО;Должность;Предмет;Кв. категория;Стаж;Образование
1;Модельная Г. О.;МБОУ «СОШ № 1»;заместитель директора;математика;первая;32;высшее
2;Макетная А. Б.;СОШ №1;учитель;химия, биология;СЗД;12 лет;высшее
3;Показная В. Г.;МБОУ «СОШ № 77»;учитель;физика;вторая;5;среднее
Итого: 3;;;;;;;
"""
Save = Callable[[str, QWidget], object]


def take_registers(window: MainWindow, folder: Path, save: Save) -> None:
    """Opens the district in the window; ``save`` gets names of files and what is on them."""
    path = folder / "Образцовый район.roadmap"
    create_full_sample(path)
    window.files.open_path(path)
    for page in ("calendar", "by_school", *(one.id for one in REGISTERS if one.is_page)):
        window.show_page(page)
        save(f"registers/{page}", window)
    window.show_page("table")
    plan = window.document.plan
    assert plan is not None
    for state, places in _WORK.items():
        ids = [plan.activities[place].id for place in places]
        window.document.execute(partial(activities.set_field, plan=plan, ids=ids, name="state", value=state))
    window.selection.choose([plan.activities[2].id])
    save("registers/table", window)
    window.selection.choose([])
    for register, tabs in _DIALOGS:
        window.show_page(register)
        register_page = _page(window)
        register_page.open_record(register_page.model.rows[0].id)
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, RecordDialog)
        for number, title in enumerate(tabs, start=1):
            titles = [dialog.tabs.tabText(place) for place in range(dialog.tabs.count())]
            dialog.tabs.setCurrentIndex(titles.index(title))
            save(f"registers/{register}-{number}", dialog)
        dialog.reject()
    window.search.search()
    search = QApplication.activeModalWidget()
    assert isinstance(search, SearchDialog)
    search.line.setText("образц матем")
    save("registers/search", search)
    search.reject()
    take_list(window, folder, save)


def take_list(window: MainWindow, folder: Path, save: Save) -> None:
    """«Взять из списка» with what a school has sent."""
    source = folder / "Педагоги школы.csv"
    source.write_text(_LIST, encoding="utf-8-sig")
    window.show_page("teachers")
    _page(window).list_wanted.emit()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ListDialog)
    dialog.read_file(source)
    QApplication.processEvents()
    save("registers/list", dialog)
    dialog.reject()


def _page(window: MainWindow) -> RegisterPage:
    (shown,) = [page for page in window.findChildren(RegisterPage) if page.isVisible()]
    return shown
