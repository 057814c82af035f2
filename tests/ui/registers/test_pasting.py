"""Ctrl+V in a register's table: rows of Excel become records or fill cells, and every fault is told beforehand."""

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton

from roadmap_desktop.ui.main_window import MainWindow
from roadmap_desktop.ui.registers.page import RegisterPage
from roadmap_desktop.ui.registers.pasting import FaultsDialog
from roadmap_desktop.ui.registers.related_list import RelatedList
from tests.ui.forms import open_tab
from tests.ui.person import choose, click
from tests.ui.test_registers import add, dialog_of, page_of, texts


def paste(widget: object, text: str, html: str = "") -> None:
    data = QMimeData()
    data.setText(text)
    if html:
        data.setHtml(html)
    QApplication.clipboard().setMimeData(data)
    QTest.keyClick(widget, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def column(page: RegisterPage, name: str) -> list[str]:
    model = page.model
    return [model.text(row, model.cells.register.field(name)) for row in model.rows]


def box_of(window: MainWindow) -> QMessageBox:
    (box,) = [found for found in window.findChildren(QMessageBox) if found.isVisible()]
    return box


def press(box: QMessageBox, text: str) -> None:
    (button,) = [button for button in box.buttons() if button.text() == text]
    click(button)


def test_rows_with_headings_become_records_in_one_step(window: MainWindow) -> None:
    add(window, "schools", name="СОШ № 1")
    page = page_of(window, "schools")
    paste(page.view, "Обучающихся\tКраткое название\r\n310\tСОШ № 2\r\n\tСОШ № 10\r\n")
    assert texts(page) == ["СОШ № 1", "СОШ № 2", "СОШ № 10"]
    assert column(page, "pupils") == ["", "310", ""]
    choose(window, "Правка", "Отменить")
    assert texts(page) == ["СОШ № 1"]


def test_an_empty_register_takes_rows_as_its_hint_says(window: MainWindow) -> None:
    page = page_of(window, "schools")
    QApplication.clipboard().setText("Краткое название\nСОШ № 1\nСОШ № 2\n")
    (button,) = [one for one in page._no_records.findChildren(QPushButton) if "Excel" in one.text()]
    click(button)
    assert texts(page) == ["СОШ № 1", "СОШ № 2"]


def test_cells_without_headings_fill_from_the_current_one_down(window: MainWindow) -> None:
    for number in (1, 2):
        add(window, "schools", name=f"СОШ № {number}")
    page = page_of(window, "schools")
    pupils = [field.name for field in page.view.header.fields()].index("pupils")
    page.view.setCurrentIndex(page.model.index(0, pupils))
    paste(page.view, "310\t20\r\n415\t31\r\n")
    assert column(page, "pupils") == ["310", "415"]
    assert column(page, "teachers") == ["20", "31"]
    choose(window, "Правка", "Отменить")
    assert column(page, "pupils") == ["", ""]


def test_rows_pasted_where_nothing_is_chosen_become_records(window: MainWindow) -> None:
    add(window, "schools", name="СОШ № 1")
    page = page_of(window, "schools")
    page.view.clearSelection()
    paste(page.view, "СОШ № 2\tСОШ\nСОШ № 3\tООШ\n")
    assert texts(page) == ["СОШ № 1", "СОШ № 2", "СОШ № 3"]


def test_whole_rows_are_not_written_over_records_unasked(window: MainWindow) -> None:
    for number in (1, 2):
        add(window, "schools", name=f"СОШ № {number}")
    page = page_of(window, "schools")
    page.view.setCurrentIndex(page.model.index(0, 0))
    rows = "СОШ № 8\tСОШ\nСОШ № 9\tООШ\n"
    paste(page.view, rows)
    assert "2 школы" in box_of(window).text()
    press(box_of(window), "Добавить новые")
    assert texts(page) == ["СОШ № 1", "СОШ № 2", "СОШ № 8", "СОШ № 9"]
    choose(window, "Правка", "Отменить")
    page.view.setCurrentIndex(page.model.index(0, 0))
    paste(page.view, rows)
    press(box_of(window), "Заменить")
    assert texts(page) == ["СОШ № 8", "СОШ № 9"]


def test_one_cell_fills_all_that_are_marked(window: MainWindow) -> None:
    for number in (1, 2, 3):
        add(window, "schools", name=f"СОШ № {number}")
    page = page_of(window, "schools")
    page.view.setCurrentIndex(page.model.index(0, 1))
    page.view.selectAll()
    paste(page.view, "лицей")
    assert column(page, "kind") == ["лицей"] * 3


def test_every_fault_is_told_with_its_row_and_column_and_nothing_is_written(window: MainWindow) -> None:
    add(window, "schools", name="СОШ № 1")
    page = page_of(window, "schools")
    paste(page.view, "Краткое название\tОбучающихся\tВид\nСОШ № 2\tмного\tСОШ\n\t-5\tгимнация\n")
    (dialog,) = window.findChildren(FaultsDialog)
    told = [dialog.faults.item(row).text() for row in range(dialog.faults.count())]
    assert told[0] == "Строка 2, «Обучающихся»: «много» — не целое число."
    assert "Строка 3, «Краткое название»: Не указано." in told
    assert "Строка 3, «Обучающихся»: Число не может быть меньше нуля." in told
    assert any(line.startswith("Строка 3, «Вид»: «гимнация» в списке нет.") for line in told)
    assert texts(page) == ["СОШ № 1"]


def test_names_that_are_missing_are_offered_to_be_made(window: MainWindow) -> None:
    add(window, "schools", name="СОШ № 1")
    add(window, "teachers", name="Образцова А. А.")
    page = page_of(window, "teachers")
    rows = "Фамилия, имя, отчество\tШкола\nПримерова Б. В.\tсош №1\nЭталонова Г. Д.\tСОШ № 7\n"
    paste(page.view, rows)
    box = box_of(window)
    assert "В справочнике «Школы» нет: «СОШ № 7». Такая запись будет добавлена." in box.text()
    press(box, "Вставить")
    assert column(page, "school_id") == ["", "СОШ № 1", "СОШ № 7"]
    choose(window, "Правка", "Отменить")
    assert texts(page) == ["Образцова А. А."]
    assert texts(page_of(window, "schools")) == ["СОШ № 1"]


def test_what_is_there_already_is_passed_over_and_told(window: MainWindow) -> None:
    add(window, "schools", name="Берёзовская СОШ")
    page = page_of(window, "schools")
    paste(page.view, "Краткое название\tКПП\nберезовская  «СОШ»\t1\nСОШ № 2\t2\n")
    box = box_of(window)
    assert "Строка 2 уже есть и будет пропущена." in box.text()
    assert "Поля «КПП» здесь нет, столбец будет пропущен." in box.text()
    press(box, "Вставить")
    assert texts(page) == ["Берёзовская СОШ", "СОШ № 2"]


def test_of_many_rows_that_are_there_already_the_first_are_named_and_the_others_counted(
    window: MainWindow,
) -> None:
    page = page_of(window, "schools")
    ten = [f"СОШ № {number}" for number in range(1, 11)]
    paste(page.view, "\n".join(["Краткое название", *ten]))
    paste(page.view, "\n".join(["Краткое название", *ten, "СОШ № 11"]))
    told = "Строки 2, 3, 4, 5, 6, 7, 8, 9 и ещё 2 уже есть и будут пропущены."
    assert told in box_of(window).text()


def test_a_title_and_a_sum_that_were_copied_along_are_told(window: MainWindow) -> None:
    page = page_of(window, "schools")
    paste(page.view, "Школы района\t\nКраткое название\tОбучающихся\nСОШ № 2\t310\nИтого\t310\n")
    assert "«Школы района», «Итого 310» — не записи, строки будут пропущены." in box_of(window).text()
    press(box_of(window), "Вставить")
    assert texts(page) == ["СОШ № 2"]


def test_rows_copied_from_a_table_come_back_as_records(window: MainWindow) -> None:
    add(window, "publications", name="Обмен опытом", published_on="05.10.2020")
    page = page_of(window, "publications")
    page.view.selectAll()
    QTest.keyClick(page.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    choose(window, "Правка", "Отменить")
    assert page.model.rowCount() == 0
    click(next(one for one in page._no_records.findChildren(QPushButton) if "Excel" in one.text()))
    assert column(page, "name") == ["Обмен опытом"]
    assert column(page, "published_on") == ["05.10.2020"]


def test_rows_pasted_into_a_list_of_a_record_belong_to_it(window: MainWindow) -> None:
    meeting = add(window, "meetings", name="Итоги четверти")
    page_of(window, "meetings").open_record(meeting)
    dialog = dialog_of(window)
    open_tab(dialog, "Решения")
    (decisions,) = dialog.findChildren(RelatedList)
    paste(
        decisions.view,
        "",
        "<table><tr><th>Решение<th>Срок<tr><td>Провести <b>пробник</b><td>до 1 ноября</table>",
    )
    assert [decisions.model.text(row, decisions.register.field("name")) for row in decisions.model.rows] == [
        "Провести пробник"
    ]


def test_a_picture_or_files_are_answered_in_words(window: MainWindow) -> None:
    add(window, "schools", name="СОШ № 1")
    page = page_of(window, "schools")
    paste(page.view, "")
    assert "Буфер обмена пуст" in box_of(window).text()


def test_a_copied_date_stays_a_date_and_a_number_that_looks_like_one_stays_text(window: MainWindow) -> None:
    add(window, "documents", name="Приказ", number="05.10", signed_on="05.10.2020")
    page = page_of(window, "documents")
    page.view.selectAll()
    QTest.keyClick(page.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    html = QApplication.clipboard().mimeData().html()
    cells = {cell.rpartition(">")[2]: cell for cell in html.split("</td>")}
    assert "mso-number-format" in cells["05.10"]
    assert "mso-number-format" not in cells["05.10.2020"]


def test_an_excel_list_with_hidden_columns_and_office_headings_is_taken_as_it_is_seen(
    window: MainWindow,
) -> None:
    page = page_of(window, "teachers")
    html = (
        "<table><col><col style='display:none'><col><tr><td>Ф.И.О.</td><td>Пароль</td><td>Телефон</td></tr>"
        "<tr><td>Образцова А. А.</td><td>тайна</td><td>12-34</td></tr>"
        "<tr style='display:none'><td>Уволенный Б. Б.</td><td>тайна</td><td>5</td></tr></table>"
    )
    paste(
        page.view, "Ф.И.О.\tПароль\tТелефон\nОбразцова А. А.\tтайна\t12-34\nУволенный Б. Б.\tтайна\t5", html
    )
    assert texts(page) == ["Образцова А. А."]
    assert column(page, "contacts") == ["12-34"]
