"""Documents of one record, of a real file: which record, an empty form instead, who approves and signs."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from roadmap_desktop.cli.main import run
from roadmap_desktop.errors import UserError
from roadmap_desktop.model.registers import BY_ID
from roadmap_desktop.operations.file.files import open_roadmap
from roadmap_desktop.operations.printing.printing import report_document, reports_of_record
from roadmap_desktop.operations.registers.record_listing import read_listing
from roadmap_desktop.reports.blocks import (
    AnnexStamp,
    ApprovalStamp,
    Document,
    FillIn,
    Item,
    Paragraph,
    SideBySide,
    Signature,
    SignatureLines,
)
from roadmap_desktop.storage.roadmap_file import RoadmapFile
from tests.samples import full_sample_at

TODAY = date(2020, 12, 10)
VERSION_5 = Path(__file__).parents[1] / "storage" / "released" / "version-5.roadmap"


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return full_sample_at(tmp_path_factory.mktemp("district") / "район.roadmap")


@pytest.fixture
def file(path: Path) -> Iterator[RoadmapFile]:
    with open_roadmap(path) as opened:
        yield opened


def signers(document: Document) -> tuple[Signature, ...]:
    last = document.blocks[-1]
    assert isinstance(last, SignatureLines)
    return last.signatures


def test_a_plan_is_approved_by_the_head_of_the_teacher_s_own_school(file: RoadmapFile) -> None:
    plans, schools = read_listing(file, BY_ID["plans"]), read_listing(file, BY_ID["schools"])
    document = report_document(file, "plan", {"record": plans.rows[0].id}, TODAY)
    stamp = document.blocks[0]
    assert isinstance(stamp, ApprovalStamp)
    heads = {f"Директор {schools.name(row)}": schools.value(row, "head") for row in schools.rows}
    surname, *initials = heads[stamp.post].split()
    assert stamp.name == " ".join((*initials, surname))
    assert [one.post for one in signers(document)] == [
        "С планом ознакомлен(а), педагог",
        "Наставник",
        "Методист",
    ]
    assert [bool(one.name) for one in signers(document)] == [True, True, False]


def test_the_group_is_an_annex_to_its_own_order(file: RoadmapFile) -> None:
    stamp = report_document(file, "group", {}, TODAY).blocks[0]
    assert isinstance(stamp, AnnexStamp)
    assert stamp.text.endswith("от 09.09.2020 № 01-10/141")


def test_a_protocol_is_found_by_key_and_signed_by_chairman_and_secretary(file: RoadmapFile) -> None:
    key = read_listing(file, BY_ID["meetings"]).rows[-1].id
    document = report_document(file, "protocol", {"record": key}, TODAY)
    assert [one.post for one in signers(document)] == ["Председатель", "Секретарь"]
    assert all(one.name for one in signers(document))
    lines = {block.label: block.value for block in document.blocks if isinstance(block, FillIn)}
    assert all(lines[label] for label in ("Председатель", "Секретарь", "Присутствовали"))


@pytest.mark.parametrize("report", ["protocol", "assessment", "acquaintance", "visit"])
def test_an_empty_form_needs_no_record_and_a_filled_one_does(file: RoadmapFile, report: str) -> None:
    assert report_document(file, report, {"blank": "да"}, TODAY).title.endswith("(бланк)")
    for typed in ({}, {"blank": "нет"}):
        with pytest.raises(UserError, match="Не указано") as refusal:
            report_document(file, report, typed, TODAY)
        assert "--record" in str(refusal.value)


@pytest.mark.parametrize(
    ("register", "papers"),
    [
        ("documents", {"letter"}),
        ("schools", {"letter"}),
        ("meetings", {"attendance"}),
        ("courses", {"attendance", "application"}),
        ("lessons", {"attendance"}),
        ("events", {"attendance"}),
        ("visits", {"visit"}),
        ("teachers", {"consent"}),
        ("group", {"consent"}),
    ],
)
def test_a_record_s_dialog_offers_the_papers_that_can_be_of_it(register: str, papers: set[str]) -> None:
    assert papers <= {report.id for report, _parameter in reports_of_record(register)}


def test_an_order_and_its_annexes_bear_the_same_number(file: RoadmapFile) -> None:
    typed = {"kind": "рабочая группа", "groups": "список школ"}
    document = report_document(file, "order", typed, TODAY)
    stamps = [block.text for block in document.blocks if isinstance(block, AnnexStamp)]
    assert [text.split("\n")[0] for text in stamps] == ["Приложение № 1", "Приложение № 2"]
    assert all(text.endswith("от 09.09.2020 № 01-10/141") for text in stamps)
    assert any(isinstance(block, SideBySide) and block.left == "09.09.2020" for block in document.blocks)


def test_a_school_and_a_subject_are_chosen_by_words(file: RoadmapFile) -> None:
    document = report_document(file, "deficits", {"school": "сош № 1", "subject": " математика "}, TODAY)
    said = next(block.text for block in document.blocks if isinstance(block, Paragraph))
    assert said == "СОШ № 1 · предмет: математика · По состоянию на 10.12.2020"
    with pytest.raises(UserError, match="СОШ № 1"):
        report_document(file, "deficits", {"school": "СШ № 1"}, TODAY)


def test_the_form_is_printed_from_the_command_line(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "бланк.pdf"
    assert (
        run(["print", str(path), "--report", "assessment", "--blank", "да", "--rows", "2", "-o", str(out)])
        == 0
    )
    assert out.read_bytes().startswith(b"%PDF")
    assert run(["print", str(path), "--report", "protocol", "-o", str(tmp_path / "нет.pdf")]) == 2
    assert "Не указано: совещание" in capsys.readouterr().err
    assert not (tmp_path / "нет.pdf").exists()


def test_a_protocol_of_an_older_file_has_the_agenda_that_it_had(tmp_path: Path) -> None:
    old = shutil.copy(VERSION_5, tmp_path / "старый.roadmap")
    with open_roadmap(Path(old)) as opened:
        document = report_document(opened, "protocol", {"record": "Ход выполнения дорожной карты"}, TODAY)
    points = [(block.mark, block.text) for block in document.blocks if isinstance(block, Item)]
    assert points[:2] == [("1.", "Ход выполнения."), ("2.", "Разное.")]
