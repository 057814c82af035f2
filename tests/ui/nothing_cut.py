"""What of a window's words and controls does not fit where it stands."""

from collections.abc import Iterator

from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QCheckBox,
    QComboBox,
    QLabel,
    QRadioButton,
    QScrollArea,
    QToolButton,
    QWidget,
)


def cut_in(root: QWidget) -> list[str]:
    """Each visible control of a window that is narrower than its words, lower than its lines, or partly behind the edge
    of what it stands in, by kind and words. What scrolls may be out of sight."""
    return list(dict.fromkeys(_found(root)))


def _found(root: QWidget) -> Iterator[str]:
    for widget in root.findChildren(QWidget):
        words = _words(widget)
        if not widget.isVisible() or not words.strip() or _is_inside_view(widget, root):
            continue
        if not _fits(widget) or (not _scrolls(widget, root) and _is_behind_an_edge(widget, root)):
            yield f"{type(widget).__name__} {' '.join(words.split())[:60]!r}"


def _words(widget: QWidget) -> str:
    if isinstance(widget, QToolButton):
        return widget.text() if widget.icon().isNull() else ""
    if isinstance(widget, (QLabel, QAbstractButton)):
        return widget.text()
    return widget.currentText() if isinstance(widget, QComboBox) and not widget.isEditable() else ""


def _fits(widget: QWidget) -> bool:
    if isinstance(widget, QLabel) and widget.wordWrap():
        longest = max(
            (widget.fontMetrics().horizontalAdvance(word) for word in widget.text().split()), default=0
        )
        margins = widget.contentsMargins()
        room = widget.width() - margins.left() - margins.right()
        return longest <= room and widget.heightForWidth(widget.width()) <= widget.height() + 1
    if isinstance(widget, (QLabel, QCheckBox, QRadioButton, QComboBox)):
        return (
            widget.sizeHint().width() <= widget.width() + 1
            and widget.sizeHint().height() <= widget.height() + 4
        )
    return widget.minimumSizeHint().width() <= widget.width() + 1


def _is_inside_view(widget: QWidget, root: QWidget) -> bool:
    """Whether it is drawn over the cells of a table, a calendar or a preview."""
    parent = widget.parentWidget()
    while parent is not None and parent is not root:
        if isinstance(parent, QAbstractScrollArea) and not isinstance(parent, QScrollArea):
            return True
        parent = parent.parentWidget()
    return False


def _scrolls(widget: QWidget, root: QWidget) -> bool:
    parent = widget.parentWidget()
    while parent is not None and parent is not root:
        if isinstance(parent, QScrollArea):
            return True
        parent = parent.parentWidget()
    return False


def _is_behind_an_edge(widget: QWidget, root: QWidget) -> bool:
    top_left = widget.mapTo(root, widget.rect().topLeft())
    bottom_right = widget.mapTo(root, widget.rect().bottomRight())
    return not (root.rect().contains(top_left) and root.rect().contains(bottom_right))
