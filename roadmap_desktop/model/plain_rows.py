"""Plain rows of any class: its key and its fields as attributes, made from the declarations."""

from collections import namedtuple
from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Protocol, Self

from roadmap_desktop.model.base import Record


class PlainRow(Protocol):
    """The key and the fields of a record, free of any session: a named tuple."""

    @property
    def id(self) -> str:
        """The key."""


def row_type(kind: Any, more: Sequence[str] = (), without: Collection[str] = ()) -> Any:
    """A named tuple of the key and the declared fields of a class, then what is worked out of them; what is not given
    is as in a new record."""
    fields = [field for field in kind.declared if field.name not in without]
    names = ["id", *(field.name for field in fields), *more]
    return namedtuple(
        f"{kind.__name__}Row", names, defaults=[*(field.default for field in fields), *[None] * len(more)]
    )


def draft_type(kind: type[Record], without: Collection[str] = ()) -> Any:
    """A named tuple of the declared fields of a class, with what a new record holds."""
    fields = [field for field in kind.declared if field.name not in without]
    return namedtuple(
        f"{kind.__name__}Draft",
        [field.name for field in fields],
        defaults=[field.default for field in fields],
    )


if TYPE_CHECKING:

    class NamedRow:
        """What makes a class of fields the named tuple that it is."""

        _fields: ClassVar[tuple[str, ...]]

        def __new__(cls, *_values: Any, **_named: Any) -> Self: ...  # noqa: D102

        @classmethod
        def _make(cls, values: Iterable[Any]) -> Self: ...

        def _replace(self, **values: Any) -> Self: ...

        def _asdict(self) -> dict[str, Any]: ...
