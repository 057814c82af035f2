"""What the system refuses: told apart, and tried again where another program only holds the file for a moment."""

import errno
from collections.abc import Callable
from pathlib import Path

import pytest

from roadmap_desktop.errors import UserError
from roadmap_desktop.storage.durable import put_over, remove
from roadmap_desktop.storage.failures import known_failures
from roadmap_desktop.storage.output import told_failures
from roadmap_desktop.storage.refusals import ACCESS_DENIED, is_too_long, patiently

SHARING_VIOLATION, LOCK_VIOLATION = 32, 33


def _refusing(times: int, number: int) -> Callable[[], int]:
    """What Windows refuses so many times with that number of its own; then it answers how often it was asked."""
    asked = 0

    def act() -> int:
        nonlocal asked
        asked += 1
        if asked > times:
            return asked
        error = PermissionError(errno.EACCES, "held")
        error.winerror = number  # type: ignore[attr-defined, unused-ignore]
        raise error

    return act


@pytest.mark.parametrize("number", [SHARING_VIOLATION, LOCK_VIOLATION])
def test_a_file_that_is_held_for_a_moment_is_asked_for_again(number: int) -> None:
    assert patiently(_refusing(2, number), pauses=(0, 0, 0)) == 3


def test_a_file_that_stays_held_is_refused_at_last() -> None:
    act = _refusing(4, SHARING_VIOLATION)
    with pytest.raises(PermissionError):
        patiently(act, pauses=(0, 0, 0))
    assert act() == 5


def test_who_has_no_rights_is_told_at_once_where_nothing_is_replaced() -> None:
    with pytest.raises(PermissionError):
        patiently(_refusing(1, ACCESS_DENIED), pauses=(0, 0, 0))
    assert patiently(_refusing(1, ACCESS_DENIED), ACCESS_DENIED, pauses=(0, 0, 0)) == 2


def test_what_is_held_is_told_as_held_not_as_forbidden() -> None:
    busy = OSError(errno.EBUSY, "")
    with (
        pytest.raises(UserError, match=r"«План\.roadmap»: Файл занят другой программой\."),
        known_failures(Path("План.roadmap")),
    ):
        raise busy
    with (
        pytest.raises(UserError, match=r"«План\.pdf» не записан: он занят другой программой\."),
        told_failures("План.pdf"),
    ):
        raise busy


@pytest.mark.parametrize(
    ("path", "too_long"),
    [
        ("C:\\Планы\\" + "и" * 255, True),
        ("C:\\Планы\\" + "и" * 200, False),
        ("C:\\Планы\\" + "и" * 256, True),
        ("C:\\" + "\\".join(["Планы"] * 43), True),
        ("C:\\" + "\\".join(["Планы"] * 42), False),
        ("\\\\?\\C:\\" + "\\".join(["Планы"] * 100), False),
        ("\\\\?\\C:\\" + "и" * 256, True),
        # Windows counts it as two letters.
        ("\\\\?\\C:\\" + "😀" * 128, True),
    ],
)
def test_windows_takes_255_letters_of_a_name_and_259_of_a_path(path: str, too_long: bool) -> None:
    assert is_too_long(path) is too_long


def test_a_file_marked_as_read_only_is_not_replaced_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    target, made = tmp_path / "План.pdf", tmp_path / "made"
    target.write_text("прежний", encoding="utf-8")
    made.write_text("новый", encoding="utf-8")
    target.chmod(0o444)
    try:
        with pytest.raises(PermissionError):
            put_over(made, target)
        remove(made)
        assert list(tmp_path.iterdir()) == [target]
        assert target.read_text(encoding="utf-8") == "прежний"
    finally:
        target.chmod(0o644)
