"""«Экспорт в Excel»: what the table shows, as a workbook."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from roadmap_desktop.errors import UserError
from roadmap_desktop.operations.register_export import Shown, save_workbook
from roadmap_desktop.ui import messages
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.registers.table import RegisterTable


def export(
    table: RegisterTable, document: RoadmapDocument, window: QWidget, told: Callable[[str], object]
) -> None:
    """Asks for a name and writes the rows and columns that are shown, in their order."""
    path, model = document.path, table.listing
    dialog = QFileDialog(
        window, "Экспорт в Excel", str(path.parent if path else Path.home()), "Таблицы Excel (*.xlsx)"
    )
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("xlsx")
    dialog.selectFile(f"{model.register.title}.xlsx")
    shown = Shown(model.listing, table.shown_columns(), model.rows)

    def save(name: str) -> None:
        try:
            save_workbook(shown, Path(name))
        except UserError as error:
            messages.refuse(window, str(error))
        else:
            told(f"Сохранено в Excel: {Path(name).name}")

    dialog.fileSelected.connect(save)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
