"""Backups in the window: made behind it, looked at, taken back by clicks."""

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QLabel, QMessageBox, QProgressDialog
from pytestqt.qtbot import QtBot

from roadmap_desktop.model.rows import Plan
from roadmap_desktop.operations import activities, backups
from roadmap_desktop.ui.backups_dialog import BackupsDialog
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.main_window import MainWindow
from roadmap_desktop.ui.runner import ThreadRunner
from roadmap_desktop.ui.settings import Settings

from .conftest import TODAY
from .person import choose, click


@pytest.fixture(autouse=True)
def own_backups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tmp_path / "копии"
    monkeypatch.setattr(backups, "backups_folder", lambda: root)
    return root


def write_note(window: MainWindow, text: str) -> None:
    plan = window.document.plan
    assert plan is not None
    first = plan.activities[0].id
    window.document.do(lambda file: activities.set_field(file, _plan(window), [first], "note", text))


def _plan(window: MainWindow) -> Plan:
    assert window.document.plan is not None
    return window.document.plan


def opened_dialog(window: MainWindow) -> BackupsDialog:
    choose(window, "Файл", "Резервные копии…")
    (dialog,) = [found for found in window.findChildren(BackupsDialog) if found.isVisible()]
    return dialog


def answer(dialog: BackupsDialog, words: str) -> None:
    (box,) = [found for found in dialog.findChildren(QMessageBox) if found.isVisible()]
    (button,) = [button for button in box.buttons() if button.text() == words]
    click(button)


def test_yesterday_comes_back_and_today_is_kept(window: MainWindow, sample: Path) -> None:
    write_note(window, "вчера")
    window.backups.back_up()
    write_note(window, "напрасно")
    dialog = opened_dialog(window)
    assert dialog.list.topLevelItemCount() == 1
    assert dialog.facts["В плане"].text() == "23 мероприятия, выполнено 0"
    assert "Примечание" in dialog.facts["Последнее изменение"].text()
    click(dialog.restore)
    answer(dialog, "Восстановить")
    assert _plan(window).activities[0].note == "вчера"
    assert not dialog.isVisible()
    assert "восстановлен" in window.status.text
    choose(window, "Правка", "Отменить")
    assert _plan(window).activities[0].note == ""
    assert opened_dialog(window).list.topLevelItem(0).text(1) == "перед восстановлением"


def test_a_backup_is_made_soon_after_opening_without_being_asked(
    window: MainWindow, sample: Path, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: bool(backups.list_backups(sample)), timeout=8000)
    assert backups.list_backups(sample)[0].reason == "при открытии"


def test_a_spoiled_backup_says_so_and_cannot_be_taken(window: MainWindow, sample: Path) -> None:
    window.backups.back_up()
    (backup,) = backups.list_backups(sample)
    backup.path.write_bytes(backup.path.read_bytes()[:9000])
    dialog = opened_dialog(window)
    assert "поврежд" in dialog.said.text()
    assert not dialog.restore.isEnabled()


def test_without_backups_the_dialog_says_when_the_first_is_made(window: MainWindow) -> None:
    dialog = opened_dialog(window)
    assert "пока нет" in dialog.said.text()
    assert not dialog.restore.isEnabled()


def test_a_failing_backup_is_told_and_hinders_nobody(window: MainWindow, own_backups: Path) -> None:
    own_backups.write_text("файл на месте папки")
    window.backups.back_up()
    assert window.status.text.startswith("Резервная копия не сделана.")
    write_note(window, "работа идёт")
    assert _plan(window).activities[0].note == "работа идёт"


def test_the_second_place_is_shown_and_forgotten(window: MainWindow, tmp_path: Path) -> None:
    backups.set_second_place(tmp_path)
    dialog = opened_dialog(window)
    labels = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
    assert any(str(tmp_path) in text for text in labels)
    (forget,) = [one for one in dialog.findChildren(type(dialog.restore)) if one.text() == "Не копировать"]
    click(forget)
    assert backups.second_place() is None


def test_restoring_that_is_cancelled_leaves_the_plan_open_as_it_was(
    qtbot: QtBot, sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    runner = ThreadRunner()
    document = RoadmapDocument(today=lambda: TODAY, runner=runner)
    window = MainWindow(document, Settings(tmp_path / "settings.ini"), runner, tmp_path, tmp_path / "log")
    qtbot.addWidget(window)
    window.show()
    window.open_at_start(sample)
    backups.back_up(sample, backups.Reason.OPENING)
    write_note(window, "сегодня")
    has_begun, may_go_on = Event(), Event()

    def hold(path: Path) -> None:
        has_begun.set()
        may_go_on.wait(20)

    monkeypatch.setattr(backups, "refuse_where_held", hold)
    dialog = opened_dialog(window)
    qtbot.waitUntil(dialog.restore.isEnabled)
    click(dialog.restore)
    answer(dialog, "Восстановить")
    assert has_begun.wait(20)
    (waiting,) = window.findChildren(QProgressDialog)
    waiting.canceled.emit()
    may_go_on.set()
    qtbot.waitUntil(lambda: window.document.plan is not None)
    assert _plan(window).activities[0].note == "сегодня"
    assert window.document.can_edit
    runner.wait()
    window.close()
