"""The preview: the first page at once, the others after it; leafed through and searched in."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from roadmap_desktop.operations.printing import printing
from roadmap_desktop.ui.printing.dialog import PrintDialog
from roadmap_desktop.ui.runner import ThreadRunner
from tests.ui.person import press, type_text
from tests.ui.printing.conftest import Open, button, has_words, lines, press_button, settle


def search(qtbot: QtBot, dialog: PrintDialog, words: str) -> None:
    press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier, dialog)
    line = dialog.preview.search.line
    line.clear()
    type_text(words, line)
    qtbot.waitUntil(lambda: bool(dialog.preview.search.found.text()))


def test_the_page_that_is_looked_at_is_told(opened: Open) -> None:
    dialog = opened()
    count = dialog.preview.page_count
    assert dialog.preview.said == f"Страница 1 из {count}"
    dialog.preview.go_to(1)
    assert dialog.preview.said == f"Страница 2 из {count}"


def test_words_are_found_one_after_another_and_round(qtbot: QtBot, opened: Open) -> None:
    dialog = opened()
    search(qtbot, dialog, "профессиональных")
    found = dialog.preview.search.found
    qtbot.waitUntil(lambda: dialog.preview.search._count > 1)
    count = dialog.preview.search._count
    qtbot.waitUntil(lambda: found.text() == f"1 из {count}")
    line = dialog.preview.search.line
    press(Qt.Key.Key_Return, widget=line)
    assert found.text() == f"2 из {count}"
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier, line)
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier, line)
    assert found.text() == f"{count} из {count}"
    assert dialog.isVisible()


@pytest.mark.parametrize("words", ["№ п/п", "МКУ «ЦМТО»"])
def test_words_are_found_as_they_are_typed_though_they_are_kept_together(
    qtbot: QtBot, opened: Open, words: str
) -> None:
    dialog = opened()
    search(qtbot, dialog, words)
    qtbot.waitUntil(lambda: dialog.preview.search.found.text().startswith("1 из"))


def test_what_is_nowhere_is_said(qtbot: QtBot, opened: Open) -> None:
    dialog = opened()
    search(qtbot, dialog, "жираф")
    qtbot.waitUntil(lambda: dialog.preview.search.found.text() == "не найдено")
    press(Qt.Key.Key_Escape, widget=dialog.preview.search.line)
    assert dialog.preview.search.found.text() == ""
    assert dialog.isVisible()


def test_zooming_changes_the_size_until_it_fits_again(opened: Open) -> None:
    dialog = opened()
    view = dialog.preview._view
    fitted = dialog.preview._fitted()
    buttons = {each.accessibleName(): each for each in dialog.preview.findChildren(QToolButton)}
    buttons["Крупнее"].click()
    assert view.zoomFactor() > fitted
    buttons["По ширине"].click()
    assert view.zoomMode() == view.ZoomMode.FitToWidth


def test_the_first_page_is_shown_while_the_others_are_made(
    qtbot: QtBot, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, really = threading.Event(), printing.pdf_bytes

    def held(*arguments: object) -> bytes:
        go_on.wait()
        return really(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(printing, "pdf_bytes", held)
    dialog = opened(runner=ThreadRunner())
    try:
        qtbot.waitUntil(lambda: dialog.preview.page_count == 1)
        assert dialog.preview.said == "Страница 1 из …"
        assert not button(dialog, "Печать…").isEnabled()
    finally:
        go_on.set()
    qtbot.waitUntil(lambda: dialog.preview.page_count > 1)
    assert button(dialog, "Печать…").isEnabled()
    dialog.reject()


def test_closing_gives_up_what_is_not_ready(
    qtbot: QtBot, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    began, seen = threading.Event(), []

    def endless(_document: object, is_cancelled: object) -> bytes:
        began.set()
        while not is_cancelled():  # type: ignore[operator]
            threading.Event().wait(0.001)
        seen.append("given up")
        return b""

    monkeypatch.setattr(printing, "pdf_bytes", endless)
    dialog = opened(runner=ThreadRunner())
    qtbot.waitUntil(began.is_set)
    dialog.reject()
    qtbot.waitUntil(lambda: seen == ["given up"])


def test_only_what_was_asked_for_last_is_shown(qtbot: QtBot, opened: Open, tmp_path: Path) -> None:
    dialog = opened(runner=ThreadRunner())
    for report in ("quarter", "annex", "year", "month"):
        dialog.pane.choose(report, {})
    qtbot.waitUntil(lambda: dialog.preview.said.startswith("Страница 1 из"))
    assert dialog.title == "План работы на октябрь 2020 года"
    settle(qtbot, dialog)
    dialog.reject()
    QApplication.processEvents()


def test_saving_waits_for_nothing_and_is_told(qtbot: QtBot, opened: Open, tmp_path: Path) -> None:
    dialog = opened(runner=ThreadRunner())
    qtbot.waitUntil(lambda: button(dialog, "Word…").isEnabled())
    with qtbot.waitSignal(dialog.output.saved):
        dialog.save_to(tmp_path / "план.docx")
    assert dialog.saved.words.text() == "Сохранено: план.docx"
    assert (tmp_path / "план.docx").stat().st_size > 5000
    press_button(dialog, "Закрыть")


def test_signs_that_paper_lacks_are_told_above_the_pages(qtbot: QtBot, opened: Open) -> None:
    dialog = opened()
    assert not has_words(dialog, "квадраты")
    (name,) = lines(dialog, "Имя подписавшего")
    name.setText("Образцова 🎉")
    settle(qtbot, dialog)
    assert has_words(dialog, "нет знаков: 🎉. На бумаге и в PDF вместо них квадраты.")
    name.setText("Образцова ✔")
    settle(qtbot, dialog)
    assert not has_words(dialog, "квадраты")
