"""The page «Сводка»."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.calendar_periods import month_of
from roadmap_desktop.model.overview import OverviewKind
from roadmap_desktop.operations.plan import activities
from roadmap_desktop.ui.main_window import MainWindow
from roadmap_desktop.ui.overview.page import OverviewPage
from roadmap_desktop.ui.overview.part_view import PartView
from roadmap_desktop.ui.printing.dialog import PrintDialog
from roadmap_desktop.ui.printing.request import PrintRequest
from tests.ui.person import choose, click


@pytest.fixture
def page(window: MainWindow) -> OverviewPage:
    choose(window, "Вид", "Сводка")
    page = window._pages.currentWidget()
    assert isinstance(page, OverviewPage)
    return page


def set_done(window: MainWindow, count: int) -> None:
    plan = window.document.plan
    assert plan is not None
    ids = [row.id for row in plan.activities[:count]]
    window.document.execute(lambda file: activities.set_field(file, plan, ids, "state", State.DONE))


def titles(page: OverviewPage) -> list[str]:
    return [part.part.title for part in page.parts]


def cells(part: PartView) -> list[list[str]]:
    assert part.table is not None
    model = part.table.model()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def said(page: OverviewPage) -> str:
    return "\n".join(label.text() for label in page._scroll.widget().findChildren(QLabel))


def test_it_shows_how_the_plan_is_carried_out(window: MainWindow, page: OverviewPage) -> None:
    set_done(window, 7)
    assert titles(page) == [
        "Отчёт о выполнении дорожной карты за 2020–2021 учебный год",
        "По исполнителям",
        "Выводы",
    ]
    first, performers, _ = page.parts
    assert ["Выполнено", "7"] in cells(first)
    assert first.chart is not None and performers.chart is not None
    assert first.chart.accessibleDescription().startswith("Мероприятий: Выполнено — 7")
    assert cells(performers)[-1][:3] == ["Всего", "52", "15"]
    assert "всего мероприятий — 23" in said(page)
    assert all(
        part.table and part.table.isVisible() and part.chart and part.chart.isVisible()
        for part in (first, performers)
    )


def test_it_follows_what_is_done_and_undone(window: MainWindow, page: OverviewPage) -> None:
    set_done(window, 3)
    assert ["Выполнено", "3"] in cells(page.parts[0])
    choose(window, "Правка", "Отменить")
    assert ["Выполнено", "3"] not in cells(page.parts[0])


def test_what_is_edited_elsewhere_is_there_when_one_comes_back(
    window: MainWindow, page: OverviewPage
) -> None:
    window.show_page("table")
    shown = page.parts
    set_done(window, 5)
    assert page.parts is shown
    window.show_page("overview")
    assert ["Выполнено", "5"] in cells(page.parts[0])


def test_the_other_report_has_months(page: OverviewPage) -> None:
    click(page.kinds[OverviewKind.PROGRESS])
    assert titles(page)[1:] == ["По исполнителям", "По месяцам"]
    assert not page.time.isVisible()
    assert cells(page.parts[2])[0][0] == "Сентябрь 2020"


def test_a_month_is_chosen(page: OverviewPage) -> None:
    page.time.setCurrentText("Апрель 2021")
    assert titles(page)[0] == "Отчёт о выполнении дорожной карты за апрель 2021 года"


def test_the_report_that_is_seen_is_the_one_printed(window: MainWindow, page: OverviewPage) -> None:
    window.document.printing.disconnect()
    requests: list[PrintRequest] = []
    window.document.printing.connect(lambda request, _over: requests.append(request))
    click(page.print)
    page.time.setCurrentText("Апрель 2021")
    click(page.print)
    click(page.kinds[OverviewKind.PROGRESS])
    click(page.print)
    april = {"period": month_of(date(2021, 4, 1))}
    assert requests == [PrintRequest("execution"), PrintRequest("execution", april), PrintRequest("digest")]


def test_printing_opens_the_dialog_on_the_report(window: MainWindow, page: OverviewPage) -> None:
    page.time.setCurrentText("Апрель 2021")
    click(page.print)
    (dialog,) = [one for one in window.findChildren(PrintDialog) if one.isVisible()]
    assert dialog.title == "Отчёт о выполнении дорожной карты за апрель 2021 года"
    dialog.reject()


def test_the_overdue_ones_are_shown_in_the_table(window: MainWindow, page: OverviewPage) -> None:
    assert page.overdue.text() == "Просроченные: 6"
    click(page.overdue)
    assert window._pages.currentWidget() is window.table
    assert window.table.model.rowCount() == 6


def test_without_overdue_ones_nothing_is_offered(window: MainWindow, page: OverviewPage) -> None:
    set_done(window, 23)
    assert not page.overdue.isVisible()


def test_the_navigation_says_how_many_are_overdue(window: MainWindow) -> None:
    (entry,) = [one for one in window._navigation._buttons.values() if one.text() == "Сводка"]
    assert entry.accessibleDescription() == "6 просрочено"


def test_hostile_words_are_shown_as_they_are(window: MainWindow, page: OverviewPage) -> None:
    plan = window.document.plan
    assert plan is not None
    ids = [plan.activities[0].id]
    window.document.execute(
        lambda file: activities.set_field(file, plan, ids, "performers", ("<b>Отдел</b> & Ко",))
    )
    performers = page.parts[1]
    assert "<b>Отдел</b> & Ко" in [row[0] for row in cells(performers)]
    assert {label.textFormat() for label in performers.findChildren(QLabel)} == {Qt.TextFormat.PlainText}


def test_a_plan_without_activities_has_a_sentence(window: MainWindow, page: OverviewPage) -> None:
    plan = window.document.plan
    assert plan is not None
    window.document.execute(
        lambda file: activities.delete_activities(file, plan, [row.id for row in plan.activities])
    )
    assert "мероприятий дорожной карты нет" in said(page)
    assert page.parts[0].chart is page.parts[0].table is None


def test_a_new_day_is_noticed(window: MainWindow, page: OverviewPage) -> None:
    window.document.today = lambda: date(2021, 8, 31)
    window.show_page("table")
    window.show_page("overview")
    assert "31.08.2021" in said(page)


def test_it_is_not_wider_than_the_window(window: MainWindow, page: OverviewPage) -> None:
    window.resize(1366, 768)
    assert not page._scroll.horizontalScrollBar().isVisible()
    assert {button.text() for button in page.findChildren(QPushButton)} >= {"Печать отчёта…", "Выполнение"}


@pytest.mark.parametrize("width", [898, 960, 1366])
def test_the_headings_of_the_values_beside_a_chart_are_whole(
    window: MainWindow, page: OverviewPage, width: int
) -> None:
    window.resize(width, 468)
    QApplication.processEvents()
    beside = [part.table for part in page.parts if part.table and part.chart and len(part.part.header) <= 3]
    assert beside
    for table in beside:
        across = table.horizontalHeader()
        for column, heading in enumerate(table.tally.part.header):
            assert across.fontMetrics().horizontalAdvance(heading) < across.sectionSize(column), heading
