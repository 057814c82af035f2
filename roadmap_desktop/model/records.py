"""Every mapped class, imported: what goes through all tables must know them all, whoever asks first."""

from roadmap_desktop.model.activity import Activity, ActivityPerformer, Performer
from roadmap_desktop.model.attachment import Attachment
from roadmap_desktop.model.base import Record
from roadmap_desktop.model.revision import Revision
from roadmap_desktop.model.roadmap import Roadmap, Section

RECORDS: tuple[type[Record], ...] = (
    Roadmap,
    Section,
    Activity,
    Performer,
    ActivityPerformer,
    Revision,
    Attachment,
)
