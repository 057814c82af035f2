"""A document put into a roadmap: appended, as an update, as a new file; another roadmap as the document."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from roadmap_desktop.errors import UserError
from roadmap_desktop.model.activity import State
from roadmap_desktop.model.due_dates import DueValue
from roadmap_desktop.model.methodist import Methodist
from roadmap_desktop.model.period import school_year
from roadmap_desktop.model.registers import BY_ID
from roadmap_desktop.operations.file.attachments import list_attachments
from roadmap_desktop.operations.file.backups import is_of, list_backups
from roadmap_desktop.operations.file.files import RoadmapFile, open_roadmap
from roadmap_desktop.operations.plan import activities, history, importing, updating
from roadmap_desktop.operations.plan.importing import PlanReading
from roadmap_desktop.operations.plan.reading import read_plan
from roadmap_desktop.operations.plan.sources import clipboard_source, corrected, read_source, understand
from roadmap_desktop.operations.registers.record_listing import read_listing
from tests.samples import sample_at

HEADING = "№ п/п;Мероприятие;Срок;Ответственный"
FIRST = "Утверждение списка школ"
SECOND = "Создание рабочей группы"


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    path = tmp_path / "карта.roadmap"
    sample_at(path)
    return path


@pytest.fixture
def file(sample: Path) -> Iterator[RoadmapFile]:
    with open_roadmap(sample) as opened:
        yield opened


def told(*lines: str) -> PlanReading:
    """What is understood of a table of these lines."""
    return understand(clipboard_source("\n".join([HEADING, *lines]).replace(";", "\t"), ""))


def lines_of(file: RoadmapFile) -> list[str]:
    """The plan as such lines."""
    return [
        f"{row.number};{row.name};{row.due_text};{', '.join(row.performers)}"
        for row in read_plan(file).activities
    ]


def names(file: RoadmapFile) -> list[str]:
    return [row.name for row in read_plan(file).activities]


def test_the_same_document_changes_nothing(file: RoadmapFile, sample: Path) -> None:
    update = updating.compare(read_plan(file), read_source(sample))
    assert (update.new, update.changed, update.gone, update.unchanged) == ((), (), (), 23)
    assert importing.update_rows(file, read_source(sample), update, updating.proposed(update)) is None


def test_what_is_new_other_and_gone_is_told_field_by_field(file: RoadmapFile) -> None:
    rows = read_plan(file).activities
    reading = told(
        f"1;{rows[0].name};май 2021 года;{', '.join(rows[0].performers)}",
        "2;Совсем новое дело;июнь 2021 года;Тьюторы",
        f"3;{rows[2].name};{rows[2].due_text};{', '.join(rows[2].performers)}",
    )
    update = updating.compare(read_plan(file), reading)
    assert update.new == (1,)
    [changed] = update.changed
    [change] = changed.changes
    assert (changed.number, change.label, change.old, change.new) == (
        "1",
        "Срок исполнения",
        rows[0].due_text,
        "май 2021 года",
    )
    assert [row.id for row in update.gone] == [
        row.id for row in rows if row.id not in (rows[0].id, rows[2].id)
    ]
    assert update.unchanged == 1


def test_an_update_is_one_step_of_undo_with_a_backup_before_and_deletes_nothing(
    file: RoadmapFile, sample: Path
) -> None:
    before, rows = names(file), read_plan(file).activities
    reading = told(f"1;{rows[0].name};май 2021 года;Отдел", "2;Совсем новое дело;июнь 2021 года;Тьюторы")
    update = updating.compare(read_plan(file), reading)
    importing.update_rows(file, reading, update, updating.proposed(update))
    after = read_plan(file).activities
    assert [row.name for row in after] == [before[0], "Совсем новое дело", *before[1:]]
    assert (after[0].due_text, after[0].performers) == ("май 2021 года", ("Отдел",))
    assert [copy.reason for copy in list_backups(sample) if is_of(copy, sample)] == ["перед вставкой"]
    history.undo(file)
    assert read_plan(file).activities == rows


def test_what_is_ticked_goes_and_what_is_not_stays_as_it_was(file: RoadmapFile) -> None:
    rows = read_plan(file).activities
    reading = told(f"1;{rows[0].name};май 2021 года;Отдел", "2;Новое;июнь 2021;Отдел")
    update = updating.compare(read_plan(file), reading)
    choice = updating.Choice(frozenset(), frozenset({(rows[0].id, "performers")}), frozenset({rows[5].id}))
    importing.update_rows(file, reading, update, choice)
    after = read_plan(file).activities
    assert (after[0].due_text, after[0].performers) == (rows[0].due_text, ("Отдел",))
    assert [row.id for row in after] == [row.id for row in rows if row.id != rows[5].id]


def test_a_cell_that_is_empty_in_the_document_empties_nothing_unless_it_is_ticked(file: RoadmapFile) -> None:
    rows = read_plan(file).activities
    reading = told(f"1;{rows[0].name};;Отдел", f"2;{rows[1].name};май 2021 года;Отдел")
    update = updating.compare(read_plan(file), reading)
    emptied = [(row.id, one.field) for row in update.changed for one in row.changes if one.is_emptied]
    assert emptied == [(rows[0].id, "due_text")]
    importing.update_rows(file, reading, update, updating.proposed(update))
    assert read_plan(file).activities[0].due_text == rows[0].due_text
    choice = updating.Choice(frozenset(), frozenset(emptied))
    importing.update_rows(file, reading, update, choice)
    assert read_plan(file).activities[0].due_text == ""


def test_a_column_that_the_document_has_not_is_not_compared(file: RoadmapFile) -> None:
    rows = read_plan(file).activities
    reading = told(f"1;{rows[0].name};{rows[0].due_text};{', '.join(rows[0].performers)}")
    assert rows[0].expected_result
    assert updating.compare(read_plan(file), reading).changed == ()


def test_a_new_first_row_comes_first_and_sections_are_those_of_the_document(file: RoadmapFile) -> None:
    rows = read_plan(file).activities
    reading = told(
        "1;Самое первое;май 2021 года;Отдел",
        f"2;{rows[0].name};{rows[0].due_text};{', '.join(rows[0].performers)}",
        "Раздел 2. Кадры",
        f"3;{rows[1].name};{rows[1].due_text};{', '.join(rows[1].performers)}",
        "4;Новое в разделе;май 2021 года;Отдел",
    )
    update = updating.compare(read_plan(file), reading)
    importing.update_rows(file, reading, update, updating.proposed(update))
    plan = read_plan(file)
    assert names(file)[:2] == ["Самое первое", rows[0].name]
    assert [section.name for section in plan.sections] == ["Раздел 2. Кадры"]
    assert [row.name for row in plan.activities if row.section_id] == [rows[1].name, "Новое в разделе"]


def test_a_state_that_the_document_says_comes_with_its_day(file: RoadmapFile) -> None:
    rows = read_plan(file).activities
    text = f"№\tМероприятие\tСрок\tОтметка о выполнении\n1\t{rows[0].name}\t{rows[0].due_text}\tвыполнено"
    reading = understand(clipboard_source(text, ""))
    update = updating.compare(read_plan(file), reading)
    importing.update_rows(file, reading, update, updating.proposed(update))
    done = read_plan(file).activities[0]
    assert done.state is State.DONE
    assert done.completed_on is not None


def test_dates_given_by_hand_come_and_those_of_another_wording_go(file: RoadmapFile) -> None:
    rows = read_plan(file).activities
    people = ", ".join(rows[0].performers)
    reading = corrected(
        told(f"1;{rows[0].name};когда получится;{people}"),
        {0: DueValue("когда получится", "2020-10-05/2020-10-05")},
    )
    assert reading.unread == ()
    update = updating.compare(read_plan(file), reading)
    assert "5 октября" in update.changed[0].changes[0].new
    importing.update_rows(file, reading, update, updating.proposed(update))
    assert read_plan(file).activities[0].due.periods[0].start == date(2020, 10, 5)
    reading = told(f"1;{rows[0].name};май 2021 года;{people}")
    update = updating.compare(read_plan(file), reading)
    importing.update_rows(file, reading, update, updating.proposed(update))
    assert read_plan(file).activities[0].due_dates == ""


def test_another_roadmap_is_a_document_too_and_stays_as_it_is(file: RoadmapFile, tmp_path: Path) -> None:
    other = tmp_path / "другая.roadmap"
    sample_at(other)
    with open_roadmap(other) as opened:
        plan = read_plan(opened)
        first = plan.activities[0].id
        activities.set_fields(
            opened, plan, [first], {"actual_result": "Список утверждён", "note": "см. папку"}
        )
    before = other.read_bytes()
    reading = read_source(other)
    assert reading.period == school_year(2020)
    assert reading.document.order_number == "01-10/142-2"
    assert reading.rows[0].note == "см. папку\nФактический результат: Список утверждён"
    importing.append_rows(file, reading)
    assert names(file) == [*names(file)[:23], *(row.name for row in plan.activities)]
    assert other.read_bytes() == before


def test_a_new_file_has_the_title_the_order_and_the_period_of_the_document(
    tmp_path: Path, sample: Path
) -> None:
    reading = read_source(sample)
    path = tmp_path / "новая.roadmap"
    importing.create_from(path, reading, importing.new_roadmap(reading, Methodist("", "Отдел", "", "")))
    with open_roadmap(path) as made:
        info = read_plan(made).info
        assert names(made) == [row.name for row in reading.rows]
    assert (info.title, info.order_number, info.period) == (
        reading.title,
        "01-10/142-2",
        school_year(2020),
    )
    assert info.approving_body == reading.document.approving_body != "Отдел"


def test_what_a_document_says_nothing_of_is_of_the_user_and_of_today(tmp_path: Path) -> None:
    reading = understand(clipboard_source("Мероприятие\tСрок\nСеминар\tоктябрь", ""))
    made = importing.new_roadmap(reading, Methodist("", "Отдел образования", "", ""), date(2026, 11, 3))
    assert (made["title"], made["approving_body"]) == ("Дорожная карта", "Отдел образования")
    assert (made["period_start"], made["period_end"]) == school_year(2026)


def test_the_original_lies_among_the_documents_once(file: RoadmapFile, tmp_path: Path) -> None:
    path = tmp_path / "План школы.csv"
    path.write_text("Мероприятие;Срок\nСеминар;октябрь 2020\nСовет;ноябрь 2020\n", encoding="utf-8")
    for _ in range(2):
        importing.append_rows(file, read_source(path), path)
    [record] = [row for row in read_listing(file, BY_ID["documents"]).rows if row.name == "План школы"]
    [attached] = list_attachments(file)
    assert (attached.owner, attached.name) == (f"document/{record.id}", "План школы.csv")


def test_an_original_that_is_gone_leaves_everything_as_it_was(file: RoadmapFile, tmp_path: Path) -> None:
    before = lines_of(file)
    with pytest.raises(UserError):
        importing.append_rows(file, told("1;Семинар;октябрь 2020;Отдел"), tmp_path / "нет.docx")
    assert lines_of(file) == before


def test_the_clipboard_of_word_is_read_as_a_page_and_of_excel_as_text() -> None:
    html = (
        '<html><head><meta charset="windows-1251"></head><body><table><tr><td>Мероприятие</td><td>Срок</td></tr>'
        "<tr><td>Семинар</td><td>октябрь 2020</td></tr></table></body></html>"
    )
    assert [row.name for row in understand(clipboard_source("", html)).rows] == ["Семинар"]
    text = "Мероприятие\tСрок\nСовет\tмай 2021"
    assert [row.name for row in understand(clipboard_source(text, "<p>без таблицы</p>")).rows] == ["Совет"]
    with pytest.raises(UserError, match="нет текста"):
        clipboard_source(" ", "")
