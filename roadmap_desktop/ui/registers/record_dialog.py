"""The dialog of a record: its form, then what belongs to it on tabs."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from roadmap_desktop.model.field import FieldKind
from roadmap_desktop.model.record_names import name_of
from roadmap_desktop.model.references import owner_value
from roadmap_desktop.model.register import Register, Related, Tab
from roadmap_desktop.model.registers.activities import ACTIVITIES
from roadmap_desktop.operations.registers import record_listing, registers
from roadmap_desktop.ui import messages
from roadmap_desktop.ui.dialogs import save_by_keys
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.registers.choices import link_choices
from roadmap_desktop.ui.registers.files_page import FilesPage
from roadmap_desktop.ui.registers.record_form import RecordForm
from roadmap_desktop.ui.registers.record_history import RecordHistory
from roadmap_desktop.ui.registers.record_printing import record_buttons
from roadmap_desktop.ui.registers.related_list import RelatedList
from roadmap_desktop.ui.registers.served_activities import ServedActivities
from roadmap_desktop.ui.screen_room import resize_within_screen, scrolled

_SIZE = (980, 640)
_FORM_TAB = "Общие сведения"
_GONE = "Эту запись удалили. Закройте окно или отмените удаление."


class RecordDialog(QDialog):
    """``id_`` is empty for a new record, which begins with ``values``. ``saved`` carries the key. The form is written
    as a whole by «Сохранить»; what stands on the tabs is written at once, so a new record is saved before they open."""

    guide: str = "registers#Окно записи"
    saved = Signal(str)
    record_wanted = Signal(str, str)  # a register's id, and a key
    # A record of a list is to be opened over this one: its register, its key, and what a new one begins with.
    dialog_wanted = Signal(object, str, object)

    def __init__(
        self,
        document: RoadmapDocument,
        register: Register,
        id_: str = "",
        values: Mapping[str, Any] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._document, self.register, self.record_id = document, register, id_
        if register.is_page:
            self.guide = f"registers#{register.title}"
        self.serves: tuple[str, ...] = ()  # keys of the activities that a new record serves
        self._given = values or {}
        plan = document.plan
        assert plan is not None
        self._first = registers.first_values(register, plan.info.period, document.today())
        resize_within_screen(self, *_SIZE)
        self.form = RecordForm(register, partial(link_choices, document, register), plan.info.period)
        self._said = QLabel()
        self._said.setObjectName("mistake")
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._said.setWordWrap(True)
        self._built: dict[int, QWidget] = {}
        self._pages: list[tuple[str, Any]] = [(tab.title, partial(self._lists, tab)) for tab in register.tabs]
        if register is not ACTIVITIES and "activity_id" not in {field.name for field in register.fields}:
            self._pages.append(("Мероприятия", self._activities))
        if register.takes_files:
            self._pages.append(
                ("Документы", lambda: FilesPage(document, owner_value(register.table, self.record_id)))
            )
        self._pages.append(("История", lambda: RecordHistory(document, register, self.record_id)))
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self._area = scrolled(self.form)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tabs.addTab(self._area, _FORM_TAB)
        for title, _ in self._pages:
            self.tabs.addTab(QWidget(), title)
        self.tabs.currentChanged.connect(self._on_tab)
        self._lay_out()
        self._allow()
        self._read(self._given)
        document.changed.connect(self._on_changed)
        document.access_changed.connect(self._allow)
        self.form.changed.connect(self._notice_alike)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Of one that is made like another the name is what must differ.
        named = map(self.register.field, self.register.named_by)
        is_copy = any(self._given.get(field.name) for field in named if not field.references)
        years = [field.name for field in self.register.fields if field.kind is FieldKind.YEAR]
        self.form.begin(() if is_copy else [*self._given, *years])

    def accept(self) -> None:
        """Writes the form and closes; stays while something is mistaken."""
        if self.save():
            super().accept()

    def save(self) -> bool:
        """Writes what was changed in the form, as one step of undo. Returns whether it is on the disk."""
        values = self.form.values()
        if values is None:
            self.tabs.setCurrentIndex(0)
            self._area.ensureWidgetVisible(self.form.focusWidget())
            return False
        changes = {name: values[name] for name in self.form.changes}
        if self.record_id and not changes:
            return True
        if not self._write(values, changes):
            return False
        # What the form has made beside the record can be chosen from now on.
        self.form.forget()
        self._read({})
        self.saved.emit(self.record_id)
        return True

    def reject(self) -> None:
        """Closes; what was typed and not saved is asked about."""
        if self.form.changes and self._document.can_edit and self.isVisible():
            messages.ask_which(
                self,
                self.windowTitle(),
                "В форме есть несохранённые изменения. Сохранить их?",
                [("Сохранить", self.accept), ("Не сохранять", super().reject)],
                "Вернуться к форме",
            )
            return
        super().reject()

    def _write(self, values: Mapping[str, Any], changes: Mapping[str, Any]) -> bool:
        """Writes the changes, or the whole of a new record, whose key is known from then on."""
        ids = [self.record_id]
        if self.record_id:
            return bool(
                self._document.execute(lambda file: registers.set_values(file, self.register, ids, changes))
            )
        made: list[str] = []

        def add(file: Any) -> Any:
            id_, change_set = registers.add_record(file, self.register, values, self.serves)
            made.append(id_)
            return change_set

        if self._document.execute(add) is None:
            return False
        self.record_id = made[0]
        return True

    def _lay_out(self) -> None:
        self._cancel, self._save = QPushButton("Отмена"), QPushButton("Сохранить")
        self._cancel.setAutoDefault(False)
        self._save.setProperty("primary", True)
        save_by_keys(self)
        self._cancel.clicked.connect(self.reject)
        self._save.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.setContentsMargins(18, 10, 18, 12)
        foot.setSpacing(8)
        for button in record_buttons(self._document, self.register, self):
            foot.addWidget(button)
        foot.addWidget(self._said, 1)
        foot.addWidget(self._cancel)
        foot.addWidget(self._save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        bar = QFrame()
        bar.setObjectName("dialog-foot")
        bar.setLayout(foot)
        column.addWidget(self.tabs, 1)
        column.addWidget(bar)

    def _read(self, values: Mapping[str, Any]) -> None:
        if not self.record_id:
            self.form.show_values(self._first | dict(values))
            self._name({})
            return
        listing = self._listing()
        row = listing.by_id.get(self.record_id)
        if row is None:
            self._said.setText(_GONE)
            self._save.setEnabled(False)
            return
        self.form.show_values(
            {field.name: listing.entered(row, field) for field in self.register.fields}, self.form.changes
        )
        self._name(listing.values(row), listing.names)

    def _listing(self) -> record_listing.Listing:
        empty = record_listing.Listing(self.register, (), {})
        where = {"id": self.record_id}
        return self._document.query(
            lambda file: record_listing.read_listing(file, self.register, where), empty
        )

    def _name(self, values: Mapping[str, Any], names: Mapping[str, Any] | None = None) -> None:
        name = name_of(self.register, values, names or {})
        caption = self.register.record.caption
        self.setWindowTitle(f"{caption} — {name}" if name else f"Новая запись — {caption.lower()}")

    def _on_changed(self, _change_set: object) -> None:
        if not self.record_id:
            return
        self._said.setText("")
        self._allow()
        self._read({})
        for page in self._built.values():
            for related in page.findChildren(RelatedList):
                related.fill()

    def _allow(self) -> None:
        self._save.setEnabled(self._document.can_edit)
        self.form.allow(self._document.can_edit)

    def _notice_alike(self) -> None:
        names = self.register.unique_by
        values = {name: self.form.kept(name) for name in names}
        if not all(isinstance(value, (str, type(None))) or value for value in values.values()):
            return
        found = self._document.query(
            lambda file: registers.same_record(file, self.register, values, self.record_id), ""
        )
        self._said.setText(f"Такая запись уже есть: «{found}»." if found else "")

    def _on_tab(self, index: int) -> None:
        if index == 0:
            return
        if not self.record_id and not self.save():
            self.tabs.setCurrentIndex(0)
            return
        if index not in self._built:
            title, build = self._pages[index - 1]
            page = self._built[index] = build()
            self.tabs.blockSignals(True)
            self.tabs.removeTab(index)
            self.tabs.insertTab(index, page, title)
            self.tabs.setCurrentIndex(index)
            self.tabs.blockSignals(False)
        # Else it goes to the next button there is, and Enter prints instead of adding.
        self.tabs.tabBar().setFocus()

    def _lists(self, tab: Tab) -> QWidget:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(14)
        self.fill_tab(tab, column)
        column.addStretch(1)
        return scrolled(inner)

    def fill_tab(self, tab: Tab, column: QVBoxLayout) -> None:
        """Puts the lists of a tab one beneath another; a register with a need of its own adds to them."""
        for related in tab.lists:
            found = self.related_list(related)
            if len(tab.lists) == 1:
                found.take_room()
            column.addWidget(found)

    def related_list(self, related: Related) -> RelatedList:
        """A list of what belongs to the record."""
        found = RelatedList(self._document, related, self.record_id)
        found.dialog_wanted.connect(self.dialog_wanted)
        return found

    def _activities(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(14)
        served = ServedActivities(self._document, self.register, self.record_id)
        served.wanted.connect(partial(self.go_to, ACTIVITIES.id))
        column.addWidget(served)
        self.fill_activities(column)
        column.addStretch(1)
        return scrolled(page)

    def fill_activities(self, column: QVBoxLayout) -> None:
        """Puts beneath the activities what else a register tells about them."""

    def go_to(self, sort: str, id_: str) -> None:
        """Closes, and asks for a record that is elsewhere."""
        # Not while something is typed and not saved: the question of that stays open then.
        self.reject()
        if not self.isVisible():
            self.record_wanted.emit(sort, id_)
