"""Two people made their files separately, and bring them together: whatever stands in them."""

import os
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from roadmap_desktop.model.merging import Prefer
from roadmap_desktop.operations.copies import merging
from roadmap_desktop.operations.file.checking import check_file
from roadmap_desktop.operations.file.files import open_roadmap
from roadmap_desktop.operations.plan import history

from .separate import DEEDS, make_file, names, records

TORTURE = bool(os.environ.get("ROADMAP_TORTURE"))
Deeds = list[tuple[int, int]]


@settings(max_examples=300 if TORTURE else 20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(DEEDS, DEEDS, st.sampled_from(Prefer))
def test_nothing_that_either_had_is_missing(mine: Deeds, theirs: Deeds, prefer: Prefer) -> None:
    with TemporaryDirectory() as place:
        folder = Path(place)
        one, other = make_file(folder / "мой.roadmap", mine), make_file(folder / "их.roadmap", theirs)
        first, back = (Path(shutil.copy(path, folder / f"копия {path.name}")) for path in (one, other))
        before, wanted = records(one), names(one) | names(other)
        merging.merge(one, [other], prefer=prefer)
        merging.merge(back, [first], prefer=prefer)
        assert names(one) >= wanted
        assert names(one) == names(back)
        for path in (one, back):
            assert check_file(path) == ()
        told = merging.preview(one, [other])
        assert told.theirs == ()
        if prefer is Prefer.THEIRS:
            assert told.conflicts == ()
        after = one.read_bytes()
        assert not merging.merge(one, [other], prefer=prefer).changed
        assert one.read_bytes() == after
        with open_roadmap(one) as file:
            if records(one) != before:
                history.undo(file)
        assert records(one) == before
        assert check_file(one) == ()
