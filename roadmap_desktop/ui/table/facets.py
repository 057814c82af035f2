"""What the rows of a table are filtered by."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, NamedTuple

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.expiry import Expiry
from roadmap_desktop.model.field import Field, FieldKind
from roadmap_desktop.model.field_text import split_words
from roadmap_desktop.model.register import Register
from roadmap_desktop.model.search import as_counted

# What has no value, as filters name it.
LATE, NOT_SAID = "просрочено", "не указано"
_KINDS = (FieldKind.CHOICE, FieldKind.LINK, FieldKind.YEAR, FieldKind.WORDS)


class Facet(NamedTuple):
    """``words`` are those that a row has; ``key`` is what makes two of them one; ``known`` words stand first, in this
    order. ``title`` tells what a short label means, ``plural`` names several that are chosen, ``every`` what chooses
    none. Rows with the same value of the field ``name`` have the same words where ``by_value`` says so; where
    ``is_counted``, the facet is offered only when there are some words, and not too many. The known words of an
    exclusive facet are chips of their own, one at a time, the first of which chooses nothing; those in ``yields`` give
    way first. ``rank`` is what the words are ordered by, where it is neither."""

    name: str
    label: str
    words: Callable[[Any], Sequence[str]]
    key: Callable[[str], str] = str
    known: tuple[str, ...] = ()
    title: str = ""
    plural: str = ""
    every: str = "Все"
    by_value: bool = True
    is_counted: bool = True
    is_exclusive: bool = False
    yields: tuple[str, ...] = ()
    rank: Callable[[str], Any] | None = None

    def in_order(self, found: Sequence[str]) -> list[str]:
        """Words as they are offered: each once, by the spelling that comes first."""
        once: dict[str, str] = {}
        for word in found:
            once.setdefault(self.key(word), word)
        first = {word: index for index, word in enumerate(self.known)}
        rest = len(first) + 1

        def rank(word: str) -> Any:
            return first.get(word, rest + (word == NOT_SAID)), as_counted(word)

        return sorted(once.values(), key=self.rank or rank)


def facets_of(register: Register, words: Callable[[Field, Any], Sequence[str]]) -> tuple[Facet, ...]:
    """Those of a register: choices, links, school years, words, and whether a record is valid still. What is in the
    table at first matters most."""
    fields = [
        field for field in register.columns_possible if field.kind in _KINDS or field.name == register.expires
    ]
    fields.sort(key=lambda field: field.name not in register.columns)
    return tuple(_facet(field, words) for field in fields)


def _facet(field: Field, words: Callable[[Field, Any], Sequence[str]]) -> Facet:
    is_state = field.choices == tuple(State)
    label = "Состояние" if is_state else "Срок договора" if field.kind is FieldKind.DATE else field.label
    known = (*(field.choices or map(str, Expiry)), LATE)
    # Of a state the due says whether it is late.
    return Facet(
        field.name, label, partial(words, field), known=known, title=field.label, by_value=not is_state
    )


def words_of(field: Field, text: str, *, is_late: bool) -> tuple[str, ...]:
    """The words of a field that is shown as ``text``."""
    if not text:
        return (NOT_SAID,)
    if field.kind is FieldKind.WORDS:
        return tuple(split_words(text))
    return (text, LATE) if is_late else (text,)
