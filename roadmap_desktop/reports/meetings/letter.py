"""«Сопроводительное письмо» to schools: what is sent, what is asked by when (ГОСТ Р 7.0.97-2016)."""

import re
from collections.abc import Iterator

from roadmap_desktop.model.dative_names import dative_of_name
from roadmap_desktop.model.person_names import signing_name
from roadmap_desktop.model.registers.schools import SchoolKind
from roadmap_desktop.model.revision_row import bare_number
from roadmap_desktop.model.russian import within
from roadmap_desktop.reports.blocks import (
    PORTRAIT,
    SIGNED_HERE,
    Align,
    Block,
    Document,
    FillIn,
    Heading,
    Paragraph,
    SideBySide,
    Signature,
)
from roadmap_desktop.reports.parameters import SCHOOL
from roadmap_desktop.reports.report import Group, Parameter, ParameterKind, Report
from roadmap_desktop.reports.source import Entry, Source

_LINE = "_" * 24
_REGISTERED = "______________ № ____________\nна № ____________ от ____________"
_EVERYONE = "Руководителям\nобщеобразовательных организаций"
# Kinds of documents as they stand after «о направлении» and after «направляет».
_KINDS = {
    "приказ": ("приказа", "приказ"),
    "письмо": ("письма", "письмо"),
    "план": ("плана", "план"),
    "методические рекомендации": ("методических рекомендаций", "методические рекомендации"),
    "справка": ("справки", "справку"),
    "протокол": ("протокола", "протокол"),
    "иное": ("документа", "документ"),
}
# A time that says itself how it is meant.
_OF_ITS_OWN = re.compile(r"(?:во?|ко?|не|со?|по|за|через|после)\s", re.IGNORECASE)
_USUAL = "ознакомить педагогических работников с направленными документами и сообщить о принятых мерах"


def letter(
    source: Source,
    record: str | None = None,
    school: str | None = None,
    asked: str | None = None,
    due: str | None = None,
    performer: str | None = None,
    phone: str | None = None,
) -> Document:
    """The letter that a document is sent with, to the heads of all schools or of one. What is not known leaves lines
    to write on."""
    info = source.plan.info
    sent = source.entry("documents", record) if record else None
    of_what = _KINDS[sent.values["kind"]][0] if sent else _LINE
    head = Signature(info.head_post or "Руководитель", signing_name(info.head_name))
    blocks = (
        *([Paragraph(info.approving_body, Align.CENTRE, bold=True)] if info.approving_body else []),
        SideBySide(_REGISTERED, _addressee(source.entry("schools", school)) if school else _EVERYONE),
        Heading(f"О направлении {of_what}", level=2, align=Align.LEFT),
        *([] if school else [Paragraph("Уважаемые руководители!", Align.CENTRE)]),
        *_text(info.approving_body, sent),
        Paragraph(f"Просим {(asked or _USUAL).rstrip('.')} {_until(due or _LINE)}.", indent=True),
        Paragraph("Приложение: на ____ л. в ____ экз."),
        SIGNED_HERE,
        Paragraph(f"Исп. {performer or _LINE}\nтел. {phone or _LINE}", small=True),
    )
    return Document(f"Письмо о направлении {of_what}", blocks, page=PORTRAIT, signatures=(head,))


def _addressee(school: Entry) -> str:
    """«Директору СОШ № 1 Образцовой А. А.»; a name that cannot be declined with certainty leaves a line."""
    post = "Директору" if SchoolKind(school.values["kind"]).has_director else "Руководителю"
    return f"{post} {school.name}\n{dative_of_name(school.values['head']) or _LINE}"


def _text(body: str, sent: Entry | None) -> Iterator[Block]:
    sends = f"{body} направляет" if body else "Направляем"
    if sent is None:
        yield Paragraph(f"{sends} для использования в работе:", indent=True)
        yield FillIn("", lines=2)
        return
    values = sent.values
    number, day = bare_number(values["number"]), values["signed_on"]
    words = (
        _KINDS[values["kind"]][1],
        f"от {day:%d.%m.%Y}" if day else "",
        f"№ {number}" if number else "",
        values["name"] if "«" in values["name"] else f"«{values['name']}»",
    )
    yield Paragraph(f"{sends} для использования в работе {' '.join(filter(None, words))}.", indent=True)


def _until(due: str) -> str:
    """«в срок до 15 октября»; «в течение недели» and «не позднее пятницы» stay what they are."""
    words = within(due.rstrip("."))
    return words if _OF_ITS_OWN.match(words) else f"в срок до {words.removeprefix('до ')}"


REPORT = Report(
    id="letter",
    title="Сопроводительное письмо",
    group=Group.MEETINGS,
    parameters=(
        Parameter(
            "record",
            "направляемый документ",
            "«О поддержке школ»",
            ParameterKind.RECORD,
            register="documents",
            none="впишу от руки",
        ),
        SCHOOL,
        Parameter("asked", "о чём просим", "«представить сведения»", ParameterKind.TEXT),
        Parameter("due", "срок ответа", "15.10.2020", ParameterKind.TEXT),
        Parameter("performer", "исполнитель", "«Образцова А. А.»", ParameterKind.TEXT),
        Parameter("phone", "телефон исполнителя", "00-00-00", ParameterKind.TEXT),
    ),
    build=letter,
)
