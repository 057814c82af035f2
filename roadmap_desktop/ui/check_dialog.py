"""«Проверить файл»: looks through a file in the background, tells what is wrong, repairs it when asked."""

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from roadmap_desktop.errors import IT_IS_UNCHANGED, UserError
from roadmap_desktop.operations.file import checking
from roadmap_desktop.ui.fit_height import fit_height
from roadmap_desktop.ui.runner import Runner, Task
from roadmap_desktop.ui.sentence_list import SentenceList

_LIST_HEIGHT = 320
NewestGood = Callable[[Path], Path | None]


class _Steps(QObject):
    """Carries what is being done from the working thread to the window's."""

    told = Signal(str)


class CheckDialog(QDialog):
    """``repairing`` is emitted before the file is exchanged, so that nobody has it open then; ``repaired`` after."""

    guide: ClassVar[str] = "check"
    repairing = Signal(object)
    repaired = Signal(object)

    def __init__(
        self,
        path: Path,
        runner: Runner,
        newest_good: NewestGood = lambda _path: None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Проверить файл")
        self.setMinimumWidth(620)
        self._path, self._runner, self._newest_good = path, runner, newest_good
        self._task: Task | None = None
        self._is_repairing = False
        self.said = QLabel()
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setWordWrap(True)
        self.findings = SentenceList("Что не в порядке", _LIST_HEIGHT)
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._repair = QPushButton("Исправить")
        self._repair.setProperty("primary", True)
        self._repair.clicked.connect(self._start_repair)
        self._close = QPushButton("Закрыть")
        for button in (self._repair, self._close):
            button.setAutoDefault(False)
        self._close.clicked.connect(self.reject)
        self._steps = _Steps(self)
        self._steps.told.connect(lambda step: self.said.setText(f"{step}…"))
        self._lay_out()
        self._start_check()

    def done(self, result: int) -> None:
        """Stops what is under way; a file that is being repaired is then as it was, and is waited for."""
        task = self._task
        if task is not None and not task.is_over:
            task.cancel()
            if self._is_repairing:
                self._close.setEnabled(False)
                task.over.connect(self._on_cancelled)
                return
        super().done(result)

    def _on_cancelled(self) -> None:
        self.repaired.emit(self._path)
        super().done(QDialog.DialogCode.Rejected)

    def _lay_out(self) -> None:
        bottom = QHBoxLayout()
        bottom.addStretch(1)
        bottom.addWidget(self._repair)
        bottom.addWidget(self._close)
        name = QLabel(f"«{self._path.name}»")
        name.setObjectName("merging-title")
        # A tool tip would read tags as markup.
        name.setToolTip(str(self._path).replace("&", "&amp;").replace("<", "&lt;"))
        name.setTextFormat(Qt.TextFormat.PlainText)
        name.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 18, 18, 14)
        column.setSpacing(10)
        for part in (name, self._bar, self.said, self.findings):
            column.addWidget(part)
        column.addStretch(1)
        column.addLayout(bottom)

    def _start_check(self) -> None:
        self._wait("Файл проверяется")
        path, told = self._path, self._steps.told.emit
        self._task = self._runner.run(
            lambda is_cancelled: checking.check_file(path, told, is_cancelled), self._show, self._refuse
        )

    def _start_repair(self) -> None:
        self._wait("Файл исправляется")
        self._is_repairing = True
        self.repairing.emit(self._path)
        path, told, newest = self._path, self._steps.told.emit, self._newest_good
        self._task = self._runner.run(
            lambda is_cancelled: checking.repair(path, lambda: newest(path), told, is_cancelled),
            self._on_repaired,
            self._refuse_repair,
        )

    def _show(self, findings: tuple[checking.Finding, ...]) -> None:
        self._rest()
        self.findings.show_lines([finding.text for finding in findings])
        self.findings.setVisible(bool(findings))
        self._repair.setVisible(bool(findings))
        self.said.setText(
            f"Файл неисправен. {IT_IS_UNCHANGED} При исправлении повреждённый файл останется рядом под другим именем."
            if findings
            else f"{checking.SOUND}: страницы, связи, значения и история сходятся."
        )

    def _on_repaired(self, report: checking.RepairReport) -> None:
        self._rest()
        self.said.setText(report.text)
        self.findings.show_lines(report.doubts)
        self.findings.setVisible(bool(report.doubts))
        fit_height(self)
        self.repaired.emit(self._path)

    def _refuse(self, error: Exception) -> None:
        self._rest()
        if not isinstance(error, UserError):
            raise error
        self.said.setText(str(error))

    def _refuse_repair(self, error: Exception) -> None:
        self._refuse(error)
        self._repair.setVisible(True)
        self.repaired.emit(self._path)

    def _wait(self, words: str) -> None:
        self.said.setText(f"{words}…")
        self._bar.show()
        self._repair.hide()
        self._close.setText("Отмена")

    def _rest(self) -> None:
        self._is_repairing = False
        self.findings.clear()
        self.findings.hide()
        self._bar.hide()
        self._repair.hide()
        self._close.setText("Закрыть")
        fit_height(self)
