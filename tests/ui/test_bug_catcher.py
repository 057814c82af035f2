"""What nobody expected is told, logged, and never ends the program silently."""

import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from roadmap_desktop.errors import UserError
from roadmap_desktop.ui.bug_catcher import BugCatcher


@pytest.fixture
def catcher(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> BugCatcher:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    catcher = BugCatcher(tmp_path / "журнал" / "roadmap-desktop.log")
    catcher.window = QWidget()
    qtbot.addWidget(catcher.window)
    catcher.window.show()
    return catcher


def raise_and_catch(catcher: BugCatcher, error: Exception) -> QMessageBox:
    try:
        raise error
    except Exception:
        catcher._on_exception(*sys.exc_info())  # type: ignore[arg-type]
    assert catcher.window is not None
    (box,) = catcher.window.findChildren(QMessageBox)
    return box


def test_a_bug_says_that_saved_work_is_safe_and_where_the_log_is(catcher: BugCatcher, tmp_path: Path) -> None:
    box = raise_and_catch(catcher, ZeroDivisionError("<b>деление</b>"))
    assert "цело" in box.text()
    assert "roadmap-desktop.log" in box.text()
    assert "Traceback" not in box.text()
    log = (tmp_path / "журнал" / "roadmap-desktop.log").read_text(encoding="utf-8")
    assert "ZeroDivisionError: <b>деление</b>" in log


def test_the_details_can_be_copied_and_the_box_stays(catcher: BugCatcher) -> None:
    box = raise_and_catch(catcher, ZeroDivisionError("деление"))
    (copy,) = [
        button for button in box.findChildren(QPushButton) if button.text() == "Скопировать подробности"
    ]
    copy.click()
    assert "ZeroDivisionError" in QApplication.clipboard().text()
    assert box.isVisible()


def test_many_errors_at_once_make_one_box(catcher: BugCatcher) -> None:
    for _ in range(3):
        raise_and_catch(catcher, ZeroDivisionError("деление"))


def test_a_known_refusal_is_told_without_a_log(catcher: BugCatcher, tmp_path: Path) -> None:
    box = raise_and_catch(catcher, UserError("Флешка вынута. Всё сохранённое цело."))
    assert box.text() == "Флешка вынута. Всё сохранённое цело."
    assert not (tmp_path / "журнал" / "roadmap-desktop.log").exists()
