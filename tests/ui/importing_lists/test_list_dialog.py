"""«Взять из списка» as it is used: a file, what was understood of it, corrections by click, one step of undo."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLineEdit, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from roadmap_desktop.model.registers import BY_ID
from roadmap_desktop.operations.registers.record_listing import read_listing
from roadmap_desktop.operations.registers.registers import add_record
from roadmap_desktop.ui.importing_lists.dialog import ListDialog
from roadmap_desktop.ui.importing_lists.model import FIRST
from roadmap_desktop.ui.main_window import MainWindow
from roadmap_desktop.ui.runner import ThreadRunner
from tests.operations.made_lists import delimited, workbook
from tests.ui.person import choose, click, press, type_text

TEACHERS = (
    ["Список педагогов", None, None, None],
    ["ФИО", "ОО", "Должность", "Стаж"],
    ["Рыбин Р. Р.", "МБОУ «СОШ № 1»", "завуч", "5 лет"],
    ["Сомов С. С.", "СОШ № 1", "учитель", "много"],
)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "педагоги.xlsx"
    path.write_bytes(workbook(TEACHERS))
    return path


def button(parent: object, words: str) -> QPushButton:
    return next(one for one in parent.findChildren(QPushButton) if one.text() == words and one.isVisible())  # type: ignore[attr-defined]


def opened(window: MainWindow, page: str = "teachers") -> ListDialog:
    window.show_page(page)
    click(button(window, "Взять из списка…"))
    (dialog,) = window.findChildren(ListDialog)
    QTest.qWaitForWindowExposed(dialog)
    return dialog


def choose_file(dialog: ListDialog, path: Path) -> None:
    click(next(one for one in dialog.findChildren(QPushButton) if one.text().endswith("файл…")))
    (asking,) = [box for box in dialog.findChildren(QFileDialog) if box.isVisible()]
    asking.fileSelected.emit(str(path))
    asking.close()


def shown(dialog: ListDialog) -> list[tuple[str, ...]]:
    model = dialog.table.list
    return [
        tuple(model.data(model.index(row, column)) for column in range(1, model.columnCount()))
        for row in range(model.rowCount())
    ]


def told(dialog: ListDialog) -> list[str]:
    return [dialog.told.item(row).text() for row in range(dialog.told.count())]


def say_column(dialog: ListDialog, column: int, label: str) -> None:
    """Clicks the heading of a column of the list, from 0, and a field of the menu."""
    header = dialog.table.horizontalHeader()
    place = header.sectionViewportPosition(FIRST + column) + 20
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place, 10))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    (action,) = [one for one in menu.actions() if one.text() == label]
    action.trigger()
    menu.close()


def teachers(window: MainWindow) -> list[tuple[str, ...]]:
    def read(file: object) -> list[tuple[str, ...]]:
        listing = read_listing(file, BY_ID["teachers"])  # type: ignore[arg-type]
        fields = [listing.register.field(name) for name in ("name", "school_id", "position", "years")]
        return [tuple(listing.text(row, field) for field in fields) for row in listing.rows]

    return window.document.query(read, [])


def test_a_list_is_shown_as_it_is_understood_then_written_then_undone(
    window: MainWindow, source: Path
) -> None:
    dialog = opened(window)
    assert not button(dialog, "Взять").isEnabled()
    choose_file(dialog, source)
    assert shown(dialog) == [
        ("новая", "Рыбин Р. Р.", "МБОУ «СОШ № 1»", "завуч", "5 лет"),
        ("новая", "Сомов С. С.", "СОШ № 1", "учитель", "! много"),
    ]
    assert dialog.said.text() == "2 строки: новых — 2."
    assert told(dialog) == [
        "Не понято: строка 4, «Стаж, лет»: «много» — не целое число.",
        "Будет добавлено в «Школы»: МБОУ «СОШ № 1»",
        "Не войдёт: строка 1: Список педагогов",
    ]
    assert teachers(window) == []
    click(button(dialog, "Взять"))
    assert not dialog.isVisible()
    assert teachers(window) == [
        ("Рыбин Р. Р.", "МБОУ «СОШ № 1»", "завуч", "5"),
        ("Сомов С. С.", "МБОУ «СОШ № 1»", "учитель", ""),
    ]
    assert "Взято из списка: 2 педагога. Отменить: Ctrl+Z" in window.status.text
    choose(window, "Правка", "Отменить")
    assert teachers(window) == []


def test_a_bad_cell_is_written_anew_in_its_place(window: MainWindow, source: Path) -> None:
    dialog = opened(window)
    choose_file(dialog, source)
    index = dialog.table.list.index(1, FIRST + 3)
    dialog.table.scrollTo(index)
    place = dialog.table.visualRect(index).center()
    QTest.mouseClick(dialog.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(dialog.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    editor = dialog.table.viewport().findChild(QLineEdit)
    assert editor is not None
    editor.selectAll()
    type_text("7", editor)
    press(Qt.Key.Key_Return, widget=editor)
    QApplication.processEvents()
    assert dialog.table.currentIndex() == index
    assert not [line for line in told(dialog) if line.startswith("Не понято")]
    click(button(dialog, "Взять"))
    assert [years for *_, years in teachers(window)] == ["5", "7"]


def test_a_column_is_said_to_be_another_or_none(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "без названий.csv"
    path.write_bytes(delimited([["1", "завуч", "рыбин р. р.", "красный"]]))
    dialog = opened(window)
    choose_file(dialog, path)
    assert "без чего записи не бывает: «Фамилия, имя, отчество»" in dialog.said.text()
    assert not button(dialog, "Взять").isEnabled()
    say_column(dialog, 2, "Фамилия, имя, отчество")
    say_column(dialog, 1, "Предметы")
    say_column(dialog, 1, "не брать")
    say_column(dialog, 3, "Должность")
    assert shown(dialog) == [("новая", "1", "завуч", "рыбин р. р.", "красный")]
    click(button(dialog, "Взять"))
    assert teachers(window) == [("рыбин р. р.", "", "красный", "")]


def test_who_is_there_stays_unless_she_ticks_that_the_list_is_right(window: MainWindow, source: Path) -> None:
    window.document.execute(
        lambda file: add_record(file, BY_ID["teachers"], {"name": "Рыбин Р. Р.", "position": "учитель"})[1]
    )
    dialog = opened(window)
    choose_file(dialog, source)
    assert [row[0] for row in shown(dialog)] == ["отличается", "новая"]
    assert shown(dialog)[0][3] == "≠ завуч"
    assert "Отличается: строка 3, «Должность»: было «учитель», в списке «завуч»" in told(dialog)
    dialog.replace.click()
    click(button(dialog, "Взять"))
    assert teachers(window)[0] == ("Рыбин Р. Р.", "МБОУ «СОШ № 1»", "завуч", "5")


def test_what_is_one_for_all_rows_is_said_once(window: MainWindow, tmp_path: Path) -> None:
    window.document.execute(lambda file: add_record(file, BY_ID["courses"], {"name": "Грамотность"})[1])
    path = tmp_path / "слушатели.csv"
    path.write_bytes(delimited([["Слушатель", "№ удостоверения"], ["Рыбин Р. Р.", "33-17"]]))
    dialog = opened(window)
    choose_file(dialog, path)
    places = [dialog.register.itemText(place) for place in range(dialog.register.count())]
    dialog.register.setCurrentIndex(places.index("Участники курсов"))
    assert "«Курсы»" in dialog.said.text()
    assert dialog.fixed.field.currentText() == "Курсы"
    editor: QComboBox = dialog.fixed.editor
    editor.setFocus()
    type_text("Грамотность", editor.lineEdit())
    press(Qt.Key.Key_Return, widget=editor.lineEdit())
    assert dialog.said.text() == "1 строка: новых — 1."
    click(button(dialog, "Взять"))
    participants = window.document.query(lambda file: read_listing(file, BY_ID["participants"]).rows, ())
    assert [row.certificate for row in participants] == ["33-17"]


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("картинка.png", b"\x89PNG\r\n\x1a\n", "рисунок"),
        ("письмо.txt", "Просто письмо.".encode(), "нет таблицы"),
        ("битый.xlsx", b"PK\x03\x04" + b"x" * 50, "повреждён"),
    ],
    ids=["picture", "letter", "damaged"],
)
def test_what_is_no_list_is_told_and_nothing_is_written(
    window: MainWindow, tmp_path: Path, name: str, data: bytes, sentence: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    before = (tmp_path / "Дорожная карта.roadmap").read_bytes()
    dialog = opened(window)
    choose_file(dialog, path)
    assert sentence in dialog.said.text()
    assert not button(dialog, "Взять").isEnabled()
    press(Qt.Key.Key_Escape, widget=dialog)
    assert not dialog.isVisible()
    assert (tmp_path / "Дорожная карта.roadmap").read_bytes() == before


def test_it_is_in_the_file_menu_and_fits_a_small_screen(window: MainWindow, source: Path) -> None:
    window.show_page("schools")
    choose(window, "Файл", "Взять из списка в справочник…")
    (dialog,) = window.findChildren(ListDialog)
    assert dialog.register.currentText() == "Школы"
    dialog.read_file(source)
    dialog.resize(898, 468)
    QApplication.processEvents()
    assert (dialog.width(), dialog.height()) == (898, 468)
    assert button(dialog, "Отмена").geometry().bottom() < dialog.height()


def test_a_long_list_is_read_beside_the_window_and_can_be_given_up(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "район.xlsx"
    path.write_bytes(
        workbook([["ФИО", "Стаж"], *([f"Рыбин {number}", number % 60] for number in range(600))])
    )
    runner = ThreadRunner()
    dialog = ListDialog(window.document, BY_ID["teachers"], runner, window)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.read_file(path)
    dialog.reject()
    runner.wait()
    QApplication.processEvents()
    assert dialog.table.list.rowCount() == 0
    again = ListDialog(window.document, BY_ID["teachers"], runner, window)
    qtbot.addWidget(again)
    again.show()
    again.read_file(path)
    qtbot.waitUntil(lambda: again.said.text() == "600 строк: новых — 600.")
    again.write()
    assert len(teachers(window)) == 600


def test_a_list_without_headings_shows_what_was_guessed_of_its_columns(
    window: MainWindow, tmp_path: Path
) -> None:
    source = tmp_path / "без названий.csv"
    source.write_bytes(delimited([["1", "Рыбин Р. Р.", "химия"], ["2", "Сомов С. С.", "физика"]]))
    dialog = opened(window)
    choose_file(dialog, source)
    assert [heading.splitlines()[1] for heading in dialog.table.list.headings[FIRST:]] == [
        "→ не брать ▾",
        "→ Фамилия, имя, отчество ▾",
        "→ Предметы ▾",
    ]
    assert "Столбец 3 — это «Предметы»: так понято по содержанию" in told(dialog)
    say_column(dialog, 2, "Примечание")
    assert "Столбец 3 — это «Предметы»: так понято по содержанию" not in told(dialog)
    click(button(dialog, "Взять"))
    assert [name for name, *_ in teachers(window)] == ["Рыбин Р. Р.", "Сомов С. С."]
