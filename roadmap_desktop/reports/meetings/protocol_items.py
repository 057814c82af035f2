"""The body of a protocol: «СЛУШАЛИ – ВЫСТУПИЛИ – РЕШИЛИ» item by item of the agenda, as the methodical recommendations
on office work have it (приказ Росархива от 23.12.2009 № 76); ГОСТ Р 7.0.97-2016 leaves that to the kind of document."""

from collections.abc import Iterator, Sequence

from roadmap_desktop.model.list_lines import points_apart
from roadmap_desktop.model.russian import stopped
from roadmap_desktop.reports.blocks import Block, FillIn, Item, Paragraph
from roadmap_desktop.reports.lists import by_field
from roadmap_desktop.reports.meetings.agenda import agenda_point
from roadmap_desktop.reports.source import Entry

_NONE = "Решений, записанных в протокол, нет."


def by_items(items: Sequence[Entry], decisions: Sequence[Entry]) -> Iterator[Block]:
    """Each item with its discussion and its decisions, then the decisions that no item of this meeting has."""
    of_items = by_field(decisions, "item_id")
    own = {one.id: of_items.pop(one.id, []) for one in items}
    besides = [one for one in decisions if one.values["item_id"] not in own]
    for number, item in enumerate(items, 1):
        yield from _discussed(number, item)
        if own[item.id]:
            yield Paragraph("РЕШИЛИ:", bold=True)
            yield from _decisions(own[item.id], f"{number}.")
        elif not besides:
            yield FillIn("РЕШИЛИ", lines=2)
    if besides:
        yield from decided(besides, "РЕШИЛИ ТАКЖЕ:" if any(own.values()) else "РЕШИЛИ:")


def in_one_text(heard: str, decisions: Sequence[Entry]) -> Iterator[Block]:
    """A meeting without items: what was heard and said is one text, the decisions are one list."""
    if heard.strip():
        yield Paragraph("СЛУШАЛИ, ВЫСТУПИЛИ:", bold=True)
        yield from _lines(heard)
    yield from decided(decisions)


def decided(decisions: Sequence[Entry], title: str = "РЕШИЛИ:") -> Iterator[Block]:
    """The decisions as a numbered list, or that there are none."""
    yield Paragraph(title, bold=True)
    yield from _decisions(decisions)
    if not decisions:
        yield Paragraph(_NONE, indent=True)


def _discussed(number: int, item: Entry) -> Iterator[Block]:
    yield Paragraph(f"{number}. СЛУШАЛИ:", bold=True)
    yield Paragraph(stopped(agenda_point(item)), indent=True)
    yield from _lines(item.values["heard"])
    if item.values["spoke"].strip():
        yield Paragraph("ВЫСТУПИЛИ:", bold=True)
        yield from _lines(item.values["spoke"])


def _lines(text: str) -> Iterator[Block]:
    for line in points_apart(text).splitlines():
        if line.strip():
            yield Paragraph(line.strip(), indent=True)


def _decisions(decisions: Sequence[Entry], before: str = "") -> Iterator[Block]:
    for number, one in enumerate(decisions, 1):
        yield Item(f"{before}{number}.", _decision(one))


def _decision(decision: Entry) -> str:
    values = decision.values
    asked = (
        f"Срок: {values['due_text']}." if values["due_text"] else "",
        f"Ответственный: {values['responsible']}." if values["responsible"] else "",
    )
    name = stopped(points_apart(values["name"].strip()))
    return "\n".join(filter(None, (name, " ".join(filter(None, asked)))))
