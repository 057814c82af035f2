"""Deficits of teachers counted: how many were diagnosed, how many lack what, by school and by subject."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from roadmap_desktop.model.chart import Chart, ChartKind, Series, counts_chart
from roadmap_desktop.model.competences import COMPETENCES
from roadmap_desktop.model.russian import small
from roadmap_desktop.model.search import as_counted, folded
from roadmap_desktop.model.shares import share

CLOSED = "устранён"


class Diagnosed(NamedTuple):
    """A teacher who was diagnosed; of each deficit the competence and the state, in the register's words."""

    key: str
    school: str
    subjects: tuple[str, ...]
    deficits: tuple[tuple[str, str], ...]


class DeficitTally(NamedTuple):
    """``teachers`` were diagnosed, ``lacking`` of them have a deficit that is not closed; ``counts`` are deficits by
    competence, ``closed`` those of them that are closed."""

    name: str
    teachers: int
    lacking: int
    counts: Mapping[str, int]
    closed: int

    @property
    def total(self) -> int:
        """All deficits."""
        return sum(self.counts.values())

    @property
    def share(self) -> int | None:
        """Per cent of the teachers who lack something."""
        return share(self.lacking, self.teachers)


def subjects_of(text: str) -> tuple[str, ...]:
    """«математика», «физика» of «Математика, физика»."""
    parts = (part.strip() for part in re.split(r"[,;/]", text))
    return tuple(dict.fromkeys(small(part) for part in parts if part))


def deficit_tally(name: str, teachers: Iterable[Diagnosed]) -> DeficitTally:
    """Counts them."""
    of_all = list(teachers)
    counted = Counter(competence for one in of_all for competence, _ in one.deficits)
    return DeficitTally(
        name,
        len(of_all),
        sum(any(state != CLOSED for _, state in one.deficits) for one in of_all),
        {competence: counted[competence] for competence in COMPETENCES},
        sum(state == CLOSED for one in of_all for _, state in one.deficits),
    )


def by_schools(teachers: Iterable[Diagnosed]) -> list[DeficitTally]:
    """A tally for each school, by name."""
    return _by((one.school, one) for one in teachers)


def by_subjects(teachers: Iterable[Diagnosed]) -> list[DeficitTally]:
    """A tally for each subject, by name; a teacher counts for each of his or hers."""
    return _by((subject, one) for one in teachers for subject in one.subjects)


def _by(named: Iterable[tuple[str, Diagnosed]]) -> list[DeficitTally]:
    spelt: dict[str, str] = {}
    found: dict[str, list[Diagnosed]] = {}
    for name, one in named:
        found.setdefault(spelt.setdefault(folded(name), name), []).append(one)
    return [deficit_tally(name, found[name]) for name in sorted(found, key=as_counted) if name]


def competence_chart(whole: DeficitTally) -> Chart:
    """How many deficits of each competence."""
    names = tuple(words.many for words in COMPETENCES.values())
    values = tuple(float(whole.counts[competence]) for competence in COMPETENCES)
    return Chart(
        "Дефициты по видам компетенций", ChartKind.HORIZONTAL_BARS, names, (Series("Дефицитов", values),)
    )


def parts_chart(title: str, tallies: Sequence[DeficitTally]) -> Chart | None:
    """A bar for each tally in parts by competence; None where there is nothing to draw or too much."""
    shown = [one for one in tallies if one.total]
    parts = {words.many: [one.counts[each] for one in shown] for each, words in COMPETENCES.items()}
    return counts_chart(title, [one.name for one in shown], parts)
