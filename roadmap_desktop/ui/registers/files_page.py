"""The files of a record: attached by the dialog, dropped, or pasted."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout

from roadmap_desktop.ui.details.attachments import AttachmentsList
from roadmap_desktop.ui.details.drop_area import DropArea, files_in
from roadmap_desktop.ui.document import RoadmapDocument


class FilesPage(DropArea):
    """``owner`` is the value of an owner field."""

    def __init__(self, document: RoadmapDocument, owner: str) -> None:
        super().__init__(lambda: document.can_edit)
        self._document, self._owner = document, owner
        self.files = AttachmentsList(document)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 6, 18, 14)
        column.addWidget(self.files)
        column.addStretch(1)
        self.dropped.connect(lambda paths: self.files.attach(owner, paths))
        QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self, self._paste)
        document.changed.connect(self._fill)
        document.access_changed.connect(self._fill)
        self._fill()

    def _paste(self) -> None:
        paths = files_in(QGuiApplication.clipboard().mimeData() or QMimeData())
        if paths and self._document.can_edit:
            self.files.attach(self._owner, paths)

    def _fill(self, _change_set: object = None) -> None:
        self.files.allow(self._document.can_edit)
        self.files.show_files_of(self._owner)
