"""Every action of the program, as data: menus, shortcuts and what each needs. What they do is given from outside."""

from collections.abc import Callable, Mapping
from enum import Enum, auto
from typing import NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from roadmap_desktop.ui import theme


class Needs(Enum):
    """What must be there for an action to be enabled."""

    NOTHING = auto()
    FILE = auto()
    SELECTION = auto()
    UNDO = auto()
    REDO = auto()


class ActionSpec(NamedTuple):
    """``menu`` is the Russian title of the menu it stands in; ``separated`` draws a line above it."""

    id: str
    text: str
    menu: str
    shortcut: str = ""
    needs: Needs = Needs.FILE
    separated: bool = False
    icon: str = ""
    checkable: bool = False


class Situation(NamedTuple):
    """What the enabling of actions depends on. ``undo`` and ``redo`` are the labels of the next steps."""

    has_file: bool
    has_selection: bool
    undo: str | None
    redo: str | None
    can_edit: bool = True
    on_plan: bool = True
    # What the page that is shown does with its rows, and what «+» adds there.
    offered: frozenset[str] = frozenset()
    add: str = "Добавить мероприятие"


# What changes the plan, and is not offered where it is only read.
EDITING = frozenset(
    ("properties", "sections", "undo", "redo", "paste", "add", "edit", "duplicate", "delete", "state")
) | {"move_up", "move_down", "section", "merge", "replace", "change_selected", "import_list"}

# What is done with activities, and is not offered where they are not to be seen.
OF_ACTIVITIES = frozenset(("state", "section", "move_up", "move_down"))
# What is done with the rows of the page that is shown, see ``Page.row_commands``.
OF_ROWS = frozenset(("copy", "paste", "select_all", "edit", "duplicate", "delete", "print_chosen"))

# What a key that is held does once.
ONCE = frozenset(("add", "duplicate", "delete", "paste"))

SPECS = (
    ActionSpec("new", "Создать…", "Файл", "Ctrl+N", Needs.NOTHING),
    ActionSpec("open", "Открыть…", "Файл", "Ctrl+O", Needs.NOTHING),
    ActionSpec("recent", "Недавние", "Файл", "", Needs.NOTHING),
    ActionSpec("import", "Взять из документа…", "Файл", "Ctrl+Shift+O", Needs.NOTHING),
    ActionSpec("import_list", "Взять из списка в справочник…", "Файл"),
    ActionSpec("properties", "Сведения о дорожной карте…", "Файл", "Ctrl+I", separated=True),
    ActionSpec("revisions", "Редакции…", "Файл"),
    ActionSpec("save_copy", "Сохранить копию…", "Файл", "Ctrl+Shift+S", icon="copy"),
    ActionSpec("new_year", "Новый учебный год из этой карты…", "Файл"),
    ActionSpec("merge", "Объединить с копией…", "Файл", "", icon="merge"),
    ActionSpec("compare", "Сравнить…", "Файл"),
    ActionSpec("back_up", "Сделать резервную копию сейчас", "Файл"),
    ActionSpec("backups", "Резервные копии…", "Файл"),
    ActionSpec("check", "Проверить файл…", "Файл", "", Needs.NOTHING),
    ActionSpec("settings", "Настройки…", "Файл", "", Needs.NOTHING, separated=True),
    ActionSpec("close", "Закрыть файл", "Файл", "Ctrl+W"),
    ActionSpec("quit", "Выход", "Файл", "Ctrl+Q", Needs.NOTHING, separated=True),
    ActionSpec("undo", "Отменить", "Правка", "Ctrl+Z", Needs.UNDO, icon="undo"),
    ActionSpec("redo", "Повторить", "Правка", "Ctrl+Y", Needs.REDO, icon="redo"),
    ActionSpec("add", "Добавить мероприятие", "Правка", "Ins", separated=True, icon="plus"),
    ActionSpec("edit", "Изменить", "Правка", "F2", Needs.SELECTION),
    ActionSpec("duplicate", "Создать похожее", "Правка", "Ctrl+Shift+D", Needs.SELECTION),
    ActionSpec("delete", "Удалить", "Правка", "Del", Needs.SELECTION),
    ActionSpec("copy", "Копировать строки", "Правка", "Ctrl+C", Needs.SELECTION, separated=True),
    ActionSpec("paste", "Вставить строки", "Правка", "Ctrl+V"),
    ActionSpec("select_all", "Выделить все", "Правка", "Ctrl+A"),
    ActionSpec("change_selected", "Изменить у выбранных…", "Правка", "Ctrl+Shift+E"),
    ActionSpec("print_chosen", "Печать выбранного…", "Правка", "", Needs.SELECTION),
    ActionSpec("find", "Найти", "Правка", "Ctrl+F", separated=True),
    ActionSpec("find_everywhere", "Найти везде…", "Правка", "Ctrl+Shift+F"),
    ActionSpec("replace", "Найти и заменить…", "Правка", "Ctrl+H"),
    ActionSpec("table", "Таблица", "Вид", "Ctrl+1"),
    ActionSpec("calendar", "Календарь", "Вид", "Ctrl+2"),
    ActionSpec("history", "История", "Вид", "Ctrl+3"),
    ActionSpec("overview", "Сводка", "Вид", "Ctrl+4"),
    ActionSpec("month_plan", "План месяца", "Вид", "Ctrl+5"),
    ActionSpec("agenda", "Сегодня и эта неделя…", "Вид", "Ctrl+6", Needs.FILE),
    ActionSpec("group", "Группировать", "Вид", separated=True),
    ActionSpec("views", "Сохранённые виды", "Вид"),
    ActionSpec("details", "Подробности справа", "Вид", "Ctrl+D", separated=True, checkable=True),
    ActionSpec("state", "Состояние", "Мероприятие", "", Needs.SELECTION),
    ActionSpec("move_up", "Выше", "Мероприятие", "Alt+Up", Needs.SELECTION, separated=True),
    ActionSpec("move_down", "Ниже", "Мероприятие", "Alt+Down", Needs.SELECTION),
    ActionSpec("section", "В раздел", "Мероприятие", "", Needs.SELECTION),
    ActionSpec("sections", "Разделы дорожной карты…", "Справочники"),
    ActionSpec("performers", "Исполнители…", "Справочники"),
    ActionSpec("print_month", "Печать месяца…", "Отчёты", "Ctrl+P", icon="print"),
    ActionSpec("print_week", "План на неделю…", "Отчёты"),
    ActionSpec("print_month_report", "Отчёт о работе за месяц…", "Отчёты"),
    ActionSpec("print_annex", "Дорожная карта к приказу…", "Отчёты"),
    ActionSpec("print_execution", "Отчёт о выполнении…", "Отчёты"),
    ActionSpec("print_calendar", "Календарь на месяц…", "Отчёты"),
    ActionSpec("print_corrections", "Лист корректировки…", "Отчёты"),
    ActionSpec("print_any", "Все отчёты…", "Отчёты", "Ctrl+Shift+P", separated=True),
    ActionSpec("print_view", "Таблица как на экране…", "Отчёты"),
    ActionSpec("export_calendar", "События для другого календаря…", "Отчёты"),
    ActionSpec("digest", "Свод по файлам…", "Отчёты", "", Needs.NOTHING, separated=True),
    ActionSpec("guide", "Руководство", "Справка", "F1", Needs.NOTHING),
    ActionSpec("keys", "Клавиши", "Справка", "", Needs.NOTHING),
    ActionSpec("tour", "Знакомство с программой…", "Справка", "", Needs.NOTHING),
    ActionSpec("support", "Сведения для поддержки…", "Справка", "", Needs.NOTHING),
    ActionSpec("log", "Где журнал программы", "Справка", "", Needs.NOTHING),
    ActionSpec("licences", "Лицензии…", "Справка", "", Needs.NOTHING),
    ActionSpec("about", "О программе", "Справка", "", Needs.NOTHING, separated=True),
)

# The reports that have an entry of their own in the menu.
PRINTED = {
    "print_month": "month",
    "print_week": "week",
    "print_month_report": "month-report",
    "print_annex": "annex",
    "print_execution": "execution",
    "print_calendar": "calendar",
    "print_corrections": "corrections",
}

MENUS = tuple(dict.fromkeys(spec.menu for spec in SPECS))


class Actions(QObject):
    """The actions as Qt has them, enabled in one place."""

    def __init__(self, handlers: Mapping[str, Callable[[], object]], parent: QObject) -> None:
        super().__init__(parent)
        self._actions = {spec.id: self._made(spec, handlers.get(spec.id)) for spec in SPECS}
        self.wear_icons()

    def __getitem__(self, action_id: str) -> QAction:
        return self._actions[action_id]

    def wear_icons(self) -> None:
        """Gives the pictures the colours of the theme."""
        for spec in SPECS:
            if spec.icon:
                self._actions[spec.id].setIcon(theme.icon(spec.icon))

    def refresh(self, situation: Situation) -> None:
        """Enables what the situation allows and names the next steps of undo and redo."""
        allowed = {
            Needs.NOTHING: True,
            Needs.FILE: situation.has_file,
            Needs.SELECTION: situation.has_selection,
            Needs.UNDO: situation.undo is not None,
            Needs.REDO: situation.redo is not None,
        }
        for spec in SPECS:
            possible = (
                (situation.can_edit or spec.id not in EDITING)
                and (situation.on_plan or spec.id not in OF_ACTIVITIES)
                and (spec.id in situation.offered or spec.id not in OF_ROWS)
            )
            self._actions[spec.id].setEnabled(allowed[spec.needs] and possible)
        self._actions["add"].setText(situation.add)
        for action_id, step in (("undo", situation.undo), ("redo", situation.redo)):
            self._name_step(self._actions[action_id], step)

    def _made(self, spec: ActionSpec, handler: Callable[[], object] | None) -> QAction:
        action = QAction(spec.text, self)
        action.setObjectName(spec.id)
        if spec.shortcut:
            action.setShortcut(QKeySequence(spec.shortcut))
        if spec.icon:
            # The menus of the program are words; the icons stand on its toolbar.
            action.setIconVisibleInMenu(False)
        action.setCheckable(spec.checkable)
        action.setAutoRepeat(spec.id not in ONCE)
        if handler is not None:
            action.triggered.connect(lambda _checked=False: handler())
        return action

    def _name_step(self, action: QAction, step: str | None) -> None:
        verb = next(spec.text for spec in SPECS if spec.id == action.objectName())
        # «&» in a menu's text marks a shortcut letter; the user's own «&» must stay a letter.
        action.setText(f"{verb}: {step.replace('&', '&&')}" if step else verb)
        keys = shown_keys(next(spec.shortcut for spec in SPECS if spec.id == action.objectName()))
        action.setToolTip(f"{verb}{': ' + step if step else ''} ({keys})".replace("<", "&lt;"))


def shown_keys(shortcut: str) -> str:
    """A shortcut as the menus write it, and so everything else: «Ctrl+N», «Alt+Вверх»."""
    return QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText).replace("Return", "Enter")


def fill_menus(bar: QMenuBar, actions: Actions, submenus: Mapping[str, Callable[[QMenu], object]]) -> None:
    """Puts the actions into their menus. ``submenus``: what fills the menu of an action each time it is opened."""
    menus = {title: bar.addMenu(title) for title in MENUS}
    for spec in SPECS:
        if spec.separated:
            menus[spec.menu].addSeparator()
        action = actions[spec.id]
        menus[spec.menu].addAction(action)
        if spec.id in submenus:
            submenu = QMenu(spec.text, menus[spec.menu])
            submenu.aboutToShow.connect(lambda submenu=submenu, fill=submenus[spec.id]: fill(submenu))
            action.setMenu(submenu)
