"""A list of activities and records that opens over the page: what did not fit a day or the strip, or has no date."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLabel,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from roadmap_desktop.model.rows import ActivityRow
from roadmap_desktop.model.standing import standing
from roadmap_desktop.ui.calendar.captions import beginning_of, record_tooltip, row_caption, tooltip
from roadmap_desktop.ui.theme import colour, pill_text, record_tint, tint

if TYPE_CHECKING:
    from roadmap_desktop.operations.registers.dated_records import DatedRecord

_WIDTH = 460
_ROWS_SHOWN = 10
_ROW_ROLE = int(Qt.ItemDataRole.UserRole)


class ActivityPopup(QFrame):
    """Lists activities under a title, records of registers after them. A click or Enter chooses one, a double click
    edits it, Esc closes the list; a record is asked for at once, with its register."""

    chosen = Signal(str)
    edit_requested = Signal(str)
    record_wanted = Signal(str, str)

    def __init__(
        self,
        title: str,
        rows: Sequence[ActivityRow],
        today: date,
        parent: QWidget,
        records: Sequence["DatedRecord"] = (),
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("popup")
        heading = QLabel(title)
        heading.setObjectName("popup-title")
        heading.setTextFormat(Qt.TextFormat.PlainText)
        self.list = QListView()
        self.list.setAccessibleName(title)
        self.list.setUniformItemSizes(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setModel(
            _Rows([*(_of_activity(row, today) for row in rows), *map(_of_record, records)], self)
        )
        self.list.setItemDelegate(_RowDelegate(self.list))
        self.list.setCurrentIndex(self.list.model().index(0, 0))
        self.list.clicked.connect(self._choose)
        self.list.doubleClicked.connect(self._edit)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.setSpacing(4)
        column.addWidget(heading)
        column.addWidget(self.list)
        self._fit(len(rows) + len(records))
        self.list.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.list.currentIndex())
            self.close()
        elif event.key() == Qt.Key.Key_F2:
            self._edit(self.list.currentIndex())
        else:
            super().keyPressEvent(event)

    def open_at(self, point: QPoint) -> None:
        """Opens the list near a point of the screen, wholly on it."""
        screen = self.screen().availableGeometry()
        left = min(point.x(), screen.right() - self.width())
        top = min(point.y(), screen.bottom() - self.height())
        self.move(max(left, screen.left()), max(top, screen.top()))
        self.show()

    def _choose(self, index: QModelIndex) -> None:
        line: _Line = index.data(_ROW_ROLE)
        if line.register:
            self.close()
            self.record_wanted.emit(line.register, line.id)
        else:
            self.chosen.emit(line.id)

    def _edit(self, index: QModelIndex) -> None:
        line: _Line = index.data(_ROW_ROLE)
        if line.register:
            self._choose(index)
            return
        self.close()
        self.edit_requested.emit(line.id)

    def _fit(self, count: int) -> None:
        height = self.list.sizeHintForRow(0) * min(max(count, 1), _ROWS_SHOWN) + 4
        self.list.setFixedHeight(height)
        self.setFixedWidth(_WIDTH)
        self.adjustSize()


class _Line(NamedTuple):
    """A line of the list; ``register`` is empty for an activity."""

    register: str
    id: str
    caption: str
    hint: str
    word: str
    pill: str
    tint: tuple[QColor, QColor]


def _of_activity(row: ActivityRow, today: date) -> _Line:
    stands = standing(row, today)
    return _Line(
        "", row.id, row_caption(row), tooltip(row, stands), stands.word, pill_text(stands), tint(stands)
    )


def _of_record(record: "DatedRecord") -> _Line:
    hint, word = record_tooltip(record), record.caption.lower()
    return _Line(record.register, record.id, beginning_of(record.words), hint, word, word, record_tint())


class _Rows(QAbstractListModel):
    def __init__(self, lines: Sequence[_Line], parent: QWidget) -> None:
        super().__init__(parent)
        self._lines = lines

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.caption
        if role == Qt.ItemDataRole.ToolTipRole:
            return line.hint
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{line.caption}, {line.word}"
        return line if role == _ROW_ROLE else None


class _RowDelegate(QStyledItemDelegate):
    """The number and name in one line, the state as a pill at the right."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        rect: QRect = option.rect  # type: ignore[attr-defined]
        state = option.state  # type: ignore[attr-defined]
        metrics: QFontMetrics = option.fontMetrics  # type: ignore[attr-defined]
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            name = "accent-tint" if state & QStyle.StateFlag.State_Selected else "header"
            painter.fillRect(rect, colour(name))
        line: _Line = index.data(_ROW_ROLE)
        pill, (ground, ink) = line.pill, line.tint
        width = metrics.horizontalAdvance(pill) + 14
        rectangle = QRect(rect.right() - width - 6, rect.top() + 3, width, rect.height() - 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(rectangle, rectangle.height() / 2, rectangle.height() / 2)
        painter.setPen(ink)
        painter.drawText(rectangle, Qt.AlignmentFlag.AlignCenter, pill)
        painter.setPen(colour("ink"))
        inner = rect.adjusted(8, 0, -width - 16, 0)
        text = metrics.elidedText(str(index.data()), Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, text)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(_WIDTH, option.fontMetrics.height() + 10)  # type: ignore[attr-defined]
