from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.references import owner_value
from roadmap_desktop.model.registers import BY_ID
from roadmap_desktop.model.registers.activities import ACTIVITIES
from roadmap_desktop.operations.file import attachments
from roadmap_desktop.operations.file.files import open_roadmap
from roadmap_desktop.operations.plan import activities, history
from roadmap_desktop.operations.plan.history_words import record_history
from roadmap_desktop.operations.plan.reading import read_plan
from roadmap_desktop.operations.registers import registers
from roadmap_desktop.storage.roadmap_file import RoadmapFile
from tests.samples import sample_at


@pytest.fixture
def file(tmp_path: Path) -> Iterator[RoadmapFile]:
    path = tmp_path / "карта.roadmap"
    sample_at(path)
    with open_roadmap(path) as opened:
        yield opened


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
    assert [line.text for line in record_history(file, ACTIVITIES, third)] == [
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
    newest = record_history(file, ACTIVITIES, plan.activities[0].id)[0].text
    assert newest.endswith("→ «очень длинное имя очень … имя очень длинное имя»")


def test_a_record_of_a_register_is_told_of_in_the_same_words(file: RoadmapFile) -> None:
    partner, _ = registers.add_record(file, BY_ID["schools"], {"name": "СОШ № 2"})
    first, _ = registers.add_record(file, BY_ID["schools"], {"name": "СОШ № 1"})
    values = {"school_id": first, "partner_id": partner, "order_date": date(2020, 10, 5)}
    id_, _ = registers.add_record(file, BY_ID["partnerships"], values)
    changes = {
        "school_id": partner,
        "partner_id": first,
        "order_date": date(2020, 10, 6),
        "note": "слово " * 30,
    }
    registers.set_values(file, BY_ID["partnerships"], [id_], changes)
    history.undo(file)
    undone, changed, added = record_history(file, BY_ID["partnerships"], id_, whole=True)
    assert (undone.text.split(":")[0], added.text) == ("отменено", "добавлено")
    assert changed.text.splitlines() == [
        "школа: «СОШ № 1» → «СОШ № 2»",
        "школа-партнёр: «СОШ № 2» → «СОШ № 1»",
        "дата приказа: 05.10.2020 → 06.10.2020",
        f"примечание: пусто → «{'слово ' * 30}»",
    ]


def test_files_are_told_by_their_names(file: RoadmapFile, tmp_path: Path) -> None:
    plan = read_plan(file)
    third, fourth = (plan.activities[place].id for place in (2, 3))
    (tmp_path / "Приказ.pdf").write_bytes(b"1")
    attachments.attach(file, plan, owner_value("activity", third), [tmp_path / "Приказ.pdf"])
    attachments.attach(file, plan, owner_value("activity", fourth), [tmp_path / "Приказ.pdf"])
    attachments.remove(file, plan, attachments.list_attachments(file, owner_value("activity", third)))
    history.undo(file)
    assert [line.text for line in record_history(file, ACTIVITIES, third)] == [
        "отменено: убран файл, мероприятие 3",
        "убран файл: Приказ.pdf",
        "приложен файл: Приказ.pdf",
        "создано вместе с дорожной картой",
    ]
