"""How wide columns of texts want to be, and how they share the room."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView

LOOKED_AT = 60
"""So many rows are looked at, and so many letters of a text."""
NARROWEST = 40
_AROUND, _AROUND_HEADING = 18, 24
_LONGEST_WORD, _WIDEST = 120, 320
# A column that gives way keeps so much.
_LEAST = 84


def wanted_widths(table: QTableView, texts: Sequence[Sequence[str]]) -> list[tuple[int, int]]:
    """Of each column what it cannot do without – its heading, a long word – and what it would like to have for the
    texts of these rows; without those that stand over several columns."""
    metrics, heading = table.fontMetrics(), table.horizontalHeader().fontMetrics()
    wanted = []
    for column, cells in enumerate(zip(*texts[:LOOKED_AT], strict=True)):
        title = str(table.model().headerData(column, Qt.Orientation.Horizontal) or "")
        least = max(map(heading.horizontalAdvance, title.split("\n"))) + _AROUND_HEADING
        lines = [line[:LOOKED_AT] for cell in cells for line in cell.split("\n")]
        words = {max(line.split(), key=len, default="") for line in lines}
        longest_word, longest = (
            max(map(metrics.horizontalAdvance, some), default=0) + _AROUND for some in (words, lines)
        )
        least = max(least, min(longest_word, _LONGEST_WORD), NARROWEST)
        wanted.append((least, min(max(longest, least), _WIDEST)))
    return wanted


def fitted(wanted: Sequence[tuple[int, int]], room: int) -> list[int]:
    """Widths of columns, of which each has what it cannot do without and what it wants: within the room if that can
    be, the spare for those that want much."""
    least = [max(need, min(want, _LEAST)) for need, want in wanted]
    spare, more = room - sum(least), sum(want for _, want in wanted) - sum(least)
    share = min(1.0, max(0.0, spare / more)) if more > 0 else 0.0
    return [low + int((want - low) * share) for low, (_, want) in zip(least, wanted, strict=True)]
