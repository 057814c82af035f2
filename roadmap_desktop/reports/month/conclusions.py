"""What the report of a month says at its end: the words that are kept, or else what the figures say."""

from collections.abc import Iterator, Sequence

from roadmap_desktop.model.period import Period
from roadmap_desktop.model.period_words import period_words
from roadmap_desktop.model.plan_outcomes import PlanOutcome, Reported, plan_tally
from roadmap_desktop.model.russian import activities_counted, within
from roadmap_desktop.model.shares import per_cent

_MOST_NAMED = 3


def conclusions_of(month: Period, reported: Sequence[Reported], said: str | None, kept: str) -> str:
    """What was typed just now, what is kept, or what the figures of the month say; nothing of a month without work."""
    return (kept if said is None else said) or " ".join(_made(month, reported))


def _made(month: Period, reported: Sequence[Reported]) -> Iterator[str]:
    """Sentences, each of which stands only where the figures say it."""
    if not reported:
        return
    whole = plan_tally("", reported)
    yield f"План работы на {period_words(month)} включает {activities_counted(whole.total)}."
    if whole.counts[PlanOutcome.DONE] == whole.total:
        yield "Оно выполнено." if whole.total == 1 else "Все они выполнены."
        return
    if whole.total == 1:
        yield f"Его состояние: {reported[0].outcome.value}."
    else:
        counts = (f"{each.value} — {whole.counts[each]}" for each in PlanOutcome if whole.counts[each])
        yield f"Из них {', '.join(counts)}."
    if whole.share:
        yield f"План выполнен на {per_cent(whole.share)}."
    yield from _why(reported)


def _why(reported: Sequence[Reported]) -> Iterator[str]:
    told = [one.line for one in reported if one.outcome is PlanOutcome.NOT_DONE and one.line.reason]
    if told and len(told) <= _MOST_NAMED:
        reasons = "; ".join(f"«{line.name}» — {within(line.reason.rstrip(' .'))}" for line in told)
        yield f"Причины невыполнения: {reasons}."
