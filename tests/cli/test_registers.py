"""The registers without a window, as a script would use them."""

import json
from pathlib import Path

import pytest

from roadmap_desktop.cli.main import run
from roadmap_desktop.model.registers import BY_ID


@pytest.fixture
def path(tmp_path: Path) -> str:
    file = tmp_path / "карта.roadmap"
    assert run(["new", str(file), "--sample"]) == 0
    return str(file)


def said(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> str:
    capsys.readouterr()
    assert run(list(arguments)) == code
    shown = capsys.readouterr()
    return shown.err if code else shown.out


def test_every_register_is_described_with_its_fields(capsys: pytest.CaptureFixture[str]) -> None:
    told = json.loads(said(capsys, "registers", "--json"))
    assert [one["id"] for one in told] == list(BY_ID)
    (agreements,) = [one for one in told if one["id"] == "agreements"]
    (partner,) = [field for field in agreements["fields"] if field["name"] == "partner_id"]
    assert partner == {
        "name": "partner_id",
        "label": "Школа-партнёр",
        "type": "link",
        "required": True,
        "register": "schools",
    }


def test_records_are_added_by_names_and_listed(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, "add", path, "schools", "name=Берёзовская СОШ", "Обучающихся=310")
    said(capsys, "add", path, "Педагоги", "name=Образцова А. А.", "школа=березовская сош", "category=высшая")
    (teacher,) = json.loads(said(capsys, "records", path, "teachers", "--json"))
    assert (teacher["name"], teacher["school"], teacher["category"]) == (
        "Образцова А. А.",
        "Берёзовская СОШ",
        "высшая",
    )
    assert "Обучающихся: 310" in said(capsys, "records", path, "schools")


def test_schools_are_found_however_their_number_is_spaced(
    path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    said(capsys, "add", path, "schools", "name=МБОУ «СОШ № 1»")
    said(capsys, "add", path, "teachers", "name=Образцова\x01 А. А.", "school=мбоу сош №1")
    (teacher,) = json.loads(said(capsys, "records", path, "teachers", "--json"))
    assert (teacher["name"], teacher["school"]) == ("Образцова А. А.", "МБОУ «СОШ № 1»")
    assert "Такая запись уже есть" in said(capsys, "add", path, "schools", "name=мбоу СОШ №1", code=2)


def test_a_record_is_changed_removed_and_brought_back(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, "add", path, "schools", "name=СОШ № 1")
    said(capsys, "add", path, "teachers", "name=Образцова А. А.", "school=СОШ № 1")
    said(capsys, "change", path, "schools", "сош № 1", "head=Примерова Б. В.")
    assert "осталось без связи с ней: Педагог — 1" in said(capsys, "remove", path, "schools", "СОШ № 1")
    said(capsys, "undo", path)
    assert "Примерова Б. В." in said(capsys, "records", path, "schools")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("scholls", "name=СОШ"), "Может быть, «schools»?"),
        (("schools", "nme=СОШ"), "Может быть, «name»?"),
        (("schools", "name=СОШ", "kind=гимнация"), "Может быть, «гимназия»?"),
        (("schools", "name=СОШ", "pupils=много"), "«много» — не целое число"),
        (("schools", "name=  "), "Краткое название: Не указано."),
        (("teachers", "name=А", "school=СОШ № 9"), "Школа: «СОШ № 9» нет."),
        (("schools", "name=СОШ", "pupils=-5"), "Число не может быть меньше нуля."),
        (("memberships", "school_year=2020-2025"), "не учебный год"),
        (("schools", "СОШ"), "ПОЛЕ=ЗНАЧЕНИЕ"),
        (("schools", "name=СОШ № 1", "Краткое название=СОШ № 2"), "названо дважды"),
        (("schools", "=СОШ"), "Поля «» в справочнике «Школы» нет."),
        (("schools", "имя=СОШ"), "name (Краткое название)"),
        (("", "name=СОШ"), "Справочники: activities, schools"),
        (("schools", "name=СОШ", "pupils=1e400"), "не целое число"),
        (("schools", "name=СОШ", "pupils=nan"), "не целое число"),
        (("schools", "name=СОШ", "pupils=20001"), "Не больше 20000."),
        (("courses", "name=К", "starts_on=32.13.2020"), "не дата"),
        (("courses", "name=К", "starts_on=02.10.2020", "ends_on=01.10.2020"), "раньше, чем начинаются"),
        (("partnerships", "directions=ресурная"), "Может быть, «ресурсная»?"),
        (("publications", "name=П", "published_on=01.01.0020"), "Год 20 не подходит"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence_and_nothing_is_written(
    path: str, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], sentence: str
) -> None:
    before = Path(path).read_bytes()
    assert sentence in said(capsys, "add", path, *arguments, code=2)
    assert Path(path).read_bytes() == before


def test_a_record_that_is_there_already_is_refused_unless_asked_for(
    path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    said(capsys, "add", path, "schools", "name=СОШ № 1")
    assert "Такая запись уже есть" in said(capsys, "add", path, "schools", "name=сош № 1", code=2)
    said(capsys, "add", path, "schools", "name=сош № 1", "--anyway")
    assert len(json.loads(said(capsys, "records", path, "schools", "--json"))) == 2
    assert "таких записей" in said(capsys, "change", path, "schools", "СОШ № 1", "note=x", code=2)


@pytest.mark.parametrize(
    ("arguments", "schools"), [(("--sample", "full"), 12), (("--sample=full",), 12), (("--sample",), 0)]
)
def test_the_sample_is_named_before_or_after_the_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], schools: int
) -> None:
    before, after = (str(tmp_path / name) for name in ("до.roadmap", "после.roadmap"))
    said(capsys, "new", *arguments, before)
    said(capsys, "new", after, *arguments)
    for path in (before, after):
        assert len(json.loads(said(capsys, "records", path, "schools", "--json"))) == schools


def test_a_change_into_a_record_that_is_there_already_is_refused_unless_asked_for(
    path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("СОШ № 1", "СОШ № 2"):
        said(capsys, "add", path, "schools", f"name={name}")
    assert "уже есть: «СОШ № 2»" in said(capsys, "change", path, "schools", "СОШ № 1", "name=сош 2", code=2)
    said(capsys, "change", path, "schools", "СОШ № 1", "name=СОШ №1", "note=сама себе не двойник")
    said(capsys, "change", path, "schools", "СОШ № 1", "name=СОШ № 2", "--anyway")


def test_an_activity_is_pointed_at_by_its_number(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, "add", path, "schools", "name=СОШ № 1")
    said(capsys, "add", path, "progress", "activity=№ 5", "school=СОШ 1")
    (progress,) = json.loads(said(capsys, "records", path, "progress", "--json"))
    plan = json.loads(said(capsys, "list", path, "--json"))
    assert progress["activity"] == " ".join(plan[4]["name"].split())
    refused = said(capsys, "add", path, "progress", "activity=99", "school=СОШ 1", code=2)
    assert "Мероприятия № 99 в плане нет" in refused


@pytest.mark.parametrize("name", ["\u200b", "\u00a0 \u00ad", "\udcff"], ids=["unseen", "spaces", "unread"])
def test_a_name_that_nobody_can_see_or_read_is_refused(
    path: str, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    told = said(capsys, "add", path, "schools", f"name={name}", code=2)
    assert "Не указано" in told or "знаки, которые не прочитать" in told
    assert "записей нет" in said(capsys, "records", path, "schools")


def test_history_says_which_record_and_not_the_whole_of_a_long_name(
    path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    said(capsys, "add", path, "schools", "name=СОШ № 1")
    said(capsys, "change", path, "schools", "СОШ № 1", "head=Образцова А. А.")
    said(capsys, "remove", path, "schools", "СОШ № 1")
    assert "Отменено: Удалено: школа «СОШ № 1»" in said(capsys, "undo", path)
    said(capsys, "add", path, "schools", f"name={'я' * 20_000}")
    history = said(capsys, "history", path).splitlines()
    assert max(map(len, history)) < 200
    assert any(line.endswith("Руководитель: школа «СОШ № 1»") for line in history)
