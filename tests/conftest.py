"""What every test starts from: Qt draws off the screen unless another platform is asked for; examples of property
tests are the same in every run, and new ones in ``make torture``."""

import os

from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
settings.register_profile("steady", derandomize=True, deadline=None)
if not os.environ.get("ROADMAP_TORTURE"):
    settings.load_profile("steady")
