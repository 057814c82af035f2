"""Rows to the clipboard and from it, as text and as an HTML table: what Excel and Word understand."""

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtWidgets import QApplication

from roadmap_desktop.model.change_set import ChangeSet
from roadmap_desktop.ui.activities.row_commands import RowCommands, created
from roadmap_desktop.ui.details.drop_area import files_in
from roadmap_desktop.ui.selection import Selection
from roadmap_desktop.ui.table.copying import copy_rows
from roadmap_desktop.ui.table.view import TableView

_EMPTY = "Буфер обмена пуст. Скопируйте строки таблицы из Excel или Word и вставьте их снова."
_NOWHERE = "В буфере обмена файлы. Выберите мероприятие, к которому их приложить, и вставьте снова."
_PICTURE = (
    "В буфере обмена картинка, а не строки. План не изменён. Скопируйте саму таблицу из Excel или Word."
)


class RowClipboard(QObject):
    """Copies the chosen rows as they are seen: the shown columns in their order, with headings."""

    told = Signal(str)
    files_pasted = Signal(list)  # paths

    def __init__(self, view: TableView, selection: Selection, commands: RowCommands) -> None:
        super().__init__(view)
        self._view = view
        self._selection = selection
        self._commands = commands

    def copy(self) -> None:
        """Puts the chosen rows on the clipboard."""
        count = copy_rows(self._view.model(), self._view.header.fields(), self._selection.ids)
        if count:
            self.told.emit(f"Скопировано мероприятий: {count}.")

    def paste(self, section: str | None = None) -> None:
        """Adds the rows of the clipboard below the current one, or at the end of the section whose caption is
        current."""
        # Nothing at all is there right after the start of some systems.
        data = QApplication.clipboard().mimeData() or QMimeData()
        if paths := files_in(data):
            if self._selection.current is None:
                self.told.emit(_NOWHERE)
            else:
                self.files_pasted.emit(paths)
            return
        text = data.text() if data.hasText() else ""
        html = data.html() if data.hasHtml() else ""
        if not text.strip() and not html.strip():
            self.told.emit(_PICTURE if data.hasImage() else _EMPTY)
            return
        from roadmap_desktop.operations.plan.paste import paste_rows

        after, into = self._commands.place_for_new(section), section or None
        self._commands.carry_out(
            lambda plan: lambda file: paste_rows(file, plan, text, html, after, into),
            rows=max(text.count("\n"), html.count("<tr")),
            waiting="Строки вставляются…",
            done=self._tell_added,
        )

    def _tell_added(self, change_set: ChangeSet) -> None:
        self.told.emit(f"Вставлено мероприятий: {len(created(change_set))}. Отменить: Ctrl+Z")
