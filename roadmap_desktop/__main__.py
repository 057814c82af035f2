"""``python -m roadmap_desktop``."""

import sys

from roadmap_desktop.app import main

if __name__ == "__main__":
    sys.exit(main())
