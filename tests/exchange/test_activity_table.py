from collections.abc import Sequence
from datetime import date

import pytest

from roadmap_desktop.exchange.activity_table import parts_of
from roadmap_desktop.model.activity import State
from roadmap_desktop.model.draft import ActivityDraft


def drafts_of(rows: Sequence[Sequence[str]]) -> list[ActivityDraft]:
    return [draft for part in parts_of(rows) for draft in part.drafts]


def test_headings_name_the_columns_in_any_order() -> None:
    (draft,) = drafts_of(
        [
            ["Срок исполнения", "№ п/п", "Ожидаемый\nрезультат", "Мероприятие", "Исполнители", "Статус"],
            ["март", "7", "Справка", "Обход  школ", "ОО, МКУ «Центр, школа»", "в работе"],
        ]
    )
    assert (draft.name, draft.due_text, draft.expected_result) == ("Обход школ", "март", "Справка")
    assert draft.performers == ("ОО", "МКУ «Центр, школа»")
    assert draft.state is State.IN_WORK


def test_the_headings_of_the_source_are_known_and_its_numbers_of_columns_skipped() -> None:
    drafts = drafts_of(
        [
            [
                "№\nп/п",
                "Наименование мероприятия (краткое содержание)",
                "Сроки\nисполнения",
                "Ответственный\nисполнитель",
                "Ожидаемый результат",
            ],
            ["1", "2", "3", "4", "5"],
            ["1.", "Список школ", "сентябрь- октябрь\n2020 года", "Отдел образования,\nМКУ «ЦМТО»", "Список"],
            ["", "", "", "", ""],
            [
                "№\nп/п",
                "Наименование мероприятия (краткое содержание)",
                "Сроки\nисполнения",
                "Ответственный\nисполнитель",
                "Ожидаемый результат",
            ],
            ["2.", "Приказ", "", "", ""],
        ]
    )
    assert [draft.name for draft in drafts] == ["Список школ", "Приказ"]
    assert drafts[0].due_text == "сентябрь- октябрь 2020 года"
    assert drafts[0].performers == ("Отдел образования", "МКУ «ЦМТО»")


@pytest.mark.parametrize("number", [["3."], ["1.2"], []])
def test_without_headings_columns_go_as_in_a_roadmap(number: list[str]) -> None:
    (draft,) = drafts_of([[*number, "Обход школ", "март", "ОО", "Справка", "выполнено", "срочно"]])
    assert (draft.name, draft.due_text, draft.performers, draft.expected_result, draft.state, draft.note) == (
        "Обход школ",
        "март",
        ("ОО",),
        "Справка",
        State.DONE,
        "срочно",
    )


def test_lines_of_plain_text_are_activities() -> None:
    assert [draft.name for draft in drafts_of([["Первое"], [""], ["Второе <b>"]])] == ["Первое", "Второе <b>"]


def test_words_that_are_no_state_are_kept_and_an_overdue_is_worked_out_anew() -> None:
    known, overdue, strange = drafts_of(
        [
            [f"Дело {n}", "", "", "", state]
            for n, state in enumerate(("✓ выполнено", "! просрочено 6 дн.", "на контроле"))
        ]
    )
    assert (known.state, known.note) == (State.DONE, "")
    assert (overdue.state, overdue.note) == (State.PLANNED, "")
    assert (strange.state, strange.note) == (State.PLANNED, "на контроле")


def test_hostile_cells_stay_text() -> None:
    (draft,) = drafts_of([["<b>&]]>\u200f\ud800", "=1+1"]])
    assert draft.name == "<b>&]]>\u200f\ufffd"
    assert draft.due_text == "=1+1"


COPIED = ["№", "Наименование мероприятия", "Дата выполнения", "Примечание", "Раздел", "Целевая аудитория"]


def test_a_date_of_completion_and_columns_without_a_field_are_not_lost() -> None:
    good, bad = drafts_of(
        [COPIED, ["1", "Дело", "05.10.2020", "п", "Р", "педагоги"], ["2", "Два", "31.02.2020"]]
    )
    assert (good.completed_on, good.note) == (date(2020, 10, 5), "п\nЦелевая аудитория: педагоги")
    assert (bad.completed_on, bad.note) == (None, "31.02.2020")


def test_an_activity_that_begins_like_a_heading_is_an_activity() -> None:
    rows = [["Мероприятия для родителей", "Период каникул", "ОО"], ["Два", "май", "ОО"]]
    assert [draft.name for draft in drafts_of(rows)] == ["Мероприятия для родителей", "Два"]


def test_words_beside_a_state_are_kept() -> None:
    (draft,) = drafts_of([["Дело", "", "", "", "выполнено 12.10, приказ № 5"]])
    assert (draft.state, draft.note) == (State.DONE, "выполнено 12.10, приказ № 5")


def test_the_heading_of_a_section_neither_moves_the_columns_nor_is_lost() -> None:
    parts = parts_of([["1", "Дело", "май"], ["Раздел I. Кадры", "", ""], ["2", "Два", "июнь"]])
    assert [(part.section, [(draft.name, draft.due_text) for draft in part.drafts]) for part in parts] == [
        (None, [("Дело", "май")]),
        ("Раздел I. Кадры", [("Два", "июнь")]),
    ]


def test_a_section_is_known_above_the_headings_in_the_column_of_numbers_and_in_its_own() -> None:
    heading = ["№", "Мероприятие", "Срок"]
    parts = parts_of(
        [
            ["Раздел 1", "", ""],
            heading,
            ["1", "Дело", "май"],
            ["Работа с кадрами", "", ""],
            ["2", "Два", "июнь"],
        ]
    )
    assert [(part.section, len(part.drafts)) for part in parts] == [("Раздел 1", 1), ("Работа с кадрами", 1)]
    (part,) = parts_of([["Мероприятие", "Раздел"], ["Дело", "Кадры"], ["Два", "Кадры"]])
    assert (part.section, len(part.drafts)) == ("Кадры", 2)


def test_an_activity_without_a_term_is_no_section() -> None:
    (part,) = parts_of([["№", "Мероприятие", "Срок"], ["", "Раздельный сбор", ""], ["2", "Обход", ""]])
    assert (part.section, len(part.drafts)) == (None, 2)


def test_titles_above_the_headings_and_a_heading_alone_are_no_activities() -> None:
    assert [draft.name for draft in drafts_of([["План", ""], COPIED, ["1", "Дело"]])] == ["Дело"]
    assert [draft.name for draft in drafts_of([["Мероприятие"], ["Дело"]])] == ["Дело"]
    assert drafts_of([["1", "", ""], ["1", "2", "3"]]) == []


def test_soft_breaks_are_undone_and_paragraphs_stay() -> None:
    (draft,) = drafts_of(
        [["Создание научно-\nметодического\x0bсовета", "", "", "Приказ.\nСписок\nшкол;\n- один"]]
    )
    assert draft.name == "Создание научно-методического совета"
    assert draft.expected_result == "Приказ.\nСписок школ;\n- один"


def test_sixty_columns_are_taken() -> None:
    (draft,) = drafts_of([[f"к{number}" for number in range(60)]])
    assert (draft.name, draft.note.split("\n")[-1]) == ("к0", "к59")


def test_days_as_excel_gives_them_are_read() -> None:
    heading = ["Мероприятие", "Срок", "Дата выполнения"]
    (one, other) = drafts_of(
        [heading, ["Семинар", "01.09.2020 0:00", "05.10.20"], ["Обход", "сентябрь", "5 октября 2020 г."]]
    )
    assert (one.due_text, one.completed_on, one.note) == ("01.09.2020", date(2020, 10, 5), "")
    assert (other.due_text, other.completed_on) == ("сентябрь", date(2020, 10, 5))
