"""The rules of the house that splitting rooms does not survive without: sizes, names, docstrings.

Each rule is a function from a file to the sentences of what it breaks, and is itself tried on a bad sample.
"""

import ast
import io
import re
import tokenize
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from roadmap_desktop import errors

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted(
    path for folder in ("roadmap_desktop", "tests", "tools") for path in (ROOT / folder).rglob("*.py")
)

LONGEST_FILE = 400
LONGEST_FUNCTION = 50
MOST_METHODS = 20
METHODS_ALLOWED = {"MainWindow": 18}
FORBIDDEN_NAMES = {"utils", "util", "helpers", "helper", "manager", "common", "misc"}
DOCUMENTED = {"model", "storage", "operations", "reports", "exchange", "cli"}

OUTCOMES = [text for name, text in vars(errors).items() if name.isupper() and isinstance(text, str)]

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
Rule = Callable[[Path, str], Iterator[str]]


def file_is_short(path: Path, text: str) -> Iterator[str]:
    lines = len(text.splitlines())
    if lines > LONGEST_FILE:
        yield f"{lines} lines, at most {LONGEST_FILE}"


def functions_are_short(path: Path, text: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, FUNCTIONS):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > LONGEST_FUNCTION:
                yield f"{node.name} has {lines} lines, at most {LONGEST_FUNCTION}"


def classes_are_small(path: Path, text: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.ClassDef):
            methods = sum(isinstance(part, FUNCTIONS) for part in node.body)
            most = METHODS_ALLOWED.get(node.name, MOST_METHODS)
            if methods > most:
                yield f"{node.name} has {methods} methods, at most {most}"


def file_is_named_for_its_subject(path: Path, text: str) -> Iterator[str]:
    if path.stem in FORBIDDEN_NAMES:
        yield "a file is named for its one subject"


def names_are_latin(path: Path, text: str) -> Iterator[str]:
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.NAME and not token.string.isascii():
            yield f"line {token.start[0]}: {token.string} is not an English name"


def comments_are_plain(path: Path, text: str) -> Iterator[str]:
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT and re.search(r"\b(TODO|FIXME|XXX)\b|[-=#*~─═]{4,}", token.string):
            yield f"line {token.start[0]}: {token.string} is a banner or a promise"


def only_the_clock_is_asked_for_the_time(path: Path, text: str) -> Iterator[str]:
    asked = r"\b(?:date|datetime)\.(?:today|now|utcnow)\b|\bcurrentDate(?:Time)?\b|\blocaltime\b|\btime_ns\b"
    if path.parts[0] == "roadmap_desktop" and path.name != "clock.py":
        yield from (
            f"{found} knows the day: ask roadmap_desktop/clock.py" for found in re.findall(asked, text)
        )


def what_is_safe_is_worded_once(path: Path, text: str) -> Iterator[str]:
    if path.parts[0] == "roadmap_desktop" and path.name != "errors.py":
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found = [words for words in OUTCOMES if words in node.value]
                yield from (f"line {node.lineno}: «{words}» is a constant of errors.py" for words in found)


def public_names_are_explained(path: Path, text: str) -> Iterator[str]:
    if not DOCUMENTED & set(path.parts[:-1]) or "tests" in path.parts:
        return
    module = ast.parse(text)
    if text.strip() and ast.get_docstring(module) is None:
        yield "the module has no docstring"
    for node in _public(module.body):
        if ast.get_docstring(node) is None:
            yield f"{node.name} has no docstring"


def _public(body: list[ast.stmt]) -> Iterator[ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in body:
        if isinstance(node, (ast.ClassDef, *FUNCTIONS)) and not node.name.startswith("_"):
            yield node
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            yield from _public(node.body)


def _long(head: str, line: str, count: int) -> str:
    return head + line * count


BAD_SAMPLES: list[tuple[Rule, str, str]] = [
    (file_is_short, "model/a.py", _long("", "x = 1\n", LONGEST_FILE + 1)),
    (functions_are_short, "model/a.py", _long("def f():\n", "    x = 1\n", LONGEST_FUNCTION)),
    (classes_are_small, "ui/a.py", _long("class A:\n", "    def f(self): ...\n", MOST_METHODS + 1)),
    (classes_are_small, "ui/a.py", _long("class MainWindow:\n", "    def f(self): ...\n", 19)),
    (file_is_named_for_its_subject, "ui/utils.py", ""),
    (names_are_latin, "model/a.py", "срок = 1\n"),
    (comments_are_plain, "model/a.py", "# " + "TO" + "DO later\n"),
    (comments_are_plain, "model/a.py", "# " + "-" * 20 + "\n"),
    (only_the_clock_is_asked_for_the_time, "roadmap_desktop/ui/a.py", "day = date.today()\n"),
    (only_the_clock_is_asked_for_the_time, "roadmap_desktop/storage/a.py", "at = datetime.now(UTC)\n"),
    (what_is_safe_is_worded_once, "roadmap_desktop/model/a.py", 'x = f"{y} нет. Ничего не изменено."\n'),
    (public_names_are_explained, "roadmap_desktop/model/a.py", "x = 1\n"),
    (public_names_are_explained, "roadmap_desktop/model/a.py", '"""A."""\ndef f(): ...\n'),
    (
        public_names_are_explained,
        "roadmap_desktop/model/a.py",
        '"""A."""\nclass A:\n    """A."""\n    def f(self): ...\n',
    ),
]

GOOD_SAMPLES: list[tuple[Rule, str, str]] = [
    (file_is_short, "model/a.py", _long("", "x = 1\n", LONGEST_FILE)),
    (functions_are_short, "model/a.py", _long("def f():\n", "    x = 1\n", LONGEST_FUNCTION - 1)),
    (classes_are_small, "ui/a.py", _long("class MainWindow:\n", "    def f(self): ...\n", 18)),
    (names_are_latin, "model/a.py", 'word = "срок"  # срок\n'),
    (public_names_are_explained, "roadmap_desktop/model/a.py", '"""A."""\ndef _f(): ...\n'),
    (only_the_clock_is_asked_for_the_time, "roadmap_desktop/ui/a.py", "day = clock.today()\n"),
    (what_is_safe_is_worded_once, "roadmap_desktop/ui/a.py", 'x = f"{y} нет. {NOTHING_CHANGED}"\n'),
    (public_names_are_explained, "roadmap_desktop/ui/a.py", "def f(): ...\n"),
]

RULES: list[Rule] = list(dict.fromkeys(rule for rule, _, _ in BAD_SAMPLES))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_every_source_keeps_the_rule(rule: Rule) -> None:
    broken = [
        f"{path.relative_to(ROOT)}: {sentence}"
        for path in SOURCES
        for sentence in rule(path.relative_to(ROOT), path.read_text(encoding="utf-8"))
    ]
    assert not broken, "\n".join(broken)


@pytest.mark.parametrize(("rule", "name", "text"), BAD_SAMPLES)
def test_a_rule_notices_what_breaks_it(rule: Rule, name: str, text: str) -> None:
    assert list(rule(Path(name), text))


@pytest.mark.parametrize(("rule", "name", "text"), GOOD_SAMPLES)
def test_a_rule_lets_pass_what_keeps_it(rule: Rule, name: str, text: str) -> None:
    assert not list(rule(Path(name), text))


def test_there_are_sources_to_look_at() -> None:
    assert len(SOURCES) > 20


def _folders_with_tests(root: Path) -> set[str]:
    tests = root / "tests"
    return {path.parent.relative_to(tests).as_posix() for path in tests.rglob("test_*.py")} - {"."}


def _unmatched(root: Path) -> set[str]:
    """Test folders that mirror no folder of the program; ``house`` and ``bench`` look at the project as a whole."""
    own = {"house", "bench", "whole"}
    return {
        folder
        for folder in _folders_with_tests(root)
        if folder.split("/")[0] not in own and not (root / "roadmap_desktop" / folder).is_dir()
    }


def test_the_folders_of_the_tests_mirror_those_of_the_program() -> None:
    assert not _unmatched(ROOT)


def test_a_test_folder_that_mirrors_nothing_is_noticed(tmp_path: Path) -> None:
    (tmp_path / "roadmap_desktop" / "model").mkdir(parents=True)
    for folder in ("model", "nowhere"):
        (tmp_path / "tests" / folder).mkdir(parents=True)
        (tmp_path / "tests" / folder / "test_it.py").touch()
    assert _unmatched(tmp_path) == {"nowhere"}
