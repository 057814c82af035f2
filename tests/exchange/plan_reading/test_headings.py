"""What names columns, and what only looks so."""

from types import SimpleNamespace

import pytest

from roadmap_desktop.exchange.documents import allowance
from roadmap_desktop.exchange.plan_reading.due_marks import periods_named
from roadmap_desktop.exchange.plan_reading.headings import field_of
from tests.exchange.plan_reading import word_files as w
from tests.exchange.plan_reading.documents_and_truth import HEADING, TrueRow, as_true, read


@pytest.mark.parametrize(
    ("title", "field"),
    [
        ("Отв.", "performers"),
        ("Отв. лицо", "performers"),
        ("Ф.И.О. ответственного", "performers"),
        ("Должностное лицо, ответственное за исполнение", "performers"),
        ("Результат/показатель", "expected_result"),
        ("Показатель выполнения / ожидаемый результат", "expected_result"),
        ("Ожидаемый эффект", "expected_result"),
        ("Результат (фактический)", "expected_result"),
        ("Фактический результат", ""),
        ("Показатели достижения ожидаемых результатов", ""),
        ("Цель мероприятия", ""),
        ("№№", "number"),
        ("Пункт плана", "number"),
        ("Этапы", "section"),
        ("Выполнено/не выполнено", "state"),
    ],
)
def test_a_heading_names_a_field(title: str, field: str) -> None:
    assert field_of(title) == field


def test_activities_whose_words_are_those_of_headings_are_activities() -> None:
    """Below a table with its heading, one without it: its rows speak of work, of results, of who is responsible."""
    rows = [
        ("1", "Анализ результатов", "май", "ОО", "Справка"),
        ("2", "Размещение материалов о ходе работы", "июнь", "ответственные за сайты", "Итоги"),
    ]
    table = w.table(w.row(*HEADING), *(w.row(*row) for row in rows))
    rest = w.table(*(w.row(number, *row[1:]) for number, row in zip("34", rows, strict=True)))
    found = as_true(read(w.packed(table + w.paragraph("") + rest), "план.docx"))
    assert [row.number for row in found] == ["1", "2", "3", "4"]
    assert found[3] == TrueRow(rows[1][1], "июнь", ("ответственные за сайты",), "Итоги", "4")


def test_all_above_the_numbers_of_columns_is_the_heading() -> None:
    heading = [
        ("№", "Направления и", "Срок", "Ответственные", "Результат"),
        ("п/п", "мероприятия", "исполнения", "исполнители", "(вид документа)"),
        tuple("12345"),
    ]
    row = ("1", "Семинар", "май", "ОО", "Справка")
    data = w.with_table([*heading, row, *heading, ("2", *row[1:])])
    assert as_true(read(data, "план.docx")) == [
        TrueRow("Семинар", "май", ("ОО",), "Справка", number) for number in "12"
    ]


def test_the_same_performers_as_above_are_written_with_strokes() -> None:
    rows = [("1", "Семинар", "май", "ОО, ЦМТО", ""), ("2", "Курсы", "//", "-//-", "")]
    _, second = as_true(read(w.with_table([HEADING, *rows]), "план.docx"))
    assert (second.due_text, second.performers) == ("май", ("ОО", "ЦМТО"))


def test_lines_of_performers_are_names_or_parts_of_one() -> None:
    written = {
        "Управление образования\nобщественные наблюдатели": (
            "Управление образования",
            "общественные наблюдатели",
        ),
        "классные руководители\nадминистрации школ": ("классные руководители", "администрации школ"),
        "отдел образования\nадминистрации района": ("отдел образования администрации района",),
        "классные\nруководители": ("классные руководители",),
    }
    rows = [(str(number), "Дело", "май", text, "") for number, text in enumerate(written, 1)]
    found = as_true(read(w.with_table([HEADING, *rows]), "план.docx"))
    assert [row.performers for row in found] == list(written.values())


def test_a_busy_or_sleeping_computer_is_no_large_document(monkeypatch: pytest.MonkeyPatch) -> None:
    hours = iter(range(0, 1_000_000, 3600))
    monkeypatch.setattr(
        allowance, "time", SimpleNamespace(monotonic=lambda: float(next(hours)), process_time=lambda: 1.0)
    )
    rows = [(str(number), "Дело", "май", "ОО", "") for number in range(1, 200)]
    assert len(read(w.with_table([HEADING, *rows]), "план.docx").rows) == 199


@pytest.mark.parametrize(
    ("texts", "named"),
    [
        (["№", "Дело", "IX", "X", "XI", "XII", "I"], ["", "", "сентябрь", "октябрь", "ноябрь", "декабрь", "январь"]),
        (["Дело", "9", "10", "11", "12", "1"], ["", "сентябрь", "октябрь", "ноябрь", "декабрь", "январь"]),
        (["Дело", "I", "II", "III", "IV"], ["", "I квартал", "II квартал", "III квартал", "IV квартал"]),
        (["1", "2", "3", "4", "5", "6"], [""] * 6),
    ],
)  # fmt: skip
def test_numerals_of_months_are_told_by_their_order(texts: list[str], named: list[str]) -> None:
    assert periods_named(texts) == named
