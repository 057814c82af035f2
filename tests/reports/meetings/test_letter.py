"""The covering letter: to whom, what is sent, what is asked by when."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from roadmap_desktop.model.rows import Plan
from roadmap_desktop.reports.blocks import (
    SIGNED_HERE,
    Align,
    Document,
    FillIn,
    Heading,
    SideBySide,
    Signature,
)
from roadmap_desktop.reports.meetings.letter import REPORT
from tests.reports.plan_source import PlanSource, named, sentences
from tests.reports.schools.district import school

SENT = {
    "kind": "методические рекомендации",
    "number": "№ 12",
    "signed_on": date(2020, 9, 4),
}


def printed(plan: Plan, head: str = "Образцова А. А.", kind: str = "СОШ", **choices: Any) -> Document:
    registers = {
        "documents": [named("Об улучшении результатов", "d", **SENT)],
        "schools": [school("s2", head=head, kind=kind)],
    }
    return REPORT.build(PlanSource(plan, registers=registers), **choices)


def addressee(document: Document) -> str:
    [found] = [block for block in document.blocks if isinstance(block, SideBySide)]
    return found.right


def test_a_letter_to_all_schools_says_what_is_sent_and_what_is_asked(plan_of: Callable[..., Plan]) -> None:
    plan = plan_of(approving_body="Отдел образования", head_post="Начальник", head_name="Образцова А. А.")
    document = printed(
        plan,
        record="d",
        asked="представить сведения.",
        due="до 15 октября",
        performer="Примерова Б. Б.",
        phone="00-00-00",
    )
    assert addressee(document) == "Руководителям\nобщеобразовательных организаций"
    [title] = [block for block in document.blocks if isinstance(block, Heading)]
    assert (title.text, title.align) == ("О направлении методических рекомендаций", Align.LEFT)
    said = sentences(document)
    assert said[1:] == [
        "Уважаемые руководители!",
        "Отдел образования направляет для использования в работе методические рекомендации от 04.09.2020 № 12 "
        "«Об улучшении результатов».",
        "Просим представить сведения в срок до 15 октября.",
        "Приложение: на ____ л. в ____ экз.",
        "Исп. Примерова Б. Б.\nтел. 00-00-00",
    ]
    assert document.signatures == (Signature("Начальник", "А. А. Образцова"),)
    assert document.blocks[-2] == SIGNED_HERE


@pytest.mark.parametrize(
    ("due", "said"),
    [
        ("15 октября", "в срок до 15 октября."),
        ("до 15.10.2020", "в срок до 15.10.2020."),
        ("в течение недели", "в течение недели."),
        ("Не позднее 15 октября.", "не позднее 15 октября."),
        ("к пятнице", "к пятнице."),
    ],
)
def test_a_time_is_asked_for_as_it_was_typed(plan_of: Callable[..., Plan], due: str, said: str) -> None:
    document = printed(plan_of(), record="d", asked="представить сведения", due=due)
    assert f"Просим представить сведения {said}" in sentences(document)


def test_a_letter_to_one_school_is_addressed_to_its_head(plan_of: Callable[..., Plan]) -> None:
    document = printed(plan_of(), school="s2")
    assert addressee(document) == "Директору СОШ № 2\nОбразцовой А. А."
    assert "Уважаемые руководители!" not in sentences(document)
    other = printed(plan_of(), head="Образец А. А.", kind="иная", school="s2")
    assert addressee(other).startswith("Руководителю СОШ № 2\n____")


def test_a_letter_of_nothing_known_is_a_form(plan_of: Callable[..., Plan]) -> None:
    document = printed(plan_of(approving_body="", head_post="", head_name=""))
    [title] = [block.text for block in document.blocks if isinstance(block, Heading)]
    assert title.startswith("О направлении ____")
    assert FillIn("", lines=2) in document.blocks
    said = sentences(document)
    assert "Направляем для использования в работе:" in said
    assert any(text.startswith("Просим ознакомить педагогических работников") for text in said)
    assert said[-1].startswith("Исп. ____")
    [requisites] = [block for block in document.blocks if isinstance(block, SideBySide)]
    assert requisites.left.splitlines()[1].startswith("на № ____")
    assert document.signatures == (Signature("Руководитель", ""),)
