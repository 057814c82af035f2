"""Recurrence rules (RFC 5545, section 3.3.10) in Russian words, as far as this package writes them."""

from roadmap_desktop.model.russian import plural

_PLAIN = {
    "FREQ=DAILY": "ежедневно",
    "FREQ=WEEKLY": "еженедельно",
    "FREQ=MONTHLY": "ежемесячно",
    "FREQ=MONTHLY;INTERVAL=3": "раз в квартал",
    "FREQ=MONTHLY;INTERVAL=6": "раз в полугодие",
    "FREQ=YEARLY": "ежегодно",
}
_AFTER_QUARTERS = "FREQ=MONTHLY;BYMONTH=1,4,7,10"
_UNITS = {
    "DAILY": ("день", "дня", "дней"),
    "WEEKLY": ("неделю", "недели", "недель"),
    "MONTHLY": ("месяц", "месяца", "месяцев"),
    "YEARLY": ("год", "года", "лет"),
}
_EACH = {
    "MO": "каждый понедельник",
    "TU": "каждый вторник",
    "WE": "каждую среду",
    "TH": "каждый четверг",
    "FR": "каждую пятницу",
    "SA": "каждую субботу",
    "SU": "каждое воскресенье",
}
_ON = {
    "MO": "понедельникам",
    "TU": "вторникам",
    "WE": "средам",
    "TH": "четвергам",
    "FR": "пятницам",
    "SA": "субботам",
    "SU": "воскресеньям",
}
_NAMES = {
    "MO": ("понедельник", 0),
    "TU": ("вторник", 0),
    "WE": ("среда", 1),
    "TH": ("четверг", 0),
    "FR": ("пятница", 1),
    "SA": ("суббота", 1),
    "SU": ("воскресенье", 2),
}
_NTH = {
    1: ("первый", "первая", "первое"),
    2: ("второй", "вторая", "второе"),
    3: ("третий", "третья", "третье"),
    4: ("четвёртый", "четвёртая", "четвёртое"),
    5: ("пятый", "пятая", "пятое"),
    -1: ("последний", "последняя", "последнее"),
}


def rule_words(rule: str) -> str:
    """«каждый вторник» for «FREQ=WEEKLY;BYDAY=TU»; the words read as the same rule."""
    base, days = split_rule(rule)
    name, _, values = days.partition("=")
    codes = values.split(",")
    if not name:
        return _base_words(base)
    if name == "BYMONTHDAY":
        return _month_days_words(base, codes)
    if codes[0][:-2]:
        told = " и ".join([*(_nth_word(code) for code in codes[:-1]), _nth_words(codes[-1])])
        return f"{told} месяца" if base == "FREQ=MONTHLY" else f"{_base_words(base)}, {told}"
    told = _EACH[codes[0]] if len(codes) == 1 else f"по {_listed([_ON[code] for code in codes])}"
    if base == "FREQ=WEEKLY":
        return told
    return f"{_base_words(base)}, по {_listed([_ON[code] for code in codes])}"


def split_rule(rule: str) -> tuple[str, str]:
    """The frequency with its interval or months, and the BY… part that names days, empty if there is none."""
    head, _, days = rule.rpartition(";")
    return (head, days) if days.startswith(("BYDAY", "BYMONTHDAY")) else (rule, "")


def _base_words(base: str) -> str:
    if base in _PLAIN:
        return _PLAIN[base]
    frequency, _, interval = base.removeprefix("FREQ=").partition(";INTERVAL=")
    return f"раз в {interval} {plural(int(interval), *_UNITS[frequency])}"


def _month_days_words(base: str, days: list[str]) -> str:
    figures = [day for day in days if day != "-1"]
    told = ", ".join([f"{' и '.join(figures)} числа"] * bool(figures) + ["последний день"] * ("-1" in days))
    if base == _AFTER_QUARTERS:
        return f"{told} месяца, следующего за отчётным кварталом"
    if base != "FREQ=MONTHLY":
        return f"{_base_words(base)}, {told}"
    return f"{told} месяца" if "-1" in days else f"{told} каждого месяца"


def _nth_words(code: str) -> str:
    return f"{_nth_word(code)} {_NAMES[code[-2:]][0]}"


def _nth_word(code: str) -> str:
    return _NTH[int(code[:-2])][_NAMES[code[-2:]][1]]


def _listed(words: list[str]) -> str:
    return " и ".join(filter(None, (", ".join(words[:-1]), words[-1])))
