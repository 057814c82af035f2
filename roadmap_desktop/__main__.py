"""``python -m roadmap_desktop``."""

from roadmap_desktop.app import run_and_leave

if __name__ == "__main__":
    run_and_leave()
