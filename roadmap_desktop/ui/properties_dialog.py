"""«Сведения о дорожной карте»: the roadmap's own fields, as its declaration lists them."""

from typing import ClassVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from roadmap_desktop.errors import UserError
from roadmap_desktop.model.rows import RoadmapInfo
from roadmap_desktop.ui.dialogs import answer_buttons, save_by_keys
from roadmap_desktop.ui.roadmap_form import RoadmapForm
from roadmap_desktop.ui.screen_room import resize_within_screen, scrolled

_WIDTH, _SPARE = 620, 12


class PropertiesDialog(QDialog):
    """A form over the declared fields; ``accepted_values`` carries what was changed. ``files`` tells of the attached
    ones."""

    guide: ClassVar[str] = "file#Сведения о дорожной карте"
    accepted_values = Signal(dict)

    def __init__(self, info: RoadmapInfo, files: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Сведения о дорожной карте")
        self._info = info
        save_by_keys(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._fields = RoadmapForm(info._asdict(), info.period)
        self._area = scrolled(self._fields)
        column.addWidget(self._area, 1)
        self.files = QLabel(files)
        self._fields.form.addRow("Приложенные файлы", self.files)
        self._mistake = QLabel()
        self._mistake.setObjectName("mistake")
        self._mistake.setWordWrap(True)
        self._mistake.hide()
        foot = QVBoxLayout()
        foot.setContentsMargins(18, 0, 18, 14)
        foot.addWidget(self._mistake)
        foot.addWidget(answer_buttons("Сохранить", self.accept, self.reject)[0])
        column.addLayout(foot)
        height = self._fields.sizeHint().height() + foot.sizeHint().height() + _SPARE
        resize_within_screen(self, _WIDTH, height)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # How many lines the title takes is known when it has its width.
        QTimer.singleShot(0, self, self._take_room)

    def field(self, name: str) -> QWidget:
        """The editor of a field."""
        return self._fields.field(name)

    def accept(self) -> None:
        """Checks, tells what was changed and closes; a mistake is told beside the fields."""
        try:
            values = self._fields.values()
        except UserError as error:
            self._mistake.setText(str(error))
            self._mistake.show()
            return
        super().accept()
        self.accepted_values.emit(
            {name: value for name, value in values.items() if value != getattr(self._info, name)}
        )

    def _take_room(self) -> None:
        missing = self._fields.minimumSizeHint().height() - self._area.viewport().height()
        if missing > 0:
            resize_within_screen(self, self.width(), self.height() + missing)
