"""Lists of schools and teachers as offices keep them: their columns are known whatever they are called."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from roadmap_desktop.model.headings import headings_of
from roadmap_desktop.model.registers import BY_ID
from roadmap_desktop.operations.file.files import open_roadmap
from roadmap_desktop.operations.registers.register_paste import Paste, Target, read_paste
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
