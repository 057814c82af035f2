"""Try the built program as its user would: open the sample in a window, print it, with nothing of ours around it.

Called by ``make package`` after PyInstaller. Stops with a sentence at the first thing that is not as it should be.
"""

import contextlib
import os
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = ROOT / "dist" / "roadmap-desktop" / "roadmap-desktop"
PICTURE = ROOT / "build" / "package-window.png"
INSIDE = [
    "database/migrations/0001_roadmap.sql",
    "database/sample/roadmap-2020-2021.json",
    "database/sample/district-2020-2021.json",
    "resources/fonts/LiberationSerif-Regular.ttf",
    "resources/fonts/OFL-Liberation.txt",
    "resources/fonts/OFL-NotoSans.txt",
    "resources/fonts/DejaVuSans.ttf",
    "resources/fonts/Vera-DejaVuSans.txt",
    "LICENSE",
    "pymorphy3_dicts_ru/data/words.dawg",
]
SCREEN = (1366, 768)
ACCENT = (0x1F, 0x66, 0x80)
PATIENCE = 30.0


class NotAsItShouldBe(Exception):
    """What the built program failed to do."""


def _expect(true: bool, sentence: str) -> None:
    if not true:
        raise NotAsItShouldBe(sentence)


def _surroundings(home: Path, **more: str) -> dict[str, str]:
    """An environment with an empty home and no trace of the checkout's Python."""
    return {"HOME": str(home), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", **more}


def _output(command: list[str | Path], home: Path) -> str:
    answer = subprocess.run(
        command, cwd=home, env=_surroundings(home), capture_output=True, text=True, timeout=60, check=False
    )
    _expect(answer.returncode == 0, f"{command[:3]} ended with {answer.returncode}: {answer.stderr.strip()}")
    return answer.stdout


@contextlib.contextmanager
def _screen(folder: Path) -> Iterator[str]:
    """A screen in memory; gives its name. What it shows lies in ``folder``/Xvfb_screen0."""
    reading, writing = os.pipe()
    size = f"{SCREEN[0]}x{SCREEN[1]}x24"
    command = [
        "Xvfb",
        "-displayfd",
        str(writing),
        "-screen",
        "0",
        size,
        "-fbdir",
        str(folder),
        "-nolisten",
        "tcp",
    ]
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as answer:
            number = answer.readline().strip()
        _expect(bool(number), "Xvfb did not start")
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()


def _shown(folder: Path) -> Image.Image:
    """The picture on the screen, read from the X window dump that Xvfb keeps."""
    dump = (folder / "Xvfb_screen0").read_bytes()
    header, colours = (int.from_bytes(dump[at : at + 4], "big") for at in (0, 76))
    # An X window dump: the header, a colour map of 12 bytes each, then rows of blue, green, red and nothing.
    return Image.frombytes("RGB", SCREEN, dump[header + 12 * colours :], "raw", "BGRX")


def check_contents() -> None:
    """Fonts with their licences, migrations and the sample lie inside the folder."""
    absent = [name for name in INSIDE if not (PROGRAM.parent / "_internal" / name).is_file()]
    _expect(not absent, f"the folder lacks {', '.join(absent)}")


def check_commands(home: Path) -> None:
    """The command line makes the sample, prints its month with the bundled font embedded, a report for Word and for
    Excel, and a calendar: each needs data of a library that must have come along."""
    _output([PROGRAM, "new", "plan.roadmap", "--sample", "--year", "2020-2021"], home)
    _output(
        [PROGRAM, "print", "plan.roadmap", "--report", "month", "--month", "2020-09", "-o", "month.pdf"],
        home,
    )
    fonts = [line for line in _output(["pdffonts", "month.pdf"], home).splitlines() if "Liberation" in line]
    _expect(bool(fonts), "the month is not printed in Liberation Serif")
    _expect(
        all("LiberationSerif" in line and "yes yes" in line for line in fonts),
        f"not an embedded subset: {fonts}",
    )
    text = " ".join(_output(["pdftotext", "-layout", "month.pdf", "-"], home).split())
    _expect("сентябрь 2020 года" in text, "the month's title is not in the text of the PDF")
    for suffix in (".docx", ".xlsx"):
        _output([PROGRAM, "print", "plan.roadmap", "--report", "execution", "-o", f"report{suffix}"], home)
        with zipfile.ZipFile(home / f"report{suffix}") as parts:
            _expect(parts.testzip() is None, f"report{suffix} is not whole")
            words = "".join(parts.read(name).decode() for name in parts.namelist() if name.endswith(".xml"))
        _expect("Отчёт о выполнении" in words, f"the report's title is not in report{suffix}")
    _output([PROGRAM, "calendar", "plan.roadmap", "-o", "plan.ics"], home)
    _expect(
        "BEGIN:VEVENT" in (home / "plan.ics").read_text(encoding="utf-8"), "no event in the calendar file"
    )


def check_window(home: Path) -> None:
    """The program shows the sample in a window and leaves by itself when asked to, with exit code 0."""
    with _screen(home) as display:
        surroundings = _surroundings(home, DISPLAY=display)
        program = subprocess.Popen([PROGRAM, "--sample"], cwd=home, env=surroundings)
        try:
            _wait_until_painted(program, home)
        finally:
            program.terminate()
            program.wait()
        painted = {**surroundings, "ROADMAP_EXIT_WHEN_PAINTED": "1"}
        code = subprocess.call([PROGRAM, "--sample"], cwd=home, env=painted, timeout=PATIENCE)
        _expect(code == 0, f"the window closed with exit code {code}")


def _wait_until_painted(program: "subprocess.Popen[bytes]", home: Path) -> None:
    """Wait until the picture holds still and has the window's colours; keeps it for a person to look at."""
    before, deadline = b"", time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        time.sleep(0.5)
        _expect(program.poll() is None, f"the program ended by itself with {program.returncode}")
        picture = _shown(home)
        colours = {colour for _, colour in picture.getcolors(maxcolors=SCREEN[0] * SCREEN[1]) or []}
        if ACCENT in colours and picture.tobytes() == before:
            PICTURE.parent.mkdir(exist_ok=True)
            picture.save(PICTURE)
            return
        before = picture.tobytes()
    raise NotAsItShouldBe("the window was not painted in time")


def main() -> int:
    """Check the built folder; answers the exit code."""
    try:
        with tempfile.TemporaryDirectory() as folder:
            check_contents()
            check_commands(Path(folder))
            check_window(Path(folder))
    except NotAsItShouldBe as failure:
        print(f"The package is not as it should be: {failure}", file=sys.stderr)
        return 1
    print(f"The package opens the sample and prints it. {PROGRAM.parent}, window: {PICTURE}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
