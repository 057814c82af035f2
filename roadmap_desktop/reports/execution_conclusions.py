"""The conclusions of the report on execution: what was done, what not and whether it is known why."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from roadmap_desktop.model.execution import Outcome, Tally, outcome_of
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.rows import ActivityRow, Plan
from roadmap_desktop.model.russian import activities_counted
from roadmap_desktop.model.shares import per_cent
from roadmap_desktop.model.standing import is_overdue

_MOST_NAMED = 20


def conclusions(plan: Plan, rows: Sequence[ActivityRow], whole: Tally, period: Period, today: date) -> str:
    """Sentences over the activities of the report; the last one names those that are late from before its period."""
    late = [row for row in rows if outcome_of(row, today) is Outcome.OVERDUE]
    known = {row.id for row in rows}
    before = [
        row
        for row in plan.activities
        if row.id not in known and row.ends_on and row.ends_on < period.start and is_overdue(row, today)
    ]
    sentences = (
        _done(whole),
        *_late(late),
        *_decided(rows, today),
        *_before(before),
    )
    return " ".join(filter(None, sentences))


def _done(whole: Tally) -> str:
    done, wanted = whole.counts[Outcome.DONE], whole.total - whole.counts[Outcome.CANCELLED]
    if not wanted:
        return "Мероприятие отменено." if whole.total == 1 else "Все мероприятия отменены."
    if done == wanted:
        but = ", кроме отменённых," if whole.counts[Outcome.CANCELLED] else ""
        return "Мероприятие выполнено." if whole.total == 1 else f"Все мероприятия{but} выполнены."
    without = ", отменённые не учтены" if whole.counts[Outcome.CANCELLED] else ""
    share = "" if whole.share is None else f" ({per_cent(whole.share)}{without})"
    return f"Выполнено {activities_counted(done)} из {wanted}{share}."


def _late(late: Sequence[ActivityRow]) -> Iterator[str]:
    if not late:
        yield "Просроченных мероприятий нет."
        return
    yield f"{_agreed(late, 'Не выполнено', 'Не выполнены')} в срок: {_numbers(late)}."
    unknown = [row for row in late if not row.note.strip()]
    if unknown:
        yield (
            _agreed(late, "Причина не указана.", "Причины не указаны.")
            if len(unknown) == len(late)
            else f"Причина не указана: {_numbers(unknown)}."
        )


def _decided(rows: Sequence[ActivityRow], today: date) -> Iterator[str]:
    words = {
        Outcome.MOVED: ("Перенесено", "Перенесены"),
        Outcome.CANCELLED: ("Отменено", "Отменены"),
        Outcome.IN_WORK: ("Продолжается работа", "Продолжается работа"),
    }
    for outcome, (one, many) in words.items():
        found = [row for row in rows if outcome_of(row, today) is outcome]
        if found:
            yield f"{_agreed(found, one, many)}: {_numbers(found)}."


def _before(rows: Sequence[ActivityRow]) -> Iterator[str]:
    if rows:
        left, absent = _agreed(rows, "Не выполнено", "Не выполнены"), _agreed(rows, "не вошло", "не вошли")
        yield f"{left} с прошлых периодов и в отчёт {absent}: {_numbers(rows)}."


def _agreed(rows: Sequence[ActivityRow], one: str, many: str) -> str:
    return one if len(rows) == 1 else many


def _numbers(rows: Iterable[ActivityRow]) -> str:
    """«№ 3, 10, 11»; of very many how many they are."""
    numbers = [row.number for row in rows]
    return f"№ {', '.join(numbers)}" if len(numbers) <= _MOST_NAMED else activities_counted(len(numbers))
