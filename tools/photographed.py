"""What is on the pictures: invented schools and what was done about them."""

from pathlib import Path

from roadmap_desktop.model.registers import BY_ID
from roadmap_desktop.operations import files, registers
from roadmap_desktop.operations.field_values import parse_field

_ZONES = (
    (
        "Низкая предметная подготовка по математике в 8–9 классах",
        "внутренняя",
        "Тьютор из школы-партнёра, курсы, ИППР двух учителей",
        "октябрь – декабрь",
        "в работе",
    ),
    (
        "Высокая доля обучающихся с рисками учебной неуспешности",
        "внешняя",
        "План сопровождения неуспевающих",
        "в течение года",
        "запланировано",
    ),
    (
        "Кадровый дефицит: нет учителя английского языка",
        "внешняя",
        "Сетевая форма, дистанционные уроки",
        "до 01.10.2020",
        "запланировано",
    ),
)
_YEARS = (
    ("2019-2020", "математика: 38\N{NO-BREAK SPACE}% ниже порога", "12.09.2019"),
    (
        "2020-2021",
        "математика: 34\N{NO-BREAK SPACE}%, русский язык: 31\N{NO-BREAK SPACE}%",
        "10.09.2020",
    ),
)


def fill_registers(path: Path) -> None:
    """Adds twelve schools, and for the second its results and problem zones."""
    with files.open_roadmap(path) as file:

        def add(register: str, **texts: str) -> str:
            one = BY_ID[register]
            values = {
                name: text if name.endswith("_id") else parse_field(one, one.field(name), text)
                for name, text in texts.items()
            }
            return registers.add_record(file, one, values)[0]

        schools = [
            add(
                "schools",
                name=f"СОШ № {number}",
                pupils=str(180 + 37 * number),
                teachers=str(14 + number),
                head="Образцова А. А.",
                contacts="school@образец.рф",
            )
            for number in range(1, 13)
        ]
        second = schools[1]
        for year, details, order in _YEARS:
            add(
                "memberships",
                school_id=second,
                school_year=year,
                grounds="ОГЭ; ВПР",
                details=details,
                order_number="01-10/142",
                order_date=order,
            )
        for name, cause, measures, due, state in _ZONES:
            add(
                "zones",
                school_id=second,
                name=name,
                cause_kind=cause,
                measures=measures,
                due_text=due,
                state=state,
            )
