"""How the window looks, and what it shows of its own accord."""

from collections.abc import Callable

from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QHBoxLayout, QLabel, QWidget

from roadmap_desktop.ui import messages, theme
from roadmap_desktop.ui.dialogs import dialog_button
from roadmap_desktop.ui.settings import AGENDA_ON_OPENING, LETTERS, THEME, Settings

_THEMES = {
    theme.SYSTEM: "как в системе",
    "light": "светлые",
    "dark": "тёмные",
    "contrast": "контрастные",
}
_LETTERS = dict(zip(theme.LETTER_SIZES, ("обычные", "крупные", "очень крупные"), strict=True))
_QUESTION = (
    "Вернуть исходный вид? При следующем запуске размеры окон, столбцы, порядок строк и оформление документов станут "
    "такими, какими были сначала. Дорожные карты, имя, сохранённые виды и список недавних файлов останутся."
)


class LookForm(QWidget):
    """What is chosen here is remembered by ``keep``."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self.theme = _choice("Цвета", _THEMES, settings.look.theme)
        self.letters = _choice("Буквы", _LETTERS, settings.look.letters)
        self.agenda = QCheckBox("Показывать «Сегодня и эта неделя» при открытии файла")
        self.agenda.setChecked(settings.flag(AGENDA_ON_OPENING, False))
        said = QLabel("Размер букв изменится, когда программа запустится в следующий раз.")
        said.setObjectName("start-hint")
        said.setWordWrap(True)
        form = QFormLayout(self)
        form.setContentsMargins(0, 12, 0, 0)
        form.setSpacing(9)
        form.addRow("Цвета", self.theme)
        form.addRow("Буквы", self.letters)
        form.addRow("", said)
        form.addRow("", self.agenda)
        back = QHBoxLayout()
        back.addWidget(dialog_button("Вернуть исходный вид…", self._ask_reset))
        back.addStretch(1)
        form.addRow("", back)

    def keep(self) -> bool:
        """Remembers what is chosen. Returns whether the colours are others."""
        before = self._settings.look.theme
        self._settings.remember(THEME, self.theme.currentData())
        self._settings.remember(LETTERS, self.letters.currentData())
        self._settings.remember(AGENDA_ON_OPENING, self.agenda.isChecked())
        self._settings.save()
        return bool(before != self.theme.currentData())

    def _ask_reset(self) -> None:
        answers: list[tuple[str, Callable[[], object]]] = [("Вернуть", self._reset)]
        messages.ask_which(self, "Исходный вид", _QUESTION, answers, no="Оставить как есть")

    def _reset(self) -> None:
        self._settings.reset()
        for box, usual in ((self.theme, theme.SYSTEM), (self.letters, 100)):
            box.setCurrentIndex(box.findData(usual))
        self.agenda.setChecked(False)


def _choice(name: str, words: dict[str, str] | dict[int, str], chosen: object) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    for value, text in words.items():
        box.addItem(text, value)
    box.setCurrentIndex(max(box.findData(chosen), 0))
    return box
