"""Who was trained at courses, counted by course and by school."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from roadmap_desktop.model.chart import Chart, counts_chart
from roadmap_desktop.model.school_list import by_school


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
    return [training_tally(name, of_one) for name, of_one in by_school(trained, nowhere)]


def training_chart(tallies: Sequence[TrainingTally]) -> Chart | None:
    """A bar for each school: those who have finished, then those who have not; None where there is nothing to draw or
    too much."""
    parts = {
        "Завершили обучение": [one.finished for one in tallies],
        "Обучаются": [one.places - one.finished for one in tallies],
    }
    return counts_chart("Обучение по школам", [one.name for one in tallies], parts)
