"""The report of a month: how each thing ended, counts that add up, conclusions made or kept."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.month_plan import PlanLine
from roadmap_desktop.model.registers import BY_ID
from roadmap_desktop.model.rows import Plan
from roadmap_desktop.model.work import Direction, WorkState
from roadmap_desktop.operations.file.files import create_from_sample, open_roadmap
from roadmap_desktop.operations.month.conclusions import conclusions, set_conclusions
from roadmap_desktop.operations.printing.printing import print_report, report_document
from roadmap_desktop.operations.registers.registers import add_record, set_values
from roadmap_desktop.reports.blocks import Document, Heading, Row, Table
from roadmap_desktop.reports.month.month_report import month_report
from tests.reports.every_report import FULL, TODAY
from tests.reports.month.planned_work import OCTOBER, work
from tests.reports.plan_source import PlanSource, rows, sentences, tables

AFTER = date(2020, 11, 5)
DONE = work("семинар", 6, state=WorkState.DONE, result="разобраны задания", evidence="протокол № 3")
NOT_DONE = work("выезд", 8, state=WorkState.NOT_DONE, reason="Карантин.", direction=Direction.SCHOOLS)
CANCELLED = work("совещание", 9, state=WorkState.CANCELLED, direction=Direction.MEETINGS)
IN_WORK = work("анализ", 12, date(2020, 11, 30), state=WorkState.IN_WORK, direction=Direction.CONTROL)
UNTOLD = work("консультация", 13, responsible=("Отдел образования", "МКУ «ЦМТО»"))
MOVED = work("собрание", date(2020, 11, 10), moved_from=(date(2020, 10, 20),), direction=Direction.PARENTS)
ALL = (DONE, NOT_DONE, CANCELLED, IN_WORK, UNTOLD)


@pytest.fixture
def reported(plan_of: Callable[..., Plan]) -> Callable[..., Document]:
    def make(
        lines: Sequence[PlanLine] = ALL,
        moved: Sequence[PlanLine] = (),
        today: date = AFTER,
        kept: str = "",
        **chosen: Any,
    ) -> Document:
        source = PlanSource(plan_of(), today, lines=lines, moved=moved, kept={"2020-10": kept})
        return month_report(source, OCTOBER, **chosen)

    return make


def part(document: Document, title: str) -> Table:
    """The table beneath the heading that begins so."""
    blocks = document.blocks
    place = next(
        n for n, block in enumerate(blocks) if isinstance(block, Heading) and block.text.startswith(title)
    )
    return next(block for block in blocks[place:] if isinstance(block, Table))


def headings(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Heading)]


def test_each_thing_is_told_once_as_it_ended(reported: Callable[..., Document]) -> None:
    document = reported(moved=[MOVED])
    assert headings(document) == [
        "Отчёт о работе за октябрь 2020 года",
        "Итоги месяца",
        "Выполнено: 1",
        "Не выполнено: 1",
        "Отменено: 1",
        "Перенесено: 1",
        "Нет отметки о выполнении: 1",
        "По направлениям",
        "По исполнителям",
        "Выводы",
    ]
    assert rows(part(document, "Выполнено"))[0][3:5] == ("разобраны задания", "протокол № 3")
    assert rows(part(document, "Не выполнено"))[0][3] == "Карантин."
    assert rows(part(document, "Отменено"))[0][3] == "причина не указана"
    assert rows(part(document, "Перенесено"))[0][1:4] == ("собрание", "20.10.2020", "10.11.2020")


def test_the_totals_are_the_sum_of_the_outcomes_and_of_the_directions(
    reported: Callable[..., Document],
) -> None:
    document = reported(moved=[MOVED])
    [whole] = rows(part(document, "Итоги"))
    assert whole == ("6", "1", "1", "1", "1", "1", "1", "20")
    table = part(document, "По направлениям")
    counts = [tuple(map(int, row.texts[1:-1])) for row in table.rows if isinstance(row, Row)]
    assert all(total == sum(outcomes) for total, *outcomes in counts)
    assert counts[-1] == tuple(map(sum, zip(*counts[:-1], strict=True)))
    assert counts[-1] == tuple(map(int, whole[:-1]))


def test_work_of_two_counts_for_each_and_once_in_all(reported: Callable[..., Document]) -> None:
    document = reported()
    found = {row[0]: row[1] for row in rows(part(document, "По исполнителям"))}
    assert found == {"МКУ «ЦМТО»": "1", "Отдел образования": "1", "Исполнитель не указан": "4", "Всего": "5"}
    assert any("учтено у каждого из них" in sentence for sentence in sentences(document))


def test_work_that_is_ahead_is_only_planned(reported: Callable[..., Document]) -> None:
    document = reported([UNTOLD, NOT_DONE], today=date(2020, 10, 7))
    assert [column.title for column in part(document, "Итоги").columns] == [
        "Всего в плане",
        "Запланировано",
        "% выполнения",
    ]
    assert not [title for title in headings(document) if title.startswith(("Не вып", "Нет от"))]


def test_the_last_day_itself_is_not_over(reported: Callable[..., Document]) -> None:
    assert "Нет отметки о выполнении: 1" not in headings(reported([UNTOLD], today=date(2020, 10, 13)))
    assert "Нет отметки о выполнении: 1" in headings(reported([UNTOLD], today=date(2020, 10, 14)))


def test_an_activity_that_was_moved_tells_its_old_due(plan_of: Callable[..., Plan]) -> None:
    source = PlanSource(plan_of({"due_text": "до 15 октября", "state": State.MOVED}), AFTER)
    [row] = rows(part(month_report(source, OCTOBER), "Перенесено"))
    assert [cell.replace("\N{NO-BREAK SPACE}", " ") for cell in row[1:4]] == [
        "Мероприятие 1",
        "до 15 октября",
        "срок не указан",
    ]


def test_what_goes_on_all_year_is_not_counted_and_that_is_said(plan_of: Callable[..., Plan]) -> None:
    made = plan_of({"due_text": "в течение года"})
    document = month_report(PlanSource(made, AFTER, lines=[DONE]), OCTOBER)
    assert rows(part(document, "Итоги")) == [("1", "1", "100")]
    assert any("идут весь учебный год" in sentence for sentence in sentences(document))
    assert tables(month_report(PlanSource(made, AFTER), OCTOBER)) == []


def test_files_stand_beside_the_evidence(plan_of: Callable[..., Plan]) -> None:
    source = PlanSource(plan_of(), AFTER, lines=[DONE], files={"task/семинар": ("справка.docx",)})
    assert rows(part(month_report(source, OCTOBER), "Выполнено"))[0][4] == "протокол № 3\nсправка.docx"


def test_the_conclusions_are_made_of_the_figures(reported: Callable[..., Document]) -> None:
    assert sentences(reported(moved=[MOVED]))[-1] == (
        "План работы на октябрь 2020 года включает 6 мероприятий. Из них выполнено — 1, в работе — 1, "
        "не выполнено — 1, отменено — 1, перенесено — 1, нет отметки — 1. План выполнен на "
        "20\N{NO-BREAK SPACE}%. Причины невыполнения: «выезд» — карантин."
    )
    assert sentences(reported([DONE, DONE._replace(id="второе")]))[-1].endswith("Все они выполнены.")
    assert sentences(reported([DONE]))[-1].endswith("включает 1 мероприятие. Оно выполнено.")
    assert sentences(reported([DONE._replace(state=WorkState.CANCELLED)]))[-1].endswith(
        "включает 1 мероприятие. Его состояние: отменено."
    )


def test_what_is_kept_stands_in_their_place_and_what_is_typed_in_that_of_both(
    reported: Callable[..., Document],
) -> None:
    assert sentences(reported(kept="Первое.\nВторое."))[-2:] == ["Первое.", "Второе."]
    assert sentences(reported(kept="Первое.", conclusions="Третье."))[-1] == "Третье."
    assert sentences(reported(kept="Первое.", conclusions=""))[-1].startswith("План работы на октябрь")


def test_a_month_with_nothing_says_so(reported: Callable[..., Document]) -> None:
    document = reported([])
    assert tables(document) == []
    assert sentences(document)[-1] == "На октябрь 2020 года мероприятий не запланировано."
    assert sentences(reported([], kept="Отпуск."))[-1] == "Отпуск."


def test_a_meeting_that_was_moved_to_another_month_is_carried_over(tmp_path: Path) -> None:
    path = tmp_path / "карта.roadmap"
    create_from_sample(path)
    with open_roadmap(path) as file:
        meetings = BY_ID["meetings"]
        held = {"name": "Итоги ВПР", "held_on": date(2020, 10, 14)}
        key, _ = add_record(file, meetings, held)
        set_values(file, meetings, [key], {"held_on": date(2020, 11, 3), "moved_from": "14.10.2020"})
        document = report_document(file, "month-report", {"month": "2020-10"}, AFTER)
        plan = report_document(file, "month", {"month": "2020-11"}, AFTER)
    assert rows(part(document, "Перенесено"))[0][1:4] == ("Итоги ВПР", "14.10.2020", "03.11.2020")
    [row] = [row for row in rows(tables(plan)[0]) if row[2] == "Итоги ВПР"]
    assert row[-1] == "перенесено с 14.10.2020"


def test_typed_conclusions_are_kept_and_can_be_let_go_of(samples: dict[str, Path], tmp_path: Path) -> None:
    path = tmp_path / "карта.roadmap"
    path.write_bytes(samples[FULL].read_bytes())
    typed, target = {"month": "2020-12"}, tmp_path / "отчёт.pdf"
    with open_roadmap(path) as file:
        print_report(file, "month-report", {**typed, "conclusions": " План выполнен. "}, target, TODAY)
        assert conclusions(file, date(2020, 12, 24)) == "План выполнен."
        assert conclusions(file, date(2020, 11, 24)) == ""
        assert sentences(report_document(file, "month-report", typed, TODAY))[-1] == "План выполнен."
        print_report(file, "month-report", {**typed, "conclusions": ""}, target, TODAY)
        assert sentences(report_document(file, "month-report", typed, TODAY))[-1].startswith("План работы")
        assert set_conclusions(file, date(2020, 12, 1), "") is None
