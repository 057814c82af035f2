"""«Печать»: choose a report and its options, look at it, print it or save it."""

from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from roadmap_desktop.errors import UserError
from roadmap_desktop.model.change_set import ChangeSet
from roadmap_desktop.operations.file.files import RoadmapFile
from roadmap_desktop.operations.printing import printing
from roadmap_desktop.operations.printing.kept_words import keep_words
from roadmap_desktop.operations.printing.printing import Draft
from roadmap_desktop.ui import messages
from roadmap_desktop.ui.dialogs import dialog_button
from roadmap_desktop.ui.printing.batch_dialog import BatchDialog
from roadmap_desktop.ui.printing.context import PrintContext
from roadmap_desktop.ui.printing.drafting import Drafting, Wanted
from roadmap_desktop.ui.printing.options_form import OptionsForm
from roadmap_desktop.ui.printing.output import Output
from roadmap_desktop.ui.printing.pages import Pages
from roadmap_desktop.ui.printing.preview import Preview
from roadmap_desktop.ui.printing.report_pane import ReportPane
from roadmap_desktop.ui.printing.request import PrintRequest
from roadmap_desktop.ui.printing.saved_strip import SavedStrip

# While a name is typed the page is not made anew at each letter.
_PAUSE_MS = 120
_SIZE = QSize(1160, 680)
_FRAME = QSize(20, 40)  # what the system draws around a window
_LEFT = 340


class PrintDialog(QDialog):
    """Makes the document in the background after each change and shows it; prints or saves what is shown."""

    guide: ClassVar[str] = "printing"

    def __init__(self, context: PrintContext, request: PrintRequest, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Печать")
        self.resize(_SIZE.boundedTo(self.screen().availableSize() - _FRAME))
        self._context = context
        self._content = b""
        self._draft: Draft | None = None
        self._drafting = Drafting(context, self)
        self.output = Output(context.runner, context.folder, self)
        self.preview = Preview()
        self.saved = SavedStrip(self.output.open)
        self.pane = ReportPane(context, request.shown, request.register)
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._lay_out()
        self._connect_parts()
        self.pane.begin(request.report, request.choices)

    @property
    def form(self) -> OptionsForm:
        """What is chosen of the report shown."""
        assert self.pane.form is not None
        return self.pane.form

    @property
    def title(self) -> str:
        """«План мероприятий на сентябрь 2020 года», the name offered for the file and the print job."""
        return self._draft.document.title if self._draft is not None else ""

    def done(self, result: int) -> None:
        """Keeps what was typed and chosen, and stops what is still under way."""
        self._keep_words()
        self.pane.remember()
        self.pane.stop()
        self._timer.stop()
        self._drafting.cancel()
        self.output.cancel()
        super().done(result)

    def save_to(self, path: Path) -> None:
        """Writes what is shown as the file that the suffix names; a refusal is told and the dialog stays."""
        self._keep_words()
        if self._draft is None:
            return
        document, content = self._draft.document, self._content
        if path.suffix.lower() == ".pdf":
            self.output.save(path, lambda path, _is_cancelled: printing.save_pdf(content, path))
        else:
            self.output.save(path, partial(printing.save_document, document))

    def _lay_out(self) -> None:
        self.pane.setFixedWidth(_LEFT)
        middle = QHBoxLayout()
        middle.setContentsMargins(18, 16, 18, 12)
        middle.setSpacing(18)
        middle.addWidget(self.pane)
        middle.addWidget(self.preview, 1)
        self._buttons = [
            dialog_button("Печать…", self._print, primary=True),
            dialog_button("PDF…", lambda: self._ask_where(".pdf")),
            dialog_button("Word…", lambda: self._ask_where(".docx")),
            dialog_button("Excel…", lambda: self._ask_where(".xlsx")),
        ]
        foot = QFrame()
        foot.setObjectName("dialog-foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(18, 10, 18, 12)
        row.setSpacing(8)
        row.addWidget(self.saved, 1)
        row.addStretch(0)
        for button in (*self._buttons, dialog_button("Закрыть", self.reject)):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(middle, 1)
        column.addWidget(foot)

    def _connect_parts(self) -> None:
        self._timer.timeout.connect(self._make)
        self.pane.replaced.connect(self._on_replaced)
        self.pane.changed.connect(self._timer.start)
        self.pane.words_left.connect(self._keep_words)
        self.pane.many_wanted.connect(self._open_batch)
        self._drafting.began.connect(self._on_began)
        self._drafting.first_page.connect(self._show_first)
        self._drafting.whole.connect(self._show_whole)
        self._drafting.refused.connect(self._refuse)
        self.output.saved.connect(self.saved.show_path)
        if self._context.document is not None:
            self._context.document.changed.connect(self._on_edited)
        find = QShortcut(QKeySequence.StandardKey.Find, self)
        find.activated.connect(self.preview.search.begin)

    def _on_replaced(self) -> None:
        """Of another document: what was looked for in the last one, and where that went, says nothing of it."""
        self.preview.search.line.clear()
        self.saved.hide()
        self._make()

    def _on_edited(self, _change_set: object) -> None:
        self._timer.start()

    def _wanted(self) -> Wanted | None:
        """What is chosen; None, with the reason told in place of the pages, when that is no document."""
        form = self.pane.form
        if form is None:
            return None
        try:
            missing = form.missing
            if missing is not None:
                raise UserError(self.pane.why_missing(missing))
            return Wanted(form.report, form.choices, form.altered)
        except UserError as error:
            self._drafting.cancel()
            self._refuse(str(error))
            return None

    def _make(self) -> None:
        self._timer.stop()
        wanted = self._wanted()
        if wanted is not None:
            self._drafting.make(wanted)

    def _on_began(self) -> None:
        self._enable(False)
        self.preview.say("Готовится…")

    def _show_first(self, draft: Draft, first: Pages) -> None:
        self._draft = draft
        self.form.show_draft(draft)
        self.preview.show_pages(first, are_all=False)

    def _show_whole(self, pages: Pages, remark: str) -> None:
        self._content = pages.content
        self.preview.show_pages(pages)
        self.preview.remark(remark)
        self._enable(True)

    def _refuse(self, sentence: str) -> None:
        self._draft = None
        self._enable(False)
        self.preview.refuse(sentence)

    def _enable(self, on: bool) -> None:
        for button in self._buttons:
            button.setEnabled(on)

    def _keep_words(self) -> None:
        """Words that the file keeps are an edit like any other; a refused one stays in its field."""
        form, document = self.pane.form, self._context.document
        if form is None or document is None or not document.can_edit or not form.has_words:
            return
        report, choices = form.report, form.choices

        def keep(file: RoadmapFile) -> ChangeSet | None:
            written = keep_words(file, report, choices)
            form.settle_words()
            return written

        document.execute(keep)
        self._timer.start()

    def _print(self) -> None:
        self._keep_words()
        # QtPrintSupport asks the system for its printers: only when one is wanted.
        from roadmap_desktop.ui.printing import paper

        paper.ask_printer(
            self,
            self.preview.document,
            self.title,
            lambda: self.saved.say("Отправлено на принтер"),
            lambda text: messages.refuse(self, text),
        )

    def _ask_where(self, suffix: str) -> None:
        self.output.ask_where(self.title, suffix, self.save_to)

    def _open_batch(self) -> None:
        self._keep_words()
        wanted = self._wanted()
        if wanted is not None:
            dialog = BatchDialog(self._context, wanted, self)
            dialog.saved.connect(self.saved.show_path)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()
