"""What the repository as a whole promises: nothing of one machine in it, licences beside fonts, locks that match."""

import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

from roadmap_desktop import __version__

ROOT = Path(__file__).resolve().parents[2]
BINARY = {".ttf", ".png", ".ico", ".pdf", ".roadmap", ".sqlite"}
DOCUMENTS = ROOT / "tests" / "import" / "documents"
MADE = {".venv", ".git", "build", "dist", "out"}

# Spelled in halves, so that this file keeps the rule it states.
OF_ONE_MACHINE = [
    re.compile(r"(?<![\w.])/" + folder + r"/[\w.]")
    for folder in ("wo" + "rk", "tm" + "p", "ro" + "ot", "ho" + "me")
]
REGISTRY_HOSTS = ["py" + "pi.org", "python" + "hosted.org", "registry." + "npm", "snapshot." + "debian.org"]


def _files() -> list[Path]:
    """Tracked files and those about to be; in a source archive without git, everything but what is made."""
    if shutil.which("git") and (ROOT / ".git").exists():
        listing = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        answer = subprocess.run(listing, cwd=ROOT, capture_output=True, check=False)
        if answer.returncode == 0:
            names = answer.stdout.decode().split("\0")
            return [ROOT / name for name in names if name and (ROOT / name).is_file()]
    return [
        path for path in ROOT.rglob("*") if path.is_file() and not MADE & set(path.relative_to(ROOT).parts)
    ]


def _is_foreign(path: Path) -> bool:
    """Whether another program wrote it, in an encoding of its own."""
    return path.parent == DOCUMENTS and path.suffix != ".json"


def foreign_words(text: str) -> list[str]:
    """Paths of one machine and hosts of package registries in a text."""
    paths = [match.group() for pattern in OF_ONE_MACHINE for match in pattern.finditer(text)]
    return paths + [host for host in REGISTRY_HOSTS if host in text]


def test_no_file_names_a_path_of_one_machine_or_a_registry() -> None:
    own = [path for path in _files() if path.suffix not in BINARY and not _is_foreign(path)]
    texts = {path: path.read_text(encoding="utf-8") for path in own}
    found = {
        str(path.relative_to(ROOT)): words for path, text in texts.items() if (words := foreign_words(text))
    }
    assert not found


@pytest.mark.parametrize(
    "text",
    [
        "see /" + "home/anna/plan",
        'Path("/' + 'tmp/x")',
        "--index-url https://" + REGISTRY_HOSTS[0] + "/simple",
    ],
)
def test_a_path_of_one_machine_and_a_registry_are_noticed(text: str) -> None:
    assert foreign_words(text)


def test_an_ordinary_address_is_not_taken_for_a_path() -> None:
    assert not foreign_words("https://example.org/work/plan and roadmap_desktop/home/x")


def fonts_without_licence(folder: Path) -> set[str]:
    """Fonts whose family has no ``OFL-….txt`` or ``Vera-….txt`` with the licence's text and a copyright line."""
    licensed = set()
    for kind, words in (
        ("OFL", "SIL OPEN FONT LICENSE Version 1.1"),
        ("Vera", "The above copyright and trademark notices and this permission notice shall"),
    ):
        for licence in folder.glob(f"{kind}-*.txt"):
            text = licence.read_text(encoding="utf-8")
            if words in text and "opyright" in text.splitlines()[0]:
                licensed.add(licence.stem.removeprefix(f"{kind}-"))
    return {
        font.name for font in folder.glob("*.ttf") if not any(font.name.startswith(name) for name in licensed)
    }


def test_every_font_has_its_licence_beside_it() -> None:
    folder = ROOT / "resources" / "fonts"
    assert list(folder.glob("*.ttf"))
    assert not fonts_without_licence(folder)


def test_a_font_without_licence_is_noticed(tmp_path: Path) -> None:
    (tmp_path / "Stray-Regular.ttf").touch()
    assert fonts_without_licence(tmp_path) == {"Stray-Regular.ttf"}


def _project() -> dict[str, object]:
    project: dict[str, object] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))[
        "project"
    ]
    return project


def _names(requirements: object) -> set[str]:
    assert isinstance(requirements, list)
    return {re.split(r"[<>=;! ]", str(requirement))[0].lower() for requirement in requirements}


def _locked(lock: str) -> dict[str, bool]:
    """Names in a lock, and whether each carries a hash."""
    entries = re.findall(
        r"^([a-z0-9-]+)==[^\n]*\n((?:    --hash=sha256:\w{64}[^\n]*\n)*)", lock, re.MULTILINE
    )
    return {name: bool(hashes) for name, hashes in entries}


@pytest.mark.parametrize("lock", ["run.lock", "dev.lock"])
def test_every_dependency_is_locked_with_its_hashes(lock: str) -> None:
    locked = _locked((ROOT / "requirements" / lock).read_text(encoding="utf-8"))
    assert _names(_project()["dependencies"]) <= set(locked)
    assert all(locked.values())


def test_a_line_without_hash_is_noticed() -> None:
    assert _locked("six==1.17.0\n") == {"six": False}


def test_the_version_is_told_once() -> None:
    assert _project()["version"] == __version__
