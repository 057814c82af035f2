"""How much of the plans in ``tests/import/documents`` is understood: ``make import-report``.

Each document has its true rows beside it. Of each are told the rows and cells that came back right, those that were
invented and those that were lost; a cell read wrongly is both. Well-formed documents come back whole, of ugly ones
at least 95 % of the cells; otherwise the exit code is 1. ``--show`` says what differs.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = ROOT / "tests" / "import" / "documents"
FIELDS = ("number", "section", "name", "due_text", "performers", "expected_result", "note", "state")
LEAST_OF_UGLY = 0.95
_UNSAID: dict[str, Any] = {"performers": [], "state": "запланировано"}

Row = dict[str, Any]


@dataclass
class Count:
    """How much of a document came back."""

    rows: int = 0
    right_rows: int = 0
    invented_rows: int = 0
    lost_rows: int = 0
    cells: int = 0
    right_cells: int = 0
    invented_cells: int = 0
    lost_cells: int = 0
    differences: list[str] = field(default_factory=list)

    def add(self, other: "Count") -> None:
        """Counts another's rows and cells here too."""
        for name, value in vars(other).items():
            setattr(self, name, getattr(self, name) + value)

    @property
    def share(self) -> float:
        """Of the cells that there are or that were invented, how many are right."""
        return self.right_cells / max(self.cells + self.invented_cells, 1)

    @property
    def is_whole(self) -> bool:
        """Whether everything came back and nothing was invented."""
        return self.right_cells == self.cells and not self.invented_cells and not self.invented_rows


def documents() -> list[Path]:
    """The documents, without the files of their true rows."""
    return sorted(path for path in DOCUMENTS.iterdir() if path.suffix != ".json")


def truth_of(path: Path) -> dict[str, Any]:
    """What a document says."""
    said: dict[str, Any] = json.loads(path.with_suffix(f"{path.suffix}.json").read_text(encoding="utf-8"))
    return said


def count(path: Path) -> Count:
    """What of a document came back."""
    from roadmap_desktop.exchange.documents.reading import read_document
    from roadmap_desktop.exchange.plan_reading.plan_document import read_plan

    truth = truth_of(path)
    reading = read_plan(read_document(path.read_bytes(), path.name))
    found = Count()
    rows = [{name: getattr(row, name) for name in FIELDS} for row in reading.rows]
    _count_rows(found, [_full(row) for row in truth["rows"]], [_full(row) for row in rows])
    head: dict[str, Any] = {"title": reading.title, "period": reading.period}
    head |= {name: getattr(reading.document, name) for name in truth.get("document", {})}
    wanted = {name: truth[name] for name in ("title", "period") if name in truth} | truth.get("document", {})
    for name, value in wanted.items():
        _count_cell(found, name, value, _plain(head[name]))
    return found


def passes(path: Path, found: Count) -> bool:
    """Whether as much came back as must."""
    return found.is_whole or (truth_of(path)["kind"] == "ugly" and found.share >= LEAST_OF_UGLY)


def _full(row: Row) -> Row:
    return {name: _plain(row.get(name, _UNSAID.get(name, ""))) for name in FIELDS}


def _plain(value: Any) -> Any:
    """The value as JSON has it."""
    if isinstance(value, (tuple, list)):
        return [_plain(one) for one in value]
    return value if value is None else str(value)


def _count_rows(found: Count, truth: Sequence[Row], read: Sequence[Row]) -> None:
    pairs = _pairs(truth, read)
    found.rows += len(truth)
    found.lost_rows += sum(other is None for _, other in pairs)
    found.invented_rows += sum(one is None for one, _ in pairs)
    for one, other in pairs:
        found.right_rows += one == other
        if one is None or other is None:
            found.differences.append(f"lost: {one}" if other is None else f"invented: {other}")
        for name in FIELDS:
            _count_cell(found, name, (one or _full({}))[name], (other or _full({}))[name])


def _count_cell(found: Count, name: str, wanted: Any, read: Any) -> None:
    """A cell that is empty in both counts for nothing."""
    empty: tuple[Any, ...] = ("", None, [], "запланировано")
    found.cells += wanted not in empty
    found.right_cells += wanted not in empty and wanted == read
    if wanted != read:
        found.invented_cells += read not in empty
        found.lost_cells += wanted not in empty
        found.differences.append(f"{name}: {wanted!r} is read as {read!r}")


def _pairs(truth: Sequence[Row], read: Sequence[Row]) -> list[tuple[Row | None, Row | None]]:
    """True rows beside those that were read, in their order, so that as many cells as can be agree."""
    best: list[list[float]] = [[0.0] * (len(read) + 1) for _ in range(len(truth) + 1)]
    for one in reversed(range(len(truth))):
        for other in reversed(range(len(read))):
            both = best[one + 1][other + 1] + _likeness(truth[one], read[other])
            best[one][other] = max(both, best[one + 1][other], best[one][other + 1])
    pairs: list[tuple[Row | None, Row | None]] = []
    one = other = 0
    while one < len(truth) or other < len(read):
        if one == len(truth) or (other < len(read) and best[one][other] == best[one][other + 1]):
            pairs.append((None, read[other]))
            other += 1
        elif other == len(read) or best[one][other] == best[one + 1][other]:
            pairs.append((truth[one], None))
            one += 1
        else:
            pairs.append((truth[one], read[other]))
            one, other = one + 1, other + 1
    return pairs


def _likeness(one: Row, other: Row) -> float:
    same: int = sum(bool(one[name]) and one[name] == other[name] for name in FIELDS if name != "state")
    words = set(one["name"].split()) & set(other["name"].split())
    return same + (0.5 if words else 0.0)


def _line(name: str, found: Count, verdict: str) -> str:
    rows = f"{found.right_rows:>5}/{found.rows:<5}{found.invented_rows:>4}{found.lost_rows:>5}"
    cells = f"{found.right_cells:>6}/{found.cells:<6}{found.invented_cells:>5}{found.lost_cells:>5}"
    return f"{name:<46} {rows}   {cells} {found.share:>7.1%}  {verdict}"


def main(arguments: Sequence[str]) -> int:
    """Reads all documents, or those whose names hold a text, and prints a line for each; answers the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="only documents whose names hold one of these texts")
    parser.add_argument("--show", action="store_true", help="say what differs")
    chosen = parser.parse_args(arguments)
    sys.path.insert(0, str(ROOT))
    from roadmap_desktop.errors import UserError

    total, failed = Count(), []
    print(f"{'':<46} {'rows':>5}      inv. lost    {'cells':>5}         inv. lost   right")
    for path in documents():
        if chosen.names and not any(name in path.name for name in chosen.names):
            continue
        try:
            found = count(path)
        except UserError as error:
            lost = truth_of(path)["rows"]
            found = Count(rows=len(lost), lost_rows=len(lost), differences=[str(error)])
            found.cells = found.lost_cells = sum(map(len, lost))
        if not passes(path, found):
            failed.append(path.name)
        print(_line(path.name, found, "FAILS" if path.name in failed else truth_of(path)["kind"]))
        for difference in found.differences if chosen.show else ():
            print(f"    {difference}")
        total.add(found)
    print(_line("total", total, f"{len(failed)} fail" if failed else "all pass"))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
