"""How a report is dressed, read from words: the sheet, the size of the letters, the stamp, the columns."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from roadmap_desktop.errors import NOTHING_PRINTED, UserError
from roadmap_desktop.reports.blocks import FONT_SIZES, Orientation
from roadmap_desktop.reports.dressing import Dress
from roadmap_desktop.reports.report import Stamp

T = TypeVar("T")

_ORIENTATIONS = {each.value: each for each in Orientation}
_SIZES = {str(size): size for size in FONT_SIZES}
_STAMPS = {
    "нет": Stamp.NONE,
    "утверждаю": Stamp.APPROVED,
    "согласовано": Stamp.AGREED,
    "приложение": Stamp.ANNEX,
}


def read_dress(usual: Dress, typed: Mapping[str, str], columns: Sequence[str]) -> Dress:
    """The usual dress with what was typed instead of it: «orientation», «font_size», «stamp», and «columns», those of
    the given titles that are kept. Raises UserError for what cannot be read."""
    dress = usual
    if "orientation" in typed:
        dress = replace(dress, orientation=_one_of(_ORIENTATIONS, typed["orientation"], "Лист"))
    if "font_size" in typed:
        dress = replace(dress, font_size=_one_of(_SIZES, typed["font_size"], "Размер шрифта"))
    if "stamp" in typed:
        dress = replace(dress, stamp=_one_of(_STAMPS, typed["stamp"], "Гриф"))
    if "columns" in typed:
        dress = replace(dress, hidden=frozenset(_hidden(columns, typed["columns"])))
    return dress


def _one_of(known: Mapping[str, T], text: str, title: str) -> T:
    word = text.strip().casefold()
    if word not in known:
        raise UserError(f"{title}: «{text}» не понятно.", NOTHING_PRINTED, f"Есть: {', '.join(known)}.")
    return known[word]


def _hidden(titles: Sequence[str], text: str) -> Iterator[str]:
    """The titles that are not among those typed, which semicolons part: titles have commas in them."""
    known = {" ".join(title.split()).casefold(): title for title in titles}
    wanted = [" ".join(one.split()) for one in text.split(";") if one.strip()]
    for one in wanted:
        if one.casefold() not in known:
            own = "; ".join(" ".join(title.split()) for title in titles) or "ни одного"
            raise UserError(f"Столбца «{one}» в отчёте нет.", NOTHING_PRINTED, f"Есть: {own}.")
    kept = {one.casefold() for one in wanted}
    yield from (title for folded, title in known.items() if kept and folded not in kept)
