"""What a list says of a record that is there: its empty fields are filled, what differs is told."""

from collections.abc import Mapping
from typing import Any

from roadmap_desktop.exchange.list_reading import ListRow
from roadmap_desktop.model.checks import mistakes_in
from roadmap_desktop.model.field import FieldKind
from roadmap_desktop.model.field_text import value_text
from roadmap_desktop.model.listing import Names
from roadmap_desktop.model.person_initials import person_name
from roadmap_desktop.model.register import Register
from roadmap_desktop.operations.registers.link_names import bare_name
from roadmap_desktop.operations.registers.list_import import Difference, Outcome
from roadmap_desktop.operations.registers.missing import Missing
from roadmap_desktop.operations.registers.record_reading import CellReader, Fault, Known

_NOTE = "note"


class Filling:
    """Gathers what records get (``changed``, by their keys) and what the list says otherwise. ``names``: of what links
    point at, by table and key."""

    def __init__(self, register: Register, names: Mapping[str, Names], cells: CellReader) -> None:
        self._register, self._names, self._cells = register, names, cells
        self.changed: dict[str, dict[str, Any]] = {}
        self.differences: list[Difference] = []

    def agrees(self, known: Known, values: Mapping[str, Any]) -> bool:
        """Whether a record and these values contradict each other nowhere."""
        return all(
            self._is_unsaid(name, known.values.get(name)) or self._adds_nothing(name, known, new)
            for name, new in values.items()
        )

    def fill(self, known: Known, values: Mapping[str, Any], row: ListRow) -> Outcome:
        """Takes what the record lacks; from now on it holds that."""
        filled: dict[str, Any] = {}
        differs = False
        for name, new in values.items():
            if self._adds_nothing(name, known, new):
                continue
            if name == _NOTE:
                filled[name] = _with_lines(known.values.get(name), new)
            elif self._is_unsaid(name, known.values.get(name)):
                filled[name] = new
            else:
                differs = True
                self._tell_difference(name, known, new, row)
        before = mistakes_in(self._register, known.values)
        for name, why in mistakes_in(self._register, known.values | filled).items():
            if name not in before:
                filled.pop(name, None)
                self._cells.tell(Fault(row.number, self._register.field(name).label, why, row.origin))
        known.values.update(filled)
        if filled and known.id:
            self.changed.setdefault(known.id, {}).update(filled)
        return Outcome.DIFFERENT if differs else Outcome.FILLED if filled else Outcome.SAME

    def _tell_difference(self, name: str, known: Known, new: Any, row: ListRow) -> None:
        label = self._register.field(name).label
        if why := mistakes_in(self._register, known.values | {name: new}).get(name):
            self._cells.tell(Fault(row.number, label, why, row.origin))
            return
        kept, given = self._text(name, known.values.get(name)), self._text(name, new)
        self.differences.append(Difference(row.number, row.origin, known.id, name, label, kept, given, new))

    def _adds_nothing(self, name: str, known: Known, new: Any) -> bool:
        old = known.values.get(name)
        if new in (None, "", ()) or new == old:
            return True
        if name == _NOTE:
            return _with_lines(old, new) == old
        if self._register.field(name).kind is FieldKind.NAMES:
            return {bare_name(one) for one in new} == {bare_name(one) for one in old or ()}
        if isinstance(new, str) and isinstance(old, str) and self._register.field(name).personal is True:
            named, known_as = person_name(new), person_name(old)
            if named is not None and known_as is not None and named.may_be(known_as):
                return not named.says_more_than(known_as)
        return isinstance(new, str) and isinstance(old, str) and bare_name(new) == bare_name(old)

    def _is_unsaid(self, name: str, value: Any) -> bool:
        return value in (None, "", (), self._register.field(name).default)

    def _text(self, name: str, value: Any) -> str:
        if isinstance(value, Missing):
            return value.name
        table = self._register.field(name).references
        return self._names.get(table, {}).get(value or "", "") if table else value_text(value)


def _with_lines(old: Any, new: str) -> str:
    """The old text with the lines of the new that it has not."""
    lines = str(old or "").split("\n") if old else []
    return "\n".join([*lines, *(line for line in new.split("\n") if line not in lines)])
