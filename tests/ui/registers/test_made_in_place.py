"""A link to a record that there is not yet: it is made where it is named, with what points at it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from roadmap_desktop.model.registers import BY_ID
from roadmap_desktop.operations.registers import record_listing, registers
from roadmap_desktop.ui.editors import LinkEditor
from roadmap_desktop.ui.main_window import MainWindow
from tests.ui.forms import dialog_of, enter, open_tab
from tests.ui.person import choose, click, press, type_text
from tests.ui.test_registers import add, page_of, texts


def names(window: MainWindow, register: str) -> list[str]:
    listing = window.document.query(
        lambda file: record_listing.read_listing(file, BY_ID[register]),
        record_listing.Listing(BY_ID[register], (), {}),
    )
    return [listing.name(row) for row in listing.rows]


def line_of(editor: LinkEditor) -> QLineEdit:
    line = editor.lineEdit()
    assert line is not None
    return line


def offered(editor: LinkEditor) -> list[str]:
    """What the list beneath the field shows."""
    model = line_of(editor).completer().popup().model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def choose_last(editor: LinkEditor) -> None:
    popup = line_of(editor).completer().popup()
    press(Qt.Key.Key_Up, widget=popup)
    press(Qt.Key.Key_Return, widget=popup)


def test_a_school_is_made_with_the_teacher_who_works_there(window: MainWindow) -> None:
    add(window, "schools", name="Лицей № 10")
    page = page_of(window, "teachers")
    click(window.toolbar._buttons["add"])
    dialog = dialog_of(window)
    enter(dialog, "Фамилия, имя, отчество", "Учителева А. А.")
    editor = dialog.form.editors["school_id"]
    line_of(editor).setFocus()
    type_text("лицей", line_of(editor))
    assert offered(editor) == ["Лицей № 10", "+ школа «лицей»"]
    type_text(" 1", line_of(editor))
    assert offered(editor) == ["+ школа «лицей 1»"]
    choose_last(editor)
    click(dialog._save)
    assert not dialog.isVisible()
    assert [page.model.text(page.model.rows[0], page.register.field("school_id"))] == ["лицей 1"]
    assert sorted(names(window, "schools")) == ["Лицей № 10", "лицей 1"]
    choose(window, "Правка", "Отменить")
    assert texts(page) == []
    assert names(window, "schools") == ["Лицей № 10"]


def test_it_is_made_in_a_cell_too(window: MainWindow) -> None:
    add(window, "teachers", name="Учителева А. А.")
    page = page_of(window, "teachers")
    place = page.model.places["school_id"]
    page.view.setCurrentIndex(page.model.index(0, place))
    press(Qt.Key.Key_F2, widget=page.view)
    editor = page.view.editing.editor
    type_text("лицей 1", line_of(editor))
    choose_last(editor)
    page.view.editing.commit()
    assert page.model.text(page.model.rows[0], page.register.field("school_id")) == "лицей 1"
    choose(window, "Правка", "Отменить")
    assert names(window, "schools") == []


def test_what_is_called_so_is_not_offered_as_new(window: MainWindow) -> None:
    add(window, "schools", name="Лицей № 1")
    page_of(window, "teachers")
    click(window.toolbar._buttons["add"])
    editor = dialog_of(window).form.editors["school_id"]
    line_of(editor).setFocus()
    type_text("лицей № 1", line_of(editor))
    assert offered(editor) == ["Лицей № 1"]
    for _letter in range(2):
        press(Qt.Key.Key_Backspace, widget=line_of(editor))
    assert offered(editor)[-1] == "+ школа «лицей №»"
    dialog_of(window).form.forget()
    dialog_of(window).close()


def test_what_is_typed_and_not_chosen_is_refused_and_it_is_said_how_it_is_made(window: MainWindow) -> None:
    page_of(window, "teachers")
    click(window.toolbar._buttons["add"])
    dialog = dialog_of(window)
    enter(dialog, "Фамилия, имя, отчество", "Учителева А. А.")
    enter(dialog, "Школа", "лицей 1")
    click(dialog._save)
    assert dialog.isVisible()
    assert "«+ школа «лицей 1»»" in dialog.form.mistakes["school_id"].text()
    dialog.form.forget()
    dialog.close()


def test_letters_typed_after_the_choice_make_another_name(window: MainWindow) -> None:
    page_of(window, "teachers")
    click(window.toolbar._buttons["add"])
    editor = dialog_of(window).form.editors["school_id"]
    line_of(editor).setFocus()
    type_text("лицей", line_of(editor))
    choose_last(editor)
    assert editor.value() == ("school", "лицей")
    line_of(editor).selectAll()
    type_text("гимназия", line_of(editor))
    assert line_of(editor).text() == "гимназия"
    assert offered(editor) == ["+ школа «гимназия»"]
    dialog_of(window).form.forget()
    dialog_of(window).close()


def test_the_form_goes_on_with_what_it_has_made(window: MainWindow) -> None:
    page = page_of(window, "teachers")
    click(window.toolbar._buttons["add"])
    dialog = dialog_of(window)
    enter(dialog, "Фамилия, имя, отчество", "Учителева А. А.")
    editor = dialog.form.editors["school_id"]
    line_of(editor).setFocus()
    type_text("лицей 1", line_of(editor))
    choose_last(editor)
    open_tab(dialog, "Развитие")
    open_tab(dialog, "Общие сведения")
    assert editor.currentText() == "лицей 1"
    enter(dialog, "Должность", "учитель")
    click(dialog._save)
    assert page.model.text(page.model.rows[0], page.register.field("school_id")) == "лицей 1"


def test_what_needs_more_than_a_name_is_not_made(window: MainWindow) -> None:
    page_of(window, "agreements")
    click(window.toolbar._buttons["add"])
    form = dialog_of(window).form
    assert form.editors["school_id"]._makes == "school"
    dialog_of(window).close()
    values = {"teacher_id": registers_teacher(window), "goal": "Освоить оценивание"}
    window.document.execute(lambda file: registers.add_record(file, BY_ID["plans"], values)[1])
    page = page_of(window, "plans")
    page.open_record(page.model.rows[0].id)
    assert dialog_of(window).form.editors["teacher_id"]._makes == "teacher"


def registers_teacher(window: MainWindow) -> str:
    return add(window, "teachers", name="Учителева А. А.")
