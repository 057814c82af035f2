"""``attach``, ``attachments`` and ``extract``."""

import json
from pathlib import Path

import pytest

from roadmap_desktop.operations.file.checking import check_file
from tests.cli.typed import run, run_alone
from tests.samples import sample_at


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    sample_at(tmp_path / "карта.roadmap")
    return tmp_path / "карта.roadmap"


def test_a_file_is_attached_listed_and_extracted(sample: Path) -> None:
    protocol = sample.with_name("Протокол.txt")
    protocol.write_text("Слушали. Решили." * 200, encoding="utf-8")
    assert run_alone("attach", sample, 3, protocol) == (0, "Сохранено: Приложен файл, мероприятие 3\n", "")
    assert run_alone("attach", sample, 3, protocol) == (0, "Этот файл уже приложен, ничего не изменено\n", "")
    code, out, _ = run_alone("attachments", sample)
    assert code == 0
    assert out.startswith("3. Протокол.txt — 6 КБ — ")
    assert out.endswith("Всего в файле: 6 КБ\n")
    (row,) = json.loads(run_alone("attachments", sample, 3, "--json")[1])
    assert (row["number"], row["name"], row["size"], row["lost"]) == ("3", "Протокол.txt", 5800, False)
    folder = sample.with_name("папка")
    folder.mkdir()
    for place in (folder, folder / "другое.txt"):
        assert run_alone("extract", sample, row["id"], "-o", place)[0] == 0
    assert {item.name: item.read_text(encoding="utf-8") for item in folder.iterdir()} == dict.fromkeys(
        ("Протокол.txt", "другое.txt"), protocol.read_text(encoding="utf-8")
    )
    code, _, sentence = run_alone("extract", sample, "протокол.TXT", "-o", folder)
    assert code == 2
    assert "уже есть" in sentence
    assert run_alone("undo", sample)[1] == "Отменено: Приложен файл, мероприятие 3\n"
    assert check_file(sample) == ()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("attach", "{}", "3", "нет.txt"), "Такого файла или папки нет"),
        (("attach", "{}", "99", "{}"), "Мероприятия № 99 в плане нет"),
        (("attach", "{}", "3", "."), "папка, приложить можно только файл"),
        (("extract", "{}", "Отчёт.doc", "-o", "x"), "Файла «Отчёт.doc» нет"),
        (("extract", "{}", "Отчёт.doc"), "Не хватает: -o/--output"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(
    sample: Path, words: tuple[str, ...], sentence: str
) -> None:
    before = sample.read_bytes()
    code, out, said = run(*(word.format(sample) for word in words))
    assert (code, out) == (2, "")
    assert sentence in said
    assert sample.read_bytes() == before
