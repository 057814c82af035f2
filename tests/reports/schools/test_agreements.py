"""Network agreements: the text that two directors sign, and the register of them."""

from datetime import date
from itertools import groupby
from typing import Any

import pytest

from roadmap_desktop.model.rows import Plan
from roadmap_desktop.reports.blocks import Document, Heading, Item, Paragraph
from roadmap_desktop.reports.schools.agreement import agreement
from roadmap_desktop.reports.schools.agreements import agreements
from tests.reports.plan_source import PlanSource, rows, sentences, tables
from tests.reports.schools.district import a_source, partnership, school
from tests.reports.schools.district import agreement as record


def text(document: Document) -> str:
    return "\n".join(block.text for block in document.blocks if isinstance(block, Heading | Item | Paragraph))


def points(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Item) and block.mark == "–"]


def told_of(plan: Plan, **registers: Any) -> PlanSource:
    """Two schools, one with all that an agreement asks for, the other with its head alone."""
    source = a_source(plan, **registers)
    full = school(
        "s2",
        full_name="МБОУ «СОШ № 2»",
        head="Образцова А. А.",
        head_genitive="Образцовой Анны Андреевны",
        address="ул. Школьная, 2",
        inn="0000000002",
        ogrn="0000000000002",
    )
    schools = [full, school("s3", head="Примерова Б. Б.", kind="иная")]
    source.registers = {**source.registers, "schools": schools}
    return source


def test_an_agreement_is_filled_in_from_the_record(plan: Plan) -> None:
    made = record(
        "3-С",
        signed_on=date(2020, 10, 8),
        valid_until=date(2021, 8, 31),
        subject="Обмен опытом педагогов.",
        place="Образцовый район",
    )
    bonds = [partnership("b", "s2", directions="ресурсная; иная")]
    document = agreement(told_of(plan, agreements=[made], partnerships=bonds), "3-С")
    words = text(document)
    assert words.startswith("Договор о сетевом взаимодействии № 3-С")
    assert (
        "МБОУ «СОШ № 2», именуемое в дальнейшем «Школа», в лице директора Образцовой Анны Андреевны, действующей на "
        "основании Устава, с одной стороны, и СОШ № 3, именуемая в дальнейшем «Школа-партнёр», действующая на "
        "основании Устава (руководитель — Примерова Б. Б.), с другой стороны, вместе именуемые «Стороны»"
    ) in words
    assert "Дата заключения: 8 октября 2020 года" in words
    assert "Место заключения: Образцовый район\n" in words
    assert "Предмет договора — обмен опытом педагогов.\n" in words
    assert "Направления помощи: ресурсная, иная." in words
    assert "действует до 31 августа 2021 года включительно." in words
    [table] = tables(document)
    details, to_sign = rows(table)
    assert details[0].splitlines()[:4] == [
        "МБОУ «СОШ № 2»",
        "Адрес: ул. Школьная, 2",
        "ИНН: 0000000002",
        "ОГРН: 0000000000002",
    ]
    assert details[1].startswith("СОШ № 3\nАдрес: ____")
    assert "\nИНН: ____" in details[1]
    assert to_sign[0].startswith("Директор\n\n______________ А. А. Образцова")
    assert to_sign[1].startswith("Руководитель\n\n______________ Б. Б. Примерова")


def test_what_is_not_known_leaves_lines(plan: Plan) -> None:
    document = agreement(a_source(plan, agreements=[record("1")]), "1")
    words = text(document)
    assert "действующая на основании Устава (директор — ____" in words
    assert "Место заключения: ____" in words
    assert "Дата заключения: «____» ______________ 20____ г." in words
    assert "действует до «____» ______________ 20____ г. включительно." in words
    assert "оказание Школой-партнёром методической помощи" in words
    assert "Направлени" not in words
    assert len(points(document)) > 3


@pytest.mark.parametrize("directions", ["", "методическая", "методическая; ресурсная; консультационная"])
def test_each_list_of_duties_ends_with_a_full_stop(plan: Plan, directions: str) -> None:
    bonds = [partnership("b", "s2", directions=directions)]
    document = agreement(a_source(plan, agreements=[record("1")], partnerships=bonds), "1")
    lists = [
        [block.text for block in group]
        for is_point, group in groupby(
            (block for block in document.blocks if isinstance(block, Item)), key=lambda one: one.mark == "–"
        )
        if is_point
    ]
    assert len(lists) == 4
    for duties in lists:
        assert [duty[-1] for duty in duties] == [*";" * (len(duties) - 1), "."]
        assert not any(duty[-2] in ".;" for duty in duties)


def test_it_has_rights_and_duties_liability_term_disputes_and_the_details_of_the_parties(plan: Plan) -> None:
    document = agreement(a_source(plan, agreements=[record("1")]), "1")
    parts = [block.text for block in document.blocks if isinstance(block, Heading) and block.level == 2]
    assert parts == [
        "1. Предмет договора",
        "2. Права и обязанности Сторон",
        "3. Ответственность Сторон",
        "4. Срок действия, изменение и расторжение договора",
        "5. Порядок разрешения споров",
        "6. Заключительные положения",
        "7. Адреса, реквизиты и подписи Сторон",
    ]
    assert tables(document)[0].columns[0].weight == tables(document)[0].columns[1].weight


def test_before_it_is_dated_it_says_that_it_is_a_form(plan: Plan) -> None:
    draft, dated = record("1"), record("1", signed_on=date(2020, 10, 8))
    assert "примерной форме" in text(agreement(a_source(plan, agreements=[draft]), "1"))
    assert "примерной форме" not in text(agreement(a_source(plan, agreements=[dated]), "1"))


def test_its_points_are_numbered_without_gaps(plan: Plan) -> None:
    for bonds in ([], [partnership("b", "s2")]):
        document = agreement(a_source(plan, agreements=[record("1")], partnerships=bonds), "1")
        marks = [block.mark for block in document.blocks if isinstance(block, Item) and block.mark != "–"]
        by_clause: dict[str, list[int]] = {}
        for mark in marks:
            clause, point = mark.rstrip(".").split(".")
            by_clause.setdefault(clause, []).append(int(point))
        assert all(numbers == list(range(1, len(numbers) + 1)) for numbers in by_clause.values())
        assert list(by_clause) == ["1", "2", "3", "4", "5", "6"]


def test_it_claims_no_network_form_of_a_programme(plan: Plan) -> None:
    words = text(agreement(a_source(plan, agreements=[record("1")]), "1"))
    assert (
        "Настоящий договор не является договором о сетевой форме реализации образовательных программ."
        in words
    )
    assert "статьёй 15 Федерального закона от 29.12.2012 № 273-ФЗ" in words


def test_the_register_tells_which_are_valid(plan: Plan) -> None:
    document = agreements(
        a_source(
            plan,
            agreements=[
                record("10", signed_on=date(2020, 10, 8), valid_until=date(2021, 8, 31)),
                record("2", signed_on=date(2020, 10, 8), valid_until=date(2020, 12, 31)),
                record("4"),
                record("3", signed_on=date(2019, 10, 1), valid_until=date(2020, 8, 31)),
            ],
        )
    )
    [table] = tables(document)
    assert [(row[1], row[2], row[6], row[7]) for row in rows(table)] == [
        ("3", "01.10.2019", "31.08.2020", "истёк"),
        ("2", "08.10.2020", "31.12.2020", "истекает"),
        ("10", "08.10.2020", "31.08.2021", "действует"),
        ("4", "", "", "срок не указан"),
    ]
    assert sentences(document) == [
        "По состоянию на 10.12.2020: 4 договора, из них действует — 1, истекает — 1, истёк — 1, срок не указан — 1"
    ]


def test_a_single_agreement_is_not_counted_among_many(plan: Plan) -> None:
    document = agreements(a_source(plan, agreements=[record("4")]))
    assert sentences(document) == ["По состоянию на 10.12.2020: 1 договор, срок не указан"]


def test_an_empty_register_says_so(plan: Plan) -> None:
    assert sentences(agreements(a_source(plan))) == ["Договоров о сетевом взаимодействии пока нет."]
