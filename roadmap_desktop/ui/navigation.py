"""The list of pages at the left."""

from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from roadmap_desktop.ui.theme import colour, scaled


class Entry(NamedTuple):
    """A page as the navigation names it."""

    page: str
    text: str
    table: str = ""  # Of a register, whose records are counted.


GROUPS: tuple[tuple[str, tuple[Entry, ...]], ...] = (
    (
        "Дорожная карта",
        (
            Entry("table", "Таблица"),
            Entry("month_plan", "План месяца"),
            Entry("calendar", "Календарь"),
            Entry("by_school", "По школам"),
            Entry("overview", "Сводка"),
            Entry("history", "История"),
        ),
    ),
    (
        "Справочники",
        (
            Entry("schools", "Школы", "school"),
            Entry("partnerships", "Сетевое партнёрство", "partnership"),
            Entry("agreements", "Договоры", "agreement"),
            Entry("teachers", "Педагоги", "teacher"),
            Entry("deficits", "Диагностика", "deficit"),
            Entry("plans", "Планы развития", "development_plan"),
            Entry("communities", "Метод. объединения", "community"),
            Entry("helps", "Адресная помощь", "targeted_help"),
            Entry("practices", "Практики", "practice"),
            Entry("courses", "Курсы", "course"),
            Entry("group", "Рабочая группа", "group_member"),
            Entry("meetings", "Совещания", "meeting"),
            Entry("lessons", "Дистанц. занятия", "lesson"),
            Entry("publications", "Публикации", "publication"),
            Entry("documents", "Документы", "document"),
            Entry("tasks", "Дела", "task"),
        ),
    ),
)
# What the navigation knows of registers without their classes: start-up counts. A test compares them.
REGISTER_ENTRIES = GROUPS[1][1]
# Above and beneath the words of an entry: with more, the last ones lie beneath the edge of the usual screen.
_AROUND = 7
PAGES = tuple(entry.page for _, entries in GROUPS for entry in entries)


class Navigation(QScrollArea):
    """Entries in groups; one is chosen. ``page_chosen`` carries the page's name. It scrolls, for on a low screen the
    entries would hold the window higher than the screen."""

    page_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(scaled(196))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        inner.setObjectName("navigation")
        inner.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(inner)
        column.setContentsMargins(8, 12, 8, 6)
        column.setSpacing(0)
        self._buttons: dict[str, _EntryButton] = {}
        group = QButtonGroup(self)
        for index, (title, entries) in enumerate(GROUPS):
            if index:
                column.addSpacing(10)
            column.addWidget(self._caption(title))
            for entry in entries:
                button = self._buttons[entry.page] = _EntryButton(entry.text)
                button.clicked.connect(lambda _checked=False, page=entry.page: self.page_chosen.emit(page))
                group.addButton(button)
                column.addWidget(button)
        column.addStretch(1)
        self.setWidget(inner)
        self.setWidgetResizable(True)

    def choose(self, page: str) -> None:
        """Shows that page as the chosen one, without telling of it."""
        self._buttons[page].setChecked(True)
        self.ensureWidgetVisible(self._buttons[page], 0, 0)

    def set_count(self, page: str, text: str, *, alarming: bool = False) -> None:
        """Sets the number or words at the right of an entry."""
        self._buttons[page].set_count(text, alarming=alarming)

    def _caption(self, title: str) -> QLabel:
        label = QLabel(title.upper())
        label.setObjectName("navigation-caption")
        return label


class _EntryButton(QAbstractButton):
    """A row with a text and a count; painted, because a button's text has one alignment only."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.setText(text)
        self.setCheckable(True)
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._count = ""
        self._alarming = False

    def set_count(self, text: str, *, alarming: bool) -> None:
        self._count, self._alarming = text, alarming
        self.setAccessibleDescription(text)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(160, self.fontMetrics().height() + _AROUND)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QMouseEvent) -> None:  # type: ignore[override]
        self.update()
        super().enterEvent(event)  # type: ignore[arg-type]

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked() or self.underMouse() or self.hasFocus():
            painter.setPen(
                colour("accent") if self.hasFocus() and not self.isChecked() else Qt.PenStyle.NoPen
            )
            painter.setBrush(colour("accent-tint" if self.isChecked() else "line-soft"))
            painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 5, 5)
        inner = self.rect().adjusted(10, 0, -10, 0)
        self._draw_text(painter, inner)
        self._draw_count(painter, inner)

    def _draw_text(self, painter: QPainter, inner: QRect) -> None:
        font = self.font()
        font.setBold(self.isChecked())
        painter.setFont(font)
        painter.setPen(colour("accent-dark" if self.isChecked() else "ink"))
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())

    def _draw_count(self, painter: QPainter, inner: QRect) -> None:
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 0.88)
        painter.setFont(font)
        painter.setPen(colour("danger" if self._alarming else "ink-faint"))
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._count)
