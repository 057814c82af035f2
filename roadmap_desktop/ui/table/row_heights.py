"""Heights of rows by their wrapped text: visible rows are measured before they are painted, the others stand at an
estimate until they are measured in idle moments, without the visible ones moving."""

import time
from collections.abc import Iterator
from itertools import chain
from typing import Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QHeaderView, QTableView

from roadmap_desktop.ui.table.delegate import CellDelegate
from roadmap_desktop.ui.table.model import TableModel

_CHUNK_SECONDS = 0.006
_AT_ONCE = 40
_FEW = 500


class RowHeights(QObject):
    """Sets the section sizes of the view's hidden vertical header."""

    def __init__(self, view: QTableView, model: TableModel, delegate: CellDelegate) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self._delegate = delegate
        self._known: dict[str, tuple[Any, int]] = {}
        self._widths: list[tuple[int, int]] = []
        self._waiting: Iterator[int] = iter(())
        self._busy = False
        self._is_paused = False
        self._idle = QTimer(self, interval=0)
        self._idle.timeout.connect(self._measure_some)
        header = view.verticalHeader()
        header.setMinimumSectionSize(delegate.height(1))
        header.setDefaultSectionSize(delegate.height(model.cells.usual_lines))

    @property
    def is_settled(self) -> bool:
        """Whether every row has been measured at the present widths."""
        return not self._idle.isActive()

    def rows_replaced(self) -> None:
        """After a reset of the model: known heights go back, visible rows are measured, the rest waits."""
        # A search or a sort need not wait for rows out of sight: they get their heights in the next idle moments. An
        # edit leaves the view where it is, for which the rows above must have theirs.
        if self._model.keeps_place or len(self._model.rows) <= _FEW:
            self._give_known_heights()
        self.measure_visible()
        self._wait_for_idle()

    def columns_changed(self) -> None:
        """After a column was resized, shown or hidden: every height is in doubt, visible rows are measured at once."""
        widths = self._column_widths()
        if widths != self._widths:
            self._widths = widths
            self._known = {}
            self.measure_visible()
            self._wait_for_idle()

    def content_changed(self, first: int, last: int) -> None:
        """After some rows changed their text."""
        if last - first < _AT_ONCE:
            anchor = self._anchor()
            self._set_heights(
                [(index, self._height(self._model.rows[index])) for index in range(first, last + 1)]
            )
            self._hold(anchor)
        self.measure_visible()
        self._wait_for_idle()

    def measure_visible(self) -> None:
        """Gives the rows that are in sight their exact heights; those that come into sight thereby, too."""
        if self._busy or not self._model.rows:
            return
        self._busy = True
        anchor = self._anchor()
        for _ in range(3):
            first, last = self._visible()
            sizes = [(index, self._height(self._model.rows[index])) for index in range(first, last + 1)]
            if not self._set_heights(sizes):
                break
            self._hold(anchor)
        self._busy = False

    def measure(self, count: int) -> None:
        """Gives the first rows their exact heights, whether they are in sight or not."""
        self._set_heights([(index, self._height(row)) for index, row in enumerate(self._model.rows[:count])])

    def go_on(self) -> None:
        """Goes on with what waits since the view was hidden: other pages need the idle moments more."""
        if self._is_paused:
            self._is_paused = False
            self._idle.start()

    def _give_known_heights(self) -> None:
        estimate = self._view.verticalHeader().defaultSectionSize()
        known = ((index, self._known.get(row.id)) for index, row in enumerate(self._model.rows))
        self._set_heights(
            [(index, entry[1]) for index, entry in known if entry is not None and entry[1] != estimate]
        )

    def _measure_some(self) -> None:
        """One idle moment: some rows are prepared for search and sort, then rows are measured."""
        if not self._view.isVisible():
            self._is_paused = True
            self._idle.stop()
            return
        deadline = time.perf_counter() + _CHUNK_SECONDS
        sizes: list[tuple[int, int]] = []
        if self._model.facts.prepare_some(_AT_ONCE):
            return
        for index in self._waiting:
            sizes.append((index, self._height(self._model.rows[index])))
            if time.perf_counter() > deadline:
                break
        else:
            self._idle.stop()
        anchor = self._anchor()
        if self._set_heights(sizes):
            self._hold(anchor)

    def _wait_for_idle(self) -> None:
        """Queues what is not known yet: from the visible rows downwards, then what lies above."""
        first = self._visible()[0] if self._model.rows else 0
        self._waiting = chain(range(first, len(self._model.rows)), range(first - 1, -1, -1))
        self._idle.start()

    @staticmethod
    def _is_known(entry: tuple[Any, int] | None, row: Any) -> bool:
        return entry is not None and entry[0] is row

    def _height(self, row: Any) -> int:
        entry = self._known.get(row.id)
        if entry is not None and entry[0] is row:
            return entry[1]
        if not self._widths:
            self._widths = self._column_widths()
        count = self._delegate.line_count
        height = self._delegate.height(
            max((count(row, column, width) for column, width in self._widths), default=1)
        )
        self._known[row.id] = (row, height)
        return height

    def _set_heights(self, sizes: list[tuple[int, int]]) -> bool:
        header = self._view.verticalHeader()
        changed = [(index, size) for index, size in sizes if header.sectionSize(index) != size]
        if changed:
            self._header_at_rest()
            for index, size in changed:
                header.resizeSection(index, size)
            in_sight = self._visible()[1]
            self._header_awake()
            if min(changed)[0] <= in_sight:
                self._view.viewport().update()
        return bool(changed)

    def _header_at_rest(self) -> QHeaderView:
        # Awake, every resizeSection adds up the positions of all sections and tells the view: ten thousand would
        # take seconds instead of milliseconds.
        header = self._view.verticalHeader()
        header.setUpdatesEnabled(False)
        header.blockSignals(True)
        return header

    def _header_awake(self) -> None:
        header = self._view.verticalHeader()
        header.blockSignals(False)
        header.setUpdatesEnabled(True)
        self._view.updateGeometries()

    def _visible(self) -> tuple[int, int]:
        header = self._view.verticalHeader()
        first = max(header.visualIndexAt(0), 0)
        last = header.visualIndexAt(self._view.viewport().height())
        return first, last if last >= 0 else len(self._model.rows) - 1

    def _anchor(self) -> tuple[int, int] | None:
        """The first row in sight whose height is certain, and how far below the top of the view it begins."""
        if not self._model.rows:
            return None
        first, last = self._visible()
        rows = self._model.rows
        in_sight = range(first, last + 1)
        certain = (
            index for index in in_sight if self._is_known(self._known.get(rows[index].id), rows[index])
        )
        index = next(certain, first)
        return index, self._view.verticalHeader().sectionViewportPosition(index)

    def _hold(self, anchor: tuple[int, int] | None) -> None:
        """Scrolls so that the anchor stands where it stood."""
        if anchor is None:
            return
        place, offset = anchor
        bar = self._view.verticalScrollBar()
        if bar.value() or offset < 0:
            bar.setValue(self._view.verticalHeader().sectionPosition(place) - offset)

    def _column_widths(self) -> list[tuple[int, int]]:
        header = self._view.horizontalHeader()
        return [
            (column, header.sectionSize(column))
            for column in range(len(self._model.columns))
            if not header.isSectionHidden(column) and self._delegate.wraps(column)
        ]
