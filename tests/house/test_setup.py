"""The set-up of a checkout: whole or made anew, nothing done twice, what is missing named with its one command."""

import importlib
import json
import subprocess
from pathlib import Path
from types import ModuleType

import pytest

TOOLS = Path(__file__).resolve().parents[2] / "tools"


@pytest.fixture
def packages(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(TOOLS)
    return importlib.import_module("system_packages")


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch, packages: ModuleType, tmp_path: Path) -> ModuleType:
    """The module, at home in an empty checkout, with its steps counted instead of taken."""
    module = importlib.import_module("setup_environment")
    (tmp_path / "requirements").mkdir()
    for name in ("run", "dev"):
        (tmp_path / "requirements" / f"{name}.lock").write_text(name)
    venv = tmp_path / ".venv"
    monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.setattr(module, "VENV", venv)
    monkeypatch.setattr(module, "STAMP", venv / "set-up.json")
    monkeypatch.setattr(module, "PYTHON", venv / "python")
    monkeypatch.setattr(module, "require_system", lambda task: None)
    monkeypatch.setattr(module, "_make_project_known", lambda: None)
    monkeypatch.setattr(module, "steps", [], raising=False)

    def take(step: str, *command: object) -> None:
        module.steps.append("venv" if "venv" in command else Path(str(command[-1])).stem)
        venv.mkdir(exist_ok=True)
        (venv / "python").touch()

    monkeypatch.setattr(module, "_call", take)
    return module


def test_the_second_run_does_nothing(environment: ModuleType) -> None:
    environment.prepare("test")
    assert environment.steps == ["venv", "dev"]
    environment.prepare("test")
    environment.prepare("run")
    assert environment.steps == ["venv", "dev"]


def test_the_tests_add_to_what_running_needed(environment: ModuleType) -> None:
    environment.prepare("run")
    environment.prepare("test")
    assert environment.steps == ["venv", "run", "dev"]


def test_a_changed_lock_makes_the_environment_anew(environment: ModuleType) -> None:
    environment.prepare("run")
    (environment.ROOT / "requirements" / "run.lock").write_text("newer")
    environment.prepare("run")
    assert environment.steps == ["venv", "run", "venv", "run"]


def test_the_tests_programs_are_looked_for_where_another_task_made_the_environment(
    environment: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    environment.prepare("torture")

    def lacking(task: str) -> None:
        raise environment.PackagesMissing("soffice")

    monkeypatch.setattr(environment, "require_system", lacking)
    environment.prepare("torture")
    with pytest.raises(environment.SetupError, match="soffice"):
        environment.prepare("test")


@pytest.mark.parametrize("stamp", ["", "[]", "not json", json.dumps({"folder": "elsewhere"})])
def test_an_interrupted_or_moved_environment_is_made_anew(environment: ModuleType, stamp: str) -> None:
    environment.prepare("run")
    environment.STAMP.write_text(stamp)
    environment.prepare("run")
    assert environment.steps == ["venv", "run", "venv", "run"]


def test_a_failed_step_leaves_no_stamp(environment: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    environment.prepare("run")
    (environment.ROOT / "requirements" / "run.lock").write_text("newer")

    def fail(step: str, *command: object) -> None:
        raise environment.SetupError(step)

    monkeypatch.setattr(environment, "_call", fail)
    with pytest.raises(environment.SetupError):
        environment.prepare("run")
    assert not environment.STAMP.exists()


def _without_libraries(
    packages: ModuleType, monkeypatch: pytest.MonkeyPatch, programs: set[str], user: int
) -> None:
    monkeypatch.setattr(packages.sys, "platform", "linux")
    monkeypatch.setattr(packages, "_loads", lambda library: library != "libxcb-cursor.so.0")
    monkeypatch.setattr(packages.shutil, "which", lambda name: name if name in programs else None)
    monkeypatch.setattr(packages.os, "geteuid", lambda: user, raising=False)


@pytest.mark.parametrize(
    ("programs", "command"),
    [
        ({"apt-get", "dpkg"}, "sudo apt-get install --no-install-recommends libxcb-cursor0"),
        ({"dnf"}, "sudo dnf install "),
        ({"apt-get"}, "su - -c 'apt-get install "),
        (set(), "what Debian calls libxcb-cursor0"),
    ],
)
def test_what_is_missing_is_named_with_the_one_command(
    packages: ModuleType, monkeypatch: pytest.MonkeyPatch, programs: set[str], command: str
) -> None:
    _without_libraries(packages, monkeypatch, programs, user=1000)
    with pytest.raises(packages.PackagesMissing) as told:
        packages.require_system("run")
    assert "libxcb-cursor.so.0" in str(told.value)
    assert command in str(told.value)


@pytest.mark.parametrize("programs", [{"apt-get", "dpkg"}, {"dnf"}, {"apt-get"}, set()])
def test_the_one_command_brings_all_that_the_tests_need(
    packages: ModuleType, monkeypatch: pytest.MonkeyPatch, programs: set[str]
) -> None:
    _without_libraries(packages, monkeypatch, programs, user=1000)
    with pytest.raises(packages.PackagesMissing) as told:
        packages.require_system("test")
    command = str(told.value).lower()
    assert all(name in command for name in ("libreoffice", "poppler", "qpdf", "xvfb", "gcc"))


def test_root_on_debian_installs_what_is_missing(
    packages: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    _without_libraries(packages, monkeypatch, {"apt-get", "dpkg"}, user=0)
    commands: list[list[str]] = []

    def call(command: list[str], **_: object) -> int:
        commands.append(command)
        if "install" in command:
            monkeypatch.setattr(packages, "_loads", lambda library: True)
        return 0

    monkeypatch.setattr(packages.subprocess, "call", call)
    packages.require_system("run")
    assert [command[-1] for command in commands] == ["update", "libxcb-cursor0"]


@pytest.mark.parametrize("task", ["test-windows", "package-windows"])
def test_what_is_for_windows_brings_a_debian_of_its_own(
    packages: ModuleType, monkeypatch: pytest.MonkeyPatch, task: str
) -> None:
    _without_libraries(packages, monkeypatch, {"apt-get", "dpkg", "unshare"}, user=1000)
    with pytest.raises(packages.PackagesMissing, match="debootstrap"):
        packages.require_system(task)


def test_an_unknown_task_is_refused_with_the_list(packages: ModuleType) -> None:
    setup = importlib.import_module("setup")
    assert setup.main(["nothing"]) == 2


def test_an_older_python_is_told_so(
    packages: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    setup = importlib.import_module("setup")

    def absent(command: list[str], **_: object) -> int:
        raise FileNotFoundError

    monkeypatch.setattr(setup.sys, "version_info", (3, 9, 2))
    monkeypatch.setattr(subprocess, "call", absent)
    assert setup.main(["run"]) == 1
    assert "Python 3.11 or newer is needed, and this is Python 3.9." in capsys.readouterr().err
