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
        f"Не выполнены с прошлых периодов и в отчёт не вошли: {_numbers(before)}." if before else "",
    )
    return " ".join(filter(None, sentences))


def _done(whole: Tally) -> str:
    done, wanted = whole.counts[Outcome.DONE], whole.total - whole.counts[Outcome.CANCELLED]
    if not wanted:
        return "Все мероприятия отменены."
    if done == wanted:
        return "Все мероприятия выполнены."
    without = ", отменённые не учтены" if whole.counts[Outcome.CANCELLED] else ""
    share = "" if whole.share is None else f" ({per_cent(whole.share)}{without})"
    return f"Выполнено {activities_counted(done)} из {wanted}{share}."


def _late(late: Sequence[ActivityRow]) -> Iterator[str]:
    if not late:
        yield "Просроченных мероприятий нет."
        return
    yield f"Не выполнены в срок: {_numbers(late)}."
    unknown = [row for row in late if not row.note.strip()]
    if unknown:
        yield (
            "Причины не указаны."
            if len(unknown) == len(late)
            else f"Причина не указана: {_numbers(unknown)}."
        )


def _decided(rows: Sequence[ActivityRow], today: date) -> Iterator[str]:
    words = {
        Outcome.MOVED: "Перенесены",
        Outcome.CANCELLED: "Отменены",
        Outcome.IN_WORK: "Продолжается работа",
    }
    for outcome, word in words.items():
        found = [row for row in rows if outcome_of(row, today) is outcome]
        if found:
            yield f"{word}: {_numbers(found)}."


def _numbers(rows: Iterable[ActivityRow]) -> str:
    """«№ 3, 10, 11»; of very many how many they are."""
    numbers = [row.number for row in rows]
    return f"№ {', '.join(numbers)}" if len(numbers) <= _MOST_NAMED else activities_counted(len(numbers))
