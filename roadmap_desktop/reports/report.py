"""What a report says of itself: the command line and the print dialog read it from here."""

from collections.abc import Callable
from dataclasses import dataclass

from roadmap_desktop.reports.blocks import Document


@dataclass(frozen=True, slots=True)
class Parameter:
    """Something to choose before printing; ``name`` is its name on the command line, ``example`` how it is typed."""

    name: str
    title: str
    example: str


@dataclass(frozen=True, slots=True)
class Report:
    """A printed document that the program knows. ``build`` makes it from a plan and what the parameters say."""

    id: str
    title: str
    parameters: tuple[Parameter, ...]
    build: Callable[..., Document]

    @property
    def line(self) -> str:
        """Id, title and parameters in one line, for a list."""
        needs = ", ".join(f"{each.title}: --{each.name} {each.example}" for each in self.parameters)
        return f"{self.id} — {self.title}" + (f" ({needs})" if needs else "")
