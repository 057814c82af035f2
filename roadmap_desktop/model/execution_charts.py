"""Charts of how a plan is carried out, for paper and screen alike."""

from collections.abc import Sequence

from roadmap_desktop.model.chart import Chart, ChartKind, Series
from roadmap_desktop.model.execution import Outcome, Tally

# More bars would not be read; the table beside the chart has them all.
MOST_BARS = 25


def outcome_chart(whole: Tally) -> Chart:
    """How many activities ended in which way; what did not happen is left out."""
    shown = {each.value: float(whole.counts[each]) for each in Outcome if whole.counts[each]}
    series = Series("Мероприятий", tuple(shown.values()))
    return Chart("Состояние мероприятий", ChartKind.HORIZONTAL_BARS, tuple(shown), (series,))


def stacked_chart(title: str, tallies: Sequence[Tally]) -> Chart | None:
    """A bar for each tally in parts by outcome; None where there is nothing to draw or too much."""
    if not 0 < len(tallies) <= MOST_BARS:
        return None
    shown = [each for each in Outcome if any(one.counts[each] for one in tallies)]
    series = tuple(Series(each.value, tuple(float(one.counts[each]) for one in tallies)) for each in shown)
    return Chart(title, ChartKind.STACKED_BARS, tuple(one.name for one in tallies), series)


def share_chart(title: str, tallies: Sequence[Tally]) -> Chart | None:
    """Per cent done of each tally; None where there is nothing to draw or too much."""
    if not 0 < len(tallies) <= MOST_BARS:
        return None
    values = tuple(None if one.share is None else float(one.share) for one in tallies)
    names = tuple(one.name for one in tallies)
    return Chart(title, ChartKind.HORIZONTAL_BARS, names, (Series("Выполнено", values),), "%", 100)
