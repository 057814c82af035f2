"""Lists of schools and teachers as offices keep them: their columns are known whatever they are called."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from roadmap_desktop.model.headings import headings_of
from roadmap_desktop.model.registers import BY_ID
from roadmap_desktop.operations.file.files import open_roadmap
from roadmap_desktop.operations.registers.register_paste import Paste, Target, read_paste
from roadmap_desktop.operations.registers.registers import add_record
from roadmap_desktop.storage.roadmap_file import RoadmapFile
from tests.samples import sample_at


@pytest.fixture
def file(tmp_path: Path) -> Iterator[RoadmapFile]:
    sample_at(tmp_path / "карта.roadmap")
    with open_roadmap(tmp_path / "карта.roadmap") as opened:
        yield opened


def pasted(file: RoadmapFile, register: str, text: str) -> Paste:
    return read_paste(file, BY_ID[register], Target((), (), (), {}), text, "")


@pytest.mark.parametrize(
    "person", ["ФИО", "Ф.И.О.", "Ф. И. О. (полностью)", "Фамилия Имя Отчество", "ФИО учителя"]
)
@pytest.mark.parametrize("school", ["ОО", "Образовательная организация", "Школа", "Наименование ОО"])
def test_a_list_of_teachers_is_understood(file: RoadmapFile, person: str, school: str) -> None:
    read = pasted(
        file,
        "teachers",
        f"№ п/п\t{person}\t{school}\tПредмет\tТелефон\n1\tИванова А. А.\tСОШ № 5\tхимия\t12-34-56\n",
    )
    assert (read.faults, read.strangers) == ([], ())
    (added,) = read.added
    assert (added["name"], added["subjects"], added["contacts"]) == ("Иванова А. А.", "химия", "12-34-56")
    assert [one.name for one in read.missing] == ["СОШ № 5"]


def test_a_list_of_schools_is_understood(file: RoadmapFile) -> None:
    (added,) = pasted(
        file,
        "schools",
        "ОО\tФИО директора\tТелефон\tКоличество обучающихся\nЛицей № 1\tПетров П. П.\t1\t310\n",
    ).added
    assert (added["name"], added["head"], added["contacts"], added["pupils"]) == (
        "Лицей № 1",
        "Петров П. П.",
        "1",
        310,
    )


@pytest.mark.parametrize("register", list(BY_ID))
def test_the_own_label_of_a_field_always_names_it(register: str) -> None:
    headings = headings_of(BY_ID[register])
    assert all(
        headings[field.label] == headings[field.name] == field.name for field in BY_ID[register].fields
    )


def test_a_school_is_known_without_its_legal_form(file: RoadmapFile) -> None:
    school, _ = add_record(file, BY_ID["schools"], {"name": "СОШ № 3", "full_name": "Школа имени Образцова"})
    read = pasted(
        file,
        "teachers",
        'ФИО\tОО\nИванова А. А.\tМБОУ "СОШ №3"\nПетров П. П.\tшкола имени Образцова\nКотов К. К.\tМКОУ «СОШ № 33»\n',
    )
    assert [values["school_id"] for values in read.added[:2]] == [school, school]
    assert [one.name for one in read.missing] == ["МКОУ «СОШ № 33»"]


def test_one_school_written_in_two_ways_is_made_once(file: RoadmapFile) -> None:
    read = pasted(file, "teachers", "ФИО\tОО\nИванова А. А.\tМБОУ СОШ № 9\nПетров П. П.\tСОШ №9\n")
    assert [one.name for one in read.missing] == ["МБОУ СОШ № 9"]


def test_a_title_that_was_copied_along_is_no_record(file: RoadmapFile) -> None:
    read = pasted(file, "teachers", "Список педагогов\t\nФИО\tСтаж\nИванова А. А.\t12 лет\nИтого\t1\n")
    assert [(one["name"], one["years"]) for one in read.added] == [("Иванова А. А.", 12)]
    assert read.left == ("Список педагогов", "Итого 1")
