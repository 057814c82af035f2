"""Plans with what departments put beside them: a passport, risks and resources, a month that the title alone says."""

from plans import Row, Truth, keep, within

from tests.exchange.plan_reading import word_files as w


def _merged(text: str) -> str:
    return w.cell(text, '<w:vMerge w:val="restart"/>')


def risks_and_resources() -> None:
    """Directions and tasks merged down; a passport above, risks and money below."""
    below = w.cell("", "<w:vMerge/>")
    motives, staff = "Низкая учебная мотивация", "Дефицит педагогических кадров"
    body = w.paragraph("Программа повышения качества образования «500+» на 2026/2027 учебный год")
    body += w.table(
        w.row("Наименование программы", "Программа повышения качества"),
        w.row("Ответственные исполнители", "Управление образования"),
        w.row("Ожидаемые результаты", "Рост на 5 %"),
    )
    body += w.paragraph("Мероприятия программы") + w.table(
        w.row("Направление", "Задача", "Мероприятие", "Сроки реализации", "Ответственные"),
        w.row(
            _merged(motives), _merged("Повысить мотивацию"), "Неделя профориентации", "октябрь 2026", "завуч"
        ),
        w.row(below, below, "Тренинги", "ноябрь 2026 – февраль 2027", "педагог-психолог"),
        w.row(
            _merged(staff), _merged("Закрыть вакансии"), "Договоры о сетевой работе", "до 25.12", "директор"
        ),
    )
    body += w.paragraph("Риски и меры по их минимизации") + w.table(
        w.row("№", "Наименование риска", "Меры по минимизации", "Ответственный"),
        w.row("1", "Пассивность родителей", "Беседы", "директор"),
        w.row("2", "Нехватка времени", "Единый график", "завуч"),
    )
    body += w.paragraph("Ресурсы") + w.table(
        w.row("Наименование мероприятия", "Источник финансирования", "Объём, тыс. руб."),
        w.row("Курсы", "Муниципальный бюджет", "50"),
        w.row("Поездки", "Муниципальный бюджет", "20"),
    )
    rows = within(
        motives,
        (
            Row("Неделя профориентации", "октябрь 2026", ("завуч",), note="Задача: Повысить мотивацию"),
            Row(
                "Тренинги",
                "ноябрь 2026 – февраль 2027",
                ("педагог-психолог",),
                note="Задача: Повысить мотивацию",
            ),
        ),
    )
    rows += within(
        staff, (Row("Договоры о сетевой работе", "до 25.12", ("директор",), note="Задача: Закрыть вакансии"),)
    )
    keep("73-risks-and-resources.docx", w.packed(body), Truth(rows, ugly=True))


def month_in_the_title() -> None:
    """Days of a month that the title says, labels within the names, a line to sign on."""
    body = w.paragraph("План работы методического кабинета на ноябрь 2026 года") + w.table(
        w.row("День", "Содержание работы, итог", "Кто готовит"),
        w.row("5", w.cell(w.paragraph("Заседание объединения") + w.paragraph("Итог: протокол")), "методист"),
        w.row("12–13", "Олимпиада по химии", "методист"),
        w.row("в теч. месяца", "Консультации", "наставники"),
        w.row("", "Заведующий кабинетом", "____________"),
    )
    rows = [
        Row("Заседание объединения", "5 ноября 2026 года", ("методист",), "протокол"),
        Row("Олимпиада по химии", "12–13 ноября 2026 года", ("методист",)),
        Row("Консультации", "в теч. ноября 2026 года", ("наставники",)),
    ]
    title = "План работы методического кабинета на ноябрь 2026 года"
    keep("74-month-in-the-title.docx", w.packed(body), Truth(rows, title, ugly=True))


def make() -> None:
    """Writes the documents of this module."""
    risks_and_resources()
    month_in_the_title()
