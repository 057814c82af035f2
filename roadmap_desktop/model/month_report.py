"""What is said at the end of a month's report, kept until the report is printed again."""

from typing import ClassVar

from roadmap_desktop.model.base import Record
from roadmap_desktop.model.field import FieldKind, labelled
from roadmap_desktop.model.personal import speaks_of_persons


class MonthReport(Record):
    """The conclusions of a month, «2026-10»; of one month there is one."""

    __tablename__ = "month_report"
    caption: ClassVar[str] = "Отчёт за месяц"
    keyed_by = ("month",)

    month: str = labelled("Месяц")
    conclusions: str = labelled("Выводы", FieldKind.TEXT, personal=speaks_of_persons)
