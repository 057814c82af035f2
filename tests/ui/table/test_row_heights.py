"""Row heights: the text fits, long texts are limited, and measuring does not move what is in sight."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QStyleOptionViewItem

from roadmap_desktop.model.draft import ActivityDraft
from roadmap_desktop.ui.table.delegate import CellDelegate
from roadmap_desktop.ui.table.text_layouts import MAX_LINES
from tests.ui.table.conftest import Table


def delegate(table: Table) -> CellDelegate:
    found = table.page.view.itemDelegate()
    assert isinstance(found, CellDelegate)
    return found


def lines_shown(table: Table, text: str, key: str = "name") -> list[str]:
    width = table.page.view.header.sectionSize(table.page.model.places[key]) - 16
    layout = delegate(table).layouts.laid(text, width).layout
    units = layout.text().encode("utf-16-le")
    lines = (layout.lineAt(number) for number in range(layout.lineCount()))
    return [
        units[line.textStart() * 2 : (line.textStart() + line.textLength()) * 2].decode("utf-16-le")
        for line in lines
    ]


def test_every_row_is_as_high_as_its_longest_text(table: Table) -> None:
    table.settle()
    header, rows = table.page.view.header, table.page.view.verticalHeader()
    for place, row in enumerate(table.page.model.rows):
        counts = [
            delegate(table).line_count(row, column, header.sectionSize(column))
            for column in range(len(table.page.model.columns))
            if not header.isSectionHidden(column)
        ]
        assert rows.sectionSize(place) == delegate(table).height(max(counts))


@pytest.mark.parametrize(
    "name", ["Очень длинный текст о школах. " * 700, "щ" * 3000, "\u200b" * 5000, "👩\u200d🏫" * 3000]
)
def test_a_text_of_any_length_is_limited_in_height(table_of: Callable[..., Table], name: str) -> None:
    table = table_of(ActivityDraft(name), ActivityDraft("Второе"))
    table.settle()
    assert table.page.view.verticalHeader().sectionSize(0) <= delegate(table).height(MAX_LINES)


def test_a_text_that_is_cut_ends_in_dots(table: Table) -> None:
    lines = lines_shown(table, "слово " * 2000)
    assert len(lines) == MAX_LINES
    assert lines[-1].endswith("…")


def test_a_text_that_fits_is_shown_to_its_end(table: Table) -> None:
    text = "<b>Раз</b> & два\nтри ёжика"
    assert "".join(lines_shown(table, text)).replace("\u2028", "\n") == text


def test_measuring_in_idle_moments_leaves_the_rows_in_sight_where_they_are(
    table_of: Callable[..., Table],
) -> None:
    drafts = [
        ActivityDraft(f"Мероприятие {number} " + "с длинным названием " * (number % 9))
        for number in range(600)
    ]
    table = table_of(*drafts)
    view = table.page.view
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    rows = view.verticalHeader()
    first = rows.visualIndexAt(0)
    at, above = rows.sectionViewportPosition(first), rows.sectionPosition(first)
    table.settle()
    assert rows.sectionPosition(first) != above
    assert rows.sectionViewportPosition(first) == at


def test_a_longer_text_makes_its_row_higher_at_once(table: Table) -> None:
    from roadmap_desktop.operations.plan import activities

    plan = table.document.plan
    assert plan is not None
    before = table.page.view.verticalHeader().sectionSize(0)
    table.document.execute(
        lambda file: activities.set_field(file, plan, [plan.activities[0].id], "name", "слово " * 80)
    )
    assert table.page.view.verticalHeader().sectionSize(0) > before


def test_only_a_text_that_is_cut_is_told_in_a_tool_tip(table_of: Callable[..., Table]) -> None:
    table = table_of(ActivityDraft("<b>Очень</b> длинный текст. " * 700), ActivityDraft("Второе"))
    view, column = table.page.view, table.page.model.places["name"]

    def is_told(row: int) -> bool:
        index = table.page.model.index(row, column)
        option = QStyleOptionViewItem()
        option.rect = view.visualRect(index)
        event = QHelpEvent(QEvent.Type.ToolTip, QPoint(5, 5), view.mapToGlobal(QPoint(5, 5)))
        return delegate(table).helpEvent(event, view, option, index)

    assert is_told(0)
    assert not is_told(1)
    assert "&lt;b>" in table.page.model.index(0, column).data(Qt.ItemDataRole.ToolTipRole)
