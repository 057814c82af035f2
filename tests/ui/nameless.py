"""Which controls of a window a screen reader could not name, and which the keyboard does not reach."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QTableView,
    QTextEdit,
    QWidget,
)

CONTROLS = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit, QSpinBox, QTextEdit)


def nameless_in(root: QWidget) -> list[str]:
    """Each visible control without a name or a role, by kind and where it stands."""
    return [
        where(one) for one in controls_of(root) if not name_of(one) or role_of(one) is QAccessible.Role.NoRole
    ]


def unreached_in(root: QWidget) -> list[str]:
    """Each control that can be used and that Tab never comes to. A group of which one is chosen is one stop, its others
    are reached by arrows; the calendar beside a date opens by F4 from its line."""
    return [
        where(one)
        for one in controls_of(root)
        if one.isEnabled()
        and not one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and one.focusProxy() is None
        and not (isinstance(one, QAbstractButton) and (is_one_of_several(one) or one.property("calendar")))
    ]


def is_one_of_several(button: QAbstractButton) -> bool:
    return button.isCheckable() and (button.autoExclusive() or button.group() is not None)


def controls_of(root: QWidget) -> list[QWidget]:
    found = [one for one in root.findChildren(QWidget) if isinstance(one, CONTROLS) and one.isVisible()]
    return [one for one in found if not one.objectName().startswith("qt_") and not is_part(one)]


def is_part(widget: QWidget) -> bool:
    """Whether it is told of as a part of what it stands in: headings of a table, the line of a list."""
    parent = widget.parentWidget()
    if isinstance(widget, QHeaderView) or type(parent).__name__ == "QTabBar":
        return True
    is_corner = isinstance(widget, QAbstractButton) and isinstance(parent, QTableView)
    return is_corner or isinstance(parent, (QComboBox, QSpinBox, QLineEdit))


def name_of(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).strip() if interface is not None else ""


def role_of(widget: QWidget) -> QAccessible.Role:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.role() if interface is not None else QAccessible.Role.NoRole


def where(widget: QWidget) -> str:
    """The control and what it stands in: «QLineEdit in QFrame in RecordForm»."""
    kinds, one = [], widget
    while one is not None and len(kinds) < 4:
        kinds.append(f"{type(one).__name__}{'#' + one.objectName() if one.objectName() else ''}")
        one = one.parentWidget()
    text = getattr(widget, "text", lambda: "")()
    return " in ".join(kinds) + (f" {text!r}" if isinstance(text, str) and text else "")
