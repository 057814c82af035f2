"""New files: empty, or from the sample shifted to another school year; opening; the user's own copy of the sample."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from roadmap_desktop.errors import NOTHING_CHANGED, UserError
from roadmap_desktop.model.change_set import ChangeSetKind
from roadmap_desktop.model.draft import ActivityDraft
from roadmap_desktop.model.due import shift_wording
from roadmap_desktop.model.methodist import Methodist
from roadmap_desktop.model.period import Period, school_year, school_year_label, school_year_of
from roadmap_desktop.model.roadmap import Roadmap
from roadmap_desktop.operations.plan.activities import insert_activities
from roadmap_desktop.program_data import data_path
from roadmap_desktop.storage.roadmap_file import SUFFIX as SUFFIX
from roadmap_desktop.storage.roadmap_file import RoadmapFile as RoadmapFile
from roadmap_desktop.storage.roadmap_file import create_file, open_file

EMPTY_TITLE = "Дорожная карта"
_NOBODY = Methodist()


def open_roadmap(
    path: Path, is_cancelled: Callable[[], bool] = lambda: False, newest: str | None = None
) -> RoadmapFile:
    """Opens a roadmap file. Raises UserError for anything that is not one, whole and ours. ``is_cancelled`` is asked
    before an edit is written. ``newest`` is the newest change set that was read of it before: one that lacks it is
    another file, and refused."""
    return open_file(path, _keep_before_migration, is_cancelled, newest)


def _keep_before_migration(path: Path) -> None:
    from roadmap_desktop.operations.file import backups

    backups.before(backups.Reason.MIGRATION)(path)


def current_school_year(today: date) -> Period:
    """The school year that the day belongs to: it begins on 1 September."""
    return school_year_of(today)


def parse_school_year(text: str) -> Period:
    """The school year «2026-2027» or «2026». Raises UserError for anything else."""
    try:
        return school_year(text)
    except ValueError:
        raise UserError(
            f"Учебный год «{text}» не понят.", NOTHING_CHANGED, "Напишите его так: 2026-2027."
        ) from None


def create_empty(path: Path, period: Period, whose: Methodist = _NOBODY) -> None:
    """Makes a file with an empty plan for that period, of that department. Raises UserError when it cannot."""
    create_file(path, lambda file: _write(file, _empty(period) | whose.of_the_plan, []))


def create_from_sample(path: Path, period: Period | None = None, whose: Methodist | None = None) -> None:
    """Makes a file from the sample; with another school year every year in its wordings is moved by as many years.
    Then, or where it is said ``whose`` it is to be, the order that approved the old plan is left out; that department
    and head take the place of the other's, also where they are not known. Raises UserError when it cannot be made."""
    sample = read_sample()
    own = school_year(sample.pop("school_year"))
    drafts = [_draft(activity) for activity in sample.pop("activities")]
    sample["order_date"] = date.fromisoformat(sample["order_date"])
    if period is not None and period != own:
        drafts = [_moved(draft, period.start.year - own.start.year) for draft in drafts]
        sample |= {"order_number": "", "order_date": None}
    if whose is not None:
        post = whose.head_post or sample["head_post"]
        sample |= {"order_number": "", "order_date": None, **whose.of_the_plan, "head_post": post}
    roadmap = _empty(period or own) | sample
    create_file(path, lambda file: _write(file, roadmap, drafts))


def typical_names() -> tuple[str, ...]:
    """What the activities of the sample are called, in their order."""
    return tuple(activity["name"] for activity in read_sample()["activities"])


def sample_place(folder: Path) -> Path:
    """Where the user's copy of the sample is, or will be."""
    return folder / f"Дорожная карта {school_year_label(school_year('2020'))}{SUFFIX}"


def own_sample(folder: Path) -> Path:
    """The user's copy of the sample in that folder; made at the first call, never written over later.

    Raises UserError when the folder cannot be written to.
    """
    path = sample_place(folder)
    if not path.exists():
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UserError(
                f"Папка «{folder}» не создаётся.", NOTHING_CHANGED, "Выберите для файла другое место."
            ) from error
        create_from_sample(path)
    return path


def read_sample(name: str = "roadmap-2020-2021.json") -> dict[str, Any]:
    """What stands in that file of the samples."""
    sample: dict[str, Any] = json.loads(data_path("database", "sample", name).read_text(encoding="utf-8"))
    return sample


def _draft(activity: dict[str, Any]) -> ActivityDraft:
    return ActivityDraft(**{**activity, "performers": tuple(activity["performers"])})


def _moved(draft: ActivityDraft, years: int) -> ActivityDraft:
    return draft._replace(
        name=shift_wording(draft.name, years), due_text=shift_wording(draft.due_text, years)
    )


def _empty(period: Period) -> dict[str, Any]:
    return {"title": EMPTY_TITLE, "period_start": period.start, "period_end": period.end}


def _write(file: RoadmapFile, roadmap: dict[str, Any], drafts: list[ActivityDraft]) -> None:
    label = "Создана дорожная карта из образца" if drafts else "Создана дорожная карта"
    with file.edit(label, ChangeSetKind.CREATION) as edit:
        edit.add(Roadmap(**roadmap))
        insert_activities(edit, drafts)


def prepare_edits() -> None:
    """Loads what the first edit of a file needs, in any thread: reading needs none of it."""
    import roadmap_desktop.storage.editing as _editing  # noqa: F401
