"""Paste takes what the page shows: the clipboards of Word, Excel, Writer, Calc and Google Docs, cut to what matters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap_desktop.exchange.clipboard import parse_html

WORD_COMMENT = """<p class=MsoNormal><a style='mso-comment-reference:П_1'>Семинар</a><span
class=MsoCommentReference><span style='font-size:8.0pt'><a class=msocomanchor id="_anchor_1" href="#_msocom_1"
language=JavaScript name="_msoanchor_1">[П1]</a><![if !supportAnnotations]><![endif]><span
style='mso-special-character:comment'>&nbsp;</span></span></span> для учителей</p>"""
WORD_FOOTNOTE = """<p class=MsoNormal>Мониторинг<a style='mso-footnote-id:ftn1' href="file:///C:/x/clip.htm#_ftn1"
name="_ftnref1" title=""><span class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if
!supportFootnotes]><span class=MsoFootnoteReference><span>[1]</span></span><![endif]></span></span></a>
школ</p>"""
EXCEL_COMMENT = """<![if !supportAnnotations]><span class=msocomspan1><span class=msocomspan2 id="_anchor_1"
language=JavaScript><a class=msocomanch href="#_msocom_1" name="_msoanchor_1">[1]</a></span></span><![endif]>Семинар"""


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        (WORD_COMMENT, "Семинар для учителей"),
        (WORD_FOOTNOTE, "Мониторинг школ"),
        (EXCEL_COMMENT, "Семинар"),
        ('Обход<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a>', "Обход"),
        ('Обход<a class="sdendnoteanc" href="#sdendnote1sym"><sup>i</sup></a> школ', "Обход школ"),
        ('<a class="comment-indicator"></a><comment>Проверить!<br>Срочно</comment>Обход', "Обход"),
        ('Обход<sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup>', "Обход"),
        ('Обход<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup>', "Обход"),
        ("10 м<sup>2</sup>", "10 м2"),
        ("Обход<span style='display:none;mso-hide:all'> (черновик)<br>тайно</span> школ", "Обход школ"),
        ('<p style="DISPLAY: none">нет</p><p>да</p>', "да"),
        ('<p style="display:none">нет<p>да', "да"),
        ('да<span style="visibility: hidden">нет<span>нет</span>нет</span>', "да"),
        ("да<div hidden>нет</div>", "да"),
        ('да<span title="hidden display:none">тоже</span>', "датоже"),
        ('да<div style="display:none"><table><tr><td>нет</td></tr></table>нет</div> и да', "да\nи да"),
        ('План <del cite="mailto:Иванова"><span>старый</span></del><ins>новый</ins>', "План новый"),
    ],
)  # fmt: skip
def test_a_cell_is_read_as_the_page_shows_it(cell: str, shown: str) -> None:
    assert parse_html(f"<table><tr><td>{cell}</td><td>май</td></tr></table>") == [[shown, "май"]]


def test_hidden_rows_and_columns_of_excel_do_not_come() -> None:
    html = """<table><col width=64><col width=0 span=2 style='display:none;mso-width-source:userset'><col width=64>
    <tr><td>А</td><td>тайна</td><td>тайна</td><td>Б</td></tr>
    <tr height=0 style='display:none'><td>тайна</td><td></td><td></td><td>тайна</td></tr>
    <tr><td>В</td><td colspan=3>Г</td></tr></table>"""
    assert parse_html(html) == [["А", "Б"], ["В", "Г"]]


def test_a_hidden_row_counts_in_what_is_merged_downwards() -> None:
    rows = "<tr><td rowspan=3>ОО<td>май<tr style='display:none'><td>июнь<tr><td>июль<tr><td>ЦМТО<td>август"
    html = f"<table>{rows}</table>"
    assert parse_html(html) == [["ОО", "май"], ["ОО", "июль"], ["ЦМТО", "август"]]


def test_hidden_cells_tables_and_what_is_around_them_do_not_come() -> None:
    cells = "<td>да</td><td style='display:none'>нет</td><td style='visibility:hidden'>нет</td>"
    assert parse_html(f"<table><tr>{cells}<td>май</table>") == [["да", "", "май"]]
    table = "<table><tr><td>{}</td></tr></table>"
    hidden = f"<div style='display:none'>{table.format('нет')}</div>"
    assert parse_html(table.format("раз") + hidden + table.format("два")) == [["раз"], ["два"]]
    inner = "<table style='display:none'><tr><td>нет</td></tr></table>"
    assert parse_html(inner + table.format("два")) == [["два"]]


def test_what_is_never_closed_hides_no_more_than_its_cell() -> None:
    html = "<table><tr><td>да<span style='display:none'>нет<td>май<tr><td>ещё<td>июнь</table>"
    assert parse_html(html) == [["да", "май"], ["ещё", "июнь"]]


@given(st.lists(st.sampled_from(
    ["<table>", "</table>", "<tr>", "<tr hidden>", "<td>", "<td hidden>", "<div hidden>", "</div>", "<p hidden>",
     "<br>", "<col span=0 hidden>", "<col span=99999>", "<td rowspan=2 colspan=2>", "</td>", "слово", "<span hidden>",
     "</span>"]
), max_size=30))  # fmt: skip
def test_any_order_of_hidden_things_is_read(parts: list[str]) -> None:
    assert all(isinstance(row, list) for row in parse_html("<table><tr><td>" + "".join(parts)))
