import pytest

from roadmap_desktop.exchange.activity_table import drafts_of
from roadmap_desktop.model.activity import State


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
