"""The plan and the report of a month in the print dialog: what each form asks for, and conclusions that are kept."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGroupBox, QWidget
from pytestqt.qtbot import QtBot

from roadmap_desktop.operations.month.conclusions import conclusions
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.printing.dialog import PrintDialog
from roadmap_desktop.ui.printing.request import PrintRequest
from tests.ui.conftest import TODAY
from tests.ui.person import press, type_text
from tests.ui.printing.conftest import Open, choose_in, printed, settle, tick

REPORT = PrintRequest("month-report")


@pytest.fixture
def own(tmp_path: Path, district: Path) -> Path:
    """A full file that may be edited."""
    path = tmp_path / "свой.roadmap"
    shutil.copy(district, path)
    return path


def boxes(dialog: PrintDialog) -> list[str]:
    return [box.title() for box in dialog.form.findChildren(QGroupBox) if box.isVisible()]


def document_of(dialog: PrintDialog) -> RoadmapDocument:
    document = dialog._context.document
    assert document is not None
    return document


def kept(dialog: PrintDialog) -> str:
    return document_of(dialog).query(lambda file: conclusions(file, TODAY), "")


def field(dialog: PrintDialog) -> QWidget:
    found = dialog.form.editors["conclusions"]
    assert found.isVisible()
    return found  # type: ignore[no-any-return]


def write(qtbot: QtBot, dialog: PrintDialog, text: str) -> None:
    """Types a text in place of what stands in the field of the conclusions."""
    field(dialog).setFocus()
    qtbot.waitUntil(field(dialog).hasFocus)
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier, widget=field(dialog))
    type_text(text, field(dialog))


def test_each_form_asks_for_what_it_prints(qtbot: QtBot, opened: Open, tmp_path: Path) -> None:
    dialog = opened()
    assert boxes(dialog)[:2] == ["Что печатать", "Части плана"]
    assert dialog.form.editors["by"].isVisible()
    choose_in(qtbot, dialog, "выписка из дорожной карты")
    assert boxes(dialog)[:2] == ["Что печатать", "Оформление"]
    assert not dialog.form.editors["by"].isVisible()
    assert "Сроки исполнения" in printed(dialog, tmp_path)
    dialog.reject()
    assert "План мероприятий на октябрь" in printed(opened(), tmp_path)


def test_a_part_and_the_order_are_chosen(qtbot: QtBot, opened: Open, tmp_path: Path) -> None:
    dialog = opened()
    tick(qtbot, dialog, "В течение учебного года")
    choose_in(qtbot, dialog, "по исполнителям")
    text = printed(dialog, tmp_path)
    assert "в течение всего" not in text
    assert "Отдел образования" in text


def test_another_week_is_chosen_from_the_list(qtbot: QtBot, opened: Open, tmp_path: Path) -> None:
    dialog = opened(PrintRequest("week"))
    choose_in(qtbot, dialog, "28 декабря 2020 – 3 января 2021")
    assert "неделю 28 декабря 2020 – 3 января 2021 года" in printed(dialog, tmp_path)


def test_the_made_conclusions_are_shown_and_not_kept_until_they_are_typed_over(
    qtbot: QtBot, opened: Open, own: Path
) -> None:
    dialog = opened(REPORT, own)
    assert dialog.form.editors["conclusions"].toPlainText().startswith("План работы на октябрь")
    field(dialog).setFocus()
    qtbot.waitUntil(field(dialog).hasFocus)
    press(Qt.Key.Key_Tab, widget=field(dialog))
    assert kept(dialog) == ""


def test_conclusions_are_kept_when_the_field_is_left_and_undone_as_an_edit(
    qtbot: QtBot, opened: Open, own: Path, tmp_path: Path
) -> None:
    dialog = opened(REPORT, own)
    write(qtbot, dialog, "Октябрь прошёл по плану.")
    settle(qtbot, dialog)
    assert "Октябрь прошёл по плану." in printed(dialog, tmp_path)
    press(Qt.Key.Key_Tab, widget=field(dialog))
    assert kept(dialog) == "Октябрь прошёл по плану."
    assert document_of(dialog).undo_state.undo == "Выводы отчёта: октябрь 2020"


def test_conclusions_are_kept_when_the_document_is_saved(
    qtbot: QtBot, opened: Open, own: Path, tmp_path: Path
) -> None:
    dialog = opened(REPORT, own)
    write(qtbot, dialog, "Всё сделано.")
    dialog.save_to(tmp_path / "отчёт.pdf")
    assert kept(dialog) == "Всё сделано."


def test_conclusions_are_kept_when_the_dialog_is_closed(qtbot: QtBot, opened: Open, own: Path) -> None:
    dialog = opened(REPORT, own)
    write(qtbot, dialog, "Всё сделано.")
    dialog.reject()
    assert kept(dialog) == "Всё сделано."


def test_an_emptied_field_says_again_what_the_figures_say(qtbot: QtBot, opened: Open, own: Path) -> None:
    dialog = opened(REPORT, own)
    for text in ("Всё сделано.", "", ""):
        write(qtbot, dialog, text)
        if not text:
            press(Qt.Key.Key_Delete, widget=field(dialog))
        press(Qt.Key.Key_Tab, widget=field(dialog))
        settle(qtbot, dialog)
        assert kept(dialog) == text
    assert dialog.form.editors["conclusions"].toPlainText().startswith("План работы на октябрь")


def test_the_words_of_one_month_are_not_those_of_another(qtbot: QtBot, opened: Open, own: Path) -> None:
    dialog = opened(REPORT, own)
    write(qtbot, dialog, "Всё сделано.")
    press(Qt.Key.Key_Tab, widget=field(dialog))
    choose_in(qtbot, dialog, "Ноябрь 2020")
    assert dialog.form.editors["conclusions"].toPlainText().startswith("План работы на ноябрь")
    choose_in(qtbot, dialog, "Октябрь 2020")
    assert dialog.form.editors["conclusions"].toPlainText() == "Всё сделано."
