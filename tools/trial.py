"""The built program tried as its user would: a file made, listed and printed, a window opened."""

import contextlib
import os
import shlex
import subprocess
import time
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from debian_folder import command_inside
from package_folder import expect

SCREEN = (1366, 768)
ACCENT = (0x1F, 0x66, 0x80)
PATIENCE = 60.0


@dataclass(frozen=True, slots=True)
class Place:
    """Where the program is tried: how it is called there, its user's empty home as seen from outside, and the folder
    with the system around it, entered without a network; None for this machine's own."""

    program: str
    home: Path
    system: Path | None = None

    def command(self, words: Sequence[str], more: Mapping[str, str]) -> list[str]:
        """The command line that runs these words there, in the home, with no trace of the checkout's Python."""
        home = self.home if self.system is None else Path("/", self.home.relative_to(self.system))
        environment = {"HOME": str(home), "LANG": "C.UTF-8", **more}
        going = ["sh", "-c", f'cd {shlex.quote(str(home))} && exec "$@"', "-", *words]
        if self.system is None:
            given = [f"{name}={value}" for name, value in environment.items()]
            return ["env", "-i", "PATH=/usr/bin:/bin", *given, *going]
        return command_inside(self.system, going, environment, network=False, screens=True)

    def run(self, *words: str, **more: str) -> "subprocess.CompletedProcess[str]":
        """Runs the program with these words to its end."""
        command = self.command([self.program, *words], more)
        return subprocess.run(command, capture_output=True, text=True, timeout=10 * PATIENCE, check=False)

    def output(self, *words: str, **more: str) -> str:
        """What the program says. Raises NotAsItShouldBe where it fails."""
        answer = self.run(*words, **more)
        failed = f"{' '.join(words[:2])} ended with {answer.returncode}: {answer.stderr.strip()}"
        expect(answer.returncode == 0, failed)
        return answer.stdout


def check_commands(place: Place) -> None:
    """The command line tries itself, makes the sample, lists it, prints its month with the bundled font embedded, a
    report for Word and for Excel, and a calendar, and reads what it wrote: each needs data of a library that must
    have come along. Raises NotAsItShouldBe."""
    home = place.home
    place.output("selftest")
    place.output("new", "plan.roadmap", "--sample", "--year", "2020-2021")
    expect("2020" in place.output("list", "plan.roadmap"), "the list of the sample is empty")
    place.output("print", "plan.roadmap", "--report", "month", "--month", "2020-09", "-o", "month.pdf")
    fonts = [line for line in _told("pdffonts", home / "month.pdf").splitlines() if "Liberation" in line]
    expect(fonts, "the month is not printed in Liberation Serif")
    embedded = all("LiberationSerif" in line and "yes yes" in line for line in fonts)
    expect(embedded, f"not an embedded subset: {fonts}")
    text = " ".join(_told("pdftotext", "-layout", home / "month.pdf", "-").split())
    expect("сентябрь 2020 года" in text, "the month's title is not in the text of the PDF")
    for suffix in (".docx", ".xlsx", ".pdf"):
        place.output("print", "plan.roadmap", "--report", "execution", "-o", f"report{suffix}")
        found = place.output("import", f"report{suffix}", "new.roadmap", "--dry-run", "--json")
        expect("{" in found, f"nothing was read of report{suffix}")
    for suffix in (".docx", ".xlsx"):
        with zipfile.ZipFile(home / f"report{suffix}") as parts:
            expect(parts.testzip() is None, f"report{suffix} is not whole")
            words = "".join(parts.read(name).decode() for name in parts.namelist() if name.endswith(".xml"))
        expect("Отчёт о выполнении" in words, f"the report's title is not in report{suffix}")
    place.output("calendar", "plan.roadmap", "-o", "plan.ics")
    expect("BEGIN:VEVENT" in (home / "plan.ics").read_text(encoding="utf-8"), "no event in the calendar file")


def check_window(place: Place, picture: Path) -> None:
    """The program shows the sample in a window, whose picture is kept for a person to look at, and leaves by itself
    when asked to, with exit code 0. Raises NotAsItShouldBe."""
    with screen(place.home) as display:
        command = place.command([place.program, "--sample"], {"DISPLAY": display})
        program = subprocess.Popen(command)
        try:
            _wait_until_painted(program, place.home, picture)
        finally:
            # unshare passes no other signal on.
            (program.terminate if place.system is None else program.kill)()
            program.wait()
        place.output("--sample", DISPLAY=display, ROADMAP_EXIT_WHEN_PAINTED="1")


@contextlib.contextmanager
def screen(folder: Path) -> Iterator[str]:
    """A screen in memory; gives its name. What it shows lies in ``folder``/Xvfb_screen0."""
    reading, writing = os.pipe()
    size = f"{SCREEN[0]}x{SCREEN[1]}x24"
    shown = ["-screen", "0", size, "-fbdir", str(folder), "-nolisten", "tcp"]
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), *shown], pass_fds=[writing], stderr=subprocess.DEVNULL
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as answer:
            number = answer.readline().strip()
        expect(number, "Xvfb did not start")
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()


def _told(*command: str | Path) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def _shown(folder: Path) -> Image.Image:
    """The picture on the screen, read from the X window dump that Xvfb keeps."""
    dump = (folder / "Xvfb_screen0").read_bytes()
    header, colours = (int.from_bytes(dump[at : at + 4], "big") for at in (0, 76))
    # An X window dump: the header, a colour map of 12 bytes each, then rows of blue, green, red and nothing.
    return Image.frombytes("RGB", SCREEN, dump[header + 12 * colours :], "raw", "BGRX")


def _wait_until_painted(program: "subprocess.Popen[bytes]", folder: Path, kept: Path) -> None:
    """Wait until the picture holds still and has the window's colours."""
    before, deadline = b"", time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        time.sleep(0.5)
        expect(program.poll() is None, f"the program ended by itself with {program.returncode}")
        picture = _shown(folder)
        colours = {colour for _, colour in picture.getcolors(maxcolors=SCREEN[0] * SCREEN[1]) or []}
        if ACCENT in colours and picture.tobytes() == before:
            kept.parent.mkdir(exist_ok=True)
            picture.save(kept)
            return
        before = picture.tobytes()
    expect(False, "the window was not painted in time")
