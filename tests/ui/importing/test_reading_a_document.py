"""«Взять из документа»: a document is read, and what was understood of it is looked at and put right."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QMenu,
    QProgressDialog,
    QWidget,
)
from pytestqt.qtbot import QtBot

from roadmap_desktop.ui.column_widths import fitted
from roadmap_desktop.ui.importing.wizard import ImportWizard
from roadmap_desktop.ui.main_window import MainWindow
from roadmap_desktop.ui.runner import ThreadRunner
from tests.ui.dropping import let_fall
from tests.ui.importing.ugly_documents import UGLY, merged_cells, quarters_marked, torn_heading
from tests.ui.importing.wizard_steps import (
    click_cell,
    column_of,
    marked,
    on_found,
    opened,
    press_button,
    read_column,
    take_file,
    tell_column,
    texts,
)
from tests.ui.person import press

UNDERSTOOD = (
    (
        ("Утверждение списка школ", "сентябрь 2024 года"),
        ("Создание рабочей группы", "как только, так сразу\n! не понят"),
        ("Курсы для учителей математики", "октябрь – ноябрь 2024 года"),
        ("Семинары для директоров", "регулярно\n! не понят"),
    ),
    (
        ("Диагностика дефицитов учителей", "с 01.10.2024 по 31.10.2024"),
        ("Индивидуальные планы развития", "с 01.11.2024 по 29.11.2024"),
        ("Итоговое совещание", "20.05.2025"),
    ),
    (
        ("Мониторинг результатов", "I квартал, IV квартал"),
        ("Выездные консультации", "II, III кварталы"),
        ("Обобщение опыта", ""),
    ),
    (
        ("Открытые уроки", "ноябрь 2024"),
        ("Наставничество", "в течение года"),
        ("Педсовет", "март 2025"),
        ("Собрания", "октябрь 2024"),
        ("Анкетирование", "апрель 2025"),
    ),
    (
        ("Посещение уроков в школах", "октябрь 2024 года"),
        ("Разбор итогов диагностических работ по математике", "ноябрь 2024 года"),
        ("Круглый стол", "по согласованию"),
    ),
)


@pytest.mark.parametrize(("make", "understood"), tuple(zip(UGLY, UNDERSTOOD, strict=True)))
def test_what_was_understood_stands_beside_the_document(
    window: MainWindow,
    tmp_path: Path,
    make: Callable[[Path], Path],
    understood: Sequence[tuple[str, str]],
) -> None:
    wizard = on_found(window, make(tmp_path))
    read = zip(read_column(wizard, "Мероприятие"), read_column(wizard, "Срок"), strict=True)
    assert tuple(read) == understood
    for row, (name, _due) in enumerate(understood):
        click_cell(wizard.found.read, row, column_of(wizard.found.read, "Мероприятие"))
        assert " ".join(" ".join(marked(wizard)).split()) == name


def test_a_cell_of_the_document_leads_to_what_was_read_of_it(window: MainWindow, tmp_path: Path) -> None:
    wizard = on_found(window, merged_cells(tmp_path))
    click_cell(wizard.found.original, 6, 0)
    click_cell(wizard.found.original, 7, 1)
    assert wizard.found.read.currentIndex().data() == "Курсы для учителей математики"
    click_cell(wizard.found.original, 4, 3)
    assert wizard.found.read.currentIndex().data() == "Отдел образования, МКУ «ЦМТО»"
    assert wizard.found.tabs.tabText(2) == "Не вошло (1)"
    assert wizard.found.left_out.item(0).text() == "Строка «Итого: 4»."


def test_a_column_is_told_what_it_holds_by_a_click(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "план.csv"
    path.write_text(
        "№;Мероприятие;Срок;Кабинет\n1;Семинар;октябрь 2020;ЦМТО\n2;Совет;май 2021;Школы\n", "utf-8"
    )
    wizard = on_found(window, path)
    assert read_column(wizard, "Примечание") == ["Кабинет: ЦМТО", "Кабинет: Школы"]
    tell_column(wizard, 3, "Исполнители")
    assert read_column(wizard, "Исполнители") == ["ЦМТО", "Школы"]
    tell_column(wizard, 3, "Не брать")
    assert "ЦМТО" not in str(texts(wizard.found.read))
    wizard.found.original.setFocus()
    click_cell(wizard.found.original, 1, 3)
    press(Qt.Key.Key_Return, widget=wizard.found.original)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["Не брать"]
    menu.close()


def test_a_table_in_which_no_plan_is_found_is_told_by_clicks(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "чужая.csv"
    path.write_text("а;б\nскоро;Дело первое\nпотом;Дело второе\n", "utf-8")
    wizard = on_found(window, path)
    assert "не нашлось таблицы плана" in wizard.found.refusal.text()
    assert not wizard.forward.isEnabled()
    tell_column(wizard, 1, "Мероприятие")
    assert read_column(wizard, "Мероприятие")[-2:] == ["Дело первое", "Дело второе"]
    assert wizard.forward.isEnabled()


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("снимок.docx", b"\x89PNG\r\n\x1a\n" + b"0" * 200, "рисунок"),
        ("пусто.xlsx", b"", "пуст"),
        ("обрыв.docx", b"PK\x03\x04" + b"1" * 500, "повреждён"),
        ("письмо.txt", "Уважаемые коллеги! Благодарим за работу.".encode(), "не нашлось таблицы плана"),
    ],
    ids=["picture", "empty", "broken off", "no table"],
)
def test_a_hopeless_document_is_refused_where_it_was_chosen(
    window: MainWindow, tmp_path: Path, sample: Path, name: str, data: bytes, words: str
) -> None:
    before = sample.read_bytes()
    path = tmp_path / name
    path.write_bytes(data)
    wizard = on_found(window, path)
    assert words in wizard.source.refusal.text()
    assert not wizard.forward.isEnabled()
    assert sample.read_bytes() == before
    take_file(wizard, quarters_marked(tmp_path))
    assert read_column(wizard, "Мероприятие")[0] == "Мониторинг результатов"
    press_button(wizard, "Назад")
    assert wizard.source.refusal.text() == ""


def drop(target: QWidget, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    assert let_fall(target, data, QPointF(9, 9))


def test_a_document_may_be_dropped_on_the_first_step_and_on_the_window(
    window: MainWindow, tmp_path: Path
) -> None:
    wizard = opened(window)
    drop(wizard.source, merged_cells(tmp_path))
    assert len(texts(wizard.found.read)) == 4
    wizard.reject()
    drop(window, torn_heading(tmp_path))
    (wizard,) = [one for one in window.findChildren(ImportWizard) if one.isVisible()]
    assert len(texts(wizard.found.read)) == 3


def test_reading_goes_on_in_the_background_and_can_be_cancelled(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    runner = ThreadRunner()
    wizard = ImportWizard(window.document, tmp_path, runner, window)
    qtbot.addWidget(wizard)
    wizard.open()
    wizard.read_file(merged_cells(tmp_path))
    qtbot.waitUntil(lambda: wizard.found.isVisible())
    assert len(texts(wizard.found.read)) == 4
    press_button(wizard, "Назад")
    wizard.read_file(torn_heading(tmp_path))
    for waiting in wizard.findChildren(QProgressDialog):
        waiting.canceled.emit()
    runner.wait()
    QTest.qWait(50)
    assert wizard.source.isVisible()
    press_button(wizard, "Далее")
    assert len(texts(wizard.found.read)) == 4


def test_understanding_tells_how_far_it_is_and_can_be_cancelled(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "большой.csv"
    rows = "".join(
        f"{row};Семинар {row} для учителей;{row % 28 + 1} мая 2021 года\n" for row in range(1, 8_001)
    )
    path.write_text(f"№;Мероприятие;Срок\n{rows}", "utf-8")
    runner = ThreadRunner()
    wizard = ImportWizard(window.document, tmp_path, runner, window)
    qtbot.addWidget(wizard)
    wizard.open()
    wizard.read_file(path)
    (waiting,) = wizard.findChildren(QProgressDialog)
    # The first half is reading.
    qtbot.waitUntil(lambda: waiting.value() > 50, timeout=30_000)
    waiting.canceled.emit()
    runner.wait()
    QTest.qWait(50)
    assert wizard.source.isVisible()
    assert not wizard.forward.isEnabled()


def test_columns_share_the_room_by_what_they_need() -> None:
    assert fitted([(40, 40), (90, 300), (90, 120)], 1000) == [40, 300, 120]
    assert fitted([(40, 40), (90, 300), (90, 120)], 220) == [40, 90, 90]
    assert sum(fitted([(40, 40), (90, 300), (90, 120)], 300)) <= 300
