"""What the guide says is so: its links lead somewhere, and what it quotes stands in the program."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import roadmap_desktop
from roadmap_desktop.model.registers import REGISTERS
from roadmap_desktop.program_data import data_path
from roadmap_desktop.ui.actions import MENUS, SPECS
from roadmap_desktop.ui.guide.pages import GuidePage, find, guide_pages
from tests.ui.guide.topics import is_there

LINK = re.compile(r"]\(([^)]+)\)")
QUOTED = re.compile(r"«([^«»]+)»")
each_page = pytest.mark.parametrize("page", guide_pages(), ids=lambda page: page.name)


@cache
def said_by_the_program() -> str:
    """All words of its source in one text, the pieces of texts that are put together too."""
    texts: list[str] = []
    for module in Path(roadmap_desktop.__file__).parent.rglob("*.py"):
        texts += strings_of(ast.parse(module.read_text(encoding="utf-8")))
    return "\n".join(texts).replace("&", "")


def strings_of(tree: ast.Module) -> Iterator[str]:
    explained = (ast.Module, ast.ClassDef, ast.FunctionDef)
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, explained) and node.body and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.value


@each_page
def test_what_is_quoted_stands_in_the_program(page: GuidePage) -> None:
    entries = {f"{spec.menu} → {spec.text}" for spec in SPECS}
    wrong = [
        quoted
        for quoted in QUOTED.findall(page.text)
        if quoted not in entries | set(MENUS) and quoted not in said_by_the_program()
    ]
    assert wrong == []


@each_page
def test_links_and_pictures_lead_somewhere(page: GuidePage) -> None:
    for target in LINK.findall(page.text):
        if target.startswith("pictures/"):
            assert data_path("resources", "guide").joinpath(target).is_file(), target
        else:
            name, _, heading = target.strip("<>").partition("#")
            assert is_there(f"{name.removesuffix('.md')}#{heading}" if heading else name.removesuffix(".md"))


def test_every_page_is_in_the_contents_once() -> None:
    written = sorted(path.stem for path in data_path("resources", "guide").glob("*.md"))
    assert written == sorted(["contents", *(page.name for page in guide_pages())])
    assert all(page.text.startswith("# ") for page in guide_pages())
    titles = [page.title for page in guide_pages()]
    assert len(set(titles)) == len(titles)


def test_every_register_of_the_navigation_is_told_of() -> None:
    told = {
        register.title: is_there(f"registers#{register.title}") for register in REGISTERS if register.is_page
    }
    assert all(told.values()), told


def test_a_search_finds_the_part_of_the_page_headings_first() -> None:
    assert find("объедин коп")[0].topic == "merging#Объединить копии"
    assert "backups#Второе место" in [hit.topic for hit in find("флешку копия диск сломается")]
    assert find("вставить EXCEL")[0].topic == "table#Вставить из Word или Excel"
    assert find("криптозоология") == []
