"""Other versions of the libraries to run the tests with: what is installed for each choice."""

import importlib
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
DEPENDENCIES = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]


@pytest.fixture
def versions(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(ROOT / "tools")
    return importlib.import_module("test_versions")


def test_the_lowest_is_where_a_range_begins(versions: ModuleType) -> None:
    assert versions.lowest(["SQLAlchemy>=2.0,<3", "lxml >= 5"]) == ["SQLAlchemy==2.0", "lxml==5"]


def test_a_range_without_a_beginning_is_refused(versions: ModuleType) -> None:
    with pytest.raises(SystemExit, match=r"lxml<6 says no lowest version\."):
        versions.lowest(["lxml<6"])


def test_the_newest_stay_within_their_ranges(versions: ModuleType) -> None:
    assert set(DEPENDENCIES) < set(versions.wanted("newest"))


def test_every_range_of_the_project_has_a_lowest_version(versions: ModuleType) -> None:
    pinned = [each for each in versions.wanted("lowest") if "==" in each]
    assert len(pinned) == len(DEPENDENCIES)
