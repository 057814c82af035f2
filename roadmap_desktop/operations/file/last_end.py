"""What is told at a start after a window that did not end in order."""

from collections.abc import Sequence

from roadmap_desktop import clock
from roadmap_desktop.model.change_set import ChangeSet
from roadmap_desktop.model.local_time import here
from roadmap_desktop.storage.running import Interrupted

__all__ = ["Interrupted", "last_end_told", "to_tell"]

_BY_ITSELF = "В прошлый раз программа закрылась сама: в ней произошла ошибка."
_FROM_OUTSIDE = "В прошлый раз работа оборвалась: выключился компьютер или программу остановили."
_AT_ONCE = "Работа сохранена: каждая правка записывается сразу."
_TYPED = "Пропасть могло только то, что вы печатали в ту минуту."


def to_tell(found: Sequence[Interrupted]) -> Interrupted | None:
    """The one of several that is worth telling: an error of the program's own before a power cut."""
    return max(found, key=lambda one: bool(one.trace), default=None)


def last_end_told(end: Interrupted, newest: ChangeSet | None) -> str:
    """What happened, up to when the work is saved, what may be lost; ``newest`` is the newest edit of the file that was
    open then, where it is open again."""
    happened = _BY_ITSELF if end.trace else _FROM_OUTSIDE
    return f"{happened} {_saved(newest) if newest else _AT_ONCE} {_TYPED}"


def _saved(newest: ChangeSet) -> str:
    at = here(newest.at)
    when = f"{at:%H:%M}" if at.date() == clock.today() else f"{at:%d.%m.%Y %H:%M}"
    return f"Работа сохранена до {when}, последняя правка — «{newest.label}»."
