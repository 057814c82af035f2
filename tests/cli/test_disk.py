"""The command line where the disk, the folder or the terminal says no: real processes, real limits."""

import os
import shlex
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.systems import was_killed

pytestmark = pytest.mark.skipif(os.name == "nt", reason="driven through a POSIX shell")

_COMMAND = f"{shlex.quote(sys.executable)} -m roadmap_desktop"
_PACKAGE = str(Path(__file__).parents[2])
# An administrator may write everywhere, unless that is taken away.
_AS_A_USER = "setpriv --bounding-set -all --inh-caps -all " if os.name != "nt" and os.geteuid() == 0 else ""

_HOT_JOURNAL = """
import os, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA cache_size = 1")
connection.execute("BEGIN IMMEDIATE")
connection.execute("UPDATE activity SET note = hex(randomblob(9000))")
os.kill(os.getpid(), 9)
"""


class Shell:
    """A folder in which commands are typed; ``{rd}`` stands for the program."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def type(self, line: str, **environment: str) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "PYTHONPATH": _PACKAGE, **environment}
        return subprocess.run(
            ["bash", "-c", line.replace("{rd}", _COMMAND)],
            cwd=self.folder,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=60,
        )

    def does(self, line: str, **environment: str) -> str:
        ran = self.type(line, **environment)
        assert (ran.returncode, ran.stderr) == (0, "")
        return ran.stdout

    def refuses(self, line: str, **environment: str) -> str:
        ran = self.type(line, **environment)
        assert ran.returncode == 2
        assert ran.stdout == ""
        assert len(ran.stderr.splitlines()) == 1
        assert "Программа ошиблась" not in ran.stderr
        return ran.stderr

    def names(self) -> list[str]:
        return sorted(item.name for item in self.folder.iterdir())


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    made = Shell(tmp_path_factory.mktemp("образец"))
    made.does("{rd} new план.roadmap --sample")
    return (made.folder / "план.roadmap").read_bytes()


@pytest.fixture
def shell(tmp_path: Path, sample: bytes) -> Shell:
    (tmp_path / "план.roadmap").write_bytes(sample)
    return Shell(tmp_path)


@pytest.fixture
def plan(shell: Shell) -> Path:
    return shell.folder / "план.roadmap"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("new ''", "Не указано имя файла"),
        ("list ''", "Не указано имя файла"),
        ("print план.roadmap --month 2020-09 -o ''", "Не указано имя файла"),
        ("new .", "«.» — папка"),
        ("new /", "«/» — папка"),
        ("new папка/..", "«папка/..» — папка"),
        ("print план.roadmap --month 2020-09 -o .", "«.» — папка"),
        ("print план.roadmap --month 2020-09 -o папка", "«папка» — папка"),
        ("print план.roadmap --month 2020-09 -o нет/план.pdf", "такой папки нет"),
        ("print план.roadmap --month 2020-09 -o план.roadmap", "файл с данными"),
        ("print план.roadmap --month 2020-09 -o /dev/full", "не обычный файл"),
        ("print план.roadmap --month 2020-09 -o $(printf 'п%.0s' {1..200}).pdf", "слишком длинное"),
        ("new $(printf 'п%.0s' {1..200}).roadmap", "слишком длинное"),
        ("due осенью --year bad", "Ничего не изменено"),
        ("due осенью --year ''", "не понят"),
        ("new новый.roadmap --year ''", "не понят"),
    ],
)
def test_a_wrong_place_is_told_by_its_own_reason(shell: Shell, plan: Path, line: str, words: str) -> None:
    (shell.folder / "папка").mkdir()
    before = plan.read_bytes()
    assert words in shell.refuses(f"{{rd}} {line}")
    assert plan.read_bytes() == before
    assert shell.names() == ["папка", "план.roadmap"]


def test_a_name_is_refused_only_where_no_edit_could_follow(shell: Shell) -> None:
    """Room for «-journal» is needed beside a file; the longest name that has it works throughout."""
    name = "n" * (255 - len("-journal"))
    shell.does(f"{{rd}} new {name} --sample && {{rd}} set {name} 3 note готово")
    assert "слишком длинное" in shell.refuses(f"{{rd}} new {name}n --sample")


def test_a_value_may_be_two_dashes(shell: Shell) -> None:
    shell.does("{rd} set план.roadmap 3 note -- && {rd} set план.roadmap 3 name --")
    assert '"note": "--"' in shell.does("{rd} list план.roadmap --json")


def test_names_of_files_are_shown_right_in_any_locale(shell: Shell) -> None:
    locale = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    assert "«нет.roadmap»" in shell.refuses("{rd} list нет.roadmap", **locale)
    assert "Создан файл новый.roadmap" in shell.does("{rd} new новый.roadmap", **locale)
    assert "\x1b" not in shell.refuses("{rd} list $'\\x1b[31m'")


def test_a_user_name_that_is_no_text_does_not_stop_the_work(shell: Shell) -> None:
    shell.does("LOGNAME=$'Анна\\nП\\xff' {rd} set план.roadmap 3 note готово")
    assert "Анна П" in shell.does("{rd} history план.roadmap").splitlines()[0]


def test_a_deleted_working_folder_stops_only_what_needs_it(shell: Shell, plan: Path) -> None:
    gone = "mkdir уйдёт && cd уйдёт && rmdir ../уйдёт && "
    pdf = shell.folder / "план.pdf"
    assert "1. " in shell.does(f"{gone}{{rd}} list {shlex.quote(str(plan))}")
    printing = f"{gone}{{rd}} print {shlex.quote(str(plan))} --month 2020-09 -o"
    assert "больше нет" in shell.refuses(f"{printing} план.pdf")
    shell.does(f"{printing} {shlex.quote(str(pdf))}")
    assert pdf.read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize("blocks", [0, 8, 100])
@pytest.mark.parametrize(
    "command",
    [
        "set план.roadmap 3 note готово",
        "new новый.roadmap --sample",
        "print план.roadmap --month 2020-09 -o план.pdf",
    ],
)
def test_a_limit_on_the_size_of_files_leaves_nothing_half_done(
    shell: Shell, plan: Path, blocks: int, command: str
) -> None:
    before = plan.read_bytes()
    said = shell.type(f"ulimit -f {blocks}; {{rd}} {command}")
    if said.returncode:
        assert "не отвечает" not in said.stderr and "ошиблась" not in said.stderr
        assert "разрешено" in said.stderr or "Записать на диск не удалось" in said.stderr
        assert "«.roadmap-" not in said.stderr
        assert len(said.stderr.splitlines()) == 1
        assert plan.read_bytes() == before
        assert shell.names() == ["план.roadmap"]
    else:
        assert command.startswith("print") and blocks == 100
    shell.does(f"rm -f план.pdf; {{rd}} {command}")


@pytest.mark.parametrize("streams", ["2>&-", "2>/dev/full", ">&- 2>&- <&-", ">/dev/full 2>/dev/full"])
def test_a_refusal_ends_with_2_whatever_the_streams_are(shell: Shell, streams: str) -> None:
    assert shell.type(f"{{rd}} list нет.roadmap {streams}").returncode == 2


def test_output_that_cannot_be_written_is_told_and_none_at_all_is_nothing_wrong(shell: Shell) -> None:
    assert "Вывести не удалось" in shell.refuses("{rd} list план.roadmap >/dev/full")
    assert shell.does("{rd} list план.roadmap >&-") == ""


@pytest.mark.parametrize(("file", "folder"), [(0o444, 0o755), (0o644, 0o555), (0o444, 0o555)])
def test_what_may_only_be_read_is_read_and_not_changed(
    shell: Shell, plan: Path, tmp_path_factory: pytest.TempPathFactory, file: int, folder: int
) -> None:
    before = plan.read_bytes()
    pdf = tmp_path_factory.mktemp("рядом") / "план.pdf"
    plan.chmod(file)
    shell.folder.chmod(folder)
    try:
        for reading in ("list", "list --json", "history"):
            shell.does(f"{_AS_A_USER}{{rd}} {reading} план.roadmap")
        shell.does(f"{_AS_A_USER}{{rd}} print план.roadmap --month 2020-09 -o {shlex.quote(str(pdf))}")
        said = shell.refuses(f"{_AS_A_USER}{{rd}} set план.roadmap 3 note готово")
        assert "только для чтения" in said
    finally:
        shell.folder.chmod(0o755)
    assert plan.read_bytes() == before
    assert shell.names() == ["план.roadmap"]


def test_a_journal_left_by_a_crash_is_taken_back_at_the_next_opening(shell: Shell, plan: Path) -> None:
    before = plan.read_bytes()
    killed = subprocess.run([sys.executable, "-c", _HOT_JOURNAL, str(plan)], check=False)
    assert was_killed(killed.returncode)
    assert plan.read_bytes() != before and shell.names() == ["план.roadmap", "план.roadmap-journal"]
    shell.does("{rd} list план.roadmap")
    assert plan.read_bytes() == before
    assert shell.names() == ["план.roadmap"]


def test_a_journal_that_cannot_be_taken_back_is_told(shell: Shell, plan: Path) -> None:
    subprocess.run([sys.executable, "-c", _HOT_JOURNAL, str(plan)], check=False)
    before = plan.read_bytes()
    plan.chmod(0o444)
    assert "-journal" in shell.refuses(f"{_AS_A_USER}{{rd}} list план.roadmap")
    assert plan.read_bytes() == before


def left_with_wal(path: Path) -> bytes:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.close()
    return path.read_bytes()


def test_a_file_in_wal_mode_is_changed_by_the_first_edit_and_not_by_looking(shell: Shell, plan: Path) -> None:
    before = left_with_wal(plan)
    shell.does("{rd} list план.roadmap && {rd} history план.roadmap")
    assert plan.read_bytes() == before
    shell.does("{rd} set план.roadmap 3 note готово")
    assert plan.read_bytes()[18:20] == b"\x01\x01"
    assert '"note": "готово"' in shell.does("{rd} list план.roadmap --json")
    assert shell.names() == ["план.roadmap"]


def test_what_a_crash_left_in_a_wal_is_not_lost(shell: Shell, plan: Path) -> None:
    code = (
        "import os, sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute('PRAGMA journal_mode = WAL'); "
        "c.execute(\"UPDATE change_set SET label = 'уцелело'\"); c.commit(); os.kill(os.getpid(), 9)"
    )
    subprocess.run([sys.executable, "-c", code, str(plan)], check=False)
    assert "план.roadmap-wal" in shell.names()
    assert "уцелело" in shell.does("{rd} history план.roadmap --json")
    assert shell.names() == ["план.roadmap"]


def test_a_file_in_wal_mode_that_is_refused_is_left_as_it_was(shell: Shell, plan: Path) -> None:
    connection = sqlite3.connect(plan)
    connection.execute("CREATE TABLE extra (id)")
    connection.close()
    before = left_with_wal(plan)
    assert "посторонние части (extra)" in shell.refuses("{rd} list план.roadmap")
    assert plan.read_bytes() == before
    assert shell.names() == ["план.roadmap"]


@pytest.mark.parametrize(("file", "folder"), [(0o444, 0o755), (0o644, 0o555), (0o444, 0o555)])
def test_a_file_in_wal_mode_is_refused_where_nothing_can_be_written(
    shell: Shell, plan: Path, file: int, folder: int
) -> None:
    before = left_with_wal(plan)
    plan.chmod(file)
    shell.folder.chmod(folder)
    try:
        assert "Скопируйте его" in shell.refuses(f"{_AS_A_USER}{{rd}} list план.roadmap")
    finally:
        shell.folder.chmod(0o755)
    assert plan.read_bytes() == before
    assert shell.names() == ["план.roadmap"]


def test_without_a_screen_a_missing_file_makes_no_folder(shell: Shell) -> None:
    assert "нет.roadmap" in shell.refuses("{rd} нет.roadmap", DISPLAY="", WAYLAND_DISPLAY="")
    assert shell.names() == ["план.roadmap"]


def test_two_words_that_are_neither_file_nor_command_are_one_sentence(tmp_path: Path) -> None:
    shell = Shell(tmp_path)
    assert "Укажите один файл" in shell.refuses("{rd} список x")
    assert shell.type("{rd} список x 2>/dev/full").returncode == 2
