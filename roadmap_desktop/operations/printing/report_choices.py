"""What is chosen before a report is printed: read from words, and what is taken where nothing is chosen."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from roadmap_desktop.errors import NOTHING_PRINTED, UserError
from roadmap_desktop.model.calendar_periods import half_of, quarter_of, week_of
from roadmap_desktop.model.calendar_periods import months_between as months_between
from roadmap_desktop.model.due import read_due
from roadmap_desktop.model.nearest import nearest
from roadmap_desktop.model.period import Period, iso_date
from roadmap_desktop.model.registers import BY_ID
from roadmap_desktop.model.rows import Plan
from roadmap_desktop.model.russian import capital
from roadmap_desktop.operations.file.files import parse_school_year
from roadmap_desktop.operations.plan.months import first_month, parse_month
from roadmap_desktop.operations.plan.revisions import revision_named
from roadmap_desktop.operations.registers.record_listing import read_listing, record_named
from roadmap_desktop.reports.report import Choices, Parameter, ParameterKind, Report
from roadmap_desktop.storage.roadmap_file import RoadmapFile

_YES, _NO = frozenset({"да", "1", "yes"}), frozenset({"нет", "0", "no"})


def usual_choices(report: Report, plan: Plan, today: date) -> dict[str, Any]:
    """What each parameter is before anything is chosen; None where it has no usual value."""
    return {each.name: _usual(each, plan, today) for each in report.parameters}


def read_choices(
    report: Report, file: RoadmapFile, plan: Plan, today: date, typed: Mapping[str, str]
) -> Choices:
    """The parameters' values from what was typed, the usual ones for the rest. Raises UserError for a parameter that
    the report does not have, a value that cannot be read, and a required one that is missing."""
    known = {each.name: each for each in report.parameters}
    for name in typed:
        if name not in known:
            own = ", ".join(f"--{each}" for each in known)
            advice = f"Его параметры: {own}." if own else "Параметров у него нет."
            raise UserError(f"У отчёта «{report.id}» нет параметра --{name}.", NOTHING_PRINTED, advice)
    chosen = usual_choices(report, plan, today)
    chosen |= {name: _read(known[name], file, plan, text) for name, text in typed.items()}
    for name, parameter in known.items():
        if parameter.required and chosen[name] is None and not chosen.get(parameter.unless):
            raise UserError(
                f"Не указано: {parameter.title}.",
                NOTHING_PRINTED,
                f"Добавьте --{name} {parameter.example}.",
            )
    return chosen


def _usual(parameter: Parameter, plan: Plan, today: date) -> Any:
    if parameter.default is not None:
        return parameter.default
    period = plan.info.period
    day = today if period.start <= today <= period.end else period.start
    match parameter.kind:
        case ParameterKind.WEEK:
            return week_of(day)
        case ParameterKind.MONTH:
            return first_month(plan, today)
        case ParameterKind.PERIOD | ParameterKind.SCHOOL_YEAR:
            return period
        case ParameterKind.QUARTER:
            return quarter_of(day.year, (day.month + 2) // 3)
        case ParameterKind.HALF:
            return half_of(day.year if day.month >= 9 else day.year - 1, 1 if day.month >= 9 else 2)
        case ParameterKind.FLAG:
            return False
        case ParameterKind.CHOICES:
            return frozenset(parameter.choices)
        case _:
            return None


def _read(parameter: Parameter, file: RoadmapFile, plan: Plan, text: str) -> Any:
    match parameter.kind:
        case ParameterKind.WEEK:
            return _week(parameter, plan, text)
        case ParameterKind.MONTH:
            return parse_month(text)
        case ParameterKind.PERIOD:
            return _period(parameter, plan, text)
        case ParameterKind.SCHOOL_YEAR:
            return parse_school_year(text)
        case ParameterKind.QUARTER:
            return quarter_of(*_year_and_part(parameter, text, 4))
        case ParameterKind.HALF:
            return half_of(*_year_and_part(parameter, text, 2))
        case ParameterKind.RECORD:
            register = BY_ID[parameter.register]
            return record_named(read_listing(file, register), text).id
        case ParameterKind.REVISION:
            return revision_named(file, text)
        case ParameterKind.CHOICE:
            return _choice(parameter, text)
        case ParameterKind.CHOICES:
            return frozenset(_choice(parameter, each) for each in text.split(",") if each.strip())
        case ParameterKind.FLAG:
            return _flag(parameter, text)
        case ParameterKind.NUMBER:
            return _number(parameter, text)
        case ParameterKind.TEXT:
            return text.strip() or None
        case ParameterKind.KEPT:
            return text.strip()


def _refusal(parameter: Parameter, text: str, hint: str = "") -> UserError:
    example = f"Например: --{parameter.name} {parameter.example}." if parameter.example else ""
    advice = " ".join(filter(None, (hint, example)))
    return UserError(f"{capital(parameter.title)}: «{text}» не понято.", NOTHING_PRINTED, advice)


def _period(parameter: Parameter, plan: Plan, text: str) -> Period:
    if re.fullmatch(r"\s*[0-9]{4}-[0-9]{1,2}\s*", text):
        return parse_month(text)
    found = re.fullmatch(r"\s*([0-9]{4}-[0-9]{2}-[0-9]{2})\s*\.\.\s*([0-9]{4}-[0-9]{2}-[0-9]{2})\s*", text)
    if found:
        try:
            start, end = date.fromisoformat(found[1]), date.fromisoformat(found[2])
        except ValueError:
            raise _refusal(parameter, text) from None
        if start > end:
            raise _refusal(parameter, text, "Начало позже конца.")
        return Period(start, end)
    periods = read_due(text, plan.info.period).periods
    if not periods:
        raise _refusal(parameter, text)
    return Period(min(each.start for each in periods), max(each.end for each in periods))


def _week(parameter: Parameter, plan: Plan, text: str) -> Period:
    try:
        day = iso_date(text.strip())
    except ValueError:
        day = _period(parameter, plan, text).start
    if not 1 < day.year < 9999:
        raise _refusal(parameter, text)
    return week_of(day)


def _year_and_part(parameter: Parameter, text: str, most: int) -> tuple[int, int]:
    found = re.fullmatch(r"\s*([0-9]{4})-([0-9])\s*", text)
    if not found or not 1 <= int(found[2]) <= most or not 1 < int(found[1]) < 9999:
        raise _refusal(parameter, text)
    return int(found[1]), int(found[2])


def _choice(parameter: Parameter, text: str) -> str:
    wanted = text.strip().casefold()
    known = {choice.casefold(): choice for choice in parameter.choices}
    known |= dict(zip(parameter.ids, parameter.choices, strict=False))
    if wanted in known:
        return known[wanted]
    hint = f"{nearest(text, parameter.choices)} Есть: {', '.join(parameter.choices)}.".lstrip()
    raise _refusal(parameter, text, hint)


def _flag(parameter: Parameter, text: str) -> bool:
    word = text.strip().casefold()
    if word not in _YES | _NO:
        raise _refusal(parameter, text, "Напишите да или нет.")
    return word in _YES


def _number(parameter: Parameter, text: str) -> int:
    word = text.strip()
    if not (re.fullmatch("[0-9]{1,3}", word) and int(word)):
        raise _refusal(parameter, text)
    return int(word)
