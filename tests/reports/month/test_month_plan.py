"""The plan of a month by dates: what stands in it, where, and what it says of each."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.month_plan import PlanGroup, PlanLine
from roadmap_desktop.model.plan_sources import work_registers
from roadmap_desktop.model.rows import Plan
from roadmap_desktop.model.work import Direction, WorkState
from roadmap_desktop.operations.file.files import open_roadmap
from roadmap_desktop.operations.printing.printing import report_document
from roadmap_desktop.operations.printing.report_source import FileSource
from roadmap_desktop.reports.blocks import PORTRAIT, Document
from roadmap_desktop.reports.document_options import usual_options
from roadmap_desktop.reports.month.month_plan import REPORT, month_plan
from roadmap_desktop.reports.render import pdf_bytes
from roadmap_desktop.reports.report import Stamp
from tests.reports.every_report import FULL, TODAY
from tests.reports.month.planned_work import OCTOBER, cells, names, parted, work
from tests.reports.plan_source import PlanSource, rows, sentences, tables


def printed(plan: Plan, lines: Sequence[PlanLine] = (), today: date = TODAY, **chosen: Any) -> Document:
    return month_plan(PlanSource(plan, today, lines=lines), OCTOBER, **chosen)


@pytest.fixture
def no_activities(plan_of: Callable[..., Plan]) -> Plan:
    return plan_of()


def test_the_title_names_the_month_the_sheet_stands_and_the_head_approves(plan: Plan) -> None:
    document = printed(plan)
    assert document.title == "План работы на октябрь 2020 года"
    assert document.page == PORTRAIT
    assert sentences(document) == [plan.info.title]
    options = usual_options(REPORT, plan.info)
    assert options.stamp is Stamp.APPROVED
    assert [signature.post for signature in options.signatures] == ["Методист"]
    assert [column.title for column in tables(document)[0].columns] == [
        "№ п/п",
        "Дата, время",
        "Мероприятие",
        "Место",
        "Участники",
        "Ответственный",
        "Отметка",
    ]


def test_every_activity_of_the_month_stands_in_it_exactly_once(plan: Plan) -> None:
    found = [name.rpartition(" (п. ")[2] for name in names(printed(plan))]
    assert sorted(found) == sorted(f"{number})" for number in (3, 7, 8, 10, 12, 13, 14, 19, 20, 21, 22, 23))


@pytest.mark.parametrize("by", ["по датам", "по направлениям", "по исполнителям"])
def test_all_work_of_october_stands_in_the_plan_of_a_full_file_exactly_once(
    samples: dict[str, Path], by: str
) -> None:
    with open_roadmap(samples[FULL]) as file:
        document = report_document(file, "month", {"month": "2020-10", "by": by, "numbers": "нет"}, TODAY)
        source = FileSource(file, TODAY)
        days = [
            one.values[register.day]
            for register in work_registers()
            for one in source.entries(register.id)
            if one.values[register.day] and OCTOBER.contains(one.values[register.day])
        ]
        lines = source.month_lines(OCTOBER, [register.id for register in work_registers()])
        planned = [line.name for line in source.month_lines(OCTOBER, ["decisions", "activities"])]
    assert len(days) == len(lines) == 20
    assert {line.register for line in lines} >= {"tasks", "visits", "meetings", "courses"}
    left_out = ("Совещание с директорами ОО", "Разработка и утверждение планов ОО")  # undated, from before
    expected = [line.name for line in lines] + [name for name in planned if not name.startswith(left_out)]
    assert sorted(names(document)) == sorted(expected)
    assert cells(document, "№ п/п") == [f"{number}." for number in range(1, len(expected) + 1)]


def test_a_usual_month_takes_two_sheets(samples: dict[str, Path]) -> None:
    with open_roadmap(samples[FULL]) as file:
        data = pdf_bytes(report_document(file, "month", {"month": "2020-12"}, TODAY))
    assert data.count(b"/Type /Page\n") == 2


def test_days_come_one_after_another_and_hours_within_a_day(no_activities: Plan) -> None:
    lines = [
        work("вечером", 8, time="18:00"),
        work("позже", 9),
        work("утром", 8, time="9:30–13:00"),
        work("без часа", 8),
    ]
    document = printed(no_activities, lines)
    assert names(document) == ["без часа", "утром", "вечером", "позже"]
    assert cells(document, "Дата, время") == [
        "8 октября, чт",
        "8 октября, чт, 9:30–13:00",
        "8 октября, чт, 18:00",
        "9 октября, пт",
    ]


@pytest.mark.parametrize(
    ("line", "when"),
    [
        (work("три дня", 12, 14), "12–14 октября"),
        (work("весь месяц", 1, 31), "октябрь"),
        (work("за полночь", 9, time="22:00–6:00"), "9 октября, пт, 22:00–6:00"),
        (work("два месяца", 1, date(2020, 11, 30)), "октябрь – ноябрь"),
        (work("через границу", date(2020, 9, 28), 2), "28 сентября – 2 октября"),
        (work("в выходной", 11), "11 октября, вс"),
        (work("в два года", 5, date(2021, 3, 3)), "5 октября 2020 – 3 марта 2021"),
    ],
)
def test_the_days_of_work_are_said_in_words(no_activities: Plan, line: PlanLine, when: str) -> None:
    assert cells(printed(no_activities, [line]), "Дата, время") == [when]


@pytest.mark.parametrize(
    ("wording", "when", "part"),
    [
        ("каждый вторник октября", "6, 13, 20, 27 октября, вт", PlanGroup.BY_DATES),
        ("каждый вторник", "6, 13, 20, 27 октября, вт", PlanGroup.BY_DATES),
        ("19–21 октября, 5–7 октября", "5–7, 19–21 октября", PlanGroup.BY_DATES),
        ("октябрь, март", "октябрь", PlanGroup.ALL_MONTH),
        ("октябрь – ноябрь 2020 года", "октябрь – ноябрь 2020 года", PlanGroup.ALL_MONTH),
        ("сентябрь – октябрь", "до 31 октября", PlanGroup.EXPIRING),
        ("до 15 октября", "до 15 октября", PlanGroup.EXPIRING),
        ("в течение  всего\nпериода", "в течение всего периода", PlanGroup.ALL_YEAR),
        ("ежемесячно", "ежемесячно", PlanGroup.ALL_MONTH),
    ],
)
def test_the_due_of_an_activity_is_said_as_the_month_sees_it(
    plan_of: Callable[..., Plan], wording: str, when: str, part: PlanGroup
) -> None:
    document = printed(plan_of({"due_text": wording}, {"due_text": "1 октября"}))
    assert when in cells(document, "Дата, время")
    assert "Мероприятие 1 (п. 1)" in (
        parted(document)[part] if part is not PlanGroup.BY_DATES else names(document)
    )


def test_the_parts_stand_under_their_captions_and_alone_need_none(plan: Plan, no_activities: Plan) -> None:
    document = printed(plan, [work("дело", 8)])
    assert list(parted(document)) == [
        "По датам",
        "В течение месяца",
        "Срок исполнения истекает",
        "В течение учебного года",
    ]
    alone = tables(printed(no_activities, [work("дело", 8)]))[0]
    assert not [row for row in alone.rows if hasattr(row, "text")]


def test_parts_are_printed_by_choice(plan: Plan) -> None:
    document = printed(plan, parts={"Не выполнено ранее", "Без установленного срока"})
    assert list(parted(document)) == ["Не выполнено ранее", "Без установленного срока"]


def test_what_falls_due_before_a_month_to_come_is_not_called_undone(plan_of: Callable[..., Plan]) -> None:
    made = plan_of({"due_text": "сентябрь 2020 года"}, {"due_text": "1 октября"})
    parts = [each.value for each in PlanGroup]
    assert "Не выполнено ранее" in parted(printed(made, today=date(2020, 10, 1), parts=parts))
    assert names(printed(made, today=date(2020, 9, 15), parts=parts)) == ["Мероприятие 2 (п. 2)"]


def test_sources_are_chosen_by_their_titles(plan: Plan) -> None:
    lines = [work("дело", 8), work("заседание", 9, register="meetings")]
    assert names(printed(plan, lines, sources={"Совещания"})) == ["заседание"]
    assert names(printed(plan, lines, sources={"Дела", "Совещания"})) == ["дело", "заседание"]
    assert len(names(printed(plan, lines, sources={"Мероприятия"}))) == 12


def test_directions_come_in_their_order_with_the_roadmap_s_own_last(plan_of: Callable[..., Plan]) -> None:
    lines = [
        work("проверка", 5, direction=Direction.CONTROL),
        work("семинар", 6),
        work("совещание", 7, direction=Direction.MEETINGS),
    ]
    document = printed(plan_of({"due_text": "октябрь"}), lines, by="по направлениям")
    assert parted(document) == {
        "Совещания": ["совещание"],
        "Методическая работа": ["семинар"],
        "Контроль и мониторинг": ["проверка"],
        "Мероприятия дорожной карты": ["Мероприятие 1 (п. 1)"],
    }


def test_work_of_several_performers_stands_under_the_first_of_them(no_activities: Plan) -> None:
    lines = [
        work("ничьё", 1),
        work("двоих", 2, responsible=("Руководители ОО", "Отдел образования")),
        work("отдела", 3, responsible=("Отдел образования",)),
        work("тех же", 4, responsible=("руководители ОО",)),
    ]
    assert parted(printed(no_activities, lines, by="по исполнителям")) == {
        "Отдел образования": ["отдела"],
        "Руководители ОО": ["двоих", "тех же"],
        "Исполнитель не указан": ["ничьё"],
    }


def test_the_number_in_the_roadmap_stands_beside_by_choice(no_activities: Plan) -> None:
    lines = [work("выезд", 1, numbers=("8",)), work("семинар", 2, numbers=("7", "2.3")), work("прочее", 3)]
    assert names(printed(no_activities, lines)) == ["выезд (п. 8)", "семинар (пп. 7, 2.3)", "прочее"]
    assert names(printed(no_activities, lines, numbers=False)) == ["выезд", "семинар", "прочее"]


@pytest.mark.parametrize(
    ("fields", "mark"),
    [
        ({"state": WorkState.PLANNED}, ""),
        ({"state": WorkState.IN_WORK}, ""),
        ({"state": WorkState.DONE}, "выполнено"),
        ({"state": WorkState.NOT_DONE, "reason": "Карантин"}, "не выполнено: карантин"),
        ({"state": WorkState.NOT_DONE}, "не выполнено"),
        ({"state": WorkState.CANCELLED, "reason": "ГИА перенесли"}, "отменено: ГИА перенесли"),
        ({"moved_from": (date(2020, 10, 6), date(2020, 10, 8))}, "перенесено с 08.10.2020"),
        (
            {"state": WorkState.DONE, "moved_from": (date(2020, 9, 30),)},
            "выполнено\nперенесено с 30.09.2020",
        ),
    ],
)
def test_the_mark_says_what_is_known(no_activities: Plan, fields: dict[str, Any], mark: str) -> None:
    assert cells(printed(no_activities, [work("дело", 9, **fields)]), "Отметка") == [mark]


def test_work_that_is_ahead_is_never_undone(no_activities: Plan) -> None:
    line = work("дело", 9, state=WorkState.NOT_DONE, reason="нет транспорта")
    assert cells(printed(no_activities, [line], today=date(2020, 10, 8)), "Отметка") == [""]
    assert cells(printed(no_activities, [line], today=date(2020, 10, 9)), "Отметка") == [
        "не выполнено: нет транспорта"
    ]


def test_a_done_activity_of_the_roadmap_says_so(plan_of: Callable[..., Plan]) -> None:
    assert cells(printed(plan_of({"due_text": "октябрь", "state": State.DONE})), "Отметка") == ["выполнено"]


def test_an_empty_column_gives_its_room_to_the_others(no_activities: Plan) -> None:
    [without, with_place] = [
        {column.title: column.weight for column in tables(printed(no_activities, [line]))[0].columns}
        for line in (work("дело", 8), work("дело", 8, place="СОШ № 1"))
    ]
    assert without["Место"] == 0 < with_place["Место"]


def test_a_month_with_nothing_says_so_in_a_sentence(no_activities: Plan, plan: Plan) -> None:
    assert sentences(printed(no_activities))[-1] == "На октябрь 2020 года мероприятий не запланировано."
    assert tables(printed(no_activities)) == []
    chosen = printed(plan, parts={"По датам"})
    assert sentences(chosen)[-1] == "В выбранных частях плана на октябрь 2020 года мероприятий нет."


def test_sixty_things_on_one_day_are_all_printed(no_activities: Plan, read_back: Callable[..., str]) -> None:
    lines = [work(f"Дело {number}.", 8, time=f"{number % 24}:00") for number in range(60)]
    document = printed(no_activities, lines)
    assert len(rows(tables(document)[0])) == 60
    text = read_back(pdf_bytes(document))
    assert all(f"Дело {number}." in text for number in range(60))


def test_a_place_of_two_thousand_letters_is_printed_whole(
    no_activities: Plan, read_back: Callable[..., str], bare: Callable[[str], str]
) -> None:
    place = "актовый зал " * 167
    text = bare(read_back(pdf_bytes(printed(no_activities, [work("дело", 8, place=place)])), "-raw"))
    assert text.count("актовый") == 167


def test_the_extract_of_the_roadmap_is_printed_as_before(samples: dict[str, Path]) -> None:
    with open_roadmap(samples[FULL]) as file:
        typed = {"month": "2020-10", "form": "roadmap", "groups": "Мероприятия месяца"}
        extract = report_document(file, "month", typed, TODAY)
        in_russian = report_document(file, "month", {**typed, "form": "Выписка из дорожной карты"}, TODAY)
    assert extract == in_russian
    assert extract.title == "План мероприятий на октябрь 2020 года"
    assert [row[0] for row in rows(tables(extract)[0])][:3] == ["1.", "3.", "7."]
