"""Who signs beneath: a post and a name for each line."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from roadmap_desktop.operations.printing.printing import Signature

_MOST = 6


class SignatureRows(QWidget):
    """Lines can be added and taken away; until then they are the document's own."""

    changed = Signal()

    def __init__(self, altered: Sequence[Signature] | None) -> None:
        super().__init__()
        self.is_altered = altered is not None
        self._lines: list[tuple[QWidget, QLineEdit, QLineEdit]] = []
        self._more = QPushButton("+ Добавить подпись")
        self._more.setProperty("link", True)
        self._more.setAutoDefault(False)
        self._more.clicked.connect(self._add_empty)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(self._more)
        for signature in altered or ():
            self._add(signature)

    def show_usual(self, signatures: Sequence[Signature]) -> None:
        """Shows the document's own, where no others were chosen."""
        if self.is_altered or tuple(signatures) == self.signatures:
            return
        for line in self._lines:
            line[0].hide()
            line[0].deleteLater()
        self._lines.clear()
        for signature in signatures:
            self._add(signature)

    @property
    def signatures(self) -> tuple[Signature, ...]:
        """Who signs, from above."""
        return tuple(Signature(post.text().strip(), name.text().strip()) for _row, post, name in self._lines)

    def _add_empty(self) -> None:
        self._add(Signature("", ""))
        self._lines[-1][0].show()
        self._lines[-1][1].setFocus()
        self._tell()

    def _add(self, signature: Signature) -> None:
        post, name, away = QLineEdit(signature.post), QLineEdit(signature.name), QToolButton()
        post.setPlaceholderText("Должность")
        name.setPlaceholderText("И. О. Фамилия")
        post.setAccessibleName("Должность подписавшего")
        name.setAccessibleName("Имя подписавшего")
        away.setText("×")
        away.setAccessibleName("Убрать подпись")
        away.setToolTip("Убрать подпись")
        away.setProperty("away", True)
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(post, 1)
        row.addWidget(name, 1)
        row.addWidget(away)
        entry = (line, post, name)
        self._lines.append(entry)
        self._column.insertWidget(self._column.count() - 1, line)
        for edit in (post, name):
            edit.textChanged.connect(lambda _text: self._tell())
        away.clicked.connect(lambda: self._remove(entry))
        self._more.setVisible(len(self._lines) < _MOST)

    def _remove(self, entry: tuple[QWidget, QLineEdit, QLineEdit]) -> None:
        self._lines.remove(entry)
        entry[0].hide()
        entry[0].deleteLater()
        self._more.show()
        self._tell()

    def _tell(self) -> None:
        self.is_altered = True
        self.changed.emit()
