"""Places where a roadmap is only read, told by path, by mount and by what the system refuses."""

import errno
import os
from pathlib import Path

import pytest

from roadmap_desktop.storage import location
from tests.systems import needs_links, needs_mounts

# Put together: no file of ours names a place of one machine.
TEMP = str(Path("/", "tmp"))
HOME = str(Path("/", "home", "anna"))
WINDOWS_TEMP = "\\".join(("C:", "Users", "Анна", "AppData", "Local", "Temp"))


@pytest.mark.parametrize(
    "path",
    [
        WINDOWS_TEMP + r"\Temp1_планы.zip\Карта.roadmap",
        WINDOWS_TEMP + r"\Temp2_планы (1).zip\папка\Карта.roadmap",
        WINDOWS_TEMP + r"\0f3c1a52-77aa-4a7b-9f5e-0c1d2e3f4a5b_планы.zip.a5b\Карта.roadmap",
        WINDOWS_TEMP + r"\7zO4C31F0A2\Карта.roadmap",
        WINDOWS_TEMP + r"\Rar$DIa9120.44\Карта.roadmap",
        r"D:\TEMP\Rar$EXa0.123\планы\Карта.roadmap",
        HOME + "/.cache/.fr-Xq3b1Z/Карта.roadmap",
        TEMP + "/ark-XyZ123/Карта.roadmap",
    ],
)
def test_a_file_looked_at_inside_an_archive_is_known_by_its_path(path: str) -> None:
    assert location.is_archive_preview(path)


@pytest.mark.parametrize(
    "path",
    [
        r"C:\Планы\Temp1_планы.zip\Карта.roadmap",
        WINDOWS_TEMP + r"\Карта.roadmap",
        r"C:\Планы\7zOld\Карта.roadmap",
        r"D:\Архив.zip распакован\Карта.roadmap",
        TEMP + "/Карта.roadmap",
        TEMP + "/Temp1_планы.zip",
        HOME + "/ark-планы/Карта.roadmap",
    ],
)
def test_a_usual_folder_is_no_archive(path: str) -> None:
    assert not location.is_archive_preview(path)


@pytest.mark.parametrize(
    ("path", "network"),
    [
        (r"\\server\Общая\Карта.roadmap", True),
        (r"\\192.168.0.5\d\Карта.roadmap", True),
        (r"\\?\UNC\server\Общая\Карта.roadmap", True),
        ("//server/Общая/Карта.roadmap", True),
        (r"C:\Общая\Карта.roadmap", False),
        (r"\\?\C:\Общая\Карта.roadmap", False),
        (r"\\.\C:\Карта.roadmap", False),
        (HOME + "/server/Карта.roadmap", False),
    ],
)
def test_a_path_of_another_computer_is_known_by_its_beginning(path: str, network: bool) -> None:
    assert location.is_unc(path) is network


MOUNTS = r"""sysfs /sys sysfs rw 0 0
/dev/sda2 / ext4 rw 0 0
server:/plans /mnt/plans nfs4 rw,vers=4.2 0 0
//pc-3/docs /mnt/Общая\040папка cifs rw 0 0
anna@host: @home@/host fuse.sshfs rw 0 0
/dev/sdb1 /mnt/plans/stick vfat rw 0 0
/dev/sdc1 /mnt/over ext4 rw 0 0
//pc-4/x /mnt/over smb3 rw 0 0
short line
"""


@needs_mounts
@pytest.mark.parametrize(
    ("path", "kind"),
    [
        (HOME + "/Карта.roadmap", "ext4"),
        ("/mnt/plans/2026/Карта.roadmap", "nfs4"),
        ("/mnt/plans-2026/Карта.roadmap", "ext4"),
        ("/mnt/Общая папка/Карта.roadmap", "cifs"),
        (HOME + "/host/Карта.roadmap", "fuse.sshfs"),
        ("/mnt/plans/stick/Карта.roadmap", "vfat"),
        ("/mnt/over/Карта.roadmap", "smb3"),
    ],
)
def test_the_innermost_and_latest_mount_tells_what_a_path_is_on(path: str, kind: str) -> None:
    assert location.mount_kind(MOUNTS.replace("@home@", HOME), path) == kind


@needs_mounts
def test_a_file_in_a_network_folder_is_only_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(location, "mount_kind", lambda _mounts, _path: "cifs")
    assert location.why_only_read(tmp_path) == location.NETWORK


@needs_links
def test_a_link_out_of_an_archive_preview_leads_into_it(tmp_path: Path) -> None:
    folder = tmp_path / "tmp" / "ark-abc"
    folder.mkdir(parents=True)
    (folder / "Карта.roadmap").touch()
    (tmp_path / "ссылка.roadmap").symlink_to(folder / "Карта.roadmap")
    assert location.why_only_read(tmp_path / "ссылка.roadmap") == location.PREVIEW


def test_a_protected_file_and_a_protected_disk_are_told_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Whoever runs the tests may be allowed everything: the system's answer is given here.
    monkeypatch.setattr(os, "access", lambda _path, _mode: False)
    assert location.why_only_read(tmp_path) == location.FILE_PROTECTED
    monkeypatch.setattr(location, "_is_mounted_to_read", lambda _path: True)
    assert location.why_only_read(tmp_path) == location.DISK_PROTECTED


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.EROFS, "диск доступен только для чтения"),
        (errno.EACCES, "нельзя записывать"),
        (errno.ENOSPC, "не осталось места"),
    ],
)
def test_a_folder_says_why_nothing_can_be_written_there(code: int, words: str) -> None:
    assert words in location.why_not_writable(OSError(code, ""))


def test_a_usual_folder_may_be_written_to(tmp_path: Path) -> None:
    (tmp_path / "Карта.roadmap").touch()
    assert location.why_only_read(tmp_path / "Карта.roadmap") is None
