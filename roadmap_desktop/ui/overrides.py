"""Lets Qt's overridden methods fail without ending the process or stopping it for ever.

Up to Python 3.11 an error that C code raises (``int("9" * 5000)``, ``1 / 0``) is no whole exception until it
is caught, and Shiboken 6.9, which looks at it when an override fails while Python waits for Qt, reads past it: the
process dies in PepException_GetArgs. Caught and raised anew it is an exception as any other.

Where a model cannot count its rows or columns, Shiboken 6.9 waits for Python's lock, which it holds itself.
"""

import sys
from collections.abc import Callable
from functools import wraps
from types import FunctionType
from typing import Any

from PySide6.QtCore import QObject

_COUNTING = ("rowCount", "columnCount")


def guard_overrides() -> None:
    """From now on whatever a class overrides of Qt's raises whole exceptions, and counts nothing where it fails."""
    QObject.__init_subclass__ = classmethod(_guard)  # type: ignore[assignment]


def _guard(cls: type[Any], /, **_: object) -> None:
    for name, function in list(vars(cls).items()):
        if isinstance(function, FunctionType) and not name.startswith("_") and _is_of_qt(cls, name):
            setattr(cls, name, (_counting if name in _COUNTING else _raising_whole)(function))


def _is_of_qt(cls: type, name: str) -> bool:
    return any(name in vars(base) for base in cls.__mro__ if base.__module__.startswith("PySide6."))


def _raising_whole(function: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(function)
    def override(*arguments: Any, **named: Any) -> Any:
        try:
            return function(*arguments, **named)
        except BaseException:
            raise

    return override


def _counting(function: Callable[..., int]) -> Callable[..., int]:
    @wraps(function)
    def override(*arguments: Any, **named: Any) -> int:
        try:
            return function(*arguments, **named)
        except Exception as error:
            sys.excepthook(type(error), error, error.__traceback__)
            return 0

    return override
