"""«й» written as «и» and a breve is «й» from the moment it comes in: found, known again, named alike."""

from collections.abc import Iterator
from pathlib import Path
from unicodedata import normalize

import pytest

from roadmap_desktop.cli.main import run
from roadmap_desktop.model.registers import BY_ID
from roadmap_desktop.model.search import folded, words
from roadmap_desktop.operations.file.attachments import attach, list_attachments
from roadmap_desktop.operations.file.files import open_roadmap
from roadmap_desktop.operations.plan import activities, history, revisions, roadmap
from roadmap_desktop.operations.plan.paste import paste_rows
from roadmap_desktop.operations.plan.reading import read_plan
from roadmap_desktop.operations.registers import registers
from roadmap_desktop.operations.registers.record_listing import folded_name, read_listing
from roadmap_desktop.operations.registers.register_paste import Target, read_paste
from roadmap_desktop.storage.roadmap_file import RoadmapFile
from tests.samples import sample_at


def parted(text: str) -> str:
    """As a Mac writes it."""
    other = normalize("NFD", text)
    assert other != text
    return other


@pytest.fixture
def file(tmp_path: Path) -> Iterator[RoadmapFile]:
    sample_at(tmp_path / "карта.roadmap")
    with open_roadmap(tmp_path / "карта.roadmap") as opened:
        yield opened


def test_what_is_searched_and_compared_does_not_depend_on_how_letters_are_made_up() -> None:
    assert folded(parted("Районный ёж")) == folded("Районный ёж")
    assert words(parted("лицей")) == words("лицей")
    assert folded_name(parted("Лицей №1")) == folded_name("лицей № 1")


def test_what_is_typed_anywhere_is_kept_composed(file: RoadmapFile) -> None:
    plan = read_plan(file)
    first = plan.activities[0]
    activities.set_fields(file, plan, [first.id], {"name": parted("Районный семинар")})
    activities.set_fields(file, plan, [first.id], {"performers": [parted("Районный совет")]})
    roadmap.add_section(file, parted("Районный этап"))
    revisions.approve(file, parted("Редакция майская"))
    registers.add_record(file, BY_ID["schools"], {"name": parted("Лицей № 1")})
    plan = read_plan(file)
    assert (plan.activities[0].name, plan.activities[0].performers) == (
        "Районный семинар",
        ("Районный совет",),
    )
    assert plan.sections[-1].name == "Районный этап"
    assert [one.name for one in revisions.revisions(file)] == ["Редакция майская"]
    assert [one.name for one in read_listing(file, BY_ID["schools"]).rows] == ["Лицей № 1"]


def test_a_performer_is_not_made_anew_for_another_making_of_its_letters(file: RoadmapFile) -> None:
    plan = read_plan(file)
    one, other = plan.activities[0].id, plan.activities[1].id
    activities.set_fields(file, plan, [one], {"performers": ["Районный совет"]})
    made = activities.set_fields(file, plan, [other], {"performers": [parted("Районный совет")]})
    assert made is not None
    assert "performer" not in {change.table for change in made.changes}


def test_pasted_headings_and_names_are_known(file: RoadmapFile) -> None:
    registers.add_record(file, BY_ID["schools"], {"name": "Лицей № 1"})
    text = f"Краткое название\n{parted('Лицей № 1')}\n"
    found = read_paste(file, BY_ID["schools"], Target((), (), (), {}), text, "")
    assert found.same == [2]
    paste_rows(
        file,
        read_plan(file),
        f"Срок\t{parted('Перечень мероприятий')}\nмай\t{parted('Районный обход')}",
        "",
        None,
    )
    assert read_plan(file).activities[-1].name == "Районный обход"


def test_an_attached_file_has_its_name_composed(file: RoadmapFile, tmp_path: Path) -> None:
    paper = tmp_path / parted("Районный план.txt")
    paper.write_text("план", encoding="utf-8")
    plan = read_plan(file)
    attach(file, plan, f"activity/{plan.activities[0].id}", [paper])
    assert [row.name for row in list_attachments(file)] == ["Районный план.txt"]


def test_the_command_line_composes_values_and_names_of_new_files_and_finds_old_ones(tmp_path: Path) -> None:
    assert run(["new", str(tmp_path / parted("Районный.roadmap")), "--sample"]) == 0
    made = tmp_path / "Районный.roadmap"
    assert made.exists()
    assert run(["set", str(made), "1", "name", parted("Районный семинар")]) == 0
    with open_roadmap(made) as file:
        assert read_plan(file).activities[0].name == "Районный семинар"
    of_a_mac = made.rename(tmp_path / parted("Майский.roadmap"))
    assert run(["list", str(of_a_mac)]) == 0


def test_undo_brings_back_what_was_there_letter_for_letter(file: RoadmapFile) -> None:
    plan = read_plan(file)
    first = plan.activities[0]
    with file.edit("Из старой версии") as edit:
        edit.session.composing = False
        edit.get_one(activities.Activity, first.id).name = parted("Районный семинар")
    activities.set_fields(file, read_plan(file), [first.id], {"name": "Другое"})
    history.undo(file)
    assert read_plan(file).activities[0].name == parted("Районный семинар")
