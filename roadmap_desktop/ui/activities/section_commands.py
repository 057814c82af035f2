"""What is done with the sections of the plan where they stand in the table: their captions' menu, and the menu of rows
that go into one."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu

from roadmap_desktop.model.change_set import NOTHING, ChangeSet
from roadmap_desktop.model.plan_parts import NO_SECTION
from roadmap_desktop.model.roadmap import Numbering
from roadmap_desktop.model.rows import SectionRow
from roadmap_desktop.model.russian import activities_counted
from roadmap_desktop.operations.plan import roadmap
from roadmap_desktop.ui import messages
from roadmap_desktop.ui.activities.groupings import OUTSIDE, SECTIONS
from roadmap_desktop.ui.dialogs import open_dialog
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.name_dialog import NameDialog
from roadmap_desktop.ui.table.captions import Caption
from roadmap_desktop.ui.table.view import TableView

_NUMBERINGS = {
    Numbering.CONTINUOUS: "Сквозная: 1, 2, 3…",
    Numbering.BY_SECTION: "По разделам: 1.1, 1.2, 2.1…",
}


class SectionCommands(QObject):
    """``told`` carries a sentence for the status line."""

    told = Signal(str)

    def __init__(self, document: RoadmapDocument, view: TableView) -> None:
        super().__init__(view)
        self._document, self._view, self._model = document, view, view.model()

    @property
    def current(self) -> str | None:
        """The key of the section whose caption is the current row, empty above what stands in none; None elsewhere."""
        place, by = self._view.currentIndex().row(), self._model.grouping
        row = self._model.rows[place] if 0 <= place < len(self._model.rows) else None
        return row.key if isinstance(row, Caption) and by is not None and by.name == SECTIONS else None

    def open_menu(self, caption: Caption, at: QPoint) -> None:
        """Opens the menu of a caption, at a point of the view's viewport."""
        menu = QMenu(self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        by = self._model.grouping
        if by is not None and by.name == SECTIONS:
            self._fill_section(menu, caption)
            menu.addSeparator()
        menu.addAction("Свернуть все", self._fold_all)
        menu.addAction("Развернуть все", lambda: self._model.fold(()))
        menu.popup(self._view.viewport().mapToGlobal(at))

    def fill_targets(self, menu: QMenu, put_into: Callable[[str | None], object]) -> None:
        """Fills a menu with the sections that rows can be put into."""
        menu.clear()
        for section in self._sections():
            menu.addAction(section.name.replace("&", "&&"), partial(put_into, section.id))
        if self._sections():
            menu.addAction(NO_SECTION, lambda: put_into(None))
            menu.addSeparator()
        menu.addAction("Новый раздел…", self.add)

    def add(self, after: str | None = None) -> None:
        """Asks for the name of a section, and adds it after another, or at the end."""
        self._ask(
            "Новый раздел",
            "",
            "Добавить",
            lambda name: self._show(
                self._document.execute(lambda file: roadmap.add_section(file, name, after=after))
            ),
        )

    def rename(self, id_: str) -> None:
        """Asks for another name of a section."""
        name = next((section.name for section in self._sections() if section.id == id_), "")
        if name and self._document.can_edit:
            self._ask(
                "Переименовать раздел",
                name,
                "Переименовать",
                lambda name: self._document.execute(lambda file: roadmap.rename_section(file, id_, name)),
            )

    def _fill_section(self, menu: QMenu, caption: Caption) -> None:
        id_, order = caption.key, [section.id for section in self._sections()]
        is_section, can_edit = id_ != OUTSIDE, self._document.can_edit
        index = order.index(id_) if id_ in order else -1
        entries: tuple[tuple[str, Callable[[], object], bool], ...] = (
            ("Переименовать…\tF2", lambda: self.rename(id_), is_section),
            ("Новый раздел…", lambda: self.add(id_ or None), True),
            ("Удалить раздел…", lambda: self._delete(caption), is_section),
            ("Раздел выше", lambda: self._move(id_, index - 1), index > 0),
            ("Раздел ниже", lambda: self._move(id_, index + 1), is_section and index < len(order) - 1),
        )
        for text, act, is_possible in entries:
            menu.addAction(text, act).setEnabled(can_edit and is_possible)
        numbers = menu.addMenu("Нумерация")
        for numbering, text in _NUMBERINGS.items():
            action = numbers.addAction(text, partial(self._number, numbering))
            action.setCheckable(True)
            plan = self._document.plan
            action.setChecked(plan is not None and plan.info.numbering is numbering)
            action.setEnabled(can_edit)

    def _delete(self, caption: Caption) -> None:
        plan = self._document.plan
        inside = sum(row.section_id == caption.key for row in plan.activities) if plan else 0
        stay = "оно останется" if inside == 1 else "они останутся"
        left = f" В нём {activities_counted(inside)}: {stay} в плане, вне разделов." if inside else ""
        messages.ask(
            self._view.window(),
            "Удаление раздела",
            f"Удалить раздел «{caption.title}»?{left}",
            "Удалить раздел",
            lambda: self._document.execute(lambda file: roadmap.delete_section(file, caption.key)),
        )

    def _move(self, id_: str, index: int) -> None:
        self._document.execute(lambda file: roadmap.move_section(file, id_, index))
        self._go_to(id_)

    def _number(self, numbering: Numbering) -> None:
        self._document.execute(lambda file: roadmap.set_roadmap(file, {"numbering": numbering}))

    def _fold_all(self) -> None:
        self._model.fold([row.key for row in self._model.rows if isinstance(row, Caption)])

    def _ask(self, title: str, name: str, yes: str, then: Callable[[str], object]) -> None:
        dialog = NameDialog(title, "Название раздела", name, yes, self._view.window())
        dialog.named.connect(then)
        open_dialog(dialog)

    def _show(self, change_set: ChangeSet | None) -> None:
        for change in change_set.changes if change_set is not None else ():
            if change.table == "section" and change.old is NOTHING:
                self._go_to(change.record_id)

    def _go_to(self, id_: str) -> None:
        self._view.go_to(f"caption/{id_}", self._view.header.first_editable())

    def _sections(self) -> tuple[SectionRow, ...]:
        return self._document.plan.sections if self._document.plan is not None else ()
