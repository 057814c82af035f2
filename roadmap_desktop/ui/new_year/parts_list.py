"""What of the old file comes into the new one: ticked, with how many records there are."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from roadmap_desktop.operations.new_year.drafting import PartTold

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_TICKED = {True: Qt.CheckState.Checked, False: Qt.CheckState.Unchecked}
_INDENT = "     "
_NEEDS_OTHERS = "Отмечено, но не войдёт: не отмечены записи, к которым это относится."


class PartsList(QTreeWidget):
    """``chosen_changed`` when a part was ticked or unticked."""

    chosen_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        # Rows that are filled in before the style sheet is known keep the height they had without it.
        self.ensurePolished()
        self.setAccessibleName("Что перенести")
        self.setHeaderLabels(["Что перенести", "Записей"])
        self.headerItem().setTextAlignment(1, _RIGHT)
        self.setRootIsDecorated(False)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._parts: tuple[PartTold, ...] = ()
        self._items: list[QTreeWidgetItem] = []
        self.itemChanged.connect(lambda _item, column: self.chosen_changed.emit() if column == 0 else None)

    @property
    def chosen(self) -> frozenset[str]:
        """The keys of the parts that are ticked."""
        ticked = [item.checkState(0) == Qt.CheckState.Checked for item in self._items]
        return frozenset(part.id for part, is_ticked in zip(self._parts, ticked, strict=True) if is_ticked)

    def show_parts(self, parts: Sequence[PartTold]) -> None:
        """Shows these; the same ones stay where they are."""
        with QSignalBlocker(self):
            if [part.id for part in parts] != [part.id for part in self._parts]:
                self.clear()
                self._items = [QTreeWidgetItem() for _ in parts]
                self.addTopLevelItems(self._items)
            self._parts = tuple(parts)
            for item, part in zip(self._items, parts, strict=True):
                self._fill(item, part)

    def _fill(self, item: QTreeWidgetItem, part: PartTold) -> None:
        is_lacking = part.is_chosen and not part.coming
        item.setText(0, (_INDENT if part.is_nested else "") + part.title)
        item.setToolTip(0, _NEEDS_OTHERS if is_lacking else part.title)
        item.setCheckState(0, _TICKED[part.is_chosen])
        count = str(part.total) if part.coming == part.total else f"{part.coming} из {part.total}"
        item.setText(1, count)
        item.setTextAlignment(1, _RIGHT)
