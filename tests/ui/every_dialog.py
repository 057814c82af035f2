"""Every dialog of the program, opened as a person opens it, over a file in which something stands."""

import importlib
import pkgutil
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QTabWidget

from roadmap_desktop import ui
from roadmap_desktop.model.registers import BY_ID
from roadmap_desktop.model.work import WorkState
from roadmap_desktop.operations.file.files import open_roadmap
from roadmap_desktop.operations.plan import activities
from roadmap_desktop.operations.plan.reading import read_plan
from roadmap_desktop.operations.registers import registers
from roadmap_desktop.ui.digest.dialog import DigestDialog
from roadmap_desktop.ui.importing_lists.dialog import ListDialog
from roadmap_desktop.ui.main_window import MainWindow
from roadmap_desktop.ui.month_plan.carry_dialog import CarryDialog
from roadmap_desktop.ui.month_plan.listing import NEW
from roadmap_desktop.ui.month_plan.not_done_dialog import NotDoneDialog
from tests.operations.made_lists import delimited
from tests.ui.copies import choose_files, merge_with, note
from tests.ui.importing.ugly_documents import UGLY
from tests.ui.person import choose, click
from tests.ui.registers.test_row_commands import choose_in_menu
from tests.ui.shown_tables import on_page

Opener = Callable[[MainWindow, Path], object]


def every_class() -> set[type[QDialog]]:
    """Every class of dialogs that the window has."""
    for module in pkgutil.walk_packages(ui.__path__, f"{ui.__name__}."):
        importlib.import_module(module.name)
    return set(_below(QDialog))


def _below(kind: type[QDialog]) -> Iterator[type[QDialog]]:
    for one in kind.__subclasses__():
        if one.__module__.startswith(ui.__name__):
            yield one
        yield from _below(one)


def on_top() -> QDialog:
    """The dialog that has the keys."""
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    return dialog


def tabs_of(dialog: QDialog) -> Iterator[None]:
    """Opens its tabs one after the other; of a dialog without any, nothing."""
    tabs = dialog.findChild(QTabWidget)
    for index in range(tabs.count() if tabs is not None else 1):
        if tabs is not None:
            tabs.setCurrentIndex(index)
        yield


def press_button(dialog: QDialog, words: str) -> None:
    """Clicks a button of the dialog by its words."""
    (found,) = [one for one in dialog.findChildren(QPushButton) if one.text() == words and one.isVisible()]
    click(found)


def _menu(name: str) -> Opener:
    """What an entry of the menus opens, by the name of its action, while an activity is chosen."""

    def open_it(window: MainWindow, _folder: Path) -> None:
        window.show_page("table")
        assert window.document.plan is not None
        window.selection.choose([window.document.plan.activities[0].id])
        action = window.findChild(QAction, name)
        assert action is not None, name
        action.trigger()

    return open_it


def _row(page: str, entry: str, *, rows: int = 1) -> Opener:
    """What an entry of the menu of marked rows opens."""

    def open_it(window: MainWindow, _folder: Path) -> None:
        view = on_page(window, page).view
        view.choose([row.id for row in view.model().records()][:rows])
        choose_in_menu(view, entry)

    return open_it


def _record(page: str) -> Opener:
    """The first record of a page, with all that hangs on it."""

    def open_it(window: MainWindow, _folder: Path) -> None:
        view: Any = on_page(window, page).view
        view.opened.emit(view.model().rows[0].id)

    return open_it


def _cell(window: MainWindow, _folder: Path) -> None:
    window.show_page("by_school")
    view: Any = window._pages.current.view  # type: ignore[attr-defined]
    view.setCurrentIndex(view.matrix.index(0, 0))
    view.open_chosen()


def _faults(window: MainWindow, _folder: Path) -> None:
    view = on_page(window, "schools").view
    QApplication.clipboard().setText("Краткое название\tОбучающихся\nСОШ № 77\tмного\nСОШ № 78\tмало\n")
    view.pasting.emit()


def _lines(window: MainWindow, kind: type[QDialog]) -> None:
    values = {"name": "Семинар", "starts_on": window.document.today()}
    window.document.execute(lambda file: registers.add_record(file, BY_ID["tasks"], values)[1])
    lines = on_page(window, "month_plan").view.model().records()
    (line,) = [one for one in lines if one is not NEW and one.name == "Семинар"]
    commands = window._pages.current.commands  # type: ignore[attr-defined]
    if kind is CarryDialog:
        commands.carry_over([line])
    else:
        commands.set_state([line], WorkState.NOT_DONE)


def _merging(window: MainWindow, folder: Path) -> None:
    assert window.document.path is not None
    other = Path(shutil.copy(window.document.path, folder / "Копия Веры.roadmap"))
    note(other, 3, "от Веры")
    with open_roadmap(window.document.path) as file:
        plan = read_plan(file)
    window.document.execute(
        lambda file: activities.set_field(file, plan, [plan.activities[2].id], "note", "моё")
    )
    merge_with(window, other)


def _comparing(window: MainWindow, folder: Path) -> None:
    assert window.document.path is not None
    other = Path(shutil.copy(window.document.path, folder / "Копия Веры.roadmap"))
    note(other, 3, "от Веры")
    choose(window, "Файл", "Сравнить…")
    choose_files(window, other)


def _digest(window: MainWindow, folder: Path) -> None:
    assert window.document.path is not None
    copies = [shutil.copy(window.document.path, folder / f"Школа {number}.roadmap") for number in (1, 2)]
    _menu("digest")(window, folder)
    dialog = on_top()
    assert isinstance(dialog, DigestDialog)
    dialog._add([Path(one) for one in copies])


def _list(window: MainWindow, folder: Path) -> None:
    path = folder / "педагоги.csv"
    rows = (["ФИО", "ОО", "Стаж"], ["Рыбин Р. Р.", "СОШ № 1", "5"], ["Сомов С. С.", "СОШ № 1", "много"])
    path.write_bytes(delimited(rows))
    window.show_page("teachers")
    action = window.findChild(QAction, "import_list")
    assert action is not None
    action.trigger()
    dialog = on_top()
    assert isinstance(dialog, ListDialog)
    dialog.read_file(path)


def _document(step: str) -> Opener:
    """A document that is taken: the rows that were found in it, or what would become of them."""

    def open_it(window: MainWindow, folder: Path) -> None:
        window.importing.start(UGLY[0](folder))
        wizard: Any = on_top()
        if step:
            wizard.forward.click()
            next(button for way, button in wizard.target.buttons.items() if way.name == step).click()

    return open_it


def _replacing(window: MainWindow, folder: Path) -> None:
    _menu("replace")(window, folder)
    dialog: Any = on_top()
    dialog.wanted.setText("школ")
    dialog.look()


def _searching(window: MainWindow, folder: Path) -> None:
    _menu("find_everywhere")(window, folder)
    dialog: Any = on_top()
    dialog.line.setText("школ")


def _sections(window: MainWindow, folder: Path) -> None:
    _menu("sections")(window, folder)
    for name in ("Выявление", "Методическая помощь"):
        press_button(on_top(), "Добавить")
        asking: Any = on_top()
        asking.line.setText(name)
        asking.accept()


def _naming(window: MainWindow, folder: Path) -> None:
    _menu("sections")(window, folder)
    press_button(on_top(), "Добавить")


def _revisions(window: MainWindow, folder: Path) -> None:
    _menu("revisions")(window, folder)
    dialog = on_top()
    for _ in range(2):
        press_button(dialog, "Утвердить редакцию…")
        press_button(on_top(), "Утвердить")
    dialog.table.selectRow(0)  # type: ignore[attr-defined]


def _approving(window: MainWindow, folder: Path) -> None:
    _menu("revisions")(window, folder)
    press_button(on_top(), "Утвердить редакцию…")


def _differences(window: MainWindow, folder: Path) -> None:
    _revisions(window, folder)
    dialog = on_top()
    assert window.document.plan is not None
    key = window.document.plan.activities[0].id
    plan = window.document.plan
    window.document.execute(lambda file: activities.set_field(file, plan, [key], "note", "перенести"))
    press_button(dialog, "Сравнить с планом")


def _many_papers(window: MainWindow, folder: Path) -> None:
    _menu("print_month")(window, folder)
    press_button(on_top(), "Сразу много документов…")


# By the name of the class, and what is shown in it where there are several.
OPENERS: dict[str, Opener] = {
    "NewDialog": _menu("new"),
    "PropertiesDialog": _menu("properties"),
    "CopyDialog": _menu("save_copy"),
    "NewYearDialog": _menu("new_year"),
    "BackupsDialog": _menu("backups"),
    "CheckDialog": _menu("check"),
    "SettingsDialog": _menu("settings"),
    "SettingsDialog: at the first start": lambda window, _folder: window.preferences.ask_who_works(),
    "AgendaDialog": _menu("agenda"),
    "PerformersDialog": _menu("performers"),
    "PrintDialog": _menu("print_any"),
    "CalendarExportDialog": _menu("export_calendar"),
    "TourDialog": _menu("tour"),
    "LicencesDialog": _menu("licences"),
    "ChangeSelectedDialog": _menu("change_selected"),
    "RecordDialog": _record("meetings"),
    "SchoolDialog": _record("schools"),
    "TeacherDialog": _record("teachers"),
    "CourseDialog": _record("courses"),
    "PlanDialog": _record("plans"),
    "CellDialog": _cell,
    "FaultsDialog": _faults,
    "CarryDialog": lambda window, _folder: _lines(window, CarryDialog),
    "NotDoneDialog": lambda window, _folder: _lines(window, NotDoneDialog),
    "MergeDialog": _merging,
    "CompareDialog": _comparing,
    "DigestDialog": _digest,
    "ListDialog": _list,
    "ImportWizard: what was found": _document(""),
    "ImportWizard: what is added": _document("APPEND"),
    "ImportWizard: what is updated": _document("UPDATE"),
    "ReplaceDialog": _replacing,
    "SearchDialog": _searching,
    "SectionsDialog": _sections,
    "NameDialog": _naming,
    "RevisionsDialog": _revisions,
    "ApproveDialog": _approving,
    "ComparisonDialog": _differences,
    "BatchDialog": _many_papers,
    "JoinDialog": _row("schools", "Объединить с…"),
    "AssessmentDialog": _row("teachers", "Заполнить самооценку…", rows=2),
    "PlansDialog": _row("teachers", "Создать планы развития…", rows=2),
    "SeatsDialog": _row("courses", "Участники списком…"),
    "NetworkDialog": _row("partnerships", "Схема сети…"),
}


def opened(window: MainWindow, folder: Path, name: str) -> QDialog:
    """Opens one of them."""
    window.activateWindow()
    OPENERS[name](window, folder)
    QApplication.processEvents()
    dialog = on_top()
    assert type(dialog).__name__ == name.partition(":")[0]
    dialog.activateWindow()
    QApplication.processEvents()
    return dialog
