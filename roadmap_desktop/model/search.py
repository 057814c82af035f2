"""Russian folding for search: case and «ё» make no difference, nor do the kinds of spaces."""

_FOLD = str.maketrans(
    {"ё": "е", "\u00a0": " ", "\u202f": " ", "\n": " ", "\t": " ", "\u00ad": None, "\u200b": None}
)


def folded(text: str) -> str:
    """The text as search compares it. Soft hyphens and zero-width spaces vanish, so positions may differ."""
    return text.casefold().translate(_FOLD)


def words(query: str) -> tuple[str, ...]:
    """The folded words of a query; all of them must occur, in any order."""
    return tuple(folded(query).split())
