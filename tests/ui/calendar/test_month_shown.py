"""What a person sees of the sample."""

from datetime import date

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from roadmap_desktop.model.activity import State

OCTOBER, SEPTEMBER = date(2020, 10, 1), date(2020, 9, 1)


def test_the_month_of_today_is_shown_first(person):
    assert person.title() == "Октябрь 2020"


def test_october_shows_the_bars_of_october(person):
    shown = {caption.split(" ")[0] for caption in person.captions()}
    person.page.resize(1170, 900)
    assert {caption.split(" ")[0] for caption in person.captions()} > shown
    layout = person.page.grid.layout_shown
    assert {entry.row.number for entry in layout.on_day(date(2020, 10, 15))} == {
        "3",
        "7",
        "10",
        "12",
        "13",
        "14",
    }


def test_what_does_not_fit_the_row_is_counted_on_the_day(person):
    layout = person.page.grid.layout_shown
    day = date(2020, 9, 30)
    drawn = [
        s for s in layout.laid.segments if layout.day(s.week, s.first) <= day <= layout.day(s.week, s.last)
    ]
    assert len(drawn) + layout.hidden(day) == len(layout.on_day(day)) == 10


def test_year_round_activities_are_in_the_strip_and_not_in_the_grid(person):
    in_grid = {entry.row.number for entry in person.page.grid.layout_shown.entries}
    assert not in_grid & {"8", "19", "20", "21", "22", "23"}
    pills = person.page.strip.pills
    assert [pill.caption.split(" ")[0] for pill in pills] == ["8", "19", "20"]
    assert person.page.strip.more.text() == "ещё 3"


def test_a_wider_window_shows_more_pills_and_then_all(person):
    person.page.resize(2600, 642)
    person.qtbot.waitUntil(lambda: len(person.page.strip.pills) == 6)
    assert not person.page.strip.more.isVisible()


def test_an_overdue_activity_is_red_and_says_so(person):
    person.word(4, "1–2 октября 2020 года")
    entry = next(e for e in person.page.grid.layout_shown.entries if e.row.number == "4")
    assert entry.standing.is_overdue
    image = person.page.grid.grab().toImage()
    ratio = image.devicePixelRatio()
    rect = person.bar(4)
    ground = image.pixelColor(int((rect.right() - 3) * ratio), int(rect.center().y() * ratio))
    assert ground.name() == "#fde1de"


def test_a_done_activity_has_its_sign(person):
    person.set(3, "state", State.DONE)
    assert any(caption.startswith("✓ 3 Выявление") for caption in person.captions())


def test_a_deadline_is_a_bar_on_its_day(person):
    person.word(10, "до 30 октября 2020 года")
    assert person.days_of(10) == [(date(2020, 10, 30), date(2020, 10, 30))]
    assert any(caption.startswith("Срок: 10 ") for caption in person.captions())


def test_a_recurrence_stands_on_the_days_that_its_rule_names(person):
    person.word(10, "каждый вторник")
    tuesdays = [
        entry.period.start.day for entry in person.page.grid.layout_shown.entries if entry.row.number == "10"
    ]
    assert tuesdays == [29, 6, 13, 20, 27]


def test_a_recurrence_that_names_no_day_is_in_the_strip(person):
    person.page.resize(2600, 642)
    person.word(10, "ежемесячно")
    person.qtbot.waitUntil(lambda: "10" in [pill.caption.split(" ")[0] for pill in person.page.strip.pills])
    assert "10" not in {entry.row.number for entry in person.page.grid.layout_shown.entries}


def test_several_periods_are_several_bars(person):
    person.word(10, "1–2 октября, 20–21 октября 2020 года")
    assert person.days_of(10) == [
        (date(2020, 10, 1), date(2020, 10, 2)),
        (date(2020, 10, 20), date(2020, 10, 21)),
    ]


def test_a_bar_over_the_month_keeps_its_lane_in_every_week(person):
    layout = person.page.grid.layout_shown
    lanes = {s.lane for s in layout.laid.segments if layout.entry(s).row.number == "3"}
    assert len(lanes) == 1


def test_activity_17_outside_the_period_can_be_reached(person):
    person.page.show_month(date(2021, 10, 1))
    assert {entry.row.number for entry in person.page.grid.layout_shown.entries} == {"17"}


def test_weekends_and_holidays_are_red(person):
    grid = person.page.grid
    person.page.show_month(date(2020, 11, 1))
    person.qtbot.waitUntil(lambda: date(2020, 11, 4) in grid.days_off)
    assert date(2020, 11, 7) in grid.days_off
    assert date(2020, 11, 5) not in grid.days_off
    assert "День народного единства" in grid.tooltip_at(person.day(date(2020, 11, 4), below=False))


def test_the_status_line_counts_the_month(person):
    assert person.page.status_text == "Октябрь: 6 мероприятий · 5 сроков истекают"
    person.set(3, "state", State.DONE)
    assert person.page.status_text == "Октябрь: 6 мероприятий · 4 срока истекают"


def test_the_status_line_of_a_past_month_counts_what_is_overdue(person):
    with person.qtbot.waitSignal(person.page.status_changed):
        person.page.show_month(SEPTEMBER)
    assert person.page.status_text == "Сентябрь: 10 мероприятий · просрочено 6"


def test_a_month_with_nothing_says_so(person):
    person.page.show_month(date(2035, 1, 1))
    assert person.page.status_text == "Январь: мероприятий нет"
    assert person.captions() == []


def test_no_open_file_leaves_an_empty_grid(person):
    person.document.close()
    assert person.captions() == []
    assert person.page.status_text == ""


def test_where_not_all_fits_the_overdue_of_the_month_are_seen(person):
    person.page.show_month(SEPTEMBER)
    seen = person.captions()
    overdue = {
        entry.row.number for entry in person.page.grid.layout_shown.entries if entry.standing.is_overdue
    }
    assert len(seen) >= 4
    assert {caption.split(" ")[0] for caption in seen[:4]} <= overdue


def test_the_overdue_of_the_month_before_do_not_push_this_month_aside(person):
    first_week = [date(2020, 9, 28), date(2020, 10, 4)]
    for number in (3, 7, 10):
        assert person.days_of(number)[0] == tuple(first_week)


def test_a_new_day_is_today_when_the_window_is_looked_at_again(person):
    assert not any(
        entry.standing.is_overdue for entry in person.page.grid.layout_shown.on_day(date(2020, 10, 31))
    )
    person.document.today = lambda: date(2020, 11, 1)
    QApplication.sendEvent(person.page, QEvent(QEvent.Type.WindowActivate))
    assert any(
        entry.standing.is_overdue for entry in person.page.grid.layout_shown.on_day(date(2020, 10, 31))
    )


def test_edits_made_while_the_calendar_is_hidden_are_there_when_it_is_shown(person):
    person.page.hide()
    person.word(18, "14 октября 2020 года")
    assert "18" not in {entry.row.number for entry in person.page.grid.layout_shown.entries}
    person.page.show()
    assert "18" in {entry.row.number for entry in person.page.grid.layout_shown.entries}
    assert not person.page.strip.undated.isVisible()
