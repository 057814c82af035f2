"""What the program is passed on with is named with its licence: nothing is left out, nothing is out of date."""

import importlib
from pathlib import Path

import pytest

from roadmap_desktop.operations.licences import components, text_of
from roadmap_desktop.program_data import data_path

_TOOLS = Path(__file__).resolve().parents[2] / "tools"


def test_every_locked_package_is_there_in_its_version(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(_TOOLS)
    tool = importlib.import_module("licences")
    besides = {each.name for each in tool.BESIDES}
    packages = {each.name: each.version for each in components()[1:] if each.name not in besides}
    assert packages == tool.locked(), "run `make licences`"
    assert {"pyside6", "sqlalchemy", "reportlab", "lxml", "pypdfium2"} <= packages.keys()


def test_everything_has_a_licence_and_its_words() -> None:
    assert [each.name for each in components() if not each.licence or not text_of(each)] == []


def test_no_text_lies_there_for_nothing() -> None:
    named = {Path(text).name for each in components() for text in each.texts if text.startswith("licences/")}
    assert {path.name for path in data_path("resources", "licences").glob("*.txt")} == named


def test_of_qt_it_is_said_how_to_replace_it() -> None:
    (qt,) = [each for each in components() if each.name == "Qt"]
    assert "заменить" in text_of(qt)
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in text_of(qt)


def test_every_font_that_lies_there_is_named() -> None:
    told = {text for each in components() for text in each.texts}
    fonts = {path.name for path in data_path("resources", "fonts").glob("*.txt")}
    assert {f"fonts/{name}" for name in fonts} <= told
