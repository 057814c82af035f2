"""Dialogs of registers with needs of their own; all others have the common one."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from roadmap_desktop.model.change_set import ChangeSet
from roadmap_desktop.model.register import Register, Tab
from roadmap_desktop.operations import development_plans
from roadmap_desktop.operations.indicators import Line, below_threshold
from roadmap_desktop.ui import messages
from roadmap_desktop.ui.registers.indicator_chart import IndicatorChart
from roadmap_desktop.ui.registers.record_dialog import RecordDialog


class SchoolDialog(RecordDialog):
    """Shows the results as a chart beside their lists."""

    chart: IndicatorChart | None = None

    def fill_tab(self, tab: Tab, column: QVBoxLayout) -> None:
        """Adds the chart above the lists of results."""
        if any(related.register == "indicators" for related in tab.lists):
            title = QLabel("Доля не преодолевших порог, %")
            title.setObjectName("details-caption")
            self.chart = IndicatorChart()
            column.addWidget(title)
            column.addWidget(self.chart)
            self._draw()
            self._document.changed.connect(self._draw)
        super().fill_tab(tab, column)

    def _draw(self, _change_set: object = None) -> None:
        nothing: tuple[Line, ...] = ()
        if self.chart is not None:
            self.chart.show_lines(
                self._document.ask(lambda file: below_threshold(file, self.record_id), nothing)
            )


class TeacherDialog(RecordDialog):
    """Leads from self-assessment to deficits, and from deficits to a plan."""

    def fill_tab(self, tab: Tab, column: QVBoxLayout) -> None:
        """Adds the buttons beneath the lists of the diagnosis."""
        super().fill_tab(tab, column)
        if any(related.register == "assessments" for related in tab.lists):
            row = QHBoxLayout()
            row.addWidget(self._button("Записать дефициты по самооценке", self._find_deficits))
            row.addWidget(self._button("Создать план развития по дефицитам", self._create_plan))
            row.addStretch(1)
            column.addLayout(row)

    def _button(self, text: str, pressed: object) -> QWidget:
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.setEnabled(self._document.can_edit)
        button.clicked.connect(pressed)
        return button

    def _find_deficits(self) -> None:
        today = self._document.today()
        made = self._document.do(
            lambda file: development_plans.deficits_from_assessment(file, [self.record_id], today)
        )
        if made is None:
            messages.inform(
                self, "Дефициты", "Новых дефицитов нет: нет оценок в 1–2 балла, или они уже записаны."
            )

    def _create_plan(self) -> None:
        plan = self._document.plan
        if plan is None:
            return
        made: ChangeSet | None = self._document.do(
            lambda file: development_plans.create_plans(file, [self.record_id], plan.info.period)
        )
        if made is not None:
            messages.inform(
                self, "План развития", "План создан. Он на вкладке «Развитие» и в разделе «Планы развития»."
            )


_OWN: dict[str, type[RecordDialog]] = {"schools": SchoolDialog, "teachers": TeacherDialog}


def dialog_class(register: Register) -> type[RecordDialog]:
    """The dialog of a register's records."""
    return _OWN.get(register.id, RecordDialog)
