"""What a reset of the model must not lose: the chosen rows, the current cell, and what stands at the top."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QItemSelectionModel

from roadmap_desktop.ui.table.model import TableModel

if TYPE_CHECKING:
    from roadmap_desktop.ui.table.view import TableView


class KeptPlace(NamedTuple):
    """``offset`` is how far the row ``top`` begins below the top of the view (above it: negative)."""

    chosen: tuple[str, ...] = ()
    current: str | None = None
    column: int = 0
    top: str | None = None
    offset: int = 0

    @classmethod
    def of(cls, view: "TableView", model: TableModel) -> "KeptPlace":
        """The place as it is now, by keys of activities."""
        current, header = view.currentIndex(), view.verticalHeader()
        ids = [row.id for row in model.rows]
        top = header.visualIndexAt(0)
        has_top = 0 <= top < len(ids)
        return cls(
            chosen=view.chosen(),
            current=ids[current.row()] if 0 <= current.row() < len(ids) else None,
            column=max(current.column(), 0),
            top=ids[top] if has_top else None,
            offset=header.sectionViewportPosition(top) if has_top else 0,
        )

    def restore(self, view: "TableView", model: TableModel) -> None:
        """Chooses the same rows, as far as they are listed still, and scrolls to where the view was. After a search
        or a sort the current row comes into sight instead, or the top of the list."""
        current = model.place_of(self.current) if self.current else None
        if current is not None:
            index = model.index(current, self.column)
            view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        view.select_places(model.places_of(self.chosen))
        top = model.place_of(self.top) if self.top else None
        if model.keeps_place and top is not None:
            view.verticalScrollBar().setValue(view.verticalHeader().sectionPosition(top) - self.offset)
        elif current is not None:
            view.scrollTo(view.currentIndex())
        else:
            view.scrollToTop()
