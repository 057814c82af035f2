"""Ctrl+V in a register's table: what the rows would become is read first, faults and doubts are told, then it is
written."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, ClassVar

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QListWidget, QVBoxLayout, QWidget

from roadmap_desktop.errors import NOTHING_CHANGED
from roadmap_desktop.model.change_set import ChangeSet
from roadmap_desktop.model.register import Register
from roadmap_desktop.model.registers import BY_TABLE
from roadmap_desktop.model.russian import capital, counted
from roadmap_desktop.operations.file.files import RoadmapFile
from roadmap_desktop.operations.registers.record_reading import Fault
from roadmap_desktop.operations.registers.register_paste import Paste, Target, paste, read_paste
from roadmap_desktop.ui import messages
from roadmap_desktop.ui.dialogs import open_dialog
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.table.captions import Caption
from roadmap_desktop.ui.table.view import TableView

_EMPTY = (
    "Буфер обмена пуст. Скопируйте строки таблицы в Excel, Word или в другом справочнике и вставьте их снова."
)
_PICTURE = f"В буфере обмена картинка, а не строки. {NOTHING_CHANGED} Скопируйте саму таблицу."
_FILES = "В буфере обмена файлы, а не строки. Откройте запись и приложите их на вкладке «Документы»."
# Fewer rows are read and written before anyone could see that they are.
_QUICK_ROWS = 200
# Names and faults beyond these are counted.
_MOST_NAMES, _MOST_FAULTS = 8, 300


class Pasting:
    """Pastes into one table. ``fixed`` is what its records all hold; ``told`` is called with words for the status
    line."""

    def __init__(
        self,
        document: RoadmapDocument,
        table: TableView,
        fixed: Mapping[str, Any],
        told: Callable[[str], object] = lambda _words: None,
    ) -> None:
        self._document, self._table, self._fixed, self._told = document, table, fixed, told

    def paste(self) -> None:
        """Takes the rows of the clipboard."""
        if not self._document.can_edit:
            return
        # Nothing at all is there right after the start of some systems.
        data = QGuiApplication.clipboard().mimeData() or QMimeData()
        text, html = data.text() if data.hasText() else "", data.html() if data.hasHtml() else ""
        if data.hasUrls():
            self._refuse(_FILES)
        elif not text.strip() and not html.strip():
            self._refuse(_PICTURE if data.hasImage() else _EMPTY)
        else:
            self._read(text, html)

    def _read(self, text: str, html: str, *, as_new: bool = False) -> None:
        register, target = self._table.model().cells.register, self._target(as_new=as_new)

        def question(file: RoadmapFile) -> Paste | None:
            return read_paste(file, register, target, text, html)

        def settle(found: Paste | None) -> None:
            if found is not None and not found.faults and _replaces(found):
                self._ask_where(found, lambda: self._read(text, html, as_new=True))
            elif found is not None:
                self._settle(found)

        if max(text.count("\n"), html.count("<tr")) > _QUICK_ROWS:
            self._document.query_in_background("Строки читаются…", question, settle)
        else:
            settle(self._document.query(question, None))

    def _target(self, *, as_new: bool) -> Target:
        model, current, chosen = self._table.model(), self._table.currentIndex(), self._table.chosen()
        columns = [field.name for field in self._table.header.fields()]
        # A table that got the focus has a current cell that nobody chose: rows must not be written over what is there.
        if as_new or not chosen or not current.isValid():
            return Target(columns, [], [], self._fixed)
        index = columns.index(model.columns[current.column()].name)
        below = [row.id for row in model.rows[current.row() :] if not isinstance(row, Caption)]
        return Target(columns[index:], below, chosen, self._fixed)

    def _ask_where(self, found: Paste, add: Callable[[], None]) -> None:
        count = counted(len(found.changed), *found.register.plural_forms)
        messages.ask_which(
            self._table.window(),
            "Вставка",
            f"Вставленные строки заменят существующие записи: {count}. Заменить их или добавить новые?",
            [("Добавить новые", add), ("Заменить", lambda: self._settle(found))],
            "Отмена",
        )

    def _settle(self, found: Paste) -> None:
        if found.faults:
            dialog = FaultsDialog(found.faults, self._table.window())
            open_dialog(dialog)
        elif not found.added and not found.changed:
            self._refuse(f"Все эти записи уже есть. {NOTHING_CHANGED}")
        elif doubts := _doubts(found):
            messages.ask(self._table.window(), "Вставка", doubts, "Вставить", lambda: self._write(found))
        else:
            self._write(found)

    def _write(self, found: Paste) -> None:
        if len(found.added) + len(found.changed) > _QUICK_ROWS:
            self._document.execute_in_background(
                "Строки вставляются…", lambda file: paste(file, found), self._tell
            )
        elif (made := self._document.execute(lambda file: paste(file, found))) is not None:
            self._tell(made)

    def _tell(self, made: ChangeSet) -> None:
        self._show_pasted(made)
        self._told(f"{made.label}. Отменить: Ctrl+Z")

    def _show_pasted(self, made: ChangeSet) -> None:
        """Marks what was pasted and brings the first of it into sight."""
        touched = {change.record_id for change in made.changes}
        rows = self._table.model().rows
        ids = [row.id for row in rows if row.id in touched]
        if ids:
            # The last of them first, so that as many as find room are in sight.
            self._table.scrollTo(self._table.model().index(self._table.model().row_of(ids[-1]) or 0, 0))
            self._table.choose(ids)

    def _refuse(self, sentence: str) -> None:
        messages.refuse(self._table.window(), sentence)


class FaultsDialog(QDialog):
    """Everything that is at fault, with row and column; nothing was written."""

    guide: ClassVar[str] = "registers#Вставить из Excel"

    def __init__(self, faults: Sequence[Fault], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Вставить нельзя")
        self.resize(640, 400)
        number = counted(len(faults), "ошибка", "ошибки", "ошибок")
        said = QLabel(
            f"В строках, которые вставляются, {number}. {NOTHING_CHANGED} Исправьте их там, откуда копировали, "
            "и вставьте снова."
        )
        said.setWordWrap(True)
        self.faults = QListWidget()
        self.faults.setAccessibleName("Ошибки")
        self.faults.setWordWrap(True)
        for fault in faults[:_MOST_FAULTS]:
            self.faults.addItem(capital(str(fault)))
        if len(faults) > _MOST_FAULTS:
            self.faults.addItem(f"…и ещё {len(faults) - _MOST_FAULTS}")
        buttons = QDialogButtonBox()
        buttons.addButton("Закрыть", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        for part in (said, self.faults, buttons):
            column.addWidget(part)


def _replaces(found: Paste) -> bool:
    """Whether whole rows, names and all, would be written over records."""
    names = set(found.register.named_by)
    return any(names & set(values) and len(values) > 1 for values in found.changed.values())


def _passed_over(found: Paste) -> Iterator[str]:
    """What of the rows will not be written, and why."""
    rows, names, texts = map(str, found.same), map(_quoted, found.strangers), map(_quoted, found.left)
    for left, one, many in (
        (list(rows), "Строка {} уже есть и будет пропущена.", "Строки {} уже есть и будут пропущены."),
        (
            list(names),
            "Поля {} здесь нет, столбец будет пропущен.",
            "Полей {} здесь нет, столбцы будут пропущены.",
        ),
        (list(texts), "{} — не запись, строка будет пропущена.", "{} — не записи, строки будут пропущены."),
    ):
        if left:
            yield (one if len(left) == 1 else many).format(_listed(left))


def _quoted(name: str) -> str:
    return f"«{name}»"


def _listed(names: Sequence[str]) -> str:
    more = f" и ещё {len(names) - _MOST_NAMES}" if len(names) > _MOST_NAMES else ""
    return ", ".join(names[:_MOST_NAMES]) + more


def _doubts(found: Paste) -> str:
    """What is to be confirmed before; empty when nothing is."""
    parts = []
    for table in dict.fromkeys(one.table for one in found.missing):
        register: Register = BY_TABLE[table]
        names = [_quoted(one.name) for one in found.missing if one.table == table]
        added = "Такая запись будет добавлена" if len(names) == 1 else "Они будут добавлены"
        parts.append(f"В справочнике «{register.title}» нет: {_listed(names)}. {added}.")
    parts += list(_passed_over(found))
    if found.assumed:
        more = f"\n…и ещё {len(found.assumed) - _MOST_NAMES}" if len(found.assumed) > _MOST_NAMES else ""
        parts.append("\n".join(f"{one}." for one in found.assumed[:_MOST_NAMES]) + more)
    if not parts:
        return ""
    forms = found.register.plural_forms
    if found.added:
        parts.append(f"Добавится: {counted(len(found.added), *forms)}.")
    if found.changed:
        parts.append(f"Изменится: {counted(len(found.changed), *forms)}.")
    return "\n\n".join(parts)
