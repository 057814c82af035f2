"""Who works with the program: asked at the first start, changed in «Настройки…», prefilled in a new plan."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QMessageBox, QPushButton

from roadmap_desktop import folders
from roadmap_desktop.model import school_calendar
from roadmap_desktop.operations.file import backups, who
from roadmap_desktop.operations.plan import activities
from roadmap_desktop.ui.editors.due_editor import DueEditor
from roadmap_desktop.ui.guide.tour import STEPS, TourDialog
from roadmap_desktop.ui.main_window import MainWindow
from roadmap_desktop.ui.new_dialog import NewDialog
from roadmap_desktop.ui.preferences.dialog import SettingsDialog
from roadmap_desktop.ui.settings import Settings
from tests.ui.person import choose, click, press, type_text


@pytest.fixture(autouse=True)
def usual_calendar(first_start: None) -> Iterator[None]:
    yield
    school_calendar.use(school_calendar.SchoolCalendar())


def shown(window: MainWindow, kind: type[QDialog] = SettingsDialog) -> list[QDialog]:
    return [dialog for dialog in window.findChildren(kind) if dialog.isVisible()]


def pressed(dialog: QDialog, text: str) -> None:
    (button,) = [one for one in dialog.findChildren(QPushButton) if one.text() == text]
    click(button)


def typed(dialog: QDialog, **texts: str) -> None:
    assert isinstance(dialog, SettingsDialog | NewDialog)
    for name, text in texts.items():
        dialog.form.editors[name].setFocus()
        dialog.form.editors[name].clear()
        type_text(text, dialog.form.editors[name])


def test_the_first_start_asks_once_and_can_be_put_off(window: MainWindow) -> None:
    window.preferences.ask_who_works()
    (dialog,) = shown(window)
    assert dialog.windowTitle() == "Кто работает с программой"
    pressed(dialog, "Позже")
    assert not shown(window)
    window.preferences.ask_who_works()
    assert not shown(window)
    choose(window, "Файл", "Настройки…")
    (dialog,) = shown(window)
    assert dialog.windowTitle() == "Настройки"


def test_a_window_that_is_closed_again_at_once_asks_nothing_more(window: MainWindow) -> None:
    window.close()
    window.preferences.ask_who_works()
    assert not shown(window)


def test_the_name_stands_in_the_history_from_the_next_edit_on(window: MainWindow) -> None:
    window.preferences.ask_who_works()
    (dialog,) = shown(window)
    typed(dialog, name="Образцова Анна Викторовна", head_name="Примерова Е. С.")
    pressed(dialog, "Сохранить")
    choose(window, "Правка", "Добавить мероприятие")
    choose(window, "Вид", "История")
    model = window._pages.current.model  # type: ignore[attr-defined]
    assert model.rows[0].author == "Образцова Анна Викторовна"
    choose(window, "Файл", "Настройки…")
    assert who.who_works().head_name == "Примерова Е. С."
    (dialog,) = shown(window)
    assert isinstance(dialog, SettingsDialog)
    assert dialog.form.editors["name"].text() == "Образцова Анна Викторовна"
    typed(dialog, name="Другая")
    pressed(dialog, "Отмена")
    assert who.who_works().name == "Образцова Анна Викторовна"


def test_a_new_plan_from_the_sample_is_of_ones_own_department(window: MainWindow, tmp_path: Path) -> None:
    who.keep_methodist(who.Methodist("Образцова А. В.", "Отдел образования", "Начальник", "Примерова Е. С."))
    choose(window, "Файл", "Создать…")
    (dialog,) = shown(window, NewDialog)
    assert isinstance(dialog, NewDialog)
    said = {name: editor.text() for name, editor in dialog.form.editors.items()}
    assert said == {
        "department": "Отдел образования",
        "head_post": "Начальник",
        "head_name": "Примерова Е. С.",
    }
    typed(dialog, head_name="Школьная О. П.")
    pressed(dialog, "Далее…")
    (place,) = [found for found in window.findChildren(QFileDialog) if found.isVisible()]
    place.fileSelected.emit(str(tmp_path / "новая.roadmap"))
    plan = window.document.plan
    assert plan is not None
    assert len(plan.activities) == 23
    assert (plan.info.approving_body, plan.info.head_name) == ("Отдел образования", "Школьная О. П.")
    assert (plan.info.order_number, plan.info.order_date) == ("", None)
    assert who.who_works().head_name == "Примерова Е. С."


def test_what_cannot_be_written_is_told_in_the_dialog(window: MainWindow) -> None:
    folders.methodist_file().parent.parent.mkdir(parents=True)
    folders.methodist_file().parent.write_text("здесь файл")
    choose(window, "Файл", "Настройки…")
    (dialog,) = shown(window)
    typed(dialog, name="Образцова А. В.")
    pressed(dialog, "Сохранить")
    assert dialog.isVisible()
    assert "не записан" in dialog._mistake.text()  # type: ignore[attr-defined]


def settings_of(window: MainWindow) -> SettingsDialog:
    choose(window, "Файл", "Настройки…")
    dialog = shown(window)[-1]
    assert isinstance(dialog, SettingsDialog)
    return dialog


def test_the_terms_of_the_district_date_the_holidays_of_the_open_plan(window: MainWindow) -> None:
    plan = window.document.plan
    assert plan is not None
    activity = plan.activities[0].id
    window.document.execute(
        lambda file: activities.set_field(file, plan, [activity], "due_text", "осенние каникулы")
    )
    dialog = settings_of(window)
    dialog.tabs.setCurrentWidget(dialog.school_year)
    first, last = dialog.school_year.terms[0]
    assert (first.text(), last.text()) == ("01.09", "26.10")
    last.setFocus()
    last.selectAll()
    type_text("33.10", last)
    pressed(dialog, "Сохранить")
    assert dialog.isVisible()
    assert "«33.10» — не день" in dialog._mistake.text()
    last.selectAll()
    type_text("23.10", last)
    type_text("04.11.2020 День района", dialog.school_year.days_off)
    pressed(dialog, "Сохранить")
    assert not dialog.isVisible()
    window.selection.choose([activity])
    due = window.details.findChild(DueEditor)
    assert due is not None
    assert due.reading_text == "24 октября – 4 ноября 2020"
    assert (folders.school_calendar_file()).is_file()


def test_the_agenda_is_told_on_opening_when_that_is_chosen(window: MainWindow, sample: Path) -> None:
    dialog = settings_of(window)
    dialog.tabs.setCurrentWidget(dialog.look)
    click(dialog.look.agenda)
    pressed(dialog, "Сохранить")
    window.files.open_path(sample)
    assert [one.windowTitle() for one in shown(window, QDialog)] == ["Сегодня и эта неделя"]


def test_large_letters_are_worn_from_the_next_start_on(window: MainWindow, tmp_path: Path) -> None:
    dialog = settings_of(window)
    dialog.tabs.setCurrentWidget(dialog.look)
    assert dialog.look.letters.currentText() == "обычные"
    press(Qt.Key.Key_Down, widget=dialog.look.letters)
    assert dialog.look.letters.currentText() == "крупные"
    pressed(dialog, "Сохранить")
    assert Settings(tmp_path / "settings.ini").look.letters == 112


def test_a_second_place_of_backups_is_chosen_and_given_up(window: MainWindow, tmp_path: Path) -> None:
    dialog = settings_of(window)
    dialog.tabs.setCurrentIndex(dialog.tabs.count() - 1)
    stick = tmp_path / "флешка"
    stick.mkdir()
    pressed(dialog, "Выбрать папку…")
    (place,) = [found for found in dialog.findChildren(QFileDialog) if found.isVisible()]
    place.fileSelected.emit(str(stick))
    place.hide()
    assert backups.second_place() == stick
    assert [label for label in dialog.findChildren(QLabel) if str(stick) in label.text()]
    pressed(dialog, "Не копировать")
    assert backups.second_place() is None


def test_as_at_first_again_but_for_files_and_saved_views(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "window.ini")
    kept = {"recent": "/карта.roadmap", "table/views": "[1]", "digest/files": "/a\n/b"}
    for key, value in {**kept, "window/page": "history", "look/theme": "dark"}.items():
        settings.remember(key, value)
    settings.reset()
    settings.remember("window/page", "history")
    settings.remember("recent", "/другая.roadmap")
    settings.save()
    again = Settings(tmp_path / "window.ini")
    assert again.text("window/page", "table") == "table"
    assert again.text("look/theme") == ""
    assert again.text("recent") == "/другая.roadmap"
    assert again.text("table/views") == "[1]"


def test_the_reset_is_asked_about_and_done(window: MainWindow) -> None:
    window._settings.remember("look/theme", "dark")
    dialog = settings_of(window)
    dialog.tabs.setCurrentWidget(dialog.look)
    assert dialog.look.theme.currentText() == "тёмные"
    pressed(dialog, "Вернуть исходный вид…")
    (box,) = dialog.findChildren(QMessageBox)
    assert "Дорожные карты, имя, сохранённые виды" in box.text()
    (yes,) = [one for one in box.buttons() if one.text() == "Вернуть"]
    click(yes)
    assert dialog.look.theme.currentText() == "как в системе"
    pressed(dialog, "Сохранить")
    assert window._settings.text("look/theme") == ""


def test_the_first_start_goes_on_with_three_pictures_that_can_be_skipped(window: MainWindow) -> None:
    window.preferences.ask_who_works()
    pressed(shown(window)[0], "Позже")
    (tour,) = shown(window, TourDialog)
    assert isinstance(tour, TourDialog)
    titles = [tour.title.text()]
    for _ in STEPS[1:]:
        pressed(tour, "Дальше")
        titles.append(tour.title.text())
    assert titles == [step.title for step in STEPS]
    pressed(tour, "Начать")
    assert not shown(window, TourDialog)
    choose(window, "Справка", "Знакомство с программой…")
    (again,) = shown(window, TourDialog)
    pressed(again, "Пропустить")
    assert not shown(window, TourDialog)
    window.preferences.ask_who_works()
    assert not shown(window, TourDialog)
