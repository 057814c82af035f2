"""«Изменить у выбранных…»: one field of all marked records, of the plan or of any register, as one step of undo."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, ClassVar

from PySide6.QtWidgets import QComboBox, QDialog, QFormLayout, QLabel, QVBoxLayout, QWidget

from roadmap_desktop.errors import UserError
from roadmap_desktop.model.change_set import ChangeSet
from roadmap_desktop.model.checks import mistake_in
from roadmap_desktop.model.due_dates import DueValue
from roadmap_desktop.model.field import Field
from roadmap_desktop.model.register import Register
from roadmap_desktop.model.registers.activities import ACTIVITIES
from roadmap_desktop.model.russian import counted
from roadmap_desktop.operations.plan import activities
from roadmap_desktop.operations.registers import registers
from roadmap_desktop.ui.dialogs import answer_buttons, open_dialog, save_by_keys
from roadmap_desktop.ui.document import Operation, RoadmapDocument
from roadmap_desktop.ui.editors import editor_for
from roadmap_desktop.ui.registers.choices import link_choices

# Fewer records are written before anyone could see that they are.
_QUICK_ROWS = 200
_NOTHING_CHOSEN = "Сначала выберите строки: щелчком с Ctrl или Shift, или все — Ctrl+A."


def change_selected(
    document: RoadmapDocument,
    register: Register,
    ids: Sequence[str],
    parent: QWidget,
    told: Callable[[str], object],
) -> None:
    """Asks which field of these records is to have which value, and writes it; ``told`` is called with words for the
    status line."""
    if not document.can_edit or document.plan is None:
        told("Файл открыт только для чтения: изменить его здесь нельзя.")
    elif not ids:
        told(_NOTHING_CHOSEN)
    else:
        open_dialog(ChangeSelectedDialog(document, register, ids, parent, told))


class ChangeSelectedDialog(QDialog):
    """The field, its editor, and how many records it is about."""

    guide: ClassVar[str] = "search#Изменить у выбранных"

    def __init__(
        self,
        document: RoadmapDocument,
        register: Register,
        ids: Sequence[str],
        parent: QWidget,
        told: Callable[[str], object],
    ) -> None:
        super().__init__(parent)
        self._document, self._register, self._ids, self._told = document, register, tuple(ids), told
        self.setWindowTitle("Изменить у выбранных")
        self.setMinimumWidth(460)
        same = " Все получат одно значение." if len(ids) > 1 else ""
        self.said = QLabel(f"Выбрано: {counted(len(ids), *register.plural_forms)}.{same}")
        self.field = QComboBox()
        self.field.setAccessibleName("Поле")
        for field in register.fields:
            self.field.addItem(field.label, field.name)
        self.field.currentIndexChanged.connect(self._show_editor)
        self.editor: Any = None
        self._form = QFormLayout()
        self._form.addRow("Поле", self.field)
        self.mistake = QLabel()
        self.mistake.setObjectName("mistake")
        self.mistake.setWordWrap(True)
        self.mistake.hide()
        buttons, self.save = answer_buttons("Изменить", self.accept, self.reject)
        save_by_keys(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        column.addWidget(self.said)
        column.addLayout(self._form)
        column.addWidget(self.mistake)
        column.addStretch(1)
        column.addWidget(buttons)
        self._show_editor()

    def accept(self) -> None:
        """Writes it; stays while the field cannot hold what is typed."""
        field = self._chosen()
        try:
            value = self.editor.value()
        except UserError as error:
            self._tell(error.hint)
            return
        if why := mistake_in(field, value):
            self._tell(why)
            return
        operation = _writing(self._document, self._register, self._ids, field, value)
        if len(self._ids) > _QUICK_ROWS:
            super().accept()
            self._document.execute_in_background(
                "Записи изменяются…", operation, partial(_tell_done, self._told)
            )
        elif (made := self._document.execute(operation)) is not None:
            _tell_done(self._told, made)
            super().accept()

    def _chosen(self) -> Field:
        return self._register.field(self.field.currentData())

    def _show_editor(self) -> None:
        """Puts the editor of the chosen field in the place of the one before."""
        self.mistake.hide()
        if self.editor is not None:
            self._form.removeRow(self.editor)
        field, plan = self._chosen(), self._document.plan
        assert plan is not None

        def choices(name: str) -> list[tuple[str, str]]:
            return link_choices(self._document, self._register, name, {})

        self.editor = editor_for(field, choices, plan.info.period)
        self.editor.set_value(DueValue("", "") if field.dates else field.default)
        self.editor.setAccessibleName(field.label)
        self._form.addRow("Значение", self.editor)

    def _tell(self, why: str) -> None:
        self.mistake.setText(why)
        self.mistake.show()
        self.editor.setFocus()


def _writing(
    document: RoadmapDocument, register: Register, ids: Sequence[str], field: Field, value: Any
) -> Operation:
    plan = document.plan
    assert plan is not None
    if register is ACTIVITIES:
        return lambda file: activities.set_field(file, plan, ids, field.name, value)
    return lambda file: registers.set_values(file, register, ids, {field.name: value})


def _tell_done(told: Callable[[str], object], made: ChangeSet) -> None:
    told(f"{made.label}. Отменить: Ctrl+Z")
