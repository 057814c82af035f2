"""«Лист самооценки»: of one teacher by competences (Р-201 of 27.08.2021), or an empty form to fill in by hand."""

from collections.abc import Iterator, Sequence
from datetime import date

from roadmap_desktop.model.competences import COMPETENCES
from roadmap_desktop.model.person_names import signing_name
from roadmap_desktop.model.russian import within
from roadmap_desktop.reports.blocks import (
    Align,
    Block,
    Caption,
    Column,
    Document,
    FillIn,
    Heading,
    Paragraph,
    Row,
    Signature,
    Table,
)
from roadmap_desktop.reports.lists import NUMBER
from roadmap_desktop.reports.parameters import BLANK
from roadmap_desktop.reports.report import Choices, Parameter, ParameterKind, Report
from roadmap_desktop.reports.source import Entry, Source
from roadmap_desktop.reports.teachers.persons import teacher_lines, titled

TITLE = "Лист самооценки профессиональных компетенций педагога"
_WHAT = Column("Что оценивается", 110)
_COLUMNS = (
    NUMBER,
    _WHAT,
    Column("Балл", 0, Align.CENTRE),
    Column("Дата", 0, Align.CENTRE),
    Column("Вывод", 36),
)
# Room for a tick, in millimetres.
_HEIGHT = 8


def assessment(source: Source, record: str) -> Document:
    """What that teacher gave to each competence; what is a deficit by the register's scale is named."""
    teacher = source.entry("teachers", record)
    points = source.entries("assessments", teacher_id=record)
    return Document(
        title=titled(TITLE, teacher),
        blocks=(Heading(TITLE), *teacher_lines(source, teacher), *_filled(points)),
        signatures=(Signature("Педагог", signing_name(teacher.name)),),
    )


def blank_assessment(source: Source, record: str | None, rows: int) -> Document:
    """The form to tick, with so many empty rows in each competence; the teacher's own data where one is given."""
    teacher = source.entry("teachers", record) if record else None
    return Document(
        title=titled(TITLE, teacher) if teacher else f"{TITLE} (бланк)",
        blocks=(Heading(TITLE), *teacher_lines(source, teacher), FillIn("Дата заполнения"), *_form(rows)),
        signatures=(Signature("Педагог", signing_name(teacher.name) if teacher else ""),),
    )


def _scale() -> tuple[int, int, int]:
    # Mapped when a document is made, not when the reports are listed.
    from roadmap_desktop.model.registers.teachers import DEFICIT_UP_TO, HIGHEST, LOWEST

    return LOWEST, HIGHEST, DEFICIT_UP_TO


def _how() -> str:
    lowest, highest, deficit = _scale()
    return (
        f"Шкала: от {lowest} («не владею») до {highest} («владею полностью, могу научить других»). "
        f"Оценка {deficit} балла и ниже означает профессиональный дефицит."
    )


def _filled(points: Sequence[Entry]) -> Iterator[Block]:
    if not points:
        yield Paragraph("Самооценки этого педагога в разделе «Самооценка» пока нет.")
        return
    yield Paragraph(_how(), small=True)
    yield Table(_COLUMNS, tuple(_rows(points)))
    yield Paragraph(_conclusion(points))


def _rows(points: Sequence[Entry]) -> Iterator[Row | Caption]:
    number = 0
    for competence, words in COMPETENCES.items():
        own = [one for one in points if one.values["competence"] == competence]
        if own:
            yield Caption(f"{words.many} компетенции")
        for one in sorted(own, key=lambda one: one.values["assessed_on"] or date.max):
            number += 1
            told = "дефицит" if _is_deficit(one) else ""
            yield Row((f"{number}.", _named(one), one.values["score"], one.values["assessed_on"], told))


def _is_deficit(point: Entry) -> bool:
    score = point.values["score"]
    return score is not None and score <= _scale()[2]


def _named(point: Entry) -> str:
    return str(point.values["name"]) or f"{COMPETENCES[point.values['competence']].many} компетенции в целом"


def _conclusion(points: Sequence[Entry]) -> str:
    scores = [one.values["score"] for one in points if one.values["score"] is not None]
    low = [one for one in points if _is_deficit(one)]
    mean = f"Средний балл: {sum(scores) / len(scores):.1f}. ".replace(".", ",", 1) if scores else ""
    if not low:
        return f"{mean}Профессиональных дефицитов по самооценке нет."
    names = dict.fromkeys(within(_named(one)) for one in low)
    return f"{mean}Профессиональные дефициты: {'; '.join(names)}."


def _form(rows: int) -> Iterator[Block]:
    lowest, highest, _ = _scale()
    yield Paragraph(f"Отметьте один балл в каждой строке. {_how()}", small=True)
    marks = tuple(Column(str(mark), 9, Align.CENTRE) for mark in range(lowest, highest + 1))
    yield Table((NUMBER, _WHAT, *marks), tuple(_form_rows(rows, len(marks))), least_height=_HEIGHT)


def _form_rows(rows: int, marks: int) -> Iterator[Row | Caption]:
    number = 0
    for words in COMPETENCES.values():
        yield Caption(f"{words.many} компетенции")
        for statement in (*words.statements, *[""] * rows):
            number += 1
            yield Row((f"{number}.", statement, *[""] * marks))


def _build(source: Source, choices: Choices) -> Document:
    if choices["blank"]:
        return blank_assessment(source, choices["record"], choices["rows"] or 0)
    return assessment(source, choices["record"])


REPORT = Report(
    id="assessment",
    title="Лист самооценки",
    group="Педагоги",
    parameters=(
        Parameter(
            "record",
            "педагог",
            "«Образцова А. А.»",
            ParameterKind.RECORD,
            register="teachers",
            required=True,
            unless="blank",
        ),
        BLANK,
        Parameter("rows", "пустых строк в каждом разделе бланка", "2", ParameterKind.NUMBER),
    ),
    build=_build,
    signers=("Педагог",),
)
