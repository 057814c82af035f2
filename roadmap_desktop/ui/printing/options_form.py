"""What can be chosen of one report: its parameters, the sheet and the stamp, who signs, which columns."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from html import escape
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QGroupBox, QLabel, QVBoxLayout, QWidget

from roadmap_desktop.model.letters import one_line
from roadmap_desktop.model.russian import capital
from roadmap_desktop.operations.printing.printing import Draft, Parameter, ParameterKind, Report, known_of
from roadmap_desktop.operations.printing.report_terms import terms_offered
from roadmap_desktop.ui.printing.context import PrintContext
from roadmap_desktop.ui.printing.kept_words import KeptWords
from roadmap_desktop.ui.printing.parameter_editors import Named, RecordEditor, SomeOf, editor_for
from roadmap_desktop.ui.printing.sheet_form import SheetForm
from roadmap_desktop.ui.printing.signature_rows import SignatureRows

_TITLE_WIDTH = 270
_GROUPED = (ParameterKind.CHOICES, ParameterKind.KEPT)


class OptionsForm(QWidget):
    """``changed`` is emitted whenever the printed page would be another. ``named`` are the records or revisions of the
    parameters that take one, by the parameter's name. ``words_left``: words that the file keeps may be ready."""

    changed = Signal()
    words_left = Signal()

    def __init__(
        self,
        report: Report,
        context: PrintContext,
        named: Mapping[str, Named],
        choices: Mapping[str, Any],
        altered: Mapping[str, Any],
    ) -> None:
        super().__init__()
        self.report = report
        self._hidden = set(altered.get("hidden", ()))
        self._draft: Draft | None = None
        self._columns: dict[str, QCheckBox] = {}
        plan = context.plan
        self.editors: dict[str, Any] = {
            each.name: editor_for(
                each, terms_offered(each.kind, plan) if plan else [], named.get(each.name, ())
            )
            for each in report.parameters
        }
        for name, editor in self.editors.items():
            if choices.get(name) is not None:
                editor.set_value(choices[name])
            editor.changed.connect(partial(self._on_editor, name))
            if isinstance(editor, KeptWords):
                editor.setReadOnly(context.document is None or not context.document.can_edit)
                editor.committed.connect(self.words_left)
        self._rooms: dict[str, QWidget] = {}
        self._sheet = SheetForm(altered)
        self._sheet.changed.connect(self.changed)
        self._signed = SignatureRows(altered.get("signatures"))
        self._signed.changed.connect(self.changed)
        self._column_box = _box("Столбцы", [], spacing=2)
        self._column_box.hide()
        self._lay_out()
        self._show_needed()

    @property
    def choices(self) -> dict[str, Any]:
        """The parameters' values. Raises UserError for what is typed and cannot be taken."""
        return {name: editor.value() for name, editor in self.editors.items()}

    @property
    def altered(self) -> dict[str, Any]:
        """The fields of the document's usual options that were chosen to be others."""
        altered: dict[str, Any] = dict(self._sheet.altered)
        if self._signed.is_altered:
            altered["signatures"] = self._signed.signatures
        if self._hidden:
            altered["hidden"] = frozenset(self._hidden)
        return altered

    @property
    def lasting(self) -> dict[str, Any]:
        """Those of them that hold for another record as well."""
        known = self._known()
        return {name: value for name, value in self.altered.items() if name not in known}

    @property
    def missing(self) -> Parameter | None:
        """The first parameter without which there is no document, and which is not chosen."""
        choices = self.choices
        return next(
            (
                each
                for each in self.report.parameters
                if each.required and choices[each.name] is None and not choices.get(each.unless)
            ),
            None,
        )

    def show_draft(self, draft: Draft) -> None:
        """Shows what is known of the document once it is made: its sheet, its columns, how many there are of what."""
        self._draft = draft
        self._sheet.show_draft(draft)
        self._signed.show_usual(draft.usual.signatures)
        for editor in self.editors.values():
            if isinstance(editor, SomeOf):
                editor.show_counts(draft.counts)
        for name, words in draft.kept.items():
            self.editors[name].show_words(words)
        self._show_columns(draft.columns)

    @property
    def has_words(self) -> bool:
        """Whether words were typed that the file does not keep yet."""
        editors = (each for each in self.editors.values() if isinstance(each, KeptWords))
        return any(each.value() is not None for each in editors)

    def settle_words(self) -> None:
        """The words that were typed are kept."""
        for editor in self.editors.values():
            if isinstance(editor, KeptWords):
                editor.settle()

    def _show_needed(self) -> None:
        """Hides what holds only for another choice."""
        for parameter in self.report.parameters:
            if parameter.only is None:
                continue
            name, value = parameter.only
            is_needed = self.editors[name].value() == value
            if parameter.name in self._rooms:
                self._rooms[parameter.name].setVisible(is_needed)
            else:
                self._form.setRowVisible(self.editors[parameter.name], is_needed)

    def _known(self) -> frozenset[str]:
        return known_of(self._draft.bare) if self._draft is not None else frozenset()

    def _on_editor(self, name: str) -> None:
        """Who signs one record's document does not sign another's, and words of one month are not another's."""
        if not isinstance(self.editors[name], KeptWords):
            self.settle_words()
        self._show_needed()
        if isinstance(self.editors[name], RecordEditor):
            known = self._known()
            self._sheet.forget(known)
            self._signed.is_altered = self._signed.is_altered and "signatures" not in known
        self.changed.emit()

    def _show_columns(self, titles: Sequence[str]) -> None:
        if list(titles) == list(self._columns):
            return
        for box in self._columns.values():
            box.deleteLater()
        self._columns = {title: self._column(title) for title in titles}
        layout = self._column_box.layout()
        assert layout is not None
        for box in self._columns.values():
            layout.addWidget(box)
        self._column_box.setVisible(len(titles) > 1)

    def _column(self, title: str) -> QCheckBox:
        box = QCheckBox()
        words = one_line(title)
        box.setText(box.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, _TITLE_WIDTH))
        box.setToolTip(f"<p>{escape(words)}</p>" if box.text() != words else "")
        box.setAccessibleName(words)
        box.setChecked(title not in self._hidden)
        box.toggled.connect(lambda on: self._toggle(title, on))
        return box

    def _toggle(self, title: str, on: bool) -> None:
        (self._hidden.discard if on else self._hidden.add)(title)
        # Without any column there is nothing to print: the last one stays.
        shown = [box for box in self._columns.values() if box.isChecked()]
        for box in self._columns.values():
            box.setEnabled(len(shown) > 1 or not box.isChecked())
        self.changed.emit()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(12)
        form = self._form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        plain = [each for each in self.report.parameters if each.kind not in _GROUPED]
        for parameter in plain:
            editor = self.editors[parameter.name]
            title = capital(parameter.title)
            editor.setAccessibleName(title)
            if parameter.kind is ParameterKind.FLAG:
                form.addRow(editor)
            else:
                label = QLabel(title)
                label.setWordWrap(True)
                form.addRow(label, editor)
        if plain:
            column.addLayout(form)
        for parameter in self.report.parameters:
            if parameter.kind in _GROUPED:
                room = _box(capital(parameter.title), [self.editors[parameter.name]])
                self._rooms[parameter.name] = room
                column.addWidget(room)
        column.addWidget(_box("Оформление", [self._sheet]))
        column.addWidget(_box("Кто подписывает", [self._signed]))
        column.addWidget(self._column_box)
        column.addStretch(1)


def _box(title: str, parts: Iterable[QWidget], spacing: int = 6) -> QGroupBox:
    box = QGroupBox(title)
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 4, 0, 0)
    column.setSpacing(spacing)
    for part in parts:
        column.addWidget(part)
    return box
