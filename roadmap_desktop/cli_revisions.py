"""The command ``revise``: approved revisions of the plan."""

import argparse
import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from roadmap_desktop.cli_parser import typed
from roadmap_desktop.errors import KnownError

if TYPE_CHECKING:
    from roadmap_desktop.operations.revisions import RevisionRow
    from roadmap_desktop.storage.roadmap_file import RoadmapFile


def add_commands(commands: Any, command: Callable[..., argparse.ArgumentParser]) -> None:
    """Adds ``revise`` to the commands; ``command`` makes one."""
    revising = command(
        commands, "revise", _revise, "утвердить редакцию плана, показать или сравнить редакции"
    )
    revising.add_argument("name", metavar="НАЗВАНИЕ", type=typed, nargs="?", help="название новой редакции")
    revising.add_argument(
        "--order", metavar="НОМЕР", type=typed, help="номер приказа, которым она утверждена"
    )
    revising.add_argument("--date", metavar="ГГГГ-ММ-ДД", help="дата приказа")
    instead = revising.add_mutually_exclusive_group()
    instead.add_argument("--list", action="store_true", help="показать редакции, ничего не менять")
    instead.add_argument(
        "--compare",
        metavar="РЕДАКЦИЯ",
        type=typed,
        nargs="+",
        help="сравнить две редакции или одну с планом, какой он сейчас",
    )
    revising.add_argument("--json", action="store_true", help="показать в виде JSON")


def _revise(arguments: argparse.Namespace) -> None:
    from roadmap_desktop.operations import files, revisions
    from roadmap_desktop.operations.typed_values import parse_date

    is_looking = arguments.list or arguments.compare is not None
    _check_words(arguments, is_looking)
    order_date = parse_date(arguments.date) if arguments.date else None
    with files.open_roadmap(arguments.file) as file:
        if arguments.list:
            _show(revisions.revisions(file), as_json=arguments.json)
        elif is_looking:
            _compare(file, arguments)
        else:
            made = revisions.approve(file, arguments.name, arguments.order or "", order_date)
            print(made.label if made else "Ничего не изменено")


def _check_words(arguments: argparse.Namespace, is_looking: bool) -> None:
    """Raises KnownError for words that do not go together."""
    if is_looking and (arguments.name is not None or arguments.order or arguments.date):
        raise KnownError(
            "Название, приказ и дата нужны только новой редакции. Ничего не изменено. Уберите их или ключ."
        )
    if not is_looking and arguments.name is None:
        raise KnownError(
            "Не хватает названия редакции. Ничего не изменено. Напишите его или добавьте --list, чтобы увидеть все."
        )
    if len(arguments.compare or ()) > 2:
        raise KnownError("Сравнить можно две редакции. Ничего не изменено. Назовите одну или две.")


def _compare(file: "RoadmapFile", arguments: argparse.Namespace) -> None:
    from roadmap_desktop.cli_merging import show_comparison
    from roadmap_desktop.operations import revisions

    chosen = [revisions.revision_named(file, name) for name in arguments.compare]
    show_comparison(revisions.compare(file, *chosen), as_json=arguments.json, same="Различий нет")


def _show(rows: "tuple[RevisionRow, ...]", *, as_json: bool) -> None:
    from roadmap_desktop.model.local_time import here
    from roadmap_desktop.model.russian import activities_counted
    from roadmap_desktop.operations.revisions import order_text

    if as_json:
        print(json.dumps([_row_json(row) for row in rows], ensure_ascii=False, indent=2))
        return
    if not rows:
        print("Редакций пока нет")
    for row in rows:
        order = order_text(row)
        when = f"{here(row.at):%d.%m.%Y %H:%M}"
        parts = [row.name, *([order] if order else []), when, row.author, activities_counted(row.activities)]
        print(" — ".join(part for part in parts if part))


def _row_json(row: "RevisionRow") -> dict[str, Any]:
    return {
        "id": row.id,
        "name": row.name,
        "order_number": row.order_number,
        "order_date": row.order_date.isoformat() if row.order_date else None,
        "approved_on": row.approved_on.isoformat(),
        "at": row.at.isoformat(),
        "author": row.author,
        "activities": row.activities,
    }
