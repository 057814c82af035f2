"""Every write of an operation fails once, on a full disk and on one that does not answer: ``fault_run`` says what must
hold then. It needs a C compiler, which a developer's Linux has."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.storage.fault_run import OPERATIONS

ROOT = Path(__file__).resolve().parents[2]
COMPILER = shutil.which("cc")

pytestmark = pytest.mark.skipif(
    not COMPILER or sys.platform != "linux",
    reason="the injector is C for Linux: elsewhere no write is made to fail",
)


@pytest.fixture(scope="session")
def injector(tmp_path_factory: pytest.TempPathFactory) -> Path:
    library = tmp_path_factory.mktemp("injector") / "injector.so"
    source = Path(__file__).with_name("fault_injector.c")
    subprocess.run([str(COMPILER), "-shared", "-fPIC", "-O1", "-o", library, source, "-ldl"], check=True)
    return library


@pytest.mark.parametrize("operation", OPERATIONS)
def test_whichever_write_fails_the_original_is_sound_and_a_retry_works(
    operation: str, injector: Path, tmp_path: Path, torture: bool
) -> None:
    script = Path(__file__).with_name("fault_run.py")
    most = "100000" if torture else "8"
    ran = subprocess.run(
        [sys.executable, script, tmp_path, operation, most],
        env={**os.environ, "LD_PRELOAD": str(injector), "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    print(f"{operation}: {ran.stdout.strip()} writes failed")
    assert int(ran.stdout) >= 8
