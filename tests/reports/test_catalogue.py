"""The list of reports."""

import pytest

from roadmap_desktop.errors import KnownError
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
    with pytest.raises(KnownError, match="Может быть, «month»"):
        find_report("mont")
