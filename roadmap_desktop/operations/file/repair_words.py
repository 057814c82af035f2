"""What a repair could not know, in the user's words."""

from collections.abc import Iterable

from roadmap_desktop.model.base import field_of
from roadmap_desktop.model.records import record_class
from roadmap_desktop.model.russian import counted
from roadmap_desktop.storage.reconciling import Doubt, Doubtful
from roadmap_desktop.storage.repair import Repair, Way

_WAYS = {
    Way.JOURNAL: "Файл исправлен по его собственной истории.",
    Way.BACKUP: "Файл восстановлен из последней исправной резервной копии. Сделанного после неё в нём нет",
    Way.SALVAGE: "Из файла спасено всё, что удалось прочитать. Проверьте мероприятия: часть могла пропасть.",
}
_REBUILT = "Файл собран заново по его собственной истории: она цела."
_DOUBTS = {
    Doubt.RETURNED: "Возвращено по истории, часть которой утрачена (могло быть удалено, значения могли быть прежними)",
    Doubt.GONE: "В плане этого уже нет, хотя об удалении в истории не сказано",
    Doubt.REMOVED: "Не возвращено: по истории удалено",
    Doubt.WITHOUT_HISTORY: "Оставлено как есть, истории об этом нет",
    Doubt.FROM_JOURNAL: "Значение взято из истории, в плане стояло другое или не читалось",
    Doubt.FROM_TABLE: "Значение оставлено как в плане, в уцелевшей части истории оно другое",
    Doubt.EMPTIED: "Прочитать нельзя нигде, заполните заново",
    Doubt.DROPPED: "Убрано: то, к чему это относилось, утрачено",
}
_MOST_NAMED = 5
_LONGEST = 60


def way_told(made: Repair) -> str:
    """How the file was repaired, and how much of its history is lost."""
    if made.way is Way.BACKUP:
        missing = f": {_edits(made.lost_edits)}" if made.lost_edits else ""
        return f"{_WAYS[made.way]}{missing}."
    sentence = _REBUILT if made.way is Way.SALVAGE and made.is_certain else _WAYS[made.way]
    if made.lost_edits:
        lost = counted(made.lost_edits, "правки", "правок", "правок")
        return f"{sentence} В истории утрачены подробности не меньше чем {lost}."
    return sentence if made.is_certain else f"{sentence} Часть истории утрачена."


def doubts_told(doubts: Iterable[Doubtful]) -> tuple[str, ...]:
    """A line for each kind of doubt: how many, and the first by their names."""
    of_kind: dict[Doubt, list[str]] = {}
    for one in doubts:
        of_kind.setdefault(one.doubt, []).append(_named(one))
    return tuple(_line(doubt, of_kind[doubt]) for doubt in Doubt if doubt in of_kind)


def _line(doubt: Doubt, names: list[str]) -> str:
    shown = list(dict.fromkeys(names))[:_MOST_NAMED]
    more = len(names) - sum(name in shown for name in names)
    rest = f" и ещё {counted(more, 'запись', 'записи', 'записей')}" if more else ""
    return f"{_DOUBTS[doubt]}: {'; '.join(shown)}{rest}."


def _named(one: Doubtful) -> str:
    kind = record_class(one.table)
    name = one.name if len(one.name) <= _LONGEST else f"{one.name[: _LONGEST - 2]} …"
    record = f"{kind.caption} «{name}»" if name else kind.caption
    return f"{record}, поле «{field_of(kind, one.field).label}»" if one.field else record


def _edits(count: int) -> str:
    return counted(count, "правка", "правки", "правок")
