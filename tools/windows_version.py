"""What Windows shows of a program in «Свойства» → «Подробно»: PyInstaller writes it into the file.

Only for Windows: what PyInstaller writes it with is not there elsewhere.
"""

from typing import Any

from roadmap_desktop import PROGRAM_NAME, __version__

_RUSSIAN, _UNICODE = 0x0419, 1200


def four_numbers(version: str) -> tuple[int, int, int, int]:
    """A version as Windows counts: ``0.1.0`` is ``0.1.0.0``. Raises ValueError for one that is not numbers alone."""
    first, second, third = (int(part) for part in version.split("."))
    return first, second, third, 0


def told_of(file: str) -> dict[str, str]:
    """What is told of the program in the file of this name."""
    return {
        "CompanyName": "roadmap_desktop contributors",
        "FileDescription": PROGRAM_NAME + (", команды" if "-cli" in file else ""),
        "FileVersion": __version__,
        "InternalName": file.removesuffix(".exe"),
        "LegalCopyright": "Лицензия MIT",
        "OriginalFilename": file,
        "ProductName": PROGRAM_NAME,
        "ProductVersion": __version__,
    }


def version_resource(file: str) -> Any:
    """The same as PyInstaller's EXE takes it."""
    from PyInstaller.utils.win32 import versioninfo as of

    numbers = four_numbers(__version__)
    words = [of.StringStruct(name, text) for name, text in told_of(file).items()]
    return of.VSVersionInfo(
        ffi=of.FixedFileInfo(filevers=numbers, prodvers=numbers, OS=0x40004, fileType=1),
        kids=[
            of.StringFileInfo([of.StringTable(f"{_RUSSIAN:04x}{_UNICODE:04x}", words)]),
            of.VarFileInfo([of.VarStruct("Translation", [_RUSSIAN, _UNICODE])]),
        ],
    )
