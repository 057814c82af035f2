"""The window's face: theme, letters and the style sheet, one place, read by everything that paints."""

import re
import sys
from functools import cache
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QApplication

from roadmap_desktop import PROGRAM_NAME
from roadmap_desktop.model.activity import State
from roadmap_desktop.model.standing import Standing
from roadmap_desktop.model.work import WorkState
from roadmap_desktop.packaged import program_folder
from roadmap_desktop.program_data import data_path
from roadmap_desktop.ui.colours import CONTRAST, DARK, LIGHT

DESKTOP_NAME = "roadmap-desktop"  # resources/desktop/ has the entry of this name
# Said at birth: setStyle() answers with a QStyle, and building that class takes a fiftieth of the whole start.
STYLE_ARGUMENTS = ("-style", "Fusion")
FONT_FAMILY, FONT_OF_SIGNS = "Noto Sans", "DejaVu Sans"
FONT_POINTS = 9.75  # 13 px at 96 dpi
LETTER_SIZES = (100, 112, 125)  # in per cent
THEMES = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}
SYSTEM = "system"
"""The theme that is dark where the system is."""
# What Qt gives fonts of the desktop's own on Windows (QPlatformTheme::Font), whatever the application's is.
_OTHERWISE_WRITTEN = (
    "QMenu",
    "QMenuBar",
    "QMessageBox",
    "QTipLabel",
    "QStatusBar",
    "QAbstractItemView",
    "QDockWidgetTitle",
    "QHeaderView",
    "QTitleBar",
)
_SIZE = re.compile(r"([0-9.]+)pt")

# Ground and ink of a state, as ``colours`` names them: shown beside its word, never instead of it.
_TINTS: dict[str, str] = {
    State.PLANNED: "planned",
    State.IN_WORK: "in-work",
    State.DONE: "done",
    State.MOVED: "moved",
    State.CANCELLED: "cancelled",
    WorkState.NOT_DONE: "late",
}
_MARKS: dict[str, str] = {State.DONE: "✓ "}


class Look(NamedTuple):
    """A theme, one of ``THEMES`` or ``SYSTEM``, and the size of the letters in per cent of the usual one."""

    theme: str = "light"
    letters: int = 100


class _Worn:
    """What the window wears."""

    theme, letters = Look()
    colours = LIGHT
    icons = "icons"


def colour(name: str) -> QColor:
    """A colour by its name in ``colours``, as the theme has it."""
    return _colour(_Worn.colours[name])


def tint(standing: Standing) -> tuple[QColor, QColor]:
    """Background and ink for a state."""
    if standing.is_untold:
        return deadline_tint()
    return _pair("late" if standing.is_overdue else _TINTS[standing.state])


def deadline_tint() -> tuple[QColor, QColor]:
    """Background and ink for the last day of something still to be done."""
    return _pair("moved")


def record_tint() -> tuple[QColor, QColor]:
    """Background and ink for a record of a register beside activities."""
    return _pair("record")


def _pair(name: str) -> tuple[QColor, QColor]:
    return colour(name), colour(f"{name}-ink")


def icon(name: str) -> QIcon:
    """A picture of the toolbar and of fields, in the colours of the theme."""
    return QIcon(str(_icons() / f"{name}.svg"))


def pill_text(standing: Standing) -> str:
    """The word of a state with its sign, as pills show it."""
    return f"! {standing.word}" if standing.is_overdue else _MARKS.get(standing.state, "") + standing.word


def sized(ratio: float) -> QFont:
    """The window's font, larger or smaller; unhinted, so that a fraction of a pixel in size shows."""
    font = QFont(FONT_FAMILY)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setPointSizeF(_points() * ratio)
    return font


def scaled(pixels: int) -> int:
    """A width that words need at the usual size of letters, at the size they have."""
    return round(pixels * _Worn.letters / 100)


def new_application(look: Look | None = None) -> QApplication:
    """The one application, dressed and speaking Russian."""
    # By these two a desktop finds the window's entry in its menu, and so its icon and name.
    QGuiApplication.setDesktopFileName(DESKTOP_NAME)
    _part_from_python()
    application = QApplication([PROGRAM_NAME, *STYLE_ARGUMENTS, "-name", DESKTOP_NAME])
    application.setWindowIcon(QIcon(str(data_path("resources", "icons", "app.png"))))
    application.setApplicationDisplayName("")
    apply_theme(application, look)
    speak_russian(application)
    return application


def _part_from_python() -> None:
    """The taskbar of Windows takes a window for one of the program that runs: Python's, with Python's icon, where ours
    is not packaged. Of the packaged one it knows icon and menu entry by itself."""
    if sys.platform == "win32" and program_folder() is None:
        import ctypes

        ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID(DESKTOP_NAME)


def apply_theme(application: QApplication, look: Look | None = None) -> None:
    """Gives an application that was made with ``STYLE_ARGUMENTS`` its letters, palette and style sheet."""
    if not QFontDatabase.hasFamily(FONT_FAMILY):
        for name in ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf", "NotoSans-SemiBold.ttf", "DejaVuSans.ttf"):
            QFontDatabase.addApplicationFont(str(data_path("resources", "fonts", name)))
        # For the signs that the first has not: ▾ → ✓. Not every system has a font with them.
        QFont.insertSubstitution(FONT_FAMILY, FONT_OF_SIGNS)
    _Worn.letters = look.letters if look is not None else _Worn.letters
    font = QFont(FONT_FAMILY)
    font.setPointSizeF(_points())
    application.setFont(font)
    wear(application, look.theme if look is not None else _Worn.theme)


def wear(application: QApplication, theme: str) -> None:
    """Gives the application the colours of a theme, also one that runs; letters stay as they are, for widgets have
    measured themselves by them."""
    hints = application.styleHints()
    hints.unsetColorScheme()
    system = "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"
    _Worn.theme = theme
    _Worn.colours = THEMES.get(system if theme == SYSTEM else theme, LIGHT)
    is_dark = _Worn.colours is DARK
    _Worn.icons = "icons-dark" if is_dark else "icons"
    # What Qt draws by itself, and the frame of the window, follow.
    hints.setColorScheme(Qt.ColorScheme.Dark if is_dark else Qt.ColorScheme.Light)
    application.setPalette(_palette())
    application.setStyleSheet(_style_sheet())
    # Last: a style sheet brings the desktop's fonts back.
    for kind in _OTHERWISE_WRITTEN:
        # The stubs ask for bytes, which it refuses.
        QApplication.setFont(application.font(), kind)  # type: ignore[arg-type]


def _points() -> float:
    return FONT_POINTS * _Worn.letters / 100


def _icons() -> Path:
    return data_path("resources", _Worn.icons)


def speak_russian(application: QApplication) -> None:
    """Makes Qt's own words Russian: dialog buttons, calendars, menus of text fields."""
    QLocale.setDefault(QLocale(QLocale.Language.Russian, QLocale.Country.Russia))
    translator = QTranslator(application)
    if translator.load("qtbase_ru", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        application.installTranslator(translator)


@cache
def _colour(value: str) -> QColor:
    return QColor(value)


def _palette() -> QPalette:
    # Of the lights and shadows that follow from these two, none is left to a dark desktop.
    palette = QPalette(colour("paper"), colour("paper"))
    roles = {
        QPalette.ColorRole.Window: "paper",
        QPalette.ColorRole.Base: "paper",
        QPalette.ColorRole.AlternateBase: "ground-soft",
        QPalette.ColorRole.Text: "ink",
        QPalette.ColorRole.WindowText: "ink",
        QPalette.ColorRole.Button: "paper",
        QPalette.ColorRole.ButtonText: "ink",
        QPalette.ColorRole.Highlight: "accent",
        QPalette.ColorRole.HighlightedText: "paper",
        QPalette.ColorRole.PlaceholderText: "ink-faint",
        QPalette.ColorRole.Link: "link",
        QPalette.ColorRole.LinkVisited: "link",
        QPalette.ColorRole.Accent: "accent",
        QPalette.ColorRole.ToolTipBase: "paper",
        QPalette.ColorRole.ToolTipText: "ink",
        QPalette.ColorRole.Mid: "line",
    }
    for role, name in roles.items():
        palette.setColor(role, colour(name))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, colour("unusable"))
    return palette


def _style_sheet() -> str:
    sheet = data_path("resources", "themes", "window.qss").read_text(encoding="utf-8")
    # Longest names first, so that @accent does not eat the head of @accent-tint.
    for name in sorted(_Worn.colours, key=len, reverse=True):
        sheet = sheet.replace(f"@{name}", _Worn.colours[name])
    if _Worn.letters != Look().letters:
        sheet = _SIZE.sub(lambda size: f"{float(size[1]) * _Worn.letters / 100:.2f}pt", sheet)
    return sheet.replace("@icons", _icons().as_posix())
