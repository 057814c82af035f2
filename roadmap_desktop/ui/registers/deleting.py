"""Deleting records: what depends on them is told first."""

from collections.abc import Sequence

from PySide6.QtWidgets import QMessageBox, QWidget

from roadmap_desktop.model.register import Register
from roadmap_desktop.model.russian import counted
from roadmap_desktop.operations import registers
from roadmap_desktop.ui import messages
from roadmap_desktop.ui.document import RoadmapDocument

_MOST = 6


def ask_to_delete(
    document: RoadmapDocument, register: Register, ids: Sequence[str], parent: QWidget
) -> QMessageBox | None:
    """Deletes records at once where nothing hangs on them, else asks; undo brings all of it back."""
    nothing: list[registers.Dependents] = []
    found = document.ask(lambda file: registers.dependents(file, register, ids), nothing)

    def delete() -> None:
        document.do(lambda file: registers.delete_records(file, register, ids))

    if not found:
        delete()
        return None
    return messages.ask(
        parent,
        _question(register, len(ids), found),
        "Удалить вместе с ними" if any(one.goes for one in found) else "Удалить",
        delete,
    )


def _question(register: Register, number: int, found: Sequence[registers.Dependents]) -> str:
    what = "эту запись" if number == 1 else counted(number, *register.forms)
    goes = [f"• {one.caption} — {one.number}" for one in found if one.goes]
    stays = [f"• {one.caption} — {one.number}" for one in found if not one.goes]
    parts = [f"Удалить {what}?"]
    if goes:
        parts.append("Вместе с этим удалится:\n" + "\n".join(goes[:_MOST]))
    if stays:
        parts.append("Останется, но без этой связи:\n" + "\n".join(stays[:_MOST]))
    parts.append("Удаление можно отменить: «Правка → Отменить».")
    return "\n\n".join(parts)
