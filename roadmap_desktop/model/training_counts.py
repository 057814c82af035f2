"""Who was trained at courses, counted by course and by school."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from roadmap_desktop.model.chart import Chart, ChartKind, Series
from roadmap_desktop.model.execution_charts import MOST_BARS
from roadmap_desktop.model.search import as_counted


class Trained(NamedTuple):
    """That a person takes a course: has ``finished`` it, and has a certificate of it."""

    person: str
    school: str
    finished: bool
    certified: bool


class TrainingTally(NamedTuple):
    """``people`` are counted once however many courses they take, the rest each time."""

    name: str
    people: int
    places: int
    finished: int
    certificates: int


def training_tally(name: str, trained: Iterable[Trained]) -> TrainingTally:
    """Counts them."""
    of_all = list(trained)
    return TrainingTally(
        name,
        len({one.person for one in of_all}),
        len(of_all),
        sum(one.finished for one in of_all),
        sum(one.certified for one in of_all),
    )


def training_by_schools(trained: Iterable[Trained], nowhere: str) -> list[TrainingTally]:
    """A tally for each school by name; ``nowhere`` is what those of no school are called, last."""
    found: dict[str, list[Trained]] = {}
    for one in trained:
        found.setdefault(one.school, []).append(one)
    names = sorted(found, key=lambda name: (not name, as_counted(name)))
    return [training_tally(name or nowhere, found[name]) for name in names]


def training_chart(tallies: Sequence[TrainingTally]) -> Chart | None:
    """A bar for each school: those who have finished, then those who have not; None where there is nothing to draw or
    too much."""
    if not 0 < len(tallies) <= MOST_BARS:
        return None
    finished = Series("Завершили обучение", tuple(float(one.finished) for one in tallies))
    learning = Series("Обучаются", tuple(float(one.places - one.finished) for one in tallies))
    shown = tuple(series for series in (finished, learning) if any(series.values))
    return Chart("Обучение по школам", ChartKind.STACKED_BARS, tuple(one.name for one in tallies), shown)
