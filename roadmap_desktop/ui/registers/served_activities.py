"""The activities that a record serves: linked and unlinked in its dialog."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from roadmap_desktop.errors import KnownError
from roadmap_desktop.model.register import Register
from roadmap_desktop.model.rows import ActivityRow
from roadmap_desktop.operations import activity_links
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.merging.parts import button
from roadmap_desktop.ui.registers.editors import Choices, LinkEditor

_HINT = "Запись видна в карточке каждого мероприятия, с которым связана."
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ServedActivities(QWidget):
    """A list, and below it the line that links one more. Every choice is written at once."""

    def __init__(self, document: RoadmapDocument, register: Register, record_id: str) -> None:
        super().__init__()
        self._document, self._register, self._record_id = document, register, record_id
        caption, hint = QLabel("Связанные мероприятия"), QLabel(_HINT)
        caption.setObjectName("details-caption")
        hint.setObjectName("start-hint")
        self.list = QListWidget()
        self.list.setObjectName("sections")
        self.list.setAccessibleName("Связанные мероприятия")
        self.list.setWordWrap(True)
        self.list.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.list.itemSelectionChanged.connect(self._allow)
        self.choice = _ActivityChoice(self._choices())
        self.choice.committed.connect(self._link)
        self.unlink = button("Отвязать", self._unlink)
        self._mistake = QLabel()
        self._mistake.setObjectName("mistake")
        self._mistake.setTextFormat(Qt.TextFormat.PlainText)
        foot = QHBoxLayout()
        foot.addWidget(self.choice, 1)
        foot.addWidget(self.unlink)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(8)
        for part in (caption, hint, self.list):
            column.addWidget(part)
        column.addLayout(foot)
        column.addWidget(self._mistake)
        document.changed.connect(self._fill)
        document.access_changed.connect(self._allow)
        self._fill()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.unlink.isEnabled():
            self._unlink()
        else:
            super().keyPressEvent(event)

    def _choices(self) -> Choices:
        plan = self._document.plan
        return [(row.id, _line(row)) for row in plan.activities] if plan is not None else []

    def _fill(self, _change_set: object = None) -> None:
        plan = self._document.plan
        nothing: tuple[str, ...] = ()
        ids = self._document.ask(
            lambda file: activity_links.activities_of(file, self._register, self._record_id), nothing
        )
        self.list.clear()
        for id_ in ids if plan is not None else ():
            row = plan.by_id[id_]
            item = QListWidgetItem(f"{_line(row)}\n{row.due_text or 'срок не указан'} · {row.state}")
            item.setData(Qt.ItemDataRole.UserRole, id_)
            self.list.addItem(item)
        self._allow()

    def _allow(self) -> None:
        self.choice.setEnabled(self._document.can_edit)
        self.unlink.setEnabled(self._document.can_edit and bool(self.list.selectedItems()))

    def _link(self) -> None:
        try:
            wanted = self.choice.value()
        except KnownError as error:
            self._mistake.setText(str(error))
            return
        self._mistake.clear()
        if wanted is not None:
            self.choice.set_value(None)
            self._document.do(
                lambda file: activity_links.link(file, self._register, self._record_id, [wanted])
            )

    def _unlink(self) -> None:
        chosen = [item.data(Qt.ItemDataRole.UserRole) for item in self.list.selectedItems()]
        self._document.do(lambda file: activity_links.unlink(file, self._register, self._record_id, chosen))


class _ActivityChoice(LinkEditor):
    """Enter links; it does not save and close the dialog."""

    def __init__(self, choices: Choices) -> None:
        super().__init__(choices)
        self.setAccessibleName("Связать с мероприятием")
        self.lineEdit().setAccessibleName("Связать с мероприятием")
        self.lineEdit().setPlaceholderText("Связать с мероприятием: номер или слова из названия")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in _ENTER:
            event.accept()


def _line(row: ActivityRow) -> str:
    return f"{row.number}. {' '.join(row.name.split())}"
