"""The guide in a window of its own: it can be read beside the dialog it tells of."""

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from roadmap_desktop.ui.guide.browser import GuideBrowser
from roadmap_desktop.ui.guide.pages import find, guide_pages
from roadmap_desktop.ui.screen_room import resize_within_screen
from roadmap_desktop.ui.theme import sized

_SIZE = 1060, 680
_LIST_WIDTH = 290
_CAPTION_SIZE = 0.88
_TOPIC = Qt.ItemDataRole.UserRole
_NOTHING = "Ничего не найдено. Напишите слово короче или возьмите другое."


def show_guide(topic: str) -> "GuideWindow":
    """Shows that topic in the one window of the guide, which is made when it is first asked for."""
    shown = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, GuideWindow)]
    window = shown[0] if shown else _new_window()
    window.show_topic(topic)
    window.show()
    window.raise_()
    window.activateWindow()
    return window


def _new_window() -> "GuideWindow":
    window = GuideWindow()
    # It has no parent, whose dialogs would block it; so it is held until the program is left.
    QGuiApplication.instance().aboutToQuit.connect(lambda: window.close())  # type: ignore[union-attr]
    return window


class GuideWindow(QWidget):
    """The contents or what was found at the left, the page at the right."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("guide-window")
        self.setWindowTitle("Руководство")
        # The program is left with its own window, whether this one is open or not.
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        resize_within_screen(self, *_SIZE)
        self.browser = GuideBrowser()
        self.search = QLineEdit()
        self.search.setPlaceholderText("Найти (Ctrl+F)")
        self.search.setAccessibleName("Найти в руководстве")
        self.search.setClearButtonEnabled(True)
        self.list = QListWidget()
        self.list.setObjectName("guide-contents")
        self.list.setAccessibleName("Содержание руководства")
        self.said = QLabel(_NOTHING)
        self.said.setObjectName("start-hint")
        self.said.setWordWrap(True)
        self._lay_out()
        self.search.textChanged.connect(self._fill)
        self.search.returnPressed.connect(lambda: self._open(self.list.currentItem()))
        self.list.currentItemChanged.connect(lambda item, _left: self._open(item))
        self.browser.sourceChanged.connect(self._mark_page)
        for keys, act in (("Ctrl+F", self._start_search), ("Esc", self._leave), ("F1", self.search.setFocus)):
            QShortcut(QKeySequence(keys), self, act)
        self._fill("")

    def show_topic(self, topic: str) -> None:
        """Shows a page, from a heading on."""
        self.search.clear()
        self.browser.show_topic(topic)
        self.browser.setFocus()

    def _lay_out(self) -> None:
        back = self._button("‹", "Назад", self.browser.backward)
        forward = self._button("›", "Вперёд", self.browser.forward)
        for button, available in (
            (back, self.browser.backwardAvailable),
            (forward, self.browser.forwardAvailable),
        ):
            button.setEnabled(False)
            available.connect(button.setEnabled)
        row = QHBoxLayout()
        for widget in (back, forward, self.search):
            row.addWidget(widget)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(10, 10, 10, 10)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.said)
        column.addWidget(self.list, 1)
        splitter = QSplitter()
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(left)
        splitter.addWidget(self.browser)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([_LIST_WIDTH, _SIZE[0] - _LIST_WIDTH])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(splitter)

    def _button(self, text: str, name: str, act: object) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.clicked.connect(act)
        return button

    def _fill(self, query: str) -> None:
        """Lists the contents, or what holds the words."""
        self.list.blockSignals(True)
        self.list.clear()
        if query.strip():
            for hit in find(query):
                is_whole = hit.heading == hit.title
                self._add(hit.topic, hit.title if is_whole else f"{hit.heading}\n{hit.title}")
            self.said.setVisible(not self.list.count())
            self.list.setCurrentRow(0)
        else:
            self.said.hide()
            self._list_contents()
        self.list.blockSignals(False)
        if not query.strip():
            self._mark_page(self.browser.source())

    def _list_contents(self) -> None:
        group = ""
        for page in guide_pages():
            if page.group != group:
                group = page.group
                caption = self._add("", group)
                caption.setFlags(Qt.ItemFlag.NoItemFlags)
                caption.setFont(sized(_CAPTION_SIZE))
            self._add(page.name, page.title)

    def _add(self, topic: str, text: str) -> QListWidgetItem:
        item = QListWidgetItem(text, self.list)
        item.setData(_TOPIC, topic)
        return item

    def _open(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(_TOPIC):
            self.browser.show_topic(item.data(_TOPIC))

    def _mark_page(self, source: QUrl) -> None:
        """Marks in the contents the page that a link, or a key, has led to."""
        if self.search.text().strip():
            return
        name = source.path().removesuffix(".md")
        rows = [row for row in range(self.list.count()) if self.list.item(row).data(_TOPIC) == name]
        self.list.blockSignals(True)
        self.list.setCurrentRow(rows[0] if rows else -1)
        self.list.blockSignals(False)

    def _start_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _leave(self) -> None:
        """Esc takes the search away first, then the window."""
        if self.search.text():
            self.search.clear()
        else:
            self.close()
