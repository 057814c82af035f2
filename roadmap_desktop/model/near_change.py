"""Two texts beside one another: of long ones what differs."""

# Letters of a text shown before and after what differs, of one longer than two lines.
_AROUND, _SHORT = 24, 70


def near_the_change(old: str, new: str) -> tuple[str, str]:
    """Both texts as they are shown: of long ones only what differs with some words around."""
    if max(len(old), len(new)) <= _SHORT or old == new:
        return old, new
    same = _alike(old, new)
    same_end = _alike(old[same:][::-1], new[same:][::-1])
    return _cut(old, same, same_end), _cut(new, same, same_end)


def _alike(one: str, other: str) -> int:
    """How many letters both begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((index for index, (a, b) in pairs if a != b), min(len(one), len(other)))


def _cut(text: str, same: int, same_end: int) -> str:
    start, end = max(0, same - _AROUND), min(len(text), len(text) - same_end + _AROUND)
    if start:
        # From the beginning of a word, where there is one.
        start += text[start:same].find(" ") + 1
    return f"{'… ' if start else ''}{text[start:end]}{' …' if end < len(text) else ''}"
