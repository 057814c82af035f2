"""Who works with the program: in the history, in new plans, in stamps and signatures; the login where nobody said."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from roadmap_desktop import folders
from roadmap_desktop.model.methodist import Methodist
from roadmap_desktop.model.period import school_year
from roadmap_desktop.operations.file import files, who
from roadmap_desktop.operations.plan import history, reading, roadmap
from roadmap_desktop.operations.printing.printing import report_document
from roadmap_desktop.reports.blocks import ApprovalStamp, SignatureLines
from roadmap_desktop.storage import author

ANNA = Methodist(
    "Образцова  Анна Викторовна ", "Отдел образования Примерного района", "Начальник", "Примерова Е. С."
)


@pytest.fixture(autouse=True)
def nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv(folders.HOME, str(tmp_path / "home"))
    monkeypatch.setenv("LOGNAME", "methodist-7")
    author.methodist.cache_clear()
    yield
    author.methodist.cache_clear()


def test_the_login_is_the_author_only_until_a_name_is_given(tmp_path: Path) -> None:
    path = tmp_path / "карта.roadmap"
    files.create_from_sample(path)
    with files.open_roadmap(path) as file:
        roadmap.add_section(file, "Первый")
        assert not who.is_known()
        who.keep_methodist(ANNA)
        # The file that is open goes on under the name.
        roadmap.add_section(file, "Второй")
        authors = [made.author for made in history.file_history(file)]
    assert authors == ["Образцова Анна Викторовна", "methodist-7", "methodist-7"]
    who.keep_methodist(Methodist())
    assert who.is_known()
    assert author.current_author() == "methodist-7"


@pytest.mark.parametrize("kept", ["", "{", "[]", '{"name": ["х"]}', '"Анна"', "\x00"])
def test_what_was_spoiled_in_its_file_harms_nothing(kept: str) -> None:
    folders.methodist_file().parent.mkdir(parents=True)
    folders.methodist_file().write_text(kept, encoding="utf-8")
    assert author.current_author()
    who.keep_methodist(ANNA)
    assert who.who_works().name == "Образцова Анна Викторовна"


@pytest.mark.parametrize("year", ["2020", "2026"])
def test_a_plan_made_from_the_sample_carries_no_other_department(tmp_path: Path, year: str) -> None:
    for number, whose in enumerate((ANNA, Methodist())):
        path = tmp_path / f"карта-{number}.roadmap"
        files.create_from_sample(path, school_year(year), whose)
        with files.open_roadmap(path) as file:
            info = reading.read_plan(file).info
            assert (info.approving_body, info.head_name) == (whose.department, whose.head_name)
            assert (info.order_number, info.order_date) == ("", None)
        assert "Пономаревск".encode() not in path.read_bytes()


def test_stamps_and_signatures_name_them(tmp_path: Path) -> None:
    path = tmp_path / "карта.roadmap"
    files.create_from_sample(path, school_year("2020"), Methodist())
    who.keep_methodist(ANNA)
    with files.open_roadmap(path) as file:
        document = report_document(file, "month", {"month": "2020-10"}, date(2020, 10, 6))
    (stamp,) = [block for block in document.blocks if isinstance(block, ApprovalStamp)]
    (signed,) = [block for block in document.blocks if isinstance(block, SignatureLines)]
    assert stamp.name == "Примерова Е. С."
    assert [(one.post, one.name) for one in signed.signatures] == [("Методист", "Образцова Анна Викторовна")]
