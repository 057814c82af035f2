"""What reports read of a real file beyond its rows: files, days, revisions."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from roadmap_desktop.errors import UserError
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.references import owner_value
from roadmap_desktop.model.registers.meetings import Meeting, MeetingKind
from roadmap_desktop.operations.file import attachments
from roadmap_desktop.operations.file.files import open_roadmap
from roadmap_desktop.operations.plan import activities, revisions
from roadmap_desktop.operations.plan.reading import read_plan
from roadmap_desktop.operations.printing.printing import find_report, report_document, report_lines
from roadmap_desktop.operations.printing.report_source import FileSource
from roadmap_desktop.operations.registers.named_records import named_for
from roadmap_desktop.reports.blocks import AnnexStamp, ApprovalStamp, Row, Table
from roadmap_desktop.storage.roadmap_file import RoadmapFile
from tests.samples import sample_at

TODAY = date(2020, 10, 5)


@pytest.fixture
def file(tmp_path: Path) -> Iterator[RoadmapFile]:
    sample_at(tmp_path / "карта.roadmap")
    with open_roadmap(tmp_path / "карта.roadmap") as opened:
        yield opened


def test_attached_files_are_evidence_of_their_activity(file: RoadmapFile, tmp_path: Path) -> None:
    plan = read_plan(file)
    first, second = plan.activities[:2]
    for name in ("Приказ 10.pdf", "Приказ 9.pdf"):
        (tmp_path / name).write_text(name)
        attachments.attach(file, plan, owner_value("activity", first.id), [tmp_path / name])
    source = FileSource(file, TODAY)
    assert list(source.attached("activity", first.id)) == ["Приказ 9.pdf", "Приказ 10.pdf"]
    assert list(source.attached("activity", second.id)) == []
    document = report_document(file, "execution", {"period": "2020-09"}, TODAY)
    table = next(block for block in document.blocks if isinstance(block, Table))
    shown = {row.texts[0]: row.texts[5] for row in table.rows if isinstance(row, Row)}
    assert shown["1."] == "Файлы: Приказ 9.pdf; Приказ 10.pdf"


def test_meetings_of_one_theme_are_told_apart_by_their_day(file: RoadmapFile) -> None:
    for theme, day in (("Итоги", 20), ("Итоги", 6), ("Разное", 7)):
        with file.edit("Совещание") as edit:
            edit.add(Meeting(name=theme, held_on=date(2020, 10, day)))
    parameter = next(one for one in find_report("protocol").parameters if one.register == "meetings")
    names = [name for _key, name in named_for(parameter, FileSource(file, TODAY))]
    assert names == ["Итоги, 06.10.2020", "Итоги, 20.10.2020", "Разное"]


def test_a_meeting_stands_in_the_calendar_on_its_day(file: RoadmapFile) -> None:
    with file.edit("Совещание") as edit:
        edit.add(Meeting(name="О ходе выполнения", held_on=date(2020, 10, 16)))
    window = Period(date(2020, 10, 1), date(2020, 10, 31))
    [found] = FileSource(file, TODAY).dated(window, {"meetings"})
    assert (found.title, found.period.start) == ("О ходе выполнения", date(2020, 10, 16))
    grid = next(
        block
        for block in report_document(file, "calendar", {"month": "2020-10"}, TODAY).blocks
        if isinstance(block, Table)
    )
    cells = [cell for row in grid.rows if isinstance(row, Row) for cell in row.texts]
    assert "16\nСовещание: О ходе выполнения" in cells


def test_corrections_are_read_of_approved_revisions(file: RoadmapFile) -> None:
    revisions.approve(file, "Первая", "12", date(2020, 9, 1), today=date(2020, 9, 1))
    plan = read_plan(file)
    activities.set_field(file, plan, [plan.activities[2].id], "due_text", "ноябрь 2020 года")
    revisions.approve(file, "Вторая", "15", date(2020, 10, 1), today=date(2020, 10, 1))
    activities.delete_activities(file, read_plan(file), [plan.activities[0].id])
    between = report_document(file, "corrections", {"older": "Первая", "newer": "Вторая"}, TODAY)
    [table] = [block for block in between.blocks if isinstance(block, Table)]
    [row] = [row.texts for row in table.rows if isinstance(row, Row)]
    assert (row[0], *row[2:]) == (
        "3.",
        "Сроки исполнения: сентябрь- октябрь 2020 года",
        "Сроки исполнения: ноябрь 2020 года",
        "Приказ № 15 от 01.10.2020",
    )
    assert isinstance(between.blocks[0], ApprovalStamp)
    since = report_document(file, "corrections", {"older": "Вторая"}, TODAY)
    [table] = [block for block in since.blocks if isinstance(block, Table)]
    assert [row.texts[0] for row in table.rows if isinstance(row, Row)] == ["1."]


def test_a_revision_that_is_gone_is_told(file: RoadmapFile) -> None:
    with pytest.raises(UserError, match="её удалили"):
        FileSource(file, TODAY).revision("нет такой")
    with pytest.raises(UserError, match="Не указано: прежняя редакция"):
        report_document(file, "corrections", {}, TODAY)


def test_the_annex_is_stamped_and_has_no_signature(file: RoadmapFile) -> None:
    document = report_document(file, "annex", {}, TODAY)
    assert isinstance(document.blocks[0], AnnexStamp)
    assert isinstance(document.blocks[-1], Table)


def test_every_report_is_a_line_of_the_list() -> None:
    lines = report_lines()
    assert all(" — " in line for line in lines)
    assert len(set(lines)) == len(lines) >= 10


def test_records_are_found_by_what_they_point_at_and_by_more_than_that(file: RoadmapFile) -> None:
    with file.edit("Совещания") as edit:
        for name, kind in (
            ("Первое", MeetingKind.DIRECTORS),
            ("Второе", MeetingKind.OTHER),
            ("Третье", MeetingKind.OTHER),
        ):
            edit.add(Meeting(name=name, kind=kind, place="МКУ «ЦМТО»"))
    source = FileSource(file, TODAY)

    def named(**where: object) -> list[str]:
        return [one.name for one in source.entries("meetings", **where)]

    assert named() == ["Первое", "Второе", "Третье"]
    assert named(place="МКУ «ЦМТО»", kind=MeetingKind.OTHER) == ["Второе", "Третье"]
    assert named(kind=MeetingKind.DIRECTORS) == ["Первое"]
    assert named(kind=MeetingKind.DIRECTORS, place="") == []
