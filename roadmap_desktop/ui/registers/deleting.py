"""Deleting records: what depends on them is told first, and whether it stays is asked."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from roadmap_desktop.model.register import Register
from roadmap_desktop.model.russian import counted
from roadmap_desktop.operations.file.files import RoadmapFile
from roadmap_desktop.operations.registers import registers
from roadmap_desktop.ui import messages
from roadmap_desktop.ui.document import RoadmapDocument

_MOST = 8
# What hangs on fewer records is known before anyone could wait for it.
_QUICK_ROWS = 200


def ask_to_delete(
    document: RoadmapDocument,
    register: Register,
    ids: Sequence[str],
    parent: QWidget,
    delete: Callable[[bool], object] | None = None,
    told: Callable[[str], object] = lambda _words: None,
) -> None:
    """Deletes records at once where nothing hangs on them, else asks: keep them, unlink what can be unlinked, or delete
    that too. Either is one step of undo, of which ``told`` is called with words for the status line. ``delete`` does it
    where a register has a way of its own, with all that points at the records or not."""

    def delete_records(with_all: bool) -> None:
        made = document.execute(lambda file: registers.delete_records(file, register, ids, with_all=with_all))
        if made is not None:
            told(f"{made.label}. Отменить: Ctrl+Z")

    def settle(found: Sequence[registers.Dependents]) -> None:
        if found:
            _ask(register, len(ids), found, parent, delete or delete_records)
        else:
            (delete or delete_records)(False)

    def question(file: RoadmapFile) -> list[registers.Dependents]:
        return registers.dependents(file, register, ids)

    nothing: list[registers.Dependents] = []
    if not document.can_edit:
        return
    if len(ids) > _QUICK_ROWS:
        document.query_in_background("Выясняется, что удалится вместе…", question, settle)
    else:
        settle(document.query(question, nothing))


def _ask(
    register: Register,
    number: int,
    found: Sequence[registers.Dependents],
    parent: QWidget,
    delete: Callable[[bool], object],
) -> None:
    stays = any(not one.goes for one in found)
    answers: list[tuple[str, Callable[[], object]]] = [("Удалить вместе с ними", lambda: delete(stays))]
    if stays:
        answers.insert(0, ("Отвязать и удалить", lambda: delete(False)))
    messages.ask_which(parent, "Удаление", _question(register, number, found), answers, "Не удалять")


def _question(register: Register, number: int, found: Sequence[registers.Dependents]) -> str:
    what = "эту запись" if number == 1 else counted(number, *register.plural_forms)
    goes = [one for one in found if one.goes]
    stays = [one for one in found if not one.goes]
    parts = [f"Удалить {what}?"]
    if goes:
        together = "ней" if number == 1 else "ними"
        parts.append(f"Вместе с {together} обязательно удалится:\n{_listed(goes)}")
    if stays:
        parts.append("Связанные записи можно отвязать и оставить, а можно тоже удалить:\n" + _listed(stays))
    parts.append("Удаление можно отменить: «Правка → Отменить».")
    return "\n\n".join(parts)


def _listed(found: Sequence[registers.Dependents]) -> str:
    lines = [f"• {one.caption} — {one.number}" for one in found[:_MOST]]
    rest = sum(one.number for one in found[_MOST:])
    return "\n".join([*lines, f"• прочее — {rest}"] if rest else lines)
