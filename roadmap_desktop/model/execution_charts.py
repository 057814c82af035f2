"""Charts of how a plan is carried out, for paper and screen alike."""

from collections.abc import Sequence

from roadmap_desktop.model.chart import Chart, ChartKind, Series, counts_chart
from roadmap_desktop.model.execution import Outcome, Tally


def outcome_chart(whole: Tally) -> Chart:
    """How many activities ended in which way; what did not happen is left out."""
    shown = {each.value: float(whole.counts[each]) for each in Outcome if whole.counts[each]}
    series = Series("Мероприятий", tuple(shown.values()))
    return Chart("Состояние мероприятий", ChartKind.HORIZONTAL_BARS, tuple(shown), (series,))


def stacked_chart(title: str, tallies: Sequence[Tally]) -> Chart | None:
    """A bar for each tally in parts by outcome; None where there is nothing to draw or too much."""
    parts = {each.value: [one.counts[each] for one in tallies] for each in Outcome}
    return counts_chart(title, [one.name for one in tallies], parts)
