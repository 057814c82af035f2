"""The sheet, the size of the letters, the stamp: the options of any document."""

from collections.abc import Collection, Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from roadmap_desktop.operations.printing.printing import (
    DEFAULT_FONT_SIZE,
    FONT_SIZES,
    Draft,
    Orientation,
    Stamp,
)
from roadmap_desktop.ui.printing.parameter_editors import OneOf

_ANNEX_LINES = 3
_FIELDS = ("orientation", "font_size", "stamp", "post", "name", "annex")


class SheetForm(QWidget):
    """``altered`` are the fields that were chosen here; the others show what the document has by itself."""

    changed = Signal()

    def __init__(self, altered: Mapping[str, Any]) -> None:
        super().__init__()
        self.altered = {name: altered[name] for name in _FIELDS if name in altered}
        self._showing = False
        self._sheet = OneOf([(each.value, each) for each in Orientation])
        self._size = QSpinBox()
        self._size.setRange(FONT_SIZES.start, FONT_SIZES.stop - 1)
        self._size.setValue(DEFAULT_FONT_SIZE)
        self._stamp = OneOf([(each.value, each) for each in Stamp])
        self._post, self._name = QLineEdit(), QLineEdit()
        self._annex = QPlainTextEdit()
        self._lay_out()
        self._show_needed()
        self._listen()

    def show_draft(self, draft: Draft) -> None:
        """Shows the document's own where nothing else was chosen."""
        page, usual, altered = draft.bare.page, draft.usual, self.altered
        self._showing = True
        self._sheet.set_value(altered.get("orientation", page.orientation))
        self._size.setValue(int(altered.get("font_size", page.font_size)))
        self._stamp.set_value(altered.get("stamp", usual.stamp))
        for line, name in ((self._post, "post"), (self._name, "name")):
            if name not in altered:
                line.setText(getattr(usual, name))
            elif line.text().strip() != altered[name]:
                line.setText(altered[name])
        annex = altered.get("annex", usual.annex)
        if self._annex.toPlainText().strip() != annex:
            self._annex.setPlainText(annex)
        self._showing = False
        self._show_needed()

    def forget(self, names: Collection[str]) -> None:
        """These are as the document has them again."""
        for name in names:
            self.altered.pop(name, None)

    def _lay_out(self) -> None:
        self._post.setPlaceholderText("Должность")
        self._name.setPlaceholderText("И. О. Фамилия")
        self._sheet.setAccessibleName("Лист")
        self._size.setAccessibleName("Размер шрифта")
        self._size.setToolTip("Размер шрифта")
        self._post.setAccessibleName("Должность в грифе")
        self._name.setAccessibleName("Имя в грифе")
        self._annex.setAccessibleName("Гриф приложения")
        self._annex.setTabChangesFocus(True)
        self._annex.setFixedHeight(self._annex.fontMetrics().lineSpacing() * _ANNEX_LINES + 18)
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        sheet = QHBoxLayout()
        sheet.setSpacing(6)
        sheet.addWidget(self._sheet, 1)
        sheet.addWidget(self._size)
        form.addRow("Лист и шрифт", sheet)
        form.addRow("Гриф", self._stamp)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(form)
        for part in (self._post, self._name, self._annex):
            column.addWidget(part)

    def _listen(self) -> None:
        self._sheet.changed.connect(lambda: self._alter("orientation", self._sheet.value()))
        self._size.valueChanged.connect(lambda size: self._alter("font_size", size))
        self._stamp.changed.connect(lambda: self._alter("stamp", self._stamp.value()))
        self._post.textChanged.connect(lambda text: self._alter("post", text.strip()))
        self._name.textChanged.connect(lambda text: self._alter("name", text.strip()))
        self._annex.textChanged.connect(lambda: self._alter("annex", self._annex.toPlainText().strip()))

    def _alter(self, name: str, value: Any) -> None:
        if not self._showing:
            self.altered[name] = value
            self._show_needed()
            self.changed.emit()

    def _show_needed(self) -> None:
        stamp = self._stamp.value()
        for line in (self._post, self._name):
            line.setVisible(stamp in (Stamp.APPROVED, Stamp.AGREED))
        self._annex.setVisible(stamp is Stamp.ANNEX)
