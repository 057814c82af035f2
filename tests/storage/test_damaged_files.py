"""Files with bytes flipped, cut off or zeroed: none crashes or hangs the program, none is modified by opening."""

import multiprocessing
import random
import time
from collections import Counter
from hashlib import sha256
from pathlib import Path

from roadmap_desktop.errors import UserError
from roadmap_desktop.operations.file.files import open_roadmap
from roadmap_desktop.operations.plan import history
from roadmap_desktop.operations.plan.reading import read_plan
from tests.samples import sample_at
from tests.storage.damage import damaged

# Seconds of computing after which a file counts as hanging the program.
_LONGEST = 2
# Seconds of waiting on a busy machine before a process counts as dead.
_PATIENCE = 60


def look_at(path: Path) -> tuple[str, float]:
    """Opens and reads a file as the window does; what came of it, and the seconds of computing."""
    began = time.process_time()
    try:
        with open_roadmap(path) as file:
            read_plan(file)
            history.undo_state(file)
            history.file_history(file)
        said = "opened"
    except UserError as error:
        said = str(error)
    return said, time.process_time() - began


def test_no_damaged_file_crashes_hangs_or_is_modified_by_opening(tmp_path: Path, torture: bool) -> None:
    path, chance, outcomes = tmp_path / "карта.roadmap", random.Random(11), Counter[bool]()
    sample_at(path)
    good = path.read_bytes()
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        for _ in range(1000 if torture else 60):
            content = damaged(good, chance)
            path.write_bytes(content)
            # A process that crashed or hangs never answers.
            said, seconds = pool.apply_async(look_at, (path,)).get(_PATIENCE)
            assert seconds < _LONGEST
            assert sha256(path.read_bytes()).digest() == sha256(content).digest()
            assert [item.name for item in tmp_path.iterdir()] == [path.name]
            assert said == "opened" or "не изменён" in said, said
            outcomes[said == "opened"] += 1
    print(f"refused {outcomes[False]}, opened whole {outcomes[True]}")
    assert outcomes[False] > outcomes[True]
