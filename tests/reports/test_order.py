"""The order that annexes belong to, with its annexes in one file."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from roadmap_desktop.model.rows import Plan
from roadmap_desktop.reports.blocks import (
    AnnexStamp,
    Document,
    Heading,
    Item,
    Orientation,
    PageBreak,
    SideBySide,
    Signature,
    SignatureLines,
)
from roadmap_desktop.reports.document_options import usual_options, with_options
from roadmap_desktop.reports.order import REPORT
from roadmap_desktop.reports.order_words import plan_to_approve
from tests.reports.meetings.test_group import member
from tests.reports.plan_source import PlanSource, rows, sentences, tables
from tests.reports.schools.district import a_source, membership, partnership

BODY = "Отдел образования администрации Образцового района"
TITLE = "Муниципальный план мероприятий (дорожная карта) по оказанию методической помощи"
MEMBERS = [member("Учебная А. А.", "секретарь"), member("Модельная А. А.", "председатель")]


def district(plan: Plan) -> PlanSource:
    return a_source(
        plan,
        group=MEMBERS,
        memberships=[membership("m1", "s10"), membership("m2", "s2")],
        partnerships=[partnership("p", "s2")],
    )


@pytest.fixture
def source(plan_of: Callable[..., Plan]) -> PlanSource:
    return district(plan_of({}, title=TITLE, approving_body=BODY, head_name="Образцова А. А."))


def printed(source: PlanSource, kind: str, **choices: Any) -> Document:
    return REPORT.build(source, kind=kind, year=source.plan.info.period, **choices)


def points(document: Document) -> list[str]:
    return [f"{block.mark} {block.text}" for block in document.blocks if isinstance(block, Item)]


def stamps(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, AnnexStamp)]


def beside(document: Document) -> list[tuple[str, str]]:
    return [(block.left, block.right) for block in document.blocks if isinstance(block, SideBySide)]


def test_an_order_says_what_is_approved_who_answers_and_who_controls(source: PlanSource) -> None:
    document = printed(
        source, "дорожная карта", place="с. Образцово", responsible="методиста Примерову Б. Б."
    )
    assert points(document) == [
        "1. Утвердить муниципальный план мероприятий (дорожную карту) по оказанию методической помощи согласно "
        "приложению № 1.",
        "2. Исполнителям мероприятий дорожной карты обеспечить их выполнение в установленные сроки.",
        "3. Назначить ответственным за организацию исполнения приказа методиста Примерову Б. Б.",
        "4. Довести настоящий приказ до сведения руководителей общеобразовательных организаций.",
        "5. Разместить настоящий приказ на официальном сайте отдела образования администрации Образцового района в "
        "сети «Интернет».",
        "6. Контроль за исполнением приказа оставляю за собой.",
    ]
    assert beside(document)[0] == ("10.09.2020", "№ 01-10/142-2")
    said = sentences(document)
    assert said[:2] == [BODY, "с. Образцово"]
    assert "ПРИКАЗЫВАЮ:" in said
    assert document.signatures == (Signature(source.plan.info.head_post, "А. А. Образцова"),)


def test_a_phrase_in_the_title_is_closed_by_its_comma(plan_of: Callable[..., Plan]) -> None:
    title = "План помощи школам, показывающим низкие результаты"
    document = printed(PlanSource(plan_of(title=title)), "дорожная карта")
    assert points(document)[0] == (
        "1. Утвердить план помощи школам, показывающим низкие результаты, согласно приложению № 1."
    )


@pytest.mark.parametrize(
    ("kind", "title", "first", "annex", "sheet"),
    [
        (
            "рабочая группа",
            "О создании рабочей группы",
            "1. Создать рабочую группу по вопросам повышения качества образования и утвердить её состав согласно "
            "приложению № 1.",
            "от 09.09.2020 № 12",
            Orientation.PORTRAIT,
        ),
        (
            "список школ",
            "Об утверждении списка школ с низкими образовательными результатами",
            "1. Утвердить список школ с низкими образовательными результатами на 2020–2021 учебный год согласно "
            "приложению № 1.",
            "от 10.09.2020 № 01-10/141",
            Orientation.LANDSCAPE,
        ),
        (
            "сетевое партнёрство",
            "Об утверждении списка сетевого партнёрства образовательных организаций",
            "1. Утвердить список сетевого партнёрства образовательных организаций на 2020–2021 учебный год "
            "согласно приложению № 1.",
            "от 10.09.2020 № 01-10/141",
            Orientation.LANDSCAPE,
        ),
    ],
)
def test_an_order_has_its_own_number_and_its_annex_on_pages_of_its_own(
    source: PlanSource, kind: str, title: str, first: str, annex: str, sheet: Orientation
) -> None:
    document = printed(source, kind)
    assert document.title == f"Приказ «{title}»"
    assert points(document)[0] == first
    [stamp] = stamps(document)
    assert stamp.startswith("Приложение № 1\nк приказу отдела образования администрации Образцового района")
    assert stamp.endswith(annex)
    place = document.blocks.index(PageBreak(sheet))
    assert document.blocks[place + 1] == AnnexStamp(stamp)
    assert document.page.orientation is Orientation.PORTRAIT


def test_several_annexes_are_numbered_and_each_is_approved_by_a_point(source: PlanSource) -> None:
    document = printed(source, "список школ", groups=frozenset({"рабочая группа", "список школ"}))
    assert [text[:18] for text in stamps(document)] == ["Приложение № 1\nк п", "Приложение № 2\nк п"]
    assert all(text.endswith("от 10.09.2020 № 01-10/141") for text in stamps(document))
    assert "состав согласно приложению № 2." in points(document)[1]
    schools, group = tables(document)
    assert [row[1] for row in rows(schools)] == ["СОШ № 2", "СОШ № 10"]
    assert [row[1] for row in rows(group)] == ["Модельная А. А.", "Учебная А. А."]


def test_the_members_of_the_group_are_acquainted_by_name(source: PlanSource) -> None:
    _date, *acquainted = beside(printed(source, "рабочая группа"))
    assert [left.split("_ ")[1] for left, _right in acquainted] == ["А. А. Модельная", "А. А. Учебная"]
    assert all(right.startswith("«____»") for _left, right in acquainted)


def test_members_whose_names_a_copy_lacks_write_them(plan_of: Callable[..., Plan]) -> None:
    nameless = PlanSource(plan_of(), registers={"group": [member("", "секретарь")]})
    [_date, (left, _right)] = beside(printed(nameless, "рабочая группа"))
    assert set(left) == {"_", " "}


def test_control_is_laid_upon_whom_is_named(source: PlanSource) -> None:
    document = printed(source, "рабочая группа", control="заместителя начальника Образцову А. А.")
    assert points(document)[-1].endswith("приказа возложить на заместителя начальника Образцову А. А.")


def test_the_head_signs_above_who_is_acquainted_and_above_the_annexes(source: PlanSource) -> None:
    bare = printed(source, "рабочая группа")
    blocks = with_options(bare, usual_options(REPORT, source.plan.info, bare)).blocks
    [signed] = [place for place, block in enumerate(blocks) if isinstance(block, SignatureLines)]
    assert blocks[signed - 1] == Item("6.", "Контроль за исполнением приказа оставляю за собой.")
    assert "ознакомлены" in blocks[signed + 1].text  # type: ignore[union-attr]


@pytest.mark.parametrize("kind", ["дорожная карта", "рабочая группа", "список школ", "сетевое партнёрство"])
def test_what_is_not_known_leaves_lines_to_write_on(plan_of: Callable[..., Plan], kind: str) -> None:
    nothing = {"title": "", "approving_body": "", "head_post": "", "head_name": ""}
    unknown = plan_of(order_number="", order_date=None, annex_number="", **nothing)
    document = printed(PlanSource(unknown), kind)
    [date_line, *acquainted] = beside(document)
    assert set(sentences(document)[0]) == {"_"}
    assert date_line == ("«____» ______________ 20___ г.", "№ ____________")
    assert len(acquainted) == 3
    assert stamps(document) == ["Приложение № 1\nк приказу\nот ____________ № ________"]
    assert document.signatures == (Signature("Руководитель", ""),)
    assert any("органа управления образованием" in point for point in points(document))
    assert next(block.text for block in document.blocks if isinstance(block, Heading)) == "ПРИКАЗ"


def test_members_of_several_orders_leave_the_number_to_be_written(plan_of: Callable[..., Plan]) -> None:
    members = [*MEMBERS, member("Школьная А. А.", "член группы", order_date=date(2021, 1, 11))]
    document = printed(PlanSource(plan_of(), registers={"group": members}), "рабочая группа")
    assert beside(document)[0] == ("«____» ______________ 20___ г.", "№ ____________")


@pytest.mark.parametrize(
    ("title", "approved"),
    [
        ("", "план мероприятий (дорожную карту)"),
        ("Дорожная карта поддержки школ.", "дорожную карту поддержки школ"),
        ("Муниципальная программа поддержки школ", "муниципальную программу поддержки школ"),
        ("План реализации дорожной карты", "план реализации дорожной карты"),
        ("ИППР района", "ИППР района"),
    ],
)
def test_the_title_of_the_roadmap_stands_in_the_accusative(title: str, approved: str) -> None:
    assert plan_to_approve(title) == approved
