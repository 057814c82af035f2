"""A Windows Python with what ``requirements/dev.lock`` names, run by wine: made once, in a folder of the user's cache.

Debian's next release is laid into a folder, because its wine knows what Qt asks of Windows. Python's own DLLs come from
the wheel of Panda3D, which carries them for packed games, as signed by the Python Software Foundation; ``python.exe``
and ``python3.dll``, which are not in it, are twenty lines compiled on the spot; the library is that of this machine's
Python. Where packages come from is what apt and pip of this machine are set to.
"""

import hashlib
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Callable
from pathlib import Path

import wine
from debian_folder import lay
from setup_environment import ROOT, SetupError

LOCK = ROOT / "requirements" / "dev.lock"
RELEASE = "trixie"
PACKAGES = (
    "wine wine64 locales tzdata fonts-dejavu-core fonts-liberation xvfb xdotool "
    "gcc-mingw-w64-x86-64-posix nsis"
)
CARRIER = "panda3d==1.10.16 --hash=sha256:37acfb92655c4226879f95c988e2ef1449a53c54486d6c1ebc00e2772429af82"
_WINDOWS_WHEELS = (
    *("--platform", "win_amd64", "--python-version", "3.11", "--implementation", "cp"),
    *("--only-binary=:all:", "--no-deps", "--require-hashes"),
)
_FORGETS = "    def invalidate_caches(cls)"
_NOT_OF_WINDOWS = ("site-packages", "dist-packages", "test", "lib-dynload", "__pycache__", "config-3.11*")

_INSTALL = f"""
set -e
locale=ru_RU.UTF-8
echo "$locale UTF-8" > /etc/locale.gen
apt-get update -q
DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends {PACKAGES}
apt-get clean
ln -sf /usr/share/zoneinfo/Asia/Yekaterinburg /etc/localtime
"""
# python3.dll hands every name of the stable ABI on to python311.dll.
_COMPILE = r"""
set -euo pipefail
cd /prefix/drive_c/py311; b=$(mktemp -d)
cat > $b/python.c <<'C'
#include <wchar.h>
int Py_Main(int, wchar_t **);
int wmain(int argc, wchar_t **argv) { return Py_Main(argc, argv); }
C
cat > $b/python.manifest <<'XML'
<assembly xmlns="urn:schemas-microsoft-com:asm.v1" manifestVersion="1.0">
  <compatibility xmlns="urn:schemas-microsoft-com:compatibility.v1"><application>
    <supportedOS Id="{8e0f7a12-bfb3-4fe8-b9a5-48fd50a15a9a}"/>
  </application></compatibility>
</assembly>
XML
echo "1 24 \"$b/python.manifest\"" | x86_64-w64-mingw32-windres -o $b/manifest.o
x86_64-w64-mingw32-gcc -municode -O1 -o python.exe $b/python.c $b/manifest.o python311.dll
x86_64-w64-mingw32-objdump -p python311.dll |
  awk '/Name Pointer\] Table/ {names = 1} names && $NF ~ /^_?Py/ {print $NF}' |
  sort -u | sed '1i LIBRARY "python3.dll"\nEXPORTS' | sed '3,$s/.*/& = python311.&/' > $b/python3.def
echo 'int DllMainCRTStartup(void *a, unsigned b, void *c) { return 1; }' > $b/python3.c
x86_64-w64-mingw32-gcc -shared -nostdlib -Wl,-e,DllMainCRTStartup -o python3.dll $b/python3.c $b/python3.def
"""


def prepare() -> None:
    """Makes what is not there yet; a changed lock lays the packages anew. Raises SetupError."""
    if sys.version_info[:2] != (3, 11) or not hasattr(sys, "abiflags"):
        raise SetupError(
            "The Windows Python is a 3.11 that takes its library from Python 3.11: set up .venv with one."
        )
    _step("debian", RELEASE + PACKAGES, _make_debian)
    _step("python", CARRIER + _FORGETS, _make_python)
    _step("packages", hashlib.sha256(LOCK.read_bytes()).hexdigest(), _lay_packages)
    _step("prefix", "made", _make_prefix)


def remove() -> None:
    """Takes all of it away."""
    if not (wine.HOME / "made").is_dir():
        raise SetupError(f"{wine.HOME} was not made by this; nothing is removed.")
    # What is mounted there is so in namespaces that have ended.
    subprocess.run(["rm", "-rf", "--one-file-system", str(wine.HOME)], check=True)


def _step(name: str, state: str, make: Callable[[], None]) -> None:
    done = wine.HOME / "made" / name
    if done.exists() and done.read_text(encoding="utf-8") == state:
        return
    print(f"Windows Python: {name} ...", flush=True)
    done.unlink(missing_ok=True)
    make()
    done.parent.mkdir(exist_ok=True)
    done.write_text(state, encoding="utf-8")


def _call(*command: str | Path) -> None:
    if subprocess.call([str(part) for part in command]) != 0:
        raise SetupError(
            f"Windows Python stopped at {Path(command[0]).name}; the same command goes on from there."
        )


def _inside(script: str) -> None:
    if wine.inside(["bash", "-s"], text=script) != 0:
        raise SetupError("Windows Python: a step in its Debian failed; the same command goes on from there.")


def _make_debian() -> None:
    lay(wine.DEBIAN, RELEASE)
    _inside(_INSTALL)


def _make_python() -> None:
    """As python.org's installer lays it out."""
    shutil.rmtree(wine.PYTHON, ignore_errors=True)
    (wine.PYTHON / "DLLs").mkdir(parents=True)
    left_out = shutil.ignore_patterns(*_NOT_OF_WINDOWS, "_sysconfigdata*")
    shutil.copytree(sysconfig.get_path("stdlib"), wine.PYTHON / "Lib", ignore=left_out)
    _make_library_fit(wine.PYTHON / "Lib")
    with tempfile.TemporaryDirectory() as folder:
        wanted = Path(folder, "wanted.txt")
        wanted.write_text(CARRIER, encoding="ascii")
        _call(sys.executable, "-m", "pip", "download", "-qq", *_WINDOWS_WHEELS, "-r", wanted, "-d", folder)
        (wheel,) = Path(folder).glob("*.whl")
        _call(sys.executable, "-m", "zipfile", "-e", wheel, folder)
        carried = Path(folder, "deploy_libs")
        names = ("libffi-8.dll", "libcrypto-3.dll", "libssl-3.dll", "sqlite3.dll")
        for path in (*carried.glob("*.pyd"), *(carried / name for name in names)):
            shutil.copy(path, wine.PYTHON / "DLLs")
        shutil.copy(carried / "python311.dll", wine.PYTHON)
        shutil.copy(carried / "VCRUNTIME140.dll", wine.PYTHON / "vcruntime140.dll")
    _inside(_COMPILE)
    (wine.HOME / "made" / "packages").unlink(missing_ok=True)


def _make_library_fit(library: Path) -> None:
    """The importer within the DLL is that of 3.11.9; of a 3.11 before it the library lacks what that one calls."""
    path = library / "importlib" / "metadata" / "__init__.py"
    text = path.read_text(encoding="utf-8")
    if f"@classmethod\n{_FORGETS}" not in text:
        path.write_text(text.replace(_FORGETS, f"    @classmethod\n{_FORGETS}"), encoding="utf-8")


def _lay_packages() -> None:
    """pip judges markers by the machine that it runs on: told that Linux is Windows, it takes what Windows needs."""
    packages = wine.PYTHON / "Lib" / "site-packages"
    shutil.rmtree(packages, ignore_errors=True)
    lock = LOCK.read_text(encoding="utf-8").replace("'linux'", "'no'").replace("'win32'", "'linux'")
    told = wine.HOME / "windows.lock"
    told.write_text(lock, encoding="utf-8")
    pip = [sys.executable, "-m", "pip", "install", "-qq", "--no-compile", "--disable-pip-version-check"]
    _call(*pip, *_WINDOWS_WHEELS, "-r", told, "--target", packages)
    shutil.copy(packages / "shiboken6" / "vcruntime140_1.dll", wine.PYTHON)
    # Some packages carry files that are no Python yet.
    subprocess.call(
        [sys.executable, "-m", "compileall", "-q", str(wine.PYTHON / "Lib")],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def _make_prefix() -> None:
    for name in ("project", "files"):
        (wine.DRIVE / name).mkdir(parents=True, exist_ok=True)
    asked = "import sqlite3, ssl, sys, lxml.etree, PySide6.QtWidgets; print('Python', sys.version)"
    if wine.run("wineboot", "-u") != 0 or wine.run_python("-c", asked) != 0:
        raise SetupError("Windows Python does not start under wine.")
