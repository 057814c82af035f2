"""A place in a list of tokens, moved on by the grammar."""

from roadmap_desktop.model.due.reading import NotUnderstoodError
from roadmap_desktop.model.due.vocabulary import T, Token, Unit


class Cursor:
    """Reads tokens one after another; the last is ``END``, and nothing moves past it."""

    __slots__ = ("at", "tokens")

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.at = 0

    @property
    def kind(self) -> T:
        """The kind of the token that comes next."""
        return self.tokens[self.at].kind

    def ahead(self, *kinds: T) -> bool:
        """Whether tokens of these kinds come next, in this order."""
        following = self.tokens[self.at : self.at + len(kinds)]
        return tuple(token.kind for token in following) == kinds

    def take(self, *kinds: T) -> Token | None:
        """The next token if it is of one of these kinds, and then moves past it."""
        token = self.tokens[self.at]
        if token.kind not in kinds:
            return None
        self.at += 1
        return token

    def need(self, *kinds: T) -> Token:
        """The next token, which must be of one of these kinds. Raises NotUnderstoodError."""
        token = self.take(*kinds)
        if token is None:
            raise NotUnderstoodError
        return token

    def take_unit(self, unit: Unit) -> bool:
        """Whether the next token is this unit of the calendar, and then moves past it."""
        token = self.tokens[self.at]
        if token.kind is not T.UNIT or token.unit is not unit:
            return False
        self.at += 1
        return True
