"""Numbers of institutions and what is like them."""

import pytest

from roadmap_desktop.model.institution_numbers import is_registration_number, is_taxpayer_number


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("7707083893", True),  # As published of a bank.
        ("7707083894", False),
        ("9123456789", False),  # A telephone.
        ("770708389", False),
        ("770708389३", False),
        ("", False),
    ],
)
def test_an_organisations_taxpayer_number(text: str, expected: bool) -> None:
    assert is_taxpayer_number(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("1027700132195", True), ("1027700132196", False), ("102770013219", False), ("", False)],
)
def test_a_registration_number(text: str, expected: bool) -> None:
    assert is_registration_number(text) is expected
