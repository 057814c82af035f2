"""What is asked first of who has trouble with the program: versions, the screen, the sizes of things."""

import platform
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QSysInfo
from PySide6.QtWidgets import QWidget

from roadmap_desktop import __version__
from roadmap_desktop.model.file_size import size_shown
from roadmap_desktop.model.russian import activities_counted
from roadmap_desktop.ui import messages
from roadmap_desktop.ui.document import RoadmapDocument


def show_support(document: RoadmapDocument, window: QWidget, log: Path) -> None:
    """Tells what whoever helps with the program asks for first, to be copied."""
    said = support_text(document, window, log)
    messages.add_copying(messages.inform(window, "Сведения для поддержки", said), "Скопировать", said)


def support_text(document: RoadmapDocument, window: QWidget, log: Path) -> str:
    """Lines to copy into a letter. Neither names of people or files nor words of the plan are among them."""
    screen = window.screen()
    room, ratio = screen.size(), round(screen.devicePixelRatio() * 100)
    written = size_shown(log.stat().st_size) if log.is_file() else "ошибок не было"
    lines = (
        f"Программа: {__version__}",
        f"Система: {QSysInfo.prettyProductName()}, {platform.machine()}",
        f"Python {platform.python_version()}, Qt {QLibraryInfo.version().toString()}",
        f"Язык системы: {QLocale.system().name()}",
        f"Экран: {room.width()} × {room.height()}, масштаб {ratio} %",
        f"Шрифт: {window.font().family()}, {window.font().pointSizeF():g} пт",
        f"Открыто: {_opened(document)}",
        f"Журнал программы: {written}",
    )
    return "\n".join(lines)


def _opened(document: RoadmapDocument) -> str:
    if document.path is None or document.plan is None:
        return "ничего"
    size = size_shown(document.path.stat().st_size) if document.path.is_file() else "файла нет на месте"
    access = "" if document.can_edit else ", только для чтения"
    return f"{activities_counted(len(document.plan.activities))}, {size}{access}"
