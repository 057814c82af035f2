"""Records with a day or a term, as the calendar asks for them."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from roadmap_desktop.model.period import Period, school_year
from roadmap_desktop.model.registers import BY_ID
from roadmap_desktop.operations.file.files import create_empty, open_roadmap
from roadmap_desktop.operations.registers.dated_records import dated_kinds, dated_records
from roadmap_desktop.operations.registers.registers import add_record
from roadmap_desktop.storage.roadmap_file import RoadmapFile

YEAR = school_year("2020-2021")
OCTOBER = Period(date(2020, 10, 1), date(2020, 10, 31))
EVERY = frozenset(kind.register for kind in dated_kinds())


@pytest.fixture
def file(tmp_path: Path) -> Iterator[RoadmapFile]:
    create_empty(tmp_path / "карта.roadmap", YEAR)
    with open_roadmap(tmp_path / "карта.roadmap") as file:
        yield file


def seen(file: RoadmapFile, kinds: frozenset[str] = EVERY) -> list[tuple[str, str, Period]]:
    return [(one.register, one.title, one.period) for one in dated_records(file, OCTOBER, YEAR, kinds)]


def day(number: int) -> Period:
    return Period(date(2020, 10, number), date(2020, 10, number))


def test_days_and_terms_of_the_month_are_found_and_others_are_not(file: RoadmapFile) -> None:
    meeting, _ = add_record(file, BY_ID["meetings"], {"name": "Совет", "held_on": date(2020, 10, 31)})
    add_record(file, BY_ID["meetings"], {"name": "Ноябрьское", "held_on": date(2020, 11, 1)})
    add_record(file, BY_ID["meetings"], {"name": "Без даты"})
    words = {
        "Справки": "до 20 октября",
        "Выезды": "сентябрь – октябрь",
        "Всегда": "в течение года",
        "Когда-нибудь": "по мере надобности",
        "Потом": "ноябрь",
    }
    for name, due in words.items():
        add_record(file, BY_ID["decisions"], {"meeting_id": meeting, "name": name, "due_text": due})
    assert seen(file) == [
        ("meetings", "Совет", day(31)),
        ("decisions", "Справки", day(20)),
        ("decisions", "Выезды", Period(date(2020, 9, 1), date(2020, 10, 31))),
    ]
    assert seen(file, frozenset({"meetings"})) == [("meetings", "Совет", day(31))]


def test_what_recurs_stands_on_each_of_its_days(file: RoadmapFile) -> None:
    meeting, _ = add_record(file, BY_ID["meetings"], {"name": "Совет"})
    add_record(
        file,
        BY_ID["decisions"],
        {"meeting_id": meeting, "name": "Отчёт", "due_text": "последняя пятница месяца"},
    )
    assert seen(file) == [("decisions", "Отчёт", day(30))]


def test_an_agreement_stands_on_the_day_it_expires_named_with_its_parties(file: RoadmapFile) -> None:
    one, two = (add_record(file, BY_ID["schools"], {"name": name})[0] for name in ("СОШ № 1", "СОШ № 2"))
    values = {"number": "7", "school_id": one, "partner_id": two, "valid_until": date(2020, 10, 5)}
    add_record(file, BY_ID["agreements"], values)
    assert seen(file) == [("agreements", "7 — СОШ № 1 — СОШ № 2", day(5))]
