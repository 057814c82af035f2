"""Who works with the program: asked at the first start, changed in «Настройки…», prefilled in a new plan."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QFileDialog, QPushButton

from roadmap_desktop import folders
from roadmap_desktop.operations.file import who
from roadmap_desktop.storage import author
from roadmap_desktop.ui.main_window import MainWindow
from roadmap_desktop.ui.new_dialog import NewDialog
from roadmap_desktop.ui.settings_dialog import SettingsDialog
from tests.ui.person import choose, click, type_text


@pytest.fixture(autouse=True)
def nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv(folders.HOME, str(tmp_path / "home"))
    author.methodist.cache_clear()
    yield
    author.methodist.cache_clear()


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
