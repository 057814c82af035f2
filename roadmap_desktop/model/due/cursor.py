"""A place in a list of tokens, moved on by the grammar."""

from roadmap_desktop.model.due.reading import NotUnderstoodError
from roadmap_desktop.model.due.vocabulary import END, Kind, T, Token, Unit


class Cursor:
    """Reads tokens one after another. ``END`` comes after the last, and nothing moves past it."""

    __slots__ = ("_at", "_tokens", "kind")

    def __init__(self, tokens: list[Token]) -> None:
        self._tokens = [*tokens, END, END]
        self._at = 0
        self.kind = self._tokens[0].kind
        """The kind of the token that comes next."""

    @property
    def next_kind(self) -> Kind:
        """The kind of the token after the one that comes next."""
        return self._tokens[self._at + 1].kind

    @property
    def next_unit(self) -> Unit | None:
        """The unit of the calendar that the token after the one that comes next names."""
        return self._tokens[self._at + 1].unit

    def ahead(self, *kinds: Kind) -> bool:
        """Whether tokens of these kinds come next, in this order."""
        index = self._at
        for kind in kinds:
            if self._tokens[index].kind != kind:
                return False
            index += kind != T.END
        return True

    def take(self, *kinds: Kind) -> Token | None:
        """The next token if it is of one of these kinds, and then moves past it."""
        return self.advance() if self.kind in kinds else None

    def need(self, *kinds: Kind) -> Token:
        """The next token, which must be of one of these kinds, and moves past it. Raises NotUnderstoodError."""
        if self.kind not in kinds:
            raise NotUnderstoodError
        return self.advance()

    def take_unit(self, *units: Unit) -> Token | None:
        """The next token if it names one of these units of the calendar, and then moves past it."""
        return self.advance() if self._tokens[self._at].unit in units else None

    def advance(self) -> Token:
        """The next token, whatever it is but ``END``, and moves past it."""
        token = self._tokens[self._at]
        self._at += 1
        self.kind = self._tokens[self._at].kind
        return token
