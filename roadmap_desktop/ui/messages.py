"""What is said to the user in boxes: a refusal, a question, an unexpected error. None of them blocks.

Qt's boxes are named in full: Shiboken builds a class with all its enumerations when it is first named, which a start in
which nothing is said can do without."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6 import QtWidgets
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget


def refuse(parent: QWidget | None, sentence: str) -> "QtWidgets.QMessageBox":
    """Shows a known refusal: what happened, that the work is safe, what to do."""
    return _box(parent, QtWidgets.QMessageBox.Icon.Warning, "Не получилось", sentence)


def inform(parent: QWidget | None, title: str, text: str) -> "QtWidgets.QMessageBox":
    """Shows something worth knowing."""
    return _box(parent, QtWidgets.QMessageBox.Icon.Information, title, text)


def report_bug(
    parent: QWidget | None, details: str, log: Path, *, goes_on: bool = True
) -> "QtWidgets.QMessageBox":
    """Shows an unexpected error: what happened, that saved work is safe, where the log is; with a button to copy it.
    ``goes_on``: the program is still there afterwards."""
    then = (
        "Можно работать дальше; ещё раз об этой ошибке программа не сообщит."
        if goes_on
        else "Программа закроется. Запустите её ещё раз."
    )
    box = _box(
        parent,
        QtWidgets.QMessageBox.Icon.Critical,
        "Непредвиденная ошибка",
        "В программе произошла ошибка. Всё, что было сохранено, цело: каждая правка записывается сразу.\n\n"
        f"Подробности записаны в журнал программы:\n{log}\n\n"
        f"{then} Перешлите журнал разработчикам.",
    )
    add_copying(box, "Скопировать подробности", details)
    return box


def add_copying(box: "QtWidgets.QMessageBox", button: str, text: str) -> None:
    """Gives a box a button that copies a text and leaves the box open."""
    copy = box.addButton(button, QtWidgets.QMessageBox.ButtonRole.ActionRole)
    copy.clicked.disconnect()
    copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(text))


def ask(
    parent: QWidget | None, title: str, question: str, yes: str, then: Callable[[], object]
) -> "QtWidgets.QMessageBox":
    """Asks; ``then`` is called when the button with the text ``yes`` is pressed."""
    return ask_which(parent, title, question, [(yes, then)])


def ask_which(
    parent: QWidget | None,
    title: str,
    question: str,
    answers: Sequence[tuple[str, Callable[[], object]]],
    no: str = "",
) -> "QtWidgets.QMessageBox":
    """Asks under a title that names what is about to be done; each answer is a button's text and what is called when it
    is pressed; ``no`` names the one that does nothing."""
    box = _box(
        parent,
        QtWidgets.QMessageBox.Icon.Question,
        title,
        question,
        buttons=QtWidgets.QMessageBox.StandardButton.Cancel,
    )
    for text, then in answers:
        button = box.addButton(text, QtWidgets.QMessageBox.ButtonRole.AcceptRole)
        button.clicked.connect(lambda _checked=False, then=then: then())
    if no:
        # Enter pressed in haste must do nothing.
        box.button(QtWidgets.QMessageBox.StandardButton.Cancel).setText(no)
        box.setDefaultButton(QtWidgets.QMessageBox.StandardButton.Cancel)
    return box


def _box(
    parent: QWidget | None,
    icon: "QtWidgets.QMessageBox.Icon",
    title: str,
    text: str,
    buttons: "QtWidgets.QMessageBox.StandardButton | None" = None,
) -> "QtWidgets.QMessageBox":
    box = QtWidgets.QMessageBox(icon, title, text, buttons or QtWidgets.QMessageBox.StandardButton.Ok, parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
    return box
