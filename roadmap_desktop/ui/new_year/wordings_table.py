"""How texts and dates will read in the new file: the old beside the new, which can be changed here."""

from collections.abc import Sequence
from html import escape
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QBrush
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from roadmap_desktop.errors import UserError
from roadmap_desktop.model.field import FieldKind
from roadmap_desktop.model.period import Period
from roadmap_desktop.operations.new_year.drafting import WordingTold
from roadmap_desktop.operations.registers.typed_values import parse_date
from roadmap_desktop.ui import messages
from roadmap_desktop.ui.editors import editor_for
from roadmap_desktop.ui.rows_model import Index, RowsModel
from roadmap_desktop.ui.theme import colour

_WHERE, _NEW = 0, 2
# So many rows are as high as their texts; of more each has two lines, lest the window waits for them.
_MEASURED = 400
# Letters of a text shown before and after what differs, of one longer than two lines.
_AROUND, _SHORT = 24, 70


class WordingsModel(RowsModel):
    """Rows of wordings. What was changed here stays where it stands."""

    headings = ("Где", "Было", "Станет")

    def show_rows(self, rows: Sequence[WordingTold]) -> None:
        """Shows these in the order they have, or the same ones, reworded, in the order in which they stand."""
        by_place = {row.place: row for row in rows}
        if by_place.keys() == {row.place for row in self.rows}:
            self.rows = [by_place[row.place] for row in self.rows]
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, _NEW))
            return
        super().show_rows(rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == _NEW else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            where = f"{row.name}. {row.label}"
            told = f"{where}\n! {row.trouble.value}" if row.trouble else where
            return (told, *near_the_change(row.old, row.new))[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole and index.column() != _WHERE:
            # Plain: «<» in the user's text is a letter.
            return f"<p>{escape(row.new if index.column() == _NEW else row.old)}</p>"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        if role == Qt.ItemDataRole.ForegroundRole and row.trouble and index.column() == _WHERE:
            return QBrush(colour("danger"))
        return None


def near_the_change(old: str, new: str) -> tuple[str, str]:
    """Both texts as they are shown: of long ones only what differs with some words around."""
    if max(len(old), len(new)) <= _SHORT or old == new:
        return old, new
    same = _alike(old, new)
    same_end = _alike(old[same:][::-1], new[same:][::-1])
    return _cut(old, same, same_end), _cut(new, same, same_end)


def _alike(one: str, other: str) -> int:
    """How many letters both begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))


def _cut(text: str, same: int, same_end: int) -> str:
    start, end = max(0, same - _AROUND), min(len(text), len(text) - same_end + _AROUND)
    if start:
        # From the beginning of a word, where there is one.
        start += text[start:same].find(" ") + 1
    return f"{'… ' if start else ''}{text[start:end]}{' …' if end < len(text) else ''}"


class WordingsTable(QTableView):
    """``typed`` carries the place of a wording and what it is to be, as the file keeps it."""

    typed = Signal(tuple, str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.wordings = WordingsModel()
        self.setModel(self.wordings)
        self.setObjectName("wordings")
        self.setAccessibleName(name)
        self._delegate = _Delegate(self)
        self.setItemDelegate(self._delegate)
        self.setWordWrap(True)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)

    def show_rows(self, rows: Sequence[WordingTold], plan: Period) -> None:
        """Shows these wordings of a plan."""
        self._delegate.plan = plan
        is_measured = len(rows) <= _MEASURED
        modes = QHeaderView.ResizeMode
        self.verticalHeader().setSectionResizeMode(modes.ResizeToContents if is_measured else modes.Fixed)
        self.verticalHeader().setDefaultSectionSize(2 * self.fontMetrics().lineSpacing() + 8)
        self.wordings.show_rows(rows)


class _Delegate(QStyledItemDelegate):
    """Edits a wording by the editor of its field."""

    def __init__(self, table: WordingsTable) -> None:
        super().__init__(table)
        self._table = table
        self.plan: Period | None = None

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        assert self.plan is not None
        # The words alone are edited here: days given by hand stay beside them.
        field = self._table.wordings.rows[index.row()].field._replace(dates="")
        editor = editor_for(field, lambda _name: [], self.plan, in_cell=True)
        editor.setParent(parent)
        editor.setAutoFillBackground(True)
        editor.setAccessibleName("Станет")
        editor.committed.connect(lambda: self._finish(editor))
        editor.cancelled.connect(lambda: self.closeEditor.emit(editor))
        made: QWidget = editor
        return made

    def setEditorData(self, editor: Any, index: Index) -> None:
        row = self._table.wordings.rows[index.row()]
        editor.set_value(parse_date(row.new) if row.field.kind is FieldKind.DATE else row.new)

    def setModelData(self, editor: Any, _model: QAbstractItemModel, index: Index) -> None:
        row = self._table.wordings.rows[index.row()]
        try:
            value = editor.value()
        except UserError as error:
            messages.refuse(self._table.window(), str(error))
            return
        text = value.isoformat() if hasattr(value, "isoformat") else value or ""
        before = parse_date(row.new) if row.field.kind is FieldKind.DATE else row.new
        if value != before:
            self._table.typed.emit(row.place, text)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        cell: QRect = option.rect  # type: ignore[attr-defined]
        room = self._table.viewport().rect()
        size = cell.size().expandedTo(QSize(0, editor.sizeHint().height()))
        top = min(cell.top(), max(0, room.bottom() - size.height()))
        editor.setGeometry(cell.left(), top, size.width(), size.height())

    def _finish(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)
