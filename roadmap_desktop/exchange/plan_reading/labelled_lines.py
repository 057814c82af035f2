"""A plan without a table, as orders and minutes have it: numbered points, in which «Срок:», «Ответственный:» say what
follows."""

import re
from collections.abc import Collection, Sequence

from roadmap_desktop.exchange.plan_reading.cell_words import line_of, name_of, paragraphs_of
from roadmap_desktop.exchange.plan_reading.heading_words import DUE, NAME, NOTE, PERFORMERS, RESULT
from roadmap_desktop.exchange.plan_reading.headings import field_of
from roadmap_desktop.exchange.plan_reading.performer_words import performers_of
from roadmap_desktop.exchange.plan_reading.reading import CellPlace, PlanRow
from roadmap_desktop.exchange.plan_reading.row_kinds import looks_like_section
from roadmap_desktop.exchange.plan_reading.torn_text import TornPlan

_POINT = re.compile(r"\s*(\d{1,3}(?:\.\d{1,3})*)[.)]?\s+(?=[А-ЯЁA-Z«\"])")
_LABEL = re.compile(
    r"(?:^|(?<=[.;,\n(] )|(?<=[\n(]))(?P<label>[А-ЯЁа-яё][а-яё]+\.?(?: [а-яё]+\.?){0,2})\s*[:–—]\s",
    re.MULTILINE,
)
_BEGINS_LABELLED = re.compile(r"([А-ЯЁ][а-яё]+\.?(?: [а-яё]+\.?){0,2})\s*:\s*(?=\S)")
_LABELLED = (DUE, PERFORMERS, RESULT, NOTE)
_ENDS = " \n;,("


def read_labelled(lines: Sequence[str]) -> TornPlan | None:
    """The plan of such lines; None where fewer than two points say when they are due, or most do not."""
    section, first = "", -1
    rows: list[PlanRow] = []
    point: list[tuple[int, str]] = []
    for index, line in enumerate(lines):
        is_title = looks_like_section(line.strip()) and not _labels(line)
        found = None if is_title else _POINT.match(line)
        if found or is_title:
            rows += _row(section, point)
            point = []
        if is_title:
            section = line_of(line)
        elif found:
            first = index if first < 0 else first
            point = [(index, line)]
        elif point and line.strip():
            point.append((index, line))
    rows += _row(section, point)
    due = sum(bool(row.due_text) for row in rows)
    return TornPlan(tuple(rows), first) if due > 1 and due * 2 > len(rows) else None


def _row(section: str, point: Sequence[tuple[int, str]]) -> list[PlanRow]:
    """The activity of a point; none where nothing in it is labelled."""
    number = _POINT.match(point[0][1]) if point else None
    if number is None:
        return []
    said: dict[str, list[tuple[str, int]]] = {NAME: []}
    name, start = NAME, number.end()
    for index, line in point:
        for label in _labels(line):
            said.setdefault(name, []).append((line[start : label.start()], index))
            name, start = field_of(label["label"]) or NAME, label.end()
        said.setdefault(name, []).append((line[start:], index))
        start = 0
    if len(said) < 2:
        return []
    words = {
        name: "\n".join(filter(None, (_closed(text.strip(_ENDS)) for text, _ in pieces)))
        for name, pieces in said.items()
    }
    return [
        PlanRow(
            number=number[1],
            section=section,
            name=name_of(words[NAME].replace("\n", " ")),
            due_text=line_of(words.get(DUE, "")),
            performers=performers_of(words.get(PERFORMERS, "")),
            expected_result=paragraphs_of(words.get(RESULT, "")),
            note=paragraphs_of(words.get(NOTE, "")),
            places={
                name: tuple(CellPlace(index, 0, 0) for _, index in pieces) for name, pieces in said.items()
            },
        )
    ]


def taken_apart(text: str, wanted: Collection[str]) -> dict[str, str]:
    """A cell's text by field where paragraphs of it say «Результат: …» of wanted ones; the rest is the name."""
    said: dict[str, list[str]] = {NAME: []}
    name = NAME
    for paragraph in text.split("\n"):
        label = _BEGINS_LABELLED.match(paragraph.strip())
        found = field_of(label[1]) if label else None
        if label and found in wanted and said[NAME]:
            name = found or NAME
            paragraph = paragraph.strip()[label.end() :]
        said.setdefault(name, []).append(paragraph)
    return {name: "\n".join(lines) for name, lines in said.items()}


def _closed(text: str) -> str:
    """The text without a bracket that was opened before it."""
    bare = text.rstrip(".")
    return bare[:-1] if bare.endswith(")") and bare.count(")") > bare.count("(") else text


def _labels(line: str) -> list[re.Match[str]]:
    return [found for found in _LABEL.finditer(line) if field_of(found["label"]) in _LABELLED]
