"""What can be done on the page of one register and of no other."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from roadmap_desktop.model.register import Register
from roadmap_desktop.operations import development_plans
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.registers.table import RegisterTable

Act = Callable[[RoadmapDocument, RegisterTable, QWidget], object]


def own_actions(register: Register) -> tuple[tuple[str, Act], ...]:
    """The texts of the buttons and what they do."""
    return _OWN.get(register.id, ())


def _find_deficits(document: RoadmapDocument, table: RegisterTable, _window: QWidget) -> None:
    ids, today = table.chosen(), document.today()
    document.do(lambda file: development_plans.deficits_from_assessment(file, ids, today))


def _create_plans(document: RoadmapDocument, table: RegisterTable, _window: QWidget) -> None:
    ids, plan = table.chosen(), document.plan
    if plan is not None:
        period = plan.info.period
        document.do(lambda file: development_plans.create_plans(file, ids, period))


def _show_network(document: RoadmapDocument, _table: RegisterTable, window: QWidget) -> None:
    from roadmap_desktop.ui.registers.network_dialog import NetworkDialog

    dialog = NetworkDialog(document, window)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


_OWN: dict[str, tuple[tuple[str, Act], ...]] = {
    "teachers": (
        ("Дефициты по самооценке", _find_deficits),
        ("Создать планы развития", _create_plans),
    ),
    "partnerships": (("Схема сети…", _show_network),),
}
