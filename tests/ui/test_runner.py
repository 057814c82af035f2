import threading

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from roadmap_desktop.errors import Cancelled, UserError
from roadmap_desktop.ui.runner import ThreadRunner, known


def test_work_is_done_elsewhere_and_its_outcome_arrives_in_the_windows_thread(qtbot: QtBot) -> None:
    threads: list[object] = []
    outcomes: list[object] = []

    def work(_is_cancelled: object) -> str:
        threads.append(threading.get_ident())
        return "готово"

    def done(result: str) -> None:
        outcomes.extend([result, threading.get_ident()])

    ThreadRunner().run(work, done, outcomes.append)
    qtbot.waitUntil(lambda: len(outcomes) == 2)
    assert outcomes == ["готово", threading.get_ident()]
    assert threads != [threading.get_ident()]


def test_what_was_cancelled_says_nothing(qtbot: QtBot) -> None:
    outcomes: list[object] = []
    go_on = threading.Event()

    def work(is_cancelled: object) -> bool:
        go_on.wait()
        assert callable(is_cancelled)
        return bool(is_cancelled())

    task = ThreadRunner().run(work, outcomes.append, outcomes.append)
    task.cancel()
    go_on.set()
    qtbot.waitUntil(lambda: task.is_over)
    assert outcomes == []
    assert QThread.currentThread() is task.thread()


def test_a_failure_arrives_as_the_error_it_was(qtbot: QtBot) -> None:
    outcomes: list[object] = []

    def work(_is_cancelled: object) -> None:
        raise ValueError("нет")

    ThreadRunner().run(work, outcomes.append, outcomes.append)
    qtbot.waitUntil(lambda: bool(outcomes))
    assert isinstance(outcomes[0], ValueError)


def test_a_refusal_is_told_what_was_given_up_is_not_and_a_bug_goes_on() -> None:
    told: list[str] = []
    broke = known(told.append)
    broke(UserError("Файла нет."))
    broke(Cancelled())
    with pytest.raises(ZeroDivisionError):
        broke(ZeroDivisionError())
    assert told == ["Файла нет."]
