"""What the texts of a copy without personal data still say of persons, in words: what, and where it stands."""

import sqlite3
from collections.abc import Iterable
from typing import NamedTuple

from roadmap_desktop.model.base import field_of
from roadmap_desktop.model.letters import one_line
from roadmap_desktop.model.records import record_class
from roadmap_desktop.model.registers import BY_TABLE
from roadmap_desktop.model.revision import Revision
from roadmap_desktop.model.roadmap import Roadmap
from roadmap_desktop.model.rows import Plan
from roadmap_desktop.operations.registers.record_words import RecordWords
from roadmap_desktop.storage.journal.contents import FileContents
from roadmap_desktop.storage.personal_mentions import Mention

# Letters of a text around what it says, and of the name of a record.
_AROUND, _NAME = 60, 60


class Remark(NamedTuple):
    """``line`` is «Мероприятие 2, примечание: Сидоров С. С. — «доложит Сидоров С. С.»»; ``sort``,
    «revision» or a register's id, and ``record_id`` say where to mend it: none where it stands in the history alone."""

    line: str
    sort: str = ""
    record_id: str = ""


def remarks(
    connection: sqlite3.Connection, plan: Plan, mentions: Iterable[Mention]
) -> tuple[tuple[Remark, ...], tuple[Remark, ...]]:
    """What is surely of persons, and what may be. Raises sqlite3.Error."""
    mentions = list(mentions)
    words = RecordWords((connection,), FileContents(connection))
    words.read_together({(mention.place[0], mention.place[1]) for mention in mentions})
    sure = [_remark(mention, mention.sure, plan, words) for mention in mentions if mention.sure]
    perhaps = [_remark(mention, mention.perhaps, plan, words) for mention in mentions if mention.perhaps]
    return tuple(dict.fromkeys(sure)), tuple(dict.fromkeys(perhaps))


def _remark(mention: Mention, names: tuple[str, ...], plan: Plan, words: RecordWords) -> Remark:
    table, record_id, name = mention.place
    label = field_of(record_class(table), name).label.lower()
    history = ", прежнее значение в истории" if mention.in_history else ""
    line = f"{_record(mention, plan, words)}, {label}{history}: {', '.join(names)}{_context(mention.text, names)}"
    if mention.in_history:
        return Remark(line)
    if table == Revision.__tablename__:
        return Remark(line, table, record_id)
    return Remark(line, BY_TABLE[table].id, record_id) if table in BY_TABLE else Remark(line)


def _record(mention: Mention, plan: Plan, words: RecordWords) -> str:
    table, record_id, _ = mention.place
    caption = record_class(table).caption
    row = plan.by_id.get(record_id)
    if row is not None:
        return f"{caption} {row.number}"
    name = "" if table == Roadmap.__tablename__ else words.name((table, record_id)).name
    if not name:
        return caption
    return f"{caption} «{name if len(name) <= _NAME else name[:_NAME].rstrip() + '…'}»"


def _context(text: str, names: tuple[str, ...]) -> str:
    """The text around what it says, unless that is all of it."""
    line = one_line(text)
    left = line
    for name in names:
        left = left.replace(name, "")
    if sum(letter.isalnum() for letter in left) < 3:
        return ""
    place = max(line.find(names[0]), 0)
    start, end = max(place - _AROUND, 0), place + len(names[0]) + _AROUND
    before, after = "…" if start else "", "…" if end < len(line) else ""
    return f" — «{before}{line[start:end].strip()}{after}»"
