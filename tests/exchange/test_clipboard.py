from hypothesis import given
from hypothesis import strategies as st

from roadmap_desktop.exchange.clipboard import parse_html, parse_tsv, rows_to_html, rows_to_tsv

CELL = st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters='\n\t"'), max_size=12)
TABLE = st.integers(1, 4).flatmap(
    lambda width: st.lists(st.lists(CELL, min_size=width, max_size=width), min_size=1, max_size=5)
)

EXCEL = """Version:1.0\r
StartHTML:0000000105\r
EndHTML:0000001000\r
StartFragment:0000000141\r
EndFragment:0000000900\r
SourceURL:file:///C:/Users/user/plan.xlsx\r
<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8">
<style><!--table {mso-displayed-decimal-separator:"\\,";} td {padding:0}--></style></head>
<body link="#0563C1"><table border=0 cellpadding=0 cellspacing=0 width=256 style='border-collapse:collapse'>
<col width=64 span=3 style='width:48pt'>
<!--StartFragment-->
 <tr height=20 style='height:15.0pt'>
  <td height=20 class=xl65 width=64>Мероприятие</td><td class=xl65>Срок</td><td>Исполнитель</td>
 </tr>
 <tr height=20><td height=20>Список&nbsp;школ<br>
  с низкими результатами</td><td>сентябрь
  2020 года</td><td>МКУ &quot;ЦМТО&quot; &amp; ОО</td></tr>
<!--EndFragment-->
</table></body></html>"""

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office">
<head><style>p.MsoNormal{margin:0}</style></head><body>
<!--StartFragment--><table class=MsoTableGrid border=1>
<tr style='mso-yfti-irow:0'><td width=50 valign=top><p class=MsoNormal align=center><b>№<br>п/п</b><o:p></o:p></p></td>
<td><p class=MsoNormal><b>Наименование мероприятия</b></p></td>
<td colspan=2><p class=MsoNormal>Сроки<o:p></o:p></p></td></tr>
<tr><td rowspan=2><p class=MsoNormal>1.</p></td>
<td><p class=MsoNormal>Разработка планов:</p><p class=MsoNormal>- первого;</p></td>
<td><p class=MsoNormal>октябрь</p></td><td><p>2020</p></td></tr>
<tr><td><p>Второе &lt;b&gt; ]]&gt;</p></td><td><p><o:p>&nbsp;</o:p></p></td>
<td><table><tr><td>внутри</td></tr></table></td></tr>
</table><!--EndFragment--></body></html>"""


@given(TABLE)
def test_text_comes_back_cell_by_cell(rows: list[list[str]]) -> None:
    assert parse_tsv(rows_to_tsv(rows[0], rows[1:])) == rows


@given(TABLE)
def test_html_comes_back_cell_by_cell_but_for_spaces(rows: list[list[str]]) -> None:
    def tidy(cells: list[list[str]]) -> list[list[list[str]]]:
        return [[cell.split() for cell in row] for row in cells]

    assert tidy(parse_html(rows_to_html(rows[0], rows[1:]))) == tidy(rows)


def test_excels_clipboard_is_read_through_its_junk() -> None:
    assert parse_html(EXCEL) == [
        ["Мероприятие", "Срок", "Исполнитель"],
        ["Список\u00a0школ\nс низкими результатами", "сентябрь 2020 года", 'МКУ "ЦМТО" & ОО'],
    ]


def test_words_paragraphs_spans_and_tables_inside_cells() -> None:
    assert parse_html(WORD) == [
        ["№\nп/п", "Наименование мероприятия", "Сроки", ""],
        ["1.", "Разработка планов:\n- первого;", "октябрь", "2020"],
        ["1.", "Второе <b> ]]>", "\u00a0", "внутри"],
    ]


def test_quotes_in_running_text_stay_quotes() -> None:
    assert parse_tsv('"Орлёнок" и другие\tоктябрь\nдва') == [['"Орлёнок" и другие', "октябрь"], ["два"]]
    assert parse_tsv('"с ""кавычками"" и\nстрокой"\tx\r\n') == [['с "кавычками" и\nстрокой', "x"]]
    assert parse_tsv('"не закрыта\tдва') == [['"не закрыта', "два"]]


def test_broken_html_gives_what_can_be_read() -> None:
    assert parse_html("<table><tr><td>один<td>два<tr><td>три") == [["один", "два"], ["три"]]
    assert parse_html("<td>вне таблицы</td>") == []
    assert parse_html("<table><tr><td colspan=99999999 rowspan=-1>x") == [["x", *[""] * 99]]
    assert parse_html("\x00\ud800<table></table>") == []


def test_a_script_in_a_cell_is_not_text() -> None:
    assert parse_html("<table><tr><td>да<script>alert(1)</script><style>td{}</style></table>") == [["да"]]


@given(TABLE)
def test_html_of_our_own_comes_back_letter_for_letter(rows: list[list[str]]) -> None:
    assert parse_html(rows_to_html(rows[0], rows[1:])) == rows


@given(st.text(st.sampled_from('\t\r\n"аб ')))
def test_any_text_is_read_and_no_letter_is_lost(text: str) -> None:
    cells = [cell for row in parse_tsv(text) for cell in row]
    assert "".join(cells).count("а") == text.count("а")


@given(st.text(st.sampled_from("<>/!-'\"&#;=tdr \n"), max_size=60))
def test_any_markup_is_read(junk: str) -> None:
    assert isinstance(parse_html(f"<table><tr><td>{junk}"), list)


def test_what_the_standard_parser_stumbles_over_is_passed() -> None:
    html = f"<table><tr><td><![foo]>да&#{'9' * 5000};<![if !supportLists]>1.<![endif]><del>нет</del></table>"
    assert parse_html(html) == [[f"да&#{'9' * 5000};1."]]


def test_a_cell_merged_downwards_stands_in_each_of_its_rows() -> None:
    html = "<table><tr><td rowspan=2>ОО<td>май<tr><td>июнь<tr><td>ЦМТО<td>июль</table>"
    assert parse_html(html) == [["ОО", "май"], ["ОО", "июнь"], ["ЦМТО", "июль"]]


LIBREOFFICE = """<!DOCTYPE html>
<html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"/><title>x</title>
<style type="text/css">body,div,table { font-family:"Liberation Sans"; } a.comment-indicator:hover + comment { }</style>
</head><body><table cellspacing="0" border="0"><colgroup width="85"></colgroup>
<tr><td height="17" align="left" sdnum="1049;" sdval="1"><font face="Times">1</font></td>
<td align="left"><b>Обход<br>школ</b></td><td>по&#1089;ле 5&nbsp;мая</td></tr></table></body></html>"""


def test_libreoffices_clipboard_is_read() -> None:
    assert parse_html(LIBREOFFICE) == [["1", "Обход\nшкол", "после 5\u00a0мая"]]


def cells_of(row: list[str], values: set[int]) -> list[str]:
    (line,) = rows_to_html(["Что"] * len(row), [row], values).split("<tr>")[2:]
    return line.removesuffix("</tr></table>").removesuffix("</td>").split("</td>")


def test_text_that_a_spreadsheet_would_make_something_else_of_is_marked_as_text() -> None:
    texts = ["05.10", "1.10", "10-11", "0042", "7 А", "+7 900", "=СУММ(A1)", "март 2020", "1234567890123"]
    assert all('mso-number-format:"\\@"' in cell for cell in cells_of(texts, set()))
    plain = [
        "Семинар",
        "СОШ № 2",
        "12",
        "2020",
        "",
        "Приказ от 05.10.2020 о работе школ с низкими результатами обучения в районе",
    ]
    assert not any("mso-number-format" in cell for cell in cells_of(plain, set()))


def test_numbers_and_dates_stay_such() -> None:
    assert cells_of(["3,5", "05.10.2020"], {0, 1}) == ["<td>3,5", "<td>05.10.2020"]


def test_lines_of_a_cell_stay_in_it() -> None:
    assert '<br style="mso-data-placement:same-cell">' in rows_to_html(["Что"], [["раз\nдва"]])
    assert rows_to_tsv(["Что", "Когда"], [["раз\nдва", "май"]]) == 'Что\tКогда\r\n"раз\nдва"\tмай\r\n'
