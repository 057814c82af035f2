"""What a command tells and how it ends: text or JSON on stdout, a refusal in one Russian sentence on stderr, and the
exit code: 0 done; 2 something the user can put right; 3 a merge in which somebody must choose."""

import gc
import os
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from errno import EINVAL
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from roadmap_desktop.errors import ROADMAP_IS_SAFE, SAVED_IS_SAFE, UserError
from roadmap_desktop.model.letters import one_line

DONE = 0
USER_ERROR = 2
CONFLICTS = 3

Row = TypeVar("Row")


class Told(NamedTuple):
    """The text a command ends with, and its exit code."""

    text: str
    code: int = DONE


def outcome(work: Callable[[], str | Told]) -> int:
    """Does the work, tells what it returns and returns the exit code; whatever goes wrong is told in one sentence."""
    for stream in (sys.stdout, sys.stderr):
        # A Russian Windows console speaks CP866, and a pipe there CP1251: neither has «№» or «–» for certain.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    # A process that lives for a moment gains nothing from looking for cycles, and loses a tenth of its time.
    gc.disable()
    code = DONE
    try:
        told = work()
        text, code = told if isinstance(told, Told) else (told, DONE)
        if text:
            say(text)
        if sys.stdout is not None:
            sys.stdout.flush()
    except UserError as error:
        return refuse(error)
    except BrokenPipeError:
        _close_stdout()
    except OSError as error:
        # A named file that could not be opened is the program's own affair: what goes out has no name.
        if error.filename is not None:
            return refuse(logged_bug())
        _close_stdout()
        if os.name == "nt" and error.errno == EINVAL:
            # What Windows says of a reader that has gone.
            return code
        advice = "Проверьте, есть ли место там, куда идёт вывод, и повторите."
        return refuse(UserError("Вывести не удалось.", ROADMAP_IS_SAFE, advice))
    except KeyboardInterrupt:
        return refuse(UserError("Команда прервана.", SAVED_IS_SAFE, "Повторите её, если она ещё нужна."))
    except Exception:
        return refuse(logged_bug())
    finally:
        gc.enable()
    return code


def say(text: str) -> None:
    """Prints a text at once: for what must be read before the work goes on."""
    print(text)


def as_json(value: Any) -> str:
    """Plain values as JSON; dates are ISO 8601, paths texts, named tuples lists."""
    import json

    def plain(other: Any) -> str:
        if hasattr(other, "isoformat"):
            return str(other.isoformat())
        if isinstance(other, Path):
            return str(other)
        raise TypeError(f"no JSON for {type(other).__name__}")

    return json.dumps(value, ensure_ascii=False, indent=2, default=plain)


def listed(
    rows: Iterable[Row],
    line: Callable[[Row], str],
    data: Callable[[Row], Any],
    *,
    json: bool,
    nothing: str = "",
) -> str:
    """The rows as JSON of their ``data``, or each as a ``line``; ``nothing`` is the text where there is no row."""
    if json:
        return as_json([data(row) for row in rows])
    return "\n".join(map(line, rows)) or nothing


def attributes(told: object, *names: str) -> dict[str, Any]:
    """These attributes by their names, as JSON has them."""
    return {name: getattr(told, name) for name in names}


def shown(name: Path | str) -> str:
    """The name of a file as it can be shown: on one line, and right also where the system's locale is not UTF-8."""
    try:
        text = str(name).encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    except UnicodeEncodeError:
        text = str(name)
    return "".join(letter if letter.isprintable() else "�" for letter in one_line(text))


def refuse(error: UserError) -> int:
    """Tells why on stderr, on one line. Returns the exit code for what the user can put right."""
    warn(str(error))
    return USER_ERROR


def warn(sentence: str) -> None:
    """Tells on stderr, on one line, what the user should know besides the result."""
    # A full disk may hold stderr too; the exit code still tells.
    with suppress(OSError, ValueError):
        if sys.stderr is not None:
            print(shown(sentence), file=sys.stderr)


def _close_stdout() -> None:
    """The reader has gone or the disk is full: what is still buffered must not be tried again at the exit."""
    # https://docs.python.org/3/library/signal.html#note-on-sigpipe
    if sys.stdout is not None:
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def logged_bug() -> UserError:
    """Logs the error under way. Returns what to tell of it."""
    return UserError("Программа ошиблась.", "Сохранённая работа цела.", f"Подробности в файле {_log()}")


def _log() -> Path:
    """Adds the error under way to the log and returns the log's place."""
    import traceback

    from roadmap_desktop import log
    from roadmap_desktop.folders import log_file

    path = log_file()
    log.write(path, traceback.format_exc())
    return path
