"""Rows pasted into registers: what was copied is read as it was, and a fault anywhere writes nothing."""

from collections.abc import Iterator

import pytest

from roadmap_desktop.errors import UserError
from roadmap_desktop.model.registers import BY_ID, BY_TABLE
from roadmap_desktop.operations.copies.copying import rows_as_html, rows_as_text
from roadmap_desktop.operations.file.files import open_roadmap
from roadmap_desktop.operations.registers import record_listing, registers
from roadmap_desktop.operations.registers.record_counts import count_records
from roadmap_desktop.operations.registers.register_paste import Paste, Target, paste, read_paste
from roadmap_desktop.storage.roadmap_file import RoadmapFile
from tests.samples import full_sample_at
from tests.storage.copies import assert_whole

NOWHERE = Target((), (), (), {})
# Registers in which two records of one thing are known by their fields.
NAMED = [
    "schools", "teachers", "partnerships", "agreements", "communities", "practices", "courses", "group", "meetings",
    "publications", "documents", "memberships", "indicators",
]  # fmt: skip


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RoadmapFile]:
    path = tmp_path_factory.mktemp("paste") / "Полная.roadmap"
    full_sample_at(path)
    with open_roadmap(path) as file:
        yield file
    assert_whole(path)


def read(file: RoadmapFile, register: str, text: str = "", html: str = "", target: Target = NOWHERE) -> Paste:
    return read_paste(file, BY_ID[register], target, text, html)


@pytest.mark.parametrize("id_", NAMED)
@pytest.mark.parametrize("as_html", [False, True])
def test_what_is_copied_is_read_as_it_was_and_known_again(file: RoadmapFile, id_: str, as_html: bool) -> None:
    register = BY_ID[id_]
    listing = record_listing.read_listing(file, register)
    headings = [field.label for field in register.fields]
    rows = [[listing.text(row, field) for field in register.fields] for row in listing.rows]
    text, html = ("", rows_as_html(headings, rows)) if as_html else (rows_as_text(headings, rows), "")
    found = read(file, id_, text, html)
    assert found.faults == []
    assert (found.added, found.changed, found.missing, found.strangers) == ([], {}, (), ())
    assert len(found.same) == len(listing.rows)


def test_a_fault_in_the_last_row_writes_nothing(file: RoadmapFile) -> None:
    before = count_records(file, list(BY_TABLE))
    found = read(file, "schools", "Краткое название\tОбучающихся\nСОШ № 70\t10\nСОШ № 71\tмного\n")
    assert [str(fault) for fault in found.faults] == ["строка 3, «Обучающихся»: «много» — не целое число."]
    with pytest.raises(UserError, match="Ничего не изменено"):
        paste(file, found)
    assert count_records(file, list(BY_TABLE)) == before


def test_a_name_that_several_have_is_told(file: RoadmapFile) -> None:
    for _ in range(2):
        registers.add_record(file, BY_ID["schools"], {"name": "Двойная СОШ"})
    found = read(file, "teachers", "Фамилия, имя, отчество\tШкола\nОбразцова Ж. Ж.\tдвойная сош\n")
    assert "несколько" in found.faults[0].why


def test_what_cannot_be_made_of_a_name_is_told(file: RoadmapFile) -> None:
    found = read(file, "visits", "Адресная помощь\tДата\tСодержание\nкто-то\t05.10.2020\tВыезд\n")
    assert "Сначала добавьте" in found.faults[0].why
    assert found.missing == ()


def test_a_record_that_went_meanwhile_stops_the_whole(file: RoadmapFile) -> None:
    school = registers.add_record(file, BY_ID["schools"], {"name": "СОШ № 80"})[0]
    found = read(file, "schools", "311", target=Target(("pupils",), (school,), (), {}))
    registers.delete_records(file, BY_ID["schools"], [school])
    with pytest.raises(UserError, match="удалили"):
        paste(file, found)


@pytest.mark.parametrize("text", ["", "\n\n", "\t\t\n"])
def test_what_is_no_table_is_refused_in_words(file: RoadmapFile, text: str) -> None:
    with pytest.raises(UserError, match="нет строк таблицы"):
        read(file, "schools", text, target=Target(("name",), (), (), {}))


def test_too_many_rows_are_refused_and_many_faults_are_told_at_once(file: RoadmapFile) -> None:
    with pytest.raises(UserError, match="не больше 5000"):
        read(file, "schools", "Краткое название\n" + "СОШ\n" * 6_000)
    found = read(file, "teachers", "Фамилия, имя, отчество\tСтаж, лет\n" + "\tмного\n" * 4_000)
    assert len(found.faults) == 8_000
