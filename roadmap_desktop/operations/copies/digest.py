"""«Свод по файлам»: many roadmaps read one after another, none of them changed."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

from roadmap_desktop.errors import NOTHING_WRITTEN, Cancelled, UserError
from roadmap_desktop.model.digest import Digest, Entry, FileLine, Mark, Progress, progress_of
from roadmap_desktop.model.rows import Plan
from roadmap_desktop.model.same_activity import matched
from roadmap_desktop.model.search import as_counted
from roadmap_desktop.model.standing import standing
from roadmap_desktop.operations.plan.reading import read_plan
from roadmap_desktop.operations.printing.shown_table import GROUP
from roadmap_desktop.reports import render
from roadmap_desktop.reports.digest import TITLE, digest_report
from roadmap_desktop.reports.report import Report
from roadmap_desktop.storage.output import refuse_to_replace, write_data
from roadmap_desktop.storage.reading_only import changed_on, open_to_read
from roadmap_desktop.storage.roadmap_file import SUFFIX

FORMATS = (".pdf", ".xlsx")


def never() -> bool:
    """For those who cannot cancel."""
    return False


def read_digest(
    paths: Iterable[Path],
    today: date,
    is_cancelled: Callable[[], bool] = never,
    tell: Callable[[int, int], object] = lambda _done, _of: None,
) -> Digest:
    """Reads the files, and of folders every roadmap in them; a file named twice counts once. What cannot be read is a
    line with its sentence. ``tell`` gets how many of how many files are read. Raises Cancelled."""
    found = roadmaps_in(paths, is_cancelled)
    captions = _captions(found)
    lines: list[FileLine] = []
    entries: list[list[Entry]] = []
    for number, (path, caption) in enumerate(zip(found, captions, strict=True)):
        tell(number, len(found))
        if is_cancelled():
            raise Cancelled
        try:
            line, of_file = _read(path, caption, today)
        except UserError as error:
            lines.append(FileLine(path, caption, str(error)))
        else:
            lines.append(line)
            entries.append(of_file)
    tell(len(found), len(found))
    return Digest(today, tuple(lines), matched(entries))


def roadmaps_in(paths: Iterable[Path], is_cancelled: Callable[[], bool] = never) -> list[Path]:
    """The files named and those in the folders named, each once. A folder without roadmaps stays, to be refused as it
    is read. Raises Cancelled."""
    found: dict[object, Path] = {}
    for path in paths:
        for file in (_within(path, is_cancelled) or [path]) if _is_folder(path) else [path]:
            found.setdefault(_identity(file), file)
    return list(found.values())


def digest_bytes(digest: Digest, suffix: str, is_cancelled: Callable[[], bool] = never) -> bytes:
    """The digest as a PDF or an Excel workbook, by the suffix. Needs no file, so it may run in any thread. Raises
    UserError for another suffix, Cancelled."""
    require_format(Path(f"свод{suffix}"))
    if suffix.lower() == ".xlsx":
        return render.xlsx_bytes(digest_report(digest, on_paper=False), is_cancelled)
    return render.pdf_bytes(digest_report(digest), is_cancelled)


def undrawable(digest: Digest, suffix: str) -> str:
    """A sentence on the signs that the file of that kind will show as squares, empty where there is none."""
    return render.undrawable(digest_report(digest)) if suffix.lower() == ".pdf" else ""


def digest_as_report(digest: Digest) -> Report:
    """The digest as a report, to be given options and printed like any other; it reads no file."""
    document = replace(digest_report(digest), title=digest_name(digest))
    return Report("shown-digest", TITLE, GROUP, (), lambda _source: document, signers=())


def digest_name(digest: Digest) -> str:
    """«Свод по дорожным картам 06.10.2020»: what its files and print jobs are called."""
    return f"{TITLE} {digest.today:%d.%m.%Y}"


def save_digest(content: bytes, path: Path) -> None:
    """Writes a finished digest, replacing a file of that name only when the new one is whole. Raises UserError, also
    where the name is that of a roadmap."""
    refuse_to_replace(path, "таблица Excel" if path.suffix.lower() == ".xlsx" else "PDF")
    write_data(content, path)


def require_format(path: Path) -> None:
    """Raises UserError unless the name ends as a format that can be written."""
    if path.suffix.lower() not in FORMATS:
        raise UserError(
            f"Непонятно, в каком виде записать «{path.name}».",
            NOTHING_WRITTEN,
            "Назовите файл с окончанием .pdf или .xlsx.",
        )


def _read(path: Path, caption: str, today: date) -> tuple[FileLine, list[Entry]]:
    if _is_folder(path):
        raise UserError(f"В папке «{path.name}» нет файлов {SUFFIX}.", advice="Выберите другую папку.")
    with open_to_read(path) as file:
        plan, changed = read_plan(file), changed_on(file)
    entries = _entries(plan, today)
    line = FileLine(
        path,
        caption,
        title=plan.info.title,
        head=plan.info.head_name,
        period=plan.info.period,
        progress=sum((entry.progress for entry in entries), Progress()),
        changed_on=changed,
    )
    return line, entries


def _entries(plan: Plan, today: date) -> list[Entry]:
    return [
        Entry(row.id, row.name, Mark(standing(row, today), row.completed_on), progress_of(row, today))
        for row in plan.activities
    ]


def _is_folder(path: Path) -> bool:
    # What cannot be looked at is refused as it is read.
    with suppress(OSError, ValueError):
        return path.is_dir()
    return False


def _within(folder: Path, is_cancelled: Callable[[], bool]) -> list[Path]:
    found: list[Path] = []
    for walked, _folders, names in os.walk(folder):
        if is_cancelled():
            raise Cancelled
        found += [Path(walked, name) for name in names if name.lower().endswith(SUFFIX)]
    return sorted(found, key=lambda path: as_counted(str(path)))


def _identity(path: Path) -> object:
    try:
        status = path.stat()
    except (OSError, ValueError):
        return path.absolute()
    # Some network file systems number nothing.
    return (status.st_dev, status.st_ino) if status.st_ino else path.resolve()


def _captions(paths: Sequence[Path]) -> Iterator[str]:
    """The names without the suffix; those of one name are told apart by their folders."""
    names = [path.name[: -len(SUFFIX)] if path.name.lower().endswith(SUFFIX) else path.name for path in paths]
    for path, name in zip(paths, names, strict=True):
        others = [each.absolute().parent for each, other in zip(paths, names, strict=True) if other == name]
        yield name if len(others) == 1 else f"{name} ({_apart(path.absolute().parent, others)})"


def _apart(folder: Path, others: list[Path]) -> str:
    try:
        common = os.path.commonpath(others)
    except ValueError:  # other drives
        return str(folder)
    inside = folder.relative_to(common)
    return str(inside) if inside.parts else folder.name
