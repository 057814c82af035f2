"""What a methodical community is called in a sentence that says itself that it is one."""

import re

_SHORT = re.compile(r"(?:М?МО|(?:[Мм]униципальное )?[Мм]етодическое объединение) (?=[а-яё])")


def whose(name: str) -> str:
    """«учителей математики» of «ММО учителей математики»; any other name stands in quotes."""
    return _SHORT.sub("", name) if _SHORT.match(name) else f"«{name}»"
