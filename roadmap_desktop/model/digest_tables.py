"""The two tables of a digest, as the window, the paper and the workbook show them alike."""

from collections.abc import Iterator
from datetime import date

from roadmap_desktop.model.digest import Digest, FileLine, Progress
from roadmap_desktop.model.period import Period, school_year, school_year_label

Value = str | int | date | None

# Those between the first and the last add up to the first.
COUNT_HEADINGS = (
    "Всего",
    "Выполнено",
    "В работе",
    "Просрочено",
    "Запланировано",
    "Перенесено",
    "Отменено",
    "%",
)
FILE_HEADINGS = ("№", "Файл", "Дорожная карта", "Руководитель", "Период", *COUNT_HEADINGS, "Изменён")
# Those of the headings above that stand over numbers and dates.
FIRST_FILE_COUNT = FILE_HEADINGS.index("Всего")
NAMELESS = "(без названия)"

_ACTIVITY_HEADINGS = ("Есть в файлах", "Выполнено", "В работе", "Просрочено", "Прочие")
# The columns before those of the files: number, name, counts.
ACTIVITY_LEAD = 2
FIRST_FILE_COLUMN = ACTIVITY_LEAD + len(_ACTIVITY_HEADINGS)


def file_rows(digest: Digest) -> Iterator[tuple[Value, ...]]:
    """A row for each file under ``FILE_HEADINGS``; of a file that could not be read, the sentence why."""
    for number, line in enumerate(digest.files, start=1):
        if line.refusal:
            yield (number, line.caption, line.refusal, *[None] * (len(FILE_HEADINGS) - 3))
        else:
            yield (number, line.caption, *_about(line), *counts(line.progress), line.changed_on)


def file_total(digest: Digest) -> tuple[Value, ...]:
    """The row that adds the files up."""
    return (None, "Всего", None, None, None, *counts(digest.total), None)


def file_captions(digest: Digest) -> tuple[str, ...]:
    """The headings of the files among the columns of ``activity_rows``: the number each has in ``file_rows``, and its
    name."""
    return tuple(
        f"{number}. {line.caption}" for number, line in enumerate(digest.files, start=1) if not line.refusal
    )


def activity_headings(digest: Digest) -> tuple[str, ...]:
    """The headings of ``activity_rows``."""
    return ("№", "Мероприятие", *_ACTIVITY_HEADINGS, *file_captions(digest))


def activity_rows(digest: Digest) -> Iterator[tuple[Value, ...]]:
    """A row for each activity, with its state in every file that was read; empty where the file has none such."""
    for number, line in enumerate(digest.activities, start=1):
        words = [mark.text if mark else "" for mark in line.marks]
        yield (number, line.name or NAMELESS, *_activity_counts(line.progress), *words)


def activity_total(digest: Digest) -> tuple[Value, ...]:
    """The row that adds the activities up: of each file, how many it has done."""
    return (
        None,
        "Всего выполнено",
        *_activity_counts(digest.total),
        *[line.progress.done for line in digest.read],
    )


def _about(line: FileLine) -> tuple[str, str, str]:
    return line.title, line.head, _period(line.period)


def _period(period: Period | None) -> str:
    if period is None:
        return ""
    if period == school_year(period.start.year):
        return school_year_label(period)
    return f"{period.start:%d.%m.%Y} – {period.end:%d.%m.%Y}"


def counts(progress: Progress) -> tuple[Value, ...]:
    """The cells under ``COUNT_HEADINGS``."""
    return (
        progress.activities,
        progress.done,
        progress.in_work,
        progress.overdue,
        progress.planned,
        progress.moved,
        progress.cancelled,
        progress.share,
    )


def _activity_counts(progress: Progress) -> tuple[Value, ...]:
    return progress.activities, progress.done, progress.in_work, progress.overdue, progress.others
