"""Word and LibreOffice texts by another hand: shapes of municipal plans that the first makers did not think of."""

import unicodedata
from dataclasses import replace

import open_document_by_hand as odt
from plans import Row, Truth, keep, numbered, within

from tests.exchange.plan_reading import word_files as w

WIDE, RESTART, MORE = '<w:gridSpan w:val="{}"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
CHANGE = 'w:id="3" w:author="Б" w:date="2025-09-01T10:00:00Z"'
IMC, UO, DIRECTORS = "МБУ ДПО «Методический центр»", "Управление образования", "руководители ОО"


def _over(text: str, columns: int) -> str:
    return w.cell(text, WIDE.format(columns))


def _down(text: str) -> str:
    return w.cell(text, RESTART)


MERGED = w.cell("", MORE)


def _stamps() -> str:
    """Two stamps side by side, held by a table without lines."""
    left = "".join(
        map(w.paragraph, ("СОГЛАСОВАНО", "Председатель методического совета", "__________ Р.Т. Ким"))
    )
    right = "".join(
        map(w.paragraph, ("УТВЕРЖДЕНА", "приказом Управления образования", "от 05.09.2025 № 417-п"))
    )
    return w.table(w.row(w.cell(left), w.cell(""), w.cell(right)))


def _stages() -> tuple[str, list[Row]]:
    """A heading of two merged lines, directions merged down, beginning and end, performers of two kinds."""
    heading = (
        w.row(_down("№ п/п"), _down("Направление"), _down("Наименование мероприятия"), _over("Срок реализации", 2),
              _over("Исполнители", 2), _down("Вид документа")),
        w.row(MERGED, MERGED, MERGED, "начало", "окончание", "ответственный", "соисполнитель", MERGED),
    )  # fmt: skip
    data = (
        ("Нормативное обеспечение", (
            ("Издание приказа о муниципальной команде сопровождения", "01.09.2025", "10.09.2025", UO, "", "приказ"),
            ("Заключение соглашений со школами-партнёрами", "15.09.2025", "30.10.2025", IMC, DIRECTORS, "соглашения"),
        )),
        ("Работа с кадрами", (
            ("Диагностика профессиональных затруднений учителей русского языка, математики, физики", "01.10.2025",
             "28.11.2025", IMC, "руководители РМО", "справка"),
            ("Стажировка на базе гимназии «Школа Леонардо, филиал № 2»", "12.01.2026", "20.03.2026",
             "гимназия «Школа Леонардо, филиал № 2»", IMC, "дневник стажировки"),
            ("Защита итогов стажировки", "", "29.05.2026", IMC, "", "протокол"),
        )),
    )  # fmt: skip
    body, rows = list(heading), list[Row]()
    for section, own in data:
        for place, (name, start, end, who, others, result) in enumerate(own):
            body.append(w.row(str(len(rows) + 1), MERGED if place else _down(section), name, start, end, who, others,
                              result))  # fmt: skip
            rows.append(
                Row(name, f"с {start} по {end}" if start else f"до {end}", (who,), result, str(len(rows) + 1), section,
                    f"Исполнители соисполнитель: {others}" if others else "")
            )  # fmt: skip
    return w.table(*body), rows


def landscape_with_everything() -> None:
    """Stamps, a passport, a heading of two merged lines, directions merged down, indicators, a sheet of approval."""
    passport = w.table(
        w.row(_over("Паспорт дорожной карты", 2)),
        w.row("Основание разработки", "Приказ министерства образования от 01.08.2025 № 1204"),
        w.row("Срок реализации", "2025/2026 учебный год"),
        w.row("Ответственный исполнитель", UO),
        w.row("Ожидаемые результаты", "Снижение доли неуспевающих до 2 %"),
    )
    plan, rows = _stages()
    indicators = w.table(
        w.row("№", "Показатель", "2024", "2025", "2026"),
        w.row("1", "Доля выпускников, не преодолевших порог, %", "7", "5", "3"),
        w.row("2", "Доля педагогов, прошедших диагностику, %", "40", "70", "100"),
    )
    approval = w.table(
        w.row("Должность", "Подпись", "Дата", "Ф.И.О."),
        w.row("Заместитель начальника", "", "", "С.У. Ганина"),
        w.row("Юрист", "", "", "П.П. Лось"),
    )
    above = (
        _stamps()
        + w.paragraph("ДОРОЖНАЯ КАРТА")
        + w.paragraph("по повышению качества общего образования в Заозёрном округе")
        + w.paragraph("на 2025 – 2026 учебный год")
    )
    keep(
        "51-landscape-with-everything.docx",
        w.packed(
            above + passport + w.paragraph("План мероприятий") + plan
            + w.paragraph("Целевые показатели") + indicators + w.paragraph("Лист согласования") + approval
        ),
        Truth(
            rows,
            "ДОРОЖНАЯ КАРТА по повышению качества общего образования в Заозёрном округе на 2025 – 2026 учебный год",
            {"order_number": "417-п", "order_date": "2025-09-05"},
            ("2025-09-01", "2026-08-31"),
            ugly=True,
        ),
    )  # fmt: skip


MONTHS = ("IX", "X", "XI", "XII", "I", "II", "III", "IV", "V")
NAMES = ("сентябрь", "октябрь", "ноябрь", "декабрь", "январь", "февраль", "март", "апрель", "май")


def months_with_crosses() -> None:
    """Months of a school year in roman numbers below its two years, marked with crosses; one title for each part."""
    heading = (
        w.row(_down("№"), _down("Что делаем"), _over("2025", 4), _over("2026", 5), _down("Кто отвечает")),
        w.row(MERGED, MERGED, *MONTHS, MERGED),
    )
    parts = (
        ("Блок 1. Аналитика", (
            ("Сбор сведений о школах", {0}, "отдел оценки качества"),
            ("Анализ итогов четвертей", {1, 3, 6, 8}, "школы"),
        )),
        ("Блок 2. Методика", (
            ("Школа молодого учителя", set(range(9)), "наставники"),
            ("Неделя открытых уроков", {4, 5, 6}, "школы, РМО"),
        )),
    )  # fmt: skip
    dues = {
        "Сбор сведений о школах": "сентябрь 2025 года",
        "Анализ итогов четвертей": "октябрь 2025 года, декабрь 2025 года, март 2026 года, май 2026 года",
        "Школа молодого учителя": "сентябрь 2025 года – май 2026 года",
        "Неделя открытых уроков": "январь – март 2026 года",
    }
    body, rows = list(heading), list[Row]()
    for title, own in parts:
        body.append(w.row(_over(title, 12)))
        for name, marked, who in own:
            marks = ["х" if place in marked else "" for place in range(9)]
            body.append(w.row(f"{len(rows) + 1})", name, *marks, who))
            rows.append(Row(name, dues[name], tuple(who.split(", ")), "", str(len(rows) + 1), title))
    keep("52-months-with-crosses.docx", w.packed(w.paragraph("График работы методической службы") + w.table(*body)),
         Truth(rows, "График работы методической службы", ugly=True))  # fmt: skip


def _ins(text: str) -> str:
    return f"<w:ins {CHANGE}>{w.run(text)}</w:ins>"


def _del(text: str) -> str:
    return f'<w:del {CHANGE}><w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>'


def _bound(content: str) -> str:
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def edited_by_several() -> None:
    """Moved words, an inserted row, a bound cell, footnotes beside words, lists of Word in cells, decomposed letters."""
    moved = (
        f"<w:moveFrom {CHANGE}>{w.run(' по итогам года')}</w:moveFrom>",
        f"<w:moveTo {CHANGE}>{w.run(' по итогам года')}</w:moveTo>",
    )
    foot = '<w:r><w:rPr><w:rStyle w:val="a"/></w:rPr><w:footnoteReference w:id="1"/></w:r>'
    numbering = (
        f'<?xml version="1.0"?><w:numbering {w.W}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">'
        '<w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1)"/></w:lvl></w:abstractNum>'
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/>'
        '<w:lvlText w:val="–"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
    )
    count = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    bullet = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>'
    number = w.cell(w.paragraph(w.run(""), count))
    listed = w.cell(
        w.paragraph("Пакет документов:")
        + "".join(w.paragraph(w.run(one), bullet) for one in ("положение;", "смета;"))
    )
    bound = w.cell("Мониторинг учебных результатов")
    body = [
        w.row("№", "Мероприятие", "Период", "Ответственные лица", "Продукт"),
        w.row(number, w.cell(w.paragraph(w.run("Разработка адресных программ") + foot)),
              w.cell(w.paragraph(_del("до 1 октября") + _ins("до 15 октября 2025 г."))), "Школы, кураторы", listed),
        w.row(number, w.cell(w.paragraph(w.run("Педсоветы") + moved[0] + w.run(" в школах") + moved[1])), "май 2026",
              unicodedata.normalize("NFD", "Директора школ № 3, 7 и 12"), "Решения"),
        w.row(number, w.cell(w.paragraph(_ins("Выездной семинар в районном центре"))),
              w.cell(w.paragraph(_ins("14-15 ноября 2025"))), w.cell(w.paragraph(_ins("Методический центр"))), "",
              properties=f"<w:ins {CHANGE}/>"),
        w.row(number, bound, "1 раз в\u00a0четверть", "Завучи; руководители ШМО",
              unicodedata.normalize("NFD", "Свой отчёт каждой школы")).replace(bound, _bound(bound)),
    ]  # fmt: skip
    rows = numbered(
        (
            Row("Разработка адресных программ", "до 15 октября 2025 г.", ("Школы", "кураторы"),
                "Пакет документов:\n- положение;\n- смета;"),
            Row("Педсоветы в школах по итогам года", "май 2026", ("Директора школ № 3, 7 и 12",), "Решения"),
            Row("Выездной семинар в районном центре", "14-15 ноября 2025", ("Методический центр",)),
            Row("Мониторинг учебных результатов", "1 раз в четверть", ("Завучи", "руководители ШМО"),
                "Свой отчёт каждой школы"),
        )
    )  # fmt: skip
    keep("53-edited-by-several.docx",
         w.packed(w.paragraph("План сопровождения школ на 2025-2026 учебный год") + w.table(*body), numbering=numbering),
         Truth(rows, "План сопровождения школ на 2025-2026 учебный год", period=("2025-09-01", "2026-08-31"), ugly=True),
         )  # fmt: skip


def counted_by_lists() -> None:
    """OpenDocument: each row counted by a list with a prefix, sections merged down in the first column, a stamp above."""
    styles = (
        '<text:list-style style:name="N"><text:list-level-style-number text:level="1" style:num-format="1" '
        'style:num-prefix="п. " style:num-suffix=""/></text:list-style>'
    )
    count = (
        '<text:list text:style-name="N" text:continue-numbering="true"><text:list-item><text:p/></text:list-item>'
        "</text:list>"
    )
    parts = (
        ("Организация", (
            ("Собеседование с каждой школой", "Сентябрь, январь", "Начальник отдела", "Протоколы"),
            ("Назначение наставников", "до 10.10", "Методисты", "Приказ"),
            ("Открытие консультационных пунктов", "с октября", "Базовые школы", "График"),
        )),
        ("Контроль", (
            ("Посещение уроков", "в течение года (по графику)", "Методисты/завучи", "Справки"),
            ("Срезы знаний", "декабрь, апрель", "Методисты", "Сводная таблица"),
        )),
    )  # fmt: skip
    body = [odt.row("Раздел", "№", "Содержание работы", "Сроки", "Исполнители", "Итог")]
    rows: list[Row] = []
    for title, own in parts:
        for place, (name, due, who, result) in enumerate(own):
            first = (
                "<table:covered-table-cell/>"
                if place
                else odt.cell(title, f'table:number-rows-spanned="{len(own)}"')
            )
            body.append(odt.row(first, odt.cell(count), name, due, who, result))
            performers = tuple(who.split("/"))
            rows.append(Row(name, due, performers, result, str(len(rows) + 1), title))
    above = "".join(map(odt.paragraph, ("Приложение 2", "к распоряжению от 03.09.2025 № 88-р", "", "ПЛАН РАБОТЫ",
                                        "со школами группы риска")))  # fmt: skip
    table = f"<table:table>{''.join(body)}</table:table>"
    keep("54-counted-by-lists.odt", odt.packed("text", above + table, styles),
         Truth(rows, "ПЛАН РАБОТЫ со школами группы риска",
               {"order_number": "88-р", "order_date": "2025-09-03", "annex_number": "2"}, ugly=True))  # fmt: skip


def month_by_month() -> None:
    """The month merged down beside several activities, days of it in a column of their own, nothing numbered."""
    body = [w.row("Месяц", "Число", "Мероприятия", "Ответственные")]
    parts = (
        ("Сентябрь", (("3", "Августовские секции: подведение итогов", "Методкабинет"),
                      ("10-14", "Входные работы в 5-х классах", "Школы"))),
        ("Октябрь", (("", "Семинар «Оценка без страха»", "Методкабинет; РМО начальных классов"),
                     ("22", "Совет директоров", "Отдел образования"))),
    )  # fmt: skip
    rows: list[Row] = []
    for month, own in parts:
        for place, (day, name, who) in enumerate(own):
            body.append(w.row(MERGED if place else _down(month), day, name, who))
            rows.append(
                Row(
                    name,
                    month,
                    tuple(one.strip() for one in who.split(";")),
                    note=f"Число: {day}" if day else "",
                )
            )
    keep("55-month-by-month.docx", w.packed(w.paragraph("Циклограмма на осень 2025 года") + w.table(*body)),
         Truth(rows, ugly=True))  # fmt: skip


def without_any_heading() -> None:
    """Only rows: what they hold is told by them alone; the number has a bracket, a signature below."""
    rows = numbered(
        (
            Row(
                "Утвердить список школ, которым нужна помощь",
                "до 20 августа 2025 года",
                ("начальник отдела",),
            ),
            Row(
                "Провести входную диагностику учащихся пятых и девятых классов", "15–30 сентября", ("школы",)
            ),
            Row(
                "Разобрать её итоги на совещании руководителей", "октябрь", ("методический кабинет", "школы")
            ),
            Row(
                "Подготовить доклад для совета по образованию",
                "к 1 декабря 2025 г.",
                ("методический кабинет",),
            ),
        )
    )
    body = [w.row(f"{one.number})", one.name, ", ".join(one.performers), one.due_text) for one in rows]
    signed = w.paragraph("Заведующая кабинетом                    Л.Л. Штерн")
    keep("56-without-any-heading.docx",
         w.packed(w.paragraph("План первоочередных мер") + w.table(*body) + signed),
         Truth(rows, "План первоочередных мер", ugly=True))  # fmt: skip


def table_for_each_stage() -> None:
    """A table for each stage below its title, the columns in another order in each, a month's rows in the last one."""
    one = numbered(
        within("Этап I. Подготовительный", (
            Row("Создание рабочей группы", "1 неделя сентября", (UO,), "Приказ"),
            Row("Изучение опыта соседних районов", "сентябрь–октябрь", (IMC,), "Обзор"),
        ))
    )  # fmt: skip
    two = numbered(
        within("Этап II. Основной", (
            Row("Декада математики", "вторая декада ноября", ("РМО учителей математики",), "Отчёт о декаде"),
            Row("Тренинг для команд школ", "каникулы", ("педагог-психолог",), "Программа тренинга"),
        ))
    )  # fmt: skip
    three = within("Этап III. Заключительный", (Row("Сбор отчётов", "май", (DIRECTORS,)),
                                                Row("Публичный доклад", "июнь", (UO, IMC))))  # fmt: skip
    first = w.table(w.row("№ п/п", "Мероприятия", "Сроки проведения", "Ответственные", "Результат"),
                    *(w.row(r.number, r.name, r.due_text, ", ".join(r.performers), r.expected_result) for r in one))  # fmt: skip
    second = w.table(w.row("№ п/п", "Сроки проведения", "Мероприятия", "Результат", "Ответственные"),
                     *(w.row(r.number, r.due_text, r.name, r.expected_result, ", ".join(r.performers)) for r in two))  # fmt: skip
    third = w.table(w.row("Мероприятия", "Ответственные"), w.row(_over("Май", 2)), w.row(three[0].name, DIRECTORS),
                    w.row(_over("Июнь", 2)), w.row(three[1].name, f"{UO}\u00a0/ {IMC}"))  # fmt: skip
    content = (
        w.paragraph("Этап I. Подготовительный") + first + w.paragraph("Этап II. Основной") + second
        + w.paragraph("Этап III. Заключительный") + third
    )  # fmt: skip
    keep("57-table-for-each-stage.docx", w.packed(w.paragraph("Комплекс мер на 2025/2026 уч. год") + content),
         Truth([*one, *two, *(replace(row) for row in three)], ugly=True))  # fmt: skip


def make() -> None:
    """Writes all of them."""
    landscape_with_everything()
    months_with_crosses()
    edited_by_several()
    counted_by_lists()
    month_by_month()
    without_any_heading()
    table_for_each_stage()
