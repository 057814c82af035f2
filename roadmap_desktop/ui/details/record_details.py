"""Everything of one record of a register beside a list, editable where it stands."""

from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from roadmap_desktop.model.field import FieldKind
from roadmap_desktop.model.listing import Listing
from roadmap_desktop.model.references import owner_value
from roadmap_desktop.model.register import Register
from roadmap_desktop.model.registers import BY_ID
from roadmap_desktop.model.registers.activities import ACTIVITIES
from roadmap_desktop.model.span_words import days_words
from roadmap_desktop.operations.registers import record_listing, registers
from roadmap_desktop.ui.details.attachments import AttachmentsList
from roadmap_desktop.ui.details.narrow_form import NarrowForm
from roadmap_desktop.ui.details.served_links import ServedLinks
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.registers.choices import link_choices


class RecordDetails(QWidget):
    """A form for each register whose records were shown; ``opening`` asks for the record's own window."""

    opening = Signal(str, str)

    def __init__(self, document: RoadmapDocument) -> None:
        super().__init__()
        self._document = document
        self._forms: dict[str, NarrowForm] = {}
        self._shown: tuple[str, str] = ("", "")
        self._files = AttachmentsList(document)
        self._served = ServedLinks(document)
        self._served.wanted.connect(lambda key: self.opening.emit(ACTIVITIES.id, key))
        self._open = QPushButton("Открыть полностью…")
        self._open.setProperty("link", True)
        self._open.clicked.connect(lambda: self.opening.emit(*self._shown))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self._served)
        self._column.addWidget(self._open)
        self._column.addWidget(self._files)
        document.changed.connect(self._on_changed)

    def show_record(self, register_id: str, key: str) -> bool:
        """Shows a record; answers whether there is one to show."""
        if (register_id, key) != self._shown:
            self.commit()
        self._shown = (register_id, key)
        row, listing = self._read()
        for id_, form in self._forms.items():
            form.setVisible(row is not None and id_ == register_id)
        if row is None:
            self._shown = ("", "")
            return False
        register = BY_ID[register_id]
        form = self._form(register)
        typed = form.changes if form.record_id == key else ()
        form.record_id = key
        day = (
            getattr(row, register.day, None) if register.field(register.day).kind is FieldKind.DATE else None
        )
        form.head.setText(
            " · ".join(filter(None, (register.record.caption, days_words([day]) if day else "")))
        )
        form.show_values({field.name: listing.entered(row, field) for field in register.fields}, typed)
        form.show()
        self._served.show_of(register, key)
        self._files.setVisible(register.takes_files)
        if register.takes_files:
            self._files.show_files_of(owner_value(register.table, key))
        return True

    def commit(self) -> None:
        """Writes what is typed and not written yet."""
        form = self._forms.get(self._shown[0])
        if form is not None:
            form.commit()

    def allow(self, editing: bool) -> None:
        """Lets fields be edited, or only read."""
        for form in self._forms.values():
            form.allow(editing)
        self._files.allow(editing)

    def _form(self, register: Register) -> NarrowForm:
        form = self._forms.get(register.id)
        plan = self._document.plan
        if form is None and plan is not None:
            form = NarrowForm(
                register,
                partial(link_choices, self._document, register),
                plan.info.period,
                self._document.may_edit,
            )
            form.written.connect(self._write)
            form.allow(self._document.can_edit)
            self._forms[register.id] = form
            self._column.insertWidget(0, form)
        assert form is not None
        return form

    def _read(self) -> tuple[Any, Listing]:
        register_id, key = self._shown
        register = BY_ID.get(register_id)
        if register is None or self._document.plan is None:
            return None, Listing(BY_ID["tasks"], (), {})
        nothing = Listing(register, (), {})
        listing = self._document.query(
            lambda file: record_listing.read_listing(file, register, {"id": key}), nothing
        )
        return listing.by_id.get(key), listing

    def _write(self, name: str, value: object) -> None:
        register_id, key = self._shown
        self._document.execute(
            lambda file: registers.set_values(file, BY_ID[register_id], [key], {name: value})
        )

    def _on_changed(self, _change_set: object) -> None:
        if self.isVisible() and self._shown[1]:
            self.show_record(*self._shown)
