"""«В Excel…»: what the table shows, as a workbook."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from roadmap_desktop.errors import UserError
from roadmap_desktop.operations.printing.printing import save_document
from roadmap_desktop.operations.printing.shown_table import shown_document
from roadmap_desktop.ui import messages
from roadmap_desktop.ui.dialogs import open_dialog
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.table.printed import shown_table
from roadmap_desktop.ui.table.view import TableView


def export(
    view: TableView, document: RoadmapDocument, window: QWidget, told: Callable[[str], object]
) -> None:
    """Asks for a name and writes the rows and columns that are shown, in their order."""
    path = document.path
    dialog = QFileDialog(
        window, "Сохранить в Excel", str(path.parent if path else Path.home()), "Таблицы Excel (*.xlsx)"
    )
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("xlsx")
    dialog.selectFile(f"{view.model().cells.register.title}.xlsx")
    shown = shown_document(shown_table(view))

    def save(name: str) -> None:
        try:
            save_document(shown, Path(name))
        except UserError as error:
            messages.refuse(window, str(error))
        else:
            told(f"Сохранено в Excel: {Path(name).name}")

    dialog.fileSelected.connect(save)
    open_dialog(dialog)
