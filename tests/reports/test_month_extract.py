"""The extract of the roadmap for a month: what stands in it, read from its blocks and from the printed file."""

import io
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from pypdf import PdfReader

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.rows import Plan
from roadmap_desktop.model.standing import MonthGroup
from roadmap_desktop.reports.blocks import (
    ApprovalStamp,
    Caption,
    Document,
    Heading,
    Orientation,
    Paragraph,
    Row,
    Signature,
    SignatureLines,
    Table,
)
from roadmap_desktop.reports.render import pdf_bytes
from roadmap_desktop.reports.report import Stamp
from tests.reports.printed_month import printed_month

SEPTEMBER = Period(date(2020, 9, 1), date(2020, 9, 30))
OCTOBER = Period(date(2020, 10, 1), date(2020, 10, 31))
EVERYTHING = frozenset(MonthGroup)


def table(document: Document) -> Table:
    [found] = [block for block in document.blocks if isinstance(block, Table)]
    return found


def numbers(document: Document) -> list[str]:
    return [row.cells[0] for row in table(document).rows if isinstance(row, Row)]


def captions(document: Document) -> list[str]:
    return [row.text for row in table(document).rows if isinstance(row, Caption)]


def marks(document: Document) -> list[str]:
    return [row.cells[-1] for row in table(document).rows if isinstance(row, Row)]


def test_the_month_comes_first_then_the_year_then_what_is_overdue(plan: Plan) -> None:
    document = printed_month(plan, OCTOBER)
    assert captions(document) == [
        "Мероприятия месяца",
        "В течение всего периода",
        "Не выполнено в предыдущие месяцы",
    ]
    rows = table(document).rows
    at = [index for index, row in enumerate(rows) if isinstance(row, Caption)]
    month, year, overdue = rows[: at[1]], rows[at[1] : at[2]], rows[at[2] :]
    assert [row.cells[0] for row in month if isinstance(row, Row)][:3] == ["3.", "7.", "10."]
    assert "8." in [row.cells[0] for row in year if isinstance(row, Row)]
    assert "1." in [row.cells[0] for row in overdue if isinstance(row, Row)]


def test_undated_activities_are_printed_by_choice(plan: Plan) -> None:
    assert "18." not in numbers(printed_month(plan, OCTOBER))
    document = printed_month(plan, OCTOBER, EVERYTHING)
    assert captions(document)[-1] == "Без установленного срока"
    assert numbers(document)[-1] == "18."


def test_a_month_with_nothing_else_needs_no_caption(plan: Plan) -> None:
    document = printed_month(plan, OCTOBER, frozenset({MonthGroup.MONTH}))
    assert captions(document) == []
    assert numbers(document)[0] == "3."


def test_the_wording_stands_letter_for_letter(plan: Plan) -> None:
    [third] = [
        row
        for row in table(printed_month(plan, SEPTEMBER)).rows
        if isinstance(row, Row) and row.cells[0] == "3."
    ]
    assert third.cells == (
        "3.",
        "Выявление проблемных зон образовательной организации, анализ внутренних и внешних причин низких результатов",
        "сентябрь- октябрь 2020 года",
        "Отдел образования, МКУ «ЦМТО», руководители ОО",
        "Анализ проблемных зон образовательной организации.",
        "",
    )


@pytest.mark.parametrize(
    ("fields", "mark"),
    [
        ({"state": State.PLANNED}, ""),
        ({"state": State.IN_WORK, "actual_result": "почти"}, ""),
        ({"state": State.DONE}, "выполнено"),
        ({"state": State.DONE, "completed_on": date(2020, 9, 4)}, "выполнено 04.09.2020"),
        (
            {"state": State.DONE, "completed_on": date(2020, 9, 4), "actual_result": "Приказ № 5"},
            "выполнено 04.09.2020\nПриказ № 5",
        ),
        ({"state": State.MOVED}, "перенесено"),
        ({"state": State.CANCELLED}, "отменено"),
    ],
)
def test_the_mark_says_how_it_ended(plan_of: Callable[..., Plan], fields: dict[str, Any], mark: str) -> None:
    assert marks(printed_month(plan_of(fields), SEPTEMBER)) == [mark]


def test_an_empty_month_says_so(plan_of: Callable[..., Plan], read_back: Callable[..., str]) -> None:
    document = printed_month(plan_of({"due_text": "март 2021 года"}), SEPTEMBER)
    assert not [block for block in document.blocks if isinstance(block, Table)]
    text = read_back(pdf_bytes(document))
    assert "На сентябрь 2020 года мероприятий дорожной карты не запланировано." in text
    assert "УТВЕРЖДАЮ" in text


def test_what_was_not_chosen_is_not_said_to_be_missing(plan: Plan, read_back: Callable[..., str]) -> None:
    text = read_back(pdf_bytes(printed_month(plan, SEPTEMBER, frozenset({MonthGroup.OVERDUE}))))
    assert "В выбранных группах мероприятий на сентябрь 2020 года нет." in text


def test_stamp_and_signature_are_by_choice(plan: Plan) -> None:
    kinds = {type(block) for block in printed_month(plan, OCTOBER).blocks}
    assert kinds == {ApprovalStamp, Heading, Paragraph, Table, SignatureLines}
    undressed = printed_month(plan, OCTOBER, stamp=Stamp.NONE, signatures=())
    kinds = {type(block) for block in undressed.blocks}
    assert kinds == {Heading, Paragraph, Table}


def test_names_are_printed_and_missing_ones_leave_a_line(
    plan_of: Callable[..., Plan], read_back: Callable[..., str]
) -> None:
    signer = Signature("Методист МКУ «ЦМТО»", "И.И. Иванова")
    named = plan_of({}, head_post="Начальник отдела", head_name="П.П. Петров")
    text = read_back(pdf_bytes(printed_month(named, SEPTEMBER, signatures=(signer,))))
    for printed in ("Начальник отдела", "_ П. П. Петров", "Методист МКУ «ЦМТО»", "И. И. Иванова"):
        assert printed in text
    nameless = plan_of({}, head_post="", head_name="")
    text = read_back(
        pdf_bytes(printed_month(nameless, SEPTEMBER, signatures=(Signature("", ""),))), "-layout"
    )
    assert sum("_" * 17 in line for line in text.splitlines()) == 3


@pytest.mark.parametrize("orientation", list(Orientation))
@pytest.mark.parametrize("size", [9, 12, 14])
def test_every_cell_is_on_paper_once_and_in_order(
    plan: Plan,
    read_back: Callable[..., str],
    bare: Callable[[str], str],
    orientation: Orientation,
    size: int,
) -> None:
    document = printed_month(plan, OCTOBER, EVERYTHING, orientation=orientation, font_size=size)
    data = pdf_bytes(document)
    raw, flowing = bare(read_back(data, "-raw")), bare(read_back(data))
    at = 0
    for row in table(document).rows:
        for cell in (row.text,) if isinstance(row, Caption) else row.cells:
            at = raw.index(bare(cell), at) + len(bare(cell))
            assert bare(cell) in flowing


def test_the_header_is_repeated_and_pages_are_numbered_from_the_second(
    plan: Plan, read_back: Callable[..., str]
) -> None:
    pages = read_back(pdf_bytes(printed_month(plan, OCTOBER)), "-raw").split("\f")[:-1]
    assert len(pages) > 2
    assert all("Ответственный\nисполнитель" in page for page in pages)
    assert pages[0].startswith("УТВЕРЖДАЮ")
    assert [page.split("\n")[0] for page in pages[1:]] == [str(number) for number in range(2, len(pages) + 1)]


def test_the_file_says_what_it_is(plan: Plan) -> None:
    reader = PdfReader(io.BytesIO(pdf_bytes(printed_month(plan, SEPTEMBER))))
    assert reader.metadata is not None
    assert reader.metadata.title == "План мероприятий на сентябрь 2020 года"
    assert reader.metadata.author == "Отдел образования администрации Пономаревского района"
    assert reader.trailer["/Root"]["/Lang"] == "ru-RU"
    assert [mark.title for mark in reader.outline if not isinstance(mark, list)] == [reader.metadata.title]
    box = reader.pages[0].mediabox
    assert (round(box.width), round(box.height)) == (842, 595)


def test_only_embedded_subsets_of_our_fonts_are_used(plan: Plan) -> None:
    reader = PdfReader(io.BytesIO(pdf_bytes(printed_month(plan, SEPTEMBER))))
    fonts = {}
    for page in reader.pages:
        for font in page["/Resources"]["/Font"].values():
            fonts[font["/BaseFont"]] = font["/FontDescriptor"]
    assert {name.split("+")[-1] for name in fonts} == {"LiberationSerif", "LiberationSerif-Bold"}
    assert all(len(descriptor["/FontFile2"].get_data()) < 60_000 for descriptor in fonts.values())
