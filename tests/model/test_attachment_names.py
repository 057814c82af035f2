"""Names of attached files, also those made to mislead."""

import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from roadmap_desktop.model.attachment_names import (
    is_name_of_windows,
    opens_from_inside,
    safe_name,
    shown_name,
)
from roadmap_desktop.model.file_size import size_shown

PROGRAMS = re.findall(
    r"\w+",
    "exe bat cmd com scr ps1 vbs js jse wsf msi lnk hta jar reg sh py desktop docm xlsm pif cpl chm url html svg zip",
)


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("Протокол № 3.docx", "Протокол № 3.docx"),
        (r"..\..\x.exe", "x.exe"),
        ("../../etc/passwd", "passwd"),
        (r"C:\Windows\win.ini", "win.ini"),
        ("CON", "_CON"),
        ("nul.txt", "_nul.txt"),
        ("Aux .tar.gz", "_Aux .tar.gz"),
        ("com¹.txt", "_com¹.txt"),
        ("CONсультация.docx", "CONсультация.docx"),
        ("отчёт.pdf. . .", "отчёт.pdf"),
        (".bashrc", "bashrc"),
        ("счёт\u202efdp.exe", "счётfdp.exe"),
        ("a\u200b.p\u00addf", "a.pdf"),
        ("два\nслова\t.txt", "два слова .txt"),
        ("a.txt:скрытое", "a.txt_скрытое"),
        ('<b>"что?"*|.txt', "_b__что____.txt"),
        ("", "файл"),
        (" . .. ", "файл"),
        ("\u202e\u2066", "файл"),
    ],
)
def test_the_name_proposed_for_saving_is_that_of_a_plain_file_beside_others(name: str, safe: str) -> None:
    assert safe_name(name) == safe


def test_a_name_that_is_no_text_becomes_one() -> None:
    assert safe_name("файл\ud800.txt") == "файл.txt"
    assert shown_name("файл\ud800.txt") == "файл\ufffd.txt"


def test_a_long_name_is_shortened_and_keeps_its_ending() -> None:
    long = safe_name("ж" * 300 + ".docx")
    assert long.endswith("ж.docx")
    assert len(long.encode()) <= 200
    assert len(safe_name("x." + "y" * 300)) == 120


@given(st.text(st.characters(), max_size=400) | st.text(st.sampled_from("co n1.\u202e/\\:ж"), max_size=12))
@example("con\u202e.txt")
@example("ж" * 119 + ". .pdf")
def test_a_safe_name_is_safe_whatever_the_name_was_and_stays_as_it_is(name: str) -> None:
    safe = safe_name(name)
    assert safe == safe_name(safe)
    assert 0 < len(safe) <= 120
    assert len(safe.encode()) <= 200
    assert safe == safe.strip(". ")
    assert not set(safe) & set('<>:"/\\|?*')
    assert all(unicodedata.category(letter)[0] != "C" for letter in safe)
    stem = safe.split(".")[0].strip().casefold()
    assert stem not in {"con", "prn", "aux", "nul", "com1", "lpt9"}


@given(st.text(st.characters(), max_size=400))
def test_a_shown_name_is_one_visible_line(name: str) -> None:
    shown = shown_name(name)
    assert shown.strip()
    assert len(shown) <= 255
    assert all(unicodedata.category(letter) not in {"Cc", "Cf", "Cs", "Zl", "Zp"} for letter in shown)
    assert shown == shown_name(shown)


def test_what_turns_letters_round_is_made_visible() -> None:
    assert shown_name("счёт\u202efdp.exe") == "счёт\ufffdfdp.exe"
    assert shown_name("<b>&amp;</b>.txt") == "<b>&amp;</b>.txt"


@pytest.mark.parametrize("name", ["Приказ.PDF", "фото.jpeg", "таблица.xlsx", "письмо.docx"])
def test_documents_and_pictures_may_be_opened(name: str) -> None:
    assert opens_from_inside(name)


@pytest.mark.parametrize(
    "name",
    [
        *(f"приказ.{ending}" for ending in PROGRAMS),
        "приказ.pdf.exe",
        "приказ.exe ",
        "приказ.pdf\u202eexe.",
        "приказ.EXE",
        "приказ",
        "pdf",
        "",
    ],
)
def test_programs_scripts_and_what_is_unknown_are_only_saved(name: str) -> None:
    assert not opens_from_inside(name)


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (0, "0 байт"),
        (2, "2 байта"),
        (21, "21 байт"),
        (1023, "1023 байта"),
        (1024, "1 КБ"),
        (245_000, "239 КБ"),
        (1_048_575, "1 МБ"),
        (1_468_006, "1,4 МБ"),
        (33_550_336, "32 МБ"),
        (5 * 1024**4, "5120 ГБ"),
    ],
)
def test_sizes_read_as_people_say_them(size: int, words: str) -> None:
    assert size_shown(size) == words


@pytest.mark.parametrize(
    "name", ["План.roadmap", "План 2020–2021 (копия).pdf", ".скрытый", "№ 5; итог, 1.xlsx", "con1.pdf"]
)
def test_windows_keeps_usual_names_as_they_are(name: str) -> None:
    assert is_name_of_windows(name)


@pytest.mark.parametrize(
    "name",
    [
        "План: 2.pdf",
        "a<b",
        'Приказ "Об итогах".pdf',
        "как?",
        "План.pdf.",
        "План ",
        "NUL",
        "con.roadmap",
        "a\tb",
    ],
)
def test_windows_reads_others_otherwise_or_not_at_all(name: str) -> None:
    assert not is_name_of_windows(name)
