"""The digest on paper: its two tables, read back in the order in which they are read."""

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.digest import ActivityLine, Digest, FileLine, Mark, Progress
from roadmap_desktop.model.period import school_year
from roadmap_desktop.model.standing import Standing
from roadmap_desktop.reports.blocks import Caption, Column, Row, Table
from roadmap_desktop.reports.digest import digest_report
from roadmap_desktop.reports.render import pdf_bytes

DONE = Mark(Standing(State.DONE, 0), date(2020, 10, 5))
LATE = Mark(Standing(State.IN_WORK, 6), None)


def a_file(caption: str, **fields: object) -> FileLine:
    known = {"title": "План", "head": "И. О. Фамилия", "period": school_year("2020")}
    return FileLine(Path(f"{caption}.roadmap"), caption, **(known | fields))  # type: ignore[arg-type]


def a_digest(schools: int) -> Digest:
    """Schools that each have done the first activity and are late with the second; a broken file stands between."""
    counts = Progress(done=1, overdue=1)
    files = [a_file(f"Школа {number}", progress=counts) for number in range(1, schools + 1)]
    files.insert(1, FileLine(Path("x"), "Битая", refusal="Файл «x» повреждён. Он не изменён."))
    done = Progress(done=schools)
    late = Progress(overdue=schools)
    lines = (
        ActivityLine("Список <b>школ</b>", (DONE,) * schools, done),
        ActivityLine("Семинар", (None, *[LATE] * (schools - 1)), late),
    )
    return Digest(date(2020, 12, 1), tuple(files), lines)


def pages(digest: Digest) -> list[str]:
    reader = PdfReader(io.BytesIO(pdf_bytes(digest_report(digest))))
    assert all(page.mediabox.width > page.mediabox.height for page in reader.pages)
    return [" ".join(page.extract_text().split()) for page in reader.pages]


def stands_in_order(text: str, *words: str) -> bool:
    places = [text.find(word) for word in words]
    return -1 not in places and places == sorted(places)


def test_files_come_first_then_activities_each_with_its_total() -> None:
    files, activities = pages(a_digest(2))
    head = ("Свод по дорожным картам", "На 01.12.2020 · 3 файла · не прочитано: 1", "По файлам")
    assert stands_in_order(files, *head, "Школа 1", "Битая", "повреждён", "Школа 2", "Всего 4 2 0 2 0 0 0 50")
    assert "По мероприятиям" in activities
    assert stands_in_order(
        activities, "1. Школа 1", "3. Школа 2", "Список <b>школ</b>", "Семинар", "просрочено"
    )
    assert "выполнено 05.10.2020" in activities
    assert "2. Битая" not in activities


def test_the_columns_of_counts_add_up_to_the_total_of_each_row_and_of_all() -> None:
    counts = Progress(done=5, in_work=4, overdue=3, planned=2, moved=1, cancelled=1, undated=9)
    lines = (ActivityLine("А", (DONE, None), Progress(done=1)), ActivityLine("Б", (LATE, None), counts))
    digest = Digest(
        date(2020, 12, 1), (a_file("1", progress=counts), a_file("2", progress=Progress(moved=2))), lines
    )
    files, activities = [block for block in digest_report(digest).blocks if isinstance(block, Table)]
    for table, last in ((files, "Отменено"), (activities, "Прочие")):
        titles = [column.title for column in table.columns]
        first, end = titles.index("Выполнено"), titles.index(last) + 1
        rows = [row.cells for row in table.rows if isinstance(row, Row)]
        assert all(row[first - 1] == sum(row[first:end]) for row in rows)  # type: ignore[arg-type]
    *each, total = [row.cells[4:-2] for row in files.rows if isinstance(row, Row)]
    assert [sum(column) for column in zip(*each, strict=True)] == list(total)  # type: ignore[arg-type]


def test_a_title_that_files_share_stands_once_on_paper_and_in_each_row_of_a_workbook() -> None:
    digest = Digest(date(2020, 12, 1), (a_file("1"), a_file("2"), a_file("3", title="Другой план")), ())
    [paper] = [block for block in digest_report(digest).blocks if isinstance(block, Table)]
    captions = [(place, row.text) for place, row in enumerate(paper.rows) if isinstance(row, Caption)]
    assert captions == [(0, "План"), (3, "Другой план")]
    [sheet] = [block for block in digest_report(digest, on_paper=False).blocks if isinstance(block, Table)]
    assert [row.cells[2] for row in sheet.rows if isinstance(row, Row)] == [
        "План",
        "План",
        "Другой план",
        None,
    ]


def test_many_files_go_on_over_sheets_that_each_begin_with_the_activity() -> None:
    _files, *activities = pages(a_digest(20))
    assert all("Мероприятие" in page and "Семинар" in page for page in activities)
    shown = [page.count("выполнено 05.10.2020") for page in activities]
    assert sum(shown) == 20
    assert stands_in_order(" ".join(activities), *[f"{n + 1}. Школа {n}" for n in range(2, 21)])


def test_a_name_without_spaces_and_a_hostile_one_are_printed_whole(
    read_back: Callable[..., str], bare: Callable[[str], str]
) -> None:
    names = ["дорожная_карта_школы_№_5_на_2020_2021_учебный_год_исправленная", "=<i>&amp;" + "Щ" * 80]
    digest = Digest(
        date(2020, 12, 1), tuple(map(a_file, names)), (ActivityLine("А", (DONE, LATE), Progress()),)
    )
    text = bare(read_back(pdf_bytes(digest_report(digest)), "-raw"))
    for name in names:
        assert text.count(bare(name)) == 2, name


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 40), st.integers(0, 3), st.integers(0, 9))
def test_a_table_in_parts_loses_and_repeats_nothing_but_its_lead(columns: int, lead: int, most: int) -> None:
    lead = min(lead, columns)
    titles = [str(number) for number in range(columns)]
    table = Table(tuple(Column(title, 1) for title in titles), (Row(tuple(titles)),), lead, most)
    parts = list(table.parts())
    assert len(parts) == table.part_count
    for part in parts:
        assert [column.title for column in part.columns] == list(part.rows[0].texts)  # type: ignore[union-attr]
        assert [column.title for column in part.columns[:lead]] == titles[:lead]
        assert not most or len(part.columns) <= lead + most
    assert [column.title for part in parts for column in part.columns[lead:]] == titles[lead:]
