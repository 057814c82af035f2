"""«Печать месяца»: options, a live preview of the very PDF, and what to do with it."""

import tempfile
from pathlib import Path

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from roadmap_desktop.errors import KnownError
from roadmap_desktop.model.rows import Plan
from roadmap_desktop.model.russian import month_title
from roadmap_desktop.operations import printing
from roadmap_desktop.ui import messages
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.printing.options_form import OptionsForm
from roadmap_desktop.ui.printing.preview import Preview
from roadmap_desktop.ui.runner import Runner, Task
from roadmap_desktop.ui.settings import Settings

# While a name is typed the page is not made anew at each letter.
_PAUSE_MS = 120


class PrintDialog(QDialog):
    """Makes the PDF in the background after each change and shows it; prints, saves or opens what is shown."""

    def __init__(
        self,
        plan: Plan,
        document: RoadmapDocument,
        settings: Settings,
        runner: Runner,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Печать месяца")
        self.resize(1080, 660)
        self._plan = plan
        self._runner = runner
        self._folder = document.path.parent if document.path else Path.home()
        self._content = b""
        self._task: Task | None = None
        self.form = OptionsForm(plan, document.today(), settings)
        self.preview = Preview()
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._timer.timeout.connect(self._make)
        self._lay_out()
        self.form.changed.connect(self._timer.start)
        self._make()

    @property
    def title(self) -> str:
        """«План мероприятий, сентябрь 2020», the name offered for the file and the print job."""
        return f"План мероприятий, {month_title(self.form.month.start).lower()}"

    def done(self, result: int) -> None:
        """Remembers the choices and stops what is still under way."""
        self.form.remember()
        if self._task is not None:
            self._task.cancel()
        super().done(result)

    def _lay_out(self) -> None:
        self.form.setFixedWidth(310)
        middle = QHBoxLayout()
        middle.setSpacing(18)
        middle.addWidget(self.form)
        middle.addWidget(self.preview, 1)
        bottom = QHBoxLayout()
        self._buttons = [
            self._button("Печать…", self._print, primary=True),
            self._button("Сохранить PDF…", self._save),
            self._button("Открыть", self._open_outside),
        ]
        bottom.addStretch(1)
        for button in self._buttons:
            bottom.addWidget(button)
        bottom.addWidget(self._button("Закрыть", self.reject))
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(14)
        column.addLayout(middle, 1)
        column.addLayout(bottom)

    def _button(self, text: str, act: object, *, primary: bool = False) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.setProperty("primary", primary)
        button.clicked.connect(act)
        return button

    def _make(self) -> None:
        if self._task is not None:
            self._task.cancel()
        plan, month, options = self._plan, self.form.month, self.form.options
        self._enable(False)
        self.preview.say("Готовится…")
        self._task = self._runner.run(
            lambda is_cancelled: printing.month_pdf(plan, month, options, is_cancelled),
            self._show,
            self._refuse,
        )

    def _show(self, content: bytes) -> None:
        self._content = content
        self.preview.show_pdf(content)
        self._enable(True)

    def _enable(self, on: bool) -> None:
        for button in self._buttons:
            button.setEnabled(on)

    def _print(self) -> None:
        # QtPrintSupport asks the system for its printers: only when one is wanted.
        from roadmap_desktop.ui.printing.paper import ask_printer

        ask_printer(
            self, self.preview.document, self.title, self.accept, lambda text: messages.refuse(self, text)
        )

    def _save(self) -> None:
        dialog = QFileDialog(self, "Сохранить PDF", str(self._folder), "Документы PDF (*.pdf)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(f"{self.title}.pdf")
        dialog.fileSelected.connect(lambda name: self.save_to(Path(name)))
        dialog.open()

    def save_to(self, path: Path) -> None:
        """Writes what is shown; a refusal is told and the dialog stays."""
        try:
            printing.save_pdf(self._content, path)
        except KnownError as error:
            messages.refuse(self, str(error))
            return
        messages.inform(self, "PDF сохранён", f"План сохранён в файл:\n{path}")

    def _open_outside(self) -> None:
        folder = Path(tempfile.mkdtemp(prefix="roadmap-"))
        path = folder / f"{self.title}.pdf"
        try:
            printing.save_pdf(self._content, path)
        except KnownError as error:
            messages.refuse(self, str(error))
            return
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            messages.refuse(
                self,
                "На этом компьютере нет программы для просмотра PDF. Сохраните PDF и откройте его в другом месте.",
            )

    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, KnownError):
            raise error
        messages.refuse(self, str(error))
