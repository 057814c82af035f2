"""Lists of schools, teachers, participants and results become records, whoever made them; nothing is lost unsaid."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from roadmap_desktop.errors import UserError
from roadmap_desktop.model.registers import BY_ID
from roadmap_desktop.operations.file.backups import is_of, list_backups
from roadmap_desktop.operations.file.files import open_roadmap
from roadmap_desktop.operations.plan.history import undo
from roadmap_desktop.operations.registers.importing import importable, read_source, understand, write_list
from roadmap_desktop.operations.registers.list_import import ListImport, Outcome
from roadmap_desktop.operations.registers.missing import Missing
from roadmap_desktop.operations.registers.record_listing import read_listing
from roadmap_desktop.operations.registers.registers import add_record
from roadmap_desktop.storage.roadmap_file import RoadmapFile
from tests.operations.made_lists import delimited, open_text, page, sheets, word, workbook
from tests.samples import sample_at
from tests.storage.copies import assert_whole


@pytest.fixture
def file(tmp_path: Path) -> Iterator[RoadmapFile]:
    path = tmp_path / "карта.roadmap"
    sample_at(path)
    with open_roadmap(path) as opened:
        yield opened
    assert_whole(path)


def understood(file: RoadmapFile, register: str, name: str, data: bytes, **settings: Any) -> ListImport:
    """What a file of that name and content would do."""
    path = file.path.with_name(name)
    path.write_bytes(data)
    chosen = BY_ID[register]
    return understand(file, chosen, read_source(path, chosen), **settings)


def records(file: RoadmapFile, register: str, *names: str) -> list[tuple[str, ...]]:
    """The texts of these fields of all records."""
    listing = read_listing(file, BY_ID[register])
    fields = [listing.register.field(name) for name in names]
    return [tuple(listing.text(row, field) for field in fields) for row in listing.rows]


def added(read: ListImport, *names: str) -> list[tuple[Any, ...]]:
    """These values of the records that would be new."""
    return [tuple(_name(values.get(name)) for name in names) for values in read.added]


def _name(value: Any) -> Any:
    return value.name if isinstance(value, Missing) else value


def test_a_list_of_teachers_with_a_title_two_heading_rows_and_a_sum(file: RoadmapFile) -> None:
    rows = [
        ["Сведения о педагогических работниках на 01.09.2020 г.", None, None, None, None, None, None],
        [None] * 7,
        ["№ п/п", "Фамилия, имя, отчество", "ОО", "Предмет", "Контакты", None, "Стаж"],
        [None, None, None, None, "телефон", "e-mail", None],
        [1, "Иванова Анна Петровна", "СОШ № 3", "химия", "2-33-44", "ia@mail.ru", 12],
        [None] * 7,
        [2, "Петров Пётр Ильич", "СОШ №3", "физика", "2-33-45", None, 3],
        ["Итого", 2, None, None, None, None, None],
    ]
    merges = ("A1:G1", "A3:A4", "B3:B4", "C3:C4", "D3:D4", "E3:F3", "G3:G4")
    read = understood(file, "teachers", "педагоги.xlsx", workbook(rows, *merges))
    assert added(read, "name", "subjects", "contacts", "years") == [
        ("Иванова Анна Петровна", "химия", "2-33-44, ia@mail.ru", 12),
        ("Петров Пётр Ильич", "физика", "2-33-45", 3),
    ]
    assert [one.name for one in read.missing] == ["СОШ № 3"]
    assert read.faults == []
    assert list(read.left_out) == [
        "строка 1: Сведения о педагогических работниках на 01.09.2020 г.",
        "строка 8: Итого 2",
    ]


def test_schools_with_their_numbers_from_a_file_of_excel_in_russia(file: RoadmapFile) -> None:
    rows = [
        [
            "№",
            "Полное наименование ОО",
            "Краткое наименование",
            "ИНН",
            "Ф.И.О. директора",
            "Кол-во обучающихся",
        ],
        ["1", "МБОУ «Лицей № 7»", "Лицей № 7", "3303001234", "Образцов О. О.", "310"],
        ["2", "МБОУ «ООШ № 8»", "ООШ № 8", "33030012", "Примерова П. П.", "нет данных"],
    ]
    read = understood(file, "schools", "школы.csv", delimited(rows))
    assert added(read, "name", "full_name", "inn", "head", "pupils") == [
        ("Лицей № 7", "МБОУ «Лицей № 7»", "3303001234", "Образцов О. О.", 310),
        ("ООШ № 8", "МБОУ «ООШ № 8»", "", "Примерова П. П.", None),
    ]
    assert [str(fault) for fault in read.faults] == [
        "строка 3, «Обучающихся»: «нет данных» — не целое число.",
        "строка 3, «ИНН»: В ИНН организации 10 цифр.",
    ]


def test_results_of_an_exam_name_schools_with_their_legal_form(file: RoadmapFile) -> None:
    school, _ = add_record(file, BY_ID["schools"], {"name": "СОШ № 3"})
    rows = [
        ["Образовательная организация", "Предмет", "Не преодолели порог, %", "Средний балл", "Качество знаний, %"],
        ['МБОУ "СОШ №3"', "математика", "12,5 %", "3,4", "38"],
        ["Муниципальное бюджетное общеобразовательное учреждение «Средняя общеобразовательная школа № 3»",
         "русский язык", "0", "4,1", "—"],
        ["Итого по району", "", "6", "3,8", "38"],
    ]  # fmt: skip
    read = understood(
        file, "indicators", "огэ.docx", word("Результаты ОГЭ", rows), fixed={"school_year": "2019–2020"}
    )
    assert added(read, "school_id", "school_year", "subject", "below", "mean", "quality") == [
        (school, "2019–2020", "математика", 12.5, 3.4, 38),
        (school, "2019–2020", "русский язык", 0, 4.1, None),
    ]
    assert read.missing == ()
    assert read.assumed == []


def test_a_year_that_a_list_does_not_say_is_the_plans_and_is_told(file: RoadmapFile) -> None:
    rows = [["Школа", "Предмет", "Средний балл"], ["СОШ № 3", "химия", "40"]]
    read = understood(file, "indicators", "егэ.csv", delimited(rows, "utf-8-sig"))
    assert added(read, "school_year") == [("2020–2021",)]
    assert read.assumed == ["«Учебный год» в списке не указан: взят 2020–2021"]


def test_participants_with_two_subjects_in_a_cell(file: RoadmapFile) -> None:
    rows = [
        ["№", "Ф.И.О. участника", "Образовательное учреждение", "Преподаваемые предметы", "Кв. категория"],
        ["1", "Сидорова Анна Львовна", "Лицей № 1", "русский язык\nлитература", "ВКК"],
        ["2", "Кузнецов Олег Юрьевич", "Лицей № 1", "история, обществознание", "СЗД"],
    ]
    read = understood(
        file, "teachers", "участники.docx", word("Список участников", rows, "Исп. Котова А. А.")
    )
    assert added(read, "name", "subjects", "category") == [
        ("Сидорова Анна Львовна", "русский язык, литература", "высшая"),
        ("Кузнецов Олег Юрьевич", "история, обществознание", "соответствие должности"),
    ]


def test_a_name_in_three_columns_is_one_and_a_column_of_nobody_goes_to_the_note(file: RoadmapFile) -> None:
    rows = [
        ["Фамилия", "Имя", "Отчество", "Школа", "Образование", "Примечание"],
        ["Белова", "Ирина", "Павловна", "СОШ № 2", "высшее", "декрет"],
    ]
    read = understood(file, "teachers", "кадры.xlsx", workbook(rows))
    assert added(read, "name", "note") == [("Белова Ирина Павловна", "Образование: высшее\nдекрет")]
    assert read.left_out == []


def test_a_column_that_finds_no_place_is_told(file: RoadmapFile) -> None:
    rows = [["ФИО", "Роль в группе", "Размер ноги"], ["Белова И. П.", "секретарь", "38"]]
    read = understood(file, "group", "группа.csv", delimited(rows))
    assert read.left_out == ["столбец «Размер ноги»"]


def test_schools_that_stand_over_their_teachers(file: RoadmapFile) -> None:
    school, _ = add_record(file, BY_ID["schools"], {"name": "СОШ № 3"})
    rows = [
        ["№", "ФИО педагога", "Должность"],
        ["МБОУ «СОШ № 3»"],
        ["1", "Иванова А. П.", "учитель"],
        ["МКОУ «ООШ № 9»"],
        ["2", "Петров П. И.", "завуч"],
    ]
    data = open_text("Педагоги района", rows, wide=("МБОУ «СОШ № 3»", "МКОУ «ООШ № 9»"))
    read = understood(file, "teachers", "район.odt", data)
    assert added(read, "name", "school_id") == [("Иванова А. П.", school), ("Петров П. И.", "МКОУ «ООШ № 9»")]
    assert [one.name for one in read.missing] == ["МКОУ «ООШ № 9»"]


def test_schools_that_stand_alone_in_their_rows_are_over_their_teachers(file: RoadmapFile) -> None:
    rows = [["ФИО", "Предмет"], ["МБОУ «СОШ № 3»", None], ["Рыбин Р. Р.", "химия"], ["Школьникова А. А.", None],
            ["Лицей № 1", None], ["Сомов С. С.", "физика"]]  # fmt: skip
    read = understood(file, "teachers", "педагоги.xlsx", workbook(rows, "A2:B2"))
    assert added(read, "name", "school_id") == [
        ("Рыбин Р. Р.", "МБОУ «СОШ № 3»"),
        ("Школьникова А. А.", "МБОУ «СОШ № 3»"),
        ("Сомов С. С.", "Лицей № 1"),
    ]
    assert [str(outcome) for outcome in read.outcomes[:2]] == ["заголовок", "новая"]


def test_a_school_merged_down_over_its_teachers_on_a_site(file: RoadmapFile) -> None:
    inner = (
        "<tr><th rowspan=2>ОО</th><th colspan=2>Педагог</th></tr><tr><th>ФИО</th><th>Должность</th></tr>"
        "<tr><td rowspan=2>СОШ № 5</td><td>Жукова Е. Е.</td><td>учитель</td></tr>"
        "<tr><td>Котов К. К.</td><td>директор</td></tr>"
    )
    read = understood(file, "teachers", "сайт.html", page(inner))
    assert added(read, "name", "position") == [("Жукова Е. Е.", "учитель"), ("Котов К. К.", "директор")]
    assert {values["school_id"].name for values in read.added} == {"СОШ № 5"}


def test_the_heading_said_anew_and_numbered_columns_are_no_records(file: RoadmapFile) -> None:
    head = ["№ п/п", "ФИО", "Должность", "Школа"]
    rows = [head, ["1", "2", "3", "4"], ["1", "Рыбин Р. Р.", "учитель", "СОШ № 1"], head,
            ["2", "Сомов С. С.", "учитель", "СОШ № 1"]]  # fmt: skip
    read = understood(file, "teachers", "список.tsv", delimited(rows, "utf-8", "\t"))
    assert added(read, "name") == [("Рыбин Р. Р.",), ("Сомов С. С.",)]


def test_several_sheets_with_their_columns_in_other_orders_are_one_list(file: RoadmapFile) -> None:
    data = sheets(
        ("СОШ 1", [["ФИО", "Предмет"], ["Рыбин Р. Р.", "химия"]]),
        ("СОШ 2", [["Предмет", "ФИО", "Стаж"], ["физика", "Сомов С. С.", "много"]]),
        ("Сводка", [["Всего учителей", "Вакансий"], [2, 1]]),
    )
    read = understood(file, "teachers", "школы.xlsx", data)
    assert added(read, "name", "subjects") == [("Рыбин Р. Р.", "химия"), ("Сомов С. С.", "физика")]
    assert [str(fault) for fault in read.faults] == [
        "лист «СОШ 2», строка 2, «Стаж, лет»: «много» — не целое число."
    ]
    assert "лист «Сводка»: столбцы другие, это не тот список" in read.left_out


def test_a_sheet_or_a_sentence_called_as_a_school_says_whose_teachers_they_are(file: RoadmapFile) -> None:
    schools = [add_record(file, BY_ID["schools"], {"name": name})[0] for name in ("СОШ № 1", "СОШ № 2")]
    rows = [["ФИО", "Предмет"], ["Рыбин Р. Р.", "химия"]]
    data = sheets(("СОШ №1", rows), ("СОШ № 2", [rows[0], ["Сомов С. С.", "физика"]]))
    read = understood(file, "teachers", "школы.xlsx", data)
    assert [values["school_id"] for values in read.added] == schools
    assert read.assumed[0] == "«Школа» — по заголовку: СОШ №1"
    read = understood(file, "teachers", "школа.docx", word("МБОУ «СОШ № 2»", rows))
    assert [values["school_id"] for values in read.added] == schools[1:]


def test_participants_of_a_course_that_is_said_for_all_rows(file: RoadmapFile) -> None:
    course, _ = add_record(file, BY_ID["courses"], {"name": "Функциональная грамотность"})
    teacher, _ = add_record(file, BY_ID["teachers"], {"name": "Рыбин Р. Р."})
    rows = [["Слушатель", "№ удостоверения", "Дата выдачи"], ["Рыбин Р.Р.", "33-17", "2020-11-30"]]
    data = delimited(rows)
    with pytest.raises(UserError, match="без чего записи не бывает: «Курсы»"):
        understood(file, "participants", "курсы.csv", data)
    read = understood(file, "participants", "курсы.csv", data, fixed={"course_id": course})
    assert added(read, "course_id", "teacher_id", "certificate") == [(course, teacher, "33-17")]


def test_a_table_without_headings_is_read_by_what_she_says_of_its_columns(file: RoadmapFile) -> None:
    rows = [["1", "химия", "Рыбин Р. Р."], ["2", "физика", "Сомов С. С."]]
    read = understood(file, "teachers", "без.csv", delimited(rows), columns={2: "name", 1: "subjects"})
    assert added(read, "name", "subjects") == [("Рыбин Р. Р.", "химия"), ("Сомов С. С.", "физика")]
    with pytest.raises(UserError, match="«Фамилия, имя, отчество»"):
        understood(file, "teachers", "без.csv", delimited(rows))


LIST = (
    ["ФИО", "Школа", "Должность", "Стаж"],
    ["Рыбин Р.Р.", 'МБОУ "СОШ № 3"', "учитель", "5"],
    ["Сомов С. С.", "СОШ № 3", "завуч", "7"],
    ["Щукина Щ. Щ.", "", "", ""],
)


@pytest.fixture
def school(file: RoadmapFile) -> str:
    key, _ = add_record(file, BY_ID["schools"], {"name": "СОШ № 3"})
    for values in ({"name": "Рыбин Р. Р."}, {"name": "Сомов С. С.", "school_id": key, "position": "учитель"}):
        add_record(file, BY_ID["teachers"], values)
    return key


def test_who_is_there_already_is_filled_up_and_never_written_over(file: RoadmapFile, school: str) -> None:
    read = understood(file, "teachers", "кадры.xlsx", workbook(LIST))
    assert list(read.outcomes) == [Outcome.FILLED, Outcome.DIFFERENT, Outcome.NEW]
    assert [str(one) for one in read.differences] == [
        "строка 3, «Должность»: было «учитель», в списке «завуч»"
    ]
    write_list(file, read)
    assert records(file, "teachers", "name", "school_id", "position", "years") == [
        ("Рыбин Р. Р.", "СОШ № 3", "учитель", "5"),
        ("Сомов С. С.", "СОШ № 3", "учитель", "7"),
        ("Щукина Щ. Щ.", "", "", ""),
    ]


def test_what_differs_is_taken_from_the_list_when_she_says_so(file: RoadmapFile, school: str) -> None:
    write_list(file, understood(file, "teachers", "кадры.xlsx", workbook(LIST)), replace=True)
    assert records(file, "teachers", "name", "position")[1] == ("Сомов С. С.", "завуч")


def test_the_same_list_once_more_adds_nothing(file: RoadmapFile, school: str) -> None:
    data = workbook([*LIST, ["Рыбин Р. Р.", "СОШ №3", "учитель", "5 лет"]])
    write_list(file, understood(file, "teachers", "кадры.xlsx", data), replace=True)
    again = understood(file, "teachers", "кадры.xlsx", data)
    assert set(again.outcomes) == {Outcome.SAME}
    assert write_list(file, again) is None


def test_a_list_is_one_step_of_undo_with_a_backup_before(file: RoadmapFile, school: str) -> None:
    before = records(file, "teachers", "name", "school_id", "position", "years")
    write_list(file, understood(file, "teachers", "кадры.xlsx", workbook(LIST)))
    made = [one for one in list_backups(file.path) if is_of(one, file.path)]
    assert [one.reason for one in made] == ["перед вставкой"]
    undo(file)
    assert records(file, "teachers", "name", "school_id", "position", "years") == before


def test_two_of_one_name_are_told_and_none_of_them_is_touched(file: RoadmapFile) -> None:
    for name in ("СОШ № 1", "СОШ № 2"):
        key, _ = add_record(file, BY_ID["schools"], {"name": name})
        add_record(file, BY_ID["teachers"], {"name": "Рыбин Р. Р.", "school_id": key})
    rows = [["ФИО", "Стаж"], ["Рыбин Р. Р.", "5"]]
    read = understood(file, "teachers", "кадры.csv", delimited(rows))
    assert list(read.outcomes) == [Outcome.REFUSED]
    assert [str(fault) for fault in read.faults] == ["строка 2: таких записей 2"]
    assert (read.added, read.changed) == ([], {})


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("пусто.csv", b""),
        ("текст.txt", "Просто письмо без таблицы".encode()),
        ("голова.csv", "ФИО;Школа\n".encode("cp1251")),
    ],
    ids=["empty", "a letter", "a heading alone"],
)
def test_what_is_no_list_is_refused_in_a_sentence(file: RoadmapFile, name: str, data: bytes) -> None:
    with pytest.raises(UserError) as told:
        understood(file, "teachers", name, data)
    assert "Ничего не изменено" in str(told.value)


def test_activities_are_no_list(file: RoadmapFile) -> None:
    with pytest.raises(UserError, match="не как список"):
        understood(file, "activities", "план.csv", delimited([["Мероприятие"], ["Совещание"]]))


@pytest.mark.parametrize("register", [register.id for register in importable()])
def test_any_register_takes_its_own_headings(file: RoadmapFile, register: str) -> None:
    labels = [field.label for field in BY_ID[register].fields]
    data = workbook([["Список"], labels, ["слово"] * len(labels)])
    read = understood(file, register, "список.xlsx", data)
    assert list(read.fields) == [field.name for field in BY_ID[register].fields]
    assert len(read.outcomes) == 1
