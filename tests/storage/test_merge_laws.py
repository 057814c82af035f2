"""The laws of merging, over random histories of three copies: edits, deletions, order, undo, wrong clocks, merges."""

import os
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from roadmap_desktop.model.merging import Prefer
from roadmap_desktop.operations.copies import merging
from roadmap_desktop.operations.file.files import open_roadmap
from roadmap_desktop.operations.plan import history
from roadmap_desktop.storage.conflicts import find_conflicts
from roadmap_desktop.storage.merging import reading
from roadmap_desktop.storage.union import Union

from .copies import DEEDS, Copies, assert_whole, merge, tables

TORTURE = bool(os.environ.get("ROADMAP_TORTURE"))
Deeds = list[tuple[int, str, int, int, int]]


@settings(max_examples=500 if TORTURE else 15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(DEEDS)
def test_copies_can_be_united_in_any_order_and_nothing_is_lost(deeds: Deeds) -> None:
    with TemporaryDirectory() as folder:
        copies = Copies(Path(folder))
        copies.do(deeds)
        anna, vera, olga = copies.paths
        for path in copies.paths:
            assert_whole(path)
        one, other = copies.union(anna, vera), copies.union(vera, anna)
        assert_whole(one)
        assert tables(one) == tables(other)
        left, right = copies.union(one, olga), copies.union(anna, copies.union(olga, vera))
        assert_whole(left)
        assert tables(left) == tables(right)
        for name in ("change_set", "change"):
            everything = {row for path in copies.paths for row in tables(path)[name]}
            assert set(tables(left)[name]) == everything
        assert tables(copies.union(anna, left)) == tables(left)


@settings(max_examples=125 if TORTURE else 5, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(DEEDS)
def test_a_file_united_with_what_it_has_already_is_not_touched(deeds: Deeds) -> None:
    with TemporaryDirectory() as folder:
        copies = Copies(Path(folder))
        copies.do(deeds)
        anna, vera, _ = copies.paths
        merge(anna, vera)
        before = anna.read_bytes()
        for same in (anna, copies.copy_of(anna), vera):
            with reading(anna) as mine, reading(same) as theirs:
                union = Union(mine, theirs)
                assert list(find_conflicts(union)) == []
            assert merge(anna, same).brought == frozenset()
        assert anna.read_bytes() == before


@settings(max_examples=125 if TORTURE else 5, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(DEEDS, DEEDS)
def test_work_goes_on_after_a_merge(deeds: Deeds, later: Deeds) -> None:
    with TemporaryDirectory() as folder:
        copies = Copies(Path(folder))
        copies.do(deeds)
        for other in copies.paths[1:]:
            merge(copies.paths[0], other)
        for deed in later:
            copies.do([deed])
            assert_whole(copies.paths[deed[0]])


@settings(max_examples=125 if TORTURE else 5, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(DEEDS, DEEDS, st.sampled_from(Prefer))
def test_undoing_a_merge_brings_mine_back_exactly(deeds: Deeds, later: Deeds, prefer: Prefer) -> None:
    with TemporaryDirectory() as folder:
        copies = Copies(Path(folder))
        copies.do(deeds)
        anna, vera, _ = copies.paths
        before = tables(anna, journal=False)
        if not merging.merge(anna, [vera], prefer=prefer).records:
            return
        merged = tables(anna, journal=False)
        edits = [(0, *deed[1:]) for deed in later if deed[1] not in ("undo", "redo", "merge")]
        copies.do(edits)
        with open_roadmap(anna) as file:
            while not history.undo(file).label.startswith("Отменено: Объединение"):
                pass
            assert tables(anna, journal=False) == before
            history.redo(file)
        assert tables(anna, journal=False) == merged
        assert_whole(anna)
