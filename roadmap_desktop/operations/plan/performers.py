"""Those who perform activities and tasks: who there are, another name everywhere, two names of one joined."""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from roadmap_desktop.errors import NOTHING_CHANGED, UserError
from roadmap_desktop.model.activity import ActivityPerformer, Performer
from roadmap_desktop.model.change_set import ChangeSet
from roadmap_desktop.model.letters import composed
from roadmap_desktop.model.performer_list import split_performers
from roadmap_desktop.model.registers.tasks import TaskPerformer
from roadmap_desktop.model.search import as_counted
from roadmap_desktop.operations.registers.joining import join_within
from roadmap_desktop.operations.registers.record_listing import folded_name
from roadmap_desktop.storage.dependents import delete_record
from roadmap_desktop.storage.roadmap_file import RoadmapFile
from roadmap_desktop.storage.rows import select, select_values

if TYPE_CHECKING:
    from roadmap_desktop.storage.editing import Edit

# The links that name performers: of activities, and of tasks.
_LINKS = (ActivityPerformer, TaskPerformer)


class PerformerRow(NamedTuple):
    """A performer, and of how many activities and tasks."""

    id: str
    name: str
    activities: int
    tasks: int

    @property
    def is_unused(self) -> bool:
        """Whether nothing names it any more."""
        return not (self.activities or self.tasks)


def list_performers(file: RoadmapFile) -> list[PerformerRow]:
    """All performers, by name. Raises UserError."""
    with file.read() as connection:
        counts = [Counter(select_values(connection, kind, "performer_id")) for kind in _LINKS]
        found = select(connection, Performer, ("id", "name"))
    # A copy without personal data knows that somebody is named, but not who.
    rows = [PerformerRow(id_, name, *(count[id_] for count in counts)) for id_, name in found if name]
    return sorted(rows, key=lambda row: as_counted(row.name))


def performer_named(rows: Sequence[PerformerRow], name: str, besides: str = "") -> PerformerRow | None:
    """The performer that has this name, quotation marks, case and spaces aside."""
    wanted = folded_name(composed(name))
    return next((row for row in rows if row.id != besides and folded_name(row.name) == wanted), None)


def rename_performer(file: RoadmapFile, id_: str, name: str) -> ChangeSet | None:
    """Gives a performer another name, in all activities and tasks at once. Raises UserError for a name that is none or
    several, or that another has, and for one who is gone."""
    with file.edit("Название исполнителя") as edit:
        performer = _present(edit, id_)
        name = _one_name(name)
        if any(other.name == name for other in edit.find(Performer) if other.id != id_):
            raise UserError(
                f"Исполнитель «{name}» уже есть.", NOTHING_CHANGED, "Объедините этих исполнителей."
            )
        if performer.name != name:
            performer.name = name
    return edit.change_set


def join_performers(file: RoadmapFile, ids: Sequence[str], into: str) -> ChangeSet | None:
    """Puts one performer in the place of others, in all activities and tasks, as one step of undo; an activity that
    named several of them names it once. Raises UserError for one who is gone."""
    with file.edit("Исполнители объединены") as edit:
        staying = _present(edit, into)
        for id_ in ids:
            if id_ != into:
                join_within(edit, staying, _present(edit, id_))
    return edit.change_set


def delete_performers(file: RoadmapFile, ids: Sequence[str]) -> ChangeSet | None:
    """Deletes performers whom nothing names. Raises UserError for one who is named, or gone."""
    with file.edit("Удалён исполнитель" if len(ids) == 1 else "Удалены исполнители") as edit:
        for id_ in ids:
            performer = _present(edit, id_)
            if any(edit.find(kind, performer_id=id_) for kind in _LINKS):
                raise UserError(
                    f"Исполнитель «{performer.name}» назван в мероприятиях или делах.",
                    NOTHING_CHANGED,
                    "Сначала замените его там или объедините с другим.",
                )
            delete_record(edit, performer)
    return edit.change_set


def _one_name(text: str) -> str:
    names = split_performers(composed(text))
    if len(names) == 1:
        return names[0]
    if not names:
        raise UserError("Название исполнителя не может быть пустым.", "Прежнее осталось на месте.")
    raise UserError(
        f"«{text.strip()}» — это несколько исполнителей.",
        "Прежнее название осталось на месте.",
        "Если запятая стоит в самом названии, возьмите его целиком в кавычки.",
    )


def _present(edit: "Edit", id_: str) -> Performer:
    found = edit.get(Performer, id_)
    if found is None:
        raise UserError("Этого исполнителя уже нет: его удалили.", NOTHING_CHANGED, "Отмените удаление.")
    return found
