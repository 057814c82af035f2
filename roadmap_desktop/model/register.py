"""What a register is: a mapped class and one short declaration. The page, the form, search, the command line and export
follow from it, as lists and forms of an admin site follow from theirs."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from roadmap_desktop.model.base import Record
from roadmap_desktop.model.field import Field, FieldKind
from roadmap_desktop.model.work import Direction

# Field by name to what is wrong with it, a Russian sentence; over values as the fields hold them.
Check = Callable[[Mapping[str, Any]], dict[str, str]]


class Group(NamedTuple):
    """Fields that stand together in the form."""

    title: str
    fields: tuple[str, ...]


class Related(NamedTuple):
    """A list in a record's dialog: the records of another register whose field ``by`` points here."""

    title: str
    register: str
    by: str
    columns: tuple[str, ...] = ()


class Tab(NamedTuple):
    """A page of a record's dialog after the form: its lists one beneath another."""

    title: str
    lists: tuple[Related, ...]


class Derived(NamedTuple):
    """A column that is worked out of the records of another register whose field ``by`` points here: the values of
    their field ``of``, each once; with ``done`` how many of them have that value, «3 из 5»."""

    name: str
    label: str
    register: str
    by: str
    of: str
    done: Any = None

    @property
    def field(self) -> Field:
        """The column as a field, which nobody edits."""
        return Field(self.name, self.label, FieldKind.LINE if self.done is not None else FieldKind.WORDS)


NUMBER = Field("number", "№", FieldKind.LINE)


class Register(NamedTuple):
    """``id`` names it for the command line and the navigation; ``plural_forms`` are «школа, школы, школ»; ``columns``
    those of the table at first; ``named_by`` the fields by which a record is known; ``unique_by`` the fields in which
    two records of one thing are equal; ``known_as`` the fields that name a record as well, as a school's full name
    does; ``activity_numbers`` the activities of the typical roadmap whose place of work this is; ``day`` the field, a
    date or a due wording, by which a record stands in the calendar; ``ends`` the last day of one that may take several;
    ``expires`` the date after which a record is no longer valid; ``direction`` that of its records in a month's plan,
    where they are work (``work.Work``); ``told_by`` the link that tells records of one name apart in the calendar;
    ``is_numbered``: its records stand in an order within sections, by which they are numbered; ``done`` the fields that
    tell what has become of a record, and are not copied with it: a register that has some is of what is planned, and so
    are its dates; ``of_year``: its records tell of one school year, and the next begins without them; ``is_page``: it
    is in the navigation, the others are lists in dialogs; ``takes_files``: files can be attached to a record."""

    id: str
    record: type[Record]
    title: str
    plural_forms: tuple[str, str, str]
    add: str
    columns: tuple[str, ...]
    groups: tuple[Group, ...]
    named_by: tuple[str, ...]
    empty: str = "Записей пока нет. Добавьте первую или вставьте список из Excel."
    tabs: tuple[Tab, ...] = ()
    derived: tuple[Derived, ...] = ()
    unique_by: tuple[str, ...] = ()
    known_as: tuple[str, ...] = ()
    activity_numbers: tuple[int, ...] = ()
    day: str = ""
    ends: str = ""
    expires: str = ""
    direction: Direction | None = None
    told_by: str = ""
    check: Check = lambda _values: {}
    is_numbered: bool = False
    done: tuple[str, ...] = ()
    of_year: bool = False
    is_page: bool = False
    takes_files: bool = False

    @property
    def table(self) -> str:
        """The table of its records."""
        return str(self.record.__tablename__)

    @property
    def known_by(self) -> tuple[str, ...]:
        """The fields by which two records are taken for one thing: what is unique, else what they are parts of, their
        names and their days."""
        declared = self.record.fields
        owners = [field.name for field in declared if field.references and not field.nullable]
        # Two visits of one name on two days are two.
        days = [field.name for field in declared if field.kind is FieldKind.DATE]
        return self.unique_by or tuple(dict.fromkeys((*owners, *self.named_by, *days)))

    @property
    def fields(self) -> tuple[Field, ...]:
        """The fields that the user sees, in the order they are declared; dates given by hand go with their wording."""
        declared = self.record.declared
        parts = {field.dates for field in declared}
        return tuple(field for field in declared if not field.hidden and field.name not in parts)

    @property
    def form_groups(self) -> tuple[Group, ...]:
        """The groups of the form; fields that none of them names stand together in the last."""
        named = {name for group in self.groups for name in group.fields}
        others = tuple(field.name for field in self.fields if field.name not in named)
        return (*self.groups, Group("", others)) if others else self.groups

    @property
    def columns_possible(self) -> tuple[Field, ...]:
        """What a table can show: the number where records are numbered, the fields, and what is worked out."""
        numbers = (NUMBER,) if self.is_numbered else ()
        return (*numbers, *self.fields, *(one.field for one in self.derived))

    def field(self, name: str) -> Field:
        """The field or derived column with that name. Raises KeyError."""
        for field in (*self.record.declared, NUMBER, *(one.field for one in self.derived)):
            if field.name == name:
                return field
        raise KeyError(name)
