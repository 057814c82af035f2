"""The list of schools with low results and that of the network: annexes to orders of their own."""

from datetime import date

from roadmap_desktop.model.period import school_year
from roadmap_desktop.model.rows import Plan
from roadmap_desktop.reports.blocks import AnnexStamp, Heading
from roadmap_desktop.reports.document_options import usual_options, with_options
from roadmap_desktop.reports.schools import partnership, school_list
from tests.reports.plan_source import rows, sentences, tables
from tests.reports.schools.district import a_source, membership, school
from tests.reports.schools.district import partnership as bond

YEAR = school_year(2020)


def test_the_schools_of_the_year_stand_in_the_order_people_count_them(plan: Plan) -> None:
    source = a_source(
        plan,
        memberships=[
            membership("m1", "s10", details="математика: 33 % ниже порога"),
            membership("m2", "s2"),
            membership("m3", "s3", school_year="2019–2020"),
        ],
    )
    source.registers = {
        **source.registers,
        "schools": [
            school("s10", full_name="МБОУ «СОШ № 10»", head="Образцова А. А."),
            school("s2"),
            school("s3"),
        ],
    }
    document = school_list.school_list(source, YEAR)
    title = "Список школ с низкими образовательными результатами на 2020–2021 учебный год"
    assert document.blocks[0] == Heading(title)
    order = "№ 01-10/141 от 10.09.2020"
    assert rows(tables(document)[0]) == [
        ("1.", "СОШ № 2", "", "", "ОГЭ, ВПР", order),
        ("2.", "МБОУ «СОШ № 10»", "Образцова А. А.", "", "ОГЭ, ВПР\nматематика: 33 % ниже порога", order),
    ]


def test_it_is_an_annex_to_its_own_order_and_not_to_the_roadmap_s(plan: Plan) -> None:
    source = a_source(plan, memberships=[membership("m1", "s2"), membership("m2", "s10")])
    document = school_list.school_list(source, YEAR)
    body = "отдела образования администрации Пономаревского района"
    assert with_options(document, usual_options(school_list.REPORT, plan.info, document)).blocks[
        0
    ] == AnnexStamp(f"Приложение № ____\nк приказу {body}\nот 10.09.2020 № 01-10/141")


def test_where_orders_differ_the_annex_leaves_lines(plan: Plan) -> None:
    other = membership("m2", "s10", order_number="7", order_date=date(2020, 10, 1))
    document = school_list.school_list(a_source(plan, memberships=[membership("m1", "s2"), other]), YEAR)
    assert document.annex.endswith("от ____________ № ________")


def test_an_empty_list_says_so(plan: Plan) -> None:
    document = school_list.school_list(a_source(plan), YEAR)
    assert sentences(document) == ["На 2020–2021 учебный год школ в списке нет."]


def test_the_network_lists_who_helps_whom_with_what(plan: Plan) -> None:
    bonds = [
        bond("b1", "s10", directions="консультационная; методическая", site="базовая площадка"),
        bond("b2", "s2", curator="Образцова А. А."),
    ]
    document = partnership.partnership(a_source(plan, partnerships=bonds))
    order = "№ 01-10/141 от 10.09.2020"
    assert rows(tables(document)[0]) == [
        ("1.", "СОШ № 2", "СОШ № 3", "методическая", "нет", "Образцова А. А.", order),
        ("2.", "СОШ № 10", "СОШ № 3", "консультационная, методическая", "да", "", order),
    ]
    assert "от 10.09.2020 № 01-10/141" in document.annex


def test_without_curators_there_is_no_column_for_them(plan: Plan) -> None:
    [table] = tables(partnership.partnership(a_source(plan, partnerships=[bond("b1", "s2")])))
    assert "Куратор" not in [column.title for column in table.columns]
    assert rows(table)[0][-1] == "№ 01-10/141 от 10.09.2020"


def test_an_empty_network_says_so(plan: Plan) -> None:
    document = partnership.partnership(a_source(plan))
    assert sentences(document) == ["Сетевых партнёрств пока нет."]
