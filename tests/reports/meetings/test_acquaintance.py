"""The acquaintance list, filled in and empty."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from roadmap_desktop.model.rows import Plan
from roadmap_desktop.reports.blocks import Document, FillIn
from roadmap_desktop.reports.meetings.acquaintance import REPORT
from tests.reports.plan_source import PlanSource, entry, named, rows, sentences, tables


def printed(plan: Plan, acquainted: bool = True, schools: Sequence[str] = (), **choices: Any) -> Document:
    document = named(
        "Об улучшении результатов",
        "d",
        kind="методические рекомендации",
        number="12",
        signed_on=date(2020, 9, 4),
        issued_by="Отдел образования",
    )
    known = [
        entry("a", document_id="d", school_id="СОШ № 10", who="Образцова А. А.", acquainted_on=None),
        entry("b", document_id="d", school_id="СОШ № 2", who="Ц", acquainted_on=date(2020, 10, 1)),
        entry("c", document_id="d", school_id="СОШ № 2", who="Ё", acquainted_on=date(2020, 10, 2)),
        entry("x", document_id="другой", school_id="СОШ № 1", who="Я", acquainted_on=None),
    ]
    source = PlanSource(
        plan,
        registers={
            "documents": [document],
            "acquaintances": known if acquainted else [],
            "schools": [entry(name) for name in schools],
            "memberships": [entry(name, school_id=name, school_year="2020–2021") for name in schools[:3]],
        },
    )
    return REPORT.build(source, **({"record": None, "rows": None, "blank": False} | choices))


def test_those_acquainted_stand_by_schools_with_room_to_sign(plan_of: Callable[..., Plan]) -> None:
    document = printed(plan_of(), record="d", rows=2)
    [table] = tables(document)
    assert rows(table) == [
        ("1.", "СОШ № 2", "Ё", "02.10.2020", ""),
        ("2.", "СОШ № 2", "Ц", "01.10.2020", ""),
        ("3.", "СОШ № 10", "Образцова А. А.", "", ""),
        ("4.", "", "", "", ""),
        ("5.", "", "", "", ""),
    ]
    assert table.columns[-1].title == "Подпись"
    assert table.least_height >= 8
    assert sentences(document)[:2] == [
        "Методические рекомендации № 12 от 04.09.2020",
        "«Об улучшении результатов»",
    ]


def test_a_form_has_empty_rows_alone_with_or_without_a_document(plan_of: Callable[..., Plan]) -> None:
    named_form = printed(plan_of(), record="d", blank=True, rows=3)
    assert [row[1:] for row in rows(tables(named_form)[0])] == [("", "", "", "")] * 3
    assert "«Об улучшении результатов»" in sentences(named_form)
    form = printed(plan_of(), blank=True)
    assert len(rows(tables(form)[0])) == 20
    assert any(isinstance(block, FillIn) and not block.value for block in form.blocks)


def test_nobody_acquainted_is_told(plan_of: Callable[..., Plan]) -> None:
    document = printed(plan_of(), acquainted=False, record="d")
    assert tables(document) == []
    assert sentences(document)[-1] == "Об ознакомлении с документом записей нет."


def test_every_school_of_the_list_has_a_row_to_sign_in(plan_of: Callable[..., Plan]) -> None:
    schools = ("СОШ № 10", "СОШ № 3", "СОШ № 1", "СОШ № 9 вне списка")
    [table] = tables(printed(plan_of(), schools=schools, record="d"))
    assert [row[1:4] for row in rows(table)] == [
        ("СОШ № 1", "", ""),
        ("СОШ № 2", "Ё", "02.10.2020"),
        ("СОШ № 2", "Ц", "01.10.2020"),
        ("СОШ № 3", "", ""),
        ("СОШ № 10", "Образцова А. А.", ""),
    ]
