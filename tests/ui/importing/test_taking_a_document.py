"""«Взять из документа»: what was found becomes a new roadmap, is added, or updates the open one."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from roadmap_desktop.model.period import school_year
from roadmap_desktop.model.registers import BY_ID
from roadmap_desktop.operations.file.attachments import list_attachments
from roadmap_desktop.operations.file.backups import is_of, list_backups
from roadmap_desktop.operations.file.files import open_roadmap
from roadmap_desktop.operations.plan import activities
from roadmap_desktop.operations.plan.reading import read_plan
from roadmap_desktop.operations.plan.roadmap import set_roadmap
from roadmap_desktop.operations.registers.record_listing import read_listing
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.importing.target_step import Way
from roadmap_desktop.ui.importing.wizard import ImportWizard
from roadmap_desktop.ui.main_window import MainWindow
from roadmap_desktop.ui.settings import Settings
from tests.samples import sample_at
from tests.ui.importing.ugly_documents import merged_cells, quarters_marked, torn_heading
from tests.ui.importing.wizard_steps import (
    click_cell,
    item,
    names,
    on_found,
    opened,
    press_button,
    read_column,
    said,
    take_file,
    texts,
    tick,
)
from tests.ui.person import choose, click, press, type_text

TABLE = "№\tМероприятие\tСрок\n1\tОткрытый урок\tоктябрь 2020 года\n2\tСовет\tкогда получится"


def test_a_new_roadmap_has_the_title_order_and_period_of_the_document(
    window: MainWindow, tmp_path: Path, sample: Path
) -> None:
    before = sample.read_bytes()
    wizard = on_found(window, merged_cells(tmp_path))
    press_button(wizard, "Далее")
    click(wizard.target.buttons[next(iter(wizard.target.buttons))], QPoint(10, 8))
    click(wizard.target.attaching, QPoint(10, 8))
    press_button(wizard, "Создать…")
    (asking,) = [box for box in wizard.findChildren(QFileDialog) if box.isVisible()]
    asking.fileSelected.emit(str(tmp_path / "Новая.roadmap"))
    asking.close()
    assert window.document.path == tmp_path / "Новая.roadmap"
    plan = window.document.plan
    assert plan is not None
    assert names(window)[0] == "Утверждение списка школ"
    assert [section.name for section in plan.sections] == ["Раздел 1. Организация", "Раздел 2. Кадры"]
    assert plan.info.title.startswith("План мероприятий (дорожная карта)")
    assert (plan.info.order_number, plan.info.order_date) == ("01-10/142-2", date(2024, 9, 10))
    assert plan.info.period == school_year(2024)
    with open_roadmap(tmp_path / "Новая.roadmap") as file:
        [document] = read_listing(file, BY_ID["documents"]).rows
        [attached] = list_attachments(file)
    assert (document.name, attached.name) == (plan.info.title, "План с объединёнными ячейками.docx")
    assert sample.read_bytes() == before


def test_rows_are_added_with_a_backup_and_one_undo_takes_them_back(
    window: MainWindow, tmp_path: Path, sample: Path
) -> None:
    before = names(window)
    wizard = on_found(window, torn_heading(tmp_path))
    press_button(wizard, "Далее")
    click(wizard.target.buttons[Way.APPEND], QPoint(10, 8))
    press_button(wizard, "Добавить")
    assert not wizard.isVisible()
    assert names(window) == [
        *before,
        "Диагностика дефицитов учителей",
        "Индивидуальные планы развития",
        "Итоговое совещание",
    ]
    # A state is kept once: where the window stood open for long enough, when it was opened.
    (backup,) = [copy for copy in list_backups(sample) if is_of(copy, sample)]
    with open_roadmap(backup.path) as kept:
        assert [row.name for row in read_plan(kept).activities] == before
    choose(window, "Правка", "Отменить")
    assert names(window) == before


def test_enter_goes_on_from_step_to_step(window: MainWindow, tmp_path: Path) -> None:
    wizard = on_found(window, torn_heading(tmp_path))
    focus = wizard.focusWidget()
    assert isinstance(focus, QPushButton)
    assert focus.text() == "Далее"
    press(Qt.Key.Key_Return, widget=focus)
    assert wizard.target.isVisible()


def changed_copy(tmp_path: Path) -> Path:
    """The sample with another due and performer of the first activity, without the fourth, with a new one."""
    path = tmp_path / "другая.roadmap"
    sample_at(path)
    with open_roadmap(path) as file:
        plan = read_plan(file)
        rows = plan.activities
        activities.set_fields(
            file, plan, [rows[0].id], {"due_text": "май 2021 года", "performers": ["Отдел"]}
        )
        activities.delete_activities(file, plan, [rows[3].id])
        activities.add_activity(file, activities.ActivityDraft("Новое дело", due_text="июнь 2021"))
    return path


def test_an_update_shows_what_is_new_other_and_gone_and_writes_what_is_ticked(
    window: MainWindow, tmp_path: Path
) -> None:
    plan = window.document.plan
    assert plan is not None
    before = plan.activities
    wizard = on_found(window, changed_copy(tmp_path))
    press_button(wizard, "Далее")
    due = item(wizard, "Срок исполнения")
    assert (due.text(1), due.text(2)) == ("сентябрь 2020 года", "май 2021 года")
    assert item(wizard, "Новое дело").checkState(0) == Qt.CheckState.Checked
    assert item(wizard, "4. Формирование и утверждение").checkState(0) == Qt.CheckState.Unchecked
    tick(wizard, "Ответственный исполнитель")
    tick(wizard, "4. Формирование и утверждение")
    press_button(wizard, "Обновить")
    plan = window.document.plan
    assert plan is not None
    first = plan.activities[0]
    assert (first.due_text, first.performers) == ("май 2021 года", before[0].performers)
    assert before[3].name not in names(window)
    assert names(window)[-1] == "Новое дело"
    choose(window, "Правка", "Отменить")
    assert window.document.plan is not None
    assert window.document.plan.activities == before


def test_the_plan_of_another_year_becomes_a_roadmap_of_its_own(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "позапрошлый год.roadmap"
    sample_at(path)
    with open_roadmap(path) as file:
        earlier = school_year(2018)
        set_roadmap(file, {"period_start": earlier.start, "period_end": earlier.end})
    wizard = on_found(window, path)
    press_button(wizard, "Далее")
    assert wizard.target.way is Way.NEW
    assert wizard.target.buttons[Way.UPDATE].isEnabled()


def test_nothing_ticked_writes_nothing_and_says_so(window: MainWindow, tmp_path: Path, sample: Path) -> None:
    before = sample.read_bytes()
    wizard = on_found(window, changed_copy(tmp_path))
    press_button(wizard, "Далее")
    tick(wizard, "Изменились")
    tick(wizard, "Новые")
    press_button(wizard, "Обновить")
    assert "Ничего не отмечено" in said()
    assert sample.read_bytes() == before


def test_escape_at_any_step_writes_nothing(window: MainWindow, tmp_path: Path, sample: Path) -> None:
    before = sample.read_bytes()
    for steps in range(2):
        wizard = on_found(window, merged_cells(tmp_path))
        for _ in range(steps):
            press_button(wizard, "Далее")
        press(Qt.Key.Key_Escape, widget=wizard)
        assert not wizard.isVisible()
    assert sample.read_bytes() == before
    assert "перед вставкой" not in [copy.reason for copy in list_backups(sample) if is_of(copy, sample)]


def test_a_due_that_is_not_understood_is_put_right_before_it_is_taken(window: MainWindow) -> None:
    data = QMimeData()
    data.setText(TABLE)
    QApplication.clipboard().setMimeData(data)
    wizard = opened(window)
    press_button(wizard, "Взять таблицу из буфера обмена")
    assert wizard.found.tabs.tabText(1) == "Сроки не поняты (1)"
    wizard.found.tabs.setCurrentIndex(1)
    dues = wizard.found.dues
    assert texts(dues)[0][:2] == ["2. Совет", "когда получится"]
    click_cell(dues, 0, 1)
    press(Qt.Key.Key_F2, widget=dues)
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    type_text("15 ноября 2020 года")
    press(Qt.Key.Key_Return)
    assert texts(dues)[0][1] == "15 ноября 2020 года"
    assert "15 ноября" in texts(dues)[0][2]
    assert read_column(wizard, "Срок")[1] == "15 ноября 2020 года"
    press_button(wizard, "Далее")
    assert not wizard.target.attaching.isVisible()
    press_button(wizard, "Добавить")
    assert window.document.plan is not None
    taken = window.document.plan.activities[-1]
    assert (taken.name, taken.due.periods[0].start) == ("Совет", date(2020, 11, 15))


def test_the_start_page_offers_it_and_makes_the_first_roadmap(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    choose(window, "Файл", "Закрыть файл")
    press_button(window, "Взять из документа…")
    (wizard,) = [one for one in window.findChildren(ImportWizard) if one.isVisible()]
    take_file(wizard, quarters_marked(tmp_path))
    press_button(wizard, "Далее")
    assert [button.text() for button in wizard.target.buttons.values() if button.isEnabled()] == [
        "Новая дорожная карта"
    ]
    form = wizard.target.form
    assert form is not None
    assert form.values()["title"] == "План работы на 2025 год"
    press_button(wizard, "Создать…")
    (asking,) = [box for box in wizard.findChildren(QFileDialog) if box.isVisible()]
    asking.fileSelected.emit(str(tmp_path / "Первая.roadmap"))
    asking.close()
    assert names(window)[0] == "Мониторинг результатов"


def test_a_name_that_is_taken_is_refused_and_what_was_chosen_stays(
    window: MainWindow, tmp_path: Path, sample: Path
) -> None:
    before = sample.read_bytes()
    wizard = on_found(window, merged_cells(tmp_path))
    press_button(wizard, "Далее")
    wizard.write_to(sample)
    assert sample.name in said()
    assert wizard.isVisible()
    assert sample.read_bytes() == before


def test_a_roadmap_that_is_only_read_takes_nothing(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, sample: Path
) -> None:
    document = RoadmapDocument(today=lambda: date(2020, 10, 6))
    other = MainWindow(
        document, Settings(tmp_path / "2.ini"), window._pages._runner, tmp_path, tmp_path / "log"
    )
    qtbot.addWidget(other)
    other.show()
    other.open_at_start(sample)
    assert not document.can_edit
    wizard = on_found(other, merged_cells(tmp_path))
    press_button(wizard, "Далее")
    assert not any(button.isEnabled() for button in list(wizard.target.buttons.values())[1:])
    wizard.reject()
    other.close()
