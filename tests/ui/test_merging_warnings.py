"""What the windows of merging and comparing say of a copy that is not to be trusted as it stands."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from roadmap_desktop.operations.plan import activities
from roadmap_desktop.operations.plan.reading import read_plan
from roadmap_desktop.storage.roadmap_file import RoadmapFile
from roadmap_desktop.ui.main_window import MainWindow
from roadmap_desktop.ui.merging.compare_dialog import CompareDialog
from tests.ui.copies import button, choose_files, merge_with, note, notes, said, shown, tables, told
from tests.ui.person import choose, click

FAST = datetime(2099, 6, 1, tzinfo=UTC)


def rewrite_past(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE change_set SET label = 'Другое' WHERE kind = 'creation'")
        connection.commit()


def note_in_2099(path: Path, number: int, text: str) -> None:
    with RoadmapFile(path, now=lambda: FAST) as file:
        plan = read_plan(file)
        activities.set_field(file, plan, [plan.activities[number - 1].id], "note", text)


def test_a_rewritten_past_is_told_and_handing_back_puts_it_right(
    window: MainWindow, sample: Path, vera: Path
) -> None:
    rewrite_past(vera)
    before = sample.read_bytes()
    dialog = merge_with(window, vera)
    assert "переписано прошлое" in said(dialog)
    assert "Нового в копии нет" not in said(dialog)
    assert not button(dialog, "Объединить").isEnabled()
    dialog.both.click()
    click(button(dialog, "Объединить"))
    assert "переписано прошлое" in told(window)
    assert sample.read_bytes() == before
    assert tables(sample) == tables(vera)


def test_a_fast_clock_is_told_and_all_new_values_leave_the_future_one(
    window: MainWindow, sample: Path, vera: Path
) -> None:
    note(sample, 3, "от Анны")
    note_in_2099(vera, 3, "из будущего")
    dialog = merge_with(window, vera)
    assert dialog.height() <= 700
    assert "Часы на компьютере, где правили, спешат" in said(dialog)
    assert "до 2099 года" in said(dialog)
    click(button(dialog, "Все новые"))
    click(button(dialog, "Объединить"))
    assert notes(sample)["3"] == "от Анны"


def test_comparing_tells_of_both(window: MainWindow, vera: Path) -> None:
    rewrite_past(vera)
    note_in_2099(vera, 3, "из будущего")
    choose(window, "Файл", "Сравнить…")
    choose_files(window, vera)
    dialog = shown(window, CompareDialog)
    assert "переписано прошлое" in said(dialog)
    assert "до 2099 года" in said(dialog)
    assert dialog.height() <= 700
