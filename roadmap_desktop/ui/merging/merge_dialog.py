"""«Объединить с копией»: what would come of it is shown first, conflicts are chosen by a click, then one change."""

from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from roadmap_desktop.operations.copies.merging import Keep, label_of
from roadmap_desktop.operations.copies.two_step_merge import PreviewedMerge
from roadmap_desktop.ui.dialogs import dialog_button
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.merging import merge_work
from roadmap_desktop.ui.merging.conflict_choices import ConflictChoices, ConflictChoicesBar
from roadmap_desktop.ui.merging.merge_work import Looked, Outcome
from roadmap_desktop.ui.merging.parts import moving_bar, told_apart, wrapped
from roadmap_desktop.ui.merging.rows import top
from roadmap_desktop.ui.merging.view import RowsView
from roadmap_desktop.ui.runner import Runner, Task, known

_HEADINGS = ("Что изменено", "Было", "Моё", "Из копии")
_BOTH_LATER = "У файлов нет общего прошлого: история другого файла пропала бы, поэтому отдать обратно нельзя"


class MergeDialog(QDialog):
    """``merged`` tells in words what was done; the document has taken it up by then."""

    guide: ClassVar[str] = "merging"
    merged = Signal(str)

    def __init__(
        self,
        document: RoadmapDocument,
        mine: Path,
        theirs: tuple[Path, ...],
        runner: Runner,
        keep: Keep | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Объединить с копией" if len(theirs) == 1 else "Объединить с копиями")
        self.resize(1180, 660)
        self._document, self._runner, self._keep = document, runner, keep
        self._mine, self._theirs = mine, theirs
        self._look: PreviewedMerge | None = None
        self._task: Task | None = None
        self._is_merging = self._wants_stop = False
        self.conflict_choices = ConflictChoices(self)
        self.view = RowsView(_HEADINGS)
        self.view.setAccessibleName("Что объединится")
        self.view.rows.choices = self.conflict_choices.choices
        self._make_parts()
        self._lay_out()
        self._connect_parts()
        self.look_again()

    def look_again(self) -> None:
        """Works out the preview, in the background; nothing is written."""
        self._mistake.hide()
        self._wait("Файлы читаются…")
        mine, theirs = self._mine, self._theirs
        self._task = self._runner.run(
            lambda is_cancelled: merge_work.look(mine, theirs, is_cancelled), self._show, self._refuse
        )

    def done(self, result: int) -> None:
        """Stops reading; a merge under way is asked to stop, and the window closes when it has said what it did."""
        if self._is_merging:
            self._wants_stop = True
            self._close.setEnabled(False)
            return
        if self._task is not None:
            self._task.cancel()
        super().done(result)

    def _make_parts(self) -> None:
        self._names, self._said, self._mistake = (wrapped() for _ in range(3))
        names = ", ".join(told_apart(self._mine, self._theirs))
        self._names.setText(f"Мой файл «{self._mine.name}» и {names}")
        self._names.setObjectName("merging-title")
        self._mistake.setObjectName("mistake")
        self._bar = moving_bar()
        self.both = QCheckBox(
            "Отдать обратно: записать итог и в копию"
            if len(self._theirs) == 1
            else "Отдать обратно: записать итог и в копии"
        )
        self._again = dialog_button("Прочитать заново", self.look_again)
        self._go = dialog_button("Объединить", self._merge, primary=True)
        self._close = dialog_button("Отмена", self.reject)

    def _lay_out(self) -> None:
        bottom = QHBoxLayout()
        bottom.addWidget(self.both)
        bottom.addStretch(1)
        for each in (self._again, self._go, self._close):
            bottom.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        for part in (
            self._names,
            self._said,
            self._mistake,
            self._bar,
            ConflictChoicesBar(self.conflict_choices),
        ):
            column.addWidget(part)
        column.addWidget(self.view, 1)
        column.addLayout(bottom)

    def _connect_parts(self) -> None:
        self.view.chosen.connect(self.conflict_choices.choose)
        self.conflict_choices.changed.connect(self._on_settled)
        self.both.toggled.connect(self._enable)

    def _show(self, looked: Looked) -> None:
        self._look = looked.look
        told = looked.look.preview
        self._said.setText(merge_work.said_before(told, len(looked.look.theirs)))
        self.view.setColumnHidden(1, not told.common_past)
        self.view.show_rows(looked.rows)
        self.conflict_choices.begin(told.conflicts)
        self.both.setToolTip("" if told.common_past else f"<p>{_BOTH_LATER}</p>")
        if not told.common_past:
            self.both.setChecked(False)
        self._rest()
        self.view.setFocus()

    def _on_settled(self) -> None:
        self.view.rows.look_again()
        self._enable()

    def _merge(self) -> None:
        look = self._look
        if look is None:
            return
        self._mistake.hide()
        self._is_merging, self._wants_stop = True, False
        self._wait("Файлы объединяются…")
        mine, keep, both = self._mine, self._keep, self.both.isChecked()
        choices = dict(self.conflict_choices.choices)
        # Not by the task's own cancelling, after which nobody would hear what had been written by then.
        self._task = self._runner.run(
            lambda _is_cancelled: merge_work.merge(mine, look, choices, both, keep, lambda: self._wants_stop),
            self._on_merged,
            self._refuse,
        )

    def _on_merged(self, outcome: Outcome) -> None:
        self._is_merging = False
        self._document.adopt(outcome.content, label_of(self._theirs))
        if outcome.result is not None:
            self.accept()
            self.merged.emit(merge_work.said_after(outcome.result, self._theirs, both=self.both.isChecked()))
        elif self._wants_stop:
            self.reject()
        else:
            # Whatever it was, what is shown may be so no longer.
            self.look_again()
            self._tell_mistake(outcome.refusal or "")

    def _refuse(self, error: Exception) -> None:
        self._is_merging = False
        self._look = None
        self.view.show_rows(top())
        self.conflict_choices.begin(())
        self._said.hide()
        self._rest()
        known(self._tell_mistake)(error)

    def _tell_mistake(self, sentence: str) -> None:
        self._mistake.setText(sentence)
        self._mistake.show()

    def _wait(self, words: str) -> None:
        self._said.setText(words)
        self._said.show()
        self._bar.show()
        self._enable()

    def _rest(self) -> None:
        self._bar.hide()
        self._close.setEnabled(True)
        self._enable()

    def _enable(self, *_: object) -> None:
        told = self._look.preview if self._look else None
        is_waiting = not self._bar.isHidden()
        can_merge = told is not None and not told.identical and not is_waiting
        self.both.setEnabled(can_merge and told is not None and told.common_past)
        self._go.setVisible(told is None or not told.identical)
        brings = told is not None and bool(told.theirs or told.conflicts or told.fuller)
        self._go.setEnabled(
            can_merge and self.conflict_choices.is_settled and (brings or self.both.isChecked())
        )
        self._again.setVisible(told is None and not is_waiting)
        self.view.setEnabled(not is_waiting)
        self._close.setText("Закрыть" if told is not None and told.identical else "Отмена")
