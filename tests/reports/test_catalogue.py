"""The list of reports."""

import pytest

from roadmap_desktop.cli.printing import PARAMETERS
from roadmap_desktop.errors import UserError
from roadmap_desktop.reports.catalogue import REPORTS, find_report


def test_each_report_is_found_by_its_short_english_id() -> None:
    assert [find_report(report.id) for report in REPORTS] == list(REPORTS)
    assert len({report.id for report in REPORTS}) == len(REPORTS)
    assert all(report.id.isascii() and report.id.isalpha() for report in REPORTS)


def test_a_report_s_line_has_its_id_title_and_parameters() -> None:
    assert find_report("month").line == (
        "month — План мероприятий на месяц (месяц: --month 2020-09, что печатать: --groups)"
    )


def test_an_unknown_report_names_the_nearest() -> None:
    with pytest.raises(UserError, match="Может быть, «month»"):
        find_report("mont")


def test_every_parameter_can_be_typed_on_the_command_line() -> None:
    assert {each.name for report in REPORTS for each in report.parameters} <= set(PARAMETERS)


def test_the_reports_of_the_roadmap_are_listed_with_what_they_need() -> None:
    lines = [report.line for report in REPORTS if report.group == "Дорожная карта"]
    assert [line.split(" — ")[0] for line in lines] == [
        "month",
        "quarter",
        "half",
        "year",
        "annex",
        "order",
        "execution",
        "digest",
        "calendar",
        "wall",
        "corrections",
    ]
    assert lines[-1] == (
        "corrections — Лист корректировки (прежняя редакция: --older «Редакция 1», "
        "новая редакция или план как сейчас: --newer «Редакция 2»)"
    )


def test_the_documents_about_schools_are_listed_as_the_work_goes() -> None:
    assert [report.id for report in REPORTS if report.group == "Школы"] == [
        "schools",
        "passport",
        "zones",
        "progress",
        "partnership",
        "agreement",
        "agreements",
        "events",
        "help",
        "visit",
        "practices",
    ]
    assert find_report("zones").line == (
        "zones — Анализ проблемных зон (школа: --school «СОШ № 1», что печатать: --groups)"
    )
