"""«Настройки», tab by tab; at the first start only who works with the program, which can be put off."""

from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QTabWidget, QVBoxLayout, QWidget

from roadmap_desktop.errors import UserError
from roadmap_desktop.operations.file import school_calendar
from roadmap_desktop.operations.file.who import Methodist, keep_methodist, who_works
from roadmap_desktop.ui.dialogs import answer_buttons
from roadmap_desktop.ui.preferences.look_form import LookForm
from roadmap_desktop.ui.preferences.methodist_form import MethodistForm
from roadmap_desktop.ui.preferences.school_year_form import SchoolYearForm
from roadmap_desktop.ui.preferences.second_place import SecondPlace
from roadmap_desktop.ui.settings import Settings

_WHAT_FOR = (
    "Имя будет стоять в истории изменений и в подписях под документами, учреждение и руководитель — в грифах и в новых "
    "дорожных картах."
)
_LATER = " Заполнять необязательно: всё это можно указать позже в меню «Файл → Настройки…»."


class SettingsDialog(QDialog):
    """``is_first``: nobody has asked before, and will not again. ``look_changed`` when the colours are others,
    ``calendar_changed`` when wordings are read by another school calendar from now on."""

    guide: ClassVar[str] = "settings"
    look_changed = Signal()
    calendar_changed = Signal()

    def __init__(self, settings: Settings, parent: QWidget | None = None, *, is_first: bool = False) -> None:
        super().__init__(parent)
        self._is_first = is_first
        self.setWindowTitle("Кто работает с программой" if is_first else "Настройки")
        self.setMinimumWidth(620)
        self.form = MethodistForm(who_works())
        self._mistake = QLabel()
        self._mistake.setObjectName("mistake")
        self._mistake.setWordWrap(True)
        self._mistake.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 18, 18, 14)
        column.setSpacing(14)
        if is_first:
            column.addWidget(self._who(_WHAT_FOR + _LATER))
        else:
            self.look = LookForm(settings)
            self.school_year = SchoolYearForm()
            self.tabs = self._tabs()
            column.addWidget(self.tabs, 1)
        column.addWidget(self._mistake)
        column.addWidget(self._buttons())

    def accept(self) -> None:
        """Remembers what was typed; stays where it cannot be read or written."""
        try:
            if not self._is_first:
                self._keep_calendar()
            keep_methodist(self.form.methodist)
        except UserError as error:
            self._tell(error)
            return
        if not self._is_first and self.look.keep():
            self.look_changed.emit()
        super().accept()

    def reject(self) -> None:
        """Leaves everything as it was; at the first start it is remembered that it was asked."""
        if self._is_first:
            try:
                keep_methodist(Methodist())
            except UserError as error:
                self._tell(error)
        super().reject()

    def _keep_calendar(self) -> None:
        try:
            calendar = self.school_year.calendar()
        except UserError:
            self.tabs.setCurrentWidget(self.school_year)
            raise
        if calendar != school_calendar.in_use():
            school_calendar.keep(calendar)
            self.calendar_changed.emit()

    def _tell(self, error: UserError) -> None:
        self._mistake.setText(str(error))
        self._mistake.show()

    def _tabs(self) -> QTabWidget:
        tabs = QTabWidget()
        tabs.setDocumentMode(True)
        for title, page in (
            ("Кто работает", self._who(_WHAT_FOR)),
            ("Вид", self.look),
            ("Учебный год", self.school_year),
            ("Резервные копии", _at_the_top(SecondPlace())),
        ):
            tabs.addTab(page, title)
        return tabs

    def _who(self, words: str) -> QWidget:
        said = QLabel(words)
        said.setObjectName("start-hint")
        said.setWordWrap(True)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0 if self._is_first else 12, 0, 0)
        column.setSpacing(14)
        column.addWidget(said)
        column.addLayout(self.form)
        column.addStretch(1)
        return page

    def _buttons(self) -> QDialogButtonBox:
        buttons, _ = answer_buttons(
            "Сохранить", self.accept, self.reject, no="Позже" if self._is_first else "Отмена"
        )
        return buttons


def _at_the_top(part: QWidget) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 12, 0, 0)
    column.addWidget(part)
    column.addStretch(1)
    return page
