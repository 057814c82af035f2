"""The sheet, the size of the letters, the stamp: what any document can be dressed with."""

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QFormLayout, QLineEdit, QPlainTextEdit, QSpinBox, QVBoxLayout, QWidget

from roadmap_desktop.operations.printing import FONT_SIZES, Dress, Orientation, PageSetup, Stamp
from roadmap_desktop.ui.printing.parameter_editors import OneOf

_ANNEX_LINES = 3


class SheetForm(QWidget):
    """Sheet and size are the report's own until another is chosen."""

    changed = Signal()

    def __init__(self, dress: Dress) -> None:
        super().__init__()
        self._dress = dress
        self._sheet = OneOf([(each.value, each) for each in Orientation])
        self._size = QSpinBox()
        self._size.setRange(FONT_SIZES.start, FONT_SIZES.stop - 1)
        self._stamp = OneOf([(each.value, each) for each in Stamp])
        self._post, self._name = QLineEdit(dress.post), QLineEdit(dress.name)
        self._annex = QPlainTextEdit(dress.annex)
        self._lay_out()
        self._stamp.set_value(dress.stamp)
        self._show_needed()
        self._listen()

    @property
    def dress(self) -> Dress:
        """What is chosen here."""
        return replace(
            self._dress,
            stamp=self._stamp.value(),
            post=self._post.text().strip(),
            name=self._name.text().strip(),
            annex=self._annex.toPlainText().strip(),
        )

    def show_page(self, page: PageSetup) -> None:
        """Shows the sheet that the report takes by itself, where none is chosen."""
        with QSignalBlocker(self._sheet), QSignalBlocker(self._size):
            self._sheet.set_value(self._dress.orientation or page.orientation)
            self._size.setValue(int(self._dress.font_size or page.font_size))

    def _lay_out(self) -> None:
        self._post.setPlaceholderText("Должность")
        self._name.setPlaceholderText("И. О. Фамилия")
        self._post.setAccessibleName("Должность в грифе")
        self._name.setAccessibleName("Имя в грифе")
        self._annex.setAccessibleName("Гриф приложения")
        self._annex.setTabChangesFocus(True)
        self._annex.setFixedHeight(self._annex.fontMetrics().lineSpacing() * _ANNEX_LINES + 18)
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.addRow("Лист", self._sheet)
        form.addRow("Размер шрифта", self._size)
        form.addRow("Гриф", self._stamp)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(form)
        for part in (self._post, self._name, self._annex):
            column.addWidget(part)

    def _listen(self) -> None:
        self._sheet.changed.connect(self._on_sheet)
        self._size.valueChanged.connect(self._on_size)
        self._stamp.changed.connect(self._on_stamp)
        for line in (self._post, self._name):
            line.textChanged.connect(lambda _text: self.changed.emit())
        self._annex.textChanged.connect(self.changed)

    def _on_sheet(self) -> None:
        self._dress = replace(self._dress, orientation=self._sheet.value())
        self.changed.emit()

    def _on_size(self, size: int) -> None:
        self._dress = replace(self._dress, font_size=size)
        self.changed.emit()

    def _on_stamp(self) -> None:
        self._show_needed()
        self.changed.emit()

    def _show_needed(self) -> None:
        stamp = self._stamp.value()
        for line in (self._post, self._name):
            line.setVisible(stamp in (Stamp.APPROVED, Stamp.AGREED))
        self._annex.setVisible(stamp is Stamp.ANNEX)
