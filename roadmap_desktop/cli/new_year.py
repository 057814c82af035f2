"""A file for the next school year."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from roadmap_desktop.cli.command import FILE, JSON, argument, command, flag, path
from roadmap_desktop.cli.output import as_json, attributes, shown
from roadmap_desktop.errors import NOTHING_WRITTEN, UserError

if TYPE_CHECKING:
    from roadmap_desktop.operations.new_year.drafting import Draft, KeptTold, WordingTold


@command(
    "rollover",
    "новый учебный год из этой карты: новый файл, этот не меняется",
    FILE,
    argument("--year", "ГОД", "новый учебный год, например 2021-2022", required=True),
    path("-o --output", "НОВЫЙ", "куда записать; такого файла ещё не должно быть"),
    argument("--take", "ЧТО", "что взять сверх предложенного, через запятую; что бывает, покажет --dry-run"),
    argument("--leave", "ЧТО", "что из предложенного не брать, через запятую"),
    flag("--keep-days-off", "не переносить на рабочие дни даты, которые попали на выходные"),
    flag("--dry-run", "только показать, что получится"),
    JSON,
)
def _rollover(
    file: Path,
    year: str,
    output: Path | None,
    take: str | None,
    leave: str | None,
    keep_days_off: bool,
    dry_run: bool,
    json: bool,
) -> str:
    from roadmap_desktop.operations.file import files
    from roadmap_desktop.operations.new_year import drafting, writing

    if output is None and not dry_run:
        raise UserError("Не указано, куда записать новый файл.", NOTHING_WRITTEN, "Добавьте: -o НОВЫЙ.")
    request = drafting.Request(files.parse_school_year(year), to_working_days=not keep_days_off)
    if dry_run or take or leave:
        old = writing.look_ahead(file)
        request = drafting.choosing_by_name(old, request, _listed(take), _listed(leave))
    draft = old.draft(request) if dry_run else writing.start_new_year(file, output or file, request)
    return as_json(_as_data(draft, output, dry_run)) if json else _told(draft, output, dry_run)


def _listed(text: str | None) -> list[str]:
    return [word.strip() for word in (text or "").split(",") if word.strip()]


def _told(draft: "Draft", output: Path | None, dry_run: bool) -> str:
    lines = ["Файл не записан: это только проверка." if dry_run else f"Создан файл {shown(output or '')}"]
    lines += ["Что перенесено:"]
    lines += [f"  {one.title} [{one.id}]: {one.coming} из {one.total}" for one in draft.parts]
    troubled = [one for one in draft.wordings if one.trouble is not None]
    if troubled:
        lines += ["Проверьте:", *(f"  {_line(one)} ({one.trouble.value})" for one in troubled if one.trouble)]
    shifted = [one for one in draft.wordings if one.trouble is None]
    if shifted:
        lines += ["Сдвинуто:", *(f"  {_line(one)}" for one in shifted)]
    if draft.kept:
        lines += [
            "Осталось с прежней датой:",
            *(f"  {shown(one.name)}, {one.label}: {one.value}" for one in draft.kept),
        ]
    return "\n".join(lines)


def _line(one: "WordingTold") -> str:
    return f"{shown(one.name)}, {one.label}: {shown(one.old)} → {shown(one.new)}"


def _as_data(draft: "Draft", output: Path | None, dry_run: bool) -> dict[str, Any]:
    return {
        "file": None if dry_run else output,
        "title": draft.title,
        "period": list(draft.period),
        "parts": [attributes(one, "id", "title", "total", "coming") for one in draft.parts],
        "wordings": [_placed(one) | attributes(one, "old", "new", "trouble") for one in draft.wordings],
        "kept": [_placed(one) | attributes(one, "value") for one in draft.kept],
    }


def _placed(one: "WordingTold | KeptTold") -> dict[str, Any]:
    table, record, field = one.place
    return {"table": table, "record": record, "field": field, **attributes(one, "name", "label")}
