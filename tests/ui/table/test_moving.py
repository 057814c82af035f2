"""Rows moved by keys and by mouse."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt

from roadmap_desktop.model.due import DueKind, DueReading
from roadmap_desktop.model.roadmap import Numbering
from roadmap_desktop.model.rows import ActivityRow, Plan, RoadmapInfo, SectionRow
from roadmap_desktop.operations.plan import history
from roadmap_desktop.ui import theme
from roadmap_desktop.ui.activities import moving
from roadmap_desktop.ui.activities.moving import Target
from tests.ui.table.conftest import Table


def row(name: str, section: str | None = None) -> ActivityRow:
    due = DueReading(DueKind.UNDATED, (), None)
    return ActivityRow(id=name, number=name, section_id=section, name=name, due=due)


def plan_of(*rows: ActivityRow) -> Plan:
    info = RoadmapInfo(
        "", "", date(2020, 9, 1), date(2021, 8, 31), "", "", None, "", "", "", Numbering.CONTINUOUS
    )
    return Plan(info, (SectionRow("I", "I", 1), SectionRow("II", "II", 2)), rows)


FLAT = plan_of(*[row(name) for name in "abcde"])
PARTS = plan_of(row("a", "I"), row("b", "I"), row("c", "II"), row("d", "II"))


@pytest.mark.parametrize(
    ("moved", "up", "down"),
    [
        ("a", None, Target("c", None)),
        ("c", Target("b", None), Target("e", None)),
        ("e", Target("d", None), None),
        ("bd", Target("a", None), Target(None, None)),
        ("d", Target("c", None), Target(None, None)),
    ],
)
def test_one_step(moved: str, up: Target | None, down: Target | None) -> None:
    assert moving.one_up(FLAT, FLAT.activities, set(moved)) == up
    assert moving.one_down(FLAT, FLAT.activities, set(moved)) == down


def test_a_step_over_the_edge_of_a_section_goes_to_its_near_end() -> None:
    assert moving.one_up(PARTS, PARTS.activities, {"c"}) == Target(None, "I")
    assert moving.one_down(PARTS, PARTS.activities, {"b"}) == Target("c", "II")


def test_under_a_filter_a_row_passes_the_listed_neighbour() -> None:
    listed = [FLAT.activities[0], FLAT.activities[3]]
    assert moving.one_down(FLAT, listed, {"a"}) == Target("e", None)
    assert moving.one_up(FLAT, listed, {"d"}) == Target("a", None)


@pytest.mark.parametrize(
    ("moved", "gap", "target"),
    [
        ("b", 0, Target("a", None)),
        ("b", 1, None),
        ("b", 2, None),
        ("b", 5, Target(None, None)),
        ("bc", 4, Target("e", None)),
        ("bd", 2, Target("c", None)),
        ("e", 5, None),
        ("abcde", 2, None),
    ],
)
def test_a_gap(moved: str, gap: int, target: Target | None) -> None:
    assert moving.into_gap(FLAT, FLAT.activities, set(moved), gap) == target


def names(table: Table) -> list[str]:
    assert table.document.plan is not None
    return [row.name for row in table.document.plan.activities]


def test_rows_move_up_and_stay_selected(table: Table) -> None:
    before = names(table)
    table.selection.choose([table.id_of(3), table.id_of(4)])
    chosen = set(table.selection.ids)
    table.page.move_up()
    assert names(table)[:4] == [before[0], before[2], before[3], before[1]]
    assert set(table.page.view.chosen()) == chosen
    table.page.move_down()
    assert names(table) == before


def test_a_row_is_dragged_below_another(table: Table) -> None:
    before = names(table)
    viewport = table.page.view.viewport()
    start, end = table.cell(0), table.cell(2) + QPoint(0, 40)
    table.qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    for point in (start + QPoint(0, 6), start + QPoint(0, 30), end):
        table.qtbot.mouseMove(viewport, point)
    table.qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=end)
    assert names(table)[:3] == [before[1], before[2], before[0]]
    table.document.execute(history.undo)
    assert names(table) == before


def test_a_line_shows_where_a_dragged_row_would_go(table: Table) -> None:
    def has_line(place: int) -> bool:
        at = table.page.view.rowViewportPosition(place) - 1
        image = viewport.grab().toImage()
        return image.pixelColor(viewport.width() // 2, at) == theme.colour("accent")

    viewport = table.page.view.viewport()
    start, end = table.cell(0), table.cell(1) + QPoint(0, 40)
    table.qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    for point in (start + QPoint(0, 6), start + QPoint(0, 30), end):
        table.qtbot.mouseMove(viewport, point)
    assert has_line(2)
    table.press(Qt.Key.Key_Escape)
    table.qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=end)
    assert not has_line(2)


def test_several_chosen_rows_are_dragged_together(table: Table) -> None:
    before = names(table)
    table.click(0)
    table.click(1, held=Qt.KeyboardModifier.ControlModifier)
    viewport = table.page.view.viewport()
    start, end = table.cell(0), table.cell(3)
    table.qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    for point in (start + QPoint(0, 6), start + QPoint(0, 30), end):
        table.qtbot.mouseMove(viewport, point)
    table.qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=end)
    assert names(table)[:4] == [before[2], before[0], before[1], before[3]]
    assert len(table.selection.ids) == 2


def test_escape_ends_a_drag(table: Table) -> None:
    before = names(table)
    viewport = table.page.view.viewport()
    start = table.cell(0)
    table.qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    for distance in (6, 30, 150):
        table.qtbot.mouseMove(viewport, start + QPoint(0, distance))
    table.press(Qt.Key.Key_Escape)
    table.qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=start + QPoint(0, 150))
    assert names(table) == before


def test_a_sorted_table_says_why_rows_do_not_move(table: Table) -> None:
    before = names(table)
    table.click(2)
    table.click_heading("name")
    assert not table.page.view.can_reorder
    table.page.move_up()
    assert names(table) == before
    assert "щёлкните заголовок «№»" in table.told[-1]
