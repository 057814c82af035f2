"""What is asked of the print dialog, from wherever in the window."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from roadmap_desktop.operations.printing.printing import Report


class PrintRequest(NamedTuple):
    """What is to be printed: the id of a report, none for the list; what is already chosen of it; what is shown on the
    screen, as reports that stand first in the list; the register whose documents stand next."""

    report: str = ""
    choices: Mapping[str, Any] = {}
    shown: tuple["Report", ...] = ()
    register: str = ""
