"""A page that is one table, of the plan or of a register: its line of chips, the table, and words where it is empty."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.page import Page
from roadmap_desktop.ui.table.chips import FilterChips
from roadmap_desktop.ui.table.empty_state import EmptyState
from roadmap_desktop.ui.table.listing import RowFilter
from roadmap_desktop.ui.table.page_header import Button, PageHeader
from roadmap_desktop.ui.table.view import TableView

if TYPE_CHECKING:
    from roadmap_desktop.operations.printing.printing import Report


class ListPage(Page):
    """``centre`` is what stands under the line, the view itself unless it is given."""

    can_add = True
    can_search = True

    def __init__(
        self,
        document: RoadmapDocument,
        view: TableView,
        buttons: Sequence[Button] = (),
        folded: Sequence[str] = (),
        centre: QWidget | None = None,
    ) -> None:
        super().__init__()
        self.document, self.view, self.model = document, view, view.model()
        self.chips = FilterChips(self.model)
        self.empty = EmptyState(view.viewport())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(PageHeader(self.model.cells.register.title, self.chips, buttons, folded))
        column.addWidget(centre or view, 1)
        self.setFocusProxy(view)
        self.model.filtered.connect(self.show_emptiness)
        self.model.records_changed.connect(self.show_emptiness)
        self.empty.clicked.connect(self.on_empty_clicked)

    def set_search(self, text: str) -> None:
        self.model.search(text)

    def show_all(self) -> None:
        """Lists every row again."""
        self.model.filter_by(RowFilter())
        self.search_reset.emit()

    def show_record(self, id_: str) -> None:
        """Chooses a record, past a filter that would hide it, and scrolls to it."""
        self.bring_into_sight([id_])

    def bring_into_sight(self, ids: Sequence[str]) -> None:
        """Chooses records, past a filter that would hide one, and scrolls to the first."""
        if any(self.model.place_of(id_) is None for id_ in ids):
            self.show_all()
        self.choose(ids)

    def choose(self, ids: Sequence[str]) -> None:
        """Chooses records that are listed and scrolls to the first."""
        self.view.choose(ids)

    def change_selected(self) -> None:
        """Asks for a value that a field of all chosen records is to have."""
        from roadmap_desktop.ui.registers.change_selected import change_selected

        register, chosen = self.model.cells.register, self.view.chosen()
        change_selected(self.document, register, chosen, self.window(), self.told.emit)

    def shown_records(self) -> Mapping[str, Sequence[str]]:
        return {self.model.cells.register.id: [row.id for row in self.model.rows]}

    def shown_report(self) -> "Report":
        """What is listed, in the columns that are shown, as a report to print."""
        from roadmap_desktop.ui.table.printed import shown_report

        return shown_report(self.view)

    def show_emptiness(self) -> None:
        """Says so where no row is listed."""
        if self.model.rows or self.model.row_filter.is_open:
            self.empty.hide()
        else:
            self.empty.say("Ничего не найдено.", "Сбросить поиск и отбор")

    def on_empty_clicked(self) -> None:
        """Does what the words offer."""
        self.show_all()
