"""A page that is one table, of the plan or of a register: its line of chips, the table, and words where it is empty."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from roadmap_desktop.model.russian import counted
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.page import Page
from roadmap_desktop.ui.table.chips import FilterChips
from roadmap_desktop.ui.table.empty_state import EmptyState
from roadmap_desktop.ui.table.group_menu import fill_groups
from roadmap_desktop.ui.table.listing import RowFilter
from roadmap_desktop.ui.table.page_header import Button, PageHeader
from roadmap_desktop.ui.table.saved_views import SavedViews
from roadmap_desktop.ui.table.view import TableView

if TYPE_CHECKING:
    from roadmap_desktop.operations.printing.printing import Report


# What is remembered where rows are to stand beneath no captions.
_NO_GROUPS = "-"


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
        self.views = SavedViews(view)
        self._keep_grouping()
        self.chips = FilterChips(self.model)
        self.empty = EmptyState(view.viewport())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(PageHeader(self.model.cells.register.title, self.chips, buttons, folded))
        column.addWidget(centre or view, 1)
        self.starts_at = view
        self.model.filtered.connect(self.show_emptiness)
        self.model.records_changed.connect(self.show_emptiness)
        self.model.filtered.connect(self.status_changed)
        self.empty.clicked.connect(self.on_empty_clicked)
        self.views.applied.connect(self.search_reset)
        self.views.told.connect(self.told)
        view.header.fill_more = self._fill_more

    @property
    def status_text(self) -> str:
        """How many records are shown, where it is not all."""
        shown, all_ = len(self.model.listed), len(self.model.listing.rows)
        _, few, many = self.model.cells.register.plural_forms
        return f"показано {shown} из {counted(all_, few, many, many)}" if shown != all_ else ""

    @property
    def chosen_id(self) -> str:
        return next(iter(self.view.chosen()), "")

    def set_search(self, text: str) -> None:
        self.model.filter_by(self.model.row_filter.searching(text))

    def fill_groups(self, menu: QMenu) -> None:
        fill_groups(menu, self.model)

    def fill_views(self, menu: QMenu) -> None:
        self.views.fill(menu)

    def show_all(self) -> None:
        """Lists every row again."""
        self.model.filter_by(RowFilter())
        self.search_reset.emit()

    def show_record(self, id_: str) -> None:
        """Chooses a record, past a filter that would hide it, and scrolls to it; or to the caption with that key."""
        if id_ in self.model.listing.by_id:
            self.bring_into_sight([id_])
        else:
            self._show_caption(id_)

    def shows(self, register_id: str, _id: str) -> bool:
        return register_id == self.model.cells.register.id

    def show_changed(self, ids: list[str]) -> None:
        if len(ids) == 1:
            self.show_record(ids[0])
        elif not set(ids) <= set(self.view.chosen()):
            self.bring_into_sight(ids)

    def bring_into_sight(self, ids: Sequence[str]) -> None:
        """Chooses records, past a filter that would hide one or a caption that is folded, and scrolls to the first."""
        if not {row.id for row in self.model.listed}.issuperset(ids):
            self.show_all()
        by = self.model.grouping
        if by is not None and self.model.folded:
            wanted = set(ids)
            rows = [row for row in self.model.listed if row.id in wanted]
            self.model.fold(self.model.folded.difference(by.keys(rows)))
        self.choose(ids)

    def _show_caption(self, key: str) -> None:
        own = next((each.name for each in self.model.groupings.values() if each.is_own), None)
        if self.model.row_of(f"caption/{key}") is None and own is not None:
            # Captions of sections stand where the rows do in their own order.
            self.show_all()
            self.view.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
            self.model.group_by(own)
        self.view.go_to(f"caption/{key}", self.view.header.first_editable())

    def choose(self, ids: Sequence[str]) -> None:
        """Chooses records that are listed and scrolls to the first."""
        self.view.choose(ids)

    def change_selected(self) -> None:
        """Asks for a value that a field of all chosen records is to have."""
        from roadmap_desktop.ui.registers.change_selected import change_selected

        register, chosen = self.model.cells.register, self.view.chosen()
        change_selected(self.document, register, chosen, self.window(), self.told.emit)

    def shown_records(self) -> Mapping[str, Sequence[str]]:
        return {self.model.cells.register.id: [row.id for row in self.model.records()]}

    def shown_report(self) -> "Report":
        """What is listed, in the columns that are shown, as a report to print."""
        from roadmap_desktop.ui.table.printed import shown_report

        return shown_report(self.view)

    def _fill_more(self, menu: QMenu) -> None:
        """What the menu of the headings offers besides columns."""
        for title, fill in (("Группировать", self.fill_groups), ("Сохранённые виды", self.fill_views)):
            fill(menu.addMenu(title))

    def _keep_grouping(self) -> None:
        memory, model = self.view.memory, self.model
        if kept := memory.text("grouping"):
            model.group_by(kept)
        model.grouped.connect(
            lambda: memory.remember("grouping", model.grouping.name if model.grouping else _NO_GROUPS)
        )

    def show_emptiness(self) -> None:
        """Says so where no row is listed."""
        if self.model.listed or self.model.row_filter.is_open:
            self.empty.hide()
        else:
            self.empty.say("Ничего не найдено.", "Сбросить поиск и отбор")

    def on_empty_clicked(self) -> None:
        """Does what the words offer."""
        self.show_all()
