"""What others have made of the program, and on what terms: ``resources/licences``, written by ``make licences``."""

import json
from typing import NamedTuple

from roadmap_desktop.program_data import data_path


class Component(NamedTuple):
    """A library, a font or a dictionary that the program is passed on with; ``texts`` are files of ``resources/``."""

    name: str
    version: str
    licence: str
    texts: tuple[str, ...]
    note: str = ""

    @property
    def title(self) -> str:
        """«SQLAlchemy 2.1.9 — MIT»."""
        return f"{' '.join(filter(None, (self.name, self.version)))} — {self.licence}"


def components() -> tuple[Component, ...]:
    """All of them, the program itself first."""
    told = json.loads(data_path("resources", "licences", "components.json").read_text(encoding="utf-8"))
    return tuple(Component(**{**each, "texts": tuple(each["texts"])}) for each in told)


def text_of(component: Component) -> str:
    """The note and the whole text of its licences."""
    texts = (data_path("resources", *text.split("/")).read_text(encoding="utf-8") for text in component.texts)
    return "\n\n".join(part.strip() for part in (component.note, *texts) if part.strip())
