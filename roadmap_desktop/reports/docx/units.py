"""The units in which Word measures."""

from roadmap_desktop.reports.blocks import POINTS_IN_MM

_TWIPS_IN_POINT = 20


def twips(millimetres: float) -> int:
    """Millimetres as twentieths of a point."""
    return twips_of_points(millimetres * POINTS_IN_MM)


def twips_of_points(points: float) -> int:
    """Points as twentieths of one."""
    return round(points * _TWIPS_IN_POINT)
