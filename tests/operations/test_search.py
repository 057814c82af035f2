"""Search over everything."""

import gc
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap_desktop.errors import Cancelled
from roadmap_desktop.model.registers import BY_ID
from roadmap_desktop.operations.file.files import create_from_sample, open_roadmap
from roadmap_desktop.operations.plan.search import build_index, search
from roadmap_desktop.operations.registers.registers import add_record
from roadmap_desktop.storage.search_index import Entry, SearchIndex
from tests.samples import full_sample_at


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> SearchIndex:
    path: Path = tmp_path_factory.mktemp("поиск") / "район.roadmap"
    full_sample_at(path)
    with open_roadmap(path) as file:
        return build_index(file)


def test_what_is_found_is_grouped_activities_first(index: SearchIndex) -> None:
    groups = search(index, "дефицит")
    assert groups[0].title == "Мероприятия"
    assert [group.title for group in groups if "Педагоги" in group.title] == []
    assert all(len(group.hits) == min(group.number, 20) for group in groups)


def test_beginnings_of_words_case_and_yo_are_enough(index: SearchIndex) -> None:
    (teachers, *_) = [group for group in search(index, "ОБРАЗЦ матем") if group.group_id == "teachers"]
    assert all("Образцова" in hit.title and "математика" in hit.line for hit in teachers.hits)
    assert [group.group_id for group in search(index, "партнёр")] == [
        group.group_id for group in search(index, "партнер")
    ]


def test_linked_records_are_found_by_the_names_of_what_they_point_at(index: SearchIndex) -> None:
    (plans,) = [group for group in search(index, "Образцова повысить") if group.group_id == "plans"]
    assert plans.hits


def test_records_that_are_called_by_what_they_link_stand_by_name(tmp_path: Path) -> None:
    path = tmp_path / "План.roadmap"
    create_from_sample(path)
    with open_roadmap(path) as file:
        community, _ = add_record(file, BY_ID["communities"], {"name": "Математика"})
        for number in (10, 2, 1, 12, 11, 3):
            teacher, _ = add_record(file, BY_ID["teachers"], {"name": f"Педагог {number}"})
            add_record(file, BY_ID["members"], {"community_id": community, "teacher_id": teacher})
        found = search(build_index(file), "математика")
    (members,) = [group for group in found if group.group_id == "members"]
    assert [hit.title.removesuffix(" — Математика") for hit in members.hits] == [
        f"Педагог {number}" for number in (1, 2, 3, 10, 11, 12)
    ]


@pytest.mark.parametrize("query", ["", "   ", "«»", "***", '"', "№", "-"])
def test_nothing_is_found_for_no_words(index: SearchIndex, query: str) -> None:
    assert search(index, query) == []


@given(st.text(max_size=40))
def test_whatever_is_typed_is_plain_words(text: str) -> None:
    small = SearchIndex(
        [Entry("activities", "1", "Дефициты", text), Entry("activities", "2", 'NEAR("a" OR b*)', "")]
    )
    search(small, text)
    search(small, f'"{text}* NEAR OR AND NOT ({text}')
    small.close()


def test_operators_of_the_index_are_words_to_be_found() -> None:
    index = SearchIndex([Entry("activities", "1", "Near or not", ""), Entry("activities", "2", "Другое", "")])
    (found,) = search(index, "NEAR OR NOT")
    assert [hit.record_id for hit in found.hits] == ["1"]


def test_an_index_that_nobody_uses_any_more_leaves_no_connection_open() -> None:
    index = SearchIndex([Entry("activities", "1", "Дефициты", "")])
    connection = index._connection
    del index
    gc.collect()
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        connection.execute("SELECT 1")


def test_nor_does_one_whose_reading_was_cancelled(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[sqlite3.Connection] = []
    connect = sqlite3.connect

    def entries() -> Iterator[Entry]:
        yield Entry("activities", "1", "Дефициты", "")
        raise Cancelled

    monkeypatch.setattr(
        sqlite3, "connect", lambda *words, **named: made.append(connect(*words, **named)) or made[0]
    )
    with pytest.raises(Cancelled):
        SearchIndex(entries())
    gc.collect()
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        made[0].execute("SELECT 1")
