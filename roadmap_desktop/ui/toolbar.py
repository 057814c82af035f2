"""The bar above the pages: what is done most often, and the search."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget

from roadmap_desktop.ui.actions import Actions

_WITH_TEXT = (
    ("add", "Мероприятие"),
    ("print_month", "Печать месяца…"),
    ("save_copy", "Сохранить копию…"),
    ("merge", "Объединить…"),
)

_SEARCH = "Поиск (Ctrl+F), Enter — по всей карте"
# The margins and the cross of the search.
_AROUND = 44


class Toolbar(QWidget):
    """Buttons of some actions and the search field. While it is typed in, the page shown is searched; Enter searches
    everything: ``everywhere_wanted`` carries the words."""

    search_changed = Signal(str)
    everywhere_wanted = Signal(str)

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("toolbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(12, 7, 12, 7)
        row.setSpacing(8)
        texts = dict(_WITH_TEXT)
        self._buttons: dict[str, QToolButton] = {}
        for action_id in ("add", "undo", "redo", "print_month", "save_copy", "merge"):
            self._buttons[action_id] = self._button(actions, action_id, texts.get(action_id, ""))
            row.addWidget(self._buttons[action_id])
        self.search = self._search_field()
        row.addWidget(self.search, 1)

    def start_search(self) -> None:
        """Puts the caret into the search, over the words that stand there."""
        self.search.setFocus()
        self.search.selectAll()

    def name_added(self, text: str) -> None:
        """What the button that adds would add, on the page that is shown."""
        self._buttons["add"].setText(f" {text}")
        self._buttons["add"].setAccessibleName(text)

    def _button(self, actions: Actions, action_id: str, text: str) -> QToolButton:
        action = actions[action_id]
        button = QToolButton()
        button.setIconSize(QSize(16, 16))
        # Qt sets the words too close to the icon.
        button.setText(f" {text}" if text else "")
        button.setAccessibleName(text or action.text())
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        with_text = (
            Qt.ToolButtonStyle.ToolButtonTextBesideIcon if text else Qt.ToolButtonStyle.ToolButtonIconOnly
        )
        button.setToolButtonStyle(with_text)
        button.setProperty("primary", action_id == "add")
        button.clicked.connect(action.trigger)

        def follow() -> None:
            button.setEnabled(action.isEnabled())
            button.setToolTip(action.toolTip())
            button.setIcon(action.icon())

        action.changed.connect(follow)
        follow()
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._row.activate()
        room = self.search.width() - _AROUND
        is_roomy = self.search.fontMetrics().horizontalAdvance(_SEARCH) <= room
        self.search.setPlaceholderText(_SEARCH if is_roomy else "Поиск")

    def _search_field(self) -> QLineEdit:
        field = QLineEdit()
        field.setPlaceholderText(_SEARCH)
        field.setAccessibleName("Поиск")
        # Its picture is drawn when there is something to clear: drawing it is felt at the start.
        field.textChanged.connect(lambda _text: field.setClearButtonEnabled(True))
        field.textChanged.connect(self.search_changed)
        field.returnPressed.connect(lambda: self._search_everywhere(field.text()))
        clear = QShortcut(QKeySequence(Qt.Key.Key_Escape), field, field.clear)
        clear.setContext(Qt.ShortcutContext.WidgetShortcut)
        return field

    def _search_everywhere(self, words: str) -> None:
        if words.strip():
            self.everywhere_wanted.emit(words)
