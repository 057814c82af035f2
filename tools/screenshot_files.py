"""The files that the screenshots show, as they might be in October: worked on, copied, backed up, damaged."""

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.references import owner_value
from roadmap_desktop.operations.file import attachments, backups, files
from roadmap_desktop.operations.plan import activities, reading, revisions
from roadmap_desktop.storage import lock

TODAY = date(2020, 10, 6)
DEPUTY = "заместитель"
# What the methodist has done by that day, so that every state is to be seen.
DONE = ("1", "2", "6", "11")
IN_WORK = ("3", "8", "12", "19")


class ScreenshotFiles(NamedTuple):
    """``copy`` is the deputy's, ``held`` is open at another PC, ``schools`` a folder of many."""

    path: Path
    copy: Path
    damaged: Path
    held: Path
    schools: Path


class _Clock:
    """A clock that stands: screenshots that are taken again stay the same."""

    moment = datetime(2020, 10, 6, 9, 12)

    @classmethod
    def now(cls) -> datetime:
        return cls.moment.astimezone(UTC)


@contextmanager
def standing_clock() -> Iterator[None]:
    """For the program it is the day of the screenshots."""
    with patch("roadmap_desktop.clock.now", _Clock.now):
        yield


def make_files(folder: Path) -> ScreenshotFiles:
    """Makes them all in that folder, within ``standing_clock``; the clock stands at the day of the screenshots then."""
    path = folder / "Дорожная карта 2020–2021.roadmap"
    copy = folder / "С флешки" / "Дорожная карта 2020–2021.roadmap"
    _begin(path)
    _attach(path)
    _say_work(path)
    copy.parent.mkdir()
    shutil.copy(path, copy)
    _edit_both(path, copy)
    damaged = _damaged(path, folder / "Дорожная карта (повреждена).roadmap")
    held = folder / "Дорожная карта отдела.roadmap"
    shutil.copy(path, held)
    lock.take(
        held, lock.Holder(DEPUTY, "ПК-2", 1, "", datetime(2020, 10, 6, 8, 40).astimezone(), "1", str(held))
    )
    schools = _schools(folder / "Школы")
    _it_is("06.10.2020 09:12")
    return ScreenshotFiles(path, copy, damaged, held, schools)


def _begin(path: Path) -> None:
    _it_is("27.08.2020 10:05")
    files.create_from_sample(path)
    _it_is("28.08.2020 11:30")
    _set(path, "21", "note", "Согласовать с районным отделом")
    _back_up(path)
    _it_is("01.09.2020 09:20")
    with files.open_roadmap(path) as file:
        revisions.approve(file, "Редакция 1", "214", date(2020, 9, 1), date(2020, 9, 1))
    _back_up(path)


def _attach(path: Path) -> None:
    _it_is("08.09.2020 15:10")
    folder = path.parent / "Документы"
    folder.mkdir()
    made = (("Приказ об утверждении списка школ.pdf", 184_000), ("Анализ результатов.xlsx", 41_500))
    for name, size in made:
        (folder / name).write_bytes(os.urandom(size))
    with files.open_roadmap(path) as file:
        plan = reading.read_plan(file)
        owner = owner_value("activity", plan.activities[2].id)
        attachments.attach(file, plan, owner, [folder / name for name, _ in made])
    _back_up(path)


def _say_work(path: Path) -> None:
    _it_is("18.09.2020 16:40")
    for number in DONE:
        _set(path, number, "state", State.DONE)
    _back_up(path)
    _it_is("21.09.2020 09:05")
    for number in IN_WORK:
        _set(path, number, "state", State.IN_WORK)
    _back_up(path, backups.Reason.IMPORT)


def _edit_both(path: Path, copy: Path) -> None:
    """What two people changed since the copy was made; one field of it both."""
    with _author(DEPUTY):
        _it_is("28.09.2020 14:20")
        _set(copy, "5", "expected_result", "Обновлённый план, согласованный с министерством")
        _set(copy, "13", "note", "Анкеты собраны в пяти школах")
        _it_is("29.09.2020 10:02")
        _set(copy, "7", "due_text", "октябрь 2020 года")
        _set(copy, "2", "actual_result", "Приказ подписан, группа собралась дважды")
    _it_is("30.09.2020 11:45")
    _set(path, "5", "expected_result", "Откорректированная дорожная карта")
    _set(path, "14", "note", "Планы ждём до 20 октября")
    _back_up(path, backups.Reason.MERGE)
    _it_is("01.10.2020 09:30")
    with files.open_roadmap(path) as file:
        revisions.approve(file, "Редакция 2", "251", date(2020, 10, 1), date(2020, 10, 1))
    _it_is("05.10.2020 17:15")
    _set(path, "3", "due_text", "сентябрь")
    _set(path, "3", "due_text", "сентябрь- октябрь 2020 года")
    _back_up(path)


def _damaged(path: Path, damaged: Path) -> Path:
    shutil.copy(path, damaged)
    with closing(sqlite3.connect(damaged)) as connection, connection:
        connection.execute("UPDATE activity SET expected_result = 'Утрачено' WHERE state = 'в работе'")
        connection.execute("DELETE FROM content WHERE rowid = 1")
    return damaged


def _schools(folder: Path) -> Path:
    folder.mkdir()
    _it_is("01.10.2020 12:00")
    first = folder / "Школа 1.roadmap"
    files.create_from_sample(first)
    for number in range(2, 7):
        shutil.copy(first, folder / f"Школа {number}.roadmap")
    for index, path in enumerate(sorted(folder.iterdir())):
        for number in range(1, 4 + 3 * index % 11):
            _set(path, str(number), "state", State.DONE)
    return folder


def _it_is(moment: str) -> None:
    _Clock.moment = datetime.strptime(moment, "%d.%m.%Y %H:%M")


def _back_up(path: Path, reason: backups.Reason = backups.Reason.OPENING) -> None:
    backups.back_up(path, reason, now=_Clock.moment)


def _set(path: Path, number: str, name: str, value: Any) -> None:
    _do(path, number, activities.set_field, name, value)


def _do(path: Path, number: str, do: Callable[..., object], *values: Any) -> None:
    with files.open_roadmap(path) as file:
        plan = reading.read_plan(file)
        do(file, plan, [row.id for row in plan.activities if row.number == number], *values)


@contextmanager
def _author(name: str) -> Iterator[None]:
    """Whose edits they are: the user's name in the operating system."""
    with patch.dict(os.environ, LOGNAME=name):
        yield
