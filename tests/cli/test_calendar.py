"""The command «calendar»."""

from pathlib import Path

import pytest

from roadmap_desktop.cli.main import run
from tests.exchange.calendar_files import events_in


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    path = tmp_path / "Карта методиста.roadmap"
    assert run(["new", str(path), "--sample"]) == 0
    return path


def test_the_whole_roadmap(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = sample.with_name("Календарь на год.ics")
    assert run(["calendar", str(sample), "-o", str(out)]) == 0
    assert capsys.readouterr().out.endswith(f"В файле {out} 22 события; без даты 1 — в календарь не вошло\n")
    assert len(events_in(out.read_bytes())) == 22


def test_a_month_and_some_kinds(sample: Path) -> None:
    out = sample.with_name("октябрь.ics")
    chosen = ["--month", "2020-10", "--kinds", "activities, Совещания"]
    assert run(["calendar", str(sample), "-o", str(out), *chosen]) == 0
    assert 0 < len(events_in(out.read_bytes())) < 22


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "Укажите после -o файл календаря"),
        (["-o", "к.pdf"], "с окончанием .ics"),
        (["-o", "к.ics", "--month", "2020-13"], "Месяц «2020-13» не понят"),
        (["-o", "к.ics", "--kinds", "meetingz"], "Может быть, «Совещания»?"),
        (["-o", "к.ics", "--kinds", "activities", "--month", "1999-01"], "событий нет"),
        (["-o", "нет такой папки/к.ics"], "такой папки нет"),
    ],
)
def test_a_mistake_is_told_in_a_sentence(
    sample: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    words: str,
) -> None:
    monkeypatch.chdir(sample.parent)
    assert run(["calendar", sample.name, *arguments]) == 2
    assert words in capsys.readouterr().err
    assert [path.name for path in sample.parent.iterdir()] == [sample.name]


def test_a_report_printed_into_a_calendar_has_the_events_of_its_term(sample: Path) -> None:
    month, october = sample.with_name("октябрь.ics"), ["--month", "2020-10"]
    for report in ("month", "calendar"):
        assert run(["print", str(sample), "--report", report, *october, "-o", str(month)]) == 0
        printed = month.read_bytes()
        assert run(["calendar", str(sample), *october, "-o", str(month)]) == 0
        assert month.read_bytes() == printed
    assert run(["print", str(sample), "--report", "annex", "-o", str(month)]) == 0
    assert len(events_in(month.read_bytes())) == 22


def test_a_report_of_a_register_has_the_events_of_that_register(sample: Path) -> None:
    meeting = ["meetings", "name=О ходе выполнения", "held_on=16.10.2020"]
    assert run(["add", str(sample), *meeting]) == 0
    out = sample.with_name("совещания.ics")
    assert run(["print", str(sample), "--report", "meetings", "-o", str(out)]) == 0
    (event,) = events_in(out.read_bytes())
    assert "О ходе выполнения" in event["SUMMARY"]


def test_a_report_without_days_is_no_calendar(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = sample.with_name("к.ics")
    assert run(["print", str(sample), "--report", "schools", "-o", str(out)]) == 2
    assert "нет событий для календаря" in capsys.readouterr().err
    assert not out.exists()
