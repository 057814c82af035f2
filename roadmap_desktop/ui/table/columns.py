"""The columns of a register's table, and how wide they are at first."""

from collections.abc import Callable, Mapping, Sequence

from roadmap_desktop.model.field import Field
from roadmap_desktop.model.register import Register
from roadmap_desktop.ui.theme import scaled

# «! просрочено 364 дн.»: of what is late for longer the years are told.
STATE_WIDTH = 142
# The widths of the columns that are shown, in a room of so many pixels; by name those that the user gave.
Widths = Callable[[Sequence[Field], Mapping[str, int], int], list[int]]


def columns_of(register: Register, first: Sequence[str]) -> tuple[Field, ...]:
    """All that a table can show: those named ``first``, then the others as they are declared."""
    order = {name: index for index, name in enumerate(first)}
    return tuple(sorted(register.columns_possible, key=lambda field: order.get(field.name, len(order))))


class GivenWidths:
    """Widths by name; one column takes what the others leave. ``least`` is what some need for their content."""

    def __init__(self, widths: Mapping[str, int], otherwise: int, stretched: str, least: int) -> None:
        self._widths = {name: scaled(width) for name, width in widths.items()}
        self._otherwise, self._stretched = scaled(otherwise), stretched
        self.least = {stretched: scaled(least)}

    def __call__(self, columns: Sequence[Field], own: Mapping[str, int], room: int) -> list[int]:
        widths = {name: self._width(name, own) for name in (field.name for field in columns)}
        if self._stretched in widths:
            others = sum(widths.values()) - widths[self._stretched]
            widths[self._stretched] = max(room - others, self.least[self._stretched])
        return list(widths.values())

    def _width(self, name: str, own: Mapping[str, int]) -> int:
        return max(own.get(name) or self._widths.get(name, self._otherwise), self.least.get(name, 0))
