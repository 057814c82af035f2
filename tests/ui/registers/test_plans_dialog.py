"""Plans made for the chosen teachers, by deficits or by a template."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton

from roadmap_desktop.model.plan_templates import TEMPLATES
from roadmap_desktop.ui.main_window import MainWindow
from roadmap_desktop.ui.registers.plans_dialog import PlansDialog
from tests.ui.person import choose, click
from tests.ui.test_registers import add, dialog_of, page_of


def opened(window: MainWindow) -> PlansDialog:
    page = page_of(window, "teachers")
    # What finds room above the table is known when the page is laid out.
    QApplication.processEvents()
    page.view.selectAll()
    (button,) = [one for one in page.findChildren(QPushButton) if one.text() == "Создать планы развития…"]
    click(button)
    return next(found for found in window.findChildren(PlansDialog) if found.isVisible())


def column(window: MainWindow, name: str) -> list[str]:
    model = page_of(window, "plans").model
    return [model.text(row, model.cells.register.field(name)) for row in model.rows]


def said(window: MainWindow) -> list[str]:
    return [
        box.text()
        for box in QApplication.topLevelWidgets()
        if isinstance(box, QMessageBox) and box.isVisible()
    ]


def test_a_template_is_chosen_seen_and_made_for_all_as_one_step(window: MainWindow) -> None:
    for letter in "АБ":
        add(window, "teachers", name=f"Образцова {letter}. А.")
    dialog = opened(window)
    assert dialog.windowTitle() == "Планы развития: 2 педагога"
    click(dialog.choices[2])
    assert TEMPLATES[1].steps[1].name in dialog._told.text()
    dialog.mentor.setText("Примерова  Б. В.")
    dialog.accept()
    assert column(window, "goal") == [TEMPLATES[1].goal] * 2
    assert column(window, "mentor") == ["Примерова Б. В."] * 2
    assert column(window, "progress") == [f"0 из {len(TEMPLATES[1].steps)}"] * 2
    choose(window, "Правка", "Отменить")
    assert column(window, "goal") == []


def test_who_has_an_open_plan_is_passed_over_unless_wished_otherwise(window: MainWindow) -> None:
    add(window, "teachers", name="Образцова А. А.")
    opened(window).accept()
    dialog = opened(window)
    assert (
        dialog.skip.text() == "У 1 педагога уже есть план, который не выполнен: для него новый не создавать"
    )
    dialog.accept()
    assert dialog.isVisible()
    assert dialog._mistake.text() == "У этого педагога план уже есть. Снимите отметку, если нужен ещё."
    dialog.skip.setChecked(False)
    dialog.accept()
    assert not dialog.isVisible()
    assert len(column(window, "goal")) == 2


def test_dates_the_wrong_way_round_are_told_and_nothing_is_made(window: MainWindow) -> None:
    add(window, "teachers", name="Образцова А. А.")
    dialog = opened(window)
    dialog.ends_on.focusProxy().setText("01.01.2020")
    dialog.accept()
    assert dialog._mistake.text() == "План заканчивается раньше, чем начинается."
    dialog.reject()
    assert column(window, "goal") == []


def test_a_new_plan_begins_today_once_the_year_has_begun(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(window, "teachers", name="Образцова А. А.")
    assert window.document.plan is not None
    year = window.document.plan.info.period
    for today, begins in (
        (year.start - timedelta(1), year.start),
        (year.start + timedelta(130), year.start + timedelta(130)),
        (year.end + timedelta(1), year.start),
    ):
        monkeypatch.setattr(window.document, "today", lambda today=today: today)
        dialog = opened(window)
        assert (dialog.starts_on.value(), dialog.ends_on.value()) == (begins, year.end)
        dialog.reject()
        dialog.deleteLater()


def test_steps_of_a_template_are_added_in_the_dialog_of_a_plan(window: MainWindow) -> None:
    add(window, "teachers", name="Образцова А. А.")
    plan = add(window, "plans", teacher_id="Образцова А. А.", goal="Освоить оценивание")
    page_of(window, "plans").open_record(plan)
    dialog = dialog_of(window)
    dialog.tabs.setCurrentIndex(1)
    (button,) = [one for one in dialog.findChildren(QPushButton) if one.text().startswith("Добавить шаги")]
    button.menu().actions()[0].trigger()
    assert not said(window)
    button.menu().actions()[0].trigger()
    assert said(window) == ["Все шаги этого образца в плане уже есть. Ничего не изменено."]
    dialog.reject()
    assert column(window, "progress") == [f"0 из {len(TEMPLATES[0].steps)}"]


def test_where_no_deficit_is_new_the_button_above_the_table_says_so(window: MainWindow) -> None:
    add(window, "teachers", name="Образцова А. А.")
    page = page_of(window, "teachers")
    page.view.selectAll()
    (button,) = [one for one in page.findChildren(QPushButton) if one.text() == "Дефициты по самооценке"]
    button.click()
    (sentence,) = said(window)
    assert sentence.startswith("Новых дефицитов нет: оценок в 1–2 балла нет или")


def test_it_is_told_of_how_many_no_deficit_is_known_before_they_get_a_common_plan(window: MainWindow) -> None:
    names = [f"Образцова {letter}. А." for letter in "АБ"]
    for name in names:
        add(window, "teachers", name=name)
    add(window, "deficits", teacher_id=names[0], name="Оценивание")
    dialog = opened(window)
    assert "Дефицитов пока нет у 1 педагога:" in dialog._told.text()
    click(dialog.choices[1])
    assert "Дефицитов пока нет" not in dialog._told.text()
    dialog.reject()
    add(window, "deficits", teacher_id=names[1], name="Оценивание")
    assert "Дефицитов пока нет" not in opened(window)._told.text()
