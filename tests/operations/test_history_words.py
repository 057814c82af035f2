from datetime import date
from pathlib import Path

import pytest

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.references import owner_value
from roadmap_desktop.operations import activities, attachments, history
from roadmap_desktop.operations.files import create_from_sample, open_roadmap
from roadmap_desktop.operations.history_words import activity_history
from roadmap_desktop.operations.reading import read_plan
from roadmap_desktop.storage.roadmap_file import RoadmapFile


@pytest.fixture
def file(tmp_path: Path) -> RoadmapFile:
    path = tmp_path / "карта.roadmap"
    create_from_sample(path)
    return open_roadmap(path)


def test_the_history_is_told_in_the_users_words_newest_first(file: RoadmapFile) -> None:
    plan = read_plan(file)
    third = plan.activities[2].id
    activities.set_field(file, plan, [third], "due_text", "сентябрь")
    activities.set_field(file, plan, [third], "state", State.IN_WORK)
    activities.set_field(file, plan, [third], "completed_on", date(2020, 10, 5))
    activities.set_field(file, plan, [third], "performers", ["Отдел образования", "Школа № 1"])
    activities.set_field(file, plan, [plan.activities[3].id], "note", "чужое")
    activities.move_activities(file, plan, [third], before=plan.activities[0].id)
    history.undo(file)
    assert [line.text for line in activity_history(file, third)] == [
        "отменено: порядок, мероприятие 3",
        "перемещено",
        "добавлен исполнитель: Школа № 1\nубран исполнитель: МКУ «ЦМТО»\nубран исполнитель: руководители ОО",
        "дата выполнения: пусто → 05.10.2020",
        "состояние: запланировано → в работе",
        "срок исполнения: «сентябрь- октябрь 2020 года» → «сентябрь»",
        "создано вместе с дорожной картой",
    ]


def test_long_values_are_shortened_between_words(file: RoadmapFile) -> None:
    plan = read_plan(file)
    activities.set_field(file, plan, [plan.activities[0].id], "name", "очень длинное имя " * 20)
    newest = activity_history(file, plan.activities[0].id)[0].text
    assert newest.endswith("→ «очень длинное имя очень … имя очень длинное имя»")


def test_files_are_told_by_their_names(file: RoadmapFile, tmp_path: Path) -> None:
    plan = read_plan(file)
    third, fourth = (plan.activities[place].id for place in (2, 3))
    (tmp_path / "Приказ.pdf").write_bytes(b"1")
    attachments.attach(file, plan, owner_value("activity", third), [tmp_path / "Приказ.pdf"])
    attachments.attach(file, plan, owner_value("activity", fourth), [tmp_path / "Приказ.pdf"])
    attachments.remove(file, plan, attachments.list_attachments(file, owner_value("activity", third)))
    history.undo(file)
    assert [line.text for line in activity_history(file, third)] == [
        "отменено: убран файл, мероприятие 3",
        "убран файл: Приказ.pdf",
        "приложен файл: Приказ.pdf",
        "создано вместе с дорожной картой",
    ]
