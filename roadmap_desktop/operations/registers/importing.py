"""A list that another program has written, as records of a register: what would come of each row is known before
anything is written."""

from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

from roadmap_desktop import clock
from roadmap_desktop.errors import NOTHING_CHANGED, UserError
from roadmap_desktop.exchange.list_reading import ReadList, read_list
from roadmap_desktop.exchange.record_headings import counts_rows, plain_title
from roadmap_desktop.model.change_set import ChangeSet
from roadmap_desktop.model.field import Field, FieldKind
from roadmap_desktop.model.headings import headings_of, parts_of
from roadmap_desktop.model.register import Register
from roadmap_desktop.model.registers import REGISTERS
from roadmap_desktop.model.russian import counted
from roadmap_desktop.operations.file.backups import Reason, back_up
from roadmap_desktop.operations.plan.sources import allowance_for, open_source
from roadmap_desktop.operations.registers.assigning import Assigning
from roadmap_desktop.operations.registers.list_import import ListImport
from roadmap_desktop.operations.registers.list_rows import ListRows
from roadmap_desktop.storage.roadmap_file import RoadmapFile


def importable() -> tuple[Register, ...]:
    """The registers into which lists can be taken; a plan's activities are read otherwise."""
    return tuple(register for register in REGISTERS if not register.is_numbered)


def read_source(
    path: Path,
    register: Register,
    is_cancelled: Callable[[], bool] = lambda: False,
    percent: Callable[[int], None] = lambda _percent: None,
) -> ReadList:
    """What is read of a document as a list for the register; the file is only read. Raises UserError, Cancelled."""
    if register.is_numbered:
        raise UserError(
            "Мероприятия берут из документа не как список.",
            NOTHING_CHANGED,
            "Выберите «Взять из документа» или назовите справочник: schools, teachers…",
        )
    document = open_source(path, allowance_for(is_cancelled, percent)).document
    read = read_list(document, headings_of(register), parts_of(register), _naming(register))
    if not read.rows:
        raise UserError(
            f"В документе «{path.name}» нет таблицы со строками.",
            NOTHING_CHANGED,
            "Нужен список: таблица, в которой у каждой записи своя строка.",
        )
    return read


def write_list(file: RoadmapFile, read: ListImport, *, replace: bool = False) -> ChangeSet | None:
    """Writes what was understood, as one step of undo, after a backup; what differs stays as it is unless ``replace``.
    Names that were missing are made. Raises UserError when a record is gone meanwhile; nothing is written then."""
    changed = {id_: dict(values) for id_, values in read.changed.items()}
    for one in read.differences if replace else ():
        if one.id:
            changed.setdefault(one.id, {})[one.name] = one.value
    if not read.added and not changed:
        return None
    back_up(file.path, Reason.IMPORT)
    count = counted(len(read.added) + len(changed), *read.register.plural_forms)
    with file.edit(f"Взято из списка: {count}") as edit:
        assigning = Assigning(edit, read.register.record)
        for id_, given in changed.items():
            record = edit.get(read.register.record, id_)
            if record is None:
                raise UserError("Одну из записей удалили.", NOTHING_CHANGED, "Прочитайте список ещё раз.")
            assigning.set(record, given)
        for values in read.added:
            assigning.add(values)
            edit.flush()
    return edit.change_set


def understand(
    file: RoadmapFile,
    register: Register,
    source: ReadList,
    columns: Mapping[int, str] | None = None,
    fixed: Mapping[str, Any] | None = None,
) -> ListImport:
    """What the list would do. ``columns`` says what a column, from 0, is taken for, where that was not understood or is
    wrong: the name of a field, or an empty text for none; ``fixed``: what all of its records hold. Raises UserError
    where no column names the records."""
    fields = fields_of(register, source, columns)
    if unsaid := lacking(register, source, {*fields, *(fixed or {})}):
        labels = ", ".join(f"«{one.label}»" for one in unsaid)
        raise UserError(
            f"В списке не нашлось того, без чего записи не бывает: {labels}.",
            NOTHING_CHANGED,
            "Укажите, в каком это столбце, или задайте одно значение для всех строк.",
        )
    return ListRows(file, register, source, fields, fixed or {}, clock.today()).read()


def fields_of(
    register: Register, source: ReadList, columns: Mapping[int, str] | None = None
) -> tuple[str, ...]:
    """What each column is taken for, see ``understand``; what no field has goes to the note, where the register has
    one."""
    columns = columns or {}
    has_note = any(one.name == "note" and one.kind is FieldKind.TEXT for one in register.fields)
    found = []
    for index, (title, name) in enumerate(zip(source.titles, source.fields, strict=True)):
        if index in columns:
            found.append(columns[index])
        elif name in columns.values():
            # Named elsewhere: what was taken for it by mistake is nothing now.
            found.append("")
        else:
            found.append(name or ("note" if has_note and title and not counts_rows(title) else ""))
    return tuple(found)


def with_column(
    register: Register, source: ReadList, fields: Sequence[str], index: int, name: str
) -> dict[int, str]:
    """What the columns are where she says that one of them is that field: no other is, unless several make one, as a
    name in three columns does."""
    found = dict(enumerate(fields))
    parts = {plain_title(word) for word in parts_of(register)}
    if name != "note" and plain_title(source.titles[index]) not in parts:
        found = {other: "" if taken == name else taken for other, taken in found.items()}
    return found | {index: name}


def lacking(register: Register, source: ReadList, said: Collection[str]) -> Sequence[Field]:
    """The fields that no record can be without and that neither columns nor anything else says; ``said`` are those that
    are."""
    has_captions = any(row.is_caption for row in source.rows)
    found = [
        one
        for one in register.fields
        if one.required
        and one.name not in said
        and one.kind is not FieldKind.YEAR
        and not (has_captions and one.kind is FieldKind.LINK)
    ]
    is_nameless = _naming(register).isdisjoint(said)
    return found or ([register.field(name) for name in register.named_by] if is_nameless else [])


def _naming(register: Register) -> set[str]:
    """The fields of which a list must have one."""
    required = {one.name for one in register.fields if one.required and one.kind is not FieldKind.YEAR}
    return required | set(register.named_by)
