"""The choice of what is shown: a button that opens a menu of kinds to tick."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QToolButton

from roadmap_desktop.model.russian import counted
from roadmap_desktop.ui.settings import Settings


class KindsButton(QToolButton):
    """«Показывать: всё ▾». ``kinds`` are ids and titles, asked for when the menu opens: registers are not read while
    the program starts. ``alone`` is said and offered for none of them. What is hidden is remembered under ``key``."""

    hidden_changed = Signal()

    def __init__(
        self,
        kinds: Callable[[], Sequence[tuple[str, str]]],
        alone: str,
        hint: str,
        settings: Settings,
        key: str,
    ) -> None:
        super().__init__()
        self._kinds, self._alone, self._settings, self._key = kinds, alone, settings, key
        self.hidden = {kind for kind in settings.text(key).split(" ") if kind}
        self.kinds_menu = QMenu()
        self.kinds_menu.aboutToShow.connect(self._fill_menu)
        self.setProperty("chip", True)
        self.setMenu(self.kinds_menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolTip(hint)
        self.tell(may_ask=False)

    def shown(self) -> set[str]:
        """The ids of the kinds that are shown."""
        return {id_ for id_, _ in self._kinds()} - self.hidden

    def hide_kinds(self, hidden: set[str]) -> None:
        """Shows all kinds but these, and remembers it."""
        self.hidden = hidden
        self._settings.remember(self._key, " ".join(sorted(hidden)))
        self.tell()
        self.hidden_changed.emit()

    def tell(self, *, may_ask: bool = True) -> None:
        """Says what is shown; whether that is none of the kinds is known once they may be asked for."""
        if not self.hidden:
            words = "всё"
        elif may_ask and not self.shown():
            words = self._alone.lower()
        else:
            words = f"всё, кроме {counted(len(self.hidden), 'вида', 'видов', 'видов')}"
        self.setText(f"Показывать: {words} ▾")
        self.setAccessibleName(f"Показывать: {words}")

    def _fill_menu(self) -> None:
        menu, kinds = self.kinds_menu, self._kinds()
        menu.clear()
        menu.addAction("Показывать всё", lambda: self.hide_kinds(set()))
        menu.addAction(self._alone, lambda: self.hide_kinds({id_ for id_, _ in kinds}))
        menu.addSeparator()
        for id_, title in kinds:
            action = menu.addAction(title)
            action.setCheckable(True)
            action.setChecked(id_ not in self.hidden)
            action.toggled.connect(
                lambda shown, one=id_: self.hide_kinds(self.hidden - {one} if shown else self.hidden | {one})
            )
