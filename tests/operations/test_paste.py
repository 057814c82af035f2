from collections.abc import Iterator
from pathlib import Path

import pytest

from roadmap_desktop.errors import UserError
from roadmap_desktop.operations.copies.copying import rows_as_html, rows_as_text
from roadmap_desktop.operations.file.files import open_roadmap
from roadmap_desktop.operations.plan import history
from roadmap_desktop.operations.plan.paste import paste_rows
from roadmap_desktop.operations.plan.reading import read_plan
from roadmap_desktop.storage.roadmap_file import RoadmapFile
from tests.samples import sample_at

HEADINGS = [
    "№",
    "Наименование мероприятия",
    "Срок исполнения",
    "Ответственный",
    "Ожидаемый результат",
    "Состояние",
]


@pytest.fixture
def file(tmp_path: Path) -> Iterator[RoadmapFile]:
    path = tmp_path / "карта.roadmap"
    sample_at(path)
    with open_roadmap(path) as opened:
        yield opened


@pytest.mark.parametrize("as_html", [True, False])
def test_copied_rows_pasted_again_are_the_same_activities(file: RoadmapFile, as_html: bool) -> None:
    plan = read_plan(file)
    cells = [
        [row.number, row.name, row.due_text, ", ".join(row.performers), row.expected_result, row.state.value]
        for row in plan.activities
    ]
    html = rows_as_html(HEADINGS, cells) if as_html else ""
    paste_rows(file, plan, rows_as_text(HEADINGS, cells), html, plan.activities[-1].id)
    rows = read_plan(file).activities
    assert len(rows) == 46
    for old, new in zip(rows[:23], rows[23:], strict=True):
        assert (old.name, old.due_text, old.performers, old.expected_result) == (
            new.name,
            new.due_text,
            new.performers,
            new.expected_result,
        )
    history.undo(file)
    assert read_plan(file).activities == plan.activities


def test_rows_go_below_the_chosen_one(file: RoadmapFile) -> None:
    plan = read_plan(file)
    paste_rows(file, plan, "Первое\tмарт\nВторое\tапрель", "", plan.activities[1].id)
    assert [row.name for row in read_plan(file).activities[2:4]] == ["Первое", "Второе"]


@pytest.mark.parametrize("text", ["", " \n\t\n", "\x00"])
def test_a_clipboard_without_rows_is_refused_in_words(file: RoadmapFile, text: str) -> None:
    with pytest.raises(UserError, match="нет строк таблицы"):
        paste_rows(file, read_plan(file), text, "<p>просто текст</p>", None)


def test_an_absurd_number_of_rows_is_refused_and_nothing_is_added(file: RoadmapFile) -> None:
    with pytest.raises(UserError, match="Столько мероприятий"):
        paste_rows(file, read_plan(file), "дело\n" * 20_001, "", None)
    assert len(read_plan(file).activities) == 23


def test_bytes_of_a_picture_are_refused_and_odd_characters_are_stored(file: RoadmapFile) -> None:
    plan = read_plan(file)
    with pytest.raises(UserError, match="нет строк таблицы"):
        paste_rows(file, plan, "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0\ufffd", "", None)
    paste_rows(file, plan, "Дело \ud800 и де\0ло\tмай", "", None)
    assert read_plan(file).activities[-1].name == "Дело \ufffd и дело"


def test_a_row_without_a_name_gets_one_and_html_without_a_table_leaves_the_text(file: RoadmapFile) -> None:
    plan = read_plan(file)
    paste_rows(file, plan, "1.\t\tмай", "<p>1. май</p>", None)
    row = read_plan(file).activities[-1]
    assert (row.name, row.due_text) == ("Новое мероприятие", "май")


def test_a_row_that_names_a_section_is_one(file: RoadmapFile) -> None:
    plan = read_plan(file)
    table = (
        "№\tМероприятие\tСрок\n1\tБез раздела\tмай\nРаздел 2. Кадры\t\t\n2\tКурсы\tмарт\nРаздел 3. Школы\t\t\n"
        "3\tОбход\tмай\n"
    )
    made = paste_rows(file, plan, table, "", plan.activities[0].id)
    fresh = read_plan(file)
    assert [section.name for section in fresh.sections][-2:] == ["Раздел 2. Кадры", "Раздел 3. Школы"]
    names = {section.id: section.name for section in fresh.sections}
    placed = {row.name: names.get(row.section_id) for row in fresh.activities}
    assert fresh.activities[1].name == "Без раздела"
    assert (placed["Курсы"], placed["Обход"]) == ("Раздел 2. Кадры", "Раздел 3. Школы")
    assert made is not None and made.label == "Вставлено мероприятий: 3"
    paste_rows(file, fresh, "РАЗДЕЛ 2.  Кадры\nСеминар\tапрель", "", None)
    again = read_plan(file)
    assert len(again.sections) == len(fresh.sections)
    assert [row.name for row in again.activities if names.get(row.section_id) == "Раздел 2. Кадры"] == [
        "Курсы",
        "Семинар",
    ]
    history.undo(file)
    history.undo(file)
    back = read_plan(file)
    assert (back.activities, back.sections) == (plan.activities, plan.sections)
