"""Reports that have words of their own for a register's choices have one for each of them."""

from roadmap_desktop.model.competences import COMPETENCES
from roadmap_desktop.model.deficit_counts import CLOSED
from roadmap_desktop.model.registers.courses import Audience
from roadmap_desktop.model.registers.documents import DocumentKind
from roadmap_desktop.model.registers.meetings import MeetingKind
from roadmap_desktop.model.registers.teachers import Competence, DeficitState
from roadmap_desktop.reports.meetings.documents import KINDS
from roadmap_desktop.reports.meetings.protocol import OF_WHAT
from roadmap_desktop.reports.meetings.schedule import TITLES
from roadmap_desktop.reports.teachers.training import AUDIENCES


def test_they_are_those_of_the_registers_in_their_order() -> None:
    assert list(COMPETENCES) == list(Competence)
    assert list(TITLES) == list(OF_WHAT) == list(MeetingKind)
    assert list(KINDS) == list(DocumentKind)
    assert list(AUDIENCES) == list(Audience)
    assert CLOSED == DeficitState.CLOSED
