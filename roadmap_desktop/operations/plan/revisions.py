"""Approved revisions of the plan: approve, list, look at, compare, go back."""

import sqlite3
from collections.abc import Iterable
from contextlib import ExitStack
from datetime import date
from typing import TYPE_CHECKING, Any

from roadmap_desktop import clock
from roadmap_desktop.errors import NOTHING_CHANGED, UserError
from roadmap_desktop.model.change_set import ChangeSet
from roadmap_desktop.model.letters import one_line
from roadmap_desktop.model.merging import Comparison, Difference
from roadmap_desktop.model.revision import Revision
from roadmap_desktop.model.revision_row import RevisionRow as RevisionRow
from roadmap_desktop.model.revision_row import order_text as order_text
from roadmap_desktop.model.rows import Plan
from roadmap_desktop.model.search import folded
from roadmap_desktop.operations.copies.differences import changes_of_side, differences_of
from roadmap_desktop.operations.plan.reading import read_plan
from roadmap_desktop.operations.registers.record_words import RecordWords
from roadmap_desktop.storage.dependents import delete_record
from roadmap_desktop.storage.reversal import apply_changes
from roadmap_desktop.storage.revisions import Approvals
from roadmap_desktop.storage.roadmap_file import RoadmapFile
from roadmap_desktop.storage.rows import select

if TYPE_CHECKING:
    from roadmap_desktop.storage.editing import Edit

_FIELDS = ("name", "order_number", "order_date", "approved_on", "ground")


def approve(
    file: RoadmapFile,
    name: str,
    order_number: str = "",
    order_date: date | None = None,
    today: date | None = None,
    ground: str = "",
) -> ChangeSet | None:
    """Fixes the plan as it stands under that name; ``ground`` is what it was corrected for, in words. Raises UserError
    for an empty name or one that is taken."""
    name = one_line(name)
    with file.edit(f"Утверждена редакция «{name}»") as edit:
        _check_name(edit.connection, name)
        edit.add(
            Revision(
                name=name,
                order_number=one_line(order_number),
                order_date=order_date,
                approved_on=today or clock.today(),
                ground=one_line(ground),
            )
        )
    return edit.change_set


def rename(file: RoadmapFile, revision_id: str, name: str) -> ChangeSet | None:
    """Gives a revision another name. Raises UserError for an empty name or one that is taken."""
    name = one_line(name)
    with file.edit("Название редакции") as edit:
        revision = _revision(edit, revision_id)
        if revision.name != name:
            _check_name(edit.connection, name)
            revision.name = name
    return edit.change_set


def delete(file: RoadmapFile, revision_id: str) -> ChangeSet | None:
    """Takes a revision off the list; the plan stays as it is. Raises UserError when it is gone already."""
    with file.edit("Удалена редакция") as edit:
        delete_record(edit, _revision(edit, revision_id))
    return edit.change_set


def revisions(file: RoadmapFile) -> tuple[RevisionRow, ...]:
    """The revisions, the newest first."""
    with file.read() as connection:
        found = select(connection, Revision, ("id", *_FIELDS))
        if not found:
            return ()
        approvals = Approvals(connection)
        places = approvals.contents.places
        found.sort(key=lambda row: (places[approvals.headline(row[0]).id], row[0]), reverse=True)
        return tuple(_row(row, approvals) for row in found)


def suggested_name(rows: Iterable[RevisionRow]) -> str:
    """«Редакция N» with the first number above the count of revisions that is free."""
    names = [row.name for row in rows]
    number = len(names) + 1
    while f"Редакция {number}" in names:
        number += 1
    return f"Редакция {number}"


def revision_named(file: RoadmapFile, name: str) -> str:
    """The key of the revision with that name, or that key. Raises UserError when there is none, or several."""
    wanted = one_line(name)
    with file.read() as connection:
        known = select(connection, Revision, ("id", "name"))
    found: list[str] = [id_ for id_, its in known if wanted in (id_, its)]
    found = found or [id_ for id_, its in known if folded(wanted) == folded(its)]
    if len(found) == 1:
        return found[0]
    if found:
        raise UserError(
            f"Редакций с названием «{wanted}» несколько.",
            NOTHING_CHANGED,
            f"Укажите ключ одной из них: {', '.join(found)}.",
        )
    names = ", ".join(f"«{its}»" for _, its in known)
    advice = f"Есть: {names}." if names else "Редакций в файле пока нет."
    raise UserError(f"Редакции «{wanted}» нет.", NOTHING_CHANGED, advice)


def plan_at(file: RoadmapFile, revision_id: str) -> Plan:
    """The plan as it was approved. Raises UserError for a revision that is gone."""
    with file.read() as connection:
        _name_of(connection, revision_id)
        with Approvals(connection).as_approved(revision_id) as private:
            private.execute("COMMIT")
            with RoadmapFile(file.path, opener=lambda _path: private) as past:
                return read_plan(past)


def compare(file: RoadmapFile, revision_id: str, other_id: str | None = None) -> Comparison:
    """How a revision differs from another one (None: from the plan as it is), and what was done meanwhile on either
    side. Raises UserError for a revision that is gone."""
    with file.read() as connection, ExitStack() as stack:
        for wanted in (revision_id, other_id):
            if wanted is not None:
                _name_of(connection, wanted)
        present = connection
        approvals = Approvals(present)
        known = [_known(approvals, id_) for id_ in (revision_id, other_id)]
        one, other = (
            present if id_ is None else stack.enter_context(approvals.as_approved(id_))
            for id_ in (revision_id, other_id)
        )
        words = RecordWords((one, other), approvals.contents)
        differences = differences_of(approvals.touched(known[0] ^ known[1]), one, other, words)
        return Comparison(
            not differences,
            True,
            differences,
            _of_plan(changes_of_side(approvals.contents, known[0] - known[1], words)),
            _of_plan(changes_of_side(approvals.contents, known[1] - known[0], words)),
        )


def go_back(file: RoadmapFile, revision_id: str) -> ChangeSet | None:
    """Makes the plan what it was when the revision was approved, in one step of undo; the revisions stay. Raises
    UserError for a revision that is gone, and when the plan is so already."""
    with file.read() as connection:
        name = _name_of(connection, revision_id)
    with file.edit(f"Возврат к редакции «{name}»") as edit:
        _revision(edit, revision_id)
        changes = Approvals(edit.connection).changes_back(revision_id)
        if not changes:
            raise UserError(f"План и сейчас такой, как в редакции «{name}».", NOTHING_CHANGED)
        apply_changes(edit, changes, backwards=False)
    return edit.change_set


def _row(row: tuple[Any, ...], approvals: Approvals) -> RevisionRow:
    id_, name, order_number, order_date, approved_on, ground = row
    headline = approvals.headline(id_)
    return RevisionRow(
        id_,
        name,
        order_number,
        order_date,
        approved_on,
        headline.made_at,
        headline.author,
        approvals.activity_count(id_),
        ground,
    )


def _known(approvals: Approvals, revision_id: str | None) -> set[str]:
    contents = approvals.contents if revision_id is None else approvals.past(revision_id)
    return set(contents.headlines)


def _of_plan(changes: tuple[Difference, ...]) -> tuple[Difference, ...]:
    return tuple(change for change in changes if change.record.table != Revision.__tablename__)


def _revision(edit: "Edit", revision_id: str) -> Revision:
    found = edit.get(Revision, revision_id)
    if found is None:
        raise _gone()
    return found


def _name_of(connection: sqlite3.Connection, revision_id: str) -> str:
    found = select(connection, Revision, ("name",), {"id": revision_id})
    if not found:
        raise _gone()
    return str(found[0][0])


def _gone() -> UserError:
    return UserError(
        "Этой редакции в файле больше нет.", NOTHING_CHANGED, "Откройте список редакций ещё раз."
    )


def _check_name(connection: sqlite3.Connection, name: str) -> None:
    if not any(letter.isprintable() and not letter.isspace() for letter in name):
        raise UserError(
            "Название редакции не может быть пустым.", NOTHING_CHANGED, "Введите хотя бы одно слово."
        )
    if select(connection, Revision, ("id",), {"name": name}):
        raise UserError(f"Редакция «{name}» уже есть.", NOTHING_CHANGED, "Введите другое название.")
