"""«Лист самооценки»: of one teacher by competences (Р-201 of 27.08.2021), or an empty form to fill in by hand."""

from collections.abc import Iterator, Sequence
from datetime import date

from roadmap_desktop.model.competences import COMPETENCES
from roadmap_desktop.model.person_names import signing_name
from roadmap_desktop.model.registers.teachers import DEFICIT_UP_TO, HIGHEST, LOWEST, SelfAssessment
from roadmap_desktop.model.russian import within
from roadmap_desktop.reports.blocks import (
    Align,
    Block,
    Caption,
    Document,
    FillIn,
    Heading,
    Paragraph,
    Signature,
)
from roadmap_desktop.reports.columns import column, computed, numbered
from roadmap_desktop.reports.parameters import BLANK, one_record
from roadmap_desktop.reports.report import Group, Parameter, ParameterKind, Report
from roadmap_desktop.reports.source import Entry, Source
from roadmap_desktop.reports.teachers.persons import teacher_lines, titled

TITLE = "Лист самооценки профессиональных компетенций педагога"
_HOW = (
    f"Шкала: от {LOWEST} («не владею») до {HIGHEST} («владею полностью, могу научить других»). "
    f"Оценка {DEFICIT_UP_TO} балла и ниже означает профессиональный дефицит."
)
# Room for a tick, in millimetres.
_HEIGHT = 8


def assessment(source: Source, record: str, rows: int | None = None, *, blank: bool = False) -> Document:
    """What a teacher gave to each competence, or a form to fill in."""
    return blank_assessment(source, record, rows or 0) if blank else filled_assessment(source, record)


def filled_assessment(source: Source, record: str) -> Document:
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


def _filled(points: Sequence[Entry]) -> Iterator[Block]:
    if not points:
        yield Paragraph("Самооценка этого педагога пока не заполнена.")
        return
    columns = (
        column(SelfAssessment, "name", 110, cell=_named),
        column(SelfAssessment, "score", title="Балл"),
        column(SelfAssessment, "assessed_on"),
        computed("Вывод", 36, lambda one: "дефицит" if _is_deficit(one) else ""),
    )
    yield Paragraph(_HOW, small=True)
    yield numbered(columns, _with_captions(points))
    yield Paragraph(_conclusion(points))


def _with_captions(points: Sequence[Entry]) -> Iterator[object]:
    for competence, words in COMPETENCES.items():
        own = [one for one in points if one.values["competence"] == competence]
        if own:
            yield Caption(f"{words.many} компетенции")
        yield from sorted(own, key=lambda one: one.values["assessed_on"] or date.max)


def _is_deficit(point: Entry) -> bool:
    score = point.values["score"]
    return score is not None and score <= DEFICIT_UP_TO


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
    columns = (
        column(SelfAssessment, "name", 110, cell=str),
        *(computed(str(mark), 9, lambda _: "", Align.CENTRE) for mark in range(LOWEST, HIGHEST + 1)),
    )
    yield Paragraph(f"Отметьте один балл в каждой строке. {_HOW}", small=True)
    yield numbered(columns, _statements(rows), least_height=_HEIGHT)


def _statements(rows: int) -> Iterator[object]:
    for words in COMPETENCES.values():
        yield Caption(f"{words.many} компетенции")
        yield from (*words.statements, *[""] * rows)


REPORT = Report(
    id="assessment",
    title="Лист самооценки",
    group=Group.TEACHERS,
    parameters=(
        one_record("teachers", "педагог", "«Образцова А. А.»", unless="blank"),
        BLANK,
        Parameter("rows", "пустых строк в каждом разделе бланка", "2", ParameterKind.NUMBER),
    ),
    build=assessment,
    signers=("Педагог",),
)
