"""A copy to hand on, and a file's soundness."""

from pathlib import Path

from roadmap_desktop.cli.command import FILE, argument, command, flag, path
from roadmap_desktop.cli.output import say, shown
from roadmap_desktop.errors import IT_IS_UNCHANGED, UserError

_WITHOUT_PERSONAL = (
    "без имён людей, телефонов и приложенных файлов, и в истории тоже; что осталось в текстах, будет названо"
)


@command(
    "copy",
    "сохранить копию: всю, без персональных данных, месяц или раздел",
    FILE,
    path("output", "КОПИЯ", "куда сохранить; такого файла ещё не должно быть"),
    flag("--without-personal-data", _WITHOUT_PERSONAL),
    (
        argument("--month", "ГГГГ-ММ", "только план этого месяца, например 2020-10"),
        argument("--section", "НАЗВАНИЕ", "только мероприятия этого раздела"),
    ),
)
def _copy(
    file: Path, output: Path, without_personal_data: bool, month: str | None, section: str | None
) -> str:
    from roadmap_desktop.operations.copies import copies
    from roadmap_desktop.operations.file import files
    from roadmap_desktop.operations.plan import months, reading

    with files.open_roadmap(file) as opened:
        plan = reading.read_plan(opened)
    request = copies.CopyRequest(
        without_personal_data,
        months.parse_month(month) if month else None,
        copies.section_named(plan, section) if section else None,
    )
    report = copies.save_copy(file, output, plan, request)
    told = [
        f"Копия сохранена: {shown(output)}",
        *_titled("В копии нет:", report.removed),
        *_titled(
            "Осталось в текстах (исправьте в файле и сохраните копию снова):",
            [remark.line for remark in report.stays],
        ),
        *_titled("Проверьте, не имена ли это:", [remark.line for remark in report.perhaps]),
    ]
    if not request.without_personal:
        told.append("В копии есть персональные данные. Для других сохраните копию с --without-personal-data.")
    return "\n".join(told)


def _titled(title: str, lines: list[str] | tuple[str, ...]) -> list[str]:
    return [title, *(f"  {line}" for line in lines)] if lines else []


@command(
    "check",
    "проверить, исправен ли файл",
    FILE,
    flag("--repair", "исправить; повреждённый файл остаётся рядом"),
)
def _check(file: Path, repair: bool) -> str:
    from roadmap_desktop.operations.file import backups, checking

    findings = checking.check_file(file)
    if not findings:
        return checking.SOUND
    # The repair may refuse, and what is wrong is told all the same.
    for finding in findings:
        say(finding.text)
    if not repair:
        raise UserError(
            f"Файл «{file.name}» неисправен.", IT_IS_UNCHANGED, "Чтобы исправить его, добавьте --repair."
        )
    report = checking.repair(file, lambda: backups.newest_good(file))
    return "\n".join([report.text, *_titled("Проверьте:", report.doubts)])
