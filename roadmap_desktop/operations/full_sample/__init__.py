"""The second sample: an invented district in which every register is filled, the same whenever it is made but for the
keys of its records and the moments at which they were written."""

import hashlib
from datetime import date
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from roadmap_desktop.model.activity import Activity, State
from roadmap_desktop.model.attachment import Attachment
from roadmap_desktop.model.change_set import ChangeSetKind
from roadmap_desktop.model.draft import ActivityDraft
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.references import owner_value
from roadmap_desktop.model.registers import BY_ID
from roadmap_desktop.model.roadmap import Roadmap
from roadmap_desktop.operations.activities import insert_activities
from roadmap_desktop.operations.files import sample_content
from roadmap_desktop.operations.full_sample.invention import Invention
from roadmap_desktop.operations.full_sample.schools import WEAK, add_partnership, add_schools
from roadmap_desktop.operations.full_sample.teachers import add_teachers
from roadmap_desktop.operations.full_sample.work import (
    add_help,
    add_lessons,
    add_meetings,
    add_papers,
    add_progress,
    link,
)
from roadmap_desktop.storage import attachments as contents
from roadmap_desktop.storage.connection import bare_connection
from roadmap_desktop.storage.roadmap_file import RoadmapFile, create_file

_DISTRICT = {
    "approving_body": "Отдел образования администрации Образцового района",
    "head_name": "Образцова О. О.",
    "order_number": "01-10/15",
}
# How far the plan has come by the middle of November: what is done, and what is being done.
_DONE, _IN_WORK = (1, 2, 3, 4, 5, 6, 11), (7, 8, 10, 12, 13, 14, 19, 22, 23)


def create_full_sample(path: Path, period: Period | None = None) -> None:
    """Makes a file of the invented district; its dates lie in the period's school year. Raises KnownError when the file
    cannot be made."""
    roadmap, drafts = sample_content(period)
    year = roadmap["period_start"].year
    roadmap |= {**_DISTRICT, "order_date": date(year, 9, 10)}

    def fill(file: RoadmapFile) -> None:
        with file.edit("Создан образец: Образцовый район", ChangeSetKind.CREATION) as edit:
            edit.session.add(Roadmap(**roadmap))
            insert_activities(edit.session, [_advanced(*one, year) for one in enumerate(drafts, start=1)])
            edit.session.flush()
            _fill(edit.session, year)

    create_file(path, fill)


def _advanced(number: int, draft: ActivityDraft, year: int) -> ActivityDraft:
    if number in _DONE:
        day = date(year, 9 + number % 2, 14 + number)
        return draft._replace(state=State.DONE, completed_on=day, actual_result="Выполнено в срок")
    return draft._replace(state=State.IN_WORK) if number in _IN_WORK else draft


def _fill(session: Session, year: int) -> None:
    numbered = list(session.scalars(select(Activity.id).order_by(Activity.position)))
    make = Invention(session, year, numbered)
    schools = add_schools(make)
    partnerships = add_partnership(make, schools)
    staff = add_teachers(make, schools)
    meetings = add_meetings(make, staff)
    helps = add_help(make, schools, staff)
    lessons = add_lessons(make, schools, staff)
    documents = add_papers(make, schools)
    add_progress(make, schools)
    link(make, 1, "schools", schools[:WEAK])
    link(make, 6, "partnerships", partnerships)
    link(make, 7, "communities", staff.communities)
    link(make, 8, "helps", helps)
    link(make, 14, "plans", staff.plans)
    link(make, 16, "courses", staff.courses[:4])
    link(make, 17, "courses", staff.courses[4:5])
    for place, number in enumerate((12, 18, 20)):
        link(make, number, "meetings", meetings[place::4])
    link(make, 21, "lessons", lessons)
    link(make, 4, "documents", documents[:1])
    _attach(session, "documents", documents[0], "Приказ.txt", _text("Приказ", "Утвердить дорожную карту."))
    _attach(session, "meetings", meetings[0], "Протокол № 1.txt", _text("Протокол № 1", "Решение принято."))


def _text(title: str, line: str) -> bytes:
    return "\r\n".join((title, "Образцовый район", "", line, "")).encode("utf-8")


def _attach(session: Session, register_id: str, record_id: str, name: str, data: bytes) -> None:
    sha256 = hashlib.sha256(data).hexdigest()
    contents.put(
        bare_connection(session.connection()),
        contents.Content(sha256, len(data), is_compressed=False, data=data),
    )
    owner = owner_value(BY_ID[register_id].table, record_id)
    session.add(Attachment(owner=owner, name=name, sha256=sha256, size=len(data)))
