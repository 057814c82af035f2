"""What can be done on the page of one register and of no other."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from roadmap_desktop.model.register import Register
from roadmap_desktop.operations.registers import development_plans, school_lists
from roadmap_desktop.ui import messages
from roadmap_desktop.ui.dialogs import open_dialog
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.registers.network_dialog import NetworkDialog
from roadmap_desktop.ui.registers.plans_dialog import PlansDialog
from roadmap_desktop.ui.table.view import TableView

Act = Callable[[RoadmapDocument, TableView, QWidget], object]


def own_actions(register: Register) -> tuple[tuple[str, Act], ...]:
    """The texts of the buttons and what they do."""
    return _OWN.get(register.id, ())


def _find_deficits(document: RoadmapDocument, table: TableView, _window: QWidget) -> None:
    ids, today = table.chosen(), document.today()
    document.execute(lambda file: development_plans.deficits_from_assessment(file, ids, today))


def _create_plans(document: RoadmapDocument, table: TableView, window: QWidget) -> None:
    ids = table.chosen()
    if not ids:
        messages.refuse(window, str(development_plans.nobody_chosen()))
    elif document.can_edit:
        dialog = PlansDialog(document, ids, window)
        open_dialog(dialog)


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
