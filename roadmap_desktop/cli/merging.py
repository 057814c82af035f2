"""Merging and comparing copies."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from roadmap_desktop.cli.command import JSON, argument, command, flag, path
from roadmap_desktop.cli.output import CONFLICTS, DONE, Told, as_json, attributes, say, shown
from roadmap_desktop.model.letters import one_line

if TYPE_CHECKING:
    from roadmap_desktop.model.merging import (
        Comparison,
        Conflict,
        Difference,
        MergePreview,
        MergeResult,
        RecordName,
    )

_SAME_CONTENT = "Записи и приложенные файлы в них одинаковы"
_PREFER = "что взять, где одно поле изменили по-разному: newest (последнее), mine (моё), theirs (из копии)"


@command(
    "merge",
    "объединить файл с его копиями",
    path("mine", "МОЙ", "мой файл: в него войдут изменения копий"),
    path("theirs", "КОПИЯ", "копии этого файла", nargs="+"),
    path("-o --output", "ФАЙЛ", "записать в новый файл, мой не менять"),
    argument("--prefer", "ЧЬЁ", _PREFER, choices=("newest", "mine", "theirs")),
    flag("--both", "отдать обратно: записать итог и в копии"),
    flag("--dry-run", "только показать, ничего не записывать"),
    JSON,
)
def _merge(
    mine: Path,
    theirs: list[Path],
    output: Path | None,
    prefer: str | None,
    both: bool,
    dry_run: bool,
    json: bool,
) -> str | Told:
    from roadmap_desktop.model.merging import Prefer
    from roadmap_desktop.operations.copies import merging
    from roadmap_desktop.operations.file import backups

    preferred = Prefer(prefer) if prefer else None
    if dry_run:
        told = merging.preview(mine, theirs)
        text = as_json(_preview_json(told)) if json else "\n".join(_preview_lines(told))
        return Told(text, CONFLICTS if told.conflicts and preferred is None else DONE)
    try:
        result = merging.merge(
            mine,
            theirs,
            prefer=preferred,
            out=output,
            both=both,
            keep=backups.before(backups.Reason.MERGE),
            before_joining=lambda: None if json else say(_note()),
        )
    except merging.Conflicted as error:
        return Told(as_json(_preview_json(error.preview)), CONFLICTS)
    if not json:
        return _result_text(result, mine, output)
    return as_json(
        {
            **attributes(result, "changed", "records", "chosen", "given_back"),
            **({} if result.left is None else _left_json(result.left)),
            "rewritten": result.rewritten,
        }
    )


def _result_text(result: "MergeResult", mine: Path, output: Path | None) -> str:
    from roadmap_desktop.operations.copies.merge_warnings import rewritten_words

    written = shown(output or mine)
    if result.changed:
        said = f"Объединено в файле {written}, изменено записей: {result.records}"
    elif result.rewritten:
        said = f"Других изменений в копии нет, файл {written} {'записан' if output else 'не изменён'}"
    elif output is not None:
        said = f"Нового в копии нет, записан файл {written}"
    elif result.given_back:
        said = f"Нового в копии нет, файл {written} не изменён"
    else:
        said = "Нового в копии нет, ничего не изменено"
    if result.given_back:
        said += f". Отдано обратно копий: {result.given_back}"
    return f"{rewritten_words(result.rewritten)}\n{said}" if result.rewritten else said


@command(
    "compare",
    "сравнить два файла, ничего не меняя",
    path("a", "ФАЙЛ", "файл дорожной карты"),
    path("b", "ДРУГОЙ", "его копия или другой файл"),
    JSON,
)
def _compare(a: Path, b: Path, json: bool) -> str:
    from roadmap_desktop.operations.copies.comparing import compare

    return comparison_shown(compare(a, b), json=json, same="Файлы одинаковы")


def comparison_shown(told: "Comparison", *, json: bool, same: str) -> str:
    """A comparison as text or JSON; ``same`` is what is said when nothing differs."""
    if json:
        return as_json(_comparison_json(told))
    from roadmap_desktop.operations.copies.merge_warnings import comparison_warnings

    lines = [*_strangers(told.common_past), *comparison_warnings(told)]
    if told.identical:
        lines.append(same if told.common_past else _SAME_CONTENT)
    return "\n".join((*lines, *map(_line, told.differences)))


def _preview_lines(told: "MergePreview") -> Iterator[str]:
    from roadmap_desktop.operations.copies.merge_warnings import preview_warnings

    yield from _strangers(told.common_past)
    yield from preview_warnings(told)
    if told.identical:
        yield f"{'Файлы одинаковы' if told.common_past else _SAME_CONTENT}, объединять нечего"
    elif not (told.theirs or told.rewritten or told.fuller):
        yield "Нового в копии нет"
    begin = "В" if told.common_past else "Только в"
    for title, changes in ((f"{begin} моём файле:", told.mine), (f"{begin} копии:", told.theirs)):
        if changes:
            yield title
            yield from (f"  {_line(change)}" for change in changes)
    for conflict in told.conflicts:
        yield from _conflict_lines(conflict, common_past=told.common_past)
    for revived in told.revived:
        side = "у меня" if revived.by_mine else "в копии"
        yield f"Останется, хотя и удалено {side}: {_named(revived.record)}"
    for alike in told.same_names:
        words = "Одинаковые" if told.common_past else "Похожие"
        yield f"{words} названия: {'; '.join(map(_named, alike.records))}"
    for record in told.left:
        yield f"Не перенесётся: {_named(record)}"


def _conflict_lines(conflict: "Conflict", *, common_past: bool) -> Iterator[str]:
    words = "Изменено" if common_past else "Записано"
    past = f"было: {_value(conflict.past)}; " if common_past else ""
    yield f"{words} по-разному: {_named(conflict.record)}, {conflict.label}"
    yield f"  {past}моё: {_value(conflict.mine)}; в копии: {_value(conflict.theirs)}"


def _line(difference: "Difference") -> str:
    from roadmap_desktop.model.local_time import here

    words = {"added": "добавлено", "removed": "удалено"}.get(difference.kind.value)
    what = words or f"{difference.label}: {_value(difference.old)} → {_value(difference.new)}"
    signed = f" ({difference.author}, {here(difference.at):%d.%m.%Y %H:%M})" if difference.at else ""
    return f"{_named(difference.record)} — {what}{signed}"


def _strangers(common_past: bool) -> list[str]:
    return [] if common_past else [_note()]


def _note() -> str:
    from roadmap_desktop.model.merging import LEFT_BEHIND, NO_COMMON_PAST

    return f"{NO_COMMON_PAST} {LEFT_BEHIND}"


def _named(record: "RecordName") -> str:
    head = f"{record.caption} {record.number}" if record.number else record.caption
    return f"{head} «{record.name}»" if record.name else head


def _value(value: Any) -> str:
    return "пусто" if value in (None, "") else one_line(str(value))


def _preview_json(told: "MergePreview") -> dict[str, Any]:
    from roadmap_desktop.operations.copies.merge_warnings import preview_warnings

    return {
        **attributes(told, "identical", "common_past"),
        **({} if told.common_past else _left_json(told.left)),
        "mine": _changes_json(told.mine),
        "theirs": _changes_json(told.theirs),
        "conflicts": [_conflict_json(one) for one in told.conflicts],
        "revived": [
            {
                **_record_json(one.record),
                "deleted_by": "mine" if one.by_mine else "theirs",
                **attributes(one, "author", "at"),
            }
            for one in told.revived
        ],
        "same_names": [[_record_json(record) for record in alike.records] for alike in told.same_names],
        **attributes(told, "rewritten", "fuller"),
        "warnings": preview_warnings(told),
    }


def _conflict_json(one: "Conflict") -> dict[str, Any]:
    sides = ("mine_author", "mine_at", "theirs_author", "theirs_at")
    return {
        **_record_json(one.record),
        **attributes(one.key, "file", "field"),
        **attributes(one, "label", "past", "mine", "theirs", "newest", *sides),
    }


def _comparison_json(told: "Comparison") -> dict[str, Any]:
    from roadmap_desktop.operations.copies.merge_warnings import comparison_warnings

    return {
        **attributes(told, "identical", "common_past"),
        **({} if told.common_past else {"note": _note()}),
        "differences": [
            {
                **_record_json(one.record),
                **attributes(one, "kind", "field", "label"),
                "a": one.old,
                "b": one.new,
            }
            for one in told.differences
        ],
        "changed_in_a": _changes_json(told.a),
        "changed_in_b": _changes_json(told.b),
        "rewritten": told.rewritten,
        "warnings": comparison_warnings(told),
    }


def _left_json(left: "Iterable[RecordName]") -> dict[str, Any]:
    return {"note": _note(), "left": [_record_json(record) for record in left]}


def _changes_json(changes: "Iterable[Difference]") -> list[dict[str, Any]]:
    names = ("kind", "field", "label", "old", "new", "author", "at")
    return [{**_record_json(one.record), **attributes(one, *names)} for one in changes]


def _record_json(record: "RecordName") -> dict[str, Any]:
    return {
        **attributes(record, "table", "caption"),
        "record": record.name,
        "record_id": record.id,
        "number": record.number,
    }
