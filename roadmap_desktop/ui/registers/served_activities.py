"""The activities of the roadmap that a record serves: linked, unlinked, gone to."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from roadmap_desktop.errors import UserError
from roadmap_desktop.model.register import Register
from roadmap_desktop.model.rows import ActivityRow
from roadmap_desktop.operations.plan import activity_links
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.editors import LinkEditor

_COLUMNS = ("№", "Мероприятие", "Срок", "Состояние")
_WIDTHS = {0: 44, 2: 180, 3: 130}
_EMPTY = "Запись пока не связана ни с одним мероприятием. Выберите мероприятие ниже."
_MOST_HEIGHT = 330
_KEY = Qt.ItemDataRole.UserRole


class ServedActivities(QWidget):
    """``wanted`` carries the key of an activity to go to. Every link is written at once."""

    wanted = Signal(str)

    def __init__(self, document: RoadmapDocument, register: Register, record_id: str) -> None:
        super().__init__()
        self._document, self._register, self._record_id = document, register, record_id
        self.table = _Activities()
        self.table.removing.connect(self._unlink)
        self.table.itemActivated.connect(lambda item: self.wanted.emit(self._key(item.row())))
        self.table.itemSelectionChanged.connect(self._allow)
        self._empty = QLabel(_EMPTY)
        self._empty.setObjectName("start-hint")
        self._empty.setWordWrap(True)
        self._foot = QHBoxLayout()
        self._foot.setSpacing(8)
        self.choice: LinkEditor | None = None
        self.unlink = QPushButton("Отвязать")
        self.unlink.setAutoDefault(False)
        self.unlink.clicked.connect(self._unlink)
        self._foot.addWidget(self.unlink)
        title = QLabel("К каким мероприятиям дорожной карты относится запись")
        title.setObjectName("details-caption")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (title, self._empty, self.table):
            column.addWidget(part)
        column.addLayout(self._foot)
        document.changed.connect(self.fill)
        self.fill()

    def fill(self, _change_set: object = None) -> None:
        """Reads the links anew."""
        nothing: tuple[str, ...] = ()
        keys = self._document.query(
            lambda file: activity_links.activities_of(file, self._register, self._record_id), nothing
        )
        plan = self._document.plan
        rows = [plan.by_id[key] for key in keys if key in plan.by_id] if plan is not None else []
        self.table.show_rows(rows)
        self.table.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        self._offer({row.id for row in rows})
        self._allow()

    def _offer(self, linked: set[str]) -> None:
        """A fresh list of the activities that are not linked yet."""
        plan = self._document.plan
        if plan is None:
            return
        if self.choice is not None:
            self._foot.removeWidget(self.choice)
            self.choice.hide()
            self.choice.deleteLater()
        names = [(row.id, f"{row.number}. {row.name}") for row in plan.activities if row.id not in linked]
        self.choice = _Choice(names)
        self.choice.set_placeholder("Связать с мероприятием: номер или слово")
        self.choice.setAccessibleName("Связать с мероприятием")
        self.choice.committed.connect(self._link)
        self._foot.insertWidget(0, self.choice, 1)

    def _link(self) -> None:
        assert self.choice is not None
        try:
            key = self.choice.value()
        except UserError:
            # Half a name: the list beneath shows what it could be.
            return
        if key:
            self._document.execute(
                lambda file: activity_links.link(file, self._register, self._record_id, [key])
            )

    def _unlink(self) -> None:
        keys = [self._key(index.row()) for index in self.table.selectionModel().selectedRows()]
        if keys and self._document.can_edit:
            self._document.execute(
                lambda file: activity_links.unlink(file, self._register, self._record_id, keys)
            )

    def _allow(self) -> None:
        if self.choice is not None:
            self.choice.setEnabled(self._document.can_edit)
        self.unlink.setEnabled(self._document.can_edit and bool(self.table.selectionModel().selectedRows()))
        self.unlink.setVisible(self.table.rowCount() > 0)

    def _key(self, row: int) -> str:
        return str(self.table.model().index(row, 0).data(_KEY))


class _Choice(LinkEditor):
    """Enter links; it does not save and close the dialog."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()


class _Activities(QTableWidget):
    removing = Signal()

    def __init__(self) -> None:
        super().__init__(0, len(_COLUMNS))
        self.setTabKeyNavigation(False)
        self.setAccessibleName("Мероприятия записи")
        self.setHorizontalHeaderLabels(_COLUMNS)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        for place, width in _WIDTHS.items():
            self.setColumnWidth(place, width)

    def show_rows(self, rows: list[ActivityRow]) -> None:
        """Shows activities in the plan's order."""
        self.setRowCount(len(rows))
        for index, row in enumerate(rows):
            for column, text in enumerate((row.number, row.name, row.due_text, row.state.value)):
                item = QTableWidgetItem(text)
                item.setData(_KEY, row.id)
                self.setItem(index, column, item)
        self.resizeRowsToContents()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resizeRowsToContents()
        self._fit()

    def _fit(self) -> None:
        """As high as its rows, within reason."""
        rows = sum(self.rowHeight(index) for index in range(self.rowCount()))
        self.setFixedHeight(min(rows + self.horizontalHeader().sizeHint().height() + 4, _MOST_HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            # A key that is held takes one.
            if not event.isAutoRepeat():
                self.removing.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentItem() is not None:
            self.itemActivated.emit(self.currentItem())
        else:
            super().keyPressEvent(event)
