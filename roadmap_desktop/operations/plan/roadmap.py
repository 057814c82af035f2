"""What is done with the roadmap's own fields and with its sections."""

from collections.abc import Sequence
from typing import Any

from roadmap_desktop.errors import UserError
from roadmap_desktop.model.base import field_of
from roadmap_desktop.model.change_set import ChangeSet
from roadmap_desktop.model.ordering import keys_between
from roadmap_desktop.model.roadmap import Roadmap, Section
from roadmap_desktop.operations.plan.reading import read_info
from roadmap_desktop.operations.registers.assigning import Assigning
from roadmap_desktop.storage.dependents import delete_record
from roadmap_desktop.storage.roadmap_file import RoadmapFile


def set_roadmap(file: RoadmapFile, values: dict[str, Any]) -> ChangeSet | None:
    """Sets fields of the roadmap in one step of undo. Raises UserError for a period that ends before it begins or an
    empty title."""
    info = read_info(file)
    start = values.get("period_start", info.period_start)
    end = values.get("period_end", info.period_end)
    if start > end:
        raise UserError(
            "Период заканчивается раньше, чем начинается.",
            "Прежние даты сохранены.",
            "Исправьте одну из них.",
        )
    if not str(values.get("title", info.title)).strip():
        raise UserError("Название не может быть пустым.", "Прежнее осталось на месте.")
    changed = [name for name in values if getattr(info, name) != values[name]]
    label = field_of(Roadmap, changed[0]).label if len(changed) == 1 else "Сведения о дорожной карте"
    with file.edit(label) as edit:
        Assigning(edit, Roadmap).set(edit.get_one(Roadmap, info.id), values)
    return edit.change_set


def add_section(file: RoadmapFile, name: str, *, after: str | None = None) -> ChangeSet | None:
    """Adds a section after the one with the key ``after`` (None: at the end). Raises UserError for an empty name."""
    _require_name(name)
    with file.edit("Добавлен раздел") as edit:
        ordered = edit.find(Section, order=("position", "id"))
        index = next((index for index, one in enumerate(ordered, start=1) if one.id == after), len(ordered))
        section = Section(name=name.strip(), position="")
        _put(section, ordered, index)
        edit.add(section)
    return edit.change_set


def rename_section(file: RoadmapFile, section_id: str, name: str) -> ChangeSet | None:
    """Renames a section. Raises UserError for an empty name."""
    _require_name(name)
    with file.edit("Название раздела") as edit:
        Assigning(edit, Section).set(edit.get_one(Section, section_id), {"name": name.strip()})
    return edit.change_set


def move_section(file: RoadmapFile, section_id: str, index: int) -> ChangeSet | None:
    """Moves a section to that place among the others, counted from 0."""
    with file.edit("Порядок разделов") as edit:
        ordered = edit.find(Section, order=("position", "id"))
        section = edit.get_one(Section, section_id)
        ordered.remove(section)
        _put(section, ordered, index)
    return edit.change_set


def delete_section(file: RoadmapFile, section_id: str) -> ChangeSet | None:
    """Deletes a section; its activities stay in the plan, outside sections."""
    with file.edit("Удалён раздел") as edit:
        delete_record(edit, edit.get_one(Section, section_id))
    return edit.change_set


def _put(section: Section, others: Sequence[Section], index: int) -> None:
    before = others[index - 1].position if index > 0 else None
    # Two copies can have given two sections one key: those at that very place are spread anew.
    tied = [other for other in others[index:] if other.position == before]
    follower = index + len(tied)
    after = others[follower].position if follower < len(others) else None
    keys = keys_between(before, after, 1 + len(tied))
    for moved, key in zip([section, *tied], keys, strict=True):
        moved.position = key


def _require_name(name: str) -> None:
    if not name.strip():
        raise UserError("Название раздела не может быть пустым.", advice="Введите хотя бы одно слово.")
