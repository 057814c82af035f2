"""The command line of merging and comparing copies."""

import argparse
import json
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from roadmap_desktop.cli_parser import file_path

if TYPE_CHECKING:
    from roadmap_desktop.model.merging import (
        Comparison,
        Difference,
        MergePreview,
        MergeResult,
        RecordName,
        Revived,
    )

_CONFLICTS = 3
_SAME_CONTENT = "Записи и приложенные файлы в них одинаковы"


def add_commands(commands: Any, command: Callable[..., argparse.ArgumentParser]) -> None:
    """Adds ``merge`` and ``compare`` to the commands; ``command`` makes one."""
    merging = command(commands, "merge", _merge, "объединить файл с его копиями", file=False)
    merging.add_argument(
        "mine", metavar="МОЙ", type=file_path, help="мой файл: в него войдут изменения копий"
    )
    merging.add_argument("theirs", metavar="КОПИЯ", type=file_path, nargs="+", help="копии этого файла")
    merging.add_argument(
        "-o", "--output", metavar="ФАЙЛ", type=file_path, help="записать в новый файл, мой не менять"
    )
    merging.add_argument(
        "--prefer",
        choices=("newest", "mine", "theirs"),
        metavar="ЧЬЁ",
        help="что взять, где одно поле изменили по-разному: newest (последнее), mine (моё), theirs (из копии)",
    )
    merging.add_argument("--both", action="store_true", help="отдать обратно: записать итог и в копии")
    merging.add_argument("--dry-run", action="store_true", help="только показать, ничего не записывать")
    merging.add_argument("--json", action="store_true", help="показать в виде JSON")

    comparing = command(commands, "compare", _compare, "сравнить два файла, ничего не меняя", file=False)
    comparing.add_argument("a", metavar="ФАЙЛ", type=file_path, help="файл дорожной карты")
    comparing.add_argument("b", metavar="ДРУГОЙ", type=file_path, help="его копия или другой файл")
    comparing.add_argument("--json", action="store_true", help="в виде JSON")


def _merge(arguments: argparse.Namespace) -> int:
    from roadmap_desktop.model.merging import Prefer
    from roadmap_desktop.operations import backups, merging

    prefer = Prefer(arguments.prefer) if arguments.prefer else None
    if arguments.dry_run:
        told = merging.preview(arguments.mine, arguments.theirs)
        if arguments.json:
            _print_json(_preview_json(told))
        else:
            _print_preview(told)
        return _CONFLICTS if told.conflicts and prefer is None else 0
    try:
        result = merging.merge(
            arguments.mine,
            arguments.theirs,
            prefer=prefer,
            out=arguments.output,
            both=arguments.both,
            keep=backups.before(backups.Reason.MERGE),
            before_joining=lambda: None if arguments.json else print(_note()),
        )
    except merging.Conflicted as error:
        _print_json(_preview_json(error.preview))
        return _CONFLICTS
    if arguments.json:
        _print_json(
            {
                "changed": result.changed,
                "records": result.records,
                "chosen": result.chosen,
                "given_back": result.given_back,
                **({} if result.left is None else _left_json(result.left)),
                "rewritten": result.rewritten,
            }
        )
    else:
        print(_result_text(result, arguments))
    return 0


def _result_text(result: "MergeResult", arguments: argparse.Namespace) -> str:
    from roadmap_desktop.operations.merge_warnings import rewritten_words

    place = arguments.output or arguments.mine
    if result.changed:
        said = f"Объединено в файле {place}, изменено записей: {result.records}"
    elif result.rewritten:
        said = f"Других изменений в копии нет, файл {place} {'записан' if arguments.output else 'не изменён'}"
    elif arguments.output is not None:
        said = f"Нового в копии нет, записан файл {place}"
    elif result.given_back:
        said = f"Нового в копии нет, файл {place} не изменён"
    else:
        said = "Нового в копии нет, ничего не изменено"
    if result.given_back:
        said += f". Отдано обратно копий: {result.given_back}"
    return f"{rewritten_words(result.rewritten)}\n{said}" if result.rewritten else said


def _compare(arguments: argparse.Namespace) -> None:
    from roadmap_desktop.operations.comparing import compare

    show_comparison(compare(arguments.a, arguments.b), as_json=arguments.json, same="Файлы одинаковы")


def show_comparison(told: "Comparison", *, as_json: bool, same: str) -> None:
    """Prints a comparison; ``same`` is what is said when nothing differs."""
    from roadmap_desktop.operations.merge_warnings import comparison_warnings

    if as_json:
        _print_json(_comparison_json(told))
        return
    if not told.common_past:
        print(_note())
    for warning in comparison_warnings(told):
        print(warning)
    if told.identical:
        print(same if told.common_past else _SAME_CONTENT)
    for difference in told.differences:
        print(_line(difference))


def _print_preview(told: "MergePreview") -> None:
    from roadmap_desktop.operations.merge_warnings import preview_warnings

    if not told.common_past:
        print(_note())
    for warning in preview_warnings(told):
        print(warning)
    if told.identical:
        print(f"{'Файлы одинаковы' if told.common_past else _SAME_CONTENT}, объединять нечего")
    elif not (told.theirs or told.rewritten or told.fuller):
        print("Нового в копии нет")
    only = "" if told.common_past else "только "
    for title, changes in ((f"{only}в моём файле", told.mine), (f"{only}в копии", told.theirs)):
        if changes:
            print(f"{title[0].upper()}{title[1:]}:")
            for change in changes:
                print(f"  {_line(change)}")
    for conflict in told.conflicts:
        words, past = "Записано по-разному", ""
        if told.common_past:
            words, past = "Изменено по-разному", f"было: {_shown(conflict.past)}; "
        print(f"{words}: {_named(conflict.record)}, {conflict.label}")
        print(f"  {past}моё: {_shown(conflict.mine)}; в копии: {_shown(conflict.theirs)}")
    for revived in told.revived:
        print(
            f"Останется, хотя и удалено {'у меня' if revived.by_mine else 'в копии'}: {_named(revived.record)}"
        )
    for alike in told.same_names:
        words = "Одинаковые" if told.common_past else "Похожие"
        print(f"{words} названия: {'; '.join(_named(record) for record in alike.records)}")
    for record in told.left:
        print(f"Не перенесётся: {_named(record)}")


def _line(difference: "Difference") -> str:
    words = {"added": "добавлено", "removed": "удалено"}.get(difference.kind.value)
    what = words or f"{difference.label}: {_shown(difference.old)} → {_shown(difference.new)}"
    from roadmap_desktop.model.local_time import here

    signed = f" ({difference.author}, {here(difference.at):%d.%m.%Y %H:%M})" if difference.at else ""
    return f"{_named(difference.record)} — {what}{signed}"


def _left_json(left: "Iterable[RecordName]") -> dict[str, Any]:
    return {"note": _note(), "left": [_record_json(record) for record in left]}


def _note() -> str:
    from roadmap_desktop.model.merging import LEFT_BEHIND, NO_COMMON_PAST

    return f"{NO_COMMON_PAST} {LEFT_BEHIND}"


def _named(record: "RecordName") -> str:
    number = f" {record.number}" if record.number else ""
    return f"{record.caption}{number} «{record.name}»"


def _shown(value: Any) -> str:
    return "пусто" if value in (None, "") else " ".join(str(value).split())


def _preview_json(told: "MergePreview") -> dict[str, Any]:
    from roadmap_desktop.operations.merge_warnings import preview_warnings

    return {
        "identical": told.identical,
        "common_past": told.common_past,
        **({} if told.common_past else _left_json(told.left)),
        "mine": _changes_json(told.mine),
        "theirs": _changes_json(told.theirs),
        "conflicts": [
            {
                **_record_json(one.record),
                "file": one.key.file,
                "field": one.key.field,
                "label": one.label,
                "past": one.past,
                "mine": one.mine,
                "theirs": one.theirs,
                "newest": one.newest.value,
                "mine_author": one.mine_author,
                "mine_at": _at(one.mine_at),
                "theirs_author": one.theirs_author,
                "theirs_at": _at(one.theirs_at),
            }
            for one in told.conflicts
        ],
        "revived": [_revived_json(one) for one in told.revived],
        "same_names": [[_record_json(record) for record in alike.records] for alike in told.same_names],
        "rewritten": told.rewritten,
        "fuller": told.fuller,
        "warnings": preview_warnings(told),
    }


def _revived_json(revived: "Revived") -> dict[str, Any]:
    return {
        **_record_json(revived.record),
        "deleted_by": "mine" if revived.by_mine else "theirs",
        "author": revived.author,
        "at": _at(revived.at),
    }


def _comparison_json(told: "Comparison") -> dict[str, Any]:
    from roadmap_desktop.operations.merge_warnings import comparison_warnings

    return {
        "identical": told.identical,
        "common_past": told.common_past,
        **({} if told.common_past else {"note": _note()}),
        "differences": [
            {
                **_record_json(one.record),
                "kind": one.kind.value,
                "field": one.field,
                "label": one.label,
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


def _changes_json(changes: "Iterable[Difference]") -> list[dict[str, Any]]:
    return [
        {
            **_record_json(one.record),
            "kind": one.kind.value,
            "field": one.field,
            "label": one.label,
            "old": one.old,
            "new": one.new,
            "author": one.author,
            "at": _at(one.at),
        }
        for one in changes
    ]


def _record_json(record: "RecordName") -> dict[str, Any]:
    return {
        "table": record.table,
        "caption": record.caption,
        "record": record.name,
        "record_id": record.id,
        "number": record.number,
    }


def _at(at: Any) -> str | None:
    return at.isoformat() if at else None


def _print_json(value: Any) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=2))
