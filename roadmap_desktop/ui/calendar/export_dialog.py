"""«События для другого календаря»: for which time, what of it, how many events that is, and where to write them."""

from datetime import date
from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QGridLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from roadmap_desktop.model.period import Period
from roadmap_desktop.model.russian import month_title
from roadmap_desktop.operations.printing.calendar_export import (
    CalendarContent,
    Exported,
    calendar_kinds,
    save_calendar,
)
from roadmap_desktop.ui import messages
from roadmap_desktop.ui.dialogs import open_dialog
from roadmap_desktop.ui.fit_height import fit_height
from roadmap_desktop.ui.runner import Runner, Task, known
from roadmap_desktop.ui.settings import Settings
from roadmap_desktop.ui.waiting import show_waiting

_HIDDEN = "calendar/export-hidden"
_COLUMNS = 2
_WHOLE = "Весь период"
_ABOUT = (
    "Файл .ics загружается в Outlook, Thunderbird, Яндекс Календарь и другие календари. Если загрузить его ещё раз "
    "после изменений, события не удвоятся: у прежних обновятся даты и тексты."
)


class CalendarExportDialog(QDialog):
    """``months`` are those that can be chosen; ``folder`` is where to save at first."""

    guide: ClassVar[str] = "calendar_export"

    def __init__(
        self,
        content: CalendarContent,
        months: list[Period],
        folder: Path,
        settings: Settings,
        runner: Runner,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("События для другого календаря")
        self.setMinimumWidth(560)
        self._content, self._folder, self._settings, self._runner = content, folder, settings, runner
        self._windows = _windows(months)
        self.time = QComboBox()
        self.time.setMaxVisibleItems(18)
        self.time.addItems(list(self._windows))
        hidden = settings.text(_HIDDEN).split(" ")
        self.kinds = {kind.register: QCheckBox(kind.title) for kind in calendar_kinds()}
        for kind, box in self.kinds.items():
            box.setChecked(kind not in hidden)
        self.told = _label()
        self._buttons = self._made_buttons()
        self._lay_out()
        self.time.currentIndexChanged.connect(self._count)
        for box in self.kinds.values():
            box.toggled.connect(self._count)
        self._count()

    @property
    def window_chosen(self) -> Period | None:
        """The days chosen; None for all of them."""
        return self._windows[self.time.currentText()]

    @property
    def kinds_chosen(self) -> frozenset[str]:
        """The kinds chosen."""
        return frozenset(kind for kind, box in self.kinds.items() if box.isChecked())

    def done(self, result: int) -> None:
        """Remembers the kinds."""
        hidden = sorted(set(self.kinds) - self.kinds_chosen)
        self._settings.remember(_HIDDEN, " ".join(hidden))
        super().done(result)

    def save_to(self, path: Path) -> None:
        """Writes the file in the background; a refusal is told and the dialog stays."""
        content, window, kinds = self._content, self.window_chosen, self.kinds_chosen
        task: Task = self._runner.run(
            lambda is_cancelled: save_calendar(content, path, window, kinds, is_cancelled),
            lambda exported: self._saved(path, exported),
            known(partial(messages.refuse, self)),
        )
        if not task.is_over:
            show_waiting(self, "Календарь записывается…", task)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow("Время", self.time)
        box = QGroupBox("Что записать")
        inside = QVBoxLayout(box)
        inside.setContentsMargins(0, 4, 0, 0)
        inside.addLayout(self._kinds_laid())
        inside.addLayout(self._quick_choices())
        about = _label(_ABOUT)
        about.setObjectName("popup-hint")
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 18, 18, 14)
        column.setSpacing(12)
        column.addLayout(form)
        for part in (box, about, self.told, self._buttons):
            column.addWidget(part)
        column.addStretch(1)

    def _kinds_laid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setVerticalSpacing(6)
        down = -(-len(self.kinds) // _COLUMNS)
        for index, check in enumerate(self.kinds.values()):
            grid.addWidget(check, index % down, index // down)
        return grid

    def _quick_choices(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(18)
        for text, wanted in (("Отметить всё", None), ("Только мероприятия", "activities")):
            button = QPushButton(text)
            button.setProperty("link", True)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, wanted=wanted: self._check(wanted))
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _check(self, wanted: str | None) -> None:
        for kind, box in self.kinds.items():
            box.setChecked(wanted in (None, kind))

    def _count(self) -> None:
        window = self.window_chosen
        for kind in calendar_kinds():
            counted = self._content.counted(window, {kind.register})
            self.kinds[kind.register].setText(f"{kind.title}: {counted.events}")
        whole = self._content.counted(window, self.kinds_chosen)
        self.told.setText(
            f"В файле будет {whole.words}." if whole.events else "Событий нет: записывать нечего."
        )
        self._save.setEnabled(whole.events > 0)
        # A size set before the window is placed puts it into the corner of the screen, its title out of sight.
        if self.isVisible():
            fit_height(self)

    def _made_buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._save = buttons.addButton("Сохранить…", QDialogButtonBox.ButtonRole.ActionRole)
        self._save.setDefault(True)
        self._save.clicked.connect(self._ask_where)
        buttons.rejected.connect(self.reject)
        return buttons

    def _ask_where(self) -> None:
        dialog = QFileDialog(self, "Сохранить календарь", str(self._folder), "Календари (*.ics)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("ics")
        when = "" if self.window_chosen is None else f", {self.time.currentText().lower()}"
        dialog.selectFile(f"{self._content.name}{when}.ics")
        dialog.fileSelected.connect(lambda name: self.save_to(Path(name)))
        open_dialog(dialog)

    def _saved(self, path: Path, exported: Exported) -> None:
        parent = self.parentWidget()
        self.accept()
        messages.inform(
            parent, "Календарь сохранён", f"Календарь сохранён в файл:\n{path}\n\n{exported.words}."
        )


def _windows(months: list[Period]) -> dict[str, Period | None]:
    """What can be chosen, by its words: everything, then calendar years, then months."""
    years = sorted({month.start.year for month in months})
    windows: dict[str, Period | None] = {_WHOLE: None}
    windows |= {f"{year} год": Period(date(year, 1, 1), date(year, 12, 31)) for year in years}
    return windows | {month_title(month.start): month for month in months}


def _label(words: str = "") -> QLabel:
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
