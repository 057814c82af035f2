"""Approved revisions of the plan."""

from typing import TYPE_CHECKING, Any

from roadmap_desktop.cli.command import JSON, OPENED, argument, command, flag
from roadmap_desktop.cli.merging import comparison_shown
from roadmap_desktop.cli.output import attributes, listed
from roadmap_desktop.errors import NOTHING_CHANGED, UserError

if TYPE_CHECKING:
    from roadmap_desktop.operations.plan.revisions import RevisionRow
    from roadmap_desktop.storage.roadmap_file import RoadmapFile


@command(
    "revise",
    "утвердить редакцию плана, показать или сравнить редакции",
    OPENED,
    argument("name", "НАЗВАНИЕ", "название новой редакции", nargs="?"),
    argument("--order", "НОМЕР", "номер приказа, которым она утверждена"),
    argument("--date", "ГГГГ-ММ-ДД", "дата приказа"),
    argument("--ground", "ОСНОВАНИЕ", "на каком основании план изменён"),
    (
        flag("--list", "показать редакции, ничего не менять", dest="list_revisions"),
        argument(
            "--compare", "РЕДАКЦИЯ", "сравнить две редакции или одну с планом, какой он сейчас", nargs="+"
        ),
    ),
    JSON,
)
def _revise(
    file: "RoadmapFile",
    name: str | None,
    order: str | None,
    date: str | None,
    ground: str | None,
    list_revisions: bool,
    compare: list[str] | None,
    json: bool,
) -> str:
    from roadmap_desktop.operations.plan import revisions
    from roadmap_desktop.operations.registers.typed_values import parse_date

    if (list_revisions or compare is not None) and (name is not None or order or date or ground):
        raise UserError(
            "Название, приказ, дата и основание нужны только новой редакции.",
            NOTHING_CHANGED,
            "Уберите либо их, либо --list и --compare.",
        )
    if list_revisions:
        return listed(revisions.revisions(file), _line, _row_json, json=json, nothing="Редакций пока нет")
    if compare is not None:
        return _compared(file, compare, json=json)
    if name is None:
        raise UserError(
            "Не хватает названия редакции.",
            NOTHING_CHANGED,
            "Напишите его или добавьте --list, чтобы увидеть все.",
        )
    made = revisions.approve(file, name, order or "", parse_date(date) if date else None, ground=ground or "")
    return made.label if made else NOTHING_CHANGED


def _compared(file: "RoadmapFile", names: list[str], *, json: bool) -> str:
    from roadmap_desktop.operations.plan import revisions

    if len(names) > 2:
        raise UserError("Сравнить можно две редакции.", NOTHING_CHANGED, "Назовите одну или две.")
    chosen = [revisions.revision_named(file, name) for name in names]
    return comparison_shown(revisions.compare(file, *chosen), json=json, same="Различий нет")


def _line(row: "RevisionRow") -> str:
    from roadmap_desktop.model.local_time import here
    from roadmap_desktop.model.russian import activities_counted
    from roadmap_desktop.operations.plan.revisions import order_text

    when = f"{here(row.at):%d.%m.%Y %H:%M}"
    parts = (row.name, order_text(row), when, row.author, activities_counted(row.activities))
    return " — ".join(part for part in parts if part)


def _row_json(row: "RevisionRow") -> dict[str, Any]:
    return attributes(
        row, "id", "name", "order_number", "order_date", "approved_on", "at", "author", "activities", "ground"
    )
