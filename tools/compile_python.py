"""Compile a Python from Debian's source for a glibc as old as Qt's wheels ask for.

The sources are those of ``package_sources.sha256``; expat, libffi, SQLite and zlib come with the repairs of Debian's
stable release, and so does Python, less what Debian changes about where things lie. zig brings a compiler and the
outlines of every glibc: what a newer one has cannot be linked.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from debian_folder import origin
from setup_environment import ROOT, SetupError

TOOLS = ROOT / "tools"
SOURCES, MODULES = TOOLS / "package_sources.sha256", TOOLS / "package_modules.txt"
GLIBC = (2, 28)
VERSION = "3.11"
TARGET = "x86_64-linux-gnu"
COMPILER = "ziglang==0.15.2 --hash=sha256:806316453d1ede7174ed3fefb8e5348154629089c3bb5fe812dfd0e172fac130"
RELEASE, KEYS = "bookworm", "/usr/share/keyrings/debian-archive-keyring.gpg"
# Debian's first patches move what lies where; from this one on they repair.
_FIRST_REPAIR = "shutdown-deadlock.diff"
_NOT_NEEDED = ("test", "tests", "idlelib", "tkinter", "ensurepip", "lib2to3", "turtledemo", "__pycache__")
# What is linked into Python's library is to be seen by Python alone: Qt's libraries look for the system's zlib.
_FLAGS = ("-O3", "-g0", "-fPIC", "-fvisibility=hidden")
# As Debian's own SQLite is made, which the tests run with: what was deleted is overwritten.
_SQLITE = (
    *("SECURE_DELETE", "ENABLE_FTS5", "ENABLE_COLUMN_METADATA", "ENABLE_DBSTAT_VTAB", "ALLOW_ROWID_IN_VIEW"),
    *("LIKE_DOESNT_MATCH_BLOBS", "ENABLE_UNLOCK_NOTIFY", "OMIT_LOAD_EXTENSION", "THREADSAFE=1", "USE_URI=1"),
    *("MAX_VARIABLE_NUMBER=250000", "MAX_SCHEMA_RETRY=25"),
)
_ZLIB = (
    *("adler32", "compress", "crc32", "deflate", "infback", "inffast", "inflate", "inftrees"),
    *("trees", "uncompr", "zutil"),
)


def call(step: str, *command: str | Path, at: Path, more: Mapping[str, str] | None = None) -> None:
    """Runs one step of the making at a folder, with more variables. Raises SetupError that names it where it fails."""
    words = [str(part) for part in command]
    result = subprocess.run(
        words, cwd=at, env={**os.environ, **(more or {})}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    if result.returncode != 0:
        print(result.stdout.decode(errors="replace")[-4000:], file=sys.stderr)
        raise SetupError(f"The package's Python stopped at: {step}. Its last words stand above.")


def compile_python(home: Path, target: Path) -> None:
    """Compiles it within ``home``, which it empties, and lays it into ``target`` when all is there. Raises
    SetupError."""
    print("The package's Python is compiled: some minutes, once for each recipe ...", flush=True)
    shutil.rmtree(home, ignore_errors=True)
    work = home / "work"
    work.mkdir(parents=True)
    sources = _unpacked(work)
    tools = _compiler(work)
    _compile_dependencies(sources, work / "dependencies", tools)
    built = sources["python3.11"]
    _compile_python(built, work / "dependencies", tools, target)
    made = work / "python"
    _lay_python(built, made)
    made.rename(target)
    shutil.rmtree(work)


def _unpacked(work: Path) -> dict[str, Path]:
    """The repaired sources by their names in Debian. Raises SetupError where they are others than expected."""
    lists, fetched = work / "lists", work / "fetched"
    for folder in (lists / "partial", fetched):
        folder.mkdir(parents=True)
    place = work / "sources.list"
    place.write_text(f"deb-src [signed-by={KEYS}] {origin()} {RELEASE} main\n", encoding="utf-8")
    options = [
        *("-qq", "-o", f"Dir::Etc::SourceList={place}", "-o", "Dir::Etc::SourceParts=-"),
        *(
            "-o",
            f"Dir::State::Lists={lists}",
            "-o",
            f"Dir::Cache={work}/cache",
            "-o",
            "APT::Sandbox::User=root",
        ),
    ]
    expected = [line.split() for line in SOURCES.read_text(encoding="utf-8").splitlines()]
    names = sorted({name.partition("_")[0] for _, name in expected})
    call("the list of Debian's sources", "apt-get", *options, "update", at=work)
    call("Debian's sources", "apt-get", *options, "source", "--download-only", *names, at=fetched)
    for digest, name in expected:
        path = fetched / name
        if not path.exists() or hashlib.sha256(path.read_bytes()).hexdigest() != digest:
            raise SetupError(
                f"{RELEASE} has no {name} with that hash any more: look at what has changed there, then put "
                f"what it has into {SOURCES.relative_to(ROOT)}."
            )
    return {name: _repaired(name, fetched, work / name) for name in names}


def _repaired(name: str, fetched: Path, target: Path) -> Path:
    (original,) = fetched.glob(f"{name}_*.orig.tar.*")
    (repairs,) = fetched.glob(f"{name}_*.debian.tar.*")
    call(f"unpacking {original.name}", "mkdir", target, at=fetched)
    call(
        f"unpacking {original.name}", "tar", "-xf", original, "--strip-components=1", "-C", target, at=fetched
    )
    call(f"unpacking {repairs.name}", "tar", "-xf", repairs, "-C", target, at=fetched)
    patches = target / "debian" / "patches"
    listed = (patches / "series").read_text(encoding="utf-8").splitlines()
    series = [line.split()[0] for line in listed if line.strip() and not line.startswith("#")]
    for patch in series[series.index(_FIRST_REPAIR) if _FIRST_REPAIR in series else 0 :]:
        call(
            f"{name}, {patch}",
            "patch",
            "-p1",
            "-N",
            "--no-backup-if-mismatch",
            "-i",
            patches / patch,
            at=target,
        )
    return target


def _compiler(work: Path) -> dict[str, str]:
    """The variables that tell a configure script of the compiler."""
    wanted, zig = work / "compiler.txt", work / "compiler"
    wanted.write_text(COMPILER, encoding="ascii")
    pip = [sys.executable, "-m", "pip", "install", "-qq", "--disable-pip-version-check", "--require-hashes"]
    call("the compiler", *pip, "--no-deps", "--target", zig, "-r", wanted, at=work)
    program = zig / "ziglang" / "zig"
    glibc = ".".join(map(str, GLIBC))
    commands = {"CC": f"cc -target {TARGET}.{glibc}", "AR": "ar", "RANLIB": "ranlib"}
    for name, command in commands.items():
        script = work / name.lower()
        script.write_text(f'#!/bin/sh\nexec "{program}" {command} "$@"\n', encoding="utf-8")
        script.chmod(0o755)
    caches = {f"ZIG_{which}_CACHE_DIR": str(work / "cache-of-zig") for which in ("GLOBAL", "LOCAL")}
    return {name: str(work / name.lower()) for name in commands} | caches


def _compile_dependencies(sources: dict[str, Path], target: Path, tools: dict[str, str]) -> None:
    """zlib, SQLite and libffi as archives; expat stands in Python's own tree, so it is repaired there."""
    for folder in ("include", "lib"):
        (target / folder).mkdir(parents=True)
    zlib, sqlite, ffi = sources["zlib"], sources["sqlite3"], sources["libffi"]
    _archive(
        zlib, [f"{name}.c" for name in _ZLIB], target / "lib" / "libz.a", tools, "-D_LARGEFILE64_SOURCE=1"
    )
    call("SQLite in one file", "./configure", "--disable-tcl", at=sqlite)
    call("SQLite in one file", "make", "sqlite3.c", at=sqlite)
    defined = [f"-DSQLITE_{name}" for name in _SQLITE]
    _archive(sqlite, ["sqlite3.c"], target / "lib" / "libsqlite3.a", tools, *defined)
    for header in (zlib / "zlib.h", zlib / "zconf.h", sqlite / "sqlite3.h"):
        shutil.copy(header, target / "include")
    flags = " ".join([*_FLAGS, "-Wno-implicit-function-declaration"])
    options = ("--disable-shared", "--disable-docs", "--disable-multi-os-directory", f"--host={TARGET}")
    places = (f"--prefix={target}", f"--libdir={target}/lib")
    call("libffi", "./configure", *places, *options, at=ffi, more={**tools, "CFLAGS": flags})
    call("libffi", "make", "install", at=ffi, more=tools)
    repaired, bundled = sources["expat"] / "expat" / "lib", sources["python3.11"] / "Modules" / "expat"
    # Python has its own copy of the rest, with its names set apart from another expat's.
    for name in ("xmlparse.c", "expat.h", "internal.h"):
        shutil.copy(repaired / name, bundled)


def _archive(source: Path, files: list[str], archive: Path, tools: dict[str, str], *flags: str) -> None:
    for file in files:
        call(archive.name, tools["CC"], *_FLAGS, *flags, "-c", file, at=source, more=tools)
    objects = [f"{Path(file).stem}.o" for file in files]
    call(archive.name, tools["AR"], "rcs", archive, *objects, at=source, more=tools)


def _compile_python(source: Path, dependencies: Path, tools: dict[str, str], prefix: Path) -> None:
    modules = MODULES.read_text(encoding="utf-8").replace("@DEPENDENCIES@", str(dependencies))
    (source / "Modules" / "Setup.local").write_text(modules, encoding="utf-8")
    flags = {
        "CFLAGS": "-g0 -fno-semantic-interposition -Wno-date-time",
        "LDFLAGS": "-s",
        "PKG_CONFIG": "false",
    }
    options = (
        "--enable-shared",
        "--without-ensurepip",
        "--disable-test-modules",
        "--without-static-libpython",
    )
    call(
        "configuring Python",
        "./configure",
        f"--prefix={prefix}",
        *options,
        at=source,
        more={**tools, **flags},
    )
    # zig's linker knows this option by its long name alone.
    rules = source / "Makefile"
    rules.write_text(rules.read_text(encoding="utf-8").replace("-Wl,-h", "-Wl,-soname,"), encoding="utf-8")
    # No library for other versions' modules; the values that sysconfig tells are a file that make install would lay.
    jobs = f"-j{len(os.sched_getaffinity(0))}"
    call("compiling Python", "make", jobs, "PY3LIBRARY=", "python", "pybuilddir.txt", at=source, more=tools)


def _lay_python(built: Path, target: Path) -> None:
    """As ``make install`` lays it, as far as PyInstaller asks for it."""
    library = target / "lib" / f"python{VERSION}"
    shutil.copytree(built / "Lib", library, ignore=shutil.ignore_patterns(*_NOT_NEEDED))
    told = built / (built / "pybuilddir.txt").read_text(encoding="utf-8").strip()
    (variables,) = told.glob("_sysconfigdata_*.py")
    shutil.copy(variables, library)
    shutil.copy(built / "LICENSE", library / "LICENSE.txt")
    for folder in ("lib-dynload", "site-packages"):
        (library / folder).mkdir(exist_ok=True)
    (target / "bin").mkdir()
    shutil.copy(built / "python", target / "bin" / f"python{VERSION}")
    shared = f"libpython{VERSION}.so"
    shutil.copy(built / f"{shared}.1.0", target / "lib")
    (target / "lib" / shared).symlink_to(f"{shared}.1.0")
