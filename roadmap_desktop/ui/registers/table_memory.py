"""What is remembered of a register's table between starts: its columns, their order, and by which it is sorted."""

from PySide6.QtCore import Qt

from roadmap_desktop.model.register import Register
from roadmap_desktop.ui.registers.table import RegisterTable
from roadmap_desktop.ui.settings import Settings

_DOWN = "-"


class TableMemory:
    """Of the table of one register's page."""

    def __init__(self, register: Register, settings: Settings) -> None:
        self._register, self._settings = register, settings
        self._key = f"registers/{register.id}"

    def columns(self) -> tuple[str, ...]:
        """The columns that were shown last, from left to right."""
        known = {field.name for field in self._register.columns_possible}
        kept = self._settings.text(f"{self._key}/columns", "").split()
        return tuple(name for name in kept if name in known) or self._register.columns

    def attend(self, table: RegisterTable) -> None:
        """Sorts the table as it was, by its first column at first, and remembers what becomes of it."""
        kept = self._settings.text(f"{self._key}/sort", self._register.columns[0])
        self._sort(table, kept.removeprefix(_DOWN), down=kept.startswith(_DOWN))
        header = table.horizontalHeader()
        header.sortIndicatorChanged.connect(lambda place, order: self._remember_sort(table, place, order))
        header.sectionMoved.connect(lambda *_: self._remember_columns(table))

    def show_column(self, table: RegisterTable, name: str, on: bool) -> None:
        """Shows a column at its declared place among the others, or hides it; the last one stays."""
        shown = [field.name for field in table.shown_columns() if field.name != name]
        if on:
            declared = [field.name for field in self._register.columns_possible]
            before = declared[: declared.index(name)]
            place = max((place for place, one in enumerate(shown, start=1) if one in before), default=0)
            shown.insert(place, name)
        if not shown:
            return
        table.show_columns(shown)
        self._remember_columns(table)

    def _sort(self, table: RegisterTable, name: str, *, down: bool) -> None:
        names = [field.name for field in table.listing.columns]
        if name in names:
            order = Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder
            table.sortByColumn(names.index(name), order)

    def _remember_sort(self, table: RegisterTable, place: int, order: Qt.SortOrder) -> None:
        if 0 <= place < len(table.listing.columns):
            name = table.listing.columns[place].name
            down = _DOWN if order == Qt.SortOrder.DescendingOrder else ""
            self._settings.remember(f"{self._key}/sort", f"{down}{name}")

    def _remember_columns(self, table: RegisterTable) -> None:
        names = " ".join(field.name for field in table.shown_columns())
        self._settings.remember(f"{self._key}/columns", names)
