"""What is said beneath a list: how many rows become what, and everything that is not taken as it stands."""

from collections.abc import Sequence

from roadmap_desktop.model.registers import BY_TABLE
from roadmap_desktop.model.russian import capital, counted
from roadmap_desktop.operations.registers.list_import import ListImport, Outcome

# Beyond these they are counted.
_MOST = 200


def summary(read: ListImport) -> str:
    """How many rows become what."""
    parts = {
        Outcome.NEW: "новых",
        Outcome.FILLED: "дополнят запись",
        Outcome.DIFFERENT: "отличаются от записи",
        Outcome.SAME: "уже есть",
        Outcome.REFUSED: "не войдут",
        Outcome.TITLE: "заголовков",
    }
    rows = counted(len(read.outcomes), "строка", "строки", "строк")
    counts = [f"{word} — {read.count(one)}" for one, word in parts.items() if read.count(one)]
    return f"{capital(rows)}: {', '.join(counts)}."


def told(read: ListImport) -> Sequence[str]:
    """A sentence for each thing that is not taken as it stands."""
    lines = [
        *(f"Не понято: {fault}" for fault in read.faults),
        *(f"Отличается: {one}" for one in read.differences),
        *(f"Будет добавлено в «{BY_TABLE[one.table].title}»: {one.name}" for one in read.missing),
        *(f"Не войдёт: {sentence}" for sentence in read.left_out),
        *map(capital, read.assumed),
    ]
    more = [f"…и ещё {len(lines) - _MOST}"] if len(lines) > _MOST else []
    return [*lines[:_MOST], *more]
