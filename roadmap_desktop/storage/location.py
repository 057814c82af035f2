"""Places where a roadmap is only read: why, in one sentence with what to do."""

import errno
import os
import re
import sys
from pathlib import Path

from roadmap_desktop.storage.refusals import code_of, refusal_to_write

# A share unpacked for a look is deleted when the archive is closed: Explorer, 7-Zip, WinRAR, and the file managers of
# Linux (File Roller, Ark, Xarchiver, Engrampa).
_PREVIEW = r"""(?xi)
    [\\/] (?:temp|tmp|local) [\\/] (?:.*[\\/])?
        (?: temp\d+_[^\\/]+\.(?:zip|7z|rar) | [0-9a-f-]{36}_[^\\/]+\.(?:zip|7z|rar)(?:\.[0-9a-f]{3})?
          | 7z[ose][0-9a-f]+ | rar\$[^\\/]+ | bnz\.[0-9a-f]+ | wz[0-9a-f]+ | ark-[^\\/]+ | xa-[^\\/]+ ) [\\/]
    | [\\/]\.fr-[^\\/]+[\\/]
"""
_UNC = r"(?i)(?:\\\\\?\\UNC\\|\\\\(?![?.]\\)|//(?![?.]/))[^\\/]"
_DRIVE_REMOTE = 4
_NETWORK_KINDS = (
    "nfs",
    "nfs3",
    "nfs4",
    "cifs",
    "smb",
    "smb2",
    "smb3",
    "smbfs",
    "afs",
    "davfs",
    "ceph",
    "glusterfs",
)
_NETWORK_PROGRAMS = ("sshfs", "davfs", "davfs2", "smbnetfs", "gvfsd-fuse", "rclone", "curlftpfs", "glusterfs")

_KEEP = "Чтобы работать с ним, выберите «Сохранить копию…»"
PREVIEW = (
    "файл открыт прямо из архива, записанное в нём пропало бы при закрытии архива. "
    f"{_KEEP} и укажите обычную папку."
)
NETWORK = (
    "файл лежит в сетевой папке, запись по сети может его испортить. "
    f"{_KEEP} и укажите папку этого компьютера; потом копии можно объединить."
)
FILE_PROTECTED = f"файл защищён от записи. {_KEEP} или снимите защиту в свойствах файла и откройте его снова."
DISK_PROTECTED = f"диск доступен только для чтения. {_KEEP} и укажите папку, куда можно записывать."
FOLDER_PROTECTED = f"в папку с файлом нельзя записывать. {_KEEP} и укажите свою папку."
_NO_NOTE = (
    "рядом с ним есть «.~….lock», и это не обычный файл: отметить, что вы работаете с файлом, негде. "
    "Удалите «.~….lock» и откройте файл снова."
)
_FULL = "на диске не осталось места. Освободите место и откройте файл снова или выберите «Сохранить копию…»."


def why_only_read(path: Path) -> str | None:
    """Why a file there is not to be edited; None where it may be, as far as can be seen without writing."""
    absolute = path.absolute()
    for place in dict.fromkeys((absolute, _real(absolute))):
        if is_archive_preview(str(place)):
            return PREVIEW
        if is_network(place):
            return NETWORK
    code = refusal_to_write(path)
    if code == 0:
        return None
    return DISK_PROTECTED if code == errno.EROFS or _is_mounted_to_read(path) else FILE_PROTECTED


def why_not_writable(error: OSError) -> str:
    """The same for a folder in which nothing can be written, by how it refused."""
    code = code_of(error)
    if code == errno.EROFS:
        return DISK_PROTECTED
    if code == errno.EEXIST:
        return _NO_NOTE
    return _FULL if code in (errno.ENOSPC, errno.EDQUOT) else FOLDER_PROTECTED


def is_archive_preview(path: str) -> bool:
    """Whether the path is where archive programs put a file that is looked at inside an archive."""
    # At the start a pattern that is not needed is not made.
    hinted = any(hint in path.lower() for hint in ("temp", "tmp", "local", ".fr-"))
    return hinted and re.search(_PREVIEW, path) is not None


def is_unc(path: str) -> bool:
    r"""Whether it is a path of another computer: ``\\server\share\…``."""
    return re.match(_UNC, path) is not None


def is_network(path: Path) -> bool:
    """Whether the absolute path leads to another computer."""
    if sys.platform == "win32":
        import ctypes

        windll = ctypes.windll  # type: ignore[attr-defined, unused-ignore]
        return is_unc(str(path)) or windll.kernel32.GetDriveTypeW(path.anchor) == _DRIVE_REMOTE
    try:
        mounts = Path("/proc/self/mounts").read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return False
    kind = mount_kind(mounts, str(path))
    return kind in _NETWORK_KINDS or kind in {f"fuse.{name}" for name in _NETWORK_PROGRAMS}


def mount_kind(mounts: str, path: str) -> str:
    """The kind of the file system that a path is on, by the lines of ``/proc/mounts``; empty when none fits."""
    longest, kind = -1, ""
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        point = fields[1].rstrip("/")
        if "\\" in point:
            point = re.sub(r"\\([0-7]{3})", lambda code: chr(int(code[1], 8)), point)
        # Of two mounted on one place the later hides the earlier.
        if len(point) >= longest and (path == point or path.startswith(f"{point}/")):
            longest, kind = len(point), fields[2]
    return kind


def _real(path: Path) -> Path:
    try:
        return path.resolve()
    except (OSError, RuntimeError):
        return path


def _is_mounted_to_read(path: Path) -> bool:
    if not hasattr(os, "statvfs"):
        return False
    try:
        return bool(os.statvfs(path).f_flag & os.ST_RDONLY)
    except OSError:
        return False
