"""Web pages: a site's with menus and layout tables, and what Word and Excel save as pages."""

from collections.abc import Sequence
from dataclasses import replace
from html import escape

from plans import HEADING, ROWS, Row, Truth, cells, keep, numbered, within


def _table(rows: Sequence[Sequence[str]], attributes: str = "") -> str:
    body = ""
    for row in rows:
        span = f' colspan="{len(rows[0])}"' if len(row) == 1 else ""
        body += (
            "<tr>"
            + "".join(f"<td{span}>{text if text.startswith('<') else escape(text)}</td>" for text in row)
            + "</tr>\n"
        )
    return f"<table {attributes}>{body}</table>"


def site_of_a_department() -> None:
    """A page of a school's site in windows-1251: menus in tables, the plan in a cell of a layout, a table of news."""
    rows = within("1. Организационный этап", numbered(ROWS[0:5])) + within(
        "2. Практический этап", numbered(ROWS[5:11], first=6)
    )
    plan = _table([HEADING, ("1. Организационный этап",), *map(cells, rows[:5]), ("2. Практический этап",),
                   *map(cells, rows[5:])], 'border="1"')  # fmt: skip
    menu = "<table><tr><td><a href='/'>Главная</a></td></tr><tr><td><a href='/d'>Документы</a></td></tr><tr><td>Контакты</td></tr></table>"
    news = _table([("Новости", "Дата"), ("Конкурс «Учитель года»", "12.10.2024"), ("Каникулы", "28.10.2024")])
    page = f"""<!DOCTYPE html><html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1251">
<title>МБОУ СОШ</title><style>td {{ color: red }}</style><script>var t = "<table><tr><td>1</td></tr></table>";</script></head>
<body><nav>Меню: план, отчёт</nav><table width="100%"><tr><td colspan="3">Управление образования Каменского района</td></tr>
<tr><td>{menu}</td><td><h1>Дорожная карта поддержки школ на 2024-2025 учебный год</h1><p>Версия для слабовидящих</p>{plan}
<p>Скачать: <a href="plan.docx">plan.docx</a></p></td><td>{news}</td></tr><tr><td colspan="3">© 2024</td></tr></table></body></html>"""
    keep("35-site-of-a-department.html", page.encode("cp1251"), Truth(rows))


def saved_by_word() -> None:
    """What Word saves as a page: spans in each cell, conditional comments, footnotes, hidden and deleted words."""

    def one(text: str) -> str:
        return f"<p class=MsoNormal><span style='font-size:12.0pt'>{escape(text)}<o:p></o:p></span></p>"

    rows = numbered(ROWS[13:20])
    body = (
        "<tr style='mso-yfti-irow:0'>"
        + "".join(f"<td width=100><b>{one(title)}</b></td>" for title in HEADING)
        + "</tr>"
    )
    for place, row in enumerate(rows):
        texts = [one(text) for text in cells(row)]
        if place == 0:
            texts[1] = texts[1].replace(
                "</span>",
                "<a href='#_ftn1' name='_ftnref1'><span class=MsoFootnoteReference>[1]</span></a></span>",
            )
        if place == 1:
            texts[4] = texts[4].replace(
                "<o:p>", "<span style='display:none;mso-hide:all'>скрыто</span><del>удалено</del><o:p>"
            )
        if place == 2:
            texts[3] = one("классные руководители;") + one("администрации школ")
        body += (
            "<tr>"
            + "".join(f"<td valign=top style='border:solid windowtext 1.0pt'>{text}</td>" for text in texts)
            + "</tr>"
        )
    page = f"""<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta http-equiv=Content-Type content="text/html; charset=windows-1251">
<!--[if gte mso 9]><xml><w:WordDocument></w:WordDocument></xml><![endif]--></head><body lang=RU><div class=WordSection1>
<p align=right>Приложение к приказу УО от 01.09.2024 № 15</p><p align=center>План работы школы</p>
<table class=MsoTableGrid border=1>{body}</table><div><p class=MsoFootnoteText><a href="#_ftnref1">[1]</a> При наличии средств.</p></div></div></body></html>"""
    keep(
        "36-saved-by-word.htm",
        page.encode("cp1251"),
        Truth(rows, "План работы школы", {"order_number": "15"}),
    )


def saved_by_excel() -> None:
    """What Excel saves as a page: hidden columns, cells merged over rows and columns, empty cells to the right."""
    body = (
        "<col><col><col style='display:none'><col><col><tr><td colspan=5>План контроля на 2025 год</td></tr>"
    )
    body += "<tr><td>№</td><td>Что делается</td><td style='display:none'>Код</td><td>Срок</td><td>Кто отвечает</td><td></td></tr>"
    rows: list[Row] = []
    for place, row in enumerate(ROWS[28:34], 1):
        due = (
            f"<td rowspan=2>{row.due_text}</td>"
            if place == 1
            else ""
            if place == 2
            else f"<td>{row.due_text}</td>"
        )
        who = "<br style='mso-data-placement:same-cell;'>".join(row.performers)
        body += f"<tr><td>{place}</td><td>{row.name}</td><td style='display:none'>К{place}</td>{due}<td>{who}</td><td></td></tr>"
        rows.append(
            replace(
                row,
                number=str(place),
                expected_result="",
                due_text=ROWS[28].due_text if place == 2 else row.due_text,
            )
        )
    page = f"<html><head><meta charset=utf-8></head><body><table>{body}</table></body></html>"
    keep("37-saved-by-excel.htm", page.encode(), Truth(rows, "План контроля на 2025 год", ugly=True))


def make() -> None:
    """Writes all of them."""
    site_of_a_department()
    saved_by_word()
    saved_by_excel()
