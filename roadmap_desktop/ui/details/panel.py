"""Everything of the chosen activity, editable where it stands."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.references import owner_value
from roadmap_desktop.model.rows import ActivityRow, Plan
from roadmap_desktop.operations.plan import activities
from roadmap_desktop.ui.details.drop_area import DropArea
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.selection import Selection
from roadmap_desktop.ui.settings import Settings
from roadmap_desktop.ui.theme import scaled

if TYPE_CHECKING:
    from roadmap_desktop.ui.details.attachments import AttachmentsList
    from roadmap_desktop.ui.details.form import DetailsForm
    from roadmap_desktop.ui.details.history_list import HistoryList
    from roadmap_desktop.ui.details.place_of_work import PlaceOfWork
    from roadmap_desktop.ui.details.plan_task import PlanTaskButton
    from roadmap_desktop.ui.details.record_details import RecordDetails
    from roadmap_desktop.ui.details.school_progress import SchoolProgressLine
    from roadmap_desktop.ui.details.several import SeveralChosen


class DetailsPanel(QScrollArea):
    """Follows the selection. What is typed is written when its field is left, or another activity is chosen.
    ``place_wanted`` carries the page of a register that is to be opened, ``record_wanted`` a register's id and a
    key; ``filled`` tells that there is something to show, or nothing any more."""

    place_wanted = Signal(str)
    filled = Signal()
    record_wanted = Signal(str, str)

    def __init__(self, document: RoadmapDocument, selection: Selection, settings: Settings) -> None:
        super().__init__()
        self.setObjectName("details")
        self.setWidgetResizable(True)
        self.setMinimumWidth(scaled(260))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._document = document
        self._selection = selection
        self._settings = settings
        self._form: DetailsForm | None = None
        self._several: SeveralChosen | None = None
        self._record: RecordDetails | None = None
        self._schools: SchoolProgressLine | None = None
        self._places: PlaceOfWork | None = None
        self._plan: PlanTaskButton | None = None
        self._files: AttachmentsList | None = None
        self._history: HistoryList | None = None
        self._column = QVBoxLayout()
        self._lay_out()
        # Moving through the table by keys must not wait for each activity's files and history.
        self._rest_timer = QTimer(self, singleShot=True, interval=0)
        self._rest_timer.timeout.connect(self._show_rest)
        selection.changed.connect(self._on_selection)
        document.changed.connect(self._show)
        document.leaving.connect(self.commit_pending)
        document.replaced.connect(self._on_replaced)
        document.access_changed.connect(self._on_access)

    def commit_pending(self) -> None:
        """Writes what is typed and not written yet."""
        for part in (self._form, self._record):
            if part is not None:
                part.commit()

    def show_record(self, register_id: str, key: str) -> None:
        """Shows a record of a register until an activity is chosen; none for empty words."""
        if self._record is None and register_id:
            from roadmap_desktop.ui.details.record_details import RecordDetails

            self._record = RecordDetails(self._document)
            self._record.opening.connect(self.record_wanted)
            self._column.insertWidget(0, self._record)
        if self._record is not None:
            shown = self._record.show_record(register_id, key)
            self._record.setVisible(shown)
            self.filled.emit()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is chosen that it could show."""
        has_record = self._record is not None and not self._record.isHidden()
        return self._row() is None and len(self._selection.ids) < 2 and not has_record

    @property
    def history_text(self) -> str:
        """The history as it is shown."""
        self._show_history()
        return self._history.text.text() if self._history else ""

    def edit_field(self, name: str) -> None:
        """Puts the caret into a field of the chosen activity."""
        if self._form is not None and self._row() is not None:
            self._form.edit(name)

    def tell_result(self) -> bool:
        """Puts the caret where the result of what is done is to be told, and answers whether it is."""
        row = self._row()
        is_wanted = row is not None and row.state is State.DONE and not row.actual_result
        if is_wanted:
            self.edit_field("actual_result")
        return is_wanted

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show()

    def _lay_out(self) -> None:
        inner = DropArea(lambda: self._row() is not None)
        inner.dropped.connect(self.attach)
        inner.setObjectName("details-inner")
        self._column.setContentsMargins(14, 14, 10, 14)
        self._column.setSpacing(8)
        self._column.addStretch(1)
        inner.setLayout(self._column)
        self.setWidget(inner)

    def _on_selection(self) -> None:
        self.commit_pending()
        if self._selection.ids:
            self.show_record("", "")
        self._show()
        self.filled.emit()

    def _on_replaced(self) -> None:
        if self._form is not None:
            self._form.forget()
        self.show_record("", "")
        self._on_access()
        self._show()

    def _on_access(self) -> None:
        for part in (self._form, self._files, self._several, self._record):
            if part is not None:
                part.allow(self._document.can_edit)

    def _row(self) -> ActivityRow | None:
        plan, current = self._document.plan, self._selection.current
        if plan is None or current is None or len(self._selection.ids) > 1:
            return None
        return plan.by_id.get(current)

    def _show(self, _change_set: object = None) -> None:
        if not self.isVisible():
            return
        row, several = self._row(), len(self._selection.ids) > 1
        self._show_several(several)
        plan = self._document.plan
        if row is not None and plan is not None:
            self._built_form(plan).show_activity(row, plan, self._document.today())
            self._rest_timer.start()
        for part in (self._form, self._plan, self._files, self._history):
            if part is not None:
                part.setVisible(row is not None)
        # Whether these have anything to show is known when they have read.
        for later in (self._schools, self._places):
            if later is not None and row is None:
                later.hide()

    def _built_form(self, plan: Plan) -> "DetailsForm":
        """The form, the files and the history below it are built when an activity is first chosen: start-up counts."""
        if self._form is None:
            from roadmap_desktop.ui.details.attachments import AttachmentsList
            from roadmap_desktop.ui.details.form import DetailsForm
            from roadmap_desktop.ui.details.history_list import HistoryList
            from roadmap_desktop.ui.details.place_of_work import PlaceOfWork
            from roadmap_desktop.ui.details.plan_task import PlanTaskButton
            from roadmap_desktop.ui.details.school_progress import SchoolProgressLine

            self._form = DetailsForm(plan, self._document.may_edit)
            self._form.written.connect(self._write)
            self._places = PlaceOfWork(self._document)
            self._places.place_wanted.connect(self.place_wanted)
            self._places.record_wanted.connect(self.record_wanted)
            self._plan = PlanTaskButton(self._document, self._row)
            self._schools = SchoolProgressLine(self._document)
            self._schools.wanted.connect(lambda: self.place_wanted.emit("by_school"))
            self._files = AttachmentsList(self._document)
            self._on_access()
            self._history = HistoryList(self._document)
            parts = (self._form, self._schools, self._places, self._plan, self._files, self._history)
            for index, part in enumerate(parts):
                self._column.insertWidget(index, part)
        return self._form

    def _show_several(self, several: bool) -> None:
        if several and self._several is None:
            from roadmap_desktop.ui.details.several import SeveralChosen

            self._several = SeveralChosen(self._document, self._selection)
            self._several.allow(self._document.can_edit)
            self._column.insertWidget(0, self._several)
        if self._several is not None:
            self._several.show_chosen(several)

    def _write(self, name: str, value: object) -> None:
        plan = self._document.plan
        if plan is not None and self._form is not None:
            ids = [self._form.activity_id]
            made = self._document.execute(lambda file: activities.set_field(file, plan, ids, name, value))
            if made is not None and name == "state" and self._form.editors[name].was_listed:
                self.tell_result()

    def attach(self, paths: list[Path]) -> None:
        """Attaches files that were dropped or pasted to the chosen activity."""
        row = self._row()
        if row is not None and self._files is not None:
            self._files.attach(owner_value("activity", row.id), paths)

    def _show_rest(self) -> None:
        row = self._row()
        if row is not None and self._places is not None and self.isVisible():
            self._places.show_activity(row.id)
        if row is not None and self._schools is not None and self.isVisible():
            self._schools.show_activity(row.id)
        self._show_history()
        if row is not None and self._files is not None and self.isVisible():
            self._files.show_files_of(owner_value("activity", row.id))

    def _show_history(self) -> None:
        row = self._row()
        if row is not None and self._history is not None and self.isVisible():
            self._history.show_activity(row.id)
