"""«Свод по файлам»: choose files, look at them side by side, copy, print or save what is seen."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from roadmap_desktop.model.russian import activities_counted, counted
from roadmap_desktop.model.shares import per_cent
from roadmap_desktop.ui import messages
from roadmap_desktop.ui.dialogs import dialog_button
from roadmap_desktop.ui.digest.output import DigestOutput
from roadmap_desktop.ui.digest.progress import ReadingProgress
from roadmap_desktop.ui.digest.reading import DigestReading
from roadmap_desktop.ui.digest.tables import ActivitiesTable, FilesTable, copy_rows
from roadmap_desktop.ui.printing.context import PrintContext
from roadmap_desktop.ui.runner import Runner
from roadmap_desktop.ui.settings import Settings
from roadmap_desktop.ui.table.empty_state import EmptyState

_FILTER = "Дорожные карты (*.roadmap);;Все файлы (*)"
_EMPTY = (
    "Свод показывает рядом дорожные карты разных школ или районов.\n"
    "Перетащите сюда файлы или папку с ними. Сами файлы не изменятся."
)
_FOLDER = "digest/folder"
_FILES = "digest/files"


class DigestDialog(QDialog):
    """The choice of files is remembered: next month the same schools are asked."""

    guide: ClassVar[str] = "digest"

    def __init__(
        self,
        today: Callable[[], date],
        settings: Settings,
        runner: Runner,
        folder: Path,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Свод по файлам")
        self.resize(1300, 660)
        self.setAcceptDrops(True)
        self._settings, self._runner = settings, runner
        self._folder = folder
        self.reading = DigestReading(today, runner, self)
        self.output = DigestOutput(runner, self)
        self.files, self.activities = FilesTable(), ActivitiesTable()
        self._lay_out()
        self._connect_parts()
        self._show()
        remembered = [Path(line) for line in settings.text(_FILES).split("\n") if line]
        if remembered:
            self.reading.add(remembered)

    def done(self, result: int) -> None:
        """Stops what is still under way."""
        self.reading.cancel()
        self.output.cancel()
        super().done(result)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.reading.add(Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())

    def _lay_out(self) -> None:
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.addTab(self.files, "По файлам")
        self.tabs.addTab(self.activities, "По мероприятиям")
        self.empty = EmptyState(self.files.viewport())
        self.status = QLabel()
        self.status.setObjectName("start-hint")
        self.status.setTextFormat(Qt.TextFormat.PlainText)
        self.status.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(12)
        column.addLayout(self._top())
        column.addWidget(self.tabs, 1)
        column.addWidget(ReadingProgress(self.reading))
        # Beside the buttons a small screen leaves it no room.
        column.addWidget(self.status)
        column.addLayout(self._bottom())

    def _top(self) -> QHBoxLayout:
        self._remove = dialog_button("Убрать", lambda: self.reading.remove(self.files.chosen))
        self._again = dialog_button("Прочитать заново", self.reading.again)
        row = QHBoxLayout()
        for button in (
            dialog_button("Добавить файлы…", self._ask_files),
            dialog_button("Добавить папку…", self._ask_folder),
            self._remove,
            self._again,
        ):
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _bottom(self) -> QHBoxLayout:
        self._outputs = [
            dialog_button("Копировать", self._copy),
            dialog_button("Печать…", self._print),
            dialog_button("Сохранить PDF…", lambda: self._save(".pdf")),
            dialog_button("Сохранить Excel…", lambda: self._save(".xlsx"), primary=True),
        ]
        row = QHBoxLayout()
        row.addStretch(1)
        for button in (*self._outputs, dialog_button("Закрыть", self.reject)):
            row.addWidget(button)
        return row

    def _connect_parts(self) -> None:
        self.reading.changed.connect(self._show)
        self.reading.changed.connect(self._remember)
        self.reading.failed.connect(lambda sentence: messages.refuse(self, sentence))
        self.empty.clicked.connect(self._ask_files)
        self.files.selectionModel().selectionChanged.connect(self._enable)
        for table in (self.files, self.activities):
            shortcut = QShortcut(QKeySequence.StandardKey.Copy, table)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._copy)

    def _show(self) -> None:
        digest = self.reading.digest
        self.files.show_digest(self.reading.shown)
        self.activities.show_digest(self.reading.shown)
        if digest.files:
            self.empty.hide()
        else:
            self.empty.say(_EMPTY, "Добавить файлы…")
        self.status.setText(self._summary())
        self._enable()

    def _remember(self) -> None:
        self._settings.remember(_FILES, "\n".join(map(str, self.reading.paths)))

    def _summary(self) -> str:
        digest = self.reading.digest
        if not digest.files:
            return ""
        total, refused = digest.total, len(digest.files) - len(digest.read)
        parts = [counted(len(digest.files), "файл", "файла", "файлов")]
        parts += [f"не прочитано {refused}"] if refused else []
        parts += [activities_counted(total.activities), f"выполнено {total.done}"]
        parts += [f"({per_cent(total.share)})"] if total.share is not None else []
        parts += [f"просрочено {total.overdue}"] if total.overdue else []
        return " · ".join(parts).replace(" · (", " (")

    def _enable(self) -> None:
        digest = self.reading.digest
        for button in self._outputs:
            button.setEnabled(bool(digest.files))
        self._again.setEnabled(bool(digest.files))
        self._remove.setEnabled(bool(self.files.chosen))

    def _ask_files(self) -> None:
        dialog = self._chooser("Добавить файлы в свод", QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilter(_FILTER)
        dialog.open()

    def _ask_folder(self) -> None:
        self._chooser("Добавить папку в свод", QFileDialog.FileMode.Directory).open()

    def _chooser(self, title: str, mode: QFileDialog.FileMode) -> QFileDialog:
        dialog = QFileDialog(self, title, self._settings.text(_FOLDER, str(self._folder)))
        dialog.setFileMode(mode)
        dialog.filesSelected.connect(lambda names: self._add([Path(name) for name in names]))
        return dialog

    def _add(self, paths: list[Path]) -> None:
        self._settings.remember(_FOLDER, str(paths[0].parent))
        self.reading.add(paths)

    def _save(self, suffix: str) -> None:
        folder = Path(self._settings.text(_FOLDER, str(self._folder)))
        self.output.ask_where(self.reading.digest, suffix, folder)

    def _print(self) -> None:
        from roadmap_desktop.ui.digest.printed import print_digest

        tab = self.tabs.currentIndex()
        rows = (self.files, self.activities)[tab].rows
        context = PrintContext(self.reading.digest.today, self._settings, self._runner)
        print_digest(self.reading.digest, self.tabs.tabText(tab), rows, context, self)

    def _copy(self) -> None:
        if self.tabs.currentWidget() is self.files:
            count = copy_rows(self.files.rows, self.files.selectionModel())
        else:
            count = copy_rows(self.activities.rows, self.activities.names.selectionModel())
        self.status.setText(f"Скопировано строк: {count}. Вставьте их в Excel или Word.")
