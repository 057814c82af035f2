"""«Сведения о дорожной карте»: the roadmap's own fields, as its declaration lists them."""

from typing import Any, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from roadmap_desktop.errors import UserError
from roadmap_desktop.model.field import Field, FieldKind
from roadmap_desktop.model.roadmap import Roadmap
from roadmap_desktop.model.rows import RoadmapInfo
from roadmap_desktop.ui.editors import editor_for
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
        self._editors: dict[str, Any] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        fields = QWidget()
        form = QFormLayout(fields)
        form.setContentsMargins(18, 18, 18, 9)
        form.setSpacing(9)
        column.addWidget(scrolled(fields), 1)
        for field in Roadmap.fields:
            editor = self._editors[field.name] = self._editor(field)
            (editor.focusProxy() or editor).setAccessibleName(field.label)
            form.addRow(field.label, editor)
        self.files = QLabel(files)
        form.addRow("Приложенные файлы", self.files)
        self._mistake = QLabel()
        self._mistake.setObjectName("mistake")
        self._mistake.setWordWrap(True)
        self._mistake.hide()
        foot = QVBoxLayout()
        foot.setContentsMargins(18, 0, 18, 14)
        foot.addWidget(self._mistake)
        foot.addWidget(self._buttons())
        column.addLayout(foot)
        resize_within_screen(self, _WIDTH, fields.sizeHint().height() + foot.sizeHint().height() + _SPARE)

    def field(self, name: str) -> QWidget:
        """The editor of a field."""
        editor: QWidget = self._editors[name]
        return editor

    def accept(self) -> None:
        """Checks, tells what was changed and closes; a mistake is told beside the fields."""
        try:
            values = {field.name: self._value(field) for field in Roadmap.fields}
            mistake = self._mistake_in(values)
        except UserError as error:
            mistake = str(error)
        if mistake:
            self._mistake.setText(mistake)
            self._mistake.show()
            return
        super().accept()
        self.accepted_values.emit(
            {name: value for name, value in values.items() if value != getattr(self._info, name)}
        )

    def _mistake_in(self, values: dict[str, Any]) -> str:
        start, end = values["period_start"], values["period_end"]
        if start is None or end is None:
            return "Укажите начало и конец периода: по ним читаются сроки мероприятий."
        if start > end:
            return "Период заканчивается раньше, чем начинается."
        return "" if values["title"].strip() else "Напишите название дорожной карты."

    def _editor(self, field: Field) -> Any:
        value = getattr(self._info, field.name)
        if field.kind is FieldKind.LINE:
            # Enter saves.
            return QLineEdit(value)
        editor = editor_for(field, lambda _field: (), self._info.period)
        editor.set_value(value)
        return editor

    def _value(self, field: Field) -> Any:
        editor = self._editors[field.name]
        return editor.text().strip() if isinstance(editor, QLineEdit) else editor.value()

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        save = buttons.addButton("Сохранить", QDialogButtonBox.ButtonRole.AcceptRole)
        save.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons
