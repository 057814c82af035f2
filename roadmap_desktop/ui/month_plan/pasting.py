"""Ctrl+V in the plan: the rows of another office's plan become tasks."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from roadmap_desktop.errors import NOTHING_CHANGED, UserError
from roadmap_desktop.model.period import Period
from roadmap_desktop.operations.month.pasting import PlanPaste, paste_plan, read_plan_paste
from roadmap_desktop.ui import messages
from roadmap_desktop.ui.dialogs import open_dialog
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.registers.pasting import FaultsDialog


def paste_lines(document: RoadmapDocument, days: Period, window: QWidget) -> str:
    """Takes the rows of the clipboard into the plan of these days; answers what is told in the status line."""
    if not document.can_edit:
        return ""
    # Nothing at all is there right after the start of some systems.
    data = QGuiApplication.clipboard().mimeData() or QMimeData()
    try:
        read = read_plan_paste(data.text(), data.html() if data.hasHtml() else "", days)
    except UserError as error:
        messages.refuse(window, str(error))
        return ""
    if read.faults:
        open_dialog(FaultsDialog(read.faults, window))
        return ""
    made = document.execute(lambda file: paste_plan(file, read))
    return f"{made.label}{_passed_over(read)}. Отменить: Ctrl+Z" if made is not None else NOTHING_CHANGED


def _passed_over(read: PlanPaste) -> str:
    names = ", ".join(f"«{name}»" for name in read.strangers)
    what = "столбец пропущен" if len(read.strangers) == 1 else "столбцы пропущены"
    return f"; {what}: {names}" if names else ""
