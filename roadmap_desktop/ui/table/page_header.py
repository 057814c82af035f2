"""The line above a table: its title, chips that filter, and what can be done with it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton

from roadmap_desktop.ui.table.chips import FilterChips

_HEIGHT = 42
# The margins and room for two chips, and the narrowest line there can be.
_AROUND_CHIPS, _LEAST = 270, 420
# On a narrower page the title goes, for the navigation says it too.
_LEAST_WITH_TITLE = 620
# The text of a button, and what it does or the menu that it opens.
Button = tuple[str, Callable[[], object] | QMenu]


class PageHeader(QFrame):
    """``folded`` buttons are in a menu «Ещё» where room is scarce: the first ones, and the last."""

    def __init__(
        self, title: str, chips: FilterChips, buttons: Sequence[Button] = (), folded: Sequence[str] = ()
    ) -> None:
        super().__init__()
        self.setObjectName("page-header")
        self.setFixedHeight(_HEIGHT)
        self._title = QLabel(title)
        self._title.setObjectName("page-title")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(8)
        row.addWidget(self._title)
        row.addSpacing(4)
        row.addWidget(chips, 1)
        made = [_button(text, act) for text, act in buttons]
        self._folded = [button for button in made if button.text() in folded]
        more = QMenu(self)
        for button in self._folded:
            more.addAction(button.text(), button.click)
        self._more = _button("Ещё ▾", more)
        self._more.hide()
        for button in (*made, self._more):
            row.addWidget(button)
        wide = (self._title, *made)
        self._wide = sum(part.sizeHint().width() + row.spacing() for part in wide) + _AROUND_CHIPS

    def minimumSizeHint(self) -> QSize:
        # Else what is to be folded would hold the window as wide as it is unfolded.
        return QSize(_LEAST, _HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < self._wide
        self._more.setVisible(is_narrow and bool(self._folded))
        self._title.setVisible(self.width() >= _LEAST_WITH_TITLE)
        for button in self._folded:
            button.setHidden(is_narrow)


def _button(text: str, act: Callable[[], object] | QMenu) -> QPushButton:
    button = QPushButton(text)
    button.setProperty("chip", True)
    if isinstance(act, QMenu):
        button.setMenu(act)
    else:
        button.clicked.connect(lambda _checked=False: act())
    return button
