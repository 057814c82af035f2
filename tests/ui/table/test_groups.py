"""Groups and filters of the plan's table, chosen from menus and chips."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.draft import ActivityDraft
from roadmap_desktop.ui.table.captions import Caption
from tests.ui.table.conftest import Table
from tests.ui.table.plan_with_sections import Open, entry, lines, place, plan_with_sections
from tests.ui.table.test_columns import header_menu


def plan(table_of: Callable[..., Table]) -> Table:
    return table_of(
        ActivityDraft("Весной", due_text="март–апрель 2021 года", performers=("МКУ «ЦМТО»", "Школы")),
        ActivityDraft("Осенью", due_text="сентябрь 2020 года", performers=("школы",), state=State.IN_WORK),
        ActivityDraft("Всегда", due_text="в течение года"),
        ActivityDraft("Когда-нибудь", performers=("Отдел",), state=State.DONE),
    )


def group(table: Table, word: str) -> None:
    """Chooses in the menu of the chip."""
    chip = table.page.chips.groups
    assert chip.isVisible()
    chip.menu().aboutToShow.emit()
    entry(chip.menu(), word).trigger()


def captions(table: Table) -> list[str]:
    return [row.title for row in table.page.model.rows if isinstance(row, Caption)]


def tick(table: Table, facet: str, *words: str) -> None:
    menu = table.page.chips.menus[facet].menu()
    menu.aboutToShow.emit()
    for word in words:
        entry(menu, word).setChecked(True)


def test_rows_are_grouped_by_the_month_in_which_they_are_planned(table_of: Callable[..., Table]) -> None:
    table = plan(table_of)
    group(table, "Месяц")
    assert lines(table) == [
        *("▾ Сентябрь 2020 · 1 мероприятие", "Осенью"),
        *("▾ Март 2021 · 1 мероприятие", "Весной"),
        *("▾ В течение всего периода · 1 мероприятие", "Всегда"),
        *("▾ Без установленного срока · выполнено 1 из 1", "Когда-нибудь"),
    ]
    assert table.page.chips.groups.text() == "Группы: месяц ▾"


def test_rows_are_grouped_by_who_answers_first_whatever_the_case(table_of: Callable[..., Table]) -> None:
    table = plan(table_of)
    group(table, "Ответственный")
    assert captions(table) == ["МКУ «ЦМТО»", "Отдел", "Школы", "Не указано"]


def test_rows_are_grouped_by_state_what_is_late_apart(table_of: Callable[..., Table]) -> None:
    table = plan(table_of)
    group(table, "Состояние")
    assert captions(table) == ["Запланировано", "Выполнено", "Просрочено"]


def test_groups_leave_by_the_same_menu(table_of: Callable[..., Table]) -> None:
    table = plan(table_of)
    group(table, "Состояние")
    group(table, "Без групп")
    assert captions(table) == []
    assert table.page.chips.groups.text() == "Группировать ▾"


def test_within_groups_rows_are_sorted(table_of: Callable[..., Table]) -> None:
    table = table_of(*[ActivityDraft(name, performers=("Отдел",)) for name in ("в", "а", "б")])
    group(table, "Ответственный")
    table.click_heading("name")
    assert lines(table) == ["▾ Отдел · 3 мероприятия", "а", "б", "в"]


def test_in_groups_rows_are_not_moved_and_it_is_told_why(table_of: Callable[..., Table]) -> None:
    table = plan(table_of)
    group(table, "Месяц")
    assert not table.page.view.can_reorder
    before = lines(table)
    table.click(place(table, "Весной"))
    table.page.move_up()
    assert lines(table) == before
    assert "выберите «Вид → Группировать → Без групп»" in table.told[-1]
    group(table, "Без групп")
    assert table.page.view.can_reorder
    table.click_heading("name")
    table.page.move_up()
    assert "щёлкните заголовок «№»" in table.told[-1]
    table.click_heading("number")
    assert table.page.view.can_reorder


def test_what_it_is_grouped_by_is_remembered(open_table: Open, table_of: Callable[..., Table]) -> None:
    table = plan(table_of)
    group(table, "Месяц")
    assert table.document.path is not None
    again = open_table(table.document.path)
    assert captions(again)[0] == "Сентябрь 2020"


def test_a_plan_with_sections_can_stand_without_their_captions(open_table: Open, tmp_path: Path) -> None:
    path = plan_with_sections(tmp_path / "Разделы.roadmap")
    table = open_table(path)
    group(table, "Без групп")
    assert captions(table) == []
    assert captions(open_table(path)) == []
    group(table, "Раздел")
    assert captions(open_table(path)) == ["Анализ", "Кадры", "Контроль"]


def test_the_menu_of_the_headings_groups_too(table_of: Callable[..., Table]) -> None:
    table = plan(table_of)
    assert "Группировать" in header_menu(table)
    header = table.page.view.header
    (menu,) = [one for one in header.findChildren(QMenu) if one.title() == "Группировать"]
    entry(menu, "Состояние").trigger()
    assert captions(table) == ["Запланировано", "Выполнено", "Просрочено"]


def test_rows_are_filtered_by_any_month_in_which_they_go_on(table_of: Callable[..., Table]) -> None:
    table = plan(table_of)
    tick(table, "month", "Апрель 2021")
    assert table.names == ["Весной", "Всегда"]
    tick(table, "month", "Без установленного срока")
    assert table.names == ["Весной", "Всегда", "Когда-нибудь"]


def test_months_are_offered_as_they_come(table_of: Callable[..., Table]) -> None:
    table = plan(table_of)
    menu = table.page.chips.menus["month"].menu()
    menu.aboutToShow.emit()
    words = [action.text() for action in menu.actions() if action.isCheckable()]
    assert (words[0], words[-2], words[-1]) == ("Сентябрь 2020", "Август 2021", "Без установленного срока")


def test_rows_are_filtered_by_state_and_by_what_is_late(table_of: Callable[..., Table]) -> None:
    table = plan(table_of)
    tick(table, "state", "выполнено")
    assert table.names == ["Когда-нибудь"]
    tick(table, "state", "просрочено")
    assert table.names == ["Осенью", "Когда-нибудь"]


def test_rows_are_filtered_by_sections(open_table: Open, tmp_path: Path) -> None:
    table = open_table(
        plan_with_sections(tmp_path / "Разделы.roadmap", ("Я последний", "А первый", "Пустой"))
    )
    menu = table.page.chips.menus["section_id"].menu()
    menu.aboutToShow.emit()
    assert [one.text() for one in menu.actions() if one.isCheckable()] == ["Я последний", "А первый"]
    tick(table, "section_id", "А первый")
    assert lines(table)[1:] == ["А первый 1", "А первый 2"]


def test_filters_that_find_no_room_are_behind_one_chip(table_of: Callable[..., Table]) -> None:
    table = plan(table_of)
    chips = table.page.chips
    for width in (1300, 852, 640, 480):
        table.page.resize(width, 600)
        QApplication.processEvents()
        chips.rest.menu().aboutToShow.emit()
        shown = [chip for chip in chips.menus.values() if chip.isVisible()]
        behind = [action.text() for action in chips.rest.menu().actions()] if chips.rest.isVisible() else []
        labels = {chip.label for chip in shown} | set(behind)
        assert labels == {"Ответственный", "Месяц", "Состояние"}, width
        right = max(chip.geometry().right() for chip in (*shown, *chips.words.values()) if chip.isVisible())
        assert right <= chips.width(), width


def test_what_filters_stays_in_sight_on_a_narrow_page(table_of: Callable[..., Table]) -> None:
    table = plan(table_of)
    tick(table, "state", "выполнено")
    table.page.resize(560, 600)
    QApplication.processEvents()
    assert table.page.chips.menus["state"].isVisible()


def test_counts_follow_the_search_and_the_other_filters(table_of: Callable[..., Table]) -> None:
    table = plan(table_of)
    tick(table, "performers", "Школы")
    texts = [chip.text() for chip in table.page.chips.words.values()]
    assert texts == ["Все 2", "Этот месяц 0", "Просрочено 1", "Без даты 0"]
    assert table.page.status_text == "показано 2 из 4 мероприятий"
    table.page.set_search("осенью")
    assert table.page.status_text == "показано 1 из 4 мероприятий"
    table.page.show_all()
    assert table.page.status_text == ""


def test_folding_changes_no_count(table_of: Callable[..., Table]) -> None:
    table = plan(table_of)
    group(table, "Ответственный")
    table.page.view.setCurrentIndex(table.page.model.index(0, 0))
    table.press(Qt.Key.Key_Return)
    assert lines(table)[0] == "▸ МКУ «ЦМТО» · 1 мероприятие"
    assert table.page.status_text == ""
