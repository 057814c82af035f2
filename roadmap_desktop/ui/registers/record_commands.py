"""What is done with the records of a register's table, on its page and in dialogs: the menu «Правка», the menu of the
right mouse button and the keys."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject, QPoint, Signal

from roadmap_desktop.model.register import Register
from roadmap_desktop.model.russian import counted
from roadmap_desktop.ui.commands import Handlers
from roadmap_desktop.ui.dialogs import open_dialog
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.registers.deleting import ask_to_delete
from roadmap_desktop.ui.registers.record_printing import documents_of
from roadmap_desktop.ui.table.copying import copy_rows
from roadmap_desktop.ui.table.row_menu import Extra, open_row_menu
from roadmap_desktop.ui.table.view import TableView


class RecordCommands(QObject):
    """Acts on the marked rows. ``fixed`` is what the records of this table all hold; ``paste`` takes the clipboard's
    rows; ``edit`` opens the current cell."""

    told = Signal(str)  # a sentence for the status line
    opening = Signal(str, object)  # a key, or none and what a new record begins with

    def __init__(
        self,
        document: RoadmapDocument,
        table: TableView,
        fixed: Mapping[str, Any],
        paste: Callable[[], object],
        edit: Callable[[], object],
    ) -> None:
        super().__init__(table)
        self._document, self._table, self._fixed = document, table, fixed
        self._paste, self._edit = paste, edit
        # What this register alone has besides, by what it is called: it stands in the menu of the rows too.
        self.own: dict[str, Callable[[], object]] = {}
        table.customContextMenuRequested.connect(self._open_menu)
        table.deleting.connect(self.delete)
        table.adding.connect(self.add)

    @property
    def _register(self) -> Register:
        return self._table.model().cells.register

    def handlers(self) -> Handlers:
        """What the menu «Правка» does, by the ids of ``ui/actions.py``."""
        from roadmap_desktop.ui.table.printed import print_chosen

        return {
            "edit": self._edit,
            "duplicate": self.duplicate,
            "delete": self.delete,
            "copy": self.copy,
            "paste": self._paste,
            "select_all": self._table.selectAll,
            "print_chosen": lambda: print_chosen(self._document, self._table),
        }

    def add(self) -> None:
        """Asks for the form of a new record."""
        if self._document.can_edit and self._document.plan is not None:
            self.opening.emit("", self._fixed)

    def duplicate(self) -> None:
        """Asks for the form of a new record like the current one; what was done is not copied. Nothing is written
        before it is saved."""
        chosen = self._table.chosen()
        if not chosen or not self._document.can_edit:
            return
        listing, register = self._table.model().listing, self._register
        values = listing.values(listing.by_id[chosen[0]])
        copied = {
            field.name: listing.entered(listing.by_id[chosen[0]], field)
            for field in register.fields
            if field.name not in register.done and values[field.name] not in (None, "", ())
        }
        self.opening.emit("", copied)

    def delete(self) -> None:
        """Deletes the marked records; of what hangs on them it is asked."""
        chosen = self._table.chosen()
        if chosen and self._document.can_edit:
            window = self._table.window()
            ask_to_delete(self._document, self._register, chosen, window, told=self.told.emit)

    def copy(self) -> None:
        """Puts the marked rows on the clipboard."""
        count = copy_rows(self._table.model(), self._table.header.fields(), self._table.chosen())
        if count:
            self.told.emit(f"Скопировано: {counted(count, *self._register.plural_forms)}.")

    def join(self) -> None:
        """Asks with which other record the current one is to be joined; of two marked ones they are meant."""
        chosen = self._table.chosen()
        if chosen and self._document.can_edit:
            from roadmap_desktop.ui.registers.join_dialog import JoinDialog

            listing, parent = self._table.model().listing, self._table.window()
            open_dialog(JoinDialog(self._document, listing, chosen[:2], parent, self.told.emit))

    def _open_menu(self, at: QPoint) -> None:
        chosen = self._table.chosen()
        opened: Handlers = {"details": lambda: self.opening.emit(chosen[0], {}), "add": self.add}
        open_row_menu(
            self._table,
            at,
            opened | self.handlers(),
            has_rows=bool(chosen),
            can_edit=self._document.can_edit,
            words={"add": self._register.add, "details": "Открыть"},
            extras=self._extras(chosen),
        )

    def _extras(self, chosen: tuple[str, ...]) -> tuple[Extra, ...]:
        if not chosen:
            return ()
        papers = documents_of(self._document, self._register, chosen[0], self._table.window())
        can_join = self._document.can_edit and len(chosen) <= 2 and len(self._table.model().listing.rows) > 1
        joining = Extra("Объединить с…" if len(chosen) == 1 else "Объединить…", self.join, can_join)
        own = [Extra(text, act) for text, act in self.own.items()]
        return (*own, joining, *([Extra("Документы", papers, len(chosen) == 1)] if papers else []))
