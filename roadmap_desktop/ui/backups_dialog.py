"""«Резервные копии»: when each was made and why, what stands in it, and taking one back."""

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from roadmap_desktop.errors import UserError
from roadmap_desktop.model.file_size import size_shown
from roadmap_desktop.model.local_time import here
from roadmap_desktop.model.period import school_year_label
from roadmap_desktop.model.russian import activities_counted
from roadmap_desktop.operations.file import backups
from roadmap_desktop.operations.file.backups import Backup, Preview
from roadmap_desktop.ui import messages
from roadmap_desktop.ui.preferences.second_place import SecondPlace
from roadmap_desktop.ui.runner import Runner

_NOTHING = "Резервных копий пока нет. Первая делается через несколько секунд после того, как файл открыт."
_CHOOSE = "Выберите копию в списке: здесь будет видно, что в ней. Пока копия не выбрана, ничего не меняется."
_FACTS = ("Дорожная карта", "Период", "В плане", "Последнее изменение")
_PREVIEW_WIDTH = 300
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class BackupsDialog(QDialog):
    """``restoring`` is emitted with the backup that is to be taken back, ``comparing`` with one to be compared,
    ``making`` when one is to be made now."""

    guide: ClassVar[str] = "backups"
    making = Signal()
    restoring = Signal(object)
    comparing = Signal(object)

    def __init__(self, path: Path, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Резервные копии")
        self.resize(1060, 500)
        self._path, self._runner = path, runner
        self.list = QTreeWidget()
        # Rows that are filled in before the style sheet is known keep the height they had without it.
        self.list.ensurePolished()
        self.list.setHeaderLabels(["Сделана", "Повод", "Файл", "Размер"])
        self.list.headerItem().setTextAlignment(3, _RIGHT)
        self.list.setRootIsDecorated(False)
        # Of a long name both the beginning and the folder are seen.
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.setAccessibleName("Резервные копии")
        # The current row is no choice: Qt makes the first one current as soon as the list has the keyboard.
        self.list.itemSelectionChanged.connect(self._show_preview)
        self.facts = {name: _text() for name in _FACTS}
        self.said = _text()
        self._second = SecondPlace()
        self.keep = QCheckBox("Не удалять")
        self.keep.setToolTip("Эта копия останется, сколько бы новых ни было сделано")
        self.keep.clicked.connect(self._set_kept)
        self.make = _button("Сделать резервную копию сейчас", self.making.emit)
        self.compare = _button("Сравнить с открытым…", lambda: self.comparing.emit(self.chosen()))
        self.restore = _button("Восстановить…", self._ask)
        self.restore.setProperty("primary", True)
        self._lay_out()
        self.fill()

    def fill(self, chosen: Backup | None = None) -> None:
        """Reads the list anew. Nothing is chosen in it but that backup, where it is given."""
        self.list.clear()
        for backup in backups.list_backups(self._path):
            item = QTreeWidgetItem(self._cells(backup))
            item.setTextAlignment(3, _RIGHT)
            item.setToolTip(2, str(backup.origin or ""))
            item.setData(0, Qt.ItemDataRole.UserRole, backup)
            self.list.addTopLevelItem(item)
            if chosen is not None and backup.key == chosen.key:
                self.list.setCurrentItem(item)
        self.list.setHeaderHidden(self.list.topLevelItemCount() == 0)
        self._second.show_place()
        self._show_preview()

    def chosen(self) -> Backup | None:
        """The backup that is marked."""
        items = self.list.selectedItems()
        backup: Backup | None = items[0].data(0, Qt.ItemDataRole.UserRole) if items else None
        return backup

    def _cells(self, backup: Backup) -> list[str]:
        reason = f"{backup.reason}, не удалять" if backup.is_kept else backup.reason
        is_other = backup.origin is not None and not backups.is_of(backup, self._path)
        file = f"{backup.stem} — {backup.origin.parent}" if is_other and backup.origin else backup.stem
        return [f"{backup.at:%d.%m.%Y %H:%M}", reason, file, size_shown(backup.size)]

    def _lay_out(self) -> None:
        header = self.list.header()
        header.setStretchLastSection(False)
        for place in (0, 1, 3):
            header.setSectionResizeMode(place, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addWidget(self.list, 1)
        middle.addWidget(self._preview_side())
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 18, 18, 14)
        column.setSpacing(12)
        column.addLayout(middle, 1)
        column.addWidget(self._second)
        close = _button("Закрыть", self.reject)
        column.addLayout(
            _row(
                self.make,
                _button("Открыть папку", self._open_folder),
                None,
                self.compare,
                self.restore,
                close,
            )
        )

    def _preview_side(self) -> QWidget:
        side, self._told = QWidget(), QWidget()
        side.setFixedWidth(_PREVIEW_WIDTH)
        column, inner = QVBoxLayout(side), QVBoxLayout(self._told)
        for each in (column, inner):
            each.setContentsMargins(0, 0, 0, 0)
            each.setSpacing(2)
        for name, fact in self.facts.items():
            caption = QLabel(name)
            caption.setObjectName("strip-caption")
            inner.addWidget(caption)
            inner.addWidget(fact)
            inner.addSpacing(10)
        inner.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._told)
        column.addWidget(self.said)
        column.addStretch(1)
        return side

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(backups.folder_of(self._path))))

    def _show_preview(self) -> None:
        backup = self.chosen()
        for fact in self.facts.values():
            fact.clear()
        self._told.setVisible(backup is not None)
        self._allow(False)
        self.said.setText("" if backup else _CHOOSE if self.list.topLevelItemCount() else _NOTHING)
        if backup is not None:
            self.keep.setChecked(backup.is_kept)
            self._runner.run(
                lambda _is_cancelled: backups.preview(backup),
                lambda told: self._on_preview(backup, told),
                lambda error: self._on_unreadable(backup, error),
            )

    def _on_preview(self, backup: Backup, told: Preview) -> None:
        if backup != self.chosen():
            return
        when = f"{here(told.changed_at):%d.%m.%Y %H:%M}. " if told.changed_at else ""
        texts = (
            told.title,
            f"{school_year_label(told.period)} учебный год",
            f"{activities_counted(told.activities)}, выполнено {told.done}",
            f"{when}{told.last}",
        )
        for fact, text in zip(self.facts.values(), texts, strict=True):
            fact.setText(text)
        self._allow(True)

    def _on_unreadable(self, backup: Backup, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        if backup == self.chosen():
            self._told.hide()
            self.said.setText(str(error))

    def _allow(self, allowed: bool) -> None:
        self.restore.setEnabled(allowed)
        self.compare.setEnabled(allowed)

    def _ask(self) -> None:
        backup = self.chosen()
        if backup is None:
            return
        of_another = ""
        if backup.origin is not None and not backups.is_of(backup, self._path):
            of_another = f"Это копия другого файла: {backup.origin}.\n\n"
        question = (
            f"Заменить файл «{self._path.name}» копией от {backup.at:%d.%m.%Y %H:%M}?\n\n{of_another}"
            "Нынешний план сначала сохранится в резервную копию «перед восстановлением»: его можно будет вернуть."
        )
        answer = ("Восстановить", lambda: self.restoring.emit(backup))
        messages.ask_which(self, "Восстановление из копии", question, [answer], no="Не заменять")

    def _set_kept(self, is_kept: bool) -> None:
        backup = self.chosen()
        if backup is None:
            return
        try:
            backups.set_kept(backup, is_kept)
        except UserError as error:
            messages.refuse(self, str(error))
        self.fill(backup)


def _button(text: str, clicked: Callable[[], object]) -> QPushButton:
    button = QPushButton(text)
    button.setAutoDefault(False)
    button.clicked.connect(lambda: clicked())
    return button


def _row(*parts: QWidget | None) -> QHBoxLayout:
    """Parts side by side; None is the space that grows."""
    row = QHBoxLayout()
    for part in parts:
        if part is None:
            row.addStretch(1)
        else:
            row.addWidget(part)
    return row


def _text() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
