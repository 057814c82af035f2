"""What can be done on the page of one register and of no other."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from roadmap_desktop.errors import NOTHING_CHANGED
from roadmap_desktop.model.register import Register
from roadmap_desktop.operations.registers import development_plans, school_lists, sheets
from roadmap_desktop.ui import messages
from roadmap_desktop.ui.dialogs import open_dialog
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.registers.assessment_sheet import AssessmentDialog
from roadmap_desktop.ui.registers.network_dialog import NetworkDialog
from roadmap_desktop.ui.registers.own_dialogs import find_deficits
from roadmap_desktop.ui.registers.plans_dialog import PlansDialog
from roadmap_desktop.ui.registers.seats_sheet import SeatsDialog
from roadmap_desktop.ui.table.view import TableView

_NO_SCHOOL = f"Школа не выбрана. {NOTHING_CHANGED} Отметьте её в таблице."
_NO_TEACHERS = f"У этой школы нет педагогов. {NOTHING_CHANGED} Добавьте их в справочник «Педагоги»."
Act = Callable[[RoadmapDocument, TableView, QWidget], object]


def own_actions(register: Register) -> tuple[tuple[str, Act], ...]:
    """The texts of the buttons and what they do."""
    return _OWN.get(register.id, ())


def actions_with_rows(register: Register) -> tuple[tuple[str, Act], ...]:
    """The like for the menu of the rows; the buttons are in it too."""
    return (*_WITH_ROWS.get(register.id, ()), *own_actions(register))


def _find_deficits(document: RoadmapDocument, table: TableView, _window: QWidget) -> None:
    find_deficits(document, table.chosen())


def _create_plans(document: RoadmapDocument, table: TableView, window: QWidget) -> None:
    ids = table.chosen()
    if not ids:
        messages.refuse(window, str(development_plans.nobody_chosen()))
    elif document.can_edit:
        dialog = PlansDialog(document, ids, window)
        open_dialog(dialog)


def _assess(document: RoadmapDocument, table: TableView, window: QWidget) -> None:
    ids = table.chosen()
    if not ids:
        messages.refuse(window, str(development_plans.nobody_chosen()))
    else:
        open_dialog(AssessmentDialog(document, ids, window))


def _assess_school(document: RoadmapDocument, table: TableView, window: QWidget) -> None:
    nobody: list[str] = []
    school = next(iter(table.chosen()), "")
    teachers = document.query(lambda file: sheets.teachers_of(file, school), nobody)
    if teachers:
        open_dialog(AssessmentDialog(document, teachers, window))
    else:
        messages.refuse(window, _NO_TEACHERS if school else _NO_SCHOOL)


def _seat(document: RoadmapDocument, table: TableView, window: QWidget) -> None:
    course = next(iter(table.chosen()), "")
    if course:
        open_dialog(SeatsDialog(document, course, window))
    else:
        messages.refuse(window, f"Курсы не выбраны. {NOTHING_CHANGED} Отметьте их в таблице.")


def _carry_list(document: RoadmapDocument, _table: TableView, window: QWidget) -> None:
    plan = document.plan
    if plan is None or not document.can_edit:
        return
    period = plan.info.period
    carried = document.query(lambda file: school_lists.carried(file, period), None)
    if carried is None:
        return
    if not carried.number:
        messages.inform(window, "Список школ", carried.told)
        return
    messages.ask(
        window,
        "Список школ",
        carried.told,
        "Перенести",
        lambda: document.execute(lambda file: school_lists.carry_list(file, period)),
    )


def _show_network(document: RoadmapDocument, _table: TableView, window: QWidget) -> None:
    dialog = NetworkDialog(document, window)
    open_dialog(dialog)


_OWN: dict[str, tuple[tuple[str, Act], ...]] = {
    "schools": (("Список на следующий год…", _carry_list),),
    "teachers": (
        ("Дефициты по самооценке", _find_deficits),
        ("Создать планы развития…", _create_plans),
    ),
    "partnerships": (("Схема сети…", _show_network),),
}
# What is done with the marked rows of one register: in the menu of the right mouse button alone.
_WITH_ROWS: dict[str, tuple[tuple[str, Act], ...]] = {
    "schools": (("Самооценка педагогов школы…", _assess_school),),
    "teachers": (("Заполнить самооценку…", _assess),),
    "courses": (("Участники списком…", _seat),),
}
