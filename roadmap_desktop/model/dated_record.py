"""A record of a register as it stands on days."""

from typing import NamedTuple

from roadmap_desktop.model.period import Period


class DatedRecord(NamedTuple):
    """A record and one of its periods within the days asked for."""

    register: str
    id: str
    title: str
    caption: str
    period: Period
