"""Whatever becomes of a document's bytes, it is read or refused with a sentence, soon and in little memory."""

import faulthandler
import os
import sys
import time
from pathlib import Path

import pytest

from roadmap_desktop.errors import NOTHING_CHANGED, UserError
from roadmap_desktop.exchange.documents.reading import read_document
from roadmap_desktop.exchange.plan_reading.plan_document import read_plan
from tests.exchange.documents.mutations import mutated

DOCUMENTS = Path(__file__).resolve().parents[2] / "import" / "documents"
NAMES = sorted(path.name for path in DOCUMENTS.iterdir() if path.suffix != ".json")
TORTURE = bool(os.environ.get("ROADMAP_TORTURE"))
# Of all documents together more than ten thousand.
MANY, FEW = 240, 3
# Seconds of the processor, twice what a reading is allowed, and bytes over those of the start.
MOST_SECONDS, MOST_MEMORY = 20.0, 300 * 1024 * 1024
# After so long a reading hangs, and the process ends with what it did.
HANGS = 300


@pytest.mark.parametrize("name", NAMES)
def test_a_mutated_document_is_read_or_refused_with_a_sentence(name: str) -> None:
    whole = (DOCUMENTS / name).read_bytes()
    before = _most_memory()
    for seed in range(MANY if TORTURE else FEW):
        data = mutated(whole, seed)
        began = time.process_time()
        faulthandler.dump_traceback_later(HANGS, exit=True, file=sys.__stderr__)
        try:
            assert read_plan(read_document(data, name)).rows
        except UserError as error:
            assert error.outcome == NOTHING_CHANGED and error.reason and error.advice, f"{name}, seed {seed}"
        finally:
            faulthandler.cancel_dump_traceback_later()
        if TORTURE:
            assert time.process_time() - began < MOST_SECONDS, f"{name}, seed {seed}"
    if TORTURE:
        assert _most_memory() - before < MOST_MEMORY, name


def _most_memory() -> int:
    """The most memory that this process has had, in bytes; 0 where the system does not say."""
    try:
        import resource
    except ImportError:
        return 0
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024
