"""No circle of imports: every file can be understood from those that it imports, without those that import it.

Imports inside functions and those for types alone count like any other: a circle that is only hidden is still one.
"""

import ast
from collections.abc import Iterator, Mapping, Set
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = "roadmap_desktop"

Arrow = tuple[str, str]  # Who imports, and what; without the package's name.
Imports = Mapping[str, Set[str]]

# Folders that others beside them build upon, and that know nothing of those.
FOUNDATIONS = ("storage.journal",)


def imports_of(root: Path) -> dict[str, set[str]]:
    """Every module of the package below ``root`` with those of the package that it imports."""
    files = {_name(path.relative_to(root)): path for path in (root / PACKAGE).rglob("*.py")}
    return {
        _short(name): {_short(one) for one in _imported(path.read_text("utf-8"), files.keys()) if one != name}
        for name, path in files.items()
    }


def _name(path: Path) -> str:
    return ".".join(path.with_suffix("").parts).removesuffix(".__init__")


def _short(name: str) -> str:
    return name.removeprefix(f"{PACKAGE}.")


def _imported(text: str, modules: Set[str]) -> Iterator[str]:
    for node in ast.walk(ast.parse(text)):
        match node:
            case ast.Import(names=names):
                yield from (alias.name for alias in names if alias.name in modules)
            case ast.ImportFrom(module=str(module), names=names):
                named = (f"{module}.{alias.name}" for alias in names)
                yield from modules & {name if name in modules else module for name in named}
            # ``import_module("…")``
            case ast.Call(args=[ast.Constant(value=str(module)), *_]) if module in modules:
                yield module


def circles(imports: Imports) -> list[list[str]]:
    """The modules that import each other, directly or by others, one list for each such group."""
    reached = {module: _reached_from(module, imports) for module in imports}
    groups = {
        tuple(sorted(other for other in found if module in reached[other]))
        for module, found in reached.items()
        if module in found
    }
    return [list(group) for group in sorted(groups)]


def _reached_from(module: str, imports: Imports) -> set[str]:
    found: set[str] = set()
    waiting = list(imports[module])
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting += imports[one]
    return found


def upward(imports: Imports, folder: str) -> list[Arrow]:
    """The imports by which a folder knows what builds upon it."""
    own = {module for module in imports if module.startswith(f"{folder}.")}
    return [
        (module, other)
        for module in sorted(own)
        for other in sorted(imports[module] - own)
        if _reached_from(other, imports) & own
    ]


IMPORTS = imports_of(ROOT)


def test_no_files_import_each_other() -> None:
    assert circles(IMPORTS) == []


@pytest.mark.parametrize("folder", FOUNDATIONS)
def test_a_foundation_does_not_know_what_stands_upon_it(folder: str) -> None:
    assert upward(IMPORTS, folder) == []


@pytest.mark.parametrize(
    "text",
    [
        "import roadmap_desktop.two",
        "from roadmap_desktop import two",
        "from roadmap_desktop.two import something",
        "def later():\n    from roadmap_desktop.two import something",
        "if TYPE_CHECKING:\n    from roadmap_desktop.two import something",
        'import_module("roadmap_desktop.two")',
    ],
)
def test_every_way_of_importing_is_seen(tmp_path: Path, text: str) -> None:
    package = tmp_path / PACKAGE
    package.mkdir()
    (package / "one.py").write_text(text, "utf-8")
    (package / "two.py").write_text("from roadmap_desktop.three import something", "utf-8")
    (package / "three.py").write_text("from roadmap_desktop.one import something", "utf-8")
    assert circles(imports_of(tmp_path)) == [["one", "three", "two"]]


def test_an_upward_arrow_is_seen() -> None:
    imports = {
        "storage.journal.reader": {"storage.journal.times", "storage.differences", "storage.batches"},
        "storage.differences": {"storage.journal.times"},
        "storage.journal.times": set[str](),
        "storage.batches": set[str](),
    }
    assert upward(imports, "storage.journal") == [("storage.journal.reader", "storage.differences")]
