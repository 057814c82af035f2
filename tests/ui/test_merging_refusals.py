"""«Объединить с копией» when something is in the way: nothing half done, one sentence, the window goes on."""

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from roadmap_desktop.operations.file import backups
from roadmap_desktop.operations.file.files import create_empty, parse_school_year
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.main_window import MainWindow
from roadmap_desktop.ui.runner import ThreadRunner
from roadmap_desktop.ui.settings import Settings
from tests.systems import needs_size_limits, no_file_larger_than
from tests.ui.conftest import TODAY
from tests.ui.copies import (
    button,
    chosen,
    click_cell,
    copy_of,
    lines,
    merge_with,
    note,
    notes,
    said,
    told,
    undo_text,
)
from tests.ui.person import click


def newer_file(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[60:64] = (9999).to_bytes(4, "big")
    path.write_bytes(content)


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (lambda path: path.write_text("<b>не карта</b>", encoding="utf-8"), "не файл дорожной карты"),
        (newer_file, "более новой версией"),
        (lambda path: path.write_bytes(path.read_bytes()[:20_000]), "повреждён"),
        (lambda path: path.unlink(), "Такого файла или папки нет"),
    ],
)
def test_a_copy_that_cannot_be_read_is_refused_in_a_sentence_and_can_be_tried_again(
    window: MainWindow, sample: Path, vera: Path, spoil: object, sentence: str
) -> None:
    whole, before = vera.read_bytes(), sample.read_bytes()
    assert callable(spoil)
    spoil(vera)
    dialog = merge_with(window, vera)
    assert sentence in said(dialog)
    assert not button(dialog, "Объединить").isEnabled()
    assert sample.read_bytes() == before
    vera.write_bytes(whole)
    note(vera, 3, "от Веры")
    click(button(dialog, "Прочитать заново"))
    click(button(dialog, "Объединить"))
    assert notes(sample) == {"3": "от Веры"}


def test_the_open_file_itself_is_no_copy(window: MainWindow, sample: Path) -> None:
    dialog = merge_with(window, sample)
    assert "это тот самый файл, который открыт" in said(dialog)


def test_a_copy_that_changed_meanwhile_is_shown_anew(window: MainWindow, sample: Path, vera: Path) -> None:
    for number in (3, 4):
        note(sample, number, f"Анна {number}")
        note(vera, number, f"Вера {number}")
    before = sample.read_bytes()
    dialog = merge_with(window, vera)
    click(button(dialog, "Все мои"))
    note(vera, 4, "Вера передумала")
    click(button(dialog, "Объединить"))
    assert "изменился, пока вы выбирали. Ничего не записано." in said(dialog)
    assert sample.read_bytes() == before
    assert chosen(dialog.view) == ["Анна 3"]
    click_cell(dialog.view, "Вера передумала")
    click(button(dialog, "Объединить"))
    assert notes(sample) == {"3": "Анна 3", "4": "Вера передумала"}


def _writing_meanwhile(vera: Path) -> Callable[[Path], None]:
    return lambda path: note(vera, 6, "ещё") if path == vera else None


def test_a_copy_that_changed_while_it_was_merged_is_not_written_over(
    window: MainWindow, sample: Path, vera: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    note(sample, 3, "от Анны")
    note(vera, 5, "от Веры")
    # The last moment before something is written: backups are made then.
    monkeypatch.setattr(backups, "before", lambda _reason: _writing_meanwhile(vera))
    dialog = merge_with(window, vera)
    dialog.both.click()
    click(button(dialog, "Объединить"))
    assert "изменился, пока его объединяли, и не заменён" in said(dialog)
    assert notes(vera) == {"5": "от Веры", "6": "ещё"}
    # Mine has been written by then, and the window knows.
    assert window.document.plan is not None
    assert window.document.plan.activities[4].note == "от Веры"
    assert undo_text(window) == "Отменить: Объединение с копией «Вера»"
    assert "Примечание | пусто | ещё" in lines(dialog.view)


@needs_size_limits
def test_a_full_disk_refuses_in_a_sentence_and_a_retry_works(
    window: MainWindow, sample: Path, vera: Path
) -> None:
    note(sample, 3, "от Анны")
    note(vera, 5, "длинно " * 20_000)
    before = sample.read_bytes()
    dialog = merge_with(window, vera)
    with no_file_larger_than(len(before)):
        click(button(dialog, "Объединить"))
    assert "цело" in said(dialog) or "не изменён" in said(dialog)
    assert sample.read_bytes() == before
    click(button(dialog, "Объединить"))
    assert len(notes(sample)["5"]) > 100_000


@pytest.fixture
def patient(qtbot: QtBot, sample: Path, tmp_path: Path) -> Iterator[MainWindow]:
    """A window whose slow work goes on in other threads."""
    runner = ThreadRunner()
    document = RoadmapDocument(today=lambda: TODAY, runner=runner)
    made = MainWindow(document, Settings(tmp_path / "settings.ini"), runner, tmp_path, tmp_path / "log")
    qtbot.addWidget(made)
    made.show()
    made.open_at_start(sample)
    qtbot.waitUntil(lambda: made.document.plan is not None)
    yield made
    runner.wait()
    made.close()


def test_in_the_background_it_comes_to_the_same(qtbot: QtBot, patient: MainWindow, sample: Path) -> None:
    vera = copy_of(sample, "Вера")
    note(vera, 3, "от Веры")
    dialog = merge_with(patient, vera)
    assert "Файлы читаются…" in said(dialog)
    qtbot.waitUntil(lambda: button(dialog, "Объединить").isEnabled())
    click(button(dialog, "Объединить"))
    qtbot.waitUntil(lambda: patient.document.plan.activities[2].note == "от Веры")  # type: ignore[union-attr]
    assert "Изменено записей: 1" in told(patient)


def test_a_merge_that_is_stopped_writes_nothing(qtbot: QtBot, patient: MainWindow, sample: Path) -> None:
    vera = copy_of(sample, "Вера")
    note(vera, 3, "от Веры")
    before = sample.read_bytes()
    dialog = merge_with(patient, vera)
    qtbot.waitUntil(lambda: button(dialog, "Объединить").isEnabled())
    has_begun, may_go_on = Event(), Event()

    def hold(_path: Path) -> None:
        has_begun.set()
        may_go_on.wait(20)

    dialog._keep = hold
    click(button(dialog, "Объединить"))
    assert has_begun.wait(20)
    click(button(dialog, "Отмена"))
    # It is not gone before it is certain what has been written.
    assert dialog.isVisible()
    with qtbot.waitSignal(dialog.finished):
        may_go_on.set()
    assert sample.read_bytes() == before
    assert notes(sample) == {}


def test_closing_while_files_are_read_is_quiet(qtbot: QtBot, patient: MainWindow, tmp_path: Path) -> None:
    empty = tmp_path / "Пустая.roadmap"
    create_empty(empty, parse_school_year("2020"))
    dialog = merge_with(patient, empty)
    click(button(dialog, "Отмена"))
    assert not dialog.isVisible()
