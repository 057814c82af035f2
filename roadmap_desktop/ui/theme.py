"""Colours, the window's face and the style sheet: one place, read by the style sheet and by everything that paints."""

from functools import cache

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QApplication

from roadmap_desktop import PROGRAM_NAME
from roadmap_desktop.model.activity import State
from roadmap_desktop.model.standing import Standing
from roadmap_desktop.model.work import WorkState
from roadmap_desktop.places import place

DESKTOP_NAME = "roadmap-desktop"  # resources/desktop/ has the entry of this name
# Said at birth: setStyle() answers with a QStyle, and building that class takes a fiftieth of the whole start.
STYLE_ARGUMENTS = ("-style", "Fusion")
FONT_FAMILY = "Noto Sans"
FONT_POINTS = 9.75  # 13 px at 96 dpi
# What Qt gives fonts of the desktop's own on Windows (QPlatformTheme::Font), whatever the application's is.
_FONTS_OF_WINDOWS = (
    "QMenu",
    "QMenuBar",
    "QMessageBox",
    "QTipLabel",
    "QStatusBar",
    "QAbstractItemView",
    "QDockWidgetTitle",
    "QTitleBar",
)

COLOURS = {
    "accent": "#1f6680",
    "accent-dark": "#18526a",
    "accent-tint": "#d9e9f0",
    "selection": "#e5f0f6",
    "ink": "#1f2933",
    "ink-soft": "#52606d",
    "ink-faint": "#8592a0",
    "line": "#d5dbe2",
    "line-soft": "#e6eaef",
    "paper": "#ffffff",
    "ground": "#f4f6f8",
    "ground-soft": "#fafbfd",
    "header": "#f7f9fb",
    "link": "#17607d",
    "danger": "#a8291c",
    "holiday": "#b03a3a",
    "mark": "#ffe9a8",
    "mark-soft": "#fdf6e3",
    "day-off": "#f8f9fb",
    "other-day": "#b9c1ca",
    "other-day-off": "#dcabab",
    "chart-ochre": "#c98a1b",
    "chart-violet": "#7a4fa3",
    "chart-green": "#4b9a63",
    "chart-red": "#c2493b",
    "chart-blue": "#3f83bd",
    "chart-grey": "#9aa7b4",
}

# Tint and ink of a state: shown beside its word, never instead of it.
_TINTS: dict[str, tuple[str, str]] = {
    State.PLANNED: ("#e9edf1", "#4a5561"),
    State.IN_WORK: ("#dcebfa", "#1c5a92"),
    State.DONE: ("#def2e1", "#1e6b34"),
    State.MOVED: ("#faf0d8", "#7d5a0b"),
    State.CANCELLED: ("#eceef0", "#6b7580"),
    WorkState.NOT_DONE: ("#fde1de", "#a8291c"),
}
_OVERDUE_TINT = ("#fde1de", "#a8291c")
_DEADLINE_TINT = ("#faf0d8", "#7d5a0b")
_RECORD_TINT = ("#eeeaf6", "#57457f")
_MARKS: dict[str, str] = {State.DONE: "✓ "}


def colour(name: str) -> QColor:
    """A colour by its name in ``COLOURS``."""
    return _colour(COLOURS[name])


def tint(standing: Standing) -> tuple[QColor, QColor]:
    """Background and ink for a state."""
    if standing.is_untold:
        return deadline_tint()
    ground, ink = _OVERDUE_TINT if standing.is_overdue else _TINTS[standing.state]
    return _colour(ground), _colour(ink)


def deadline_tint() -> tuple[QColor, QColor]:
    """Background and ink for the last day of something still to be done."""
    ground, ink = _DEADLINE_TINT
    return _colour(ground), _colour(ink)


def record_tint() -> tuple[QColor, QColor]:
    """Background and ink for a record of a register beside activities."""
    ground, ink = _RECORD_TINT
    return _colour(ground), _colour(ink)


def pill_text(standing: Standing) -> str:
    """The word of a state with its sign, as pills show it."""
    return f"! {standing.word}" if standing.is_overdue else _MARKS.get(standing.state, "") + standing.word


def sized(ratio: float) -> QFont:
    """The window's font, larger or smaller; unhinted, so that a fraction of a pixel in size shows."""
    font = QFont(FONT_FAMILY)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setPointSizeF(FONT_POINTS * ratio)
    return font


def new_application() -> QApplication:
    """The one application, dressed and speaking Russian."""
    # By these two a desktop finds the window's entry in its menu, and so its icon and name.
    QGuiApplication.setDesktopFileName(DESKTOP_NAME)
    application = QApplication([PROGRAM_NAME, *STYLE_ARGUMENTS, "-name", DESKTOP_NAME])
    application.setWindowIcon(QIcon(str(place("resources", "icons", "app.png"))))
    application.setApplicationDisplayName("")
    apply_theme(application)
    speak_russian(application)
    return application


def apply_theme(application: QApplication) -> None:
    """Gives an application that was made with ``STYLE_ARGUMENTS`` its face, palette and style sheet."""
    for name in ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf", "NotoSans-SemiBold.ttf"):
        QFontDatabase.addApplicationFont(str(place("resources", "fonts", name)))
    # Before the rest, which it would undo. On a dark desktop of Windows the frames of check boxes would be drawn white.
    application.styleHints().setColorScheme(Qt.ColorScheme.Light)
    font = QFont(FONT_FAMILY)
    font.setPointSizeF(FONT_POINTS)
    application.setFont(font)
    application.setPalette(_palette())
    application.setStyleSheet(_style_sheet())
    # Last: a style sheet brings the desktop's fonts back.
    for kind in _FONTS_OF_WINDOWS:
        # The stubs ask for bytes, which it refuses.
        QApplication.setFont(font, kind)  # type: ignore[arg-type]


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
        palette.setColor(QPalette.ColorGroup.Disabled, role, colour("ink-faint"))
    return palette


def _style_sheet() -> str:
    sheet = place("resources", "themes", "light.qss").read_text(encoding="utf-8")
    # Longest names first, so that @accent does not eat the head of @accent-tint.
    for name in sorted(COLOURS, key=len, reverse=True):
        sheet = sheet.replace(f"@{name}", COLOURS[name])
    return sheet.replace("@icons", place("resources", "icons").as_posix())
