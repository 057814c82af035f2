"""Lists without a row of headings: what the columns hold is told by what is written in them, and said as a guess."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from roadmap_desktop.model.person_initials import is_person, person_name
from roadmap_desktop.model.registers import BY_ID
from roadmap_desktop.model.school_subjects import names_subjects
from roadmap_desktop.operations.file.files import open_roadmap
from roadmap_desktop.operations.registers.column_contents import with_guessed_columns
from roadmap_desktop.operations.registers.importing import read_source, understand, write_list
from roadmap_desktop.operations.registers.list_import import ListImport, Outcome
from roadmap_desktop.operations.registers.record_listing import read_listing
from roadmap_desktop.operations.registers.registers import add_record
from roadmap_desktop.storage.roadmap_file import RoadmapFile
from tests.operations.made_lists import Rows, delimited, workbook
from tests.samples import sample_at


@pytest.fixture
def file(tmp_path: Path) -> Iterator[RoadmapFile]:
    path = tmp_path / "карта.roadmap"
    sample_at(path)
    with open_roadmap(path) as opened:
        yield opened


def guessed(file: RoadmapFile, register: str, rows: Rows, **settings: Any) -> ListImport:
    """What a sheet of Excel would do, its columns guessed."""
    path = file.path.with_name("список.xlsx")
    path.write_bytes(workbook(rows))
    chosen = BY_ID[register]
    return understand(file, chosen, with_guessed_columns(file, chosen, read_source(path, chosen)), **settings)


def added(read: ListImport, *names: str) -> list[tuple[Any, ...]]:
    return [tuple(values.get(name) for name in names) for values in read.added]


def test_teachers_with_a_number_a_school_a_subject_and_a_telephone(file: RoadmapFile) -> None:
    school, _ = add_record(file, BY_ID["schools"], {"name": "Кленовская СОШ"})
    rows = [
        [1, "Рыбина Раиса Романовна", "МБОУ «Кленовская СОШ»", "учитель", "химия, биология", "первая", 12,
         "8-900-123-45-67"],
        [2, "Сомов С. С.", "Кленовская СОШ", "завуч", "физика", "высшая", 30, "somov@school.ru"],
        [3, "Щукина Щ.Щ.", "МБОУ «Кленовская СОШ»", "учитель", "русский язык и литература", "СЗД", 7,
         "+7 900 765-43-21"],
    ]  # fmt: skip
    read = guessed(file, "teachers", rows)
    assert read.fields == ("", "name", "school_id", "position", "subjects", "category", "years", "contacts")
    assert added(read, "name", "school_id", "years") == [
        ("Рыбина Раиса Романовна", school, 12),
        ("Сомов С. С.", school, 30),
        ("Щукина Щ.Щ.", school, 7),
    ]
    assert "столбец 2 — это «Фамилия, имя, отчество»: так понято по содержанию" in read.assumed
    assert not read.left_out


def test_a_name_in_three_columns_in_any_order_with_others(file: RoadmapFile) -> None:
    rows = [
        ["история", "Рыбина", "Раиса", "Романовна"],
        ["география", "Сомов", "Семён", "Сергеевич"],
    ]
    read = guessed(file, "teachers", rows)
    assert added(read, "name", "subjects") == [
        ("Рыбина Раиса Романовна", "история"),
        ("Сомов Семён Сергеевич", "география"),
    ]


def test_schools_with_their_directors_and_addresses(file: RoadmapFile) -> None:
    rows = [
        ["Лесная ООШ", "Ежов Егор Егорович", "с. Лесное, ул. Мира, 4", "3312004455"],
        ["Гимназия № 2", "Зубрина З. З.", "г. Заозёрный, ул. Речная, д. 1", "3312004456"],
    ]
    read = guessed(file, "schools", rows)
    assert read.fields == ("name", "head", "address", "inn")
    assert [values["name"] for values in read.added] == ["Лесная ООШ", "Гимназия № 2"]


def test_a_heading_that_nobody_knows_is_no_record(file: RoadmapFile) -> None:
    rows = [["Сотрудник", "Куда писать"], ["Рыбина Р. Р.", "rr@school.ru"], ["Сомов С. С.", "ss@school.ru"]]
    read = guessed(file, "teachers", rows)
    assert read.source.titles == ("Сотрудник", "Куда писать")
    assert added(read, "name", "contacts") == [
        ("Рыбина Р. Р.", "rr@school.ru"),
        ("Сомов С. С.", "ss@school.ru"),
    ]


def test_courses_are_named_by_the_words_that_are_left(file: RoadmapFile) -> None:
    rows = [
        ["Формирующее оценивание на уроке", 36, "01.10.2020", "15.10.2020"],
        ["Цифровая образовательная среда", 72, "02.11.2020", "30.11.2020"],
    ]
    read = guessed(file, "courses", rows)
    assert [values["name"] for values in read.added] == [rows[0][0], rows[1][0]]
    assert read.fields[1:] == ("hours", "starts_on", "ends_on")


def test_what_she_says_of_a_column_is_no_guess(file: RoadmapFile) -> None:
    rows = [["Рыбина Р. Р.", "учитель"], ["Сомов С. С.", "завуч"]]
    read = guessed(file, "teachers", rows, columns={1: "note"})
    assert read.fields == ("name", "note")
    assert read.assumed == ["столбец 1 — это «Фамилия, имя, отчество»: так понято по содержанию"]


def test_a_list_with_headings_is_not_guessed(file: RoadmapFile) -> None:
    rows = [["ФИО", "Примечание"], ["Рыбина Р. Р.", "rr@school.ru"]]
    assert guessed(file, "teachers", rows).fields == ("name", "note")


@pytest.fixture
def named_in_full(file: RoadmapFile) -> str:
    key, _ = add_record(file, BY_ID["teachers"], {"name": "Иванова Анна Петровна"})
    add_record(file, BY_ID["courses"], {"name": "Оценка"})
    return key


PARTICIPANTS = (["Слушатель", "Курсы", "№ удостоверения"], ["Иванова А. П.", "Оценка", "33-17"])


def test_initials_are_linked_to_the_only_one_whom_they_fit_and_it_is_told(
    file: RoadmapFile, named_in_full: str
) -> None:
    read = guessed(file, "participants", PARTICIPANTS)
    assert added(read, "teacher_id") == [(named_in_full,)]
    assert not read.missing
    assert "«Иванова А. П.» — это «Иванова Анна Петровна»: так понято по фамилии и инициалам" in read.assumed


def test_initials_that_fit_two_are_linked_to_none(file: RoadmapFile, named_in_full: str) -> None:
    add_record(file, BY_ID["teachers"], {"name": "Иванова Алла Павловна"})
    read = guessed(file, "participants", PARTICIPANTS)
    assert not read.added
    assert [fault.why for fault in read.faults] == [
        "записей «Иванова А. П.» несколько, впишите нужную вручную."
    ]


def test_other_initials_are_another_person(file: RoadmapFile, named_in_full: str) -> None:
    read = guessed(file, "participants", (PARTICIPANTS[0], ["Иванова А. С.", "Оценка", ""]))
    assert [one.name for one in read.missing] == ["Иванова А. С."]


def test_a_teacher_with_initials_in_a_list_is_the_one_in_the_file(
    file: RoadmapFile, named_in_full: str
) -> None:
    rows = [["ФИО", "Должность"], ["Иванова А.П.", "учитель"]]
    read = guessed(file, "teachers", rows)
    assert list(read.outcomes) == [Outcome.FILLED]
    assert read.assumed == ["«Иванова А.П.» — это «Иванова Анна Петровна»: так понято по фамилии и инициалам"]
    write_list(file, read, replace=True)
    listing = read_listing(file, BY_ID["teachers"])
    assert [(row.name, row.position) for row in listing.rows] == [("Иванова Анна Петровна", "учитель")]


def test_a_fuller_name_is_told_and_taken_only_when_she_says_so(file: RoadmapFile) -> None:
    add_record(file, BY_ID["teachers"], {"name": "Сомов С. С."})
    rows = [["ФИО"], ["Сомов Семён Сергеевич"], ["Сомов Степан Савельевич"]]
    read = guessed(file, "teachers", rows)
    assert next(iter(read.outcomes)) == Outcome.DIFFERENT
    assert next(one.given for one in read.differences) == "Сомов Семён Сергеевич"


def test_subjects_and_names_are_told_from_other_words() -> None:
    subjects = (
        "Математика",
        "русский язык и литература",
        "История, обществознание",
        "физическая культура",
        "ИЗО; музыка",
    )
    assert all(map(names_subjects, subjects))
    assert not any(map(names_subjects, ("учитель математики", "Школа № 1", "высшая", "математика на 5")))
    assert all(
        map(is_person, ("Иванова А. П.", "А.П. Иванова", "Анна Петровна Иванова", "Римский-Корсаков Н. А."))
    )
    assert not any(map(is_person, ("Лесная Школа", "Гимназия", "иванова а. п.", "", "СОШ № 3")))
    assert person_name("Анна Петровна Иванова") == person_name("Иванова Анна Петровна")


def test_a_list_of_five_hundred_without_headings_is_guessed_by_its_first_rows(file: RoadmapFile) -> None:
    rows = [[f"Рыбин Р. {chr(1040 + place % 30)}.", "химия"] for place in range(500)]
    path = file.path.with_name("много.csv")
    path.write_bytes(delimited(rows))
    chosen = BY_ID["teachers"]
    assert with_guessed_columns(file, chosen, read_source(path, chosen)).fields == ("name", "subjects")
