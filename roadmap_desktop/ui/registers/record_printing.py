"""The documents that can be printed of a record: found by what the reports declare, not by the register's name."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from roadmap_desktop.model.register import Register
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.printing.request import PrintRequest

if TYPE_CHECKING:
    from roadmap_desktop.operations.printing.printing import Parameter, Report

_LONGEST = 60


class RecordHolder(Protocol):
    """A dialog of one record."""

    record_id: str

    def save(self) -> bool: ...


def documents_of(
    document: RoadmapDocument, register: Register, id_: str, window: QWidget
) -> dict[str, Callable[[], object]]:
    """The papers of that record by their titles, «Лист самооценки…», and what asks for them over ``window``."""
    from roadmap_desktop.operations.printing.printing import reports_of_record

    def show(report: "Report", parameter: "Parameter") -> None:
        document.printing.emit(PrintRequest(report.id, {parameter.name: id_}, register=register.id), window)

    found = reports_of_record(register.id)
    return {f"{_plain(report.title)}…": partial(show, report, parameter) for report, parameter in found}


def record_buttons(document: RoadmapDocument, register: Register, dialog: RecordHolder) -> list[QPushButton]:
    """A button for the document that is of one record, «Протокол совещания…», and one with a menu for the others. What
    is typed in the dialog is written first: the paper holds what the form shows."""
    # Not before a record is looked at: with it come all the reports.
    from roadmap_desktop.operations.printing.printing import reports_of_record

    found = reports_of_record(register.id)

    def show(report: "Report", parameter: "Parameter") -> None:
        if document.can_edit and not dialog.save():
            return
        request = PrintRequest(report.id, {parameter.name: dialog.record_id}, register=register.id)
        document.printing.emit(request, dialog)

    own = [one for one in found if one[1].required][:1]
    others = [one for one in found if one not in own]
    buttons = []
    for report, parameter in own:
        buttons.append(_button(f"{_short(report.title)}…"))
        buttons[-1].clicked.connect(lambda _checked=False, one=(report, parameter): show(*one))
    if others:
        more = _button("Другие документы ▾" if own else "Документы ▾")
        menu = QMenu(more)
        for report, parameter in others:
            action = menu.addAction(f"{_plain(report.title)}…")
            action.triggered.connect(lambda _checked=False, one=(report, parameter): show(*one))
        more.setMenu(menu)
        buttons.append(more)
    return buttons


def _button(text: str) -> QPushButton:
    button = QPushButton(text)
    button.setAutoDefault(False)
    return button


def _short(title: str) -> str:
    return _plain(title if len(title) <= _LONGEST else title[:_LONGEST].rpartition(" ")[0])


def _plain(title: str) -> str:
    """«&» on a button marks a shortcut letter."""
    return title.replace("&", "&&")
