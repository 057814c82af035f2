"""Chips, search and sorting, by clicks and by what is listed."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.draft import ActivityDraft
from roadmap_desktop.operations.plan import activities
from roadmap_desktop.ui.activities.cells import WHEN, When
from tests.ui.table.conftest import Table


def chip(table: Table, word: str) -> QPushButton:
    return next(
        button for button in table.page.chips.findChildren(QPushButton) if button.text().startswith(word)
    )


def test_the_sample_is_listed_in_its_order(table: Table) -> None:
    assert table.numbers == [str(number) for number in range(1, 24)]


def test_the_chips_count_what_is_found(table: Table) -> None:
    assert chip(table, "Все").text() == "Все 23"
    assert chip(table, "Без даты").text() == "Без даты 1"
    table.page.set_search("мониторинг")
    assert chip(table, "Все").text() == f"Все {len(table.numbers)}"
    assert chip(table, "Просрочено").text() == "Просрочено 0"
    table.qtbot.mouseClick(chip(table, "Без даты"), Qt.MouseButton.LeftButton)
    assert table.numbers == ["18"]
    assert chip(table, "Все").text() == "Все 2"


def test_a_chip_lists_its_rows_and_the_first_chip_brings_all_back(table: Table) -> None:
    table.qtbot.mouseClick(chip(table, "Без даты"), Qt.MouseButton.LeftButton)
    assert table.numbers == ["18"]
    table.qtbot.mouseClick(chip(table, "Все"), Qt.MouseButton.LeftButton)
    assert len(table.numbers) == 23


def test_work_done_leaves_the_overdue_at_once(table: Table) -> None:
    table.qtbot.mouseClick(chip(table, "Просрочено"), Qt.MouseButton.LeftButton)
    first, count = table.page.model.rows[0], len(table.numbers)
    plan = table.document.plan
    assert plan is not None
    table.document.execute(lambda file: activities.set_field(file, plan, [first.id], "state", State.DONE))
    assert len(table.numbers) == count - 1
    assert chip(table, "Просрочено").text() == f"Просрочено {count - 1}"


def test_performers_spelled_in_another_case_are_one_entry(table_of: Callable[..., Table]) -> None:
    table = table_of(
        ActivityDraft("Первое", performers=("Руководители ОО",)),
        ActivityDraft("Второе", performers=("руководители ОО", "Отдел & Ко")),
        ActivityDraft("Третье", performers=("МКУ «ЦМТО»",)),
    )
    menu = table.page.chips.menus["performers"].menu()
    menu.aboutToShow.emit()
    entries = {action.text(): action for action in menu.actions() if action.isCheckable()}
    assert list(entries) == ["МКУ «ЦМТО»", "Отдел && Ко", "Руководители ОО"]
    entries["Руководители ОО"].trigger()
    assert table.names == ["Первое", "Второе"]
    assert table.page.chips.menus["performers"].text() == "Руководители ОО ▾"


def test_search_finds_all_words_in_any_order_without_regard_to_case_and_yo(
    table_of: Callable[..., Table],
) -> None:
    table = table_of(ActivityDraft("Отчёт о Школах"), ActivityDraft("Отчет"), ActivityDraft("Школа"))
    table.page.set_search("ШКОЛ отчет")
    assert table.names == ["Отчёт о Школах"]
    table.page.set_search("  ")
    assert len(table.names) == 3


def test_an_empty_result_says_so_and_its_link_brings_the_rows_back(table: Table) -> None:
    resets: list[bool] = []
    table.page.search_reset.connect(lambda: resets.append(True))
    table.page.set_search("такого слова нет")
    assert table.page.empty.isVisible()
    assert table.page.empty.text == "Ничего не найдено."
    link = table.page.empty.findChild(QPushButton)
    assert link.text() == "Сбросить поиск и отбор"
    table.qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert len(table.numbers) == 23
    assert not table.page.empty.isVisible()
    assert resets


def test_an_empty_plan_says_what_to_do(table_of: Callable[..., Table]) -> None:
    table = table_of()
    assert "В плане пока нет мероприятий" in table.page.empty.text
    table.qtbot.mouseClick(table.page.empty.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert len(table.numbers) == 1


def test_a_heading_sorts_up_down_and_back(table_of: Callable[..., Table]) -> None:
    table = table_of(*[ActivityDraft(name) for name in ("Ёлка", "жук", "«Дом»", "Елань", "ель")])
    table.click_heading("name")
    assert table.names == ["«Дом»", "Елань", "Ёлка", "ель", "жук"]
    table.click_heading("name")
    assert table.names == ["жук", "ель", "Ёлка", "Елань", "«Дом»"]
    table.click_heading("name")
    assert table.numbers == ["1", "2", "3", "4", "5"]


def test_dues_sort_by_date_with_the_undated_last(table: Table) -> None:
    table.click_heading("due_text")
    starts = [row.starts_on for row in table.page.model.rows]
    dated = [start for start in starts if start is not None]
    assert starts == [*sorted(dated), None]


def test_the_selection_follows_its_row_through_sorting(table: Table) -> None:
    table.click(2)
    chosen = table.selection.ids
    table.click_heading("name")
    assert table.selection.ids == chosen
    assert table.page.view.chosen() == chosen


def test_a_filter_lets_go_of_rows_that_it_hides(table: Table) -> None:
    table.selection.choose([table.id_of(1), table.id_of(18)])
    table.qtbot.mouseClick(chip(table, "Без даты"), Qt.MouseButton.LeftButton)
    assert table.selection.ids == (table.id_of(18),)


def test_the_sorting_is_remembered(table: Table, open_table: Callable[..., Table]) -> None:
    table.click_heading("name")
    names = table.names
    path = table.document.path
    table.document.close()
    assert open_table(path).names == names


def test_hits_are_marked_behind_the_letters(table: Table) -> None:
    place = table.page.view.visualRect(table.page.model.index(0, 1)).topLeft() + QPoint(8, 10)

    def marked() -> bool:
        image = table.page.view.viewport().grab().toImage()
        row = (image.pixelColor(x, place.y()).name() for x in range(place.x(), place.x() + 240))
        return "#ffe9a8" in row

    assert not marked()
    table.page.set_search("формирование списка")
    assert marked()


def test_filters_have_counts_for_each_chip(table: Table) -> None:
    counts = table.page.model.facts.counts(WHEN, table.page.model.found)
    assert set(counts) == set(When)
    assert counts[When.ALL] == 23


def test_empty_cells_stand_last_either_way(table_of: Callable[..., Table]) -> None:
    table = table_of(
        ActivityDraft("Первое", expected_result="А"),
        ActivityDraft("Второе"),
        ActivityDraft("Третье", expected_result="Б"),
    )
    table.click_heading("expected_result")
    assert table.names == ["Первое", "Третье", "Второе"]
    table.click_heading("expected_result")
    assert table.names == ["Третье", "Первое", "Второе"]
