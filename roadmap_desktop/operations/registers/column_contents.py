"""What the columns of a list without headings hold, by what is written in them. It is a guess, and told as one."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from roadmap_desktop.exchange import cell_contents
from roadmap_desktop.exchange.list_reading import ReadList
from roadmap_desktop.exchange.record_headings import counts_rows
from roadmap_desktop.model.choice_words import chosen_word
from roadmap_desktop.model.field import Field, FieldKind
from roadmap_desktop.model.headings import headings_of, parts_of
from roadmap_desktop.model.institution_names import is_institution
from roadmap_desktop.model.letters import one_line
from roadmap_desktop.model.person_initials import is_person
from roadmap_desktop.model.register import Register
from roadmap_desktop.model.school_subjects import names_subjects
from roadmap_desktop.operations.registers.link_names import LinkNames
from roadmap_desktop.storage.roadmap_file import RoadmapFile

_LOOKED_AT = 60
# Of the cells in which something is written, how many must be of that kind.
_MOST = 0.8
_SHORTEST_NAME = 4
_NUMBERS: Final = "№"
_Fits = Callable[[str], bool]

# Fields are known by what columns of them are usually called. The surest contents first.
_CONTENTS: Final[tuple[tuple[str, _Fits], ...]] = (
    ("ИНН", cell_contents.is_taxpayer_number),
    ("ОГРН", cell_contents.is_state_number),
    ("Телефон, почта", cell_contents.is_contact),
    ("ФИО", is_person),
    ("Предмет", names_subjects),
    ("Должность", cell_contents.is_post),
    ("Школа", is_institution),
    ("Адрес", cell_contents.is_address),
    ("Класс", cell_contents.is_class),
)


def with_guessed_columns(file: RoadmapFile, register: Register, source: ReadList) -> ReadList:
    """The list, its columns without a heading taken for what they hold; those with a heading that nobody knows only
    where without them nothing would name a record. What was guessed is said in its ``guessed``."""
    is_nameless = not set(register.named_by) & set(source.fields)
    open_columns = [
        column
        for column, (title, field) in enumerate(zip(source.titles, source.fields, strict=True))
        if not field and not counts_rows(title) and (not title or is_nameless)
    ]
    if not open_columns:
        return source
    guessing = _Guessing(LinkNames(file), register, source, open_columns)
    fields, titles = list(source.fields), list(source.titles)
    for column, name in guessing.columns():
        fields[column] = name
    for column in guessing.counting:
        titles[column] = titles[column] or _NUMBERS
    rows = source.rows
    if (
        rows
        and not any(titles[column] for column in open_columns if fields[column])
        and guessing.is_heading(rows[0].cells)
    ):
        # Names of columns that nobody knows.
        titles = [title or cell for title, cell in zip(titles, rows[0].cells, strict=True)]
        rows = rows[1:]
    return replace(
        source, titles=tuple(titles), fields=tuple(fields), rows=rows, guessed=frozenset(guessing.found)
    )


class _Guessing:
    """``found`` says which columns were known and by which test."""

    def __init__(
        self, links: LinkNames, register: Register, source: ReadList, open_columns: Sequence[int]
    ) -> None:
        self._links, self._register = links, register
        self._headings, self._parts = headings_of(register), set(parts_of(register))
        self._taken = set(filter(None, source.fields))
        rows = [row for row in source.rows if not row.is_caption][:_LOOKED_AT]
        self._texts = {
            column: [one_line(row.cells[column]) for row in rows if row.cells[column]]
            for column in open_columns
        }
        self.found: dict[int, _Fits] = {}
        self.counting = [column for column, texts in self._texts.items() if _is_counting(texts)]
        self._open = [
            column for column in open_columns if self._texts[column] and column not in self.counting
        ]

    def columns(self) -> Iterator[tuple[int, str]]:
        """The fields of the columns that are told by their contents, by the columns' places."""
        yield from self._name_in_parts()
        for heading, fits in _CONTENTS:
            if name := self._headings.get(heading):
                link = self._register.field(name).references
                yield from self._take(name, self._known(link, fits) if link else fits, heading in self._parts)
        for field in self._register.fields:
            if (fits_kind := self._fits_kind(field)) is not None:
                yield from self._take(field.name, fits_kind)
        yield from self._only_number()
        yield from self._longest_as_name()

    def is_heading(self, cells: Sequence[str]) -> bool:
        """Whether the first row has nothing of what its columns hold below."""
        rest = {column: self._texts[column][1:] for column in self.found}
        return bool(rest) and all(
            rest[column] and cells[column] and not fits(one_line(cells[column])) and len(cells[column]) < 60
            for column, fits in self.found.items()
        )

    def _take(self, name: str, fits: _Fits, is_part: bool = False) -> Iterator[tuple[int, str]]:
        if name in self._taken:
            return
        fitting = [column for column in self._open if _share(self._texts[column], fits) >= _MOST]
        for column in fitting if is_part or self._headings_share(name) else fitting[:1]:
            self._taken.add(name)
            self._open.remove(column)
            self.found[column] = fits
            yield column, name

    def _headings_share(self, name: str) -> bool:
        """Whether several columns may stand for the field, as telephone and mail do."""
        return any(self._headings.get(word) == name for word in self._parts) and name != self._headings.get(
            "ФИО"
        )

    def _name_in_parts(self) -> Iterator[tuple[int, str]]:
        """Surname, given name and patronymic in columns of their own."""
        name = self._headings.get("ФИО")
        if name is None or name in self._taken or self._headings.get("Отчество") != name:
            return
        for column in self._open:
            own = [column - 2, column - 1, column]
            is_last = _share(self._texts[column], cell_contents.is_patronymic) >= _MOST
            if is_last and all(
                one in self._open and _share(self._texts[one], cell_contents.is_word) >= _MOST
                for one in own[:2]
            ):
                self._taken.add(name)
                for one in own:
                    self._open.remove(one)
                    self.found[one] = cell_contents.is_word
                    yield one, name
                return

    def _known(self, table: str, fits: _Fits) -> _Fits:
        return lambda text: fits(text) or len(self._links.keys(table, text)) == 1

    def _fits_kind(self, field: Field) -> _Fits | None:
        """What cells of a field of that kind look like; None for a kind that cannot be told."""
        if field.name in self._taken:
            return None
        match field.kind:
            case FieldKind.DATE:
                dates = [
                    one
                    for one in self._register.fields
                    if one.kind is FieldKind.DATE and one.name not in self._taken
                ]
                columns = sum(
                    _share(self._texts[column], cell_contents.is_date) >= _MOST for column in self._open
                )
                # Which of several dates a single one is, nobody knows.
                return cell_contents.is_date if len(dates) <= columns else None
            case FieldKind.YEAR:
                return cell_contents.is_school_year
            case FieldKind.CHOICE:
                return lambda text: not text.isdecimal() and chosen_word(text, field.choices) is not None
            case FieldKind.LINK:
                return lambda text: len(self._links.keys(field.references, text)) == 1
        return None

    def _only_number(self) -> Iterator[tuple[int, str]]:
        numeric = (FieldKind.NUMBER, FieldKind.DECIMAL, FieldKind.SHARE)
        fields = [one for one in self._register.fields if one.kind in numeric and one.name not in self._taken]
        columns = [
            column for column in self._open if _share(self._texts[column], cell_contents.is_number) >= _MOST
        ]
        if len(fields) == len(columns) == 1:
            yield from self._take(fields[0].name, cell_contents.is_number)

    def _longest_as_name(self) -> Iterator[tuple[int, str]]:
        """The words that are left name the records, where nothing else does."""
        field = self._register.field(self._register.named_by[0])
        if field.name in self._taken or field.personal or field.kind not in (FieldKind.LINE, FieldKind.TEXT):
            return
        words = {
            column: sum(map(len, self._texts[column])) / len(self._texts[column])
            for column in self._open
            if _share(self._texts[column], lambda text: any(map(str.isalpha, text))) >= _MOST
        }
        best = max(words, key=lambda column: words[column], default=None)
        if best is not None and words[best] >= _SHORTEST_NAME:
            self._open.remove(best)
            # No cell is unlike a name, so the first one is no heading by this column.
            self.found[best] = lambda text: bool(text)
            yield best, field.name


def _share(texts: Sequence[str], fits: _Fits) -> float:
    """How many of the cells fit, from 0 to 1; the first one may be a heading that nobody knows."""
    if not texts:
        return 0.0
    fitting = [fits(text) for text in texts]
    rest = fitting[1:] if len(fitting) > 2 else fitting
    return max(sum(fitting) / len(fitting), sum(rest) / len(rest))


def _is_counting(texts: Sequence[str]) -> bool:
    """Whether a column counts the rows."""
    numbers = [text.strip(" .)") for text in texts]
    return bool(numbers) and numbers == [str(number) for number in range(1, len(numbers) + 1)]
