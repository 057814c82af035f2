from roadmap_desktop.model.numbering import activity_numbers
from roadmap_desktop.model.roadmap import Numbering


def test_continuous_numbers_run_through_sections() -> None:
    assert list(activity_numbers([None, 1, 1, 2], Numbering.CONTINUOUS)) == ["1", "2", "3", "4"]


def test_numbers_by_section_start_anew_in_each() -> None:
    assert list(activity_numbers([None, 1, 1, 2], Numbering.BY_SECTION)) == ["1", "1.1", "1.2", "2.1"]
