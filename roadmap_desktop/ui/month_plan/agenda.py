"""«Сегодня и эта неделя»: what is ahead, told when a file is opened, if that is wanted, or when it is asked for."""

from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QLabel, QScrollArea, QVBoxLayout, QWidget

from roadmap_desktop.model.calendar_periods import week_of
from roadmap_desktop.model.letters import one_line
from roadmap_desktop.model.month_plan import PlanGroup, PlanLine
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.plan_days import shown_days
from roadmap_desktop.model.span_words import days_words
from roadmap_desktop.operations.month.lines import month_lines
from roadmap_desktop.ui.dialogs import answer_buttons
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.settings import AGENDA_ON_OPENING, Settings

_SIZE = (560, 440)
_NOTHING = "Дел нет."


class AgendaDialog(QDialog):
    """Today's lines, those of the rest of the week, and what falls due in it."""

    guide: ClassVar[str] = "month#Сегодня и эта неделя"
    plan_wanted = Signal()

    def __init__(self, document: RoadmapDocument, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Сегодня и эта неделя")
        self.resize(*_SIZE)
        today = document.today()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        self.parts = agenda_words(_lines(document, today), today)
        for title, lines in self.parts.items():
            caption, text = QLabel(title), QLabel("\n".join(lines or (_NOTHING,)))
            caption.setObjectName("details-caption")
            text.setWordWrap(True)
            text.setTextFormat(Qt.TextFormat.PlainText)
            text.setContentsMargins(0, 0, 0, 10)
            column.addWidget(caption)
            column.addWidget(text)
        column.addStretch(1)
        area.setWidget(inner)
        self.wanted = QCheckBox("Показывать при открытии файла")
        self.wanted.setChecked(settings.flag(AGENDA_ON_OPENING, False))
        self.wanted.toggled.connect(lambda on: settings.remember(AGENDA_ON_OPENING, on))
        buttons, _ = answer_buttons("Открыть план месяца", self._open_plan, self.reject, no="Закрыть")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(18, 16, 18, 14)
        for part in (area, self.wanted, buttons):
            whole.addWidget(part)

    def _open_plan(self) -> None:
        self.accept()
        self.plan_wanted.emit()


def agenda_words(lines: Sequence[PlanLine], today: date) -> dict[str, list[str]]:
    """Lines beneath their captions: «Сегодня, 6 октября, вт», «14:00   Семинар — СОШ № 1»."""
    dated = [line for line in lines if line.group is PlanGroup.BY_DATES and line.is_open]
    due = [line for line in lines if line.group is PlanGroup.EXPIRING and line.is_open]
    now = [line for line in dated if _is_on(line, today)]
    later = [line for line in dated if line not in now and (line.last_day or today) > today]
    week = week_of(today)
    found = {
        f"Сегодня, {days_words([today])}": [_words(line) for line in now],
        "На этой неделе": [_words(line, week) for line in later],
    }
    return found | ({"Срок истекает на этой неделе": [_words(line, week) for line in due]} if due else {})


def _words(line: PlanLine, week: Period | None = None) -> str:
    when = shown_days(line, week) if week is not None else ""
    place = f" — {line.place}" if line.place else ""
    name = f"{one_line(line.name)}{place}".replace("№ ", "№\N{NO-BREAK SPACE}")
    return "   ".join(filter(None, (when, str(line.hours or ""), name)))


def _is_on(line: PlanLine, day: date) -> bool:
    if line.days:
        return day in line.days
    return line.period is not None and line.period.contains(day)


def _lines(document: RoadmapDocument, today: date) -> tuple[PlanLine, ...]:
    plan = document.plan
    nothing: tuple[PlanLine, ...] = ()
    return (
        document.query(lambda file: month_lines(file, plan, week_of(today), today), nothing)
        if plan is not None
        else nothing
    )
