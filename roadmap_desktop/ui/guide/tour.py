"""Three pictures at the first start: where the plan is, where the month is, how two copies become one."""

from typing import ClassVar, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from roadmap_desktop.program_data import data_path
from roadmap_desktop.ui.dialogs import dialog_button

_WIDTH = 480


class Step(NamedTuple):
    """A picture of the guide with a heading and a few sentences."""

    picture: str
    title: str
    words: str


STEPS = (
    Step(
        "table",
        "План — таблицей",
        "Слева — страницы, посередине — мероприятия, справа — подробности выбранного. Меняйте прямо на месте: каждая "
        "правка сразу в файле, и любую отменяет Ctrl+Z.",
    ),
    Step(
        "month-plan",
        "Месяц — по дням",
        "«План месяца» собирает дела, совещания и сроки на один месяц. Пробел отмечает сделанное, Ctrl+P печатает план "
        "на подпись.",
    ),
    Step(
        "merge",
        "Две копии — снова одна",
        "Дайте коллеге копию, а потом объедините: программа сложит правки обоих и спросит там, где вы разошлись. "
        "Об остальном расскажет F1.",
    ),
)


class TourDialog(QDialog):
    """Can be left at any step."""

    guide: ClassVar[str] = "start"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Знакомство с программой")
        self._at = 0
        self._picture, self.title, self.words = QLabel(), QLabel(), QLabel()
        self.title.setObjectName("start-title")
        self.words.setWordWrap(True)
        self.words.setFixedWidth(_WIDTH)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.back = dialog_button("Назад", lambda: self._go(-1))
        self.forward = dialog_button("Дальше", lambda: self._go(1), primary=True)
        self.skip = dialog_button("Пропустить", self.reject)
        foot = QHBoxLayout()
        foot.addStretch(1)
        for button in (self.skip, self.back, self.forward):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 18, 18, 14)
        column.setSpacing(12)
        for part in (self._picture, self.title, self.words):
            column.addWidget(part)
        column.addLayout(foot)
        self._show()
        self.forward.setFocus()

    def _go(self, steps: int) -> None:
        self._at += steps
        if self._at == len(STEPS):
            self.accept()
        else:
            self._show()

    def _show(self) -> None:
        step = STEPS[self._at]
        picture = QPixmap(str(data_path("resources", "guide", "pictures", f"{step.picture}.png")))
        self._picture.setPixmap(picture.scaledToWidth(_WIDTH, Qt.TransformationMode.SmoothTransformation))
        self.title.setText(step.title)
        self.words.setText(step.words)
        is_last = self._at + 1 == len(STEPS)
        self.back.setEnabled(self._at > 0)
        self.skip.setVisible(not is_last)
        self.forward.setText("Начать" if is_last else "Дальше")
