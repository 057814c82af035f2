"""The sheet that a Word document is laid out for, in Word's units."""

from dataclasses import dataclass

from roadmap_desktop.reports.blocks import Orientation, PageSetup

A4 = (210, 297)
_TWIPS_IN_POINT = 20
POINTS_IN_MM = 72 / 25.4


def twips(millimetres: float) -> int:
    """Millimetres as twentieths of a point, which Word measures in."""
    return round(millimetres * POINTS_IN_MM * _TWIPS_IN_POINT)


def twips_of_points(points: float) -> int:
    """Points as twentieths of one."""
    return round(points * _TWIPS_IN_POINT)


@dataclass(frozen=True, slots=True)
class Paper:
    """A4 turned as the set-up says; sizes in millimetres."""

    setup: PageSetup

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of the sheet."""
        return A4 if self.setup.orientation is Orientation.PORTRAIT else (A4[1], A4[0])

    @property
    def width(self) -> float:
        """Between the margins."""
        return self.size[0] - self.setup.left - self.setup.right

    @property
    def height(self) -> float:
        """Between the upper and the lower margin."""
        return self.size[1] - self.setup.top - self.setup.bottom
