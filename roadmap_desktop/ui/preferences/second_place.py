"""The second place of backups: which folder it is, and another one or none."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QWidget

from roadmap_desktop.errors import UserError
from roadmap_desktop.operations.file import backups
from roadmap_desktop.ui import messages
from roadmap_desktop.ui.dialogs import dialog_button


class SecondPlace(QWidget):
    """Says where backups are written to, and changes it at once."""

    def __init__(self) -> None:
        super().__init__()
        self.said = QLabel()
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setWordWrap(True)
        self._forget = dialog_button("Не копировать", lambda: self._set(None))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.said, 1)
        row.addWidget(dialog_button("Выбрать папку…", self._choose))
        row.addWidget(self._forget)
        self.show_place()

    def show_place(self) -> None:
        """Shows what is kept now."""
        second = backups.second_place()
        self.said.setText(
            f"Каждая новая копия записывается и в папку: {second}"
            if second
            else "Копии хранятся на этом компьютере. Их можно записывать ещё и на флешку или в другую папку."
        )
        self._forget.setVisible(second is not None)

    def _choose(self) -> None:
        dialog = QFileDialog(self, "Куда копировать резервные копии", str(Path.home()))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda name: self._set(Path(name)))
        dialog.open()

    def _set(self, folder: Path | None) -> None:
        try:
            backups.set_second_place(folder)
        except UserError as error:
            messages.refuse(self, str(error))
        self.show_place()
