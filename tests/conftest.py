"""What every test starts from: Qt draws off the screen unless another platform is asked for."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
