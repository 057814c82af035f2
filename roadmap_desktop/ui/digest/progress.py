"""How far the reading is, and «Отмена». Seen only while something is read."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from roadmap_desktop.ui.digest.reading import DigestReading


class ReadingProgress(QWidget):
    """Words, a bar and a button beneath the tables, which stay to be looked at."""

    def __init__(self, reading: DigestReading, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = QLabel()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(8)
        cancel = QPushButton("Отмена")
        cancel.setAutoDefault(False)
        cancel.clicked.connect(reading.cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._words)
        row.addWidget(self._bar, 1)
        row.addWidget(cancel)
        self.hide()
        reading.began.connect(self._begin)
        reading.went_on.connect(self._go_on)
        reading.ended.connect(self.hide)

    def _begin(self) -> None:
        self._go_on(0, 0)
        self.show()

    def _go_on(self, done: int, of: int) -> None:
        self._bar.setRange(0, of)
        self._bar.setValue(done)
        self._words.setText(f"Прочитано файлов: {done} из {of}" if of else "Файлы читаются…")
