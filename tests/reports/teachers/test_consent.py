"""The consent to the processing of personal data: what article 9 of 152-ФЗ wants it to say."""

from collections.abc import Callable
from typing import Any

import pytest

from roadmap_desktop.errors import UserError
from roadmap_desktop.model.rows import Plan
from roadmap_desktop.reports.blocks import Document, FillIn, Item, Signature
from roadmap_desktop.reports.teachers.consent import REPORT
from tests.reports.meetings.test_group import member
from tests.reports.plan_source import PlanSource
from tests.reports.teachers.people import teacher


def printed(plan: Plan, **choices: Any) -> Document:
    registers = {"teachers": [teacher("Ясная А. А.")], "group": [member("Учебная А. А.", "секретарь")]}
    return REPORT.build(PlanSource(plan, registers=registers), **choices)


def filled(document: Document) -> dict[str, str]:
    return {block.label: block.value for block in document.blocks if isinstance(block, FillIn)}


def conditions(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Item)]


def test_a_teacher_consents_to_what_the_law_wants_named(plan_of: Callable[..., Plan]) -> None:
    document = printed(plan_of(approving_body="Отдел образования"), teacher="Ясная А. А.")
    operator, purpose, data, actions, not_spread, term, withdrawn = conditions(document)
    assert operator.startswith("Оператор: Отдел образования, адрес: ____")
    assert "индивидуальных планов профессионального развития" in purpose
    assert "результаты самооценки" in data
    for action in ("сбор", "хранение", "передача (предоставление) организациям", "уничтожение"):
        assert action in actions
    assert "статья 10.1" in not_spread
    assert term == "Согласие действует со дня его подписания по 31 августа 2021 года включительно."
    assert "отозвано" in withdrawn
    assert document.signatures == (Signature("Субъект персональных данных", "А. А. Ясная"),)


def test_the_passport_is_written_by_hand(plan_of: Callable[..., Plan]) -> None:
    assert filled(printed(plan_of(), teacher="Ясная А. А.")) == {
        "Фамилия, имя, отчество": "Ясная А. А.",
        "Адрес": "",
        "Документ, удостоверяющий личность (вид, серия, номер)": "",
        "Когда и кем выдан": "",
    }


def test_a_member_of_the_group_consents_to_less(plan_of: Callable[..., Plan]) -> None:
    document = printed(plan_of(), member="Учебная А. А.")
    assert filled(document)["Фамилия, имя, отчество"] == "Учебная А. А."
    assert "рабочей группы" in conditions(document)[1]
    assert "самооценки" not in conditions(document)[2]


def test_a_form_is_for_a_teacher_or_for_a_member(plan_of: Callable[..., Plan]) -> None:
    form = printed(plan_of(approving_body=""))
    assert form.title == "Согласие на обработку персональных данных (бланк)"
    assert set(filled(form).values()) == {""}
    assert conditions(form)[0].startswith("Оператор: ____")
    assert "самооценки" in conditions(form)[2]
    assert "самооценки" not in conditions(printed(plan_of(), kind="член рабочей группы"))[2]


def test_two_persons_do_not_sign_one_paper(plan_of: Callable[..., Plan]) -> None:
    with pytest.raises(UserError, match="Выбрано несколько: педагог и член рабочей группы"):
        printed(plan_of(), teacher="Ясная А. А.", member="Учебная А. А.")
