"""Communities of teachers: the register, and one with its members and meetings."""

from datetime import date
from typing import Any

import pytest

from roadmap_desktop.model.rows import Plan
from roadmap_desktop.reports.blocks import ApprovalStamp, Document, FillIn, Heading, Signature, SignatureLines
from roadmap_desktop.reports.document_options import usual_options, with_options
from roadmap_desktop.reports.schools.communities import COMMUNITY, communities, community
from tests.reports.plan_source import PlanSource, rows, sentences, tables
from tests.reports.schools.district import a_source, record, teacher


def source(plan: Plan, **fields: Any) -> PlanSource:
    usual = {"name": "ММО учителей математики", "subject": "математика", "leader": "Образцова А. А."}
    usual |= {"plan": "1. Анализ ВПР.\n2. Открытые уроки.", "note": ""}

    def meeting(id: str, day: date | None, number: str = "") -> object:
        return record(
            id,
            community_id="c",
            held_on=day,
            name=f"Заседание {id}",
            agenda="1. Разное.",
            place="ЦМТО",
            protocol_number=number,
        )

    return a_source(
        plan,
        communities=[record("c", **(usual | fields))],
        teachers=[teacher("t2", "s2"), teacher("t1", "s10")],
        members=[
            record("m2", community_id="c", teacher_id="t2", role="участник"),
            record("m1", community_id="c", teacher_id="t1", role="руководитель"),
        ],
        meetings=[
            meeting("3", None),
            meeting("2", date(2021, 3, 1)),
            meeting("1", date(2020, 10, 1), "5"),
            meeting("0", date(2020, 9, 1)),
        ],
    )


def title(document: Document) -> object:
    return document.blocks[0]


def test_the_leader_stands_first_and_signs(plan: Plan) -> None:
    document = community(source(plan), "c")
    members, meetings = tables(document)
    assert rows(members) == [
        ("1.", "Образцова А. А.", "СОШ № 10", "учитель, математика", "руководитель"),
        ("2.", "Примерова Б. Б.", "СОШ № 2", "учитель, математика", "участник"),
    ]
    assert [(row[1], row[2], row[4]) for row in rows(meetings)] == [
        ("01.09.2020", "Заседание 0\n1. Разное.", "проведено"),
        ("01.10.2020", "Заседание 1\n1. Разное.", "протокол № 5"),
        ("01.03.2021", "Заседание 2\n1. Разное.", ""),
        ("", "Заседание 3\n1. Разное.", ""),
    ]
    printed = with_options(document, usual_options(COMMUNITY, plan.info, document))
    signature = Signature("Руководитель методического объединения", "Образцова А. А.")
    assert printed.blocks[-1] == SignatureLines((signature,))
    assert isinstance(printed.blocks[0], ApprovalStamp)
    assert sentences(document)[1:] == ["1. Анализ ВПР.", "2. Открытые уроки."]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("ММО учителей математики", "учителей математики"),
        ("Методическое объединение учителей физики", "учителей физики"),
        ("ММО: математика", "«ММО: математика»"),
        ("Школа молодого учителя", "«Школа молодого учителя»"),
    ],
)
def test_the_title_names_whose_it_is(plan: Plan, name: str, shown: str) -> None:
    document = community(source(plan, name=name), "c")
    assert title(document) == Heading(f"План и состав муниципального методического объединения {shown}")


def test_what_is_not_known_is_said(plan: Plan) -> None:
    empty = a_source(plan, communities=[record("c", name="ММО", subject="", leader="", plan="", note="")])
    document = community(empty, "c")
    assert tables(document) == []
    assert sentences(document)[1:] == [
        "Участников пока нет.",
        "План работы не записан.",
        "Заседаний пока нет.",
    ]
    assert FillIn("Руководитель") in document.blocks


def test_the_register_counts_members_schools_and_meetings(plan: Plan) -> None:
    [table] = tables(communities(source(plan)))
    assert rows(table) == [("1.", "ММО учителей математики", "математика", "Образцова А. А.", "2", "2", "4")]
    assert sentences(communities(a_source(plan))) == ["Методических объединений пока нет."]
