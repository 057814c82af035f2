"""Cells as values of a register's records, whether they are pasted or come from a document: bad cells, links by name,
and which record is there already."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from roadmap_desktop.errors import UserError
from roadmap_desktop.model.field import Field, FieldKind
from roadmap_desktop.model.letters import one_line
from roadmap_desktop.model.listing import Listing
from roadmap_desktop.model.person_initials import PersonName, person_name
from roadmap_desktop.model.register import Register
from roadmap_desktop.operations.registers.link_names import LinkNames, bare_name
from roadmap_desktop.operations.registers.missing import Missing, can_be_made
from roadmap_desktop.operations.registers.typed_values import parse_field
from roadmap_desktop.storage.roadmap_file import RoadmapFile


class Fault(NamedTuple):
    """Why a cell cannot be taken: the row's number where it comes from, the field's label, empty for a whole row;
    ``origin`` says which table, where there are several."""

    row: int
    label: str
    why: str
    origin: str = ""

    def __str__(self) -> str:
        where = f"{self.origin}, строка {self.row}" if self.origin else f"строка {self.row}"
        return f"{where}, «{self.label}»: {self.why}" if self.label else f"{where}: {self.why}"


class CellReader:
    """Reads cells as values. What cannot be read is among the ``faults``, a record that is to be made first stands as
    ``Missing`` in its link."""

    def __init__(self, file: RoadmapFile, register: Register) -> None:
        self.register, self.faults = register, list[Fault]()
        self.links = LinkNames(file)
        # What is told because it may be otherwise.
        self.assumed: list[str] = []
        self._told: set[tuple[int, str, str]] = set()
        self._missing: dict[tuple[str, str], Missing] = {}

    def values(
        self, row: int, cells: Iterable[tuple[str, str]], origin: str = ""
    ) -> Iterator[tuple[str, Any]]:
        """The values of the fields whose texts these are; cells at fault are left out."""
        for name, text in cells:
            field = self.register.field(name)
            # A word must be chosen: an empty cell leaves the one that is there.
            if not text and field.kind is FieldKind.CHOICE:
                continue
            try:
                yield name, self._value(field, text)
            except UserError as error:
                self.tell(Fault(row, field.label, error.reason, origin))

    def tell(self, fault: Fault) -> None:
        """Adds a fault, unless that cell is told already."""
        cell = fault.row, fault.label, fault.origin
        if cell not in self._told:
            self._told.add(cell)
            self.faults.append(fault)

    def assume(self, written: str, meant: str) -> None:
        """Tells, once, who was taken for whom."""
        sentence = f"«{one_line(written)}» — это «{meant}»: так понято по фамилии и инициалам"
        if sentence not in self.assumed:
            self.assumed.append(sentence)

    def _value(self, field: Field, text: str) -> Any:
        if field.kind is not FieldKind.LINK:
            return parse_field(field, text)
        if not text:
            return None
        table = field.references
        found = self.links.keys(table, text)
        if not found and (guessed := self.links.by_initials(table, text)):
            found = [key for key, _ in guessed]
            if len(guessed) == 1:
                self.assume(text, guessed[0][1])
        if len(found) == 1:
            return found[0]
        if found:
            raise UserError(f"записей «{text}» несколько, впишите нужную вручную.")
        if not can_be_made(table):
            raise UserError(f"«{text}» нет. Сначала добавьте эту запись.")
        return self._missing.setdefault((table, bare_name(text)), Missing(table, one_line(text)))


class Known:
    """A record that is there, or comes from a row before: ``id`` is empty then."""

    def __init__(self, id_: str, values: dict[str, Any], row: int = 0) -> None:
        self.id, self.values, self.row = id_, values, row


class KnownRecords:
    """The records of a register by the fields ``by`` which one thing is known. A link that does not name it may be
    unsaid: «Иванова А. А.» without a school is the one of that name who has one."""

    def __init__(self, listing: Listing, by: Sequence[str]) -> None:
        self._register = listing.register
        self._by = tuple(by)
        self._loose = tuple(name for name in by if self._is_loose(name))
        self._strict = tuple(name for name in by if name not in self._loose)
        self._known: dict[tuple[str, ...], list[Known]] = {}
        # Those in the file by their surnames, where the records are persons.
        self._persons: dict[str, list[tuple[PersonName, Known]]] = {}
        for row in listing.rows:
            self.add(Known(row.id, listing.values(row)))

    def add(self, known: Known) -> None:
        """From now on it is there."""
        if self._says_anything(known.values):
            self._known.setdefault(_key(known.values, self._strict), []).append(known)
            if known.id and (named := self._person(known.values)) is not None:
                self._persons.setdefault(named.surname, []).append((named, known))

    def same(self, values: Mapping[str, Any]) -> Sequence[Known]:
        """The records that are equal in all the fields, one that is there before those that come."""
        loose = _key(values, self._loose)
        return [one for one in self._alike(values) if _key(one.values, self._loose) == loose]

    def meant(self, values: Mapping[str, Any]) -> Sequence[Known]:
        """Those that are equal, else those that may be meant: a link is said on one side alone."""
        return self.same(values) or [
            one
            for one in self._alike(values)
            if all(
                values.get(name) is None or one.values.get(name) is None
                for name in self._loose
                if _key(values, (name,)) != _key(one.values, (name,))
            )
        ]

    def by_initials(self, values: Mapping[str, Any]) -> Sequence[Known]:
        """Of those in the file the persons whose name is a longer or a shorter form of this one, and who differ in
        nothing else by which one is known."""
        named = self._person(values)
        if named is None:
            return ()
        others = [one for one in self._by if one != self._register.named_by[0]]
        return [
            one
            for other, one in self._persons.get(named.surname, ())
            if named.may_be(other)
            and all(_agrees(values.get(field), one.values.get(field)) for field in others)
        ]

    def _person(self, values: Mapping[str, Any]) -> PersonName | None:
        """The name of the person whose record that is; None where it is none's."""
        name = self._register.named_by[0]
        is_person = name in self._strict and self._register.field(name).personal is True
        return person_name(str(values.get(name) or "")) if is_person else None

    def _alike(self, values: Mapping[str, Any]) -> Sequence[Known]:
        return self._known.get(_key(values, self._strict), []) if self._says_anything(values) else []

    def _is_loose(self, name: str) -> bool:
        field = self._register.field(name)
        return field.kind is FieldKind.LINK and not field.required and name not in self._register.named_by

    def _says_anything(self, values: Mapping[str, Any]) -> bool:
        return any(values.get(name) for name in self._by)


def _agrees(one: Any, other: Any) -> bool:
    return one is None or other is None or _compared(one) == _compared(other)


def _key(values: Mapping[str, Any], names: Sequence[str]) -> tuple[str, ...]:
    return tuple(_compared(values.get(name)) for name in names)


def _compared(value: Any) -> str:
    # What is to be made has no key yet, and no record has it.
    return f"+{bare_name(value.name)}" if isinstance(value, Missing) else bare_name(value)
