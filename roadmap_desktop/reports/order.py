"""«Приказ»: the order that annexes belong to, with the annexes in the same file, each a part of its own."""

from collections.abc import Iterator, Sequence
from datetime import date

from roadmap_desktop.model.body_names import genitive_of_body
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.period_words import period_words
from roadmap_desktop.model.person_names import signing_name
from roadmap_desktop.model.revision_row import bare_number
from roadmap_desktop.reports.annex import annex
from roadmap_desktop.reports.blocks import (
    SIGNED_HERE,
    Align,
    AnnexStamp,
    Block,
    Document,
    Heading,
    Item,
    PageBreak,
    Paragraph,
    SideBySide,
    Signature,
)
from roadmap_desktop.reports.document_options import annex_text
from roadmap_desktop.reports.lists import common_order, year_memberships
from roadmap_desktop.reports.meetings.group import members_in_order, working_group
from roadmap_desktop.reports.order_words import (
    GROUP,
    PARTNERSHIP,
    ROADMAP,
    SCHOOLS,
    SUBJECTS,
    plan_to_approve,
)
from roadmap_desktop.reports.parameters import SCHOOL_YEAR, parts_to_print
from roadmap_desktop.reports.report import Group, Parameter, ParameterKind, Report
from roadmap_desktop.reports.schools.partnership import partnership
from roadmap_desktop.reports.schools.school_list import school_list
from roadmap_desktop.reports.source import Source
from roadmap_desktop.reports.to_sign import BLANK_NAME, BLANK_SIGN, STAMP_DATE

_LINE, _NUMBER = "_" * 30, "_" * 12
_LEAST_ACQUAINTED = 3

Requisites = tuple[str, date | None]


def order(
    source: Source,
    kind: str,
    year: Period,
    groups: frozenset[str] = frozenset(),
    place: str | None = None,
    basis: str | None = None,
    responsible: str | None = None,
    control: str | None = None,
) -> Document:
    """The order about ``kind``, which is its first annex, those of ``groups`` being the next; ``year`` is that of the
    list of schools. What is not known leaves lines to write on; without ``control`` the head controls in person."""
    annexes = (kind, *(each for each in SUBJECTS if each in groups and each != kind))
    requisites = _requisites(source, kind, year)
    info, subject = source.plan.info, SUBJECTS[kind]
    body = (
        *_head(source, requisites, place),
        Heading(subject.title, level=2, align=Align.LEFT),
        Paragraph(f"В целях {subject.purpose}, на основании {basis or _LINE}", indent=True),
        Paragraph("ПРИКАЗЫВАЮ:", bold=True),
        *_points(source, annexes, year, responsible, control),
        SIGNED_HERE,
        *_acquainted(source, kind),
        *_annexes(source, annexes, year, requisites),
    )
    head = Signature(info.head_post or "Руководитель", signing_name(info.head_name))
    return Document(f"Приказ «{subject.title}»", body, signatures=(head,))


def _requisites(source: Source, kind: str, year: Period) -> Requisites:
    """The number and the date of the order, as far as the file knows them."""
    if kind == ROADMAP:
        return source.plan.info.order_number, source.plan.info.order_date
    if kind == SCHOOLS:
        return common_order(year_memberships(source, year))
    return common_order(source.entries("group" if kind == GROUP else "partnerships"))


def _head(source: Source, requisites: Requisites, place: str | None) -> Iterator[Block]:
    number, day = requisites
    yield Paragraph(source.plan.info.approving_body or _LINE, Align.CENTRE, bold=True)
    yield Heading("ПРИКАЗ")
    yield SideBySide(f"{day:%d.%m.%Y}" if day else STAMP_DATE, f"№ {bare_number(number) or _NUMBER}")
    yield Paragraph(place or _LINE, Align.CENTRE)
    if not place:
        yield Paragraph("(место издания)", Align.CENTRE, small=True)


def _points(
    source: Source, annexes: Sequence[str], year: Period, responsible: str | None, control: str | None
) -> Iterator[Block]:
    info = source.plan.info
    approved = {
        ROADMAP: plan_to_approve(info.title),
        SCHOOLS: period_words(year),
        PARTNERSHIP: period_words(info.period),
    }
    site = genitive_of_body(info.approving_body) or "органа управления образованием"
    points = [
        *(
            _annexed(SUBJECTS[each].approves.format(approved.get(each)), number)
            for number, each in enumerate(annexes, 1)
        ),
        *(SUBJECTS[each].charges for each in annexes),
        f"Назначить ответственным за организацию исполнения приказа {responsible or _LINE}",
        "Довести настоящий приказ до сведения руководителей общеобразовательных организаций",
        f"Разместить настоящий приказ на официальном сайте {site} в сети «Интернет»",
        f"Контроль за исполнением приказа {f'возложить на {control}' if control else 'оставляю за собой'}",
    ]
    yield from (Item(f"{number}.", f"{point.rstrip('.')}.") for number, point in enumerate(points, 1))


def _annexed(point: str, number: int) -> str:
    """With the annex named behind it, after a comma where that may have to end a phrase: «школам, показывающим низкие
    результаты, согласно приложению № 1»."""
    comma = "," if "," in point else ""
    return f"{point}{comma} согласно приложению № {number}"


def _acquainted(source: Source, kind: str) -> Iterator[Block]:
    """Those whom the order makes members of the group by name, for others lines to write on."""
    members = members_in_order(source) if kind == GROUP else []
    names = [signing_name(one.values["name"]) or BLANK_NAME for one in members]
    yield Paragraph("С приказом ознакомлены:", small=True)
    for name in names or [BLANK_NAME] * _LEAST_ACQUAINTED:
        yield SideBySide(f"{BLANK_SIGN} {name}", STAMP_DATE)


def _annexes(source: Source, annexes: Sequence[str], year: Period, requisites: Requisites) -> Iterator[Block]:
    number, day = requisites
    for index, each in enumerate(annexes, 1):
        made = _annex(source, each, year)
        own = source.plan.info._replace(annex_number=str(index), order_number=number, order_date=day)
        yield PageBreak(made.page.orientation)
        yield AnnexStamp(annex_text(own))
        yield from made.blocks


def _annex(source: Source, kind: str, year: Period) -> Document:
    if kind == SCHOOLS:
        return school_list(source, year)
    return {ROADMAP: annex, GROUP: working_group, PARTNERSHIP: partnership}[kind](source)


REPORT = Report(
    id="order",
    title="Приказ с приложениями",
    group=Group.ROADMAP,
    parameters=(
        Parameter(
            "kind",
            "о чём",
            "«рабочая группа»",
            ParameterKind.CHOICE,
            choices=tuple(SUBJECTS),
            default=ROADMAP,
        ),
        SCHOOL_YEAR,
        parts_to_print(SUBJECTS, (), "ещё приложения"),
        Parameter("place", "место издания", "«с. Образцово»", ParameterKind.TEXT),
        Parameter("basis", "на основании чего", "«решения рабочей группы»", ParameterKind.TEXT),
        Parameter("responsible", "ответственный (кого назначить)", "«методиста»", ParameterKind.TEXT),
        Parameter("control", "контроль возложить (на кого)", "«заместителя начальника»", ParameterKind.TEXT),
    ),
    build=order,
)
