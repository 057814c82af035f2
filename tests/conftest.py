"""What every test starts from: Qt draws off the screen unless another platform is asked for; examples of property
tests are the same in every run, and new ones in ``make torture``; the same day, whenever the tests are run; folders of
its own in place of the user's."""

import os
import time
from datetime import datetime

import pytest
from hypothesis import Phase, settings

from roadmap_desktop import clock, folders

# The program's clock goes on from here, also in the commands that tests start. In ``make test-dates`` it shows what
# the computer's own does.
BEGINS = datetime(2020, 10, 6, 9, 12)

# Shrinking an example over files takes minutes; ``make torture`` does it.
_FOUND_IS_ENOUGH = (Phase.explicit, Phase.reuse, Phase.generate)
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# What a test's own small program prints is read as UTF-8, also where the system has another encoding for pipes.
os.environ.setdefault("PYTHONIOENCODING", "utf-8")
os.environ.setdefault(clock.AHEAD, str(BEGINS.timestamp() - time.time()))
settings.register_profile("steady", derandomize=True, deadline=None, phases=_FOUND_IS_ENOUGH)
if not os.environ.get("ROADMAP_TORTURE"):
    settings.load_profile("steady")


@pytest.fixture(autouse=True, scope="session")
def own_folders(tmp_path_factory: pytest.TempPathFactory) -> None:
    """What the program, or Qt for it, remembers does not come from, or stay in, the home of who runs the tests."""
    home = tmp_path_factory.mktemp("home")
    os.environ[folders.HOME] = str(home)
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        os.environ[name] = str(home / name)
