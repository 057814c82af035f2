"""Five thousand digits where a name is expected: every page, list and dialog shows them, and the work goes on."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from roadmap_desktop.errors import UserError
from roadmap_desktop.model.field import FieldKind
from roadmap_desktop.model.register import Register
from roadmap_desktop.model.registers import REGISTERS
from roadmap_desktop.operations.file.files import open_roadmap
from roadmap_desktop.operations.plan import activities
from roadmap_desktop.operations.plan.reading import read_plan
from roadmap_desktop.operations.registers import registers
from roadmap_desktop.operations.registers.record_listing import read_listing
from roadmap_desktop.storage.roadmap_file import RoadmapFile
from roadmap_desktop.ui.main_window import MainWindow
from roadmap_desktop.ui.navigation import PAGES
from roadmap_desktop.ui.registers.page import RegisterPage
from tests.samples import full_sample_at

from .forms import dialog_of

DIGITS = "9" * 5000


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    path = tmp_path / "Дорожная карта.roadmap"
    full_sample_at(path)
    with open_roadmap(path) as file:
        plan = read_plan(file)
        for number, name in enumerate(("name", "note", "expected_result", "due_text")):
            activities.set_field(file, plan, [plan.activities[number].id], name, DIGITS)
        for register in REGISTERS:
            _lengthen(file, register, [row.id for row in read_listing(file, register).rows[:2]])
    return path


def _lengthen(file: RoadmapFile, register: Register, ids: Sequence[str]) -> None:
    for field in register.fields:
        if ids and field.kind in (FieldKind.LINE, FieldKind.TEXT, FieldKind.DUE):
            with suppress(UserError):
                registers.set_values(file, register, ids, {field.name: DIGITS})


def test_every_page_and_record_is_shown(window: MainWindow) -> None:
    for name in PAGES:
        window.show_page(name)
        QApplication.processEvents()
        page = window._pages.currentWidget()
        assert page is not None
        assert page.isVisible()
        if isinstance(page, RegisterPage):
            for column in range(page.model.columnCount()):
                page.model.sort(column)
            page.open_record(page.model.rows[0].id)
            dialog_of(window).reject()
    assert window.document.can_edit
