"""Try what ``make package-windows`` has built as its user would: carry it, install it, open a file by double click,
print, merge, install anew, uninstall. ``python tools/check_windows_package.py``, by a Python of Windows.

It installs for whoever runs it, and takes away at the end: not for a computer on which the program is used. Stops with
a sentence at the first thing that is not as it should be.
"""

import contextlib
import os
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pefile
from PIL import Image

from desktop_of_windows import close_all, comes_true, still_picture, window_titled, words_in
from installer_pages import INSTALLING, UNINSTALLING, Page, go_through
from roadmap_desktop import PROGRAM_NAME, __version__
from roadmap_desktop.folders import backups_folder, settings_file
from shipped import SUMS, VERSIONS, sums
from windows_version import told_of

ROOT = Path(__file__).resolve().parent.parent
NAME = "roadmap-desktop"
BUILT = ROOT / "dist" / NAME
PORTABLE = ROOT / "dist" / f"{NAME}-{__version__}-windows-portable.zip"
SETUP = ROOT / "dist" / f"{NAME}-{__version__}-windows-setup.exe"
PICTURE = ROOT / "build" / "windows-window.png"
WINDOW, COMMANDS, UNINSTALLER = f"{NAME}.exe", f"{NAME}-cli.exe", "uninstall.exe"
INSTALLED = Path(os.environ["LOCALAPPDATA"], "Programs", NAME)
SHORTCUT = Path(
    os.environ["APPDATA"], "Microsoft", "Windows", "Start Menu", "Programs", f"{PROGRAM_NAME}.lnk"
)
CLASSES = r"Software\Classes"
ENTRY = rf"Software\Microsoft\Windows\CurrentVersion\Uninstall\{NAME}"
# OpenSSL, what decodes pictures that are never shown, a second way to draw, pages of the web.
NEVER = (
    "opengl32sw",
    "libssl",
    "libcrypto",
    "plugins/tls",
    "networkinformation",
    "qjpeg",
    "qwebp",
    "WebEngine",
)
ACCENT = (0x1F, 0x66, 0x80)
PATIENCE = 600.0
winreg = import_module("winreg")
# What PE files say of themselves: IMAGE_SUBSYSTEM_WINDOWS_GUI and _CUI.
WITH_WINDOW, WITH_CONSOLE = 2, 3


class NotAsItShouldBe(Exception):
    """What the built program failed to do."""


def _expect(true: bool, sentence: str) -> None:
    if not true:
        raise NotAsItShouldBe(sentence)


def _call(*command: str | Path, code: int = 0) -> str:
    """Runs a program to its end; returns what it printed. The streams are pipes: wine knows no others for sure."""
    answer = subprocess.run(
        [str(word) for word in command],
        input=b"",
        capture_output=True,
        timeout=10 * PATIENCE,
        check=False,
    )
    told = (answer.stdout + answer.stderr).decode("utf-8", "replace").strip()
    _expect(answer.returncode == code, f"{command[:3]} ended with {answer.returncode}: {told}")
    return told


def _registered(key: str, name: str = "") -> str:
    """A text of the user's registry; empty where there is none."""
    try:
        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key) as opened:
            return str(winreg.QueryValueEx(opened, name)[0])
    except FileNotFoundError:
        return ""


def check_folder(folder: Path) -> None:
    """Two programs, one of them without a console, both with our words and icon; nothing that is never used; the lists
    of versions and sums are true."""
    for file, subsystem in ((WINDOW, WITH_WINDOW), (COMMANDS, WITH_CONSOLE)):
        with contextlib.closing(pefile.PE(str(folder / file))) as program:
            _expect(program.OPTIONAL_HEADER.Subsystem == subsystem, f"{file} is of the wrong kind")
            told = {
                name.decode(): value.decode()
                for part in program.FileInfo[0]
                for table in getattr(part, "StringTable", ())
                for name, value in table.entries.items()
            }
            kinds = {entry.id for entry in program.DIRECTORY_ENTRY_RESOURCE.entries}
        _expect(told == told_of(file), f"{file} says of itself: {told}")
        _expect(pefile.RESOURCE_TYPE["RT_GROUP_ICON"] in kinds, f"{file} has no icon")
    files = [path.relative_to(folder).as_posix() for path in folder.rglob("*")]
    unwanted = [name for name in files if any(part in name for part in NEVER)]
    _expect(not unwanted, f"the folder has what is never used: {', '.join(unwanted)}")
    for name in (VERSIONS, "_internal/LICENSE", "_internal/resources/licences/components.json"):
        _expect(name in files, f"the folder lacks {name}")
    # The uninstaller is written where it is installed.
    listed = "".join(f"{digest}  {name}\n" for digest, name in sums(folder) if name != UNINSTALLER)
    _expect((folder / SUMS).read_text(encoding="utf-8") == listed, f"{SUMS} is not true")


def check_portable(folder: Path) -> None:
    """Unpacked anywhere, it keeps everything beside itself."""
    with zipfile.ZipFile(PORTABLE) as packed:
        packed.extractall(folder)
    program = folder / NAME
    before = set(backups_folder().rglob("*"))
    plan = folder / "план на флешке.roadmap"
    _call(program / COMMANDS, "new", plan, "--sample", "--year", "2020-2021")
    _call(program / COMMANDS, "backups", plan, "--now")
    kept = list((program / "user").rglob("*.roadmap"))
    _expect(len(kept) == 1, f"the portable program keeps beside itself: {kept}")
    _expect(set(backups_folder().rglob("*")) == before, "the portable program writes into the user's folders")


def check_refusal_without_console(program: Path) -> None:
    """What has no console tells in a box that it cannot open two files."""
    with subprocess.Popen([program / WINDOW, "один.roadmap", "два.roadmap"]) as started:
        box = window_titled(PROGRAM_NAME, PATIENCE)
        told = words_in(box) if box is not None else ""
        if not close_all(started.pid, PATIENCE):
            started.kill()
    _expect("Укажите один файл" in told, f"the box says: {told}")
    _expect(started.returncode == 2, f"the program told its refusal and ended with {started.returncode}")


def _silently(program: Path) -> None:
    _call(program, "/S")


def _by_pages(pages: tuple[Page, ...]) -> Callable[[Path], None]:
    def answer(program: Path) -> None:
        told = go_through(program, pages, PICTURE.parent, PATIENCE)
        _expect(not told, told)

    return answer


def install(run: Callable[[Path], None] = _silently) -> None:
    """Installs; program, menu entry, file type and entry among the installed programs are there."""
    run(SETUP)
    check_folder(INSTALLED)
    _expect(SHORTCUT.is_file(), f"no {SHORTCUT}")
    kind = _registered(rf"{CLASSES}\.roadmap")
    opened = _registered(rf"{CLASSES}\{kind}\shell\open\command")
    _expect(opened == f'"{INSTALLED / WINDOW}" "%1"', f"a file is opened by: {opened}")
    _expect(_registered(ENTRY, "DisplayVersion") == __version__, "it is not among the installed programs")


def check_day(folder: Path) -> Path:
    """By commands: tries itself, makes the sample, prints the month, merges a copy. Returns the roadmap."""
    program = INSTALLED / COMMANDS
    _call(program, "selftest")
    mine, theirs = folder / "план отдела.roadmap", folder / "копия № 2.roadmap"
    _call(program, "new", mine, "--sample", "--year", "2020-2021")
    _call(program, "print", mine, "--report", "month", "--month", "2020-09", "-o", folder / "сентябрь.pdf")
    printed = (folder / "сентябрь.pdf").read_bytes()
    _expect(
        printed.startswith(b"%PDF") and b"LiberationSerif" in printed, "the month is no PDF in our letters"
    )
    _call(program, "copy", mine, theirs)
    _call(program, "set", theirs, "3", "note", "из копии")
    _call(program, "set", mine, "4", "note", "из моего")
    _call(program, "merge", mine, theirs)
    listed = _call(program, "list", mine, "--json")
    _expect("из копии" in listed and "из моего" in listed, "the merged file has not both edits")
    return mine


def check_double_click(plan: Path) -> None:
    """The file opens in its window by its type; meanwhile the program is not replaced; then it closes."""
    _open_by_type(plan)
    window = window_titled(plan.stem, PATIENCE)
    if window is None:
        raise NotAsItShouldBe("no window has opened the file")

    def is_painted(picture: Image.Image) -> bool:
        return ACCENT in {colour for _, colour in picture.getcolors(picture.width * picture.height) or []}

    picture = still_picture(is_painted, PATIENCE)
    if picture is None:
        raise NotAsItShouldBe("the window was not painted in time")
    picture.save(PICTURE)
    _call(SETUP, "/S", code=2)
    check_folder(INSTALLED)
    _expect(close_all(window.process, PATIENCE), "the window does not close")
    _expect(comes_true(_is_closed, PATIENCE), "the program goes on after its window")


def _open_by_type(path: Path) -> None:
    """Opens a file as a double click does; where there is no shell to do it, as under wine at times, by the command
    that is registered for its type."""
    if sys.platform == "win32":
        import winreg

        try:
            os.startfile(path)
        except OSError as error:
            print(f"The shell opens nothing ({error.strerror}); the registered command is run.", flush=True)
            kind = winreg.QueryValue(winreg.HKEY_CURRENT_USER, rf"Software\Classes\{path.suffix}")
            command = winreg.QueryValue(
                winreg.HKEY_CURRENT_USER, rf"Software\Classes\{kind}\shell\open\command"
            )
            subprocess.Popen(command.replace("%1", str(path)))


def _is_closed() -> bool:
    try:
        with (INSTALLED / WINDOW).open("r+b"):
            return True
    except OSError:
        return False


def check_update() -> None:
    """Over an older version: what that had and this one has not is gone, and Windows is told of the new one."""
    of_older = INSTALLED / "_internal" / "gone in this version.txt"
    of_older.touch()
    with winreg.OpenKey(winreg.HKEY_CURRENT_USER, ENTRY, access=winreg.KEY_SET_VALUE) as opened:
        winreg.SetValueEx(opened, "DisplayVersion", 0, winreg.REG_SZ, "0.0.1")
    install()
    _expect(not of_older.exists(), "what an older version had stays")


def uninstall(plan: Path, run: Callable[[Path], None] = _silently) -> None:
    """Takes program, menu entry and file type away, and leaves everything of the user's."""
    own = [plan, *(path for path in backups_folder().rglob("*") if path.is_file()), settings_file()]
    contents = {path: path.read_bytes() for path in own}
    _expect(len(own) > 2, "no backup was made before merging")
    run(INSTALLED / UNINSTALLER)
    # It goes on from a copy of itself, for it cannot delete what runs.
    _expect(comes_true(lambda: not INSTALLED.exists(), PATIENCE), f"{INSTALLED} is still there")
    _expect(comes_true(lambda: not _registered(rf"{CLASSES}\.roadmap"), PATIENCE), "the file type stays")
    _expect(not SHORTCUT.exists() and not _registered(ENTRY, "DisplayName"), "an entry stays")
    changed = [path for path, content in contents.items() if path.read_bytes() != content]
    _expect(not changed, f"uninstalling has changed {changed}")


def main() -> int:
    """Tries all of it; answers the exit code."""
    try:
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
            folder = Path(name, "Планы и отчёты")
            folder.mkdir()
            check_folder(BUILT)
            check_portable(folder)
            check_refusal_without_console(BUILT)
            PICTURE.parent.mkdir(exist_ok=True)
            install(_by_pages(INSTALLING))
            plan = check_day(folder)
            check_double_click(plan)
            check_update()
            uninstall(plan, _by_pages(UNINSTALLING))
            install()
            uninstall(plan)
    except NotAsItShouldBe as failure:
        print(f"The package is not as it should be: {failure}", file=sys.stderr)
        return 1
    print(
        f"Carried, installed, opened, printed, merged, installed anew, uninstalled. Pictures: {PICTURE.parent}"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
