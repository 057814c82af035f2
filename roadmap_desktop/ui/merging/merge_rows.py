"""A merge as rows: what is to be chosen, what each author changed, what stays, what has one name."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from textwrap import shorten

from roadmap_desktop.model.change_set import AUTHOR_UNKNOWN
from roadmap_desktop.model.merging import (
    Conflict,
    Difference,
    DifferenceKind,
    MergePreview,
    Prefer,
    RecordName,
    Revived,
    SameName,
)
from roadmap_desktop.model.russian import counted
from roadmap_desktop.ui.merging.rows import Cell, Row, RowKind, by_record, group, named, signed, top, valued

_LONGEST_NAME = 120
MINE, THEIRS = 2, 3  # columns in which the values of the sides stand
_WHOLE_WORDS = {DifferenceKind.ADDED: "добавлено", DifferenceKind.REMOVED: "удалено"}


def merge_rows(told: MergePreview, theirs: Sequence[Path]) -> Row:
    """The whole preview; conflicts come first."""
    root = top()
    contested = {conflict.key[1:] for conflict in told.conflicts}
    groups = [
        (
            f"{'Изменено' if told.common_past else 'Записано'} по-разному, выберите значение",
            [_conflict(one, theirs) for one in told.conflicts],
        ),
        ("Останется, хотя и удалено", [_revived(one) for one in told.revived]),
        (
            f"{'Одинаковые' if told.common_past else 'Похожие'} названия: останутся обе записи",
            [_same_name(one) for one in told.same_names],
        ),
        ("Есть только в другом файле, не перенесётся", [_note(named(one), one) for one in told.left]),
    ]
    root.add(group(f"{title}: {len(rows)}", rows) for title, rows in groups[:1] if rows)
    if told.common_past:
        root.add(_by_author("Моё", told.mine, MINE, contested))
        root.add(_by_author("Из копии" if len(theirs) == 1 else "Из копий", told.theirs, THEIRS, contested))
    else:
        root.add(_only_there("Есть только в моём файле, останется", told.mine))
        root.add(_only_there("Есть только в другом файле, добавится", told.theirs))
    root.add(group(f"{title}: {len(rows)}", rows) for title, rows in groups[1:] if rows)
    return root


def _conflict(conflict: Conflict, theirs: Sequence[Path]) -> Row:
    key = conflict.key
    where = shorten(named(conflict.record), _LONGEST_NAME, placeholder="…")
    copy = f"копия «{theirs[key.file].stem}»" if len(theirs) > 1 else ""
    mine, other = (
        valued(key.table, key.field, value, _signed(author, at, conflict.newest is side))
        for value, author, at, side in (
            (conflict.mine, conflict.mine_author, conflict.mine_at, Prefer.MINE),
            (conflict.theirs, conflict.theirs_author, conflict.theirs_at, Prefer.THEIRS),
        )
    )
    past = valued(key.table, key.field, conflict.past)
    head = Cell(conflict.label, "\n".join(part for part in (where, copy) if part))
    return Row(RowKind.CONFLICT, (head, past, mine, other), conflict.record, conflict)


def _signed(author: str | None, at: object, is_newest: bool) -> str:
    words = signed(author, at)  # type: ignore[arg-type]
    return f"новее: {words}" if is_newest and words else words


def _by_author(
    side: str, changes: Iterable[Difference], column: int, contested: set[tuple[str, str, str]]
) -> Iterator[Row]:
    authors: dict[str, list[Difference]] = {}
    for change in changes:
        authors.setdefault(change.author or AUTHOR_UNKNOWN, []).append(change)
    for author, own in authors.items():
        changed = counted(len(own), "изменение", "изменения", "изменений")
        yield group(
            f"{side} · {author}: {changed}",
            by_record(own, partial(_change, column=column, contested=contested)),
        )


def _change(change: Difference, column: int, contested: set[tuple[str, str, str]]) -> Row:
    record, note = change.record, signed(None, change.at)
    if change.kind is DifferenceKind.CHANGED:
        old = valued(record.table, change.field, change.old)
        new = valued(record.table, change.field, change.new, note)
    else:
        old, new = Cell(), Cell(_WHOLE_WORDS[change.kind], note)
    is_contested = (record.table, record.id, change.field) in contested
    head = Cell(change.label or "Вся запись", "выберите выше" if is_contested else "")
    cells = [head, old, Cell(), Cell()]
    cells[column] = new
    return Row(RowKind.FIELD, tuple(cells), record)


def _only_there(title: str, changes: Sequence[Difference]) -> Iterator[Row]:
    if changes:
        yield group(f"{title}: {len(changes)}", (_note(_only(one), one.record) for one in changes))


def _only(one: Difference) -> str:
    """A record, or of what stands in one that both have the field and its value."""
    value = f" — {one.label}: {valued(one.record.table, one.field, one.new).text}" if one.field else ""
    return named(one.record) + value


def _revived(revived: Revived) -> Row:
    side = "у меня" if revived.by_mine else "в копии"
    who = signed(revived.author or AUTHOR_UNKNOWN, revived.at)
    why = "другая сторона изменила запись или ссылается на неё"
    return _note(f"{named(revived.record)} — удалено {side} ({who}), но {why}", revived.record)


def _same_name(alike: SameName) -> Row:
    return _note(" и ".join(named(record) for record in alike.records), alike.records[0])


def _note(text: str, record: RecordName) -> Row:
    return Row(RowKind.NOTE, (Cell(text),), record)
