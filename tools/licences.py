"""Write ``resources/licences``: what the program is passed on with, and its licences, as the installed packages tell.

``make licences`` after ``make lock``; a test compares the list with the lock. What no metadata tells is in ``BESIDES``.
"""

import json
import re
import shutil
import sys
import sysconfig
from importlib.metadata import Distribution, distribution
from pathlib import Path

from packaging.markers import Marker, default_environment

from roadmap_desktop import PROGRAM_NAME, __version__
from roadmap_desktop.operations.licences import Component

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements" / "run.lock"
FOLDER = ROOT / "resources" / "licences"
# The Python that the locks are made for; another may take other versions of the same packages.
PYTHON = {"python_version": "3.11", "python_full_version": "3.11.0"}
_LOCKED = re.compile(r"^([\w.-]+)==(\S+?)(?: ; (.+?))? \\$", re.MULTILINE)
_BETWEEN = "\n\n" + "-" * 72 + "\n\n"
_LICENCE_FILE = re.compile(r"licen[cs]e|copying|notice", re.IGNORECASE)
_QT = ("pyside6", "pyside6-addons", "pyside6-essentials", "shiboken6")
# Where Debian keeps the texts that many packages share, and those of each package.
_COMMON, _OF_PACKAGES = Path("/usr/share/common-licenses"), Path("/usr/share/doc")
_OF_DEBIAN = {
    "python-parts": ("libpython3.11-minimal",),
    "gcc": ("libatomic1",),
    "qt-parts": ("libqt6core6", "libqt6svg6"),
    "xcb-util": (
        *("libxcb-cursor0", "libxcb-icccm4", "libxcb-image0", "libxcb-keysyms1"),
        *("libxcb-render-util0", "libxcb-util1"),
    ),
}

_QT_NOTE = """\
Qt и PySide6 — свободные библиотеки; программа пользуется ими по лицензии LGPL версии 3.

Их можно заменить другими: файлы Qt лежат отдельно от программы, в папке _internal/PySide6 рядом с ней. Положите на
место прежних файлы с теми же именами из другой сборки Qt 6 и PySide6 той же версии. Программу, поставленную через pip,
достаточно запустить с другой версией PySide6. Изучать программу и библиотеки, чтобы отладить такую замену, разрешено.

Исходные тексты: Qt — https://download.qt.io/official_releases/qt/, PySide6 —
https://download.qt.io/official_releases/QtForPython/.
"""
_QT_PARTS_NOTE = """\
Чужие библиотеки, шрифты и таблицы, из которых собрана и сама Qt: FreeType, HarfBuzz, libpng, libjpeg, PCRE2, zlib и
другие. Их условия перечислены так, как их приводит Debian. Часть Qt, которая показывает страницы PDF, собрана из
PDFium: условия его составных частей стоят при pypdfium2.
"""
_DICTIONARY_NOTE = """\
Словарь русского языка проекта OpenCorpora (opencorpora.org), переведённый в другой вид. Лицензия Creative Commons
«Attribution-ShareAlike 3.0»: словарь можно передавать и менять, назвав источник и сохранив ту же лицензию. Полный
текст: https://creativecommons.org/licenses/by-sa/3.0/legalcode.
"""
_PYTHON_NOTE = "С библиотеками expat, libffi, libmpdec и zlib; их лицензии — во втором тексте."
_LOADER_NOTE = """\
Загрузчик, который запускает программу, собранную в папку. Исключение в его лицензии разрешает передавать такую
программу на любых условиях.
"""
_WINDOW_NOTE = (
    "Шесть небольших библиотек, через которые Qt показывает окна в Linux: они лежат в собранной папке."
)
_ATOMIC_NOTE = (
    "Библиотека libatomic, которую ждёт Qt в Linux. Исключение в её лицензии разрешает любую программу."
)
_SQLITE_NOTE = "SQLite передана её авторами в общественное достояние: https://sqlite.org/copyright.html."
_MICROSOFT_NOTE = """\
Библиотеки vcruntime140 и msvcp140 лежат только в сборке для Windows: с ними собраны Python и Qt. Microsoft разрешает
передавать их вместе с программой: https://learn.microsoft.com/visualstudio/releases/2022/redistribution.
"""
_HYPHENS_NOTE = "Со словарём переносов русского языка hyph_ru_RU из LibreOffice, на тех же условиях."

BESIDES = (
    Component("Qt", "", "LGPL-3.0", ("licences/lgpl-3.0.txt", "licences/gpl-3.0.txt"), _QT_NOTE),
    Component("Библиотеки в составе Qt", "", "разные, см. текст", ("licences/qt-parts.txt",), _QT_PARTS_NOTE),
    Component("Python", "", "PSF-2.0", ("licences/python.txt", "licences/python-parts.txt"), _PYTHON_NOTE),
    Component("PyInstaller", "", "GPL-2.0 с исключением", ("licences/pyinstaller.txt",), _LOADER_NOTE),
    Component("xcb-util", "", "MIT", ("licences/xcb-util.txt",), _WINDOW_NOTE),
    Component("GCC", "", "GPL-3.0 с исключением", ("licences/gcc.txt",), _ATOMIC_NOTE),
    Component("ICU", "", "Unicode-3.0", ("licences/icu.txt",)),
    Component("SQLite", "", "общественное достояние", (), _SQLITE_NOTE),
    Component("Среда выполнения Visual C++", "", "условия Microsoft", (), _MICROSOFT_NOTE),
    Component("Шрифт Liberation Serif", "", "OFL-1.1", ("fonts/OFL-Liberation.txt",)),
    Component("Шрифт Noto Sans", "", "OFL-1.1", ("fonts/OFL-NotoSans.txt",)),
    Component("Шрифт DejaVu Sans", "", "Bitstream Vera", ("fonts/Vera-DejaVuSans.txt",)),
)
# Where the metadata says it at length, in other words than others do, or leaves something out.
SAID_HERE = {
    "pymorphy3": ("MIT", ""),
    "pymorphy3-dicts-ru": ("MIT, словарь CC BY-SA 3.0", _DICTIONARY_NOTE),
    "pypdfium2": ("BSD-3-Clause, Apache-2.0", "С библиотекой PDFium и тем, из чего она собрана."),
    "pyphen": ("GPL-2.0, LGPL-2.1 или MPL-1.1", _HYPHENS_NOTE),
    "python-dateutil": ("Apache-2.0, BSD-3-Clause", ""),
    "reportlab": ("BSD-3-Clause", ""),
}


def in_paragraphs(text: str) -> str:
    """The text with a line for each paragraph: a window breaks lines where it ends."""
    return "\n\n".join(" ".join(part.split()) for part in text.split("\n\n"))


def locked() -> dict[str, str]:
    """The version of each package that the program is passed on with."""
    here = {name: str(value) for name, value in default_environment().items()}
    environment = here | PYTHON | {"sys_platform": "linux"}
    return {
        name: version
        for name, version, marker in _LOCKED.findall(LOCK.read_text(encoding="utf-8"))
        if not marker or Marker(marker).evaluate(environment)
    }


def licence_name(found: Distribution) -> str:
    """The licence as the package's metadata calls it, in a few words."""
    told = found.metadata
    if told["License-Expression"]:
        return str(told["License-Expression"])
    if told["License"] and "\n" not in told["License"]:
        return str(told["License"]).partition(" (")[0]
    named = [
        line.split("::")[-1].strip()
        for line in told.get_all("Classifier", [])
        if line.startswith("License ::")
    ]
    return ", ".join(named) or "см. текст"


def licence_text(found: Distribution) -> str:
    """Every licence that lies in the package's metadata, one after another."""
    inside = [
        file for file in found.files or () if ".dist-info" in str(file) and _LICENCE_FILE.search(str(file))
    ]
    texts = []
    for file in sorted(inside, key=str):
        text = Path(str(file.locate())).read_text(encoding="utf-8", errors="replace").strip()
        texts.append(f"{file.name}\n\n{text}" if len(inside) > 1 else text)
    return _BETWEEN.join(texts)


def of_package(name: str, version: str) -> Component:
    """The component of an installed package; writes its text. Raises SystemExit for another version than the lock's."""
    found = distribution(name)
    if found.version != version:
        raise SystemExit(
            f"{name} {found.version} is installed and {version} is locked: run `make prepare` first."
        )
    if name in _QT:
        return Component(
            name, version, "LGPL-3.0", ("licences/lgpl-3.0.txt", "licences/gpl-3.0.txt"), _QT_NOTE
        )
    licence, note = SAID_HERE.get(name) or (licence_name(found), "")
    text = licence_text(found)
    if not text and not note:
        raise SystemExit(f"{name} brings no text of its licence: say in SAID_HERE what is known of it.")
    if text:
        (FOLDER / f"{name}.txt").write_text(text + "\n", encoding="utf-8")
    return Component(name, version, licence, (f"licences/{name}.txt",) if text else (), note)


def write_common_texts() -> None:
    """The texts that do not lie in a package: of Debian's folder, of Python, and ICU's, which PDFium comes with."""
    shutil.copyfile(_COMMON / "LGPL-3", FOLDER / "lgpl-3.0.txt")
    shutil.copyfile(_COMMON / "GPL-3", FOLDER / "gpl-3.0.txt")
    shutil.copyfile(Path(sysconfig.get_path("stdlib"), "LICENSE.txt"), FOLDER / "python.txt")
    for name, packages in _OF_DEBIAN.items():
        texts = [(_OF_PACKAGES / package / "copyright").read_text(encoding="utf-8") for package in packages]
        (FOLDER / f"{name}.txt").write_text(_BETWEEN.join(texts), encoding="utf-8")
    (FOLDER / "pyinstaller.txt").write_text(
        licence_text(distribution("pyinstaller")) + "\n", encoding="utf-8"
    )
    icu = next(file for file in distribution("pypdfium2").files or () if file.name == "icu.txt")
    shutil.copyfile(str(icu.locate()), FOLDER / "icu.txt")


def main() -> int:
    """Write the folder anew; answers the exit code."""
    needed = [name for names in _OF_DEBIAN.values() for name in names if not (_OF_PACKAGES / name).is_dir()]
    if needed or not _COMMON.is_dir():
        told = f"make licences takes texts from Debian's packages; missing: {' '.join(needed)}"
        print(told, file=sys.stderr)
        return 1
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    write_common_texts()
    own = FOLDER / "roadmap-desktop.txt"
    shutil.copyfile(ROOT / "LICENSE", own)
    packages = [of_package(name, version) for name, version in sorted(locked().items())]
    listed = [Component(PROGRAM_NAME, __version__, "MIT", (f"licences/{own.name}",)), *BESIDES, *packages]
    plain = [each._replace(note=in_paragraphs(each.note))._asdict() for each in listed]
    told = json.dumps(plain, ensure_ascii=False, indent=1)
    (FOLDER / "components.json").write_text(told + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
