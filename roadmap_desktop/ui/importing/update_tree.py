"""What a document would change in the plan: what is new, what is other, field by field, and what it has not."""

from html import escape

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from roadmap_desktop.model.letters import one_line
from roadmap_desktop.model.near_change import near_the_change
from roadmap_desktop.operations.plan.importing import PlanReading
from roadmap_desktop.operations.plan.updating import Choice, FieldChange, Update, proposed

_KEY = Qt.ItemDataRole.UserRole
_TICKED = {True: Qt.CheckState.Checked, False: Qt.CheckState.Unchecked}
# Groups of more rows than these are opened by hand.
_OPENED = 60
_VALUE = 0.27  # of the width
_EMPTY = "(пусто)"


class UpdateTree(QTreeWidget):
    """``chosen_changed`` when something was ticked or unticked."""

    chosen_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        # Rows that are filled in before the style sheet is known keep the height they had without it.
        self.ensurePolished()
        self.setAccessibleName("Что изменится")
        self.setHeaderLabels(["Что изменится", "Сейчас", "В документе"])
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._leaves: list[QTreeWidgetItem] = []
        self.itemChanged.connect(lambda _item, column: self.chosen_changed.emit() if column == 0 else None)

    @property
    def choice(self) -> Choice:
        """What is ticked."""
        keys = [leaf.data(0, _KEY) for leaf in self._leaves if leaf.checkState(0) == Qt.CheckState.Checked]
        return Choice(
            frozenset(row for what, row, _ in keys if what == "new"),
            frozenset((id_, field) for what, id_, field in keys if what == "field"),
            frozenset(id_ for what, id_, _ in keys if what == "gone"),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        for column in (1, 2):
            self.setColumnWidth(column, round(event.size().width() * _VALUE))
        super().resizeEvent(event)

    def show_update(self, update: Update, reading: PlanReading) -> None:
        """Shows what differs; what is ticked is what is proposed."""
        with QSignalBlocker(self):
            self.clear()
            self._leaves = []
            choice = proposed(update)
            self._show_changed(update, choice)
            self._show_new(update, reading)
            self._show_gone(update)
        self.chosen_changed.emit()

    def _show_changed(self, update: Update, choice: Choice) -> None:
        group = self._group("Изменились", len(update.changed))
        for row in update.changed:
            item = self._branch(group, f"{row.number}. {one_line(row.name)}")
            for change in row.changes:
                ticked = (row.id, change.field) in choice.fields
                leaf = self._leaf(item, change.label, ("field", row.id, change.field), ticked=ticked)
                self._tell(leaf, change)
            item.setExpanded(True)

    def _show_new(self, update: Update, reading: PlanReading) -> None:
        group = self._group("Новые", len(update.new))
        for index in update.new:
            row = reading.rows[index]
            name = f"{row.number}. {one_line(row.name)}" if row.number else one_line(row.name)
            leaf = self._leaf(group, name, ("new", index, ""), ticked=True)
            leaf.setText(2, row.due_text)

    def _show_gone(self, update: Update) -> None:
        group = self._group("Нет в документе — отметьте, чтобы удалить", len(update.gone))
        for row in update.gone:
            leaf = self._leaf(
                group, f"{row.number}. {one_line(row.name)}", ("gone", row.id, ""), ticked=False
            )
            leaf.setFirstColumnSpanned(True)

    def _tell(self, leaf: QTreeWidgetItem, change: FieldChange) -> None:
        for column, text in enumerate(near_the_change(one_line(change.old), one_line(change.new)), start=1):
            leaf.setText(column, text or _EMPTY)
        leaf.setToolTip(1, _whole(change.old))
        leaf.setToolTip(2, _whole(change.new))

    def _group(self, title: str, count: int) -> QTreeWidgetItem:
        item = QTreeWidgetItem([f"{title} ({count})"])
        if count:
            self.addTopLevelItem(item)
            item.setFirstColumnSpanned(True)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsAutoTristate | Qt.ItemFlag.ItemIsUserCheckable)
            item.setExpanded(count <= _OPENED)
        return item

    def _branch(self, parent: QTreeWidgetItem, text: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem(parent, [text])
        item.setToolTip(0, _whole(text))
        item.setFirstColumnSpanned(True)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsAutoTristate | Qt.ItemFlag.ItemIsUserCheckable)
        return item

    def _leaf(
        self, parent: QTreeWidgetItem, text: str, key: tuple[str, object, str], *, ticked: bool
    ) -> QTreeWidgetItem:
        leaf = QTreeWidgetItem(parent, [text])
        leaf.setToolTip(0, _whole(text))
        leaf.setData(0, _KEY, key)
        leaf.setCheckState(0, _TICKED[ticked])
        self._leaves.append(leaf)
        return leaf


def _whole(text: str) -> str:
    # Plain: «<» in the user's text is a letter.
    return f"<p>{escape(text)}</p>"
