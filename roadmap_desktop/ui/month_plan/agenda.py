"""«Сегодня и эта неделя»: what is ahead, told when a file is opened, if that is wanted, or when it is asked for."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QLabel, QScrollArea, QVBoxLayout, QWidget

from roadmap_desktop.model.month_plan import PlanGroup, PlanLine, week_of
from roadmap_desktop.model.plan_days import day_words, shown_days
from roadmap_desktop.operations.month.lines import month_lines
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.settings import AGENDA_ON_OPENING, Settings

_SIZE = (560, 440)
_NOTHING = "Дел нет."


class AgendaDialog(QDialog):
    """Today's lines, those of the rest of the week, and what falls due in it."""

    plan_wanted = Signal()

    def __init__(self, document: RoadmapDocument, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Сегодня и эта неделя")
        self.resize(*_SIZE)
        today = document.today()
        self.text = QLabel("\n".join(agenda_words(_lines(document, today), today)))
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setMargin(4)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.addWidget(self.text)
        column.addStretch(1)
        area.setWidget(inner)
        self.wanted = QCheckBox("Показывать при открытии файла")
        self.wanted.setChecked(settings.flag(AGENDA_ON_OPENING, False))
        self.wanted.toggled.connect(lambda on: settings.remember(AGENDA_ON_OPENING, on))
        buttons = QDialogButtonBox()
        plan = buttons.addButton("Открыть план месяца", QDialogButtonBox.ButtonRole.AcceptRole)
        plan.setProperty("primary", True)
        buttons.addButton("Закрыть", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._open_plan)
        buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(18, 16, 18, 14)
        for part in (area, self.wanted, buttons):
            whole.addWidget(part)

    def _open_plan(self) -> None:
        self.accept()
        self.plan_wanted.emit()


def agenda_words(lines: Sequence[PlanLine], today: date) -> Iterator[str]:
    """The agenda line by line: «Сегодня, 6 октября, вт», «14:00  Семинар — СОШ № 1»."""
    dated = [line for line in lines if line.group is PlanGroup.BY_DATES and line.is_open]
    due = [line for line in lines if line.group is PlanGroup.EXPIRING and line.is_open]
    yield f"Сегодня, {day_words(today)}"
    yield from _listed(line for line in dated if _is_on(line, today))
    yield ""
    yield "На этой неделе"
    week = week_of(today)
    later = [line for line in dated if not _is_on(line, today) and (line.last_day or today) > today]
    yield from _listed(later, week)
    if due:
        yield ""
        yield "Срок истекает на этой неделе"
        yield from _listed(due, week)


def _listed(lines: Iterable[PlanLine], week: object = None) -> Iterator[str]:
    empty = True
    for line in lines:
        empty = False
        when = shown_days(line, week_of(line.period.start)) if week is not None and line.period else ""
        place = f" — {line.place}" if line.place else ""
        start = str(line.hours) if line.hours else ""
        yield "   ".join(filter(None, (when, start, f"{' '.join(line.name.split())}{place}")))
    if empty:
        yield _NOTHING


def _is_on(line: PlanLine, day: date) -> bool:
    if line.days:
        return day in line.days
    return line.period is not None and line.period.contains(day)


def _lines(document: RoadmapDocument, today: date) -> tuple[PlanLine, ...]:
    plan = document.plan
    nothing: tuple[PlanLine, ...] = ()
    return (
        document.query(lambda file: month_lines(file, plan, week_of(today)), nothing)
        if plan is not None
        else nothing
    )
