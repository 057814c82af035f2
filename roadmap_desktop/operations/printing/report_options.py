"""The options of a document, read from words: the sheet, the size of the letters, the stamp, the columns."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from roadmap_desktop.errors import NOTHING_PRINTED, UserError
from roadmap_desktop.model.letters import one_line
from roadmap_desktop.reports.blocks import FONT_SIZES, Orientation
from roadmap_desktop.reports.document_options import DocumentOptions
from roadmap_desktop.reports.report import Stamp

_STAMPS = {
    "нет": Stamp.NONE,
    "утверждаю": Stamp.APPROVED,
    "согласовано": Stamp.AGREED,
    "приложение": Stamp.ANNEX,
}
# What is one of several values: these by their words, and what it is called.
_CHOSEN_OF: dict[str, tuple[Mapping[str, object], str]] = {
    "orientation": ({each.value: each for each in Orientation}, "Лист"),
    "font_size": ({str(size): size for size in FONT_SIZES}, "Размер шрифта"),
    "stamp": (_STAMPS, "Гриф"),
}


def read_options(usual: DocumentOptions, typed: Mapping[str, str], columns: Sequence[str]) -> DocumentOptions:
    """The usual options with what was typed instead: «orientation», «font_size», «stamp», and «columns», those of the
    given titles that are kept. Raises UserError for what cannot be read."""
    chosen: dict[str, Any] = {
        name: _one_of(known, typed[name], title)
        for name, (known, title) in _CHOSEN_OF.items()
        if name in typed
    }
    if "columns" in typed:
        chosen["hidden"] = frozenset(_hidden(columns, typed["columns"]))
    return replace(usual, **chosen)


def _one_of(known: Mapping[str, object], text: str, title: str) -> object:
    word = text.strip().casefold()
    if word not in known:
        raise UserError(f"{title}: «{text}» не понято.", NOTHING_PRINTED, f"Есть: {', '.join(known)}.")
    return known[word]


def _hidden(titles: Sequence[str], text: str) -> Iterator[str]:
    """The titles that are not among those typed, which semicolons part: titles have commas in them."""
    known = {one_line(title).casefold(): title for title in titles}
    wanted = [one_line(one) for one in text.split(";") if one.strip()]
    for one in wanted:
        if one.casefold() not in known:
            own = "; ".join(one_line(title) for title in titles)
            advice = f"Есть: {own}." if own else "Таблиц в нём нет."
            raise UserError(f"Столбца «{one}» в отчёте нет.", NOTHING_PRINTED, advice)
    kept = {one.casefold() for one in wanted}
    yield from (title for folded, title in known.items() if kept and folded not in kept)
