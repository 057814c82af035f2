"""«Сравнить»: the open file and another side by side, without changing either."""

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from roadmap_desktop.errors import Cancelled, UserError
from roadmap_desktop.model.merging import NO_COMMON_PAST, Comparison, RecordName
from roadmap_desktop.model.russian import counted
from roadmap_desktop.operations.copies.comparing import compare
from roadmap_desktop.operations.copies.merge_warnings import comparison_warnings
from roadmap_desktop.operations.copies.two_step_merge import refuse_itself
from roadmap_desktop.ui.dialogs import dialog_button
from roadmap_desktop.ui.merging.compare_rows import compare_rows, with_words
from roadmap_desktop.ui.merging.parts import moving_bar, told_apart, wrapped
from roadmap_desktop.ui.merging.rows import Row, top
from roadmap_desktop.ui.merging.view import RowsView
from roadmap_desktop.ui.runner import Runner, Task


class Side(NamedTuple):
    """One side of a comparison: a file and what it is called, such as «Копия» or «Редакция от 01.09.2020»."""

    path: Path
    title: str


class _Compared(NamedTuple):
    told: Comparison
    records: list[Row]


class CompareDialog(QDialog):
    """``record_wanted`` carries the key of an activity that is to be shown in the table."""

    guide: ClassVar[str] = "compare"
    record_wanted = Signal(str)

    def __init__(
        self,
        one: Side,
        other: Side,
        runner: Runner,
        is_there: Callable[[str], bool] = lambda _id: False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Сравнить")
        self.resize(1180, 660)
        self._one, self._other, self._is_there = one, other, is_there
        self._compared: _Compared | None = None
        self.view = RowsView(("Запись и поле", one.title, other.title))
        self.view.setAccessibleName("Различия")
        self._make_parts()
        self._lay_out()
        self._task: Task = self._start(runner)

    def done(self, result: int) -> None:
        """Stops reading."""
        self._task.cancel()
        super().done(result)

    def _make_parts(self) -> None:
        self._names, self.said, self._mistake = wrapped(), wrapped(), wrapped()
        self._names.setObjectName("merging-title")
        one, (other,) = self._one.path, told_apart(self._one.path, (self._other.path,))
        self._names.setText(f"«{one.name}» и {other}")
        self._mistake.setObjectName("mistake")
        self._mistake.hide()
        self._bar = moving_bar()
        self.filter = QLineEdit()
        self.filter.setPlaceholderText("Найти запись по названию")
        self.filter.setAccessibleName("Найти запись по названию")
        self.filter.setClearButtonEnabled(True)
        self._copied = QLabel()
        self._copied.setObjectName("start-hint")
        self._open = dialog_button("Открыть запись", self._ask_record)
        self._copy = dialog_button("Копировать", self._copy_rows)
        self.filter.textChanged.connect(self._show_rows)
        self.view.selectionModel().selectionChanged.connect(self._enable)
        self.view.setExpandsOnDoubleClick(False)
        self.view.doubleClicked.connect(self._ask_record)

    def _lay_out(self) -> None:
        bottom = QHBoxLayout()
        bottom.addWidget(self._copied, 1)
        for each in (self._open, self._copy, dialog_button("Закрыть", self.reject)):
            bottom.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        for part in (self._names, self.said, self._mistake, self._bar, self.filter):
            column.addWidget(part)
        column.addWidget(self.view, 1)
        column.addLayout(bottom)

    def _start(self, runner: Runner) -> Task:
        one, other = self._one.path, self._other.path
        self.said.setText("Файлы читаются…")
        self._enable()

        def work(is_cancelled: Callable[[], bool]) -> _Compared:
            refuse_itself(one, other)
            told = compare(one, other, is_cancelled)
            return _Compared(told, compare_rows(told))

        return runner.run(work, self._show, self._refuse)

    def _show(self, compared: _Compared) -> None:
        self._bar.hide()
        self._compared = compared
        self._show_rows()

    def _show_rows(self) -> None:
        if self._compared is None:
            return
        root = with_words(self._compared.records, self.filter.text())
        self.view.show_rows(root)
        self.said.setText(_summary(self._compared.told, len(root.children), bool(self.filter.text().strip())))
        self._enable()

    def _refuse(self, error: Exception) -> None:
        self._bar.hide()
        self.said.hide()
        self.view.show_rows(top())
        if isinstance(error, UserError):
            self._mistake.setText(str(error))
            self._mistake.show()
        elif not isinstance(error, Cancelled):
            raise error

    def _enable(self) -> None:
        has_rows = self.view.rows.size > 0
        self.filter.setEnabled(self._compared is not None and bool(self._compared.records))
        self._copy.setEnabled(has_rows)
        self._open.setEnabled(self._wanted() is not None)

    def _wanted(self) -> str | None:
        """The key of the chosen record, when it stands in the table."""
        index = self.view.currentIndex()
        record: RecordName | None = self.view.rows.row_at(index).record if index.isValid() else None
        if record is None or record.table != "activity" or not self._is_there(record.id):
            return None
        return record.id

    def _ask_record(self, *_: object) -> None:
        wanted = self._wanted()
        if wanted is not None:
            self.accept()
            self.record_wanted.emit(wanted)

    def _copy_rows(self) -> None:
        self._copied.setText(f"Скопировано строк: {self.view.copy()}. Вставьте их в Excel или Word.")


def _summary(told: Comparison, shown: int, is_filtered: bool) -> str:
    return "\n".join((*comparison_warnings(told), _counted(told, shown, is_filtered)))


def _counted(told: Comparison, shown: int, is_filtered: bool) -> str:
    if told.identical:
        return "Файлы одинаковы." if told.common_past else f"{NO_COMMON_PAST} Записи в них одни и те же."
    if is_filtered:
        return f"Найдено: {counted(shown, 'запись', 'записи', 'записей')}." if shown else "Ничего не найдено."
    differ = counted(len(told.differences), "различие", "различия", "различий")
    text = f"{differ} в {counted(shown, 'записи', 'записях', 'записях')}."
    return text if told.common_past else f"{NO_COMMON_PAST} {text}"
