"""Parameters that several reports take, with the same name and the same words in each."""

from collections.abc import Iterable

from roadmap_desktop.reports.report import Parameter, ParameterKind

MONTH = Parameter("month", "месяц", "2020-09", ParameterKind.MONTH)
PERIOD = Parameter("period", "период", "2020-09-01..2020-12-31", ParameterKind.PERIOD)
SCHOOL_YEAR = Parameter("year", "учебный год", "2020-2021", ParameterKind.SCHOOL_YEAR)
SCHOOL = Parameter("school", "школа", "«СОШ № 1»", ParameterKind.RECORD, register="schools")
SUBJECT = Parameter("subject", "предмет", "математика", ParameterKind.TEXT)
BLANK = Parameter("blank", "пустой бланк", "да", ParameterKind.FLAG)


def one_record(register: str, title: str, example: str, *, unless: str = "") -> Parameter:
    """The record that a document is of, and cannot be made without, save where the flag ``unless`` is on."""
    return Parameter(
        "record", title, example, ParameterKind.RECORD, register=register, required=True, unless=unless
    )


def parts_to_print(
    parts: Iterable[str],
    default: Iterable[str] | None = None,
    title: str = "что печатать",
    name: str = "groups",
) -> Parameter:
    """The choice of parts of a document; all of them unless a default is given."""
    choices = tuple(parts)
    usual = frozenset(choices if default is None else default)
    return Parameter(name, title, "", ParameterKind.CHOICES, choices=choices, default=usual)
