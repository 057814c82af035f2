"""«События для другого календаря» in the window."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton

from roadmap_desktop.ui.calendar.export_dialog import CalendarExportDialog
from roadmap_desktop.ui.main_window import MainWindow
from tests.exchange.calendar_files import events_in
from tests.ui.person import choose, click


@pytest.fixture
def dialog(window: MainWindow) -> CalendarExportDialog:
    choose(window, "Отчёты", "События для другого календаря…")
    (found,) = [one for one in window.findChildren(CalendarExportDialog) if one.isVisible()]
    return found


def button(dialog: CalendarExportDialog, text: str) -> QPushButton:
    (found,) = [one for one in dialog.findChildren(QPushButton) if one.text() == text]
    return found


def said(window: MainWindow) -> str:
    (box,) = [box for box in window.findChildren(QMessageBox) if box.isVisible()]
    text = box.text()
    box.close()
    return text


def test_it_opens_small_and_says_how_many_events_there_are(dialog: CalendarExportDialog) -> None:
    assert dialog.height() <= 700
    assert dialog.told.text() == "В файле будет 22 события; без даты 1 — в календарь не вошло."
    assert dialog.kinds["activities"].text() == "Мероприятия: 22"
    assert dialog.kinds["meetings"].text() == "Совещания: 0"
    assert [dialog.time.itemText(place) for place in range(4)] == [
        *("Весь период", "2020 год", "2021 год", "Сентябрь 2020"),
    ]


def test_the_whole_plan_is_saved_and_told(
    window: MainWindow, dialog: CalendarExportDialog, tmp_path: Path
) -> None:
    click(button(dialog, "Сохранить…"))
    (asked,) = dialog.findChildren(QFileDialog)
    assert [Path(name).name for name in asked.selectedFiles()] == ["Дорожная карта 2020–2021.ics"]
    asked.fileSelected.emit(str(tmp_path / "год.ics"))
    asked.close()
    assert "22 события; без даты 1" in said(window)
    assert not dialog.isVisible()
    assert len(events_in((tmp_path / "год.ics").read_bytes())) == 22


def test_a_month_of_activities_alone(dialog: CalendarExportDialog, tmp_path: Path) -> None:
    click(button(dialog, "Только мероприятия"))
    assert dialog.kinds_chosen == {"activities"}
    dialog.time.setCurrentText("Октябрь 2020")
    told = dialog.told.text()
    dialog.save_to(tmp_path / "октябрь.ics")
    events = events_in((tmp_path / "октябрь.ics").read_bytes())
    assert 0 < len(events) < 22
    assert told.startswith(f"В файле будет {len(events)} событи")


def test_nothing_chosen_cannot_be_saved(dialog: CalendarExportDialog) -> None:
    dialog.kinds["activities"].click()
    assert dialog.told.text() == "Событий нет: записывать нечего."
    assert not button(dialog, "Сохранить…").isEnabled()
    click(button(dialog, "Отметить всё"))
    assert button(dialog, "Сохранить…").isEnabled()


def test_what_was_not_wanted_is_remembered(window: MainWindow, dialog: CalendarExportDialog) -> None:
    dialog.kinds["steps"].click()
    click(button(dialog, "Отмена"))
    choose(window, "Отчёты", "События для другого календаря…")
    (again,) = [one for one in window.findChildren(CalendarExportDialog) if one.isVisible()]
    assert set(again.kinds) - again.kinds_chosen == {"steps"}


def test_a_refusal_is_told_and_the_dialog_stays(window: MainWindow, dialog: CalendarExportDialog) -> None:
    dialog.save_to(Path("/нет такой папки/к.ics"))
    assert "такой папки нет" in said(window)
    assert dialog.isVisible()
