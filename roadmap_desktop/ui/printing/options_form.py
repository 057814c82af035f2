"""The left side of «Печать месяца»: what is printed and how."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QGroupBox,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from roadmap_desktop.model.period import Period
from roadmap_desktop.model.rows import Plan
from roadmap_desktop.model.russian import month_title
from roadmap_desktop.operations import printing
from roadmap_desktop.operations.printing import GROUP_TITLES, MonthOptions, Orientation
from roadmap_desktop.ui.settings import Settings


class OptionsForm(QWidget):
    """``changed`` is emitted whenever the printed page would change. Choices are remembered, the month is not."""

    changed = Signal()

    def __init__(self, plan: Plan, today: date, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan = plan
        self._settings = settings
        self._month = self._months(plan, today)
        self._orientation = QComboBox()
        self._orientation.addItems([orientation.value for orientation in Orientation])
        self._size = QSpinBox()
        self._size.setRange(printing.FONT_SIZES.start, printing.FONT_SIZES.stop - 1)
        self._groups = {group: QCheckBox() for group in GROUP_TITLES}
        self._stamp = QCheckBox("Гриф «УТВЕРЖДАЮ»")
        self._signed = QCheckBox("Строка подписи")
        self._post, self._name = QLineEdit(), QLineEdit()
        self._post.setPlaceholderText("Должность")
        self._name.setPlaceholderText("И. О. Фамилия")
        self._recall()
        self._lay_out()
        self._listen()
        self._count_groups()

    @property
    def month(self) -> Period:
        """The month chosen."""
        chosen: Period = self._month.currentData()
        return Period(*chosen)

    def choose_month(self, day: date) -> None:
        """Chooses the month of that day, if the list has it."""
        place = self._month.findText(month_title(day))
        if place >= 0:
            self._month.setCurrentIndex(place)

    @property
    def options(self) -> MonthOptions:
        """Everything chosen but the month."""
        return MonthOptions(
            groups=frozenset(group for group, box in self._groups.items() if box.isChecked()),
            orientation=Orientation(self._orientation.currentText()),
            font_size=self._size.value(),
            stamp=self._stamp.isChecked(),
            signature=self._signed.isChecked(),
            signer_post=self._post.text().strip(),
            signer_name=self._name.text().strip(),
        )

    def remember(self) -> None:
        """Keeps the choices for the next time."""
        settings = self._settings
        settings.remember("print/orientation", self._orientation.currentText())
        settings.remember("print/font_size", self._size.value())
        settings.remember("print/stamp", self._stamp.isChecked())
        settings.remember("print/signed", self._signed.isChecked())
        settings.remember("print/post", self._post.text())
        settings.remember("print/name", self._name.text())
        for group, box in self._groups.items():
            settings.remember(f"print/group_{group.value}", box.isChecked())

    def _recall(self) -> None:
        settings, usual = self._settings, MonthOptions()
        self._orientation.setCurrentText(settings.text("print/orientation", usual.orientation.value))
        self._size.setValue(settings.number("print/font_size", int(usual.font_size)))
        self._stamp.setChecked(settings.flag("print/stamp", usual.stamp))
        self._signed.setChecked(settings.flag("print/signed", usual.signature))
        self._post.setText(settings.text("print/post", usual.signer_post))
        self._name.setText(settings.text("print/name"))
        for group, box in self._groups.items():
            box.setChecked(settings.flag(f"print/group_{group.value}", group in usual.groups))

    def _months(self, plan: Plan, today: date) -> QComboBox:
        box = QComboBox()
        box.setMaxVisibleItems(18)
        for month in printing.months_of(plan):
            box.addItem(month_title(month.start), month)
        box.setCurrentText(month_title(printing.first_month(plan, today).start))
        return box

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        form = QFormLayout()
        form.addRow("Месяц", self._month)
        form.addRow("Лист", self._orientation)
        form.addRow("Размер шрифта", self._size)
        column.addLayout(form)
        column.addWidget(_box("Что печатать", list(self._groups.values())))
        column.addWidget(_box("Утверждение и подпись", [self._stamp, self._signed, self._post, self._name]))
        column.addStretch(1)

    def _listen(self) -> None:
        self._month.currentIndexChanged.connect(self._on_month)
        self._orientation.currentIndexChanged.connect(self.changed)
        self._size.valueChanged.connect(self.changed)
        for box in (*self._groups.values(), self._stamp, self._signed):
            box.toggled.connect(self.changed)
        for line in (self._post, self._name):
            line.textChanged.connect(self.changed)

    def _on_month(self) -> None:
        self._count_groups()
        self.changed.emit()

    def _count_groups(self) -> None:
        counts = printing.group_counts(self._plan, self.month)
        for group, box in self._groups.items():
            box.setText(f"{GROUP_TITLES[group]}: {counts.get(group, 0)}")


def _box(title: str, parts: list[QWidget]) -> QGroupBox:
    box = QGroupBox(title)
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 4, 0, 0)
    for part in parts:
        column.addWidget(part)
    return box
