"""What every test starts from: Qt draws off the screen unless another platform is asked for; examples of property
tests are the same in every run, and new ones in ``make torture``; a data folder of its own."""

import os

import pytest
from hypothesis import Phase, settings

# Shrinking an example over files takes minutes; ``make torture`` does it.
_FOUND_IS_ENOUGH = (Phase.explicit, Phase.reuse, Phase.generate)
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
settings.register_profile("steady", derandomize=True, deadline=None, phases=_FOUND_IS_ENOUGH)
if not os.environ.get("ROADMAP_TORTURE"):
    settings.load_profile("steady")


@pytest.fixture(autouse=True, scope="session")
def own_data_folder(tmp_path_factory: pytest.TempPathFactory) -> None:
    """What the program remembers between its runs does not come from, or stay in, the home of who runs the tests."""
    os.environ["XDG_DATA_HOME"] = str(tmp_path_factory.mktemp("data"))
