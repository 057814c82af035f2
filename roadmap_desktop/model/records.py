"""Every mapped class, imported: what goes through all tables must know them all, whoever asks first."""

from sqlalchemy import MetaData

from roadmap_desktop.model.activity import Activity, ActivityPerformer, Performer
from roadmap_desktop.model.attachment import Attachment
from roadmap_desktop.model.base import Record
from roadmap_desktop.model.registers import REGISTERS, activity_links
from roadmap_desktop.model.revision import Revision
from roadmap_desktop.model.roadmap import Roadmap, Section

METADATA: MetaData = Record.metadata

RECORDS: tuple[type[Record], ...] = (
    Roadmap,
    Section,
    Activity,
    Performer,
    ActivityPerformer,
    Revision,
    *(register.record for register in REGISTERS),
    activity_links.ActivityLink,
    Attachment,
)

# Those that others refer to first; SQLAlchemy works that out anew at every question.
TABLES = tuple(METADATA.sorted_tables)
