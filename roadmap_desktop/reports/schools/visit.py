"""«Справка о выезде в школу»: of one line of the log of targeted help, signed by the visitor and the school's head."""

from roadmap_desktop.model.person_names import signing_name
from roadmap_desktop.model.registers.schools import SchoolKind
from roadmap_desktop.model.russian import number_text
from roadmap_desktop.reports.blocks import (
    PORTRAIT,
    Align,
    Block,
    Document,
    FillIn,
    Heading,
    Paragraph,
    Signature,
)
from roadmap_desktop.reports.lists import full_name
from roadmap_desktop.reports.parameters import BLANK, one_record
from roadmap_desktop.reports.report import Group, Report
from roadmap_desktop.reports.source import Entry, Source

TITLE = "Справка о выезде в школу"
_LINES = 3


def visit_note(source: Source, record: str | None, *, blank: bool) -> Document:
    """The note on that visit, with lines to write on for what the log does not know; or the form."""
    visit = None if blank or record is None else source.entry("visits", record)
    help_ = source.entry("helps", visit.values["help_id"]) if visit else None
    school = _school(source, help_) if help_ else None
    blocks: tuple[Block, ...] = (
        Heading("СПРАВКА"),
        Paragraph("о выезде в образовательную организацию", Align.CENTRE, bold=True),
        *_lines(visit, help_, school),
        FillIn("Рекомендации", lines=_LINES),
        FillIn("Срок выполнения рекомендаций"),
    )
    return Document(
        f"{TITLE}: {visit.name}" if visit else f"{TITLE} (бланк)",
        blocks,
        page=PORTRAIT,
        signatures=_signatures(help_, school),
    )


def _school(source: Source, help_: Entry) -> Entry | None:
    """The school that is helped, or where the teacher works who is."""
    key, teacher = help_.values["school_id"], help_.values["teacher_id"]
    if not key and teacher:
        key = source.entry("teachers", teacher).values["school_id"]
    return source.entry("schools", key) if key else None


def _lines(visit: Entry | None, help_: Entry | None, school: Entry | None) -> tuple[FillIn, ...]:
    log = visit.values if visit else {}
    aim = help_.values if help_ else {}
    hours = log.get("hours")
    return (
        FillIn("Дата", f"{log['held_on']:%d.%m.%Y}" if log.get("held_on") else ""),
        FillIn("Образовательная организация", full_name(school) if school else ""),
        *([FillIn("Кому оказана помощь", help_.texts["teacher_id"])] if help_ and aim["teacher_id"] else []),
        FillIn("Кто выезжал", aim.get("tutor", "")),
        FillIn("Цель", aim.get("theme", ""), lines=2),
        FillIn("Что сделано", log.get("name", ""), lines=_LINES),
        *([FillIn("Затрачено часов", number_text(hours))] if hours else []),
        FillIn("Итог", log.get("outcome", ""), lines=_LINES),
    )


def _signatures(help_: Entry | None, school: Entry | None) -> tuple[Signature, ...]:
    has_director = school is not None and SchoolKind(school.values["kind"]).has_director
    name = school.name if school else "образовательной организации"
    post = f"{'директор' if has_director else 'руководитель'} {name}"
    return (
        Signature("Справку составил(а)", signing_name(help_.values["tutor"]) if help_ else ""),
        Signature(f"Ознакомлен(а): {post}", signing_name(school.values["head"]) if school else ""),
    )


REPORT = Report(
    id="visit",
    title=TITLE,
    group=Group.SCHOOLS,
    parameters=(one_record("visits", "выезд", "«Посещение уроков»", unless="blank"), BLANK),
    build=visit_note,
)
