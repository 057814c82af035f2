"""«Работа ведётся» in the details: from an activity to the registers of its work."""

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from roadmap_desktop.operations.plan import activities
from roadmap_desktop.ui.main_window import MainWindow
from roadmap_desktop.ui.registers.page import RegisterPage
from tests.ui.person import click


def links(window: MainWindow) -> dict[str, QPushButton]:
    found = window.details.findChildren(QPushButton)
    return {
        one.text(): one
        for one in found
        if one.isVisible() and one.accessibleName().startswith("Работа ведётся")
    }


def choose(window: MainWindow, number: int) -> None:
    assert window.document.plan is not None
    window.selection.choose([window.document.plan.activities[number - 1].id])


def test_an_activity_leads_to_the_registers_of_its_work(window: MainWindow, qtbot: QtBot) -> None:
    wanted: list[str] = []
    window.details.place_wanted.connect(wanted.append)
    choose(window, 3)
    qtbot.waitUntil(lambda: {"Школы → Проблемные зоны", "Школы → Факторы риска"} == links(window).keys())
    click(links(window)["Школы → Проблемные зоны"])
    assert wanted == ["schools"]
    assert isinstance(window.centralWidget().findChild(RegisterPage), RegisterPage)
    window.show_page("table")
    choose(window, 22)
    qtbot.waitUntil(lambda: links(window).keys() == {"Договоры"})


def test_an_activity_of_ones_own_leads_nowhere(window: MainWindow, qtbot: QtBot) -> None:
    choose(window, 3)
    qtbot.waitUntil(lambda: len(links(window)) == 2)
    plan = window.document.plan
    assert plan is not None
    third = plan.activities[2].id
    window.document.execute(lambda file: activities.set_field(file, plan, [third], "name", "Своё"))
    qtbot.waitUntil(lambda: not links(window))
