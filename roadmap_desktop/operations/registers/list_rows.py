"""The rows of a list, one after another: a new record, what an old one lacks, or what cannot be taken."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from roadmap_desktop.exchange.list_reading import ListRow, ReadList
from roadmap_desktop.exchange.record_headings import counts_rows, plain_title
from roadmap_desktop.model.checks import mistakes_in
from roadmap_desktop.model.field import FieldKind
from roadmap_desktop.model.field_text import value_text
from roadmap_desktop.model.headings import headings_of, joined
from roadmap_desktop.model.institution_names import is_institution
from roadmap_desktop.model.letters import one_line
from roadmap_desktop.model.register import Register
from roadmap_desktop.operations.plan.reading import read_plan
from roadmap_desktop.operations.registers.filling import Filling
from roadmap_desktop.operations.registers.list_import import ListImport, Outcome
from roadmap_desktop.operations.registers.missing import Missing, can_be_made
from roadmap_desktop.operations.registers.record_listing import read_listing
from roadmap_desktop.operations.registers.record_reading import CellReader, Fault, Known, KnownRecords
from roadmap_desktop.operations.registers.registers import first_values
from roadmap_desktop.storage.roadmap_file import RoadmapFile


class ListRows:
    """Understands the rows of one list; ``read`` is called once. ``fields`` says what the columns are taken for,
    ``fixed`` what all records hold."""

    def __init__(
        self,
        file: RoadmapFile,
        register: Register,
        source: ReadList,
        fields: tuple[str, ...],
        fixed: Mapping[str, Any],
        today: date,
    ) -> None:
        self._register, self._source, self._fields, self._fixed = register, source, fields, dict(fixed)
        self._cells = CellReader(file, register)
        listing = read_listing(file, register)
        self._known = KnownRecords(listing, register.known_by)
        self._filling = Filling(register, listing.names, self._cells)
        self._first = first_values(register, read_plan(file).info.period, today)
        # Columns that are a note by name; of all others a note says what they were called.
        self._notes = {plain_title(title) for title, name in headings_of(register).items() if name == "note"}
        self._added: list[dict[str, Any]] = []
        self._left_out = list(source.left_out)
        self._titles: dict[str, dict[str, Any]] = {}
        # What the last title above the rows at hand says of them, by table.
        self._above: dict[str, dict[str, Any]] = {}

    def read(self) -> ListImport:
        """What the list would do."""
        outcomes = tuple(map(self._outcome, self._source.rows))
        return ListImport(
            self._register,
            self._source,
            self._fields,
            outcomes,
            self._added,
            self._filling.changed,
            self._filling.differences,
            self._cells.faults,
            [*self._left_out, *self._untaken()],
            list(self._assumed()),
        )

    def _outcome(self, row: ListRow) -> Outcome:
        if self._is_title(row):
            return Outcome.TITLE
        cells = dict(self._texts(row))
        if not any(cells.values()):
            return self._refuse(row, " ".join(filter(None, row.cells)))
        said = self._above.get(row.origin) or self._said_by_title(row.title)
        values = dict(self._cells.values(row.number, cells.items(), row.origin)) | said | self._fixed
        whole = self._first | values
        meant = self._known.meant(whole) or self._by_initials(whole)
        if not self._register.unique_by:
            # Two of one name that say different things are two.
            meant = [one for one in meant if self._filling.agrees(one, values)]
        if len(meant) > 1:
            self._cells.tell(Fault(row.number, "", f"таких записей {len(meant)}", row.origin))
            return Outcome.REFUSED
        if meant:
            return self._filling.fill(meant[0], values, row)
        if not self._put_right(row, whole, values):
            return Outcome.REFUSED
        self._added.append(whole)
        self._known.add(Known("", whole, row.number))
        return Outcome.NEW

    def _by_initials(self, whole: Mapping[str, Any]) -> Sequence[Known]:
        """The one who has the longer or the shorter form of the name, if there is exactly one."""
        found = self._known.by_initials(whole)
        if len(found) != 1:
            return ()
        name = self._register.named_by[0]
        self._cells.assume(str(whole[name]), str(found[0].values[name]))
        return found

    def _is_title(self, row: ListRow) -> bool:
        """Whether the row is a title of those below: as it stands there, or as nothing is in it but a school's name."""
        filled = [one_line(cell) for cell in row.cells if cell]
        said = self._links_named(filled[0]) if len(filled) == 1 and len(row.cells) > 1 else {}
        if not row.is_caption and not said:
            return False
        self._above[row.origin] = said
        if not said:
            self._refuse(row, filled[0])
        return True

    def _refuse(self, row: ListRow, text: str) -> Outcome:
        where = f"{row.origin}, строка" if row.origin else "строка"
        self._left_out.append(f"{where} {row.number}: {one_line(text)}")
        return Outcome.REFUSED

    def _texts(self, row: ListRow) -> Iterator[tuple[str, str]]:
        """The texts of the fields, those of several columns as one; of a column that is none's the note tells."""
        found: dict[str, list[str]] = {}
        for name, title, cell in zip(self._fields, self._source.titles, row.cells, strict=True):
            if name and name not in self._fixed:
                told = cell
                if name == "note" and cell and title and plain_title(title) not in self._notes:
                    told = f"{title}: {one_line(cell)}"
                found.setdefault(name, []).append(told)
        for name, texts in found.items():
            yield name, joined(self._register.field(name), texts)

    def _put_right(self, row: ListRow, whole: dict[str, Any], given: Mapping[str, Any]) -> bool:
        """Tells what a new record cannot hold, and leaves that out. Whether it can be without."""
        for name, why in mistakes_in(self._register, whole).items():
            field = self._register.field(name)
            self._cells.tell(Fault(row.number, field.label, why, row.origin))
            if not field.required and name in given:
                whole[name] = self._first.get(name, field.default)
        return not mistakes_in(self._register, whole)

    def _said_by_title(self, title: str) -> dict[str, Any]:
        """What the title of a table says of its rows, where that is the name of a record and nothing else."""
        if title not in self._titles:
            found = self._links_named(title) if title else {}
            self._titles[title] = {} if any(isinstance(one, Missing) for one in found.values()) else found
        return self._titles[title]

    def _links_named(self, caption: str) -> dict[str, Any]:
        for field in self._register.fields:
            if field.kind is FieldKind.LINK and field.name not in {*self._fields, *self._fixed}:
                keys = self._cells.links.keys(field.references, caption)
                if len(keys) == 1:
                    return {field.name: keys[0]}
                is_made = field.references == "school" and can_be_made(field.references)
                if not keys and is_made and is_institution(caption):
                    return {field.name: Missing(field.references, caption)}
        return {}

    def _untaken(self) -> Iterator[str]:
        """The columns that hold something and are not taken."""
        for index, (title, name) in enumerate(zip(self._source.titles, self._fields, strict=True)):
            if not name and not counts_rows(title):
                yield f"столбец «{title}»" if title else f"столбец {index + 1} без заголовка"

    def _assumed(self) -> Iterator[str]:
        for column in sorted(self._source.guessed):
            if (name := self._fields[column]) and name == self._source.fields[column]:
                yield f"столбец {column + 1} — это «{self._register.field(name).label}»: так понято по содержанию"
        yield from self._cells.assumed
        for title, said in self._titles.items():
            for name in said:
                yield f"«{self._register.field(name).label}» — по заголовку: {title}"
        for field in self._register.fields:
            year = self._first.get(field.name)
            if field.kind is FieldKind.YEAR and year and field.name not in {*self._fields, *self._fixed}:
                yield f"«{field.label}» в списке не указан: взят {value_text(year)}"
