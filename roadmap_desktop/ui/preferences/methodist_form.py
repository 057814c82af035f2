"""The fields about who works with the program: of the settings, and of a new plan."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFormLayout, QLineEdit

from roadmap_desktop.model.letters import one_line
from roadmap_desktop.operations.file.who import Methodist

_FIELDS = {
    "name": ("Ваши фамилия, имя, отчество", "Образцова Анна Викторовна"),
    "department": ("Орган управления образованием", "Отдел образования района"),
    "head_post": ("Должность руководителя", "Начальник отдела образования"),
    "head_name": ("Руководитель", "Примерова Елена Сергеевна"),
}
OF_A_PLAN = ("department", "head_post", "head_name")


class MethodistForm(QFormLayout):
    """Lines for some of the fields, all unless they are named; the others stay as they were."""

    def __init__(self, known: Methodist, names: Sequence[str] = Methodist._fields) -> None:
        super().__init__()
        self._known = known
        self.setSpacing(9)
        self.editors: dict[str, QLineEdit] = {}
        for name in names:
            label, example = _FIELDS[name]
            editor = self.editors[name] = QLineEdit(getattr(known, name))
            editor.setPlaceholderText(f"например, {example}")
            editor.setAccessibleName(label)
            self.addRow(label, editor)

    @property
    def methodist(self) -> Methodist:
        """What stands in the lines."""
        said = {name: one_line(editor.text()) for name, editor in self.editors.items()}
        return self._known._replace(**said)
