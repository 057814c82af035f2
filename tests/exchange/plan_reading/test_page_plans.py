"""Plans on web pages and in what office programs save as such, and in calendars."""

from datetime import date, datetime

import icalendar
import pytest

from tests.exchange.plan_reading.documents_and_truth import HEADING, PLAN, TrueRow, as_true, cells, read


def _table(rows: list[tuple[str, ...]], tag: str = "td") -> str:
    lines = ("".join(f"<{tag}>{text}</{tag}>" for text in row) for row in rows)
    return f"<table>{''.join(f'<tr>{line}</tr>' for line in lines)}</table>"


PLAIN = _table([HEADING, *map(cells, PLAN)])


@pytest.mark.parametrize("encoding", ["windows-1251", "utf-8"])
def test_a_page_of_a_site_with_its_menu_and_layout(encoding: str) -> None:
    page = f"""<!DOCTYPE html><html><head><meta charset="{encoding}"><title>Отдел</title>
    <style>td {{ color: red }}</style></head><body><table class="layout"><tr><td><nav><a href="/">Главная</a></nav>
    <ul><li>Новости<li>План работы</ul></td>
    <td><h1>План мероприятий на 2024-2025 учебный год</h1>{PLAIN}<script>var x = "<table>";</script></td></tr>
    <tr><td colspan="2">© Отдел образования</td></tr></table></body></html>"""
    reading = read(page.encode(encoding), "план.html")
    assert as_true(reading) == list(PLAN)
    assert reading.title == "План мероприятий на 2024-2025 учебный год"


def test_a_page_saved_by_word_with_comments_and_hidden_text() -> None:
    name = (
        "Анализ <del>старых</del><ins>новых</ins> резуль&shy;татов"
        '<a href="#_ftn1" class="x"><span class=MsoFootnoteReference>[1]</span></a>'
        "<span style='display:none;mso-hide:all'> скрыто</span>"
    )
    page = _table(
        [
            HEADING,
            ("1", name, "сен-<br>тябрь", "Отдел<br>образования,<br>ЦМТО", "<p>Справка</p><p>Приказ</p>"),
        ]
    )
    (row,) = as_true(read(f"<html><body>{page}</body></html>".encode(), "план.htm"))
    assert row == TrueRow(
        "Анализ новых результатов", "сентябрь", ("Отдел образования", "ЦМТО"), "Справка Приказ", "1"
    )


def test_merged_cells_of_a_page() -> None:
    page = """<table><tr><th rowspan=2>№</th><th rowspan=2>Мероприятие</th><th colspan=2>Срок</th>
    <th rowspan=2>Кто отвечает</th></tr>
    <tr><th>начало</th><th>окончание</th></tr><tr><td colspan=5><b>Раздел 1</b></td></tr>
    <tr><td>1<td>Первое<td>01.09.2024<td>05.09.2024<td rowspan="2">ЦМТО
    <tr><td>2<td>Второе<td>май<td>май</table>"""
    assert as_true(read(page.encode(), "план.html")) == [
        TrueRow("Первое", "с 01.09.2024 по 05.09.2024", ("ЦМТО",), number="1", section="Раздел 1"),
        TrueRow("Второе", "май", ("ЦМТО",), number="2", section="Раздел 1"),
    ]


def test_events_of_a_calendar() -> None:
    calendar = icalendar.Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//test//")
    for name, start, end in (
        ("Семинар", datetime(2024, 10, 3, 14, 0), datetime(2024, 10, 3, 16, 0)),
        ("Неделя методиста", date(2024, 11, 11), date(2024, 11, 16)),
        ("Совещание", date(2024, 12, 2), date(2024, 12, 3)),
    ):
        event = icalendar.Event()
        event.add("summary", name)
        event.add("dtstart", start)
        event.add("dtend", end)
        event.add("location", "СОШ № 1")
        calendar.add_component(event)
    assert as_true(read(calendar.to_ical(), "план.ics")) == [
        TrueRow("Семинар", "03.10.2024, 14:00", note="Место: СОШ № 1"),
        TrueRow("Неделя методиста", "11.11.2024 – 15.11.2024", note="Место: СОШ № 1"),
        TrueRow("Совещание", "02.12.2024", note="Место: СОШ № 1"),
    ]
