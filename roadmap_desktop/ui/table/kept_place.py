"""What a reset of the model must not lose: the chosen rows, the current cell, and what stands at the top."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QTableView

from roadmap_desktop.ui.table.model import TableModel


class KeptPlace(NamedTuple):
    """``offset`` is how far the row ``top`` begins below the top of the view (above it: negative)."""

    chosen: tuple[str, ...] = ()
    current: str | None = None
    column: int = 0
    top: str | None = None
    offset: int = 0

    @classmethod
    def of(cls, view: QTableView, model: TableModel, chosen: tuple[str, ...]) -> "KeptPlace":
        """The place as it is now, by keys of activities; ``chosen`` are those of the chosen rows."""
        current, header = view.currentIndex(), view.verticalHeader()
        ids = [row.id for row in model.rows]
        top = header.visualIndexAt(0)
        has_top = 0 <= top < len(ids)
        return cls(
            chosen=chosen,
            current=ids[current.row()] if 0 <= current.row() < len(ids) else None,
            column=max(current.column(), 0),
            top=ids[top] if has_top else None,
            offset=header.sectionViewportPosition(top) if has_top else 0,
        )

    def restore(self, view: QTableView, model: TableModel, choose: Callable[[list[int]], object]) -> None:
        """Chooses the same rows by ``choose``, as far as they are listed still, and scrolls to where the view was.
        After a search or a sort the current row comes into sight instead, or the top of the list."""
        current = model.row_of(self.current) if self.current else None
        if current is not None:
            index = model.index(current, self.column)
            view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        choose(model.places_of(self.chosen))
        top = model.row_of(self.top) if self.top else None
        if model.keeps_place and top is not None:
            view.verticalScrollBar().setValue(view.verticalHeader().sectionPosition(top) - self.offset)
        elif current is not None:
            view.scrollTo(view.currentIndex())
        else:
            view.scrollToTop()
