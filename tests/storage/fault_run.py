"""Runs one operation again and again, each time with another of its writes failing. Started with the injector loaded
before the C library: ``fault_run.py FOLDER OPERATION MOST``; prints how many writes were made to fail.

After every failure the original must open and be sound, nothing may be left behind, and the retry must work. A new
operation (a merge, a migration, a restore) is one more line of ``OPERATIONS``.
"""

import ctypes
import errno
import os
import secrets
import sys
from collections.abc import Callable
from pathlib import Path

from roadmap_desktop import folders
from roadmap_desktop.errors import UserError
from roadmap_desktop.model.references import owner_value
from roadmap_desktop.operations.copies import copies, merging
from roadmap_desktop.operations.file import attachments, backups, checking
from roadmap_desktop.operations.file.files import create_from_sample, open_roadmap
from roadmap_desktop.operations.plan import activities
from roadmap_desktop.operations.plan.reading import read_plan
from tests.storage.damage import change

FAILURES = ((errno.ENOSPC, 1), (errno.EIO, 0))


def save_copy(source: Path, out: Path, request: copies.CopyRequest | None = None) -> None:
    with open_roadmap(source) as file:
        plan = read_plan(file)
    copies.save_copy(source, out, plan, request)


def save_private_copy(source: Path, out: Path) -> None:
    save_copy(source, out, copies.CopyRequest(without_personal=True))


def edit(source: Path, out: Path) -> None:
    with open_roadmap(source) as file:
        plan = read_plan(file)
        for row in plan.activities[:2]:
            activities.set_field(file, plan, [row.id], "note", secrets.token_hex(3000))
    out.touch()


def attach(source: Path, out: Path) -> None:
    with open_roadmap(source) as file:
        plan = read_plan(file)
        attachments.attach(
            file, plan, owner_value("activity", plan.activities[0].id), [source.with_name("скан")]
        )
    out.touch()


def prepare_attach(source: Path) -> None:
    source.with_name("скан").write_bytes(secrets.token_bytes(200_000))


def extract(source: Path, out: Path) -> None:
    with open_roadmap(source) as file:
        (row, *_) = attachments.list_attachments(file)
        attachments.save(file, row.id, out)
    # What stands there has its name because it is whole.
    assert out.stat().st_size == row.size
    out.write_bytes(b"")


def prepare_extract(source: Path) -> None:
    with open_roadmap(source) as file:
        listed = attachments.list_attachments(file)
    if not listed:
        prepare_attach(source)
        attach(source, source.with_name("приложено"))


def prepare_repair(source: Path) -> None:
    for item in source.parent.glob("испорчен*"):
        item.unlink()
    broken = source.with_name("испорчен.roadmap")
    broken.write_bytes(source.read_bytes())
    change(broken, "UPDATE activity SET note = 'чужое'")


def repair(source: Path, out: Path) -> None:
    broken = source.with_name("испорчен.roadmap")
    if checking.check_file(broken):
        checking.repair(broken)
    out.touch()


def prepare_merge(source: Path) -> None:
    """The file as it was before any merge, and a copy that was edited since."""
    names = ("карта.roadmap", "копия.roadmap")
    kept = source.with_name("до")
    if not kept.exists():
        kept.mkdir()
        for name in names:
            (kept / name).write_bytes(source.read_bytes())
            edit(kept / name, kept / name)
    for name in names:
        source.with_name(name).write_bytes((kept / name).read_bytes())


def merge(source: Path, out: Path) -> None:
    merging.merge(source, [source.with_name("копия.roadmap")], prefer=merging.Prefer.NEWEST)
    out.touch()


def merge_into_new(source: Path, out: Path) -> None:
    merging.merge(source, [source.with_name("копия.roadmap")], prefer=merging.Prefer.NEWEST, out=out)


def hand_back(source: Path, out: Path) -> None:
    theirs = source.with_name("копия.roadmap")
    try:
        merging.merge(source, [theirs], prefer=merging.Prefer.NEWEST, both=True)
    except UserError:
        assert checking.check_file(theirs) == ()
        raise
    assert checking.check_file(theirs) == ()
    out.touch()


def prepare_migration(source: Path) -> None:
    for item in source.parent.glob("старый*"):
        item.unlink()
    source.with_name("старый.roadmap").write_bytes(RELEASED.read_bytes())


def migration(source: Path, out: Path) -> None:
    old = source.with_name("старый.roadmap")
    try:
        open_roadmap(old).close()
    except UserError:
        assert old.read_bytes() == RELEASED.read_bytes()
        raise
    assert checking.check_file(old) == ()
    out.touch()


def prepare_restore(source: Path) -> None:
    present = source.with_name("возврат.roadmap")
    present.write_bytes(source.read_bytes())
    backups.back_up(present, backups.Reason.MERGE)
    edit(present, present)


def restore(source: Path, out: Path) -> None:
    present = source.with_name("возврат.roadmap")
    before = present.read_bytes()
    try:
        backups.restore(present, backups.list_backups(present)[-1])
    except UserError:
        assert present.read_bytes() == before
        raise
    assert checking.check_file(present) == ()
    out.touch()


RELEASED = Path(__file__).parent / "released" / "version-1.roadmap"
PREPARATIONS: dict[str, Callable[[Path], None]] = {
    "attach": prepare_attach,
    "extract": prepare_extract,
    "repair": prepare_repair,
    "merge": prepare_merge,
    "merge_into_new": prepare_merge,
    "hand_back": prepare_merge,
    "migration": prepare_migration,
    "restore": prepare_restore,
}
OPERATIONS: dict[str, Callable[[Path, Path], None]] = {
    "save_copy": save_copy,
    "save_private_copy": save_private_copy,
    "edit": edit,
    "attach": attach,
    "extract": extract,
    "repair": repair,
    "merge": merge,
    "merge_into_new": merge_into_new,
    "hand_back": hand_back,
    "migration": migration,
    "restore": restore,
}


class Injector:
    """The library that is already loaded into this process."""

    def __init__(self, folder: Path) -> None:
        self._library = ctypes.CDLL(None)
        self._folder = str(folder).encode()

    def arm(self, at: int, code: int, lasting: int) -> None:
        self._library.fault_arm(ctypes.c_long(at), code, lasting, self._folder)

    def rest(self) -> int:
        """Lets everything succeed again; how many calls there were."""
        calls = int(self._library.fault_calls())
        self._library.fault_arm(ctypes.c_long(0), 0, 0, b"")
        return calls


def fail_everywhere(folder: Path, name: str, most: int) -> int:
    """Makes up to ``most`` of the operation's writes fail, evenly spread over it; returns how many."""
    source, out, injector = folder / "карта.roadmap", folder / "итог.roadmap", Injector(folder)
    # Backups, and what is remembered of merges, are written there too.
    os.environ[folders.HOME] = str(folder / "данные")
    operation, prepare = OPERATIONS[name], PREPARATIONS.get(name, lambda _source: None)
    create_from_sample(source)
    prepare(source)
    injector.arm(1 << 40, errno.EIO, 0)
    operation(source, out)
    calls = injector.rest()
    out.unlink()
    step = max(1, calls * len(FAILURES) // most)
    points = [(code, lasting, at) for code, lasting in FAILURES for at in range(1, calls + 1, step)]
    for code, lasting, at in points:
        prepare(source)
        injector.arm(at, code, lasting)
        sentence = refusal(operation, source, out)
        injector.rest()
        judge(operation, source, out, sentence)
    return len(points)


_CLEAR_WORDS = ("не осталось места", "Диск не отвечает", "Проверьте диск", "Записать на диск не удалось")


def refusal(operation: Callable[[Path, Path], None], source: Path, out: Path) -> str:
    try:
        operation(source, out)
    except UserError as error:
        return str(error)
    return ""


def judge(operation: Callable[[Path, Path], None], source: Path, out: Path, sentence: str) -> None:
    """The original is sound, the words are clear, nothing is left behind, and the retry works."""
    assert checking.check_file(source) == (), sentence
    assert not [item for item in source.parent.iterdir() if item.name.startswith(".")], sentence
    if sentence:
        assert any(words in sentence for words in _CLEAR_WORDS), sentence
        assert not out.exists(), sentence
        operation(source, out)
    assert out.stat().st_size == 0 or checking.check_file(out) == ()
    out.unlink()


if __name__ == "__main__":
    print(fail_everywhere(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])))
