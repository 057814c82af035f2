"""Closing up: what would leave a last page with a row or a signature alone is drawn a little closer and stays on the
page before. Only what is still to be drawn on that page is looked at, so a long document is laid out once."""

from typing import NamedTuple

# How much of the room between texts may be taken at most.
_MOST = 0.5
# Points: so little does the arithmetic of many rows differ from their sum.
_SPARE = 1.0


class Extent(NamedTuple):
    """The height of what is to be drawn, and how much of it is room between texts."""

    height: float = 0.0
    free: float = 0.0

    def and_then(self, other: "Extent") -> "Extent":
        """Both, one beneath the other."""
        return Extent(self.height + other.height, self.free + other.free)

    def at(self, closeness: float) -> float:
        """The height when it is drawn so close."""
        return self.height - self.free * (1 - closeness)

    @property
    def least(self) -> float:
        """The height when it is drawn as close as may be."""
        return self.height - self.free * _MOST


def closeness(extent: Extent, room: float) -> float:
    """How close all that is left of a document is drawn to fit the room: 1 where it fits as it is, or cannot."""
    over = extent.height - room + _SPARE
    return 1 - over / extent.free if over > _SPARE and over < extent.free * _MOST else 1.0
