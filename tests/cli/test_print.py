"""«print» gives a report the options that it is told."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader

from roadmap_desktop.app import main
from tests.samples import sample_at
from tests.systems import pdf_text

Print = Callable[..., int]


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "план.pdf"


@pytest.fixture
def printing(tmp_path: Path, target: Path) -> Print:
    path = tmp_path / "карта.roadmap"
    sample_at(path)
    return lambda *options: main(["print", str(path), "--month", "2020-10", *options, "-o", str(target)])


def text_of(path: Path) -> str:
    return pdf_text(path)


def test_the_sheet_and_the_letters_are_as_told(printing: Print, target: Path) -> None:
    assert printing("--orientation", "книжная", "--font-size", "9") == 0
    page = PdfReader(target).pages[0]
    assert page.mediabox.height > page.mediabox.width
    small = len(PdfReader(target).pages)
    assert printing("--orientation", "книжная", "--font-size", "14") == 0
    assert len(PdfReader(target).pages) > small


@pytest.mark.parametrize(
    ("word", "printed"),
    [("согласовано", "СОГЛАСОВАНО"), ("приложение", "Приложение № 1 к приказу"), ("УТВЕРЖДАЮ", "УТВЕРЖДАЮ")],
)
def test_the_stamp_is_as_told(printing: Print, target: Path, word: str, printed: str) -> None:
    assert printing("--stamp", word) == 0
    assert printed.split()[0] in text_of(target)
    assert printing("--stamp", "нет") == 0
    assert "УТВЕРЖДАЮ" not in text_of(target)


def test_columns_are_those_that_are_named(printing: Print, target: Path) -> None:
    assert printing("--columns", "№ п/п; дата, время;") == 0
    text = text_of(target)
    assert "Дата, время" in text
    assert "Ответственный" not in text
    assert "Выявление проблемных зон" not in text


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--orientation", "косая"], "Есть: книжная, альбомная."),
        (["--font-size", "8"], "Размер шрифта: «8» не понято."),
        (["--stamp", "печать"], "Есть: нет, утверждаю, согласовано, приложение."),
        (["--form", "plane"], "Форма: «plane» не понято."),
        (["--by", "по цвету"], "Есть: по датам, по направлениям, по исполнителям."),
        (["--sources", "задачи"], "Решения совещаний, Мероприятия."),
        (["--week", "2020-10-08"], "нет параметра --week"),
        (["--columns", "№ п/п;Цвет"], "Столбца «Цвет» в отчёте нет."),
    ],
)
def test_what_cannot_be_read_is_refused_and_nothing_written(
    printing: Print, target: Path, capsys: pytest.CaptureFixture[str], options: list[str], said: str
) -> None:
    assert printing(*options) == 2
    told = capsys.readouterr().err
    assert said in told
    assert "Ничего не напечатано" in told
    assert not target.exists()


def test_the_plan_of_the_month_is_printed_in_the_form_and_order_that_are_named(
    printing: Print, target: Path
) -> None:
    assert printing() == 0
    assert "План работы на октябрь 2020 года" in text_of(target)
    assert printing("--by", "по исполнителям", "--parts", "в течение месяца", "--numbers", "нет") == 0
    text = text_of(target)
    assert "Отдел образования" in text
    assert "до 31 октября" not in text
    assert "(п. " not in text
    for form in ("roadmap", "выписка из дорожной карты"):
        assert printing("--form", form) == 0
        assert "План мероприятий на октябрь 2020 года" in text_of(target)


def test_sources_are_named_in_either_language(printing: Print, target: Path) -> None:
    for sources in ("tasks,meetings", "Дела, совещания"):
        assert printing("--sources", sources) == 0
        assert "В выбранных частях плана на октябрь 2020 года мероприятий нет." in text_of(target)


def test_the_week_is_named_by_any_of_its_days(target: Path, printing: Print) -> None:
    file = str(target.with_name("карта.roadmap"))
    assert main(["print", file, "--report", "week", "--week", "2020-10-08", "-o", str(target)]) == 0
    assert "План работы на неделю 5–11 октября 2020 года" in text_of(target)


def test_conclusions_are_kept_and_undone_as_an_edit(printing: Print, target: Path) -> None:
    assert printing("--report", "month-report", "--conclusions", "Октябрь прошёл по плану.") == 0
    assert "Октябрь прошёл по плану." in text_of(target)
    assert printing("--report", "month-report") == 0
    assert "Октябрь прошёл по плану." in text_of(target)
    assert main(["undo", str(target.with_name("карта.roadmap"))]) == 0
    assert printing("--report", "month-report") == 0
    assert "Октябрь прошёл по плану." not in text_of(target)


def test_a_report_is_also_named_by_its_title(printing: Print, target: Path) -> None:
    assert printing("--report", "план работы на месяц") == 0
    assert target.exists()


def test_a_file_marked_as_read_only_is_not_replaced(
    printing: Print, target: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target.write_text("подписан")
    target.chmod(0o444)
    assert printing() == 2
    assert target.read_text() == "подписан"
    assert "сюда нельзя писать" in capsys.readouterr().err
    assert sorted(path.suffix for path in target.parent.iterdir()) == [".pdf", ".roadmap"]


def test_what_cannot_be_drawn_is_told_before_it_is_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], printing: Print
) -> None:
    path = tmp_path / "карта.roadmap"
    for name, told in (("Праздник 🎉 ✔", "В шрифте печати нет знаков: 🎉."), ("Праздник ✔", "")):
        assert main(["set", str(path), "3", "name", name]) == 0
        capsys.readouterr()
        assert printing() == 0
        said = capsys.readouterr()
        assert said.err.startswith(told)
        assert bool(said.err) is bool(told)
        assert "Напечатано" in said.out
