"""The same keys do the same in every table: the plan, the month's plan, every register, every list in a dialog."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox

from roadmap_desktop.model.field import FieldKind
from roadmap_desktop.model.registers import REGISTERS
from roadmap_desktop.operations.plan import history
from roadmap_desktop.operations.plan.file_history import change_count
from roadmap_desktop.ui.by_school.cell_dialog import CellDialog
from roadmap_desktop.ui.by_school.page import BySchoolPage
from roadmap_desktop.ui.editors import LinkEditor
from roadmap_desktop.ui.main_window import MainWindow
from roadmap_desktop.ui.month_plan.listing import NEW
from roadmap_desktop.ui.registers.record_dialog import RecordDialog
from roadmap_desktop.ui.registers.record_form import RecordForm
from tests.samples import full_sample_at

from .forms import dialog_of
from .keyboard import come_to_the_front, hit, write
from .person import choose
from .shown_tables import Shown, hold, in_dialog, on_page

Key, Held = Qt.Key, Qt.KeyboardModifier
_CTRL, _NONE = Held.ControlModifier, Held.NoModifier

PAGES = ("table", "month_plan", *(one.id for one in REGISTERS if one.is_page))
# A page, the tab of its records' dialog, and a list on it.
LISTS = tuple(
    (one.id, tab.title, related.title)
    for one in REGISTERS
    if one.is_page
    for tab in one.tabs
    for related in tab.lists
    if related.register != "risks"
)
# What is typed into a field of each kind.
TYPED = {
    FieldKind.NUMBER: "7",
    FieldKind.DECIMAL: "7",
    FieldKind.SHARE: "7",
    FieldKind.YEAR: "2021–2022",
    FieldKind.HOURS: "9:35",
    FieldKind.DATE: "07.10.2020",
    FieldKind.DUE: "до 07.10.2020",
    FieldKind.NAMES: "Щукина Щ. Щ.",
}


@pytest.fixture(scope="module")
def district(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return full_sample_at(tmp_path_factory.mktemp("keys") / "район.roadmap")


@pytest.fixture
def sample(district: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(district, tmp_path / "Дорожная карта.roadmap"))


@pytest.fixture(
    params=[*PAGES, *LISTS], ids=lambda one: one if isinstance(one, str) else f"{one[0]}: {one[2]}"
)
def shown(request: pytest.FixtureRequest, window: MainWindow) -> Shown:
    return (
        on_page(window, request.param)
        if isinstance(request.param, str)
        else in_dialog(window, *request.param)
    )


def is_of_the_plan(shown: Shown, id_: str) -> bool:
    """Whether it is an activity among the lines of a month."""
    return bool(getattr(shown.view.model().listing.by_id.get(id_), "is_activity", False))


def shown_boxes() -> list[QMessageBox]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, QMessageBox) and one.isVisible()]


def close_boxes() -> None:
    for box in shown_boxes():
        box.close()
    QApplication.processEvents()
    come_to_the_front()


def test_f2_letters_enter_escape_and_tab_in_every_cell(shown: Shown) -> None:
    edits = shown.number_of_edits()
    for field in shown.fields():
        id_ = shown.mark(field)
        before = shown.said(id_, field)
        for opened, closed in (
            (lambda: hit(Key.Key_F2), Key.Key_Escape),
            (lambda: hit(Key.Key_F2), Key.Key_Return),
            (lambda: write("щ"), Key.Key_Escape),
            (lambda: write("1"), Key.Key_Escape),
        ):
            opened()
            assert shown.editing.editor is not None, field
            while QApplication.activePopupWidget() is not None and closed is Key.Key_Escape:
                hit(closed)
            if shown.editing.editor is not None:
                hit(closed)
            shown.assert_idle()
            assert shown.current() == (id_, field.name)
            assert shown.said(id_, field) == before
        hit(Key.Key_F2)
        hit(Key.Key_Tab)
        if shown.editing.editor is not None:
            assert shown.current() != (id_, field.name)
            hit(Key.Key_Backtab, Held.ShiftModifier)
            # A list that pops up takes the first.
            while QApplication.activePopupWidget() is not None:
                hit(Key.Key_Escape)
            if shown.editing.editor is not None:
                hit(Key.Key_Escape)
        assert shown.current() == (id_, field.name)
        shown.assert_idle()
    assert shown.number_of_edits() == edits


def test_the_keys_live_after_an_edit_of_any_cell(shown: Shown) -> None:
    for field in shown.fields():
        for done in (Key.Key_Return, Key.Key_Tab):
            id_ = shown.mark(field)
            before = shown.said(id_, field)
            hit(Key.Key_F2)
            if field.kind is FieldKind.CHOICE:
                hit(Key.Key_Down)
            elif field.kind is FieldKind.WORDS:
                pass
            elif isinstance(editor := shown.editing.editor, LinkEditor):
                hit(Key.Key_A, _CTRL)
                write(next(text for text in reversed(editor._texts) if text != before))
            else:
                hit(Key.Key_A, _CTRL)
                write(TYPED.get(field.kind, "Щ"))
            hit(done)
            close_boxes()
            while shown.editing.editor is not None:
                hit(Key.Key_Escape)
            shown.assert_idle()
            place = shown.view.currentIndex().row()
            assert place >= 0, field
            hit(Key.Key_Down)
            hit(Key.Key_Up)
            shown.assert_idle()
            assert shown.view.currentIndex().row() >= 0
            assert shown.view.chosen()


def test_rows_are_chosen_copied_cut_deleted_and_added(shown: Shown) -> None:
    shown.mark(shown.fields()[0])
    hit(Key.Key_A, _CTRL)
    records = list(shown.view.model().records())
    assert set(shown.view.chosen()) == {row.id for row in records}
    hit(Key.Key_C, _CTRL)
    copied = QApplication.clipboard().text()
    assert copied.count("\n") >= len(records) - 1
    shown.assert_idle()
    for key, held in ((Key.Key_Delete, _NONE), (Key.Key_X, _CTRL)):
        edits, id_ = shown.number_of_edits(), shown.mark(shown.fields()[0])
        shown_words = shown.said(id_, shown.fields()[0]).split("\n")[0]
        QApplication.clipboard().clear()
        hit(key, held)
        hold(key, held)
        boxes = shown_boxes()
        # Either it was written, or asked; a whole plan's activities are deleted where they stand.
        written = shown.number_of_edits() - edits
        assert written + len(boxes) == (0 if is_of_the_plan(shown, id_) else 1)
        close_boxes()
        shown.assert_idle()
        if held:
            assert shown_words in QApplication.clipboard().text()
        if written:
            shown.window.document.execute(history.undo)


def test_escape_right_after_insert_leaves_nothing_behind(shown: Shown) -> None:
    shown.mark(shown.fields()[0])
    rows, edits = len(shown.view.model().rows), shown.number_of_edits()
    hit(Key.Key_Insert)
    dialogs = [
        one for one in shown.window.findChildren(RecordDialog) if one.isVisible() and not one.record_id
    ]
    assert dialogs or shown.editing.editor is not None
    if dialogs:
        dialogs[0].activateWindow()
        QApplication.processEvents()
    hit(Key.Key_Escape)
    close_boxes()
    shown.assert_idle()
    assert len(shown.view.model().rows) == rows
    assert shown.number_of_edits() == edits


# Every form: the dialog of each register, the details of an activity and those of a record.
FORMS = (*(one.id for one in REGISTERS if one.is_page), "activity", "details of a task")


@pytest.fixture(params=FORMS)
def form(request: pytest.FixtureRequest, window: MainWindow) -> RecordForm:
    if request.param == "activity":
        shown = on_page(window, "table")
        shown.mark(shown.fields()[0])
        (made,) = [one for one in window.details.findChildren(RecordForm) if one.isVisible()]
        return made
    if request.param == "details of a task":
        shown = on_page(window, "month_plan")
        lines = shown.view.model().records()
        shown.view.go_to(next(line.id for line in lines if line is not NEW and not line.is_activity), 0)
        (made,) = [one for one in window.details.findChildren(RecordForm) if one.isVisible()]
        return made
    view = on_page(window, request.param).view
    view.opened.emit(view.model().rows[0].id)  # type: ignore[attr-defined]
    dialog = dialog_of(window)
    dialog.activateWindow()
    QApplication.processEvents()
    return dialog.form


def test_enter_keeps_and_escape_brings_back_in_every_field_of_every_form(form: RecordForm) -> None:
    window = form.window()
    for name, editor in form.editors.items():
        kind = form._register.field(name).kind
        if not editor.isVisible() or kind is FieldKind.WORDS:
            continue
        before = form.kept(name)
        for key in (Key.Key_Escape, Key.Key_Return):
            editor.setFocus()
            if kind is FieldKind.CHOICE and editor.count() > 1:
                hit(Key.Key_Down if editor.currentIndex() < editor.count() - 1 else Key.Key_Up)
            elif isinstance(editor, LinkEditor):
                hit(Key.Key_A, _CTRL)
                write(next(text for text in reversed(editor._texts) if text != editor.currentText()))
            elif kind is not FieldKind.CHOICE:
                hit(Key.Key_A, _CTRL)
                write(TYPED.get(kind, "Щ"))
            while QApplication.activePopupWidget() is not None:
                hit(Key.Key_Escape)
            typed = form.kept(name)
            if typed == before:
                continue
            if key is Key.Key_Return and kind in (FieldKind.TEXT, FieldKind.NAMES):
                # In several lines the key begins another.
                continue
            if kind is FieldKind.CHOICE and form._may_write is not None:
                # What is chosen in the details is written at once.
                continue
            hit(key)
            close_boxes()
            assert window.isVisible(), name
            assert form.kept(name) == (before if key is Key.Key_Escape else typed), name
            before = form.kept(name)


@pytest.fixture
def schools(window: MainWindow) -> BySchoolPage:
    """The page by schools, an empty cell marked: it is no table of records, and writes into squares."""
    window.activateWindow()
    window.show_page("by_school")
    page = window._pages.current
    assert isinstance(page, BySchoolPage)
    page.view.setFocus()
    cells = (page.view.matrix.index(row, 0) for row in range(page.view.matrix.rowCount()))
    page.view.setCurrentIndex(next(index for index in cells if not index.data()))
    return page


def test_the_keys_of_tables_are_those_of_the_page_by_schools(
    schools: BySchoolPage, window: MainWindow
) -> None:
    view, first = schools.view, schools.view.currentIndex()

    def number_of_edits() -> int:
        return window.document.query(change_count, 0)

    edits = number_of_edits()
    for key in (Key.Key_F2, Key.Key_Return):
        hit(key)
        (dialog,) = [one for one in window.findChildren(CellDialog) if one.isVisible()]
        hit(Key.Key_Escape)
        assert not dialog.isVisible()
    write("щ1")
    hit(Key.Key_Escape)
    assert (number_of_edits(), view.currentIndex()) == (edits, first)
    hit(Key.Key_Space)
    hold(Key.Key_Space, _NONE)
    filled, written = str(first.data()), number_of_edits()
    assert (written, bool(filled)) == (edits + 1, True)
    hit(Key.Key_C, _CTRL)
    assert filled.split("\n")[0] in QApplication.clipboard().text()
    QApplication.clipboard().clear()
    hit(Key.Key_X, _CTRL)
    hold(Key.Key_X, _CTRL)
    assert filled.split("\n")[0] in QApplication.clipboard().text()
    assert (str(first.data()), number_of_edits()) == ("", written + 1)
    hit(Key.Key_Space)
    hit(Key.Key_Delete)
    hold(Key.Key_Delete, _NONE)
    assert (str(first.data()), number_of_edits()) == ("", written + 3)
    hit(Key.Key_A, _CTRL)
    assert len(view.chosen()) == (view.matrix.rowCount() - 1) * (view.matrix.columnCount() - 1)
    hit(Key.Key_Tab)
    assert QApplication.focusWidget() is not view


def test_the_menu_does_with_cells_what_it_does_with_rows(schools: BySchoolPage, window: MainWindow) -> None:
    hit(Key.Key_Space)
    assert str(schools.view.currentIndex().data())
    choose(window, "Правка", "Удалить")
    assert not str(schools.view.currentIndex().data())


def test_a_list_of_words_whose_cell_is_left_at_once_does_not_open(window: MainWindow) -> None:
    shown = on_page(window, "partnerships")
    (field,) = [one for one in shown.fields() if one.kind is FieldKind.WORDS]
    shown.mark(field)
    shown.editing.begin(shown.view.model().rows[shown.place].id, field.name)
    shown.editing.cancel()
    QApplication.processEvents()
    assert QApplication.activePopupWidget() is None
    hit(Key.Key_F2)
    assert QApplication.activePopupWidget() is not None
    hit(Key.Key_Backtab, Held.ShiftModifier)
    assert not isinstance(QApplication.activePopupWidget(), QMenu)


def test_arrow_keys_in_a_cell_pass_over_words_until_enter(window: MainWindow) -> None:
    shown = on_page(window, "table")
    (field,) = [one for one in shown.fields() if one.name == "state"]
    id_ = shown.mark(field)
    before, edits = shown.said(id_, field), shown.number_of_edits()
    for done, is_kept in ((Key.Key_Escape, False), (Key.Key_Return, True)):
        hit(Key.Key_F2)
        for _ in range(2):
            hit(Key.Key_Down)
            assert shown.editing.editor is not None
        while shown.editing.editor is not None:
            hit(done)
        assert (shown.said(id_, field) != before, shown.number_of_edits()) == (is_kept, edits + is_kept)
