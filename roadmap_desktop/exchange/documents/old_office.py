"""Documents of old kinds (.doc, .xls, .rtf), made into new ones by LibreOffice where the machine has it."""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from roadmap_desktop.errors import NOTHING_CHANGED, UserError
from roadmap_desktop.exchange.documents.allowance import Allowance, damaged
from roadmap_desktop.exchange.documents.packed_document import read_packed
from roadmap_desktop.exchange.documents.source_document import SourceDocument

_NAMES = ("soffice", "libreoffice")
_USUAL = (
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
# Of LibreOffice the path of Windows may name soffice.com, for which a black window would open and close.
_FLAGS = 0
if sys.platform == "win32":
    _FLAGS = subprocess.CREATE_NO_WINDOW
_SECONDS = 60
_LOOK_EVERY = 0.1


def reader_of(suffix: str) -> Callable[[bytes, Allowance], SourceDocument]:
    """The function that reads documents of an old kind."""
    new = "xlsx" if suffix in (".xls", ".xlt") else "docx"
    old = suffix.lstrip(".") or "doc"
    return lambda data, allowance: _converted(data, old, new, allowance)


def _converted(data: bytes, old: str, new: str, allowance: Allowance) -> SourceDocument:
    program = _program()
    if program is None:
        raise UserError(
            f"Документы .{old} программа сама не читает.",
            NOTHING_CHANGED,
            f"Откройте документ в Word, Excel или LibreOffice, сохраните его как .{new} и выберите новый файл.",
        )
    with tempfile.TemporaryDirectory(prefix="roadmap-", ignore_cleanup_errors=True) as folder:
        source = Path(folder) / f"document.{old}"
        source.write_bytes(data)
        # A profile of its own: the user's may be open, and has macros and extensions.
        profile = (Path(folder) / "profile").as_uri()
        options = [
            "--headless",
            "--norestore",
            "--nolockcheck",
            "--convert-to",
            new,
            "--outdir",
            folder,
            str(source),
        ]
        _run([program, f"-env:UserInstallation={profile}", *options], allowance)
        made = source.with_suffix(f".{new}")
        if not made.is_file():
            raise damaged()
        return read_packed(made.read_bytes(), allowance)


def _run(command: list[str], allowance: Allowance) -> None:
    """Runs it to its end, not longer than it may take, nor than it is wanted."""
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        creationflags=_FLAGS,
    ) as process:
        try:
            for _ in range(int(_SECONDS / _LOOK_EVERY)):
                try:
                    process.wait(_LOOK_EVERY)
                    return
                except subprocess.TimeoutExpired:
                    allowance.look_whether_wanted()
        finally:
            process.kill()


def _program() -> str | None:
    found = next(filter(None, map(shutil.which, _NAMES)), None)
    return found or next((path for path in _USUAL if Path(path).is_file()), None)
