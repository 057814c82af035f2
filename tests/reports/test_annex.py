"""The roadmap as an annex to an order, word by word beside the sample, which is the approved document's text."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from roadmap_desktop.model.list_lines import points_apart
from roadmap_desktop.model.rows import Plan, SectionRow
from roadmap_desktop.program_data import data_path
from roadmap_desktop.reports.annex import REPORT, annex
from roadmap_desktop.reports.blocks import AnnexStamp, Heading, Orientation
from roadmap_desktop.reports.document_options import annex_text, usual_options, with_options
from roadmap_desktop.reports.render import pdf_bytes
from tests.reports.plan_source import PlanSource, captions, rows, sentences, tables

# With the office in the genitive, as the approved document prints it.
STAMP = (
    "Приложение № 1\nк приказу отдела образования администрации Пономаревского района\n"
    "от 10.09.2020 № 01-10/142-2"
)
HEADER = (
    "№ п/п",
    "Наименование мероприятия (краткое содержание)",
    "Сроки исполнения",
    "Ответственный исполнитель",
    "Ожидаемый результат",
)


@pytest.fixture
def sample() -> dict[str, Any]:
    text = data_path("database", "sample", "roadmap-2020-2021.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


def test_it_is_the_approved_document_word_for_word(plan: Plan, sample: dict[str, Any]) -> None:
    document = with_options(annex(PlanSource(plan)), usual_options(REPORT, plan.info))
    stamp, heading, table = document.blocks
    assert stamp == AnnexStamp(STAMP)
    assert heading == Heading(sample["title"])
    assert tuple(column.title for column in table.columns) == HEADER  # type: ignore[union-attr]
    assert rows(table) == [  # type: ignore[arg-type]
        (
            f"{number}.",
            points_apart(one["name"]),
            one["due_text"],
            ", ".join(one["performers"]),
            one["expected_result"],
        )
        for number, one in enumerate(sample["activities"], 1)
    ]


def test_its_words_stand_on_paper_in_their_order(
    plan: Plan, sample: dict[str, Any], read_back: Callable[..., str], bare: Callable[[str], str]
) -> None:
    document = annex(PlanSource(plan))
    assert document.page.orientation is Orientation.LANDSCAPE
    text = bare(read_back(pdf_bytes(document), "-raw"))
    at = text.index(bare(sample["title"]))
    for row in rows(tables(document)[0]):
        for cell in row:
            at = text.index(bare(cell), at) + len(bare(cell))


def test_sections_stand_above_their_activities(plan_of: Callable[..., Plan]) -> None:
    made = plan_of({}, {"section_id": "a"}, {"section_id": "a"}, {"section_id": "b"})
    sections = (SectionRow("a", "Кадры", 1), SectionRow("b", "Контроль", 2))
    [table] = tables(annex(PlanSource(Plan(made.info, sections, made.activities))))
    assert captions(table) == ["Кадры", "Контроль"]
    assert [getattr(row, "text", None) or row.texts[0] for row in table.rows] == [  # type: ignore[union-attr]
        "1.",
        "Кадры",
        "2.",
        "3.",
        "Контроль",
        "4.",
    ]


def test_an_empty_roadmap_says_so(plan_of: Callable[..., Plan]) -> None:
    document = annex(PlanSource(plan_of(title="")))
    assert document.blocks[0] == Heading("План мероприятий (дорожная карта)")
    assert sentences(document) == ["Мероприятий в дорожной карте пока нет."]
    assert tables(document) == []


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("Управление образования", "управления образования"),
        ("Районный отдел образования", "районного отдела образования"),
        (
            "Муниципальное казённое учреждение «Центр»",
            "муниципального казённого учреждения «Центр»",
        ),
        ("Администрация района", "администрации района"),
        ("отдела образования", "отдела образования"),
        ("МКУ «ЦМТО»", "МКУ «ЦМТО»"),
        ("Гороно", "Гороно"),
    ],
)
def test_the_office_is_named_in_the_genitive(plan: Plan, body: str, shown: str) -> None:
    assert f"\nк приказу {shown}\nот " in annex_text(plan.info._replace(approving_body=body))


def test_what_is_not_known_leaves_lines(plan: Plan) -> None:
    info = plan.info._replace(annex_number="", approving_body="", order_date=None, order_number="")
    assert re.fullmatch(r"Приложение № _+\nк приказу\nот _+ № _+", annex_text(info))


def test_it_may_be_printed_with_another_stamp(plan: Plan) -> None:
    options = replace(usual_options(REPORT, plan.info), annex="Приложение к распоряжению № 3")
    assert with_options(annex(PlanSource(plan)), options).blocks[0] == AnnexStamp(
        "Приложение к распоряжению № 3"
    )


def test_the_stamp_has_three_lines_at_the_upper_right(plan: Plan, read_back: Callable[..., str]) -> None:
    document = with_options(annex(PlanSource(plan)), usual_options(REPORT, plan.info))
    drawn = [
        line for line in read_back(pdf_bytes(document), "-layout", "-l", "1").splitlines() if line.strip()
    ]
    assert [line.strip() for line in drawn[:2]] == ["Приложение № 1", "к приказу отдела образования"]
    assert "от 10.09.2020 № 01-10/142-2" in [line.strip() for line in drawn[:5]]
    assert min(len(line) - len(line.lstrip()) for line in drawn[:3]) > 60
