"""What a row of the journal says, in words."""

from pathlib import Path

from roadmap_desktop.operations.file.files import open_roadmap
from roadmap_desktop.operations.plan import activities
from roadmap_desktop.operations.plan.reading import read_plan
from roadmap_desktop.storage.journal.row import JournalRow, journal_rows
from tests.samples import sample_at


def rows_about(path: Path, record_id: str) -> list[JournalRow]:
    with open_roadmap(path) as file, file.read() as connection:
        asked = "WHERE record_id = ? ORDER BY change_set_id, ordinal"
        return list(journal_rows(connection, asked, [record_id]))


def test_a_record_comes_is_changed_and_goes(tmp_path: Path) -> None:
    path = tmp_path / "карта.roadmap"
    sample_at(path)
    with open_roadmap(path) as file:
        plan = read_plan(file)
        one = plan.activities[0].id
        activities.set_field(file, plan, [one], "note", "важно")
        activities.delete_activities(file, plan, [one])
    came, changed, went = rows_about(path, one)
    assert [row.is_created for row in (came, changed, went)] == [True, False, False]
    assert [row.is_deleted for row in (came, changed, went)] == [False, False, True]
    assert changed.key == came.key == ("activity", one)
    assert (changed.subject, changed.new) == (("activity", one, "note"), '"важно"')
    assert not any(row.says_wanted for row in (came, changed, went))


def test_a_row_can_say_only_that_a_record_is_wanted() -> None:
    wanted = JournalRow("1", 0, "activity", "2", "", "{}", "{}")
    assert wanted.says_wanted
    assert not wanted._replace(field="note").says_wanted
    assert not wanted._replace(old=None).says_wanted
