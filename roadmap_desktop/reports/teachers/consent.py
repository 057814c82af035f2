"""«Согласие на обработку персональных данных» of a teacher or of a member of the working group; or the form.

A paper of its own, as article 9, part 1 of 152-ФЗ wants it. Passport data are written by hand and not kept in the file.
"""

from collections.abc import Iterator

from roadmap_desktop.model.due.writer import day_words
from roadmap_desktop.model.person_names import signing_name
from roadmap_desktop.reports.blocks import (
    PORTRAIT,
    SIGNED_HERE,
    Align,
    Block,
    Document,
    FillIn,
    Heading,
    Item,
    Paragraph,
    Signature,
)
from roadmap_desktop.reports.one_of import chosen_one, one_of
from roadmap_desktop.reports.report import Group, Parameter, ParameterKind, Report
from roadmap_desktop.reports.source import Source
from roadmap_desktop.reports.teachers import consent_words as words
from roadmap_desktop.reports.to_sign import STAMP_DATE

TITLE = "Согласие на обработку персональных данных"
_LINE = "_" * 30
_TEACHER = one_of("teacher", "педагог", "«Образцова А. А.»", "teachers")
_MEMBER = one_of("member", "член рабочей группы", "«Образцова А. А.»", "group")
_REGISTERS = {_TEACHER.name: ("teachers", words.TEACHER), _MEMBER.name: ("group", words.MEMBER)}


def consent(
    source: Source, teacher: str | None = None, member: str | None = None, kind: str = words.TEACHER
) -> Document:
    """The consent of that person, to be signed; without one the form for whom ``kind`` says. Raises UserError where
    two persons are chosen."""
    chosen = chosen_one({_TEACHER: teacher, _MEMBER: member})
    name = ""
    if chosen:
        register, kind = _REGISTERS[chosen[0]]
        name = source.entry(register, chosen[1]).values["name"]
    blocks = (
        Heading("СОГЛАСИЕ"),
        Paragraph("на обработку персональных данных", Align.CENTRE, bold=True),
        FillIn("Фамилия, имя, отчество", name),
        FillIn("Адрес"),
        FillIn("Документ, удостоверяющий личность (вид, серия, номер)"),
        FillIn("Когда и кем выдан"),
        Paragraph(words.GIVEN, indent=True),
        *_conditions(source, words.TERMS[kind]),
        Paragraph(f"Дата: {STAMP_DATE}"),
        SIGNED_HERE,
    )
    signed = (Signature("Субъект персональных данных", signing_name(name)),)
    return Document(
        f"{TITLE}: {name}" if name else f"{TITLE} (бланк)", blocks, page=PORTRAIT, signatures=signed
    )


def _conditions(source: Source, terms: words.Terms) -> Iterator[Block]:
    info = source.plan.info
    conditions = (
        f"Оператор: {info.approving_body or _LINE}, адрес: {_LINE}.",
        f"Цель обработки: {terms.purpose}.",
        f"Перечень персональных данных: {terms.data}.",
        words.ACTIONS.format(terms.given_to),
        words.NOT_SPREAD,
        words.TERM.format(day_words(info.period_end)),
        words.WITHDRAWN,
    )
    yield from (Item(f"{number}.", text) for number, text in enumerate(conditions, 1))


REPORT = Report(
    id="consent",
    title=TITLE,
    group=Group.TEACHERS,
    parameters=(
        _TEACHER,
        _MEMBER,
        Parameter(
            "kind",
            "для кого бланк",
            f"«{words.MEMBER}»",
            ParameterKind.CHOICE,
            choices=tuple(words.TERMS),
            default=words.TEACHER,
        ),
    ),
    build=consent,
    signers=("Субъект персональных данных",),
)
