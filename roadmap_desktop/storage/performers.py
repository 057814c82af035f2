"""Performers of an activity as records: found by name, made when new, linked in order."""

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from roadmap_desktop.model.activity import Activity, ActivityPerformer, Performer
from roadmap_desktop.model.ordering import keys_between

if TYPE_CHECKING:
    from roadmap_desktop.storage.editing import Edit


class PerformerBook:
    """The performers of a file by their names, kept for the length of one edit."""

    def __init__(self, edit: "Edit") -> None:
        self._edit = edit
        known = edit.find(Performer)
        self._by_name = {performer.name: performer for performer in known}
        # Whom a copy without personal data does not name stays linked, whatever is typed beside.
        self._nameless = {performer.id for performer in known if not performer.name}

    def add_links(self, activity: Activity, names: Sequence[str]) -> None:
        """Links a new activity to these performers in this order."""
        unique = list(dict.fromkeys(names))
        for name, position in zip(unique, keys_between(None, None, len(unique)), strict=True):
            performer_id = self._performer(name).id
            self._edit.add(
                ActivityPerformer(activity_id=activity.id, performer_id=performer_id, position=position)
            )

    def set_links(self, activity: Activity, names: Sequence[str]) -> None:
        """Makes these names the performers of the activity; links that stay in their order are not touched."""
        links = self._edit.find(ActivityPerformer, activity_id=activity.id, order=("position", "id"))
        present = {link.performer_id: link for link in links if link.performer_id not in self._nameless}
        wanted = [self._performer(name).id for name in dict.fromkeys(names)]
        for performer_id, link in present.items():
            if performer_id not in wanted:
                self._edit.delete(link)
        kept = [present[id_].position for id_ in wanted if id_ in present]
        # Two copies can have given two links one key: those must be told apart to be put in this order.
        ascending = all(one < other for one, other in pairwise(kept))
        if ascending and wanted[: len(kept)] == [id_ for id_ in wanted if id_ in present]:
            positions = kept + keys_between(kept[-1] if kept else None, None, len(wanted) - len(kept))
        else:
            positions = keys_between(None, None, len(wanted))
        for performer_id, position in zip(wanted, positions, strict=True):
            self._link(activity, performer_id, present.get(performer_id), position)

    def _link(
        self, activity: Activity, performer_id: str, link: ActivityPerformer | None, position: str
    ) -> None:
        if link is None:
            self._edit.add(
                ActivityPerformer(activity_id=activity.id, performer_id=performer_id, position=position)
            )
        elif link.position != position:
            link.position = position

    def _performer(self, name: str) -> Performer:
        performer = self._by_name.get(name)
        if performer is None:
            performer = self._by_name[name] = Performer(name=name)
            self._edit.add(performer)
        return performer
