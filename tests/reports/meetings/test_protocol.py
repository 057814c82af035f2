"""The protocol of a meeting, and the form to fill in by hand."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import pytest

from roadmap_desktop.model.rows import Plan
from roadmap_desktop.reports.blocks import Document, FillIn, Heading, Item, Paragraph, Signature
from roadmap_desktop.reports.meetings.protocol import REPORT, protocol
from tests.reports.plan_source import PlanSource, entry, named, sentences

BODY = "Отдел образования администрации Образцового района"


def source(
    plan_of: Callable[..., Plan], *decisions: Any, items: Sequence[Any] = (), **fields: Any
) -> PlanSource:
    usual: dict[str, Any] = {
        "kind": "рабочая группа",
        "held_on": date(2020, 10, 6),
        "place": "Отдел образования",
        "community_id": "",
        "agenda": "1. Ход выполнения.\n2. Разное.",
        "chairman": "Образцова А. А.",
        "secretary": "Примерова Анна Ивановна",
        "present": "Образцова А. А.\nПримерова А. И.",
        "present_count": 2,
        "heard": "",
        "protocol_number": "3",
    }
    meeting = named("Ход выполнения дорожной карты", "m", **(usual | fields))
    return PlanSource(
        plan_of(approving_body=BODY),
        registers={"meetings": [meeting], "agenda-items": items, "decisions": list(decisions)},
    )


def decision(text: str, due: str = "", responsible: str = "", item: str | None = None) -> Any:
    return named(text, meeting_id="m", due_text=due, responsible=responsible, item_id=item)


def item(name: str, number: int | None = None, **fields: Any) -> Any:
    usual = {"meeting_id": "m", "number": number, "speaker": "", "heard": "", "spoke": ""}
    return named(name, **(usual | fields))


def told(document: Document) -> list[str]:
    """What stands from the agenda on."""
    texts = [
        f"{block.mark} {block.text}" if isinstance(block, Item) else getattr(block, "text", "")
        for block in document.blocks
        if isinstance(block, Item | Paragraph)
    ]
    return texts[texts.index("ПОВЕСТКА ДНЯ:") + 1 :]


def lines(document: Document) -> dict[str, str]:
    return {block.label: block.value for block in document.blocks if isinstance(block, FillIn)}


def items(document: Document) -> list[tuple[str, str]]:
    return [(block.mark, block.text) for block in document.blocks if isinstance(block, Item)]


def test_it_has_the_requisites_of_a_protocol(plan_of: Callable[..., Plan]) -> None:
    document = protocol(source(plan_of), "m")
    assert (
        document.title == "Протокол № 3 заседания рабочей группы по вопросам повышения качества образования"
    )
    assert Heading("ПРОТОКОЛ") in document.blocks
    assert sentences(document)[:3] == [
        BODY,
        "заседания рабочей группы по вопросам повышения качества образования",
        "06.10.2020 № 3",
    ]
    assert lines(document) == {
        "Место проведения": "Отдел образования",
        "Тема": "Ход выполнения дорожной карты",
        "Председатель": "Образцова А. А.",
        "Секретарь": "Примерова Анна Ивановна",
        "Присутствовали": "2 человека: Образцова А. А.; Примерова А. И.",
    }
    assert document.signatures == (
        Signature("Председатель", "А. А. Образцова"),
        Signature("Секретарь", "А. И. Примерова"),
    )


def test_the_agenda_and_the_decisions_are_points(plan_of: Callable[..., Plan]) -> None:
    document = protocol(
        source(
            plan_of,
            decision("Представить планы", "до 25 октября", "руководители ОО"),
            decision("Провести пробные экзамены.", "декабрь"),
            decision("Принять к сведению"),
        ),
        "m",
    )
    assert items(document) == [
        ("1.", "Ход выполнения."),
        ("2.", "Разное."),
        ("1.", "Представить планы.\nСрок: до 25 октября. Ответственный: руководители ОО."),
        ("2.", "Провести пробные экзамены.\nСрок: декабрь."),
        ("3.", "Принять к сведению."),
    ]
    assert "СЛУШАЛИ, ВЫСТУПИЛИ:" not in sentences(document)
    assert sentences(document)[-1] == "РЕШИЛИ:"


def test_what_was_heard_stands_before_what_was_decided(plan_of: Callable[..., Plan]) -> None:
    document = protocol(
        source(plan_of, heard="Образцова А. А.: о справках.\n\nПримерова А. И.: о сроках."), "m"
    )
    assert sentences(document)[4:] == [
        "СЛУШАЛИ, ВЫСТУПИЛИ:",
        "Образцова А. А.: о справках.",
        "Примерова А. И.: о сроках.",
        "РЕШИЛИ:",
        "Решений, записанных в протокол, нет.",
    ]


def test_parents_are_counted_and_not_named(plan_of: Callable[..., Plan]) -> None:
    document = protocol(source(plan_of, kind="родительская общественность", present_count=41), "m")
    assert lines(document)["Присутствовали"] == "41 человек"


def test_a_community_is_named(plan_of: Callable[..., Plan]) -> None:
    document = protocol(source(plan_of, kind="методическое объединение", community_id="ММО физиков"), "m")
    assert "заседания методического объединения физиков" in sentences(document)
    document = protocol(
        source(plan_of, kind="методическое объединение", community_id="Школа наставника"), "m"
    )
    assert "заседания методического объединения «Школа наставника»" in sentences(document)


def test_what_is_not_known_leaves_lines_to_write_on(plan_of: Callable[..., Plan]) -> None:
    nothing = {"held_on": None, "agenda": "", "chairman": "", "secretary": "", "protocol_number": ""}
    document = protocol(source(plan_of, present="", present_count=None, **nothing), "m")
    assert "____.____.________ № ________" in sentences(document)
    assert [label for label, value in lines(document).items() if not value] == [
        "Председатель",
        "Секретарь",
        "Присутствовали",
    ]
    assert items(document) == [("1.", "Ход выполнения дорожной карты")]
    assert [one.name for one in document.signatures] == ["", ""]


def test_the_form_needs_no_meeting(plan_of: Callable[..., Plan]) -> None:
    document = REPORT.build(source(plan_of), record=None, blank=True)
    assert document.title == "Протокол (бланк)"
    assert not any(lines(document).values())
    assert {"Председатель", "Секретарь", "Присутствовали", "Вопрос 1"} <= lines(document).keys()
    assert [one.post for one in document.signatures] == ["Председатель", "Секретарь"]


@pytest.mark.parametrize("number", ["№ 3", "№3", "3"])
def test_the_number_has_one_sign(plan_of: Callable[..., Plan], number: str) -> None:
    document = protocol(source(plan_of, protocol_number=number), "m")
    assert "06.10.2020 № 3" in sentences(document)


def test_an_entry_of_another_meeting_is_not_decided_here(plan_of: Callable[..., Plan]) -> None:
    other = entry("d", meeting_id="другое")
    assert items(protocol(source(plan_of, other), "m"))[2:] == []


def test_each_item_has_what_was_heard_who_spoke_and_what_was_decided(plan_of: Callable[..., Plan]) -> None:
    document = protocol(
        source(
            plan_of,
            decision("Представить справки", "до 25 октября", "руководители ОО", item="Справки школ"),
            decision("Принять к сведению", item="Справки школ"),
            decision("Провести семинар", item="Разное"),
            items=[
                item("Разное", 2),
                item(
                    "Справки школ",
                    1,
                    speaker="Образцова А. А.",
                    heard="Представлены: 1) справки восьми школ; 2) план.",
                    spoke="Примерова А. И.: срок продлить.",
                ),
            ],
            heard="старый текст",
        ),
        "m",
    )
    assert told(document) == [
        "1. Справки школ. Докладчик: Образцова А. А.",
        "2. Разное",
        "1. СЛУШАЛИ:",
        "Справки школ. Докладчик: Образцова А. А.",
        "Представлены:",
        "1) справки восьми школ;",
        "2) план.",
        "ВЫСТУПИЛИ:",
        "Примерова А. И.: срок продлить.",
        "РЕШИЛИ:",
        "1.1. Представить справки.\nСрок: до 25 октября. Ответственный: руководители ОО.",
        "1.2. Принять к сведению.",
        "2. СЛУШАЛИ:",
        "Разное.",
        "РЕШИЛИ:",
        "2.1. Провести семинар.",
    ]


def test_a_decision_besides_the_items_is_not_lost(plan_of: Callable[..., Plan]) -> None:
    some = [item("Справки школ", 1)]
    both = (decision("Принять", item="Справки школ"), decision("Собраться в мае", item="чужой вопрос"))
    assert told(protocol(source(plan_of, *both, items=some), "m"))[-2:] == [
        "РЕШИЛИ ТАКЖЕ:",
        "1. Собраться в мае.",
    ]
    assert told(protocol(source(plan_of, decision("Принять"), items=some), "m"))[-2:] == [
        "РЕШИЛИ:",
        "1. Принять.",
    ]


def test_an_item_without_a_decision_leaves_lines_for_it(plan_of: Callable[..., Plan]) -> None:
    document = protocol(source(plan_of, items=[item("Справки школ")]), "m")
    assert [block for block in document.blocks if isinstance(block, FillIn)][-1] == FillIn("РЕШИЛИ", lines=2)


def test_a_meeting_of_an_older_file_keeps_its_text(plan_of: Callable[..., Plan]) -> None:
    document = protocol(source(plan_of, agenda="1. Ход выполнения. 2. Разное.", heard="О справках."), "m")
    assert told(document)[:4] == ["1. Ход выполнения.", "2. Разное.", "СЛУШАЛИ, ВЫСТУПИЛИ:", "О справках."]


def test_a_discussion_in_the_meeting_s_own_text_is_not_lost_to_new_questions(
    plan_of: Callable[..., Plan],
) -> None:
    document = protocol(source(plan_of, items=[item("Справки школ")], heard="О справках."), "m")
    assert told(document)[:3] == ["1. Справки школ", "СЛУШАЛИ, ВЫСТУПИЛИ:", "О справках."]
