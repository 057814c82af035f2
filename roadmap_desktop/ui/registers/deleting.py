"""Deleting records: what depends on them is told first, and whether it stays is asked."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QMessageBox, QWidget

from roadmap_desktop.model.register import Register
from roadmap_desktop.model.russian import counted
from roadmap_desktop.operations.registers import registers
from roadmap_desktop.ui import messages
from roadmap_desktop.ui.document import RoadmapDocument

_MOST = 8


def ask_to_delete(
    document: RoadmapDocument,
    register: Register,
    ids: Sequence[str],
    parent: QWidget,
    done: Callable[[], object] = lambda: None,
) -> QMessageBox | None:
    """Deletes records at once where nothing hangs on them, else asks: keep them, unlink what can be unlinked, or delete
    that too. Either is one step of undo, and calls ``done``."""
    nothing: list[registers.Dependents] = []
    found = document.query(lambda file: registers.dependents(file, register, ids), nothing)
    if not document.can_edit:
        return None

    def delete(*, with_all: bool = False) -> None:
        if document.execute(lambda file: registers.delete_records(file, register, ids, with_all=with_all)):
            done()

    if not found:
        delete()
        return None
    stays = any(not one.goes for one in found)
    answers = (
        [("Отвязать и удалить", delete), ("Удалить вместе с ними", lambda: delete(with_all=True))]
        if stays
        else [("Удалить вместе с ними", delete)]
    )
    return messages.ask_which(parent, _question(register, len(ids), found), answers, "Не удалять")


def _question(register: Register, number: int, found: Sequence[registers.Dependents]) -> str:
    what = "эту запись" if number == 1 else counted(number, *register.plural_forms)
    goes = [one for one in found if one.goes]
    stays = [one for one in found if not one.goes]
    parts = [f"Удалить {what}?"]
    if goes:
        without, together = ("неё", "ней") if number == 1 else ("них", "ними")
        parts.append(
            f"Без {without} не бывает, отвязать нельзя — удалится вместе с {together}:\n{_listed(goes)}"
        )
    if stays:
        parts.append("Можно отвязать и оставить или тоже удалить:\n" + _listed(stays))
    parts.append("Удаление можно отменить: «Правка → Отменить».")
    return "\n\n".join(parts)


def _listed(found: Sequence[registers.Dependents]) -> str:
    lines = [f"• {one.caption} — {one.number}" for one in found[:_MOST]]
    rest = sum(one.number for one in found[_MOST:])
    return "\n".join([*lines, f"• прочее — {rest}"] if rest else lines)
