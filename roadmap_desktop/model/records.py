"""Every class of records: what goes through all tables must know them all."""

from roadmap_desktop.model.activity import Activity, ActivityPerformer, Performer
from roadmap_desktop.model.attachment import Attachment
from roadmap_desktop.model.base import Record
from roadmap_desktop.model.month_report import MonthReport
from roadmap_desktop.model.registers import REGISTERS, activity_links
from roadmap_desktop.model.registers.tasks import TaskPerformer
from roadmap_desktop.model.revision import Revision
from roadmap_desktop.model.roadmap import Roadmap, Section

RECORDS: tuple[type[Record], ...] = (
    Roadmap,
    Section,
    Activity,
    Performer,
    ActivityPerformer,
    Revision,
    MonthReport,
    *(register.record for register in REGISTERS),
    TaskPerformer,
    activity_links.ActivityLink,
    Attachment,
)
_BY_TABLE = {kind.__tablename__: kind for kind in RECORDS}


def record_class(table: str) -> type[Record]:
    """The class of the records of a table. Raises KeyError for a table that no class owns."""
    return _BY_TABLE[table]
