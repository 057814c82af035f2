"""Attached files of roadmaps without a common past: what one has and the other has not, and taking it over."""

import sqlite3
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from roadmap_desktop.model.activity import Activity
from roadmap_desktop.model.attachment import Attachment
from roadmap_desktop.model.attachment_names import shown_name
from roadmap_desktop.model.references import owner_key, owner_value
from roadmap_desktop.storage.attachments import bytes_of, content_of, put
from roadmap_desktop.storage.connection import bare_connection
from roadmap_desktop.storage.roadmap_file import RoadmapFile


class AttachedFile(NamedTuple):
    """A file of an activity."""

    name: str
    sha256: str
    size: int


# The files of each activity, by its key.
Files = Mapping[str, tuple[AttachedFile, ...]]


def attached_files(file: RoadmapFile) -> Files:
    """The files of all activities that have some."""
    found: dict[str, tuple[AttachedFile, ...]] = {}
    with file.read() as session:
        for record in session.scalars(select(Attachment).order_by(Attachment.name, Attachment.id)):
            one = AttachedFile(shown_name(record.name), record.sha256, record.size)
            table, record_id = owner_key(record.owner)
            if table == Activity.__tablename__:
                found[record_id] = (*found.get(record_id, ()), one)
    return found


def only_in(files: Files, others: Files, pairs: Mapping[str, str]) -> Iterator[tuple[str, AttachedFile]]:
    """The files that activities have more than their counterparts; ``pairs``: the key of each one's counterpart."""
    for activity_id, other_id in pairs.items():
        known = {one.sha256 for one in others.get(other_id, ())}
        yield from ((activity_id, one) for one in files.get(activity_id, ()) if one.sha256 not in known)


def take_over(
    session: Session, source: sqlite3.Connection, mine: Files, theirs: Files, pairs: Mapping[str, str]
) -> None:
    """Attaches to the counterparts what their activities have more, as a part of an edit under way; what is lost there
    is not taken. Raises sqlite3.Error."""
    bare = bare_connection(session.connection())
    for activity_id, one in only_in(theirs, mine, pairs):
        content = content_of(source, one.sha256)
        if content is not None and bytes_of(content) is not None:
            put(bare, content)
            session.add(
                Attachment(
                    owner=owner_value(Activity.__tablename__, pairs[activity_id]),
                    name=one.name,
                    sha256=one.sha256,
                    size=content.size,
                )
            )
