"""Records of two files that are not the same but may be meant so."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from roadmap_desktop.model.base import field_of
from roadmap_desktop.model.field import FieldKind
from roadmap_desktop.model.merging import RecordName, SameName
from roadmap_desktop.model.records import record_class
from roadmap_desktop.model.search import folded
from roadmap_desktop.operations.registers.record_listing import folded_name
from roadmap_desktop.operations.registers.record_words import is_part, name_field


def similar(mine: Iterable[RecordName], theirs: Iterable[RecordName]) -> Iterator[SameName]:
    """Pairs of one sort in which every word of the one name, such as that of a school or a person, stands in the other;
    long texts must be equal. Parts of other records are left out."""
    known: list[tuple[RecordName, int]] = []
    of_word: dict[tuple[str, str], list[int]] = {}
    for one in filter(_has_name, mine):
        words = _words(one)
        for word in words:
            of_word.setdefault((one.table, word), []).append(len(known))
        known.append((one, len(words)))
    for other in filter(_has_name, theirs):
        words = _words(other)
        met = Counter(index for word in words for index in of_word.get((other.table, word), ()))
        for index, count in sorted(met.items()):
            one, size = known[index]
            if count in (len(words), size):
                yield SameName((one, other))


def _has_name(record: RecordName) -> bool:
    return bool(record.name) and name_field(record.table) is not None and not is_part(record.table)


def _words(record: RecordName) -> set[str]:
    """The words of a short name; a long text is a single one."""
    if field_of(record_class(record.table), name_field(record.table) or "").kind is FieldKind.LINE:
        return set(re.findall(r"\w+", folded(record.name)))
    return {folded_name(record.name)}
