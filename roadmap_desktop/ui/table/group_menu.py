"""By what the rows of a table are grouped, to choose from."""

from functools import partial

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from roadmap_desktop.ui.table.grouping import Grouping
from roadmap_desktop.ui.table.model import TableModel

TITLE, _NONE = "Группировать", "Без групп"


def fill_groups(menu: QMenu, model: TableModel) -> None:
    """Fills a menu with the groupings that part the records of a table, the present one ticked."""
    menu.clear()
    group = QActionGroup(menu)
    present = model.grouping.name if model.grouping is not None else ""
    entries = {"": _NONE} | {each.name: each.label for each in offered_groupings(model)}
    for name, label in entries.items():
        action = group.addAction(label.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(name == present or (not name and present not in entries))
        action.triggered.connect(partial(_group, model, name))
    menu.addActions(group.actions())


def offered_groupings(model: TableModel) -> list[Grouping]:
    """Those by which the records would stand in more groups than one."""
    return [each for each in model.groupings.values() if _parts(model, each)]


def _parts(model: TableModel, grouping: Grouping) -> bool:
    if grouping.is_own:
        return bool(grouping.titles(()))
    facet = model.facts.facets[grouping.name]
    return not facet.is_counted or len(model.facts.offered(grouping.name)) > 1


def _group(model: TableModel, name: str, _checked: bool = False) -> None:
    model.group_by(name)
