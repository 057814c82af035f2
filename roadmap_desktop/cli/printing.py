"""Any report into a PDF, a Word or an Excel file; what has a day into a calendar file."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from roadmap_desktop import clock
from roadmap_desktop.cli.command import OPENED, argument, command, flag, path
from roadmap_desktop.cli.output import shown, warn
from roadmap_desktop.errors import NOTHING_PRINTED, NOTHING_WRITTEN, UserError

if TYPE_CHECKING:
    from roadmap_desktop.storage.roadmap_file import RoadmapFile

# Starting the program must not read every report; a test holds that none is missing here.
PARAMETERS = {
    "week": ("ДЕНЬ", "любой день недели, например 2020-10-05"),
    "month": ("ГГГГ-ММ", "месяц, например 2020-09"),
    "quarter": ("ГГГГ-К", "квартал календарного года, например 2020-4"),
    "half": ("ГГГГ-П", "полугодие учебного года, например 2020-1"),
    "year": ("ГОД", "учебный год, например 2020-2021"),
    "period": ("ПЕРИОД", "период: 2020-09-01..2020-12-31 или словами"),
    "record": ("ЗАПИСЬ", "название или ключ записи, о которой документ"),
    "school": ("ШКОЛА", "название школы"),
    "kind": ("ВИД", "вид, как в справочнике"),
    "meeting": ("СОВЕЩАНИЕ", "тема или ключ совещания"),
    "course": ("КУРСЫ", "программа или ключ курсов"),
    "lesson": ("ЗАНЯТИЕ", "название или ключ дистанционного занятия"),
    "event": ("МЕРОПРИЯТИЕ", "название или ключ совместного мероприятия"),
    "teacher": ("ПЕДАГОГ", "фамилия, имя, отчество или ключ"),
    "member": ("ЧЛЕН ГРУППЫ", "фамилия, имя, отчество или ключ"),
    "place": ("МЕСТО", "где издан приказ"),
    "basis": ("ОСНОВАНИЕ", "на основании чего издан приказ"),
    "responsible": ("КОГО", "кого приказ назначает ответственным"),
    "control": ("НА КОГО", "на кого возложен контроль; без этого — за руководителем"),
    "asked": ("ЧТО СДЕЛАТЬ", "о чём просит письмо"),
    "due": ("СРОК", "к какому сроку просит письмо"),
    "performer": ("КТО", "исполнитель письма"),
    "phone": ("ТЕЛЕФОН", "телефон исполнителя письма"),
    "subject": ("ПРЕДМЕТ", "учебный предмет"),
    "older": ("РЕДАКЦИЯ", "прежняя редакция: название"),
    "newer": ("РЕДАКЦИЯ", "новая редакция: название"),
    "form": ("ФОРМА", "форма плана месяца: plan или roadmap — выписка из дорожной карты"),
    "by": (
        "ПОРЯДОК",
        "порядок: по датам, по направлениям, по исполнителям; в плане года — по месяцам, по разделам",
    ),
    "numbers": ("ДА", "номер в дорожной карте рядом с названием: да или нет"),
    "sources": ("СПРАВОЧНИКИ", "из каких справочников план, через запятую: дела, совещания…"),
    "parts": ("ЧАСТИ", "части плана через запятую: по датам, в течение месяца…"),
    "groups": ("ГРУППЫ", "части отчёта через запятую"),
    "conclusions": ("ТЕКСТ", "выводы отчёта за месяц; сохраняются в файле"),
    "rows": ("ЧИСЛО", "сколько пустых строк в бланке"),
    "blank": ("ДА", "да: пустой бланк, чтобы заполнить от руки"),
}
# The document's options; what is not named is as the report has it.
_OPTIONS = {
    "orientation": ("ЛИСТ", "лист: книжная или альбомная"),
    "font-size": ("ЧИСЛО", "размер шрифта: от 9 до 14"),
    "stamp": ("ГРИФ", "гриф: утверждаю, согласовано, приложение или нет"),
    "columns": ("СТОЛБЦЫ", "какие столбцы таблиц печатать, через точку с запятой"),
}
# The name alone says yes.
_ALONE: dict[str, dict[str, Any]] = {"blank": {"nargs": "?", "const": "да"}}


@command(
    "print",
    "напечатать отчёт в файл PDF, Word или Excel, а события его срока — в .ics",
    path("file", "ФАЙЛ", "файл дорожной карты", nargs="?"),
    flag("--list", "показать все отчёты и их параметры", dest="list_reports"),
    argument("--report", "ОТЧЁТ", "какой отчёт, например month", default="month"),
    *(
        argument(f"--{name}", word, described, **_ALONE.get(name, {}))
        for name, (word, described) in (PARAMETERS | _OPTIONS).items()
    ),
    path("-o --output", "ФАЙЛ", "куда: .pdf, .docx, .xlsx; события — .ics"),
)
def _print(
    file: Path | None, list_reports: bool, report: str, output: Path | None, **given: str | None
) -> str:
    from roadmap_desktop.operations.file import files
    from roadmap_desktop.operations.printing import printing

    if list_reports:
        return "\n".join(printing.report_lines())
    if file is None or output is None:
        raise UserError(
            "Укажите файл дорожной карты и, после -o, куда напечатать.",
            advice="Например: print КАРТА --month 2020-09 -o ПЛАН.pdf",
        )
    _leave_deleted_folder(file, output)
    typed = {name: value for name, value in given.items() if value is not None}
    chosen = {name: value for name, value in typed.items() if name in PARAMETERS}
    options = {name: value for name, value in typed.items() if name not in PARAMETERS}
    with files.open_roadmap(file) as opened:
        if output.suffix.lower() == ".ics":
            from roadmap_desktop.operations.printing.calendar_of_report import export_report

            exported = export_report(opened, report, chosen, output, clock.today())
            return f"В файле {shown(output)} {exported.words}"
        printing.print_report(opened, report, chosen, output, options=options, warn=warn)
    return f"Напечатано в файл {shown(output)}"


def _leave_deleted_folder(*paths: Path) -> None:
    """ReportLab asks for the working folder while it is imported, and that may have been deleted under the shell."""
    try:
        Path.cwd()
    except FileNotFoundError:
        if not all(path.is_absolute() for path in paths):
            raise UserError(
                "Папки, в которой вы находитесь, больше нет.",
                NOTHING_PRINTED,
                "Перейдите в другую и повторите.",
            ) from None
        os.chdir(os.sep)


@command(
    "calendar",
    "записать мероприятия и сроки в файл календаря .ics",
    OPENED,
    path("-o --output", "ФАЙЛ.ics", "куда записать"),
    argument("--month", "ГГГГ-ММ", "только этот месяц, например 2020-09"),
    argument("--kinds", "ВИДЫ", "что записать, через запятую, например activities,meetings; без этого — всё"),
)
def _calendar(file: "RoadmapFile", output: Path | None, month: str | None, kinds: str | None) -> str:
    from roadmap_desktop.operations.plan import months
    from roadmap_desktop.operations.printing import calendar_export

    if output is None:
        raise UserError(
            "Укажите после -o файл календаря.", NOTHING_WRITTEN, "Например: calendar КАРТА -o КАЛЕНДАРЬ.ics"
        )
    window = None if month is None else months.parse_month(month)
    named = [word.strip() for word in (kinds or "").split(",") if word.strip()]
    chosen = calendar_export.kinds_named(named) if kinds is not None else None
    exported = calendar_export.export_calendar(file, output, window, chosen)
    return f"В файле {shown(output)} {exported.words}"
