"""The first step: which document."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QLabel, QVBoxLayout

from roadmap_desktop.operations.plan.sources import SUFFIXES
from roadmap_desktop.ui.dialogs import dialog_button, open_dialog

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDropEvent

_WHAT = (
    "Подойдут документы Word (.docx) и LibreOffice (.odt), таблицы Excel (.xlsx, .ods, .csv), PDF с текстом, страницы "
    "сайтов, тексты, календари (.ics) и другие дорожные карты. Сам документ не изменится."
)
_FILTER = f"Документы ({' '.join(f'*{suffix}' for suffix in SUFFIXES)});;Все файлы (*)"


class SourceStep(QFrame):
    """Takes a file, chosen or dropped, or the clipboard. ``file_chosen`` carries a path."""

    file_chosen = Signal(Path)
    clipboard_chosen = Signal()

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self.setObjectName("drop-place")
        self.setAcceptDrops(True)
        self.refusal = QLabel()
        self.refusal.setObjectName("mistake")
        about = QLabel(_WHAT)
        about.setObjectName("start-hint")
        drop = QLabel("или перетащите документ сюда")
        drop.setObjectName("start-hint")
        self.choose = dialog_button("Выбрать документ…", self.ask_file, primary=True)
        self.paste = dialog_button("Взять таблицу из буфера обмена", self.clipboard_chosen.emit)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addStretch(1)
        buttons.addWidget(self.choose)
        buttons.addWidget(self.paste)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(40, 20, 40, 20)
        column.setSpacing(14)
        column.addStretch(2)
        column.addLayout(buttons)
        for label in (drop, about, self.refusal):
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        column.addStretch(3)

    def ask_file(self) -> None:
        """Asks which file."""
        dialog = QFileDialog(self, "Из какого документа взять", str(self._folder), _FILTER)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.file_chosen.emit(Path(name)))
        open_dialog(dialog)

    def refuse(self, sentence: str) -> None:
        """Says why the document that was chosen is none; nothing takes it back."""
        self.refusal.setText(sentence)

    def dragEnterEvent(self, event: "QDragEnterEvent") -> None:
        if _dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: "QDropEvent") -> None:
        path = _dropped(event)
        if path is not None:
            event.acceptProposedAction()
            self.file_chosen.emit(path)


def _dropped(event: "QDropEvent") -> Path | None:
    urls = event.mimeData().urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
