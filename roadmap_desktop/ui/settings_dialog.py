"""«Настройки»: who works with the program. At the first start it asks, and can be put off."""

from typing import ClassVar

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from roadmap_desktop.errors import UserError
from roadmap_desktop.operations.file.who import Methodist, keep_methodist, who_works
from roadmap_desktop.ui.methodist_form import MethodistForm

_WHAT_FOR = (
    "Имя будет стоять в истории изменений и в подписях под документами, учреждение и руководитель — в грифах и в новых "
    "дорожных картах."
)
_LATER = " Заполнять необязательно: всё это можно указать позже в меню «Файл → Настройки…»."


class SettingsDialog(QDialog):
    """``is_first``: nobody has asked before, and will not again."""

    guide: ClassVar[str] = "settings"

    def __init__(self, parent: QWidget | None = None, *, is_first: bool = False) -> None:
        super().__init__(parent)
        self._is_first = is_first
        self.setWindowTitle("Кто работает с программой" if is_first else "Настройки")
        self.setMinimumWidth(620)
        said = QLabel(_WHAT_FOR + (_LATER if is_first else ""))
        said.setObjectName("start-hint")
        said.setWordWrap(True)
        self.form = MethodistForm(who_works())
        self._mistake = QLabel()
        self._mistake.setObjectName("mistake")
        self._mistake.setWordWrap(True)
        self._mistake.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 18, 18, 14)
        column.setSpacing(14)
        column.addWidget(said)
        column.addLayout(self.form)
        column.addWidget(self._mistake)
        column.addWidget(self._buttons())

    def accept(self) -> None:
        """Remembers what was typed; stays where it cannot be written."""
        if self._keep(self.form.methodist):
            super().accept()

    def reject(self) -> None:
        """Leaves everything as it was; at the first start it is remembered that it was asked."""
        if self._is_first:
            self._keep(Methodist())
        super().reject()

    def _keep(self, methodist: Methodist) -> bool:
        try:
            keep_methodist(methodist)
        except UserError as error:
            self._mistake.setText(str(error))
            self._mistake.show()
            return False
        return True

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        save = buttons.addButton("Сохранить", QDialogButtonBox.ButtonRole.AcceptRole)
        save.setDefault(True)
        no = "Позже" if self._is_first else "Отмена"
        buttons.addButton(no, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons
