"""However narrow the details are drawn, and however large the letters are, nothing of them is cut."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from roadmap_desktop.operations.plan import activities, roadmap
from roadmap_desktop.ui import theme
from roadmap_desktop.ui.main_window import MainWindow


@pytest.fixture(params=[100, 125], ids=["usual letters", "large letters"])
def letters(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[int]:
    theme.apply_theme(qapp, theme.Look("light", request.param))
    yield request.param
    theme.apply_theme(qapp, theme.Look())


def test_the_narrowest_panel_shows_everything_of_an_activity(letters: int, window: MainWindow) -> None:
    assert letters and window.document.plan is not None
    window.selection.choose([window.document.plan.activities[2].id])
    panel = window.details
    window._splitter.setSizes([5000, 1])
    for _ in range(3):
        QApplication.processEvents()
    assert panel.isVisible()
    assert panel.width() == panel.minimumWidth()
    inner = panel.widget()
    assert inner.width() <= panel.viewport().width()
    for label in inner.findChildren(QLabel, "details-label"):
        assert label.indent() == 0
        longest = max(map(label.fontMetrics().horizontalAdvance, label.text().split()))
        assert longest <= label.width() or not label.isVisible(), label.text()


def test_the_section_of_an_activity_is_read_to_its_end(window: MainWindow) -> None:
    name = "Организационные мероприятия"
    window.document.execute(lambda file: roadmap.add_section(file, name))
    plan = window.document.plan
    assert plan is not None
    ids, section = [plan.activities[2].id], plan.sections[0].id
    window.document.execute(lambda file: activities.set_field(file, plan, ids, "section_id", section))
    window.selection.choose(ids)
    QApplication.processEvents()
    (line,) = [one for one in window.details.findChildren(QLineEdit) if one.text() == name]
    assert line.isVisible()
    assert line.fontMetrics().horizontalAdvance(name) < line.width()
