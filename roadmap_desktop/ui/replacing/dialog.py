"""«Найти и заменить»: what is looked for, what takes its place, and beneath it every place before and after."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from roadmap_desktop.model.change_set import ChangeSet
from roadmap_desktop.model.replacing import Query
from roadmap_desktop.model.russian import counted
from roadmap_desktop.operations.registers.replacing import SEARCHED, Finds, find_places, replace_places
from roadmap_desktop.ui.dialogs import dialog_button
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.replacing.model import PlacesModel
from roadmap_desktop.ui.runner import Task

_HINT = "Напишите, что найти. До кнопки «Заменить» ничего не меняется."
_NOTHING = "Ничего не найдено."
# Who types is not interrupted at each letter.
_PAUSE_MS = 200
# Fewer are written before anyone could see that they are.
_QUICK = 100
_WIDTHS = (220, 150, 250)


class ReplaceDialog(QDialog):
    """``shown`` are the keys of what the page lists, by register; where it lists nothing, the whole file is looked
    through."""

    guide: ClassVar[str] = "search#Найти и заменить"
    told = Signal(str)

    def __init__(
        self, document: RoadmapDocument, shown: Mapping[str, Sequence[str]], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Найти и заменить")
        self.resize(940, 560)
        self._document, self._shown = document, shown
        self._task: Task | None = None
        self._finds = Finds((), 0, 0, {})
        self.wanted, self.replacement = _line("Найти"), _line("Заменить на")
        self.whole_words = QCheckBox("Слово целиком")
        self.match_case = QCheckBox("Различать прописные и строчные буквы")
        self.scope = QComboBox()
        self.scope.setAccessibleName("Где искать")
        if shown:
            self.scope.addItem("в том, что показывает страница")
        self.scope.addItem("во всём файле")
        self.said = QLabel(_HINT)
        self.said.setObjectName("start-hint")
        self.said.setWordWrap(True)
        self.model = PlacesModel()
        self.places = _table(self.model)
        self.places.installEventFilter(self)
        self._all = dialog_button("Отметить все", lambda: self.model.tick_all(on=True))
        self._none = dialog_button("Снять отметки", lambda: self.model.tick_all(on=False))
        self.replace_button = dialog_button("Заменить", self._replace, primary=True)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._lay_out()
        self._connect()
        self._tell()

    def done(self, result: int) -> None:
        """Stops looking."""
        if self._task is not None:
            self._task.cancel()
        super().done(result)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Space
        ):
            for index in self.places.selectionModel().selectedRows():
                self.model.toggle(index.row())
            return True
        return super().eventFilter(watched, event)

    def look(self) -> None:
        """Looks for what is typed now."""
        self._pause.stop()
        if self._task is not None:
            self._task.cancel()
        is_last = self.scope.currentIndex() == self.scope.count() - 1
        query, where = self._query(), None if is_last else self._shown
        if not query.find.strip():
            self._take(Finds((), 0, 0, {}))
            return
        self._task = self._document.query_in_background(
            "Слова ищутся…", lambda file: find_places(file, query, where), self._take
        )

    def _query(self) -> Query:
        return Query(
            self.wanted.text(),
            self.replacement.text(),
            self.whole_words.isChecked(),
            self.match_case.isChecked(),
        )

    def _take(self, finds: Finds) -> None:
        self._finds = finds
        self.model.show(finds.places)

    def _replace(self) -> None:
        if self._pause.isActive():
            # What is shown is not yet what is typed: it must be seen first.
            self.look()
            return
        chosen = self.model.chosen()
        if len(chosen) > _QUICK:
            self._document.execute_in_background(
                "Слова заменяются…", lambda file: replace_places(file, chosen), self._finish
            )
        elif (made := self._document.execute(lambda file: replace_places(file, chosen))) is not None:
            self._finish(made)

    def _finish(self, _made: ChangeSet) -> None:
        chosen = self.model.chosen()
        times = sum(place.times for place in chosen)
        records = len({(place.register, place.record_id) for place in chosen})
        left = sum(bool(place.why) for place in self._finds.places)
        unfit = f" Осталось как было, потому что не подходит: {left}." if left else ""
        where = counted(records, "записи", "записях", "записях")
        self.told.emit(f"Заменено: {times} в {where}.{unfit} Отменить: Ctrl+Z")
        self.accept()

    def _tell(self) -> None:
        chosen = self.model.chosen()
        times = sum(place.times for place in chosen)
        self.replace_button.setText(f"Заменить: {times}" if chosen else "Заменить")
        self.replace_button.setEnabled(bool(chosen))
        for button in (self._all, self._none):
            button.setEnabled(bool(self._finds.places))
        self.said.setText(self._words())

    def _words(self) -> str:
        if not self.wanted.text().strip():
            return _HINT
        if not self._finds.number:
            return _NOTHING
        parts = ", ".join(
            f"{SEARCHED[id_].title} — {times}" for id_, times in self._finds.by_register.items()
        )
        shown, number = len(self._finds.places), self._finds.number
        more = (
            f" Показаны первые {shown} мест из {number}: замените их и найдите снова."
            if shown < number
            else ""
        )
        unfit = sum(bool(place.why) for place in self._finds.places)
        left = f" Не подходит и останется как было: {unfit}." if unfit else ""
        return f"Найдено: {self._finds.times} ({parts}).{more}{left}"

    def _connect(self) -> None:
        self._pause.timeout.connect(self.look)
        for line in (self.wanted, self.replacement):
            line.textChanged.connect(lambda _text: self._pause.start())
            line.returnPressed.connect(self.look)
        for box in (self.whole_words, self.match_case):
            box.toggled.connect(lambda _on: self.look())
        self.scope.currentIndexChanged.connect(lambda _place: self.look())
        self.model.ticked.connect(self._tell)
        self._document.changed.connect(self._on_changed)

    def _on_changed(self, _made: ChangeSet) -> None:
        # A slot of the dialog: a lambda would be called when it is closed and gone.
        self._pause.start()

    def _lay_out(self) -> None:
        form = QGridLayout()
        form.setHorizontalSpacing(12)
        rows: tuple[tuple[str, QWidget], ...] = (
            ("&Найти:", self.wanted),
            ("&Заменить на:", self.replacement),
            ("&Где:", self.scope),
        )
        for row, (label, part) in enumerate(rows):
            words = QLabel(label)
            words.setBuddy(part)
            form.addWidget(words, row, 0)
            form.addWidget(part, row, 1)
        form.addWidget(self.whole_words, 0, 2)
        form.addWidget(self.match_case, 1, 2)
        form.setColumnStretch(1, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self._all)
        buttons.addWidget(self._none)
        buttons.addStretch(1)
        buttons.addWidget(self.replace_button)
        buttons.addWidget(dialog_button("Закрыть", self.reject))
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        column.addLayout(form)
        column.addWidget(self.said)
        column.addWidget(self.places, 1)
        column.addLayout(buttons)


def _line(name: str) -> QLineEdit:
    line = QLineEdit()
    line.setAccessibleName(name)
    line.setClearButtonEnabled(True)
    return line


def _table(model: PlacesModel) -> QTableView:
    table = QTableView()
    table.setModel(model)
    table.setAccessibleName("Что будет заменено")
    table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    # Thousands of lines of one height.
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    table.verticalHeader().setDefaultSectionSize(table.fontMetrics().lineSpacing() + 12)
    header = table.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setStretchLastSection(True)
    for column, width in enumerate(_WIDTHS):
        table.setColumnWidth(column, width)
    return table
