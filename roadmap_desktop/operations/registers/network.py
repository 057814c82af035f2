"""The network of schools: who helps whom."""

from math import cos, pi, sin
from typing import NamedTuple

from roadmap_desktop.model.registers.partnership import Partnership, Site
from roadmap_desktop.model.registers.schools import School
from roadmap_desktop.model.search import as_counted
from roadmap_desktop.storage.roadmap_file import RoadmapFile
from roadmap_desktop.storage.rows import select


class Node(NamedTuple):
    """A school; ``x`` and ``y`` from -1 to 1; ``is_base``: it is a base site for somebody."""

    id: str
    name: str
    x: float
    y: float
    is_base: bool


class Bond(NamedTuple):
    """``helper`` helps ``school``: their keys."""

    helper: str
    school: str
    directions: str


class Network(NamedTuple):
    """What is drawn."""

    nodes: tuple[Node, ...]
    bonds: tuple[Bond, ...]


def read_network(file: RoadmapFile) -> Network:
    """The schools that are in partnerships: helpers on an inner ring, those they help around them. Raises
    UserError."""
    with file.read() as connection:
        rows = select(connection, Partnership, ("partner_id", "school_id", "directions", "site"))
        names = dict(select(connection, School, ("id", "name")))
    bonds = tuple(Bond(row[0], row[1], row[2]) for row in rows)
    bases = {row[0] for row in rows if row[3] is Site.YES}
    helpers = sorted({bond.helper for bond in bonds}, key=lambda id_: as_counted(names[id_]))
    # Whoever is helped stands near the helper, so that few lines cross.
    helped = sorted(
        {bond.school for bond in bonds} - set(helpers),
        key=lambda id_: (
            min(helpers.index(bond.helper) for bond in bonds if bond.school == id_),
            as_counted(names[id_]),
        ),
    )
    nodes = [
        *_ring(helpers, 0.42 if len(helpers) > 1 else 0.0, names, bases),
        *_ring(helped, 1.0, names, bases),
    ]
    return Network(tuple(nodes), bonds)


def _ring(ids: list[str], radius: float, names: dict[str, str], bases: set[str]) -> list[Node]:
    angles = [2 * pi * index / len(ids) - pi / 2 for index in range(len(ids))] if ids else []
    return [
        Node(id_, names[id_], radius * cos(angle), radius * sin(angle), id_ in bases)
        for id_, angle in zip(ids, angles, strict=True)
    ]
