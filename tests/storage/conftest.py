"""How long the durability tests go on: briefly in ``make test``, long in ``make torture``."""

import os

import pytest

TORTURE = bool(os.environ.get("ROADMAP_TORTURE"))


@pytest.fixture
def torture() -> bool:
    """Whether there is time for many rounds."""
    return TORTURE


@pytest.fixture
def rounds() -> int:
    """How many times a process is killed."""
    return 300 if TORTURE else 8
